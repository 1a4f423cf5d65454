"""What a Word file holds beside its body: headers, notes, comments, changes, charts, pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from thidua_cli.errors import ThiduaError
from thidua_cli.reading.papers.paper import Line
from thidua_cli.reading.papers.word_file import read_aside
from thidua_cli.reading.papers.word_package import ALTERNATIVE, W, Whole
from thidua_cli.reading.papers.word_styles import switched
from thidua_cli.vietnamese.text import clean

_ASIDE = {"hdr": "đầu trang", "ftr": "chân trang", "footnotes": "chú thích chân trang", "endnotes": "chú thích cuối"}
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_CHANGES_OF_ROWS = tuple(f"{W}{name}" for name in ("ins", "del", "trPrChange"))
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of one row of bars: its name, those of its bars, their values; None where there is no bar."""

    name: str
    categories: Sequence[str]
    values: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: the numbers that are drawn, and all numbers of the workbook behind it (None without one)."""

    series: Sequence[Series]
    workbook: Sequence[float] | None


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands beside the body of a Word file.

    ``changes`` are the paragraphs with changes that nobody accepted, ``hidden`` the texts that are sent, not printed.
    """

    lines: Sequence[Line]
    comments: Sequence[Line]
    changes: Sequence[str]
    charts: Sequence[Chart]
    pictures: int
    hidden: Sequence[str] = ()


NOTHING = Aside((), (), (), (), 0)
"""What stands beside a plain text."""


def read_beside(whole: Whole, file: str) -> Aside:
    """Read what a Word file that is open holds beside its body."""
    lines: list[Line] = []
    comments: list[Line] = []
    changes: list[str] = []
    hidden: list[str] = []
    pictures = 0
    for name, tree in whole.trees.items():
        kind = etree.QName(tree).localname if tree.tag.startswith(W) else ""
        if kind == "comments":
            comments += read_aside(tree, whole.package, file, "nhận xét")
        if kind in _ASIDE:
            lines += read_aside(tree, whole.package, file, _ASIDE[kind])
        if kind in _ASIDE or name == whole.main:
            changes += _changed(tree)
            hidden += _hidden(tree)
            pictures += sum(1 for one in tree.iter(f"{_A}blip") if not _is_old_form(one))
    return Aside(lines, comments, changes, list(_charts(whole, file)), pictures, hidden)


def _changed(tree: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph and row, as it was before, in which something was changed."""
    for paragraph in tree.iter(f"{W}p"):
        if next(paragraph.iter(*_CHANGES), None) is not None:
            yield _text(paragraph)
    for properties in tree.iter(f"{W}trPr"):
        row = properties.getparent()
        if row is not None and any(one.tag in _CHANGES_OF_ROWS for one in properties):
            yield clean(" ".join(map(_text, row.iter(f"{W}p"))))


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t", f"{W}delText"))


def _hidden(tree: etree._Element) -> Iterator[str]:
    """Yield the texts that somebody hid by hand."""
    for run in tree.iter(f"{W}r"):
        if switched(run.find(f"{W}rPr"), "vanish") and (text := clean(_text(run))):
            yield text


def _is_old_form(element: etree._Element) -> bool:
    """Tell whether an element stands in the form for old programs of what stands there in a new one already."""
    for home in element.iterancestors():
        above = home.getparent()
        if above is not None and above.tag == ALTERNATIVE:
            return home is not above[0]
    return False


def _charts(whole: Whole, file: str) -> Iterator[Chart]:
    """Yield the charts of the body in its order."""
    for reference in whole.trees[whole.main].iter(f"{_C}chart"):
        part = whole.linked(whole.main).get(str(reference.get(_ID, "")), "")
        tree = whole.trees.get(part)
        if tree is None or _is_old_form(reference):
            continue
        books = [whole.workbooks[one] for one in whole.linked(part).values() if one in whole.workbooks]
        yield Chart([_series(one) for one in tree.iter(f"{_C}ser")], _numbers(books[0], file) if books else None)


def _series(element: etree._Element) -> Series:
    name, categories, values = (_points(element.find(f"{_C}{part}")) for part in ("tx", "cat", "val"))
    return Series(next(iter(name.values()), ""), list(categories.values()), _values(values, len(categories)))


def _values(points: dict[int, str], count: int) -> list[float | None]:
    length = max([count, *(at + 1 for at in points)])
    return [_number(points.get(at, "")) for at in range(length)]


def _points(element: etree._Element | None) -> dict[int, str]:
    """Return the points of a cache by their numbers."""
    found = [] if element is None else element.iter(f"{_C}pt")
    return {int(one.get("idx", "0")): (one.findtext(f"{_C}v") or "").strip() for one in found}


def _number(text: object) -> float | None:
    try:
        return round(float(str(text)), _DIGITS)
    except ValueError:
        return None


def _numbers(workbook: bytes, file: str) -> list[float] | None:
    """Return all numbers of a workbook in a chart; None where it cannot be read."""
    from thidua_cli.reading.tables.excel import parse_excel

    try:
        table = parse_excel(workbook, file)
    except ThiduaError:
        return None
    cells = [_number(cell) for sheet in table.sheets for row in sheet.rows for cell in row]
    return [one for one in cells if one is not None]
