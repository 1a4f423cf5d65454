"""What the sheets of a workbook claim to hold, counted by a parser before a reader makes any cell of it.

A reader written for speed makes rows times columns at once, a text once more for each cell that refers to it, and a
repeated cell as often as it says. None of this shows in the size of the file.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from thidua_cli.findings.about import column_number
from thidua_cli.reading.tables.table import Unread

# Cells and rows as nearly all programs write them: up to column Z and row 199,999, each with its place first. Such a
# sheet cannot claim more than that, and searching for the plain beginning of a tag is many times faster than a parser.
_PLAIN_CELLS = 26 * 200_000
_NOT_PLAIN = (
    re.compile(rb'<c(?! r="[A-Z](?:1[0-9]{5}|[0-9]{1,5})")[\s/>]'),
    re.compile(rb'<row(?! r="(?:1[0-9]{5}|[0-9]{1,5})")[\s/>]'),
    re.compile(rb":(?:c|row)[\s/>]"),
    re.compile(rb"<f[\s/>]"),
)
_PLAIN_ROW = re.compile(rb'<c r="[A-Z]([0-9]+)')
_SMALL = 500_000
_REFERENCE = re.compile(r"([A-Za-z]{0,9})([0-9]{0,20})")
_VALUE = re.compile(rb"<v>([^<&]*)</v>")


class Malformed(Exception):
    """This is no XML, or XML of a kind that no program writes into a workbook."""


@dataclass
class Claim:
    """Rows times columns, the letters that are made once more for each cell, the cells without value (see `Sheet`)."""

    cells: int = 0
    letters: int = 0
    unread: Unread = field(default_factory=dict)


def plain_claim(xml: bytes, texts: bytes, most: int) -> Claim | None:
    """Return what a sheet of .xlsx may claim at most, found by searching alone; None when that cannot tell.

    ``texts`` is the part of the shared texts; up to ``most`` letters they are not counted one by one.
    """
    if len(xml) < _SMALL or b't="e"' in xml or any(sign.search(xml) for sign in _NOT_PLAIN):
        return None
    if not texts:
        return Claim(_PLAIN_CELLS)
    values = xml.count(b"<v") + xml.count(b":v")
    if not _has_text_over(most // (values or 1), texts):
        return Claim(_PLAIN_CELLS)
    found, lengths = _VALUE.findall(xml), _Lengths(texts)
    if len(found) != values or len(lengths) != texts.count(b"<si") + texts.count(b":si"):
        return None
    try:
        return Claim(_PLAIN_CELLS, sum(map(lengths.__getitem__, found)))
    except KeyError:
        return None


def plain_cells(xml: bytes) -> int:
    """Return how many cells a plain sheet claims at most: all its columns down to its last row."""
    return 26 * max((int(found[1]) for found in _PLAIN_ROW.finditer(xml)), default=0)


class _Lengths(dict[bytes, int]):
    """How long each shared text is at most, by its number as a cell spells it; other values are no shared texts."""

    def __init__(self, texts: bytes) -> None:
        super().__init__((b"%d" % number, len(text)) for number, text in enumerate(texts.split(b"</si>")[:-1]))

    def __missing__(self, value: bytes) -> int:
        number = value.strip()
        if number and (number.lstrip(b"+0") or b"0") in self:
            raise KeyError(value)  # spelt as no program does
        return 0


def _has_text_over(longest: int, texts: bytes) -> bool:
    """Tell whether more than ``longest`` bytes lie between two ends of a shared text."""
    at = 0
    while len(texts) - at > longest:
        at = texts.rfind(b"si>", at, at + longest) + len(b"si>")
        if at < len(b"si>"):
            return True
    return False


def text_lengths(texts: bytes) -> list[int]:
    """Return how long each shared text of .xlsx is."""
    lengths: list[int] = []

    def begin(name: str, _: object) -> None:
        if _local(name) == "si":
            lengths.append(0)

    def letters(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    if texts:
        parse(texts, StartElementHandler=begin, CharacterDataHandler=letters)
    return lengths


def sheet_claim(xml: bytes, lengths: list[int]) -> Claim:
    """Return what a sheet of .xlsx claims; ``lengths`` are those of the shared texts."""
    sheet = _XlsxSheet(lengths)
    parse(xml, StartElementHandler=sheet.begin, EndElementHandler=sheet.end, CharacterDataHandler=sheet.text)
    sheet.claim.cells = sheet.last_row * sheet.last_column
    return sheet.claim


class _XlsxSheet:
    """Follows the cells of a sheet; blank formatted ones do not count."""

    def __init__(self, lengths: list[int]) -> None:
        self.claim = Claim()
        self.last_row = self.last_column = 0
        self._lengths = lengths
        self._row = self._column = self._at_row = 0
        self._kind, self._value, self._formula, self._inline, self._in_value = "", "", False, False, False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if tag == "row":
            self._row, self._column = int(attributes.get("r", "").strip() or self._row + 1), 0
        elif tag == "c":
            letters, digits = _place(attributes.get("r", ""))
            self._at_row = int(digits or self._row)
            self._column = column_number(letters) if letters else self._column + 1
            self._kind = attributes.get("t", "")
            self._value, self._formula, self._inline = "", False, False
        elif tag in ("v", "is", "f"):
            self.last_row, self.last_column = max(self.last_row, self._at_row), max(self.last_column, self._column)
            self._in_value = tag == "v"
            self._formula = self._formula or tag == "f"
            self._inline = self._inline or tag == "is"

    def text(self, text: str) -> None:
        if self._in_value:
            self._value += text

    def end(self, name: str) -> None:
        tag = _local(name)
        if tag == "v":
            self._in_value = False
        elif tag == "c":
            self._close()

    def _close(self) -> None:
        value = self._value.strip()
        if self._kind == "s" and value:
            self.claim.letters += self._length(value)
        computed = value or self._inline or self._kind == "str" or not self._formula
        if self._kind == "e" or not computed:
            self.claim.unread[self._at_row - 1, self._column - 1] = value if self._kind == "e" else ""

    def _length(self, number: str) -> int:
        try:
            return self._lengths[int(number)]
        except (ValueError, IndexError):
            return 0


def parse(xml: bytes, **handlers: Any) -> None:
    """Call the handlers of expat on a part; one that is no XML, or has entities of its own, raises `Malformed`."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for name, handler in handlers.items():
        setattr(parser, name, handler)
    try:
        parser.Parse(xml, True)
    except (ExpatError, ValueError, LookupError) as error:
        raise Malformed from error


def _refuse_doctype(*_: object) -> None:
    raise Malformed


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _place(reference: str) -> tuple[str, str]:
    found = _REFERENCE.match(reference.strip())
    return (found[1], found[2]) if found else ("", "")
