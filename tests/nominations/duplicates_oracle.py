"""A second program for duplicates, written from their meaning: every pair of rows is looked at, nothing is indexed.

A row tells, of each trait, what it is from coarse to fine, or nothing. It knows nothing of names as text: what a
typed name, unit, id number or date means stands beside it.
"""

from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

Told = tuple[str, ...]
ERROR, WARNING, NOTE = "error", "warning", "note"

# The letters of the name, its sound and spelling, and what is written behind it.
NAMES: dict[str, tuple[str, Told, Told, Told]] = {
    "Nguyễn Thị Hoà": ("nth", ("Hòa",), ("Hòa",), ()),
    "Nguyễn Thị Hòa": ("nth", ("Hòa",), ("Hòa",), ()),
    "NGUYỄN  THỊ HOÀ": ("nth", ("Hòa",), ("Hòa",), ()),
    "Nguye\u0302\u0303n Thị Hòa": ("nth", ("Hòa",), ("Hòa",), ()),
    "Bà Nguyễn Thị Hoà": ("nth", ("Hòa",), ("Hòa",), ()),
    "1. Đ/c  ThS.Nguyễn Thị Hòa (Bí thư)": ("nth", ("Hòa",), ("Hòa",), ()),
    "Nguyễn Thị Hoa": ("nth", ("Hoa",), ("Hoa",), ()),
    "Nguyen Thi Hoa": ("nth", (), (), ()),
    "Ba Nguyen Thi HOA": ("nth", (), (), ()),
    "Nguyễn Thị Hoà (A)": ("nth", ("Hòa",), ("Hòa",), ("A",)),
    "Bà Nguyễn Thị Hòa - tức Ba": ("nth", ("Hòa",), ("Hòa",), ("Ba",)),
    "Trần Thị Mỹ": ("ttm", ("Mỹ",), ("Mỹ",), ()),
    "Bà Trần Thị Mĩ": ("ttm", ("Mỹ",), ("Mĩ",), ()),
    "Tran Thi My": ("ttm", (), (), ()),
}
UNITS: dict[str | None, Told] = {
    "Phòng Một": ("1", "ộ"),
    "phòng  MỘT": ("1", "ộ"),
    "Phong Mot": ("1",),
    "Phòng Hai": ("2", ""),
    None: (),
}
IDS: dict[str | None, Told] = {"001": ("1",), "0 0.1": ("1",), "1": ("1",), "002": ("2",), "Chưa có": (), None: ()}
BIRTHS: dict[str | None, Told] = {
    "1980-05-19": ("80", "5", "19"),
    "19/5/1980": ("80", "5", "19"),
    "1980-06-01": ("80", "6", "1"),
    "1980-05": ("80", "5"),
    "1980": ("80",),
    "1981-05-19": ("81", "5", "19"),
    None: (),
}


@dataclass(eq=False)
class Row:
    """A nomination as typed, and what it tells."""

    typed: dict[str, Any]
    letters: str = field(init=False)
    who: dict[str, Told] = field(init=False)
    unit: Told = field(init=False)
    slot: tuple[Told, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.letters, sound, spelt, apart = NAMES[self.typed["name"]]
        self.who = {
            "spelt": spelt,
            "sound": sound,
            "apart": apart,
            "id": IDS[self.typed.get("id_number")],
            "born": BIRTHS[self.typed.get("born")],
            "subject": (self.typed["subject"],),
        }
        self.unit = UNITS[self.typed.get("unit")]
        asked = (self.typed["award"], *(self.typed.get(key) for key in ("occasion", "phase", "year")))
        self.slot = tuple((one,) if one else () for one in asked)


def may_be_one(one: Told, other: Told) -> bool:
    return all(left == right for left, right in zip(one, other, strict=False))


def slots_meet(one: Row, other: Row) -> bool:
    return all(map(may_be_one, one.slot, other.slot))


def verdicts(rows: list[Row]) -> list[str]:
    """Return the severities of all that must be told, in order."""
    persons = _persons(rows)
    told = _two_names(rows) + _doubts(rows, persons)
    for person in persons:
        told += _repeated(person)
    return sorted(told)


def _groups(items: list[Any], joined: Any) -> list[list[Any]]:
    """Return the items in groups, put together by whatever many steps."""
    groups = [[item] for item in items]
    for one, other in combinations(items, 2):
        if joined(one, other):
            left = next(group for group in groups if one in group)
            right = next(group for group in groups if other in group)
            if left is not right:
                groups.remove(right)
                left += right
    return groups


def _names_meet(one: Row, other: Row) -> bool:
    return one.letters == other.letters and may_be_one(one.who["sound"], other.who["sound"])


def _nothing_against(one: Row, other: Row) -> bool:
    return one.letters == other.letters and all(may_be_one(one.who[key], other.who[key]) for key in one.who)


def _persons(rows: list[Row]) -> list[list[Row]]:
    def one_id(one: Row, other: Row) -> bool:
        if not one.who["id"] or one.who["id"] != other.who["id"] or not _names_meet(one, other):
            return False
        of_it = [row for row in rows if row.who["id"] == one.who["id"] and row.letters == one.letters]
        clear = all(_names_meet(left, right) for left, right in combinations(of_it, 2))
        return clear or one.who["sound"] == other.who["sound"]

    def one_place(one: Row, other: Row) -> bool:
        same = one.who["spelt"] == other.who["spelt"] and one.who["apart"] == other.who["apart"]
        return same and bool(one.unit) and one.unit == other.unit and _nothing_against(one, other)

    def sure(one: Row, other: Row) -> bool:
        return one_id(one, other) or (one_place(one, other) and one.who == other.who)

    found = []
    for group in _groups(rows, lambda one, other: one_id(one, other) or one_place(one, other)):
        clear = all(_nothing_against(one, other) for one, other in combinations(group, 2))
        found += [group] if clear else _groups(group, sure)
    return found


def _repeated(person: list[Row]) -> list[str]:
    slots = {row.slot for row in person}
    told = [ERROR] * (len(person) - len(slots))
    for group in _groups(sorted(slots), lambda one, other: all(map(may_be_one, one, other))):
        if len(group) > 1:
            here = [row for row in person if row.slot in group and row.who["id"]]
            sure = any(one.slot != other.slot and slots_meet(one, other) for one, other in combinations(here, 2))
            told.append(ERROR if sure else WARNING)
    apart = len(_groups(sorted(slots), lambda one, other: all(map(may_be_one, one, other)))) > 1
    if apart and len({row.unit for row in person} - {()}) > 1:
        told.append(WARNING)
    return told


def _two_names(rows: list[Row]) -> list[str]:
    ids = {row.who["id"] for row in rows} - {()}
    named = [[row for row in rows if row.who["id"] == one] for one in ids]
    return [WARNING for same in named if not all(_names_meet(*pair) for pair in combinations(same, 2))]


def _doubts(rows: list[Row], persons: list[list[Row]]) -> list[str]:
    number = {id(row): index for index, person in enumerate(persons) for row in person}
    known = [_most_told(person) for person in persons]

    def near(one: Row, other: Row) -> bool:
        mine, his = known[number[id(one)]], known[number[id(other)]]
        person = one.typed["subject"] == "individual"  # collectives of one name in two units are two
        here = person or may_be_one(one.unit, other.unit)
        nothing_against = all(may_be_one(mine[key], his[key]) for key in mine if key != "spelt")
        return here and one.letters == other.letters and nothing_against

    def likely(one: Row, other: Row) -> bool:
        mine, his = known[number[id(one)]], known[number[id(other)]]
        if not may_be_one(mine["spelt"], his["spelt"]):
            return False
        one_day = len(mine["born"]) == 3 and mine["born"] == his["born"]
        one_unit = bool(one.unit and other.unit) and may_be_one(one.unit, other.unit)
        return one_day or (one_unit and slots_meet(one, other))

    told = []
    for group in _groups(rows, near):
        pairs = [pair for pair in combinations(group, 2) if number[id(pair[0])] != number[id(pair[1])]]
        if pairs:
            told.append(WARNING if any(near(*pair) and likely(*pair) for pair in pairs) else NOTE)
    return told


def _most_told(person: list[Row]) -> dict[str, Told]:
    """Return what the rows of a person tell together; what they tell in two ways is not known."""
    told = {}
    for key in person[0].who:
        said = [row.who[key] for row in person]
        clear = all(may_be_one(one, other) for one, other in combinations(said, 2))
        told[key] = max(said, key=len) if clear else ()
    return told
