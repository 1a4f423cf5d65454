"""Judge every quota of a plan against the nominations of its campaign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from math import inf
from typing import NamedTuple

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.unit_names import of_one_name
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.quota import Quota
from thidua_cli.quota import unknown
from thidua_cli.quota.bounds import Counts, OwnBase, has_floor, judged
from thidua_cli.quota.denominator import Denominator
from thidua_cli.quota.holders import Holders
from thidua_cli.quota.named_units import NamedUnits
from thidua_cli.quota.result import MOST_NAMED, QuotaResult, Verdict
from thidua_cli.quota.row import Row
from thidua_cli.quota.scope import IN_BASE, PERHAPS_COUNTED, Crowd, Scope, Standing


class Unseen(NamedTuple):
    """A quota of which rows may be lacking, or all are: it is per unit or cluster, and nobody has told which there are.

    ``words`` are those of the quota that may be units, where there is no list of them.
    """

    path: str
    quota: Quota
    award: PlanAward
    words: Sequence[str]
    has_rows: bool


@dataclass
class Judged:
    """What the engine finds: the rows of each quota, those that may lack some, whom no quota of his award counts.

    ``named`` are the units by the words of quotas; ``lacking`` are, by `id` of the unit, the fields of a unit that a
    quota asks for and that it leaves blank, each with the path of the quota.
    """

    named: NamedUnits
    results: list[QuotaResult] = field(default_factory=list)
    unseen: list[Unseen] = field(default_factory=list)
    outside: list[Entry] = field(default_factory=list)
    lacking: dict[int, dict[str, str]] = field(default_factory=dict)


def judge(context: ResolvedCampaign) -> Judged:
    """Judge each quota in each of its rows, in the order of the plan."""
    judge = _Judge(context)
    for number, award in enumerate(context.plan.awards):
        judge.take(award, f"awards[{number}]")
    return judge.found


class _Judge:
    def __init__(self, context: ResolvedCampaign) -> None:
        self.context = context
        self.holders_of = cache(partial(Holders, context))
        self.rounds = {(entry.occasion, entry.phase, entry.year) for entry in context.entries}
        self.of_one_name = of_one_name(context.units)
        listed = context.units is not None
        self.found = Judged(NamedUnits(context.all_units, listed=listed, unread=context.units_unread))

    def take(self, award: PlanAward, path: str) -> None:
        """Judge the quotas of one award."""
        outside: set[int] | None = None
        for number, quota in enumerate(award.quotas):
            scope, place = Scope(self.context, self.found.named, award, quota), f"{path}.quotas[{number}]"
            self.found.results += self._rows(scope, place)
            rowless = bool(quota.per) and not scope.rows
            if not quota.open and (rowless or (has_floor(quota) and scope.rows_lacking)):
                words = () if self.found.named.listed else scope.within.unknown
                self.found.unseen.append(Unseen(place, quota, award, words, bool(scope.rows)))
            for unit in self.found.named.units:
                for asked in scope.lacks(unit):
                    self.found.lacking.setdefault(id(unit), {}).setdefault(asked, place)
            outside = set(scope.outside) if outside is None else outside.intersection(scope.outside)
        entries = [self.context.entries[number] for number in sorted(outside or ())]
        self.found.outside += [entry for entry in entries if entry.award]

    def _rows(self, scope: Scope, path: str) -> Iterator[QuotaResult]:
        denominator = Denominator(scope, self.holders_of)
        for row in scope.rows:
            yield self._judge(scope, denominator, row, path)

    def _judge(self, scope: Scope, denominator: Denominator, row: Row, path: str) -> QuotaResult:
        quota, crowd = scope.quota, scope.crowd(row)
        base = denominator.base(row, crowd)
        gaps = scope.loose_ends(row.unit)
        counts = _counts(scope, crowd, unbounded=bool(gaps))
        if others := scope.of_other_names(row):
            counts, gaps = _with_others(counts, others), (*gaps, scope.NAMES_OF_ONE)
        found = judged(quota, base.value if base else None, counts)
        if row.unit and id(row.unit) in scope.within.perhaps:
            found = found._replace(verdict=Verdict.UNDECIDED, amount=0, mend=None)
            gaps = (*gaps, *unknown.of_units(scope, [row.unit]))
        if row.unit and id(row.unit) in self.of_one_name:
            found = found._replace(verdict=Verdict.UNDECIDED, amount=0, mend=None)
            gaps = (*gaps, f"đơn vị nào là {row.unit.name}: có hai đơn vị trùng tên")
        if quota.open:
            found = found._replace(verdict=Verdict.OPEN, amount=0, mend=None)
        if found.verdict is Verdict.UNDECIDED:
            gaps = (*gaps, *unknown.of_nominees(scope, row, crowd, *PERHAPS_COUNTED))
        return QuotaResult(
            scope.award,
            quota,
            path,
            row,
            self._entries(crowd.numbers(Standing.IN)),
            crowd.size(*PERHAPS_COUNTED),
            self._entries(crowd.numbers(*PERHAPS_COUNTED, most=MOST_NAMED)),
            base,
            **found._asdict(),
            gaps=gaps,
            unit=scope.only_unit(row),
            began=self._began(row),
        )

    def _entries(self, numbers: Sequence[int]) -> list[Entry]:
        return [self.context.entries[number] for number in numbers]

    def _began(self, row: Row) -> bool:
        """Tell whether anybody was put forward in the round of a row; before that, nothing is short."""
        wanted = row.occasion, row.phase, row.year
        return any(all(one in (None, other) for one, other in zip(wanted, when, strict=True)) for when in self.rounds)


def _with_others(counts: Counts, others: int) -> Counts:
    """Return the counts of a row where so many of other rows may be of it."""
    if counts.own is None:
        return counts._replace(possible=counts.possible + others)
    return counts._replace(possible=inf, own=counts.own._replace(beside=inf))


def _counts(scope: Scope, crowd: Crowd, *, unbounded: bool) -> Counts:
    """Return how many a row counts; ``unbounded`` when there may be others of whom nothing is known."""
    possible = inf if unbounded else crowd.size(*PERHAPS_COUNTED)
    counted = crowd.size(Standing.IN)
    if scope.quota.base != "nominated":
        return Counts(counted, possible)
    sure = crowd.size(*IN_BASE)
    joined = crowd.size(Standing.PERHAPS_IN, Standing.PERHAPS_EITHER)
    beside = inf if unbounded else crowd.size(Standing.PERHAPS_PEER, Standing.PERHAPS_EITHER)
    return Counts(counted, possible, OwnBase(sure, joined, beside))
