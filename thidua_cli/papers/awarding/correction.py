"""The decision that corrects or withdraws (đính chính, thu hồi): old and new words of each, and why.

What is corrected is told by ``papers.yaml``, else by the lines of the award book that correct others; the book keeps
both lines. One paper for each decision that is corrected.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.campaign.register_lines import is_of
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.decision import Awarded, Decision
from thidua_cli.model.paper_facts import Change
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.page.layout import Layout
from thidua_cli.papers.common import Frame, day_line, frame
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.deciding_body import authority
from thidua_cli.papers.derived_bases import Conferred, law_bases, of_awards
from thidua_cli.papers.issuing import Issuing
from thidua_cli.papers.own_facts import WHERE, Which, issued, layout_in, own_facts, refuse_unread
from thidua_cli.papers.rulings import FILE, all_recorded
from thidua_cli.vietnamese.sameness import decision_key, same_name
from thidua_cli.vietnamese.text import fold, upper_first

CORRECTION = "correction"
# What a line of the book tells and a decision prints; id numbers stand in no decision.
_TOLD: dict[str, Callable[[RegisterEntry], str]] = {
    "họ và tên": lambda one: one.name,
    "đơn vị": lambda one: one.unit or "",
    "hình thức khen thưởng": lambda one: law_award(one.award).name,
    "năm của thành tích": lambda one: str(one.year),
}


@dataclass(frozen=True, slots=True)
class CorrectionItem:
    """One thing that is corrected: of whom, what, the old and the new words; empty ``new``: the award is withdrawn."""

    name: str
    what: str
    old: str
    new: str
    why: str


@dataclass(frozen=True)
class Correction(Frame):
    """The paper; ``corrected`` names the decision that was wrong."""

    authority: str
    corrected: str
    items: Sequence[CorrectionItem]
    withdrawn: Sequence[CorrectionItem]
    more: Sequence[str]
    end_mark: str


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A decision that is corrected, and by what: number and day of the correction where the book tells them.

    ``awards`` are those that it gave, as far as they are known.
    """

    number: str
    day: PartialDate | None
    decided_by: str
    items: Sequence[CorrectionItem]
    decision: Decision | None = None
    by_number: str = ""
    by_day: PartialDate | None = None
    awards: Sequence[Conferred] = ()


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield a correction for each decision of the campaign of which one is told."""
    blanks = Blanks(asked.draft)
    _refuse_unclear(campaign)
    told = [_of_paper(decision, campaign, blanks) for decision in _decisions(campaign)]
    found = [one for one in told if one.items]
    known = {decision_key(one.number) for one in found}
    found += [one for one in _of_book(campaign) if decision_key(one.number) not in known]
    if not found:
        nothing = Blanks(draft=False)
        where = f"ghi mục doc: {CORRECTION} (decision, changes) trong {WHERE}, hoặc cột Đính chính của sổ khen thưởng"
        nothing.lacks("nội dung đính chính, thu hồi", where)
        nothing.refuse(PAPER_NAMES[CORRECTION])
    for wrong in found:
        yield _document(campaign, wrong, asked, blanks)


def _refuse_unclear(campaign: ResolvedCampaign) -> None:
    """Raise `ThiduaError` for changes of which nobody can tell what decision they correct."""
    ids = [one.id for one in _decisions(campaign)]
    told_of = [record for record in campaign.facts.papers if record.value.doc == CORRECTION]
    refuse_unread(told_of, campaign)
    for own in (record.value for record in told_of):
        if not own.changes or own.decision in ids or (own.decision is None and len(ids) == 1):
            continue
        told = f"mã {own.decision}, {FILE} không có mã ấy" if own.decision else "chưa ghi decision"
        hint = (
            f"ghi decision là một trong: {', '.join(ids)}" if ids else f"ghi quyết định vào {FILE} bằng thidua decide"
        )
        raise ThiduaError(f"không rõ mục doc: {CORRECTION} trong {WHERE} đính chính quyết định nào: {told}", hint)


def _decisions(campaign: ResolvedCampaign) -> list[Decision]:
    return [record.value for record in campaign.facts.decisions]


def _of_paper(decision: Decision, campaign: ResolvedCampaign, blanks: Blanks) -> _Wrong:
    """Return what ``papers.yaml`` corrects of a decision; a name that the decision does not have is told."""
    own = own_facts(campaign, Which(CORRECTION, decision=decision.id))
    items = []
    for change in own.changes:
        names = [name for one in decision.awarded for name in _names(one, change, campaign)]
        name = change.name or (names[0] if names else change.told)
        if not any(same_name(name, one) for one in names):
            what = f"{change.told} trong Quyết định số {decision.number}"
            blanks.lacks(what, f"sửa name, id của mục changes trong {WHERE} cho đúng người trong {FILE}")
        item = _item(change, name)
        if item.old == item.new:
            what = f"lời đã ghi sai trong Quyết định số {decision.number} về {name}"
            blanks.lacks(what, f"ghi old của mục changes trong {WHERE}")
        items.append(item)
    given = [ruling.awards for ruling in all_recorded(campaign) if ruling.decision is decision]
    awards = [one for some in given for one in of_awards(some)]
    return _Wrong(decision.number, decision.date, decision.decided_by, items, decision, awards=awards)


def _names(awarded: Awarded, change: Change, campaign: ResolvedCampaign) -> list[str]:
    """Return the names that one who is awarded has in the decision and in the lists; none for another than an id says.

    The lists may be corrected already, and the change still tell the name that the decision had.
    """
    entries = [one for one in campaign.called(awarded) if one.is_called(awarded)]
    if change.id and not any(fold(one.nomination.id or "") == fold(change.id) for one in entries):
        return []
    told = [awarded.name] if awarded.name else []
    told += [change.name] if change.id and change.name else []
    return [*told, *(one.nomination.name for one in entries)]


def _item(change: Change, name: str) -> CorrectionItem:
    return CorrectionItem(name, change.what, change.old or name, change.new or "", change.why or "")


def _of_book(campaign: ResolvedCampaign) -> Iterator[_Wrong]:
    """Yield the decisions of this campaign that lines of the award book correct, each once."""
    groups: dict[tuple[str, str], list[tuple[RegisterEntry, RegisterEntry]]] = {}
    for line, corrected in campaign.past.corrections:
        if corrected and any(is_of(one, campaign.plan.id) for one in (line, corrected)):
            new, old = line.value, corrected.value
            groups.setdefault((decision_key(old.decision), decision_key(new.decision)), []).append((new, old))
    for pairs in groups.values():
        new, old = pairs[0]
        items = [item for pair in pairs for item in _changed(*pair)]
        known = [one for one in _decisions(campaign) if decision_key(one.number) == decision_key(old.decision)]
        decision = known[0] if known else None
        by = new.decided_by or old.decided_by or ""
        awards = [Conferred(wrong.award, by or None) for _, wrong in pairs]
        yield _Wrong(old.decision or "", old.date, by, items, decision, new.decision or "", new.date, awards)


def _changed(new: RegisterEntry, old: RegisterEntry) -> Iterator[CorrectionItem]:
    for what, told in _TOLD.items():
        if told(new) != told(old):
            yield CorrectionItem(old.name, what, told(old), told(new), new.note or "")


def _document(campaign: ResolvedCampaign, wrong: _Wrong, asked: Asked, blanks: Blanks) -> Document:
    which = Which(CORRECTION, decision=wrong.decision.id if wrong.decision else None)
    issuing = issued(campaign, which, "quyet_dinh")
    if wrong.decision and wrong.decision.signer and not own_facts(campaign, which).signers:
        issuing = replace(issuing, signers=[wrong.decision.signer])
    if wrong.by_number:
        issuing = replace(issuing, whole_number=wrong.by_number, day=wrong.by_day)
    layout = layout_in(campaign, issuing, asked.day)
    _ask(wrong, issuing, blanks)
    blanks.refuse(f"{PAPER_NAMES[CORRECTION]} số {wrong.number}")
    day = issuing.day.last if issuing.day else asked.day
    corrected = f"Quyết định số {wrong.number} {day_line(wrong.day)} của {authority(wrong.decided_by, issuing)}"
    issuing = replace(issuing, bases=_bases(wrong, issuing, layout, day, corrected))
    withdrawn = [one for one in wrong.items if not one.new]
    items = [one for one in wrong.items if one.new]
    verbs = ["đính chính"] * bool(items) + ["thu hồi khen thưởng tại"] * bool(withdrawn)
    context = Correction(
        **vars(frame(issuing, layout, f"Về việc {', '.join(verbs)} {corrected}")),
        authority=authority(wrong.decided_by, issuing),
        corrected=corrected,
        items=[replace(one, what=upper_first(one.what)) for one in items],
        withdrawn=withdrawn,
        more=own_facts(campaign, which).paragraphs,
        end_mark=layout.end_mark,
    )
    return Document(
        f"quyet-dinh-dinh-chinh-{_slug(wrong.number)}", context, blanks.missing, list(_notes(wrong, campaign))
    )


def _notes(wrong: _Wrong, campaign: ResolvedCampaign) -> Iterator[str]:
    """Yield that the book has no line of a correction yet: it is written when that is signed, and not by this paper."""
    booked = {decision_key(old.value.decision) for _, old in campaign.past.corrections if old}
    if any(one.new for one in wrong.items) and decision_key(wrong.number) not in booked:
        how = f"ký xong thì ghi bằng thidua register add, thêm --corrects {wrong.number}; dòng cũ vẫn giữ"
        yield f"sổ khen thưởng chưa có dòng đính chính Quyết định số {wrong.number}: {how}"


def _ask(wrong: _Wrong, issuing: Issuing, blanks: Blanks) -> None:
    """Ask for what a correction may not lack."""
    if not wrong.items:
        blanks.lacks("nội dung được đính chính", f"ghi changes ở mục doc: {CORRECTION} trong {WHERE}")
    for one in wrong.items:
        if not one.why:
            where = f"ghi why của mục changes trong {WHERE}, hoặc cột Ghi chú của dòng đính chính trong sổ"
            blanks.lacks(f"lý do đính chính, thu hồi của {one.name}", where)
    if not issuing.bases:
        what = "căn cứ về chức năng, nhiệm vụ, thẩm quyền của cơ quan"
        blanks.lacks(what, f"ghi bases ở mục doc: {CORRECTION} trong {WHERE}")


def _bases(wrong: _Wrong, issuing: Issuing, layout: Layout, day: date, corrected: str) -> list[str]:
    law = law_bases(day, issuing.bases, layout, wrong.awards)
    last = [one for one in issuing.bases if _proposes(one)]
    return [*(one for one in issuing.bases if not _proposes(one)), *law, corrected, *last]


def _proposes(basis: str) -> bool:
    return fold(basis).startswith("theo de nghi")


def _slug(number: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", decision_key(number)).strip("-") or "khong-so"
