"""Facts of the council's session in lines: ``Ngày họp: 21/11/2026``, or a label and its value in two cells."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from thidua_cli.lists.cells import text_of
from thidua_cli.lists.known import Known
from thidua_cli.lists.section_lines import mark_alone, without_mark
from thidua_cli.model.hours import is_hour
from thidua_cli.model.terms import BALLOTS
from thidua_cli.reading.tables.table import Cell, Row
from thidua_cli.vietnamese.text import clean, fold

_SURE = 0.8
_SIGN = re.compile(r"^\s*[-+*•–]\s*")
_AMONG = re.compile(r"^trong đó\s*[:,]?\s*", re.IGNORECASE)
_PARTS = re.compile(r"\s*[;\n]\s*")
_LABELLED = re.compile(r"(?P<label>[^:]{2,60}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)
_BESIDE = frozenset(("phieu", "nguoi", "thanh vien", "uy vien", "dong chi", "to phieu"))
_CLOCK = re.compile(
    r"^(?:(?:vào )?(?:lúc|hồi)\s+)?(?P<clock>\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{1,2}(?!\d|/))?\s*(?:phút)?)"
    r"\s*,?\s*(?=ngày|\d)",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<=\d)[T ]\d{1,2}:\d{2}(?::\d{2})?$")  # as a day is saved in CSV
_WHOM = r"(?:thành viên|người|đồng chí|ủy viên|đ/c)"
_COUNT = re.compile(rf"([0-9]{{1,6}})\s*(?:phiếu|tờ phiếu|{_WHOM})?\s*(?:\([^()\d]*\)\s*)?", re.IGNORECASE)
_OF_ALL = re.compile(rf"\s*([0-9]{{1,4}})\s*/\s*([0-9]{{1,4}})\s*{_WHOM}?\s*(?:\([^()\d]*\)\s*)?", re.IGNORECASE)
# "trên 2/3" asks for more than that, "2/3 số người có mặt" for a part of others: neither is what stands in the middle.
_LEAST_PART = re.compile(
    rf"(?:(?:phải )?(?:đạt |có )?(?:ít nhất|tối thiểu|không dưới|không thấp hơn|từ|đủ|đạt|>=|≥)\s*)?"
    rf"([0-9]{{1,3}}\s*/\s*[0-9]{{1,3}}|[0-9]{{1,3}}(?:[.,][0-9]+)?\s*%)\s*(?:trở lên)?\s*"
    rf"(?:(?:của |trên )?(?:toàn bộ |tổng )?(?:số )?{_WHOM}(?: (?:của )?(?:hội đồng|hđ)(?: tđkt)?)?)?\s*"
    r"(?:trở lên)?\s*(?:đồng ý|tán thành|bỏ phiếu đồng ý|dự họp|tham dự)?[\s.;]*",
    re.IGNORECASE,
)
_PARTS_OF_ALL = frozenset(("quorum", "share"))
_HOW = frozenset(("hinh thuc", "cach thuc", "phuong thuc", "hinh thuc hop"))
_OF_MEMBERS = frozenset(("total", "attended", "away"))
_COUNTS = frozenset(("issued", "collected", "valid", "void", *_OF_MEMBERS))


class Fact(NamedTuple):
    """A fact that a line tells: its field, what is typed, and the column of the cell that tells it."""

    field: str
    label: str
    typed: Cell
    column: int


def facts_in(row: Row, known: Known) -> list[Fact]:
    """Return the facts that a row tells; nothing where any of it is something else."""
    cells = list(_cells(row))
    if len(cells) > 1 and _is_mark(text_of(cells[0][1]).strip()):
        del cells[0]
    found: list[Fact] = []
    while cells:
        column, cell = cells.pop(0)
        own = _in_one(column, cell, known)
        field = None if own else label_of(cell, known)
        if field and cells and _may_be_value(field, cells[0][1], known):
            at, value = cells.pop(0)
            own = _facts(field, str(cell), value, at)
        if not own and not (found and isinstance(cell, str) and fold(cell.strip()) in _BESIDE):
            return []
        found += own
    return found


def _may_be_value(field: str, cell: Cell, known: Known) -> bool:
    """Tell whether the cell behind a label holds its value: beside "Có mặt" in a head stands no number."""
    counted = field not in _OF_MEMBERS or not isinstance(cell, str) or any(map(str.isdecimal, cell))
    return counted and label_of(cell, known) is None


def facts_below(labels: Row, values: Row, known: Known) -> list[Fact]:
    """Return the facts of a row of labels over a row of values; nothing where it is anything else."""
    named = list(_cells(labels))
    fields = [label_of(cell, known) for _, cell in named]
    if len(named) < 2 or None in fields or len(set(fields)) < len(fields):
        return []
    found = [
        Fact(field, clean(str(cell)), _plain(field, values[column]), column)
        for field, (column, cell) in zip(fields, named, strict=True)
        if field and column < len(values) and values[column] != "" and label_of(values[column], known) is None
    ]
    return found if len(found) == len(named) == len(list(_cells(values))) else []


def _is_mark(text: str) -> bool:
    return bool(mark_alone(text)) or _SIGN.fullmatch(text) is not None


def _unmarked(text: str) -> str:
    """Return a line without the sign, the number or the letter that it begins with."""
    return _AMONG.sub("", without_mark(_SIGN.sub("", clean(text)))[1])


def _cells(row: Row) -> Iterator[tuple[int, Cell]]:
    """Yield the filled cells of a row; a text that is merged over several stands once."""
    before: Cell = ""
    for column, cell in enumerate(row):
        filled = cell if not isinstance(cell, str) else clean(cell)
        if filled != "" and not (isinstance(cell, str) and cell == before and not clean(cell).isdecimal()):
            yield column, cell
        before = cell


def label_of(cell: Cell, known: Known) -> str | None:
    """Return the one fact that a text labels; None for any other text."""
    if not isinstance(cell, str):
        return None
    text = _unmarked(cell).strip(" .:;-–")
    meant = known.meaning(text) if text else None
    if meant is None or meant.score < _SURE or len(meant.choices) != 1 or len(meant.fields) != 1:
        return None
    return meant.fields[0] if meant.fields[0] in known.model.model_fields else None


def _in_one(column: int, cell: Cell, known: Known) -> list[Fact]:
    """Return the facts of a cell that holds labels and values; all of it is understood, or nothing."""
    if not isinstance(cell, str) or ":" not in cell:
        return []
    found: list[Fact] = []
    for part in filter(None, _PARTS.split(cell.strip())):
        pair = _LABELLED.fullmatch(_unmarked(part).rstrip(" .;"))
        field = (label_of(pair["label"], known) or _how_voted(pair["label"], pair["value"])) if pair else None
        if pair is None or field is None:
            return []
        found += _facts(field, pair["label"], pair["value"], column)
    return found


def _how_voted(label: str, value: str) -> str | None:
    """Return the fact of a line that tells how a session voted under a wide label: ``Hình thức: bỏ phiếu kín``."""
    return "secret_ballot" if fold(label) in _HOW and BALLOTS.read(value) else None


def _facts(field: str, label: str, value: Cell, column: int) -> list[Fact]:
    """Return the fact of a label and its value; ``Có mặt: 7/9`` tells how many there are, too."""
    of_all = _OF_ALL.fullmatch(value) if isinstance(value, str) and field in ("attended", "away") else None
    if of_all:
        return [Fact(field, clean(label), of_all[1], column), Fact("total", clean(label), of_all[2], column)]
    clock = _CLOCK.match(value) if isinstance(value, str) and field == "held" else None
    if clock and is_hour(clock["clock"]):
        day = Fact(field, clean(label), _plain(field, value), column)
        return [day, Fact("opens", clean(label), clock["clock"].strip(), column)]
    return [Fact(field, clean(label), _plain(field, value), column)]


def _plain(field: str, value: Cell) -> Cell:
    """Return a value without the hour before a day, and without what it counts."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    if field == "held":
        return _HOUR.sub("", _CLOCK.sub("", text))
    if field in _PARTS_OF_ALL and (part := _LEAST_PART.fullmatch(text)):
        return part[1].replace(" ", "")
    if field in _COUNTS and (count := _COUNT.fullmatch(text.rstrip("."))):
        return count[1]
    return text


def council_names(texts: Sequence[str]) -> list[str]:
    """Return the names of councils in titles: what stands from ``Hội đồng`` on."""
    found = (_NAME.search(re.sub(r"\(.*?\)", " ", text)) for text in texts if ":" not in text)
    return [clean(one["name"]).rstrip(" .,;") for one in found if one]


_NAME = re.compile(
    r"(?P<name>hội đồng (?:thi đua|tđkt|tđ-kt|xét|sáng kiến).*?)"
    r"(?=\s+(?:dự họp|họp|năm \d|ngày \d|vắng|có mặt|tham dự|tại phiên|đợt|\d{4})\b|\s*$)",
    re.IGNORECASE,
)
