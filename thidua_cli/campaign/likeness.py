"""What may be one and the same: nothing that is known of both differs. The cost grows with the number, no faster.

A trait gets finer from left to right, ``("1980", "05", "19")``, and is empty when it is not told. Two traits agree
when one begins the other: a year and a day of it, something and nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

Trait: TypeAlias = tuple[str, ...]
Traits: TypeAlias = Sequence[Trait]
Numbers: TypeAlias = list[int]
Depth: TypeAlias = tuple[int, ...]


def agreeing(rows: Mapping[int, Traits]) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield the numbers of rows, each of the first list with all that agree with it; a list with itself if all do."""
    columns = [column for column in zip(*rows.values(), strict=True) if len(set(column)) > 1]
    alike: dict[tuple[Trait, ...], Numbers] = {}
    for number, *traits in zip(rows, *columns, strict=True):
        alike.setdefault(tuple(traits), []).append(number)
    by_depth: dict[Depth, dict[tuple[Trait, ...], Numbers]] = {}
    for told, numbers in alike.items():
        by_depth.setdefault(tuple(map(len, told)), {})[told] = numbers
        yield numbers, numbers
    for (depth, some), (other_depth, others) in combinations(by_depth.items(), 2):
        shared = tuple(map(min, depth, other_depth))
        known = some if depth == shared else _cut(some, shared)
        for told, numbers in (others if other_depth == shared else _cut(others, shared)).items():
            if told in known:
                yield known[told], numbers


def _cut(groups: dict[tuple[Trait, ...], Numbers], depth: Depth) -> dict[tuple[Trait, ...], Numbers]:
    """Return the rows by their traits, of each no more than its depth."""
    found: dict[tuple[Trait, ...], Numbers] = {}
    for traits, numbers in groups.items():
        told = tuple([trait[:known] for trait, known in zip(traits, depth, strict=True)])
        found.setdefault(told, []).extend(numbers)
    return found


def together(rows: Mapping[int, Traits]) -> list[Numbers]:
    """Return the groups of rows that agree with one another, by whatever many steps."""
    return Joined(rows, ([*some, *others] for some, others in agreeing(rows))).groups()


def finest(rows: Sequence[Traits]) -> tuple[Trait, ...]:
    """Return the most that is told of each trait, and nothing of one that is told in two ways."""
    if len(rows) == 1:
        return tuple(rows[0])
    return tuple(_finest(told) for told in zip(*rows, strict=True))


def _finest(told: Iterable[Trait]) -> Trait:
    different = set(told)
    most = max(different, key=len)
    return most if all(most[: len(trait)] == trait for trait in different) else ()


def all_agree(rows: Sequence[Traits]) -> bool:
    """Tell whether each row agrees with each."""
    return all(_finest(told) or not any(told) for told in zip(*rows, strict=True))


class Joined:
    """Numbers that belong together, joined list by list."""

    def __init__(self, numbers: Iterable[int], lists: Iterable[Numbers] = ()) -> None:
        self._parent = {number: number for number in numbers}
        for one in lists:
            if len(one) > 1:
                self.join(one)

    def join(self, numbers: Numbers) -> None:
        """Put these, and all that belong to them, together."""
        first = self.root(numbers[0])
        for number in numbers:
            self._parent[self.root(number)] = first

    def groups(self) -> list[Numbers]:
        """Return the numbers that belong together, each once."""
        found: dict[int, Numbers] = {}
        for number in self._parent:
            found.setdefault(self.root(number), []).append(number)
        return list(found.values())

    def root(self, number: int) -> int:
        """Return the number that stands for all that belong together."""
        while (parent := self._parent[number]) != number:
            self._parent[number] = self._parent[parent]
            number = parent
        return number
