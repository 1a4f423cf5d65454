"""The days of the facts of a campaign, held against each other by the matrix of what comes before what.

As with the dates of a plan, a month is from its first to its last day, and a finding is made when no day is right. What
cannot be related, or was not read, is held against nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from thidua_cli.campaign.reviews import ANY
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.checks.nominations.dated_facts import DatedFact, dated_facts
from thidua_cli.checks.nominations.order_matrix import OneDay, Pair, matrix
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.vietnamese.dates import show
from thidua_cli.vietnamese.text import FEW, listing

_SOURCES = {"decided": "decisions", "results": "results"}
_NARROW = "nếu là giấy tờ của kỳ, hình thức, đơn vị khác thì ghi thêm occasion, award, unit ở mục ấy"


def days(context: CampaignContext) -> Iterator[Finding]:
    """Find facts dated before what must have come first, one thing with two days, and what is done on a day to come."""
    facts = dated_facts(context)
    yield from order(facts, context)
    yield from _two_days(facts)
    yield from _ahead(facts, context)


def order(facts: Sequence[DatedFact], context: CampaignContext) -> Iterator[Finding]:
    """Find facts that are dated before what must have come first; of two kinds each is told once."""
    told: set[tuple[int, str]] = set()
    by_kind: dict[str, list[DatedFact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    for pair in matrix().pairs:
        held = _Held(pair, by_kind.get(pair.before, ()), by_kind.get(pair.after, ()), context)
        for later, earlier in held.violations():
            cause = matrix().kinds[pair.before].within or pair.before
            if (id(later), cause) not in told:
                told.add((id(later), cause))
                yield _finding(pair, later, earlier)


def _two_days(facts: Sequence[DatedFact]) -> Iterator[Finding]:
    for same in matrix().one_day:
        for fact in facts:
            if fact.kind == same.second and fact.window:
                yield from _differs(same, fact, facts)


def _ahead(facts: Sequence[DatedFact], context: CampaignContext) -> Iterator[Finding]:
    today = context.dated.today
    for fact in facts:
        if fact.of.past and fact.happened and fact.window and fact.window[0] > today:
            message = f"{fact.dated}, sau hôm nay ({show(today)})"
            hint = f"sửa {_place(fact)} nếu ghi nhầm; việc chưa diễn ra thì chưa ghi"
            yield Finding("day-ahead", fact.where, message, hint)


@dataclass(frozen=True)
class _Held:
    """The facts of a campaign that a pair speaks of."""

    pair: Pair
    earlier: Sequence[DatedFact]
    later: Sequence[DatedFact]
    context: CampaignContext

    def violations(self) -> Iterator[tuple[DatedFact, list[DatedFact]]]:
        """Yield each later fact that is too early, with the earlier ones that show it."""
        of_none: list[DatedFact] = []
        for later in self.later:
            related = [one for one in self.earlier if self._related(one, later)]
            if not related or later.window is None:
                continue
            if self.pair.follows == "last" or not self._is_clear(later, related):
                of_none.append(later)
                continue
            wrong = [one for one in related if self._reversed(one, later)]
            if wrong and (self.pair.follows == "all" or self._none_is_right(related, wrong)):
                yield later, wrong
        yield from self._without_any(of_none)

    def _related(self, earlier: DatedFact, later: DatedFact) -> bool:
        mine, theirs = earlier.goes, later.goes
        if self.pair.by == "phase" and (mine.review.phase is None or theirs.review.phase is None):
            return False
        if self.pair.by == "paper" and (mine.paper is None or mine.paper != theirs.paper):
            return False
        if self.pair.by == "nominees" and (mine.nominees is None or theirs.nominees is None):
            return False
        return mine.may_go_with(theirs)

    def _is_clear(self, later: DatedFact, related: Sequence[DatedFact]) -> bool:
        """Tell whether it is sure which review, or which decision, all of them are of."""
        if self.pair.by or matrix().kinds[self.pair.before].one:
            return True
        if later.goes.decision and all(one.goes.decision for one in related):
            return True
        own = later.goes.review
        if own != ANY and all(own.holds(one.goes.review) for one in related):
            return True
        return self._one_review and not self._unread(self.pair.before)

    @cached_property
    def _one_review(self) -> bool:
        reviews = {one.goes.review for one in (*self.earlier, *self.later)}
        return all(one.may_be(other) for one, other in combinations(reviews, 2))

    def _none_is_right(self, related: Sequence[DatedFact], wrong: Sequence[DatedFact]) -> bool:
        return len(wrong) == len(related) and not self._unread(self.pair.before)

    def _without_any(self, candidates: Sequence[DatedFact]) -> Iterator[tuple[DatedFact, list[DatedFact]]]:
        """Yield the last of those facts behind which alone the earlier ones stand: nothing of them came after any."""
        if self._unread(self.pair.before) or self._unread(self.pair.after):
            return
        seen: set[int] = set()
        for later in sorted(candidates, key=lambda one: one.window or (), reverse=True):
            related = [one for one in self.earlier if self._related(one, later)]
            group = [one for one in self.later if any(self._related(earlier, one) for earlier in related)]
            fresh = not seen & set(map(id, related))
            if fresh and all(self._reversed(earlier, one) for earlier in related for one in group):
                seen |= set(map(id, related))
                yield later, related

    def _reversed(self, earlier: DatedFact, later: DatedFact) -> bool:
        """Tell whether the later fact was surely too early."""
        if earlier.window is None or later.window is None:
            return False
        if self.pair.same_day:
            return later.window[1] < earlier.window[0]
        return later.window[1] <= earlier.window[0]

    def _unread(self, kind: str) -> bool:
        """Tell whether more facts of a kind may stand in what was not read."""
        if kind == "session":
            return bool(self.context.sessions_unread)
        if kind == "dossier":
            return bool(self.context.unread)
        known = matrix().kinds[kind]
        return not known.one and _SOURCES.get(kind, "papers") in self.context.facts.doubted


def _finding(pair: Pair, later: DatedFact, wrong: Sequence[DatedFact]) -> Finding:
    first, *others = sorted(wrong, key=lambda one: one.window or (), reverse=True)
    told = listing((one.dated for one in (first, *others)), "và", most=1, others="mục khác")
    relation = "cùng ngày với" if first.window == later.window else "trước"
    message = f"{later.dated}, {relation} {told}"
    hint = f"{pair.why}; sửa ngày ghi nhầm: {_either(later, first)}"
    if not (later.narrowed and first.narrowed) and not pair.by and not first.of.one:
        hint = f"{hint}; {_NARROW}"
    related = tuple((one.where, one.dated) for one in (first, *others[: FEW - 1]))
    basis = pair.basis(first.window[0]) if first.window else ""
    return Finding("out-of-order", later.where, message, hint, basis, others=related)


def _either(one: DatedFact, other: DatedFact) -> str:
    if one.file != other.file:
        return f"{_place(one)} hoặc {_place(other)}"
    if one.of.key != other.of.key:
        return f"{one.of.key} hoặc {other.of.key} trong {one.file}"
    return f"{one.of.key} của một trong hai mục trong {one.file}"


def _place(fact: DatedFact) -> str:
    return f"{fact.of.key} trong {fact.file}"


def _differs(same: OneDay, fact: DatedFact, facts: Sequence[DatedFact]) -> Iterator[Finding]:
    related = [one for one in facts if one.kind == same.first and one.window and one.goes.may_go_with(fact.goes)]
    if not related or any(_meet(one, fact) for one in related):
        return
    first = related[0]
    message = f"{fact.dated}, khác {first.dated}"
    hint = f"{same.why}; đối chiếu bản gốc rồi sửa {_either(fact, first)}"
    yield Finding("day-differs", fact.where, message, hint, others=((first.where, first.dated),))


def _meet(one: DatedFact, other: DatedFact) -> bool:
    mine, theirs = one.window, other.window
    return not mine or not theirs or (mine[0] <= theirs[1] and theirs[0] <= mine[1])


CHECKS = (days,)
