"""What the register knows of a nominee: by id number, else by name and unit. Nobody is taken for another silently."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from thidua_cli.checks.nominations.keys import decision_key, id_key, name_key, same_name
from thidua_cli.model.prior import PriorAward
from thidua_cli.model.records import Record
from thidua_cli.model.register import RegisterEntry
from thidua_cli.text import fold

if TYPE_CHECKING:
    from thidua_cli.checks.nominations.context import CampaignContext, Entry

Line: TypeAlias = Record[RegisterEntry]


@dataclass(frozen=True, slots=True)
class History:
    """What the register holds on one nominee, the oldest first; corrected lines are replaced by their corrections.

    ``lines`` are surely or (when not ``sure``) probably his; ``possible`` are those of somebody of the same name
    in another unit, without an id number to decide: they are not in ``lines``. ``covered`` are the years of which
    the register holds anything at all.
    """

    lines: tuple[Line, ...] = ()
    possible: tuple[Line, ...] = ()
    covered: frozenset[int] = frozenset()
    doubt: str = ""

    @property
    def sure(self) -> bool:
        """Nobody else can be meant, and no line of the register is left open."""
        return not self.doubt and not self.possible

    @property
    def awards(self) -> list[PriorAward]:
        """The awards, in the shape of a nominee's own list."""
        return [
            PriorAward.model_construct(award=one.value.award, year=one.value.year, decision=one.value.decision)
            for one in self.lines
        ]


@dataclass(frozen=True)
class RegisterIndex:
    """The lines of a register that stand (not replaced by a correction), by id number and by name."""

    register: Sequence[Line]

    @cached_property
    def _resolved(self) -> tuple[list[Line], list[Line]]:
        if not any(line.value.corrects for line in self.register):
            return list(self.register), []
        by_decision = _grouped(self.register, lambda one: decision_key(one.decision))
        replaced: set[int] = set()
        unclear = []
        for line in self.register:
            if line.value.corrects:
                old = corrected(line.value, by_decision.get(decision_key(line.value.corrects), ()))
                if old is None:
                    unclear.append(line)
                replaced.add(id(old))
        return [line for line in self.register if id(line) not in replaced], unclear

    @property
    def standing(self) -> list[Line]:
        """The lines that no later line replaces; a correction may itself be corrected."""
        return self._resolved[0]

    @property
    def unclear(self) -> list[Line]:
        """The corrections of which nobody can tell what they correct."""
        return self._resolved[1]

    @cached_property
    def by_id(self) -> dict[str, list[Line]]:
        """The standing lines of each id number."""
        return _grouped(self.standing, lambda one: id_key(one.id_number))

    @cached_property
    def by_name(self) -> dict[str, list[Line]]:
        """The standing lines of each name."""
        return _grouped(self.standing, lambda one: fold(one.name))

    @cached_property
    def without_id(self) -> dict[str, list[Line]]:
        """The standing lines of each name that have no id number."""
        found = {name: [line for line in lines if not line.value.id_number] for name, lines in self.by_name.items()}
        return {name: lines for name, lines in found.items() if lines}

    @cached_property
    def by_place(self) -> dict[tuple[str, str], list[Line]]:
        """The standing lines of each name in each unit."""
        found: dict[tuple[str, str], list[Line]] = {}
        for name, lines in self.by_name.items():
            for line in lines:
                (unit,) = _folded((line.value.unit or "",))
                found.setdefault((name, unit), []).append(line)
        return found

    @cached_property
    def covered(self) -> frozenset[int]:
        """The years of which the register holds anything."""
        return frozenset(line.value.year for line in self.standing)

    @cached_property
    def given(self) -> dict[tuple[str, int], Line]:
        """The first line of each award and year, by year of merit and of decision."""
        found: dict[tuple[str, int], Line] = {}
        for line in self.standing:
            for year in years_of(line):
                found.setdefault((line.value.award, year), line)
        return found


def history(entry: "Entry", context: "CampaignContext") -> History:
    """Return what the register holds on the nominee of ``entry``."""
    if not context.register:
        return History()
    past, nomination = context.past, entry.nomination
    own_id, name = id_key(nomination.id_number), fold(nomination.name)
    mine = list(past.by_id.get(own_id, ())) if own_id else []
    # Where id numbers stand on both sides they decide: his lines are in ``mine``, the others are another's.
    open_lines = past.without_id.get(name, ()) if own_id else past.by_name.get(name, ())
    if not mine and not open_lines:
        return History(covered=past.covered)
    here = [line for unit in unit_names(entry) for line in past.by_place.get((name, unit), ())]
    here = [line for line in here if same_name(line.value.name, nomination.name)]
    ids = {own_id, *(id_key(line.value.id_number) for line in here)} - {""}
    his = [line for line in here if not (own_id and line.value.id_number)]
    doubt = _other_name(nomination.name, mine)
    if len(ids) > 1 and his:
        doubt, his = f"sổ có {len(ids)} người tên {nomination.name} ở cùng đơn vị, khác số định danh", []
    bare = next((line.value.name for line in his if name_key(line.value.name) != name_key(nomination.name)), "")
    doubt = doubt or (f"sổ ghi tên không đủ dấu: “{bare}”" if bare else "")
    counted = {id(line) for line in his}
    possible = tuple(line for line in open_lines if id(line) not in counted)
    mine = sorted([*mine, *his], key=lambda line: line.value.year)
    return History(tuple(mine), possible, past.covered, doubt)


def _other_name(name: str, lines: Iterable[Line]) -> str:
    """Tell when the register has another name under the same id number."""
    other = next((line.value.name for line in lines if not same_name(line.value.name, name)), None)
    return f"sổ ghi tên {other} cho cùng số định danh" if other else ""


def unit_names(entry: "Entry") -> frozenset[str]:
    """Return the folded spellings of a nominee's unit; of one without unit, the empty text."""
    return _folded((entry.unit.name, *entry.unit.aliases)) if entry.unit else _folded((entry.nomination.unit or "",))


@lru_cache(maxsize=4096)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name) for name in names)


def years_of(line: Line) -> Iterator[int]:
    """Yield the year of merit, and that of the decision: officers tell an award by either."""
    yield line.value.year
    if line.value.date and line.value.date.year != line.value.year:
        yield line.value.date.year


def corrected(entry: RegisterEntry, lines: Iterable[Line]) -> Line | None:
    """Return the one line among those of a decision that ``entry`` corrects; None rather than a guess."""
    others: Sequence[Line] = [line for line in lines if line.value is not entry]
    for alike in (_same_id, _same_person, _same_name, _same_award):
        found = [line for line in others if alike(entry, line.value)]
        if len(found) == 1:
            return found[0]
        if found:
            others = found  # several lines of one nominee: the following questions part them
    return None


def _same_id(new: RegisterEntry, old: RegisterEntry) -> bool:
    return bool(id_key(new.id_number)) and id_key(new.id_number) == id_key(old.id_number)


def _same_person(new: RegisterEntry, old: RegisterEntry) -> bool:
    return _same_name(new, old) and fold(new.unit or "") == fold(old.unit or "")


def _same_name(new: RegisterEntry, old: RegisterEntry) -> bool:
    return fold(new.name) == fold(old.name)


def _same_award(new: RegisterEntry, old: RegisterEntry) -> bool:
    """A correction of the name itself: it can only be told when the decision has one such line."""
    return new.award == old.award and new.year == old.year


def _grouped(lines: Iterable[Line], key: Callable[[RegisterEntry], str]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        if group := key(line.value):
            found.setdefault(group, []).append(line)
    return found
