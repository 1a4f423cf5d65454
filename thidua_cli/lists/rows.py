"""Which rows of a list are records: blank lines, totals and signatures are not; section lines speak for those below."""

import re
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from thidua_cli.law.award_catalogue import find_award
from thidua_cli.lists.header import NUMBER, WORDS, Known, Layout, is_header
from thidua_cli.reading.tables.table import Cell, Row, Sheet
from thidua_cli.vietnamese.counting import LONG_ROMAN
from thidua_cli.vietnamese.text import clean, fold, is_clean

_SIGNED = r"ấn định|nơi nhận|người lập|lập biểu|thủ trưởng|xác nhận|\(ký|ký,|ký (?:tên|ghi|và) |tm\.|kt\.|tl\.|tuq\."
_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng)\b(?:\s*$|\s*[:(=\d.]|\s+[ivx]+\b|\s+(?:số|danh sách|tập thể|cá nhân))"
)
_FOOT = re.compile(rf"{_SIGNED}|danh sách (?:này |trên )?(?:có|gồm)|(?:ghi chú|lưu ý)\s*:|[^,]{{0,40}}, ngày\s")
# The beginnings of both, asked of every name: the only test that each row pays for.
_SUSPECT = re.compile(rf"\s*(?:tổng|cộng|danh sách|ghi chú|lưu ý|{_SIGNED})", re.IGNORECASE)
_MARKED = re.compile(rf"(?:({LONG_ROMAN}|[A-Z])|(\d{{1,3}}(?:\.\d{{1,2}})*))\s*[.)\-/:]\s*(?=\D)")
_ROMAN = re.compile(rf"{LONG_ROMAN}|[A-HK-Z]")
_FOR = re.compile(r"\s+(?:cho|đối với|tặng)\s+", re.IGNORECASE)
_SUBJECTS = {subject: re.compile(rf"\b(?:{'|'.join(words)})\b") for subject, words in WORDS["subjects"].items()}
_UNIT = re.compile(rf"(?:(đơn vị\s*:)|(?:{'|'.join(chain(*WORDS['units']))})\s)", re.IGNORECASE)
_NAMED_UNIT = re.compile(
    r"(?:tên\s+)?(?:đơn vị|cơ quan)(?: đề nghị| trình| công tác|, đơn vị)?\s*:\s*(.*)", re.IGNORECASE
)


class Word(NamedTuple):
    """What a line says of the rows below it, and the cell in which it stands."""

    text: str
    row: int
    column: int


@dataclass
class Said:
    """What section lines, titles and names of sheets say of the rows below them, by field."""

    base: dict[str, Word] = field(default_factory=dict)
    sections: list[tuple[int, str, Word]] = field(default_factory=list)

    def take(self, rank: int, found: dict[str, Word]) -> None:
        """Enter a section; it ends those of its rank and below."""
        self.sections = [one for one in self.sections if one[0] < rank]
        self.sections += [(rank, name, value) for name, value in found.items()]

    @property
    def inner(self) -> dict[str, Word]:
        """The value of each field that sections say; an inner one overrules the outer one."""
        return {name: value for _, name, value in self.sections}


@dataclass
class Block:
    """Rows of data that share what is said of them."""

    said: dict[str, Word]
    rows: list[int] = field(default_factory=list)


@dataclass
class Reading:
    """The rows of one list: blocks of records, rows that look like records without being any, where it ends."""

    blocks: list[Block] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)
    end: int = 0


def read_rows(sheet: Sheet, layout: Layout, known: Known, said: Said, *, sectioned: bool) -> Reading:
    """Sort the rows below a header; ``sectioned`` lists have lines such as ``I. Tập thể`` or ``1. Phòng A``.

    What these lines say is added to ``said``: the last ones may stand over the next list of the sheet.
    """
    reading, block = Reading(end=len(sheet.rows)), Block(said.base | said.inner)
    name, number = layout.columns.get("name", 0), layout.columns.get(NUMBER)
    used = tuple(column for key, column in layout.columns.items() if column not in (name, number) and key)
    for index in range(layout.first, len(sheet.rows)):
        row = sheet.rows[index]
        if not known.of_names.isdisjoint(row) and _is_next_header(row, name, known):
            reading.end = index
            break
        kind = _kind(row, name, used, number, sectioned=sectioned)
        if kind == "record":
            if not block.rows:
                reading.blocks.append(block)
            block.rows.append(index)
        elif kind == "end":
            reading.end = index + 1
            break
        elif kind == "section" and (found := _section(row, index, number)):
            said.take(*found)
            block = Block(said.base | said.inner)
        elif kind == "section":
            reading.passed.append(index)
    return reading


def _is_next_header(row: Row, name: int, known: Known) -> bool:
    """Tell whether another list begins here; a record may say "Cá nhân" and "CSTĐCS", but it has a name."""
    cell = row[name] if name < len(row) else ""
    if not isinstance(cell, str):
        return False
    named = known.may_head(cell) and known.field(cell) is not None
    return (named or not cell.strip()) and is_header(row, known)


def _kind(row: Row, name: int, used: tuple[int, ...], number: int | None, *, sectioned: bool) -> str:
    """Return what a row is: ``record``, ``section``, ``total``, ``blank`` or ``end``; quick for plain records."""
    cell = row[name] if name < len(row) else ""
    if not isinstance(cell, str):
        return "record"
    if not is_clean(cell):
        cell = clean(cell)
    if not cell or cell.isspace():
        return _nameless(row, name, used, number)
    if _SUSPECT.match(cell) and (special := _special(cell)):
        return special
    if not sectioned or any(row[column] != "" and row[column] != cell for column in used if column < len(row)):
        return "record"
    return "section" if _is_section(row, cell, number) else "record"


def _special(cell: str) -> str:
    text = clean(cell).casefold()
    if _TOTAL.match(text):
        return "total"
    return "end" if _FOOT.match(text) else ""


def _nameless(row: Row, name: int, used: tuple[int, ...], number: int | None) -> str:
    for column, cell in enumerate(row):
        if column != name and isinstance(cell, str) and (special := _special(cell)):
            return special
    filled = {row[column] for column in used if column < len(row) and not _is_blank(row[column])}
    if filled:
        return "record" if len(filled) > 1 else "section"  # one text, merged over the row
    lone = row[number] if number is not None and number < len(row) else ""
    return "section" if isinstance(lone, str) and len(clean(lone)) > 4 else "blank"


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not clean(cell)


def _is_section(row: Row, cell: str, number: int | None) -> bool:
    """Tell whether a row with nothing but a name is a line over others: marked I., A., 1., merged, or unnumbered."""
    mark = row[number] if number is not None and number < len(row) else None
    text = clean(cell)
    if isinstance(mark, str) and _ROMAN.fullmatch(clean(mark).rstrip(".)")):
        return True
    if mark == cell or _MARKED.match(text):
        return True
    return mark == "" or (mark is None and _subject_in(text) is not None and len(text.split()) <= 4)


def _section(row: Row, index: int, number: int | None) -> tuple[int, dict[str, Word]] | None:
    """Return rank and meaning of a section line; None when it says nothing that is understood."""
    texts = _texts_of(row)
    mark = clean(str(row[number])) if number is not None and number < len(row) else ""
    first = texts[0] if texts else (0, "")
    column, text = next((one for one in texts if one[1] != mark), first)
    marked, rank = _MARKED.match(text), 3
    if (marked and marked[1]) or _ROMAN.fullmatch(mark.rstrip(".)")):
        rank = 1
    elif marked or mark.removesuffix(".0").rstrip(".)").isdecimal():
        rank = 2
    found = meaning(text[marked.end() :] if marked else text)
    return (rank, _at(found, index, column)) if found else None


def _texts_of(row: Row) -> list[tuple[int, str]]:
    """Return the texts of a row, each behind its column; blanks are none."""
    texts = [(column, clean(cell)) for column, cell in enumerate(row) if isinstance(cell, str)]
    return [(column, text) for column, text in texts if text]


def _at(found: dict[str, str], row: int, column: int) -> dict[str, Word]:
    return {name: Word(text, row, column) for name, text in found.items()}


def meaning(text: str) -> dict[str, str]:
    """Return what a section line says: ``subject``, ``award`` or ``unit``; empty when it is not understood."""
    text = text.strip(" .:;")
    head, *rest = _FOR.split(text, maxsplit=1)
    if find_award(head):
        subject = _subject_in(rest[0] if rest else "")
        return {"award": head, "subject": subject} if subject else {"award": head}
    if (subject := _subject_in(text)) and len(text.split()) <= 8:
        return {"subject": subject}
    if unit := _UNIT.match(text):
        return {"unit": text.removeprefix(unit[1] or "").lstrip()}
    return {}


def _subject_in(text: str) -> str | None:
    """Return the one subject that a text names; None when it names none or several."""
    folded = fold(text)
    found = [subject for subject, words in _SUBJECTS.items() if words.search(folded)]
    return found[0] if len(found) == 1 else None


def said_above(sheet: Sheet, layout: Layout, start: int, carried: dict[str, Word]) -> Said:
    """Return what the heading of names, the name of the sheet, title and lines from row ``start`` on say of a list."""
    said: dict[str, Word] = {}
    name = layout.columns.get("name", 0)
    heading = layout.texts.get(name, "") if "name" in layout.columns else ""
    subjects = ["individual" if fold(heading) in WORDS["persons"] else None, _subject_in(sheet.name or "")]
    for index in range(start, layout.header):
        cells = _texts_of(sheet.rows[index])
        for place, (column, text) in enumerate(cells):
            if fold(text).startswith("danh sach"):
                subjects.append(_subject_in(text))
            elif marked := _MARKED.match(text):
                said |= _at(meaning(text[marked.end() :]), index, column)
            elif found := _NAMED_UNIT.fullmatch(text):
                unit = (column, found[1]) if found[1] else next(iter(cells[place + 1 :]), None)
                if unit:
                    said["unit"] = Word(unit[1], index, unit[0])
    subjects.append(_subject_in(heading))
    told = [subject for subject in subjects if subject]
    return Said(_at({"subject": told[-1]} if told else {}, layout.header, name) | said | carried)
