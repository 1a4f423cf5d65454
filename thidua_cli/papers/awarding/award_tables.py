"""Who gets which award and how much, in tables: one computation for the decision, its annex and the list of money."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.fields import subject_name
from thidua_cli.page.layout import Layout
from thidua_cli.papers.awarding.award_money import Pay, Sum, Tariff, tell_doubt, total
from thidua_cli.papers.contract import BLANK, Blanks
from thidua_cli.papers.deciding_body import deciding
from thidua_cli.papers.own_facts import WHERE, own_facts
from thidua_cli.papers.people import subject_rank
from thidua_cli.papers.rulings import Ruling, Winner, decision_issued

_UNKNOWN = "chưa rõ"


@dataclass(frozen=True, slots=True)
class Awardee:
    """One who gets an award; ``number`` counts within his award and subject."""

    number: int
    name: str
    position: str


@dataclass(frozen=True, slots=True)
class AwardeePart:
    """All of one subject who get one award, and what each of them is paid; a draft prints dots for what is unknown.

    ``factor`` and ``salary`` are empty where the office told the amount.
    """

    subject: str
    rows: Sequence[Awardee]
    amount: str
    factor: str
    salary: str


@dataclass(frozen=True, slots=True)
class AwardeeGroup:
    """All who get one award; ``title``: it is a danh hiệu. ``counts`` are subjects and how many; ``sum`` is theirs."""

    mark: str
    award: str
    title: bool
    parts: Sequence[AwardeePart]
    counts: Sequence[tuple[str, int]]
    sum: Sum


@dataclass(frozen=True, slots=True)
class AwardeeTables:
    """All awards of a decision from high to low, and what they cost together."""

    groups: Sequence[AwardeeGroup]
    counts: Sequence[tuple[str, int]]
    sum: Sum


def tariff(campaign: ResolvedCampaign, ruling: Ruling, today: date) -> Tariff:
    """Return what a decision pays; one that has no day yet pays as on the day of the run."""
    issuing = decision_issued(campaign, ruling)
    days = (issuing.day.first, issuing.day.last) if issuing.day else (today, today)
    told = own_facts(campaign, ruling.which("decision")).amounts
    return Tariff(deciding(ruling.decided_by, issuing), *days, told, campaign.award_names)


def award_tables(ruling: Ruling, paid: Tariff, layout: Layout, blanks: Blanks) -> AwardeeTables:
    """Return the tables of a decision; what is not known of awardees and money is told to ``blanks``."""
    for one in ruling.open:
        blanks.lacks(one.what, one.where)
    groups: list[AwardeeGroup] = []
    for award in (*ruling.awards, None):
        parts = [(subject, winners) for of, subject, winners in ruling.parts() if of is award]
        if parts:
            own = [paid.of(award, subject) for subject, _ in parts]
            groups.append(_group(layout.mark(1, len(groups) + 1), award, parts, own, blanks))
    return AwardeeTables(groups, _counts(list(ruling.winners)), total([one.sum.amount for one in groups]))


_Parts = Sequence[tuple[str | None, list[Winner]]]


def _group(mark: str, award: PlanAward | None, parts: _Parts, pays: Sequence[Pay], blanks: Blanks) -> AwardeeGroup:
    name = award_name(award) if award else f"Hình thức {_UNKNOWN}"
    made = [_part(name, subject, winners, pay, blanks) for (subject, winners), pay in zip(parts, pays, strict=True)]
    everyone = [winner for _, winners in parts for winner in winners]
    title = award is not None and law_award(award.form).kind == "title"
    return AwardeeGroup(mark, name, title, made, _counts(everyone), _sum(pays, parts))


def _part(award: str, subject: str | None, winners: Sequence[Winner], pay: Pay, blanks: Blanks) -> AwardeePart:
    word = _word(subject)
    if pay.amount is None and subject:
        what = f"mức tiền thưởng của {award} cho {word} ({pay.why})"
        blanks.lacks(what, f"ghi amounts ở mục doc: decision trong {WHERE}")
    tell_doubt(pay, award, word, blanks)
    rows = [Awardee(number, one.name, one.position) for number, one in enumerate(winners, start=1)]
    return AwardeePart(word, rows, pay.shown or BLANK, pay.factor, pay.salary)


def _sum(pays: Sequence[Pay], parts: _Parts) -> Sum:
    """Return what all of them are paid together, each the pay of his part."""
    return total([pay.amount for pay, (_, winners) in zip(pays, parts, strict=True) for _ in winners])


def _counts(winners: Sequence[Winner]) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for one in sorted(winners, key=lambda one: subject_rank(one.subject)):
        found[_word(one.subject)] = found.get(_word(one.subject), 0) + 1
    return list(found.items())


def _word(subject: str | None) -> str:
    return subject_name(subject) if subject else f"{_UNKNOWN} đối tượng"
