"""Award money in a report: what decisions gave to those who were awarded, beside what is not known of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from thidua_cli.campaign.course import Course
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.fields import subject_name
from thidua_cli.papers.awarding.award_money import Pay, Sum, Tariff, tell_doubt, total
from thidua_cli.papers.awarding.award_tables import tariff
from thidua_cli.papers.contract import Blanks
from thidua_cli.papers.deciding_body import deciding
from thidua_cli.papers.own_facts import Which, issued
from thidua_cli.papers.people import subject_rank
from thidua_cli.papers.reports.award_kinds import NO_KIND, kind_of, kinds_of_awards
from thidua_cli.papers.rulings import all_recorded, money_source
from thidua_cli.vietnamese.numerals import in_figures


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """So many were given an award of one amount; ``amount`` and ``whole`` are empty where that is not known."""

    award: str
    subject: str
    count: int
    amount: str
    whole: str


@dataclass(frozen=True, slots=True)
class ReportMoney:
    """All that a report says of award money: of ``known`` awards the ``total``; of ``unknown`` ones, ``whys``.

    ``sources`` are the funds that pay; of so many as are ``unsourced`` that is not told.
    """

    rows: Sequence[MoneyRow]
    known: int
    unknown: int
    total: Sum
    sources: Sequence[str]
    unsourced: int
    whys: Sequence[str]


def report_money(found: Sequence[Course], campaign: ResolvedCampaign, blanks: Blanks) -> ReportMoney:
    """Return the money of all who were awarded, by their decisions; where only the award book has one, by its line.

    What is to be looked up of it is told to ``blanks``.
    """
    given = [one for one in found if one.awarded]
    pays = _pays(given, campaign)
    for one, pay in zip(given, pays, strict=True):
        tell_doubt(pay, kind_of(one).name, _word(one.entry.subject), blanks)
    sources = _sources(given, campaign)
    amounts = [pay.amount for pay in pays if pay.amount is not None]
    return ReportMoney(
        rows=list(_rows(given, pays, campaign)),
        known=len(amounts),
        unknown=len(pays) - len(amounts),
        total=total(amounts),
        sources=list(dict.fromkeys(filter(None, sources))),
        unsourced=sources.count(None),
        whys=list(dict.fromkeys(pay.why for pay in pays if pay.amount is None)),
    )


def _pays(given: Sequence[Course], campaign: ResolvedCampaign) -> list[Pay]:
    names = campaign.award_names
    tariffs = {
        id(one.decision): tariff(campaign, one, one.decision.date.last)
        for one in all_recorded(campaign)
        if one.decision
    }
    issuing = issued(campaign, Which("decision"), "quyet_dinh")
    deciding_of = cache(lambda by: deciding(by, issuing))

    def pay(one: Course) -> Pay:
        entry = one.entry
        if one.given:
            return tariffs[id(one.given.decision.value)].of(entry.award, entry.subject)
        line = one.line.value if one.line else None
        if line is None or line.date is None:
            return Pay(why="sổ khen thưởng chưa ghi ngày quyết định")
        by = line.decided_by or (entry.award.decided_by if entry.award else None) or ""
        return Tariff(deciding_of(by), line.date.first, line.date.last, (), names).of(entry.award, entry.subject)

    return [pay(one) for one in given]


def _sources(given: Sequence[Course], campaign: ResolvedCampaign) -> list[str | None]:
    """Return of each the fund that pays, None where nobody tells."""
    funds = {id(one.decision): money_source(campaign, one) for one in all_recorded(campaign)}
    return [funds[id(one.given.decision.value)] if one.given else None for one in given]


def _rows(given: Sequence[Course], pays: Sequence[Pay], campaign: ResolvedCampaign) -> Iterator[MoneyRow]:
    """Yield a line for each award, subject and amount: high before low, collectives before individuals."""
    groups: dict[tuple[int, str, int], int] = {}
    kinds = [*kinds_of_awards(given, campaign), NO_KIND]
    for one, pay in zip(given, pays, strict=True):
        key = kinds.index(kind_of(one)), one.entry.subject or "", -1 if pay.amount is None else pay.amount
        groups[key] = groups.get(key, 0) + 1
    for key in sorted(groups, key=lambda key: (key[0], subject_rank(key[1]), key[2] < 0, key[2])):
        place, subject, amount = key
        count = groups[key]
        shown, whole = ("", "") if amount < 0 else (in_figures(amount), in_figures(amount * count))
        yield MoneyRow(kinds[place].name, _word(subject), count, shown, whole)


def _word(subject: str | None) -> str:
    return subject_name(subject) if subject else "chưa rõ đối tượng"
