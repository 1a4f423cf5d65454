"""Whether a Word file that somebody edited still says what the facts say: names, posts, units, numbers, days, sums."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from thidua_cli.papers.paper_units import Phrases, Unit
from thidua_cli.papers.unit_facts import change, facts_of
from thidua_cli.vietnamese.text import listing

_ALIKE = 0.5  # of two texts that are one paragraph, edited
_SAME_PAPER = 0.4  # part of our units that a file must have to be that paper
_LARGEST_BLOCK = 4_000  # pairs: of more, units are paired in their order
# A place that is filled in by hand: the number of a paper, its day, dots.
_BLANK = re.compile(
    r"\bsố:?\s*/|\bngày\s+tháng\b|\btháng\s+năm\b|\bnăm\s*$|\bnăm (?=của\b)|…{2,}|\.{4,}", re.IGNORECASE
)
_DOTS = re.compile(r"…{2,}|\.{4,}")


class Difference(StrEnum):
    """What a difference is, as the code of the catalogue that tells it."""

    CHANGED = "paper-differs"
    LACKING = "paper-lacks"
    ADDED = "paper-adds"
    FILLED = "paper-filled"
    SUM = "paper-sum"
    SLIP = "paper-slip"
    CHART = "paper-chart"
    PICTURE = "paper-picture"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference of facts; ``theirs`` is None where the file lacks what ``ours`` has, and the other way round.

    ``facts`` says which facts differ.
    """

    kind: Difference
    ours: Unit | None
    theirs: Unit | None
    facts: str

    @property
    def line(self) -> int:
        """The number of the paragraph in the file; 0 of what the file lacks."""
        return (self.theirs.place.line if self.theirs else None) or 0


def share_of(ours: Sequence[Unit], theirs: Counter[str]) -> float:
    """Return which part of our units a file has word by word: how surely it is this paper."""
    found = Counter(one.text for one in ours) & theirs
    return found.total() / len(ours) if ours else 0


def is_same_paper(share: float) -> bool:
    """Tell whether a file with such a `share_of` our units is that paper, edited."""
    return share >= _SAME_PAPER


def disagreements(ours: Sequence[Unit], theirs: Sequence[Unit], phrases: Phrases) -> list[Disagreement]:
    """Return where a file does not agree with the facts, in its order; other wording is no difference."""
    found: list[Disagreement] = []
    matcher = SequenceMatcher(None, [one.text for one in ours], [one.text for one in theirs], autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            for pair in _pairs(ours[start:end], theirs[first:last]):
                found += _difference(*pair, phrases)
    return _moved_together(found)


def of_people(theirs: Sequence[Unit], people: Mapping[str, str], phrases: Phrases) -> Iterator[Disagreement]:
    """Yield the rows of a paper that cannot be made whose post or unit is not that of the one whom they name.

    ``people`` has the post and the unit of each, by his name in small letters.
    """
    for unit in filter(lambda one: one.row, theirs):
        found = phrases.within(unit.text)
        named = [name for name in people if name in found]
        if len(named) != 1:
            continue
        own = f"{named[0]} {people[named[0]]}".casefold()
        if others := [one for one in found if one not in own]:
            told = Unit(people[named[0]], unit.place)
            yield Disagreement(Difference.CHANGED, told, unit, f"thêm {listing((f'“{one}”' for one in others), 'và')}")


def _pairs(ours: Sequence[Unit], theirs: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Yield which unit became which; the most alike first, each once, a row only of a row."""
    if len(ours) * len(theirs) > _LARGEST_BLOCK:
        scored = [(1.0, at, at) for at in range(min(len(ours), len(theirs)))]
    else:
        scored = [(_alike(one, other), a, b) for a, one in enumerate(ours) for b, other in enumerate(theirs)]
    mine, others = dict(enumerate(ours)), dict(enumerate(theirs))
    joined: list[tuple[int, int]] = []
    for ratio, a, b in sorted(scored, key=lambda one: (-one[0], abs(one[1] - one[2]))):
        if ratio >= _ALIKE and a in mine and b in others:
            del mine[a], others[b]
            joined.append((a, b))
    for a, b in sorted(joined):
        yield ours[a], theirs[b]
    for a in mine:
        yield ours[a], None
    for b in others:
        yield None, theirs[b]


def _alike(one: Unit, other: Unit) -> float:
    return SequenceMatcher(None, one.text, other.text).ratio() if one.row == other.row else 0


def _difference(ours: Unit | None, theirs: Unit | None, phrases: Phrases) -> Iterator[Disagreement]:
    changed = change(facts_of(ours, phrases), facts_of(theirs, phrases))
    if ours is None and theirs is not None:
        if theirs.row or theirs.aside or changed:
            yield Disagreement(Difference.ADDED, None, theirs, changed.told)
    elif theirs is None:
        if changed:
            yield Disagreement(Difference.LACKING, ours, None, changed.told)
    elif ours is not None and not changed.lacks and _is_filled(ours, theirs, changed.adds):
        if changed.adds:
            yield Disagreement(Difference.FILLED, ours, theirs, listing(changed.adds, "và"))
    elif ours is not None and (changed or ours.row):
        yield Disagreement(Difference.CHANGED, ours, theirs.beside(ours), changed.told)


def _is_filled(ours: Unit, theirs: Unit, added: Counter[str]) -> bool:
    """Tell whether a file differs only in what stands in a place to be filled in by hand; dots match anything."""
    if _DOTS.search(ours.text):
        known = (re.escape(one) for one in _DOTS.split(ours.text))
        return re.fullmatch(".+".join(known), theirs.text) is not None
    return bool(added) and _BLANK.search(ours.text) is not None


def _moved_together(found: Sequence[Disagreement]) -> list[Disagreement]:
    """Return the disagreements with what is lacking here and added there, word by word, as one: it was moved."""
    added = {one.theirs.text: one for one in found if one.kind is Difference.ADDED and one.theirs}
    lacking = (one for one in found if one.kind is Difference.LACKING)
    moved = {one: added.pop(one.ours.text) for one in lacking if one.ours and one.ours.text in added}
    gone = set(moved.values())
    kept = (one for one in found if one not in gone)
    return [Disagreement(Difference.CHANGED, one.ours, moved[one].theirs, "") if one in moved else one for one in kept]
