"""Page layouts as data: the model of ``layouts/*.yaml`` and the layout that is in force on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from thidua_cli.errors import ThiduaError
from thidua_cli.vietnamese.counting import point, roman

Confidence = Literal["primary", "secondary", "derived", "memory"]
Align = Literal["left", "center", "right", "justify"]
MM_PER_POINT = 25.4 / 72
LINE_HEIGHT = 2  # pt: what a line under a component takes beside the spaces above and below it


class WordError(ThiduaError):
    """A paper that cannot be laid out: the message names the element and the template."""


def _ordered(bounds: tuple[float, float | None]) -> tuple[float, float | None]:
    low, high = bounds
    if high is not None and low > high:
        raise ValueError(f"{low} is above {high}")
    return bounds


Range = Annotated[tuple[float, float | None], AfterValidator(_ordered)]  # an upper bound of None is open


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(_Data):
    """The solid line under a component: as long as the text, or a fraction of the longest line of it."""

    length: Literal["text"] | float
    allowed: Range | None = None
    thickness: float = 0.75
    gap: float = 3


class Component(_Data):
    """One component of a paper: how thidua prints it, what the rules allow, and where that is written.

    Sizes and vertical spaces are in points, indents in millimetres; ``spacing`` counts lines and ``exact``,
    where given, is a fixed line height in points instead. ``break_well`` breaks a long name by its sense.
    A ``first_line`` below 0 hangs out: what wraps goes on further right.
    """

    name: str
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    case: Literal["typed", "upper"] = "typed"
    align: Align = "left"
    first_line: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    spacing: float = 1
    exact: float | None = None
    line: Line | None = None
    break_well: bool = False
    keep_next: bool = False
    outline: int | None = Field(default=None, ge=1, le=9)
    allowed: dict[str, Range] = {}
    citation: str = ""
    confidence: Confidence | None = None

    @property
    def line_height(self) -> float:
        """Return the height of one printed line in points (the face is 1.15 times its size)."""
        return self.exact or self.size * 1.15 * self.spacing

    @property
    def gap(self) -> float:
        """Return what at least stands between two paragraphs: of two spaces some programs take only the larger."""
        return max(self.before, self.after)

    @model_validator(mode="after")
    def _chosen_values_are_allowed(self) -> Self:
        for field, (low, high) in self.allowed.items():
            value = getattr(self, field)
            if value < low or (high is not None and value > high):
                raise ValueError(f"{field} of {self.name} is outside {low}, {high}")
        return self


class Margins(_Data):
    """The four page margins in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


class PageNumber(_Data):
    """Where and how the page number is printed: in which of the forms, each a text with ``{page}``, ``{pages}``."""

    place: Literal["header", "footer"]
    align: Literal["left", "center", "right"]
    size: float
    sizes: Range
    edge: float
    on_first_page: bool
    form: Literal["none", "page", "of-pages"] = "page"
    forms: dict[str, str] = {"none": "", "page": "{page}", "of-pages": "Trang {page}/{pages}"}


class Page(_Data):
    """Paper, margins and page number."""

    width: float
    height: float
    margins: Margins
    allowed: dict[str, Range]
    landscape_margins: Margins
    number: PageNumber


class Columns(_Data):
    """A table without borders: its column widths, and how far it hangs out of the text on the left (mm)."""

    overhang: float
    columns: tuple[float, ...]


class Series(_Data):
    """How the members of a printed list begin and end."""

    lead: str
    separator: str
    last: str
    keep: str = ""


@dataclass(frozen=True, slots=True)
class Habits:
    """What an office prints otherwise than the layout: `habits.adjusted` says what of it the rules allow.

    The height of a line of running text, in lines or ``exact`` in points; the ``right`` margin of upright pages in mm;
    where the ``space`` between paragraphs stands.
    """

    line: float | None = None
    exact: float | None = None
    right: float | None = None
    space: Literal["before", "after", "both"] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """Return them as a template says them, by the attributes of its article."""
        told = {
            "data-line": self.line and f"{self.line:g}",
            "data-exact": self.exact and f"{self.exact:g}pt",
            "data-right": self.right and f"{self.right:g}mm",
            "data-space": self.space,
        }
        return {name: value for name, value in told.items() if value}


class Layout(_Data):
    """The layout of one family of papers, read from a file of this room; it has only the components that it prints.

    A ``family`` is what a plan names; its members follow each other in time. ``national`` are the lines that a
    letterhead prints on the right, by component; ``archive`` is where an office of the family usually keeps papers.
    ``letter_line`` is the number of a letter, ``annex`` the label of one annex of several;
    ``undated`` are the kinds of papers without place and date. Headings of the first level stand in capitals where
    ``heading_case`` is upper; a subject begins with a small letter where ``subject_case`` is lower.
    """

    name: str
    family: str
    title: str
    citation: str
    from_: date = Field(alias="from")
    to: date | None = None
    confidence: Confidence
    font: str
    page: Page
    letterhead: Columns
    signature: Columns
    numbering: tuple[str, ...]
    heading_case: Literal["upper", "typed"]
    subject_case: Literal["lower", "typed"]
    annex: str
    end_mark: str
    number_line: str
    letter_line: str
    number_blank: int
    undated: tuple[str, ...] = ()
    bases: Series
    recipients: Series
    words: dict[str, str]
    national: dict[str, str]
    archive: tuple[str, ...]
    line_starts: tuple[str, ...]
    components: dict[str, Component]
    habits: Habits = Habits()

    def __hash__(self) -> int:
        """Layouts of one name are few: what is kept by layout finds it by its name."""
        return hash(self.name)

    def mark(self, level: int, position: int) -> str:
        """Return the printed number of the ``position``-th heading or item of a level, both counted from 1.

        Levels below the last one keep its mark. A pattern without ``I``, ``1`` or ``a`` is a bullet.
        """
        return numbered(self.numbering[min(level, len(self.numbering)) - 1], position)


def numbered(pattern: str, position: int) -> str:
    """Return ``position`` in the manner of a mark: ``I.`` and 4 give ``IV.``, ``a)`` and 5 give ``đ)``."""
    for sign, written in (("1", str), ("I", roman), ("a", point)):
        if sign in pattern:
            return pattern.replace(sign, written(position))
    return pattern


def _folder() -> Traversable:
    return files(__package__).joinpath("layouts")


@cache
def layout_names() -> tuple[str, ...]:
    """Return the names of all layouts: the files of the folder."""
    found = sorted(file.name for file in _folder().iterdir())
    return tuple(name.removesuffix(".yaml") for name in found if name.endswith(".yaml"))


@cache
def load_layout(name: str) -> Layout:
    """Return the layout of that file name; an unknown name is a `WordError`."""
    if name not in layout_names():
        raise WordError(f"không có bố cục trang “{name}”", f"chọn một trong: {', '.join(layout_names())}")
    return Layout.model_validate({"name": name, **_read(name)})


def layout_for(name: str, day: date) -> Layout:
    """Return the layout that the name of a family, or of one layout, means on a day.

    Of a family it is the last one in force; before the first one it is that.
    """
    family = [member for member in layout_names() if _read(member)["family"] == name] or [name]
    members = sorted(map(load_layout, family), key=lambda layout: layout.from_)
    return [layout for layout in members if layout.from_ <= day or layout is members[0]][-1]


@cache
def _read(name: str) -> dict[str, Any]:
    data = own_data(_folder().joinpath(f"{name}.yaml"))
    return _laid_over(_read(data.pop("like")), data) if "like" in data else data


def own_data(file: Traversable) -> dict[str, Any]:
    """Return the content of a data file of ours."""
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert isinstance(data, dict)
    return data


def _laid_over(base: Any, change: Any) -> Any:
    """Return the change, and what stands in the base beside it."""
    if not isinstance(base, dict) or not isinstance(change, dict):
        return change
    return base | {key: _laid_over(base.get(key), value) for key, value in change.items()}
