"""Certificates (giấy khen, bằng khen): a sheet for each of whom a decision gives an award, in the order of its list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from thidua_cli.campaign.course import courses
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.given import Decided, Given, decided
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.decision import Decision
from thidua_cli.model.plan import Signer
from thidua_cli.papers.awarding.book_notes import tell_the_book
from thidua_cli.papers.awarding.certificate_sheet import Design, Line, Setter, SheetPage, design_of, page_of
from thidua_cli.papers.common import Frame, day_line, frame, signature
from thidua_cli.papers.contract import BLANK, DECIDE, Asked, Blanks, Document
from thidua_cli.papers.deciding_body import authority, is_of
from thidua_cli.papers.engine import fixed_dashes
from thidua_cli.papers.own_facts import Which, issued, layout_in, own_facts
from thidua_cli.papers.people import addressed, position_of
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.bodies import slug
from thidua_cli.vietnamese.emphasis import unmarked
from thidua_cli.vietnamese.text import FEW, a_few, fold, upper_first

_TITLE = "giấy khen, bằng khen"
_DRAFT = "ban-thao"
_SIGNER = "ghi signer của quyết định trong decisions.yaml"
_PLACE = "nơi khác thì ghi issuer (name, abbreviation, place) ở mục doc: certificate trong papers.yaml"
_ACHIEVEMENT = "ghi certificate_text trong decisions.yaml, hoặc thành tích trong danh sách đề nghị"
_NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Certificates(Frame):
    """The frame, what all pages share, the lines of each sheet; ``draft`` marks sheets that no decision gives yet."""

    page: SheetPage
    sheets: Sequence[Sequence[Line]]
    draft: bool


@dataclass(frozen=True, slots=True)
class _Member:
    """One who gets a certificate; ``given`` is None while no decision gives it."""

    entry: Entry
    given: Given | None
    award: PlanAward
    design: Design

    @property
    def decision(self) -> Decision | None:
        return self.given.decision.value if self.given else None


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield one document a decision and sheet, a page for each; one file each where that, or a name, is asked."""
    blanks = Blanks(asked.draft)
    members = _members(campaign, asked, blanks)
    tell_the_book((one.entry for one in members if one.given), campaign, blanks)
    blanks.refuse(_TITLE)
    batches: dict[tuple[str, int], list[_Member]] = {}
    for member in members:
        decision = member.decision.id if member.decision else ""
        batches.setdefault((decision, id(member.design.sheet)), []).append(member)
    made = [_Batch(campaign, asked, batch, blanks) for batch in batches.values()]
    alone = asked.each or bool(asked.only)
    found = [document for batch in made for document in batch.documents(alone=alone)]
    blanks.refuse(_TITLE)
    for batch in made:
        batch.setter.refuse()
    yield from found


class _Batch:
    """The certificates of one decision on one sheet."""

    def __init__(self, campaign: ResolvedCampaign, asked: Asked, members: Sequence[_Member], blanks: Blanks) -> None:
        first = members[0]
        self.members, self.blanks, self.decision = members, blanks, first.decision
        self.design = first.design
        which = Which("certificate", award=first.award.id, decision=self.decision.id if self.decision else None)
        issuing = issued(campaign, which, "quyet_dinh")
        if self.decision:
            signers = [self.decision.signer] if self.decision.signer else issuing.signers
            issuing = replace(issuing, day=self.decision.date, signers=signers)
        self.issuing = issuing
        self.layout = layout_in(campaign, self.issuing, asked.day)
        self.setter = Setter(self.design.sheet, self.layout)
        self.shared = self._shared(own_facts(campaign, which).signers)

    def documents(self, *, alone: bool) -> Iterator[Document]:
        """Yield one document with a page for each member, or one ``alone`` for each."""
        stem = f"{self.members[0].award.id}-{self.decision.id if self.decision else _DRAFT}"
        sheets = [self.setter.lines(self._texts(member)) for member in self.members]
        if not alone:
            yield self._document(stem, sheets)
            return
        for place, (member, lines) in enumerate(zip(self.members, sheets, strict=True)):
            number = (member.given.index if member.given else place) + 1
            yield self._document(f"{stem}-{number:03d}-{slug(member.entry.nomination.name)}", [lines])

    def _document(self, stem: str, sheets: Sequence[Sequence[Line]]) -> Document:
        context = Certificates(
            **self.frame, page=page_of(self.design.sheet), sheets=sheets, draft=self.decision is None
        )
        return Document(stem, context, self.blanks.missing, self.blanks.notes, [self.design.folder])

    @cached_property
    def frame(self) -> dict[str, Any]:
        """What all papers share."""
        return vars(frame(self.issuing, self.layout, upper_first(_TITLE)))

    def _shared(self, own: Sequence[Signer]) -> dict[str, str]:
        """Return the texts that stand on every sheet."""
        decision = self.decision
        number = decision.number if decision else BLANK
        signer = self._signer(own)
        block = signature(signer, self.layout) if signer else None
        return {
            **dict(zip(("country", "motto"), self.layout.national.values(), strict=False)),
            "decision": f"Số quyết định: {number} {day_line(self.issuing.day)}",
            "place_date": f"{self._place()}, {day_line(self.issuing.day)}",
            "signer_post": "\n".join((*block.authority, block.post)) if block else BLANK,
            "signer_name": self.blanks.text(block.name if block else None, "họ tên người ký giấy khen", _SIGNER),
        }

    def _place(self) -> str:
        """Return the place before the day: that of the body whose certificate it is, as far as anybody tells."""
        decider, issuer = self._decided_by(self.members[0]), self.issuing.issuer
        if not is_of(decider, self.issuing):
            self.blanks.doubt(f"giấy của {decider} ghi địa danh {issuer.place} của {issuer.name}: {_PLACE}")
        return issuer.place

    def _signer(self, own: Sequence[Signer]) -> Signer | None:
        """Return who signs: he of the decision, of papers.yaml; he of the office or plan only where he decides too."""
        if self.decision and self.decision.signer:
            return self.decision.signer
        decider = self._decided_by(self.members[0])
        usual = [one for one in self.issuing.signers if is_of(decider, replace(self.issuing, signers=[one]))]
        signers = own or usual
        if len(signers) == 1:
            return signers[0]
        self.blanks.lacks("người ký giấy khen", _SIGNER)
        return None

    def _decided_by(self, member: _Member) -> str:
        return self.decision.decided_by if self.decision else member.award.decided_by or ""

    def _texts(self, member: _Member) -> dict[str, str]:
        entry, given = member.entry, member.given
        own = entry.nomination
        name = addressed(own)
        told = (given and given.awarded.certificate_text) or own.achievement
        achievement = self.blanks.text(told, f"thành tích của {entry.who}", _ACHIEVEMENT)
        number = given and given.register_number
        form = law_award(member.award.form)
        return {
            **self.shared,
            "decider": authority(self._decided_by(member), self.issuing),  # no letterhead tells of which body
            "gives": "Tặng danh hiệu" if form.kind == "title" else "Tặng",
            "award": _certificate_name(member.award),
            # The name of a person is never broken.
            "name": name.replace(" ", _NO_BREAK) if entry.subject == "individual" else name,
            "position": fixed_dashes(position_of(entry)),
            "achievement": fixed_dashes(unmarked(achievement)),
            "register_number": f"Số sổ vàng: {number}" if number else "",
        }


def _certificate_name(award: PlanAward) -> str:
    """Return the name of an award beside that of who gives it: ``Giấy khen`` of ``Giấy khen của Giám đốc``."""
    name = award_name(award)
    return name.partition(" của ")[0] if law_award(award.form).kind == "form" else name


def _members(campaign: ResolvedCampaign, asked: Asked, blanks: Blanks) -> list[_Member]:
    """Return whom the decisions give an award, by decision and place in its list; in a draft also who only passed."""
    found = decided(campaign)
    if not asked.draft:
        _refuse_unclear(found)
    entries = chosen(campaign, asked)
    mine = {id(entry) for entry in entries}
    ranks = {id(record): rank for rank, record in enumerate(campaign.facts.decisions)}
    given = [(entry, own) for entry in entries if (own := found.given(entry))]
    given.sort(key=lambda pair: (ranks[id(pair[1].decision)], pair[1].index))
    waiting: list[tuple[Entry, Given | None]] = []
    if asked.draft:
        passed = (one for one in courses(campaign) if one.passed and not (one.awarded or one.left_out))
        waiting = [(one.entry, None) for one in passed if id(one.entry) in mine]
    _tell_missing(entries, given, asked, blanks)
    designs: dict[tuple[str, str], Design] = {}
    members = []
    for entry, own in (*given, *waiting):
        if entry.award is not None:
            decision = own.decision.value.id if own else None
            key = entry.award.id, decision or ""
            designs[key] = designs.get(key) or design_of(campaign, entry.award, decision)
            members.append(_Member(entry, own, entry.award, designs[key]))
    return members


def _tell_missing(entries: Sequence[Entry], given: Sequence[tuple[Entry, Given]], asked: Asked, blanks: Blanks) -> None:
    """Tell that there is no decision, or none on one of whom a certificate is asked by name."""
    have = {fold(entry.nomination.name) for entry, _ in given}
    if not given:
        blanks.lacks("quyết định khen thưởng", DECIDE)
    elif asked.only:
        for entry in entries:
            if fold(entry.nomination.name) not in have:
                blanks.lacks(f"quyết định tặng {entry.who}", DECIDE)


def _refuse_unclear(found: Decided) -> None:
    """A batch never leaves anybody out: a name of a decision that is nobody's refuses it."""
    if found.findings:
        told = a_few([one.message for one in found.findings], FEW, "chỗ khác", "; ")
        message = f"chưa in được {_TITLE}: decisions.yaml còn chỗ chưa rõ, {told}"
        raise ThiduaError(message, "xem bằng lệnh thidua check rồi sửa; muốn in bản thảo thì thêm --draft")
