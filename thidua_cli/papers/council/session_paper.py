"""What the papers of a session of the council share: which sessions are asked for, the issuer, members, day, place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import ANY, Review
from thidua_cli.campaign.sitting import Sitting, is_chair
from thidua_cli.lists.council_session import nothing_known
from thidua_cli.model.council import Council, Member
from thidua_cli.model.council_tables import VoteRow
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.headings import title_of
from thidua_cli.model.plan import Issuer, Plan
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, frame
from thidua_cli.papers.contract import BLANK, Asked, Blanks, LacksError, Missing
from thidua_cli.papers.issuing import Issuing
from thidua_cli.papers.movement_name import review_beside
from thidua_cli.papers.own_facts import WHERE, Which, issued, layout_in, own_facts
from thidua_cli.papers.selection import asked_review
from thidua_cli.reading.document import Document as YamlFile
from thidua_cli.reading.origin import Record, YamlEntry
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.dates import weekday
from thidua_cli.vietnamese.sameness import loose_key
from thidua_cli.vietnamese.text import fold, lower_first, upper_first

FILE = "council.yaml"
_OF_COUNCIL = ("ballot", "count", "minutes")
_NUMBER = re.compile(r"(?P<number>\d+[a-zđ]?)(?:\s*[-/]\s*BB\s*[-/]\s*(?P<council>\S+))?")
_MERIT_COUNCIL = "hoi dong thi dua"


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member as papers list him; ``attendance`` says whether he was there, if not why, and whether he wrote."""

    number: int
    name: str
    post: str
    unit: str
    role: str
    attendance: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many members there are, were there, were away, and sent their opinion in writing."""

    members: int
    present: int
    absent: int
    written: int


def sittings(campaign: ResolvedCampaign, asked: Asked, doc: str) -> list[Sitting]:
    """Return the sessions that the options ask for; a draft of a campaign without any is of one that is all blank."""
    wanted = asked_review(campaign, asked)
    found = [one for one in campaign.sessions if wanted.may_be(review_of_session(one))]
    if found:
        return found
    if asked.draft:
        return [unheld(campaign)]
    raise LacksError(
        PAPER_NAMES[doc], [Missing("phiên họp của kỳ này", f"lập tệp {FILE}, hoặc xem lại --occasion, --year")]
    )


def unheld(campaign: ResolvedCampaign, review: Review = ANY) -> Sitting:
    """Return a session of which nothing is known yet but its review, and the council: the office's, or the only one."""
    office = campaign.facts.office
    names = {one.council.name for one in campaign.sessions}
    name = office.value.council if office else None
    if name is None and len(names) == 1:
        name = names.pop()
    council = Council.model_construct(format="council/1", name=name or "", members=[], year=review.year)
    doubts = nothing_known(FILE, f"chưa có tệp {FILE}", f"lập tệp {FILE}")
    return Sitting(Record(council, YamlEntry(YamlFile(FILE), "")), doubts, review.occasion, review.phase)


def review_of_session(sitting: Sitting) -> Review:
    """Return the review that a session is held for, as far as it tells."""
    return Review(sitting.occasion, sitting.phase, sitting.year)


def stem_of(stem: str, sitting: Sitting, among: Sequence[Sitting]) -> str:
    """Return the end of the name of a file: one of several sessions is told by the name of its own file."""
    return stem if len(among) == 1 else f"{stem}-{Path(sitting.record.origin.file).stem}"


class SessionPaper:
    """One paper of one session: its own facts, how it is issued, what of it is known and what is lacking.

    Ballot, count and minutes are issued by the council itself, under the body of the plan.
    """

    def __init__(self, campaign: ResolvedCampaign, asked: Asked, sitting: Sitting, doc: str, kind: str) -> None:
        which = Which(doc, review=review_of_session(sitting))
        self.campaign, self.sitting, self.doc = campaign, sitting, doc
        self.council = sitting.council
        self.own = own_facts(campaign, which)
        self.blanks = Blanks(asked.draft)
        issuing = issued(campaign, which, kind)
        if doc in _OF_COUNCIL:
            issuing = self._of_council(issuing)
        self.issuing = issuing
        self.layout = layout_in(campaign, issuing, asked.day)

    def _of_council(self, issuing: Issuing) -> Issuing:
        typed = _NUMBER.fullmatch(self.council.number or "")
        own = self.own.number or (typed["number"] if typed and self.doc == "minutes" else None)
        day = self.own.date or self.council.held
        issuer = self.own.issuer or council_issuer(self.campaign.plan, self.council)
        return replace(issuing, issuer=issuer, number=own, day=day, signers=(), bases=self.own.bases)

    def frame(self, title: str) -> Frame:
        """Return what all papers share; a number of the session in another form than usual is printed as typed."""
        made = frame(self.issuing, self.layout, title)
        typed = self.council.number
        if self.doc != "minutes" or not typed or self.issuing.number:
            return made
        lead = self.layout.number_line.partition("{")[0]
        return replace(made, letterhead=replace(made.letterhead, number=f"{lead}{typed}"))

    def where(self, key: str, inner: str = "") -> str:
        """Return where a fact of the session, or of one of its lines, is to be written: a key, or words of a table."""
        origin = self.sitting.record.origin
        names = [key, inner] if isinstance(origin, YamlEntry) else [f"“{Council.model_fields[key].title}”", ""]
        told = f"{names[1]} ở {names[0]}" if names[1] else names[0]
        return f"ghi {told} trong {Path(origin.file).name}"

    def where_of_votes(self) -> str:
        """Return where the votes that do not agree are to be written: two keys of each vote, or two columns."""
        origin = self.sitting.record.origin
        if isinstance(origin, YamlEntry):
            return f"ghi against, none ở từng dòng votes trong {Path(origin.file).name}"
        names = [title_of(VoteRow, field) for field in ("against", "none")]
        return f"thêm cột “{names[0]}”, “{names[1]}” trong {Path(origin.file).name}"

    def fact(self, value: object, key: str) -> str:
        """Return a fact of the session as text; a blank where it is lacking."""
        text = "" if value is None else str(value)
        return self.blanks.text(text, lower_first(Council.model_fields[key].title or key), self.where(key))

    def doubts(self) -> None:
        """Ask for what was not read of the session: nothing that is signed rests on it."""
        doubts = self.sitting.doubts
        if doubts.members or doubts.votes or doubts.day or doubts.share:
            self.blanks.lacks(f"chỗ chưa rõ của phiên họp ({doubts.cause})", doubts.mend)

    def doubts_on_members(self) -> None:
        """Ask who the members are, where that is not known for sure."""
        doubts = self.sitting.doubts
        if doubts.members:
            self.blanks.lacks(f"chỗ chưa rõ của danh sách thành viên ({doubts.cause})", doubts.mend)

    def review(self, reviewed: Sequence[Review] = ()) -> str:
        """Return the name of the review of the session, or of the one that all its nominees are of."""
        own = review_of_session(self.sitting)
        said = set(reviewed)
        return review_beside(self.campaign, said.pop() if own == ANY and len(said) == 1 else own)

    def day(self) -> str:
        """Return the day of the session with its weekday, which is computed: ``thứ Năm, ngày 20/11/2025``."""
        held = self.council.held
        if held is None or held.day is None or self.sitting.doubts.day:
            return self.fact(None, "held")
        return weekday_and_day(held)

    def opening(self) -> str:
        """Return hour and day at which the session opens."""
        return f"{self.fact(self.council.opens, 'opens')}, {self.day()}"

    def attendance(self) -> Attendance:
        """Return the counts of those there and away; who is not known is asked for in `members`."""
        members = self.council.members
        present = sum(one.present for one in members)
        written = sum(one.written_opinion for one in members if not one.present)
        return Attendance(len(members), present, len(members) - present, written)

    def members(self) -> list[MemberRow]:
        """Return the rows of all members; whether one was there, and why not, is asked for where it is not told."""
        return [
            MemberRow(
                number,
                one.name,
                one.post or "",
                one.unit or "",
                upper_first(one.role or ""),
                self._attended(number - 1, one),
            )
            for number, one in enumerate(self.council.members, start=1)
        ]

    def _attended(self, index: int, member: Member) -> str:
        if index in self.sitting.doubts.attendance:
            return self.blanks.text(None, f"{member.name} dự họp hay vắng", self.where("members", "present"))
        if member.present:
            return "Có mặt"
        reason = self.blanks.text(member.reason, f"lý do vắng của {member.name}", self.where("members", "reason"))
        if index in self.sitting.doubts.opinions:
            self.blanks.lacks(f"{member.name} có gửi ý kiến hay không", self.where("members", "written_opinion"))
            return f"Vắng ({reason})"
        wrote = "đã gửi ý kiến bằng văn bản" if member.written_opinion else "không gửi ý kiến bằng văn bản"
        return f"Vắng ({reason}); {wrote}"

    def chair(self) -> str:
        """Return the name of who takes the chair: as told, else the head of the council, if he was there."""
        return self._one_of(self.own.chair, is_chair, "người chủ trì", "chair")

    def secretary(self) -> str:
        """Return the name of who writes: as told, else the one secretary of the council who was there."""
        return self._one_of(self.own.secretary, _is_secretary, "thư ký phiên họp", "secretary")

    def _one_of(self, told: str | None, role: Callable[[str | None], bool], what: str, key: str) -> str:
        unsure = self.sitting.doubts.attendance
        there = [one for index, one in enumerate(self.council.members) if one.present and index not in unsure]
        named = [one.name for one in there if role(one.role)]
        alone = named[0] if len(named) == 1 else None
        return self.blanks.text(told or alone, what, f"ghi {key} cho doc: {self.doc} trong {WHERE}")

    def described(self, name: str) -> str:
        """Return a name with the post and role of the member who bears it."""
        same = [one for one in self.council.members if loose_key(own_name(one.name)) == loose_key(own_name(name))]
        if len(same) != 1:
            return name
        return " - ".join(part for part in (name, described_post(same[0])) if part)


def _is_secretary(role: str | None) -> bool:
    return "thu ky" in fold(role or "")


def described_post(member: Member) -> str:
    """Return post, unit and role of a member: ``Cục trưởng, Chủ tịch Hội đồng``."""
    role = member.role or ""
    if role and "hoi dong" not in fold(role):
        role = f"{role} Hội đồng"
    return ", ".join(part for part in (member.post, member.unit, role) if part)


def council_issuer(plan: Plan, council: Council) -> Issuer:
    """Return the council as the issuer of its own papers: under the body of the plan, in its place and layout."""
    signed = _NUMBER.fullmatch(council.number or "")
    usual = "HĐTĐKT" if fold(council.name).startswith(_MERIT_COUNCIL) else "HĐ"
    abbreviation = signed["council"] or usual if signed else usual
    superior, name = _under(plan.issuer, council.name or BLANK)
    return plan.issuer.model_copy(update={"name": name, "superior": superior, "abbreviation": abbreviation})


def _under(own: Issuer, council: str) -> tuple[str, str]:
    """Return the body and its council as two lines: a body that ends the name of the council stands once."""
    for body in (f"{own.name} {own.superior}", own.name):
        name = council.removesuffix(f" {body}")
        if name != council:
            return body, name
    return own.name, council


def weekday_and_day(day: PartialDate) -> str:
    """Return a whole day with its weekday: ``thứ Năm, ngày 20/11/2025``."""
    return f"{weekday(day.first)}, ngày {day}"
