"""What the register knows of a nominee: by id number, else by name and unit. Nobody is taken for another silently."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.register_lines import Line, is_of, years_of
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.unit_names import names_of
from thidua_cli.model.prior import PriorAward
from thidua_cli.vietnamese.id_numbers import id_keys, one_of_each
from thidua_cli.vietnamese.sameness import loose_key, person_key, same_name, unit_key
from thidua_cli.vietnamese.text import fold


@dataclass(frozen=True, slots=True)
class History:
    """What the register holds on one nominee, the oldest first; corrected lines are replaced by their corrections.

    ``lines`` are surely or (when not ``sure``) probably his; ``possible`` are those of somebody of the same name
    in another unit, or in one that is not told, without an id number to decide: they are not in ``lines``. ``covered``
    are the years of which the register holds anything at all.
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


def history(entry: Entry, context: ResolvedCampaign) -> History:
    """Return what the register holds on the nominee of ``entry``."""
    if not context.register:
        return History()
    past, nomination = context.past, entry.nomination
    own_ids, name = id_keys(nomination.id_number), loose_key(nomination.name)
    results = lines_by_id(entry, context)
    of_ids = [*results, *(line for key in own_ids for line in past.by_id.get(key, ()))]
    mine = list({id(line): line for line in of_ids if not _is_of_another(line, entry, context)}.values())
    taken = set(map(id, mine))
    # Where id numbers stand on both sides they decide: his lines are in ``mine``, the others are another's.
    same_names = past.without_id.get(name, ()) if own_ids else past.by_name.get(name, ())
    open_lines = [line for line in same_names if id(line) not in taken and not _is_of_another(line, entry, context)]
    if not mine and not open_lines:
        return History(covered=past.covered)
    units = unit_names(entry) - {""}  # a unit that is not told is no unit's
    here = [line for unit in units for line in past.by_place.get((name, unit), ())]
    here = [line for line in here if same_name(line.value.name, nomination.name) and id(line) not in taken]
    here = [line for line in here if not _is_of_another(line, entry, context)]
    told = [own_ids, *(id_keys(line.value.id_number) for line in here)]
    stands_for = one_of_each(told)
    ids = {stands_for.get(keys[0], keys[0]) for keys in told if keys}
    his = [line for line in here if not (own_ids and id_keys(line.value.id_number))]
    others = (line.value.name for line in mine if line not in results)
    other = next((told for told in others if not same_name(told, nomination.name)), None)
    doubt = f"sổ ghi tên {other} cho cùng số định danh" if other else ""
    if len(ids) > 1 and his:
        doubt, his = f"sổ có {len(ids)} người tên {nomination.name} ở cùng đơn vị, khác số định danh", []
    bare = next((line.value.name for line in his if person_key(line.value.name) != person_key(nomination.name)), "")
    doubt = doubt or (f"sổ ghi tên không đủ dấu: “{bare}”" if bare else "")
    counted = {id(line) for line in his}
    possible = tuple(line for line in open_lines if id(line) not in counted)
    mine = sorted([*mine, *his], key=lambda line: line.value.year)
    return History(tuple(mine), possible, past.covered, doubt)


def same_round(entry: Entry, line: Line, context: ResolvedCampaign, year: int | None) -> bool:
    """Tell whether a line is of this campaign and award; a campaign of several reviews rewards each ``year`` anew."""
    plan = context.plan
    if entry.award is None or line.value.award != entry.award.form:
        return False
    if not is_of(line, plan.id) or _is_of_another(line, entry, context):
        return False
    occasions = plan.campaign.occasions
    recurring = len(occasions) > 1 or any(one.every for one in occasions)
    return not (recurring and year and year not in years_of(line))


def lines_by_id(entry: Entry, context: ResolvedCampaign) -> Sequence[Line]:
    """Return the lines that tell the id of this nomination, which no other bears: its name may have been corrected."""
    if not context.bears_alone(entry):
        return ()
    return context.past.by_nomination.get((context.plan.id, fold(entry.nomination.id or "")), ())


def _is_of_another(line: Line, entry: Entry, context: ResolvedCampaign) -> bool:
    """Tell whether a line is, by its id, the result of another person's nomination of this campaign: of a namesake."""
    if not line.value.nomination or not is_of(line, context.plan.id):
        return False
    entries = context.of_id(line.value.nomination)
    return len(entries) == 1 and entry not in context.nominees.of(entries[0])


def unit_names(entry: Entry) -> frozenset[str]:
    """Return the keys of the names of a nominee's unit, also as typed without accents; the empty text for no unit."""
    return _keys(tuple(names_of(entry.unit))) if entry.unit else _keys((entry.nomination.unit or "",))


@lru_cache(maxsize=4096)
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    keys = [unit_key(name) for name in names]
    return frozenset([*keys, *map(fold, keys)])
