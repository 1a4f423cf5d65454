"""The submission (tờ trình): to each decider the awards that are his, those whom the council did not agree to apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from thidua_cli.campaign.course import Course, courses
from thidua_cli.campaign.passed import State
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.campaign.unit_names import unit_named
from thidua_cli.errors import ThiduaError
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.fields import subject_name
from thidua_cli.model.plan import Recipient, Signer
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, frame
from thidua_cli.papers.contract import BLANK, Asked, Blanks, Document, LacksError
from thidua_cli.papers.derived_bases import law_bases, minutes_basis, of_awards, plan_basis
from thidua_cli.papers.dossiers.authorities import Authority, authorities, signs_himself
from thidua_cli.papers.dossiers.unit_issuing import issued_by_unit
from thidua_cli.papers.issuing import Issuing
from thidua_cli.papers.movement_name import movement, review_beside
from thidua_cli.papers.own_facts import WHERE, Which, issued, layout_in, own_facts
from thidua_cli.papers.people import addressed, position_of, subject_rank
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.bodies import slug
from thidua_cli.vietnamese.text import FEW, listing

DOC = "submission"
_MOST_IN_TEXT = 5
_AS_ABOVE = "Như trên"
_SEE = "xem bằng lệnh thidua check rồi sửa"


@dataclass(frozen=True, slots=True)
class Proposed:
    """One who is put forward, as all papers name him."""

    name: str
    position: str


@dataclass(frozen=True, slots=True)
class AwardPart:
    """One award: how many of each of `Submission.subjects`, and who."""

    name: str
    counts: Sequence[int]
    rows: Sequence[Proposed]


@dataclass(frozen=True, slots=True)
class NotAgreed:
    """One who was put forward and is not submitted, with the reason."""

    name: str
    position: str
    award: str
    why: str


@dataclass(frozen=True)
class Submission(Frame):
    """A tờ trình. ``in_text``: so few that their names stand in it; ``sessions`` name council and day of each session.

    ``enclosed`` are the papers that go with it; ``by_unit``: it is a unit's own.
    """

    addressees: Sequence[str]
    decider: str
    movement: str
    review: str
    subjects: Sequence[str]
    counts: Sequence[int]
    awards: Sequence[AwardPart]
    in_text: bool
    by_unit: bool
    sessions: Sequence[str]
    not_agreed: Sequence[NotAgreed]
    enclosed: Sequence[str]
    paragraphs: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield a submission for each decider at each review; all that they lack is told together."""
    made = list(_all(campaign, asked))
    missing = tuple(dict.fromkeys(chain.from_iterable(one.missing for one in made)))
    if missing and not asked.draft:
        raise LacksError(PAPER_NAMES[DOC], missing)
    yield from made


def _all(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    entries = set(chosen(campaign, asked))
    found = [one for one in courses(campaign) if one.entry in entries]
    unclear = _unclear(campaign, asked)
    reviews = list(dict.fromkeys(one.review for one in found))
    for authority in authorities(campaign.plan, asked.day):
        for review in reviews:
            mine = [one for one in found if one.review == review and one.entry.award in authority.awards]
            if mine:
                alone = len(reviews) == 1 and not asked.occasion
                yield _Maker(campaign, asked, authority, review, alone).document(mine, unclear)


def _unclear(campaign: ResolvedCampaign, asked: Asked) -> list[str]:
    """Return who may stand on any submission: of whom the award or the subject is not known."""
    entries = chosen(campaign, replace(asked, award=None))
    return [one.who for one in entries if one.award is None or one.subject is None]


def which_of(campaign: ResolvedCampaign, awards: Sequence[PlanAward], review: Review, unit: str | None = None) -> Which:
    """Return which paper of ``papers.yaml`` the submission of these awards is: told by any of them, else by none.

    Two entries for awards of one decider are refused: nobody knows which number is meant.
    """
    asked = [Which(DOC, award=one.id, unit=unit, review=review) for one in awards]
    told = [which for which in asked if own_facts(campaign, which).award]
    if len({id(own_facts(campaign, which)) for which in told}) > 1:
        names = listing((award_name(one) for one in awards), "và")
        message = f"{WHERE} có hai mục {DOC} cho {names}, cùng một người quyết định"
        raise ThiduaError(message, "gộp làm một mục: một người quyết định thì một tờ trình")
    return (told or asked)[0]


class _Maker:
    """Makes one submission."""

    def __init__(
        self, campaign: ResolvedCampaign, asked: Asked, authority: Authority, review: Review, alone: bool
    ) -> None:
        self.campaign, self.authority, self.alone = campaign, authority, alone
        self.unit = unit_named(asked.unit, campaign.all_units) if asked.unit else None
        self.review = review
        self.blanks = Blanks(asked.draft)
        self.which = which_of(campaign, authority.awards, review, self.unit)
        self.own = own_facts(campaign, self.which)
        self.issuing = self._issued()
        self.layout = layout_in(campaign, self.issuing, asked.day)
        self.day = self.issuing.day.last if self.issuing.day else asked.day

    def document(self, found: Sequence[Course], unclear: Sequence[str]) -> Document:
        """Return the submission of those who are ``found``, and of those who are not agreed to."""
        if unclear:
            told = listing(unclear, "và", most=FEW, others="đề nghị nữa")
            self.blanks.lacks(f"hình thức hoặc đối tượng của {told}", _SEE)
        submitted, refused = self._parted(found)
        subjects = sorted({one.entry.subject for one in submitted}, key=subject_rank)
        awards = [part for award in self.authority.awards if (part := _part(award, submitted, subjects))]
        sessions = list(dict.fromkeys(one.standing.cast.sitting for one in found if one.standing.cast))
        names = [subject_name(one) if one else "chưa rõ đối tượng" for one in subjects]
        in_text = len(submitted) <= _MOST_IN_TEXT
        plan, decider = self.campaign.plan, self._decider()
        issuing = replace(self.issuing, bases=self._bases(sessions), recipients=self._recipients())
        submission = Submission(
            **vars(frame(issuing, self.layout, self._subject(awards, names))),
            addressees=self._addressees(decider),
            decider=decider,
            movement=movement(plan),
            review="" if self.alone else review_beside(self.campaign, self.review),
            subjects=names,
            counts=[sum(one.entry.subject == subject for one in submitted) for subject in subjects],
            awards=awards,
            in_text=in_text,
            by_unit=self.unit is not None,
            sessions=[self._session(one) for one in sessions],
            not_agreed=[_not_agreed(one) for one in refused],
            enclosed=self._enclosed(bool(sessions), in_text),
            paragraphs=self.own.paragraphs,
            end_mark=self.layout.end_mark,
        )
        return Document(self._stem(), submission, self.blanks.missing)

    def _issued(self) -> Issuing:
        if self.unit:
            return issued_by_unit(self.campaign, self.which, "to_trinh", self.unit)
        issuing = issued(self.campaign, self.which, "to_trinh")
        if not self.own.signers and signs_himself(self.authority, issuing.signers, issuing.issuer):
            where = f"ghi issuer và signers cho {DOC} (award: {self.authority.awards[0].id}) trong {WHERE}"
            self.blanks.lacks(f"người trình {self.authority.name} (không ai tự trình mình)", where)
            return replace(issuing, signers=[Signer(post=BLANK)])
        return issuing

    def _decider(self) -> str:
        name = self.authority.name or listing(self.own.to, "và")
        award = self.authority.awards[0]
        return self.blanks.text(name, f"người quyết định {award_name(award)}", "ghi decided_by trong plan.yaml")

    def _addressees(self, decider: str) -> list[str]:
        *others, last = self.own.to or [decider]
        return [*others, f"{last} (qua {self.own.through})" if self.own.through else last]

    def _recipients(self) -> list[Recipient]:
        told = self.issuing.recipients
        if any(_AS_ABOVE.casefold() in name.casefold() for one in told for name in one.to):
            return list(told)
        return [Recipient(to=[_AS_ABOVE]), *told]

    def _bases(self, sessions: Sequence[Sitting]) -> list[str]:
        own = self.issuing.bases
        law = law_bases(self.day, own, self.layout, of_awards(self.authority.awards))
        return [*law, *own, plan_basis(self.campaign.plan, self.layout), *map(minutes_basis, sessions)]

    def _session(self, sitting: Sitting) -> str:
        held, file = sitting.council.held, Path(sitting.record.origin.file).name
        day = self.blanks.text(str(held or ""), "ngày họp Hội đồng", f"ghi held trong {file}")
        return f"{sitting.council.name} xét, thông qua tại phiên họp ngày {day}"

    def _enclosed(self, council: bool, in_text: bool) -> list[str]:
        """Return what goes with the paper: it says "kèm theo" of nothing that does not."""
        minutes = "biên bản họp Hội đồng" if council else ""
        if self.unit:
            minutes = "biên bản họp bình xét của đơn vị"
        papers = ["" if in_text else "danh sách trích ngang", minutes, "báo cáo thành tích của tập thể, cá nhân"]
        return [one for one in papers if one]

    def _subject(self, awards: Sequence[AwardPart], subjects: Sequence[str]) -> str:
        what = awards[0].name if len(awards) == 1 else ""
        asked = f"Về việc đề nghị tặng {what} cho" if what else "Về việc đề nghị khen thưởng"
        whom = ", ".join(subjects) or "tập thể, cá nhân"
        return f"{asked} {whom} có thành tích trong {movement(self.campaign.plan)}"

    def _stem(self) -> str:
        parts = [] if self.alone else [self.review.occasion, self.review.phase, self.review.year]
        unit = slug(self.unit) if self.unit else None
        return "-".join(["to-trinh", self.authority.awards[0].id, *(str(part) for part in (unit, *parts) if part)])

    def _parted(self, found: Sequence[Course]) -> tuple[list[Course], list[Course]]:
        """Return who is submitted and who is not; of whom nobody knows it is told.

        Where the council voted on an award, whoever has no vote is waited for; where the law asks for ballots and a
        session is told, too. Without any session all stand in it, and so do those of a unit.
        """
        voted = [one.entry.award for one in found if one.standing.state is not State.NO_VOTE]
        submitted, refused, held = [], [], bool(self.campaign.sessions)
        for one in found:
            state, name = one.standing.state, one.entry.nomination.name
            if state in (State.REFUSED, State.PUT_OFF, State.UNKNOWN):
                refused.append(one)
                continue
            waits = one.entry.award in voted or (held and one.needs_ballot and not one.awarded)
            if state is State.NO_VOTE and waits and not self.unit:
                self.blanks.lacks(f"kết quả phiếu của {name}", "ghi vào votes trong tệp của phiên họp Hội đồng")
            submitted.append(one)
        if unknown := [one.entry.nomination.name for one in refused if one.standing.state is State.UNKNOWN]:
            told = listing(unknown, "và", most=FEW, others="đề nghị nữa")
            self.blanks.lacks(f"kết luận của Hội đồng về {told}", _SEE)
        return submitted, refused


def _part(award: PlanAward, submitted: Sequence[Course], subjects: Sequence[str | None]) -> AwardPart | None:
    """Return an award with its nominees, collectives first; None where there is nobody."""
    mine = [one.entry for one in submitted if one.entry.award is award]
    mine.sort(key=lambda one: subject_rank(one.subject))
    if not mine:
        return None
    counts = [sum(one.subject == subject for one in mine) for subject in subjects]
    rows = [Proposed(addressed(one.nomination), position_of(one)) for one in mine]
    return AwardPart(award_name(award), counts, rows)


def _not_agreed(one: Course) -> NotAgreed:
    """Return one who is not submitted: the reason as the council gave it, else how the ballots stand."""
    entry, cast = one.entry, one.standing.cast
    assert entry.award
    said = cast.said.reason if cast else None
    why = "; ".join(text for text in (one.standing.why, said) if text)
    return NotAgreed(addressed(entry.nomination), position_of(entry), award_name(entry.award), why)
