"""Decisions on awards as papers print them: those that are recorded, and those that wait to be signed.

A recorded one gives its awards to whom ``decisions.yaml`` names. One that waits is made of all that the council passed
and no decision has given yet, for one decider and one review.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.course import Course, courses
from thidua_cli.campaign.deciding import Choice, chosen_by
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review, Reviews
from thidua_cli.errors import ThiduaError
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.decision import Awarded, Decision
from thidua_cli.papers.contract import Asked, Missing
from thidua_cli.papers.deciding_body import head_of, is_of
from thidua_cli.papers.issuing import Issuing
from thidua_cli.papers.own_facts import WHERE, Which, issued, own_facts
from thidua_cli.papers.people import addressed, by_level, position_of, subject_rank
from thidua_cli.papers.selection import chosen
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.sameness import decision_key
from thidua_cli.vietnamese.text import FEW, listing

FILE = "decisions.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class Winner:
    """One who gets an award, as all papers print him; ``award``, ``subject`` are None where nobody knows them."""

    name: str
    position: str
    award: PlanAward | None = None
    subject: str | None = None
    entry: Entry | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Ruling:
    """One decision: who decides, for which review, who gets what; ``decision`` is None while it waits.

    ``awards`` are those that it gives, from high to low; ``open`` is what is not known of those who get them.
    """

    decided_by: str
    review: Review
    awards: Sequence[PlanAward]
    winners: Sequence[Winner]
    decision: Decision | None = None
    open: Sequence[Missing] = ()

    @property
    def day(self) -> PartialDate | None:
        """The day of the decision; None while it waits."""
        return self.decision.date if self.decision else None

    @property
    def stem(self) -> str:
        """What names of files tell of it."""
        if self.decision:
            return self.decision.id
        told = (*(one.id for one in self.awards), self.review.occasion, self.review.phase, self.review.year)
        return "-".join(str(part) for part in told if part)

    def which(self, doc: str) -> Which:
        """Return the name of a paper on this decision: ``decision``, ``money``, ``correction``."""
        award = self.awards[0].id if len(self.awards) == 1 else None
        return Which(doc, award, None, self.review, self.decision.id if self.decision else None)

    def parts(self) -> Iterator[tuple[PlanAward | None, str | None, list[Winner]]]:
        """Yield award, subject and who gets it: high before low, collectives before individuals, as they are listed."""
        for award in (*self.awards, None):
            members = [one for one in self.winners if one.award is award]
            for subject in sorted({one.subject for one in members}, key=subject_rank):
                yield award, subject, [one for one in members if one.subject == subject]


def recorded(campaign: ResolvedCampaign, asked: Asked) -> list[Ruling]:
    """Return the decisions of the campaign in their order, whole; those only that give what is asked for something."""
    made = all_recorded(campaign)
    if not (asked.award or asked.unit or asked.occasion or asked.year or asked.only):
        return made
    wanted = set(chosen(campaign, asked))
    return [one for one in made if any(winner.entry in wanted for winner in one.winners)]


def all_recorded(campaign: ResolvedCampaign) -> list[Ruling]:
    """Return every decision of the campaign in the order of its file."""
    found, reviews = courses(campaign), campaign.reviews
    return [_recorded(record, found, campaign, reviews) for record in campaign.facts.decisions]


def _recorded(
    record: Record[Decision], found: Sequence[Course], campaign: ResolvedCampaign, reviews: Reviews
) -> Ruling:
    decision = record.value
    known = {one.given.index: one.entry for one in found if one.given and one.given.decision is record}
    winners = [_winner(known.get(index), said) for index, said in enumerate(decision.awarded)]
    given = [one.award for one in winners if one.award]
    awards = [one for one in by_level(campaign.plan.awards) if one in given]
    strangers = [one.name for one in winners if one.entry is None]
    missing = [_stranger(strangers)] if strangers else []
    missing += _untold(winners)
    return Ruling(decision.decided_by, reviews.of(decision), awards, winners, decision, missing)


def _winner(entry: Entry | None, said: Awarded | None = None) -> Winner:
    if entry is None:
        assert said
        return Winner(said.told, said.unit or "")
    return Winner(addressed(entry.nomination), position_of(entry), entry.award, entry.subject, entry)


def _stranger(names: Sequence[str]) -> Missing:
    told = listing(names, "và", most=FEW, others="tên khác")
    return Missing(f"đề nghị của {told}", f"sửa tên trong {FILE}, hoặc bổ sung danh sách đề nghị, theo thidua check")


def _untold(winners: Iterable[Winner]) -> list[Missing]:
    names = [one.name for one in winners if one.entry and one.subject is None]
    told = listing(names, "và", most=FEW, others="tên khác")
    return [Missing(f"đối tượng của {told}", "ghi subject (Đối tượng) trong danh sách đề nghị")] if names else []


def awaited(campaign: ResolvedCampaign, asked: Asked) -> list[Ruling]:
    """Return the decisions that wait to be signed: one a decider and review, of what is asked for.

    With ``--only`` they give their awards to those who are named, also where no council has to pass them.
    """
    wanted = set(chosen(campaign, asked))
    found = [one for one in courses(campaign) if one.entry in wanted]
    groups: dict[tuple[str, Review], list[Course]] = {}
    head = head_of(issued(campaign, Which("decision"), "quyet_dinh"))
    for one in found:
        if one.entry.award and one.awarded is not True and not one.left_out:
            groups.setdefault((one.entry.award.decided_by or head, one.review), []).append(one)
    made = [_awaited(who, review, group, campaign, asked) for (who, review), group in groups.items()]
    return [one for one in made if one.winners or one.open]


def _awaited(
    decided_by: str, review: Review, group: Sequence[Course], campaign: ResolvedCampaign, asked: Asked
) -> Ruling:
    given = [one.entry.award for one in group]
    awards = [one for one in by_level(campaign.plan.awards) if one in given]
    if asked.only:
        entries = _named_ones([one.entry for one in group], awards, review, campaign)
    else:
        entries = [one.entry for one in group if one.passed]
    missing = [] if asked.only else _unsettled(group)
    winners = [_winner(entry) for entry in entries]
    awards = [one for one in awards if any(winner.award is one for winner in winners)]
    return Ruling(decided_by, review, awards, winners, None, [*missing, *_untold(winners)])


def _named_ones(
    entries: Sequence[Entry], awards: Sequence[PlanAward], review: Review, campaign: ResolvedCampaign
) -> Sequence[Entry]:
    """Return those who are named by ``--only``; whoever may not be decided is refused as ``thidua decide`` does."""
    return chosen_by(Choice(awards, review, [one.who for one in entries]), campaign, ()).awarded


def _unsettled(group: Sequence[Course]) -> list[Missing]:
    """Return of whom it is not known whether the council passed him, or whether he has his award already."""
    names = [one.entry.nomination.name for one in group if one.passed is None or (one.passed and one.awarded is None)]
    told = listing(names, "và", most=FEW, others="tên khác")
    where = "xem bằng lệnh thidua check rồi sửa, hoặc kể tên từng người bằng --only"
    return [Missing(f"kết luận về đề nghị của {told}", where)] if names else []


def decision_issued(campaign: ResolvedCampaign, ruling: Ruling) -> Issuing:
    """Return how a decision is issued: number, day and signer as recorded, the rest as ``papers.yaml`` tells.

    Two sources that tell another number or day are refused.
    """
    which = ruling.which("decision")
    issuing, own, decision = issued(campaign, which, "quyet_dinh"), own_facts(campaign, which), ruling.decision
    if decision is None:
        return issuing
    digits = decision_key(decision.number).partition("/")[0].partition("-")[0].lstrip("0")
    other_number = own.number and own.number.lstrip("0") != digits
    if other_number or (own.date and own.date != decision.date):
        message = f"{WHERE} và {FILE} ghi khác nhau số hoặc ngày của quyết định {decision.id}"
        raise ThiduaError(message, f"bỏ number, date của quyết định này trong {WHERE}: {FILE} đã có")
    signers = [decision.signer] if decision.signer else issuing.signers
    return replace(issuing, whole_number=decision.number.removeprefix("Số "), day=decision.date, signers=signers)


def is_ours(campaign: ResolvedCampaign, ruling: Ruling) -> bool:
    """Tell whether the office of the campaign issues a decision, or ``papers.yaml`` tells which body does."""
    own = own_facts(campaign, ruling.which("decision"))
    return bool(own.issuer) or is_of(ruling.decided_by, decision_issued(campaign, ruling))


def money_source(campaign: ResolvedCampaign, ruling: Ruling) -> str | None:
    """Return the fund that pays for a decision; the office's own fund pays for nobody else's decision."""
    told = [ruling.decision.money_source if ruling.decision else None]
    told += [own_facts(campaign, ruling.which(doc)).money_source for doc in ("decision", "money")]
    office = campaign.facts.office
    if office and is_ours(campaign, ruling):
        told.append(office.value.money_source)
    return next(filter(None, told), None)
