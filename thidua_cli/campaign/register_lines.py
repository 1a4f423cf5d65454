"""The lines of a register that stand: corrections put in their place, found by id number, name and unit."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeAlias

from thidua_cli.model.register import RegisterEntry
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.id_numbers import id_keys, same_number
from thidua_cli.vietnamese.sameness import decision_key, loose_key, unit_key
from thidua_cli.vietnamese.text import fold

Line: TypeAlias = Record[RegisterEntry]
_unit_key = lru_cache(maxsize=4096)(unit_key)
_AGAIN = re.compile(r"\bcap (?:lai|doi)\b")


@dataclass(frozen=True)
class RegisterIndex:
    """The lines of a register that stand (not replaced by a correction), by id number and by name.

    A ``doubted`` register has lines that were not read: what it lacks may stand there.
    """

    register: Sequence[Line]
    doubted: bool = False

    @cached_property
    def corrections(self) -> list[tuple[Line, Line | None]]:
        """Each correction with the line that it corrects; None where that is not clear."""
        corrections = [line for line in self.register if line.value.corrects]
        by_decision = _grouped(self.register, lambda one: decision_key(one.decision)) if corrections else {}
        meant = [by_decision.get(decision_key(line.value.corrects), ()) for line in corrections]
        return [(line, corrected(line.value, lines)) for line, lines in zip(corrections, meant, strict=True)]

    @cached_property
    def reissues(self) -> list[tuple[Line, Line]]:
        """Each line that only tells of a certificate issued again, with the line of the award itself.

        Where the book has no other line of that award, the marked line is the award's own.
        """
        marked = [line for line in self.register if is_reissue(line.value)]
        if not marked:
            return []
        first = _grouped(
            (line for line in self.register if not is_reissue(line.value)), lambda one: loose_key(one.name)
        )
        pairs = ((line, _first_of(line.value, first.get(loose_key(line.value.name), ()))) for line in marked)
        return [(line, old) for line, old in pairs if old is not None]

    @cached_property
    def unclear_reissues(self) -> list[tuple[Line, Line]]:
        """Each line that counts and tells of a certificate issued again, with another line of his that it may mean."""
        marked = [line for line in self.standing if is_reissue(line.value)]
        pairs = ((line, self._other_of(line)) for line in marked)
        return [(line, other) for line, other in pairs if other is not None]

    def _other_of(self, line: Line) -> Line | None:
        others = (one for one in self.by_name.get(loose_key(line.value.name), ()) if one is not line)
        return next((one for one in others if _same_award(line.value, one.value)), None)

    @cached_property
    def standing(self) -> list[Line]:
        """The lines that count: no later line replaces them; a correction may itself be corrected."""
        gone = {id(old) for _, old in self.corrections} | {id(line) for line, _ in self.reissues}
        return [line for line in self.register if id(line) not in gone]

    @property
    def unclear(self) -> list[Line]:
        """The corrections of which nobody can tell what they correct."""
        return [line for line, old in self.corrections if old is None]

    @cached_property
    def by_id(self) -> dict[str, list[Line]]:
        """The standing lines of each id number."""
        found: dict[str, list[Line]] = {}
        for line in self.standing:
            for key in id_keys(line.value.id_number):
                found.setdefault(key, []).append(line)
        return found

    @cached_property
    def by_name(self) -> dict[str, list[Line]]:
        """The standing lines of each name."""
        return _grouped(self.standing, lambda one: loose_key(one.name))

    @cached_property
    def without_id(self) -> dict[str, list[Line]]:
        """The standing lines of each name that have no id number."""
        found = {
            name: [line for line in lines if not id_keys(line.value.id_number)] for name, lines in self.by_name.items()
        }
        return {name: lines for name, lines in found.items() if lines}

    @cached_property
    def by_place(self) -> dict[tuple[str, str], list[Line]]:
        """The standing lines of each name in each unit."""
        found: dict[tuple[str, str], list[Line]] = {}
        for name, lines in self.by_name.items():
            for line in lines:
                found.setdefault((name, _unit_key(line.value.unit or "")), []).append(line)
        return found

    @cached_property
    def by_nomination(self) -> dict[tuple[str, str], list[Line]]:
        """The standing lines of each nomination, by the id of its campaign and its own id."""
        found: dict[tuple[str, str], list[Line]] = {}
        for line in self.standing:
            if line.value.nomination:
                key = (fold(line.value.campaign or ""), fold(line.value.nomination))
                found.setdefault(key, []).append(line)
        return found

    @cached_property
    def covered(self) -> frozenset[int]:
        """The years of which the register holds anything, and nothing else."""
        return frozenset() if self.doubted else frozenset(line.value.year for line in self.standing)

    @cached_property
    def given(self) -> dict[tuple[str, int], Line]:
        """The first line of each award and year: by year of merit, where there is none by that of the decision."""
        found: dict[tuple[str, int], Line] = {}
        for line in self.standing:
            found.setdefault((line.value.award, line.value.year), line)
        for line in self.standing:
            for year in years_of(line):
                found.setdefault((line.value.award, year), line)
        return found


def is_of(line: Line, campaign: str) -> bool:
    """Tell whether a line is of the campaign with this id, as the book tells."""
    return fold(line.value.campaign or "") == campaign


def book_number_key(written: str) -> int | str:
    """Return a number of the book as it is compared: ``031`` and ``31`` are one, ``31a`` is another."""
    return int(written) if written.isascii() and written.isdecimal() else fold(written)


def is_reissue(entry: RegisterEntry) -> bool:
    """Tell whether a line speaks of a certificate that was issued again: in its column, or in a note."""
    return bool(entry.reissue) or _AGAIN.search(fold(entry.note or "")) is not None


def _first_of(again: RegisterEntry, lines: Iterable[Line]) -> Line | None:
    """Return the line of the award that a certificate was issued again for: of one decision, person, award, year."""
    for line in lines:
        one = line.value
        same_decision = decision_key(one.decision) == decision_key(again.decision)
        if same_decision and _same_award(again, one) and (_same_id(again, one) or _same_person(again, one)):
            return line
    return None


def years_of(line: Line) -> Iterator[int]:
    """Yield the year of merit, and that of the decision: officers tell an award by either."""
    yield line.value.year
    if line.value.date and line.value.date.year != line.value.year:
        yield line.value.date.year


def corrected(entry: RegisterEntry, lines: Iterable[Line]) -> Line | None:
    """Return the one line among those of a decision that ``entry`` corrects; None rather than a guess."""
    others: Sequence[Line] = [line for line in lines if line.value is not entry]
    for alike in (_same_nomination, _same_id, _same_person, _same_name, _same_award):
        found = [line for line in others if alike(entry, line.value)]
        if len(found) == 1:
            return found[0]
        if found:
            others = found  # several lines of one nominee: the following questions part them
    return None


def _same_nomination(new: RegisterEntry, old: RegisterEntry) -> bool:
    if not (new.nomination and old.nomination):
        return False
    return (new.nomination, new.campaign, new.award) == (old.nomination, old.campaign, old.award)


def _same_id(new: RegisterEntry, old: RegisterEntry) -> bool:
    return same_number(new.id_number, old.id_number)


def _same_person(new: RegisterEntry, old: RegisterEntry) -> bool:
    return _same_name(new, old) and _unit_key(new.unit or "") == _unit_key(old.unit or "")


def _same_name(new: RegisterEntry, old: RegisterEntry) -> bool:
    return loose_key(new.name) == loose_key(old.name)


def _same_award(new: RegisterEntry, old: RegisterEntry) -> bool:
    """A correction of the name itself: it can only be told when the decision has one such line."""
    return new.award == old.award and new.year == old.year


def _grouped(lines: Iterable[Line], key: Callable[[RegisterEntry], str]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        if group := key(line.value):
            found.setdefault(group, []).append(line)
    return found
