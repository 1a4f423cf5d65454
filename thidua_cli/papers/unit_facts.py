"""The facts in a paragraph or a row: which it has, in which order, and how they differ from those of another."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from thidua_cli.papers.paper_units import Phrases, Unit
from thidua_cli.vietnamese.text import listing

_MOST = 6  # facts of one paragraph that are told
# A number that is no sum and no share, and a day or a month in figures: one in more than one notation.
_PLAIN = re.compile(r"\d{1,4}|\d{1,2}[/.]\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4}")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a unit says: its text; each fact and how often, in their order; and how persons in it are addressed."""

    text: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    addressed: dict[str, tuple[str, str]] = field(default_factory=dict)


NONE = Facts()


def facts_of(unit: Unit | None, phrases: Phrases) -> Facts:
    """Return the facts of a unit."""
    if unit is None:
        return NONE
    return Facts(
        unit.text,
        unit.numbers() + phrases.within(unit.text),
        unit.figures(),
        phrases.in_order(unit.text),
        phrases.addressed(unit.text),
    )


@dataclass(frozen=True, slots=True)
class Change:
    """How the facts of a file differ from ours: what it ``lacks``, what it ``adds``, or which two stand ``swapped``.

    Facts are in small letters; ``texts`` are what they stand in, ours and that of the file.
    """

    lacks: Counter[str]
    adds: Counter[str]
    texts: tuple[str, str]
    swapped: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.lacks or self.adds or self.swapped)

    @property
    def told(self) -> str:
        """What differs, in words."""
        ours, theirs = self.texts
        parts = []
        if self.lacks:
            parts.append(f"thiếu {_quoted(self.lacks, ours)}")
        if self.adds:
            parts.append(f"thêm {_quoted(self.adds, theirs)}")
        if self.swapped:
            parts.append(f"đổi thứ tự: {_quoted(self.swapped, ours)}")
        return "; ".join(parts)


def change(ours: Facts, theirs: Facts) -> Change:
    """Return how facts differ; the same number or day in another notation is no difference, another order is."""
    lacks, adds = ours.counts - theirs.counts, theirs.counts - ours.counts
    if lacks and _parts(lacks.elements()) == _parts(adds.elements()):
        lacks, adds = Counter(), Counter()
    for name in ours.addressed.keys() & theirs.addressed.keys():
        (sex, mine), (other, its) = ours.addressed[name], theirs.addressed[name]
        if sex != other:
            lacks, adds = lacks + Counter([mine]), adds + Counter([its])
    swapped = None
    if not (lacks or adds):
        swapped = _swapped(ours.names, theirs.names) or _swapped_numbers(ours.numbers, theirs.numbers)
    return Change(lacks, adds, (ours.text, theirs.text), swapped)


def _swapped(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the first two that stand in each other's place; none where the texts do not name the same."""
    if sorted(ours) != sorted(theirs):
        return None
    return next(((mine, other) for mine, other in zip(ours, theirs, strict=True) if mine != other), None)


def _swapped_numbers(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, str] | None:
    return None if _parts(ours) == _parts(theirs) else _swapped(ours, theirs)


def _parts(facts: Iterable[str]) -> list[str]:
    """Return facts with plain numbers and days in their parts: ``02/12/2025`` and ``02``, ``12``, ``2025`` are one."""
    found: list[str] = []
    for fact in facts:
        found += [str(int(one)) for one in re.split(r"\D", fact)] if _PLAIN.fullmatch(fact) else [fact]
    return found


def _quoted(facts: Iterable[str], text: str) -> str:
    """Return facts as a text has them, in its capitals."""
    small = text.casefold()
    places = {one: small.find(one.casefold()) for one in facts}
    typed = (text[at : at + len(one)] if at >= 0 else one for one, at in places.items())
    return listing((f"“{one}”" for one in typed), "và", most=_MOST, others="điều khác")
