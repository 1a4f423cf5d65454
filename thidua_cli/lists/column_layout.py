"""How the columns of a list are read: what each of them holds, and in which rows the headings stand."""

from dataclasses import dataclass, field
from functools import cached_property

from thidua_cli.findings.diagnostic import Diagnostic

NUMBER, MALE, FEMALE, SURNAME, PASSED = "<number>", "<male>", "<female>", "<surname>", "<passed>"
"""What columns hold beside fields: the running number; men and women apart, marked or with their year of birth; the
first part of a name; what nothing is judged by."""
MARK, WHOM = "<mark>", "<whom>"
"""Columns in which something is ticked: the award that heads it, the kind of nominee that heads it."""
ANSWER = "<answer>"
"""What a council, or whoever appraised the list, answers: who was refused is not put forward."""
DECIDER = "<decider>"
"""Who decides the awards that another column names."""
UNREAD_AWARD = "<unread award>"
"""What stands for a column headed by an award of which nobody knows whom it marks."""
SIGNS = {
    NUMBER: "số thứ tự",
    MALE: "nam",
    FEMALE: "nữ",
    SURNAME: "họ, tên đệm",
    PASSED: "không xét",
    ANSWER: "ý kiến xét duyệt",
    DECIDER: "người quyết định khen thưởng",
    MARK: "đánh dấu",
    WHOM: "đánh dấu",
}
"""What they are called."""
OUTSIDE = frozenset((NUMBER, PASSED, ANSWER, DECIDER))
BY_WORDS, BY_CELLS, BY_PLACE = "tên cột", "nội dung các ô", "cột bên cạnh"
"""Why a column is read as it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading as it is shown, and what it holds: a field, two fields, a sign of above, or nothing.

    ``width`` is more than 1 where the parts of one value stand side by side: day, month and year. ``year`` is that of
    a heading which tells it for all cells: "Danh hiệu năm 2024"; ``kinds`` are the words for units in it: "Lớp".
    ``decided`` tells of a column of awards that a council came to them, where another holds those put forward.
    ``says`` is what a mark stands for: "LĐTT" below "Đã được tặng".
    """

    at: int
    heading: str
    holds: tuple[str, ...] = ()
    why: str = BY_WORDS
    width: int = 1
    year: str = ""
    kinds: tuple[str, ...] = ()
    decided: bool = False
    says: str = ""


@dataclass
class Layout:
    """The head of a list: the row in which names are headed, the first and last row of headings, counted from 0.

    ``first`` is the first row of data. ``names`` are the columns of the name: its parts, where ``parted``, else the
    columns of which each row fills one.
    """

    header: int
    top: int
    first: int
    columns: list[Column] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    called_by: tuple[str, ...] = ("name",)
    """The fields of which each row fills one: the name, and what may stand for it."""
    parted: bool = False
    of_units: bool = False
    """Whether the names are those of collectives that the heading calls units."""
    doubtful: bool = False
    """Whether a column that is not read may name awards, or people."""
    unread_awards: tuple[int, ...] = ()
    """Columns headed by an award whose cells are not understood, where no other column says the award."""

    def of(self, name: str) -> list[Column]:
        """Return the columns that hold this, alone or with another."""
        return [column for column in self.columns if name in column.holds]

    @property
    def held(self) -> set[str]:
        """What the columns hold: the award, too, where it is ticked."""
        return {"award" if sign == MARK else sign for column in self.columns for sign in column.holds}

    @cached_property
    def places(self) -> dict[str, int]:
        """The first column of each field; that of the name, or of what stands for it, under ``""`` too."""
        found: dict[str, int] = {}
        for column in self.columns:
            for held in column.holds:
                found.setdefault(held, column.at)
        if MARK in found:
            found.setdefault("award", found[MARK])
        if self.unread_awards:
            found[UNREAD_AWARD] = self.unread_awards[0]
        name = next((found[field] for field in self.called_by if field in found), 0)
        return {**found, "": found.get(SURNAME, name) if self.parted else name}

    @property
    def naming(self) -> list[Column]:
        """The columns that tell whose a row is: names, their parts, what may stand for them."""
        return [column for field in (*self.called_by, SURNAME) for column in self.of(field)]

    @property
    def called_otherwise(self) -> bool:
        """Whether a column may stand for the name."""
        return not self.held.isdisjoint(self.called_by[1:])

    @property
    def heading_of_names(self) -> str:
        """The heading above the names."""
        return next((column.heading for column in self.of("name")), "")
