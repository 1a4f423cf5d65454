"""The tables of an OpenDocument file, followed tag by tag: what they claim to hold, and what they say of their rows.

calamine gives a blank for a cell with an error, and tells nothing of merges and hidden rows.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from thidua_cli.reading.tables.sheet_traits import Traits, is_error
from thidua_cli.reading.tables.workbook_claims import Claim, parse

_ATTRIBUTES: TypeAlias = dict[str, str]
_CELLS = ("table:table-cell", "table:covered-table-cell")
_ASIDE = ("office:annotation", "draw:frame", "draw:custom-shape")
_HIDDEN = ("collapse", "filter")
_SHOWN_OF_TEXT = 24  # letters: no error is longer
_MOST_REPEATED = 1_000  # hands do not repeat an error or a hidden row more often; blank rows to the end of a sheet are
_MOST_MARKED = 1_000_000  # marks of one file; more are made to take memory


@dataclass
class OdsTables:
    """What all tables claim together, and the traits of each by its name."""

    claim: Claim = field(default_factory=Claim)
    traits: dict[str, Traits] = field(default_factory=dict)


@dataclass
class _Cell:
    """The cell at hand: its first place and how often it stands there, what is shown of it."""

    row: int
    column: int
    columns: int
    attributes: _ATTRIBUTES
    style: str
    text: str = ""
    struck: bool = False
    plain: bool = False


def tables_of(xml: bytes) -> OdsTables:
    """Follow the tables of ``content.xml``; one that is no XML raises `Malformed`."""
    reader = _Reader()
    parse(xml, StartElementHandler=reader.begin, EndElementHandler=reader.end, CharacterDataHandler=reader.text)
    reader.close()
    return reader.found


def _nothing_to_check() -> Traits:
    return Traits(checks_texts=False, checks_formulas=False)


class _Reader:
    def __init__(self) -> None:
        self.found = OdsTables()
        self._rows = self._columns = self._row = self._column = self._repeated = self._times = 0
        self._traits = Traits()
        self._at_column = 0
        self._style, self._striking = "", set[str]()
        self._row_style = ""
        self._groups: list[bool] = []  # whether each open group of rows is folded away
        self._spans: list[bool] = []  # whether each open stretch of text is struck through
        self._folded = self._striking_now = 0
        self._left = _MOST_MARKED
        self._aside = 0
        self._note: list[str] | None = None  # the lines of the note, or the shape, at hand
        self._in_line = False
        self._cell: _Cell | None = None

    def begin(self, name: str, attributes: _ATTRIBUTES) -> None:
        """Take the beginning of an element."""
        if name in _CELLS:
            self._begin_cell(attributes)
        elif name == "table:table-row":
            self._begin_row(attributes)
        elif name == "text:s":
            self.found.claim.letters += self._times * int(attributes.get("text:c", "1"))
        elif name == "text:span":
            self._spans.append(attributes.get("text:style-name", "") in self._striking)
            self._striking_now += self._spans[-1]
        elif name in _ASIDE:
            self._aside += 1
            self._note = [] if self._note is None else self._note
        elif name == "text:p":
            self._in_line = True
            if self._note is not None:
                self._note.append("")
        elif name == "table:table":
            self.close()
            self._traits = self.found.traits.setdefault(attributes.get("table:name", ""), _nothing_to_check())
        else:
            self._begin_other(name, attributes)

    def _begin_other(self, name: str, attributes: _ATTRIBUTES) -> None:
        if name == "table:table-column":
            times = int(attributes.get("table:number-columns-repeated", "1"))
            if attributes.get("table:visibility") in _HIDDEN:
                self._traits.hidden_columns.append((self._at_column, self._at_column + times - 1))
            self._at_column += times
        elif name == "table:table-row-group":
            self._groups.append(attributes.get("table:display") == "false")
            self._folded += self._groups[-1]
        elif name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:text-properties":
            lines = (attributes.get(f"style:text-line-through-{one}", "none") for one in ("style", "type"))
            if any(line != "none" for line in lines):
                self._striking.add(self._style)

    def _begin_row(self, attributes: _ATTRIBUTES) -> None:
        self._repeated = int(attributes.get("table:number-rows-repeated", "1"))
        first, self._row, self._column = self._row, self._row + self._repeated, 0
        self._row_style = attributes.get("table:default-cell-style-name", "")
        if attributes.get("table:visibility") in _HIDDEN or self._folded:
            self._traits.hidden_rows.update(self._marked(first, self._repeated))

    def _begin_cell(self, attributes: _ATTRIBUTES) -> None:
        times = int(attributes.get("table:number-columns-repeated", "1"))
        first, self._column = self._column, self._column + times
        self._times = times * self._repeated
        if "office:value-type" not in attributes and "table:formula" not in attributes:
            self._cell = None
            return
        self._rows, self._columns = self._row, max(self._columns, self._column)
        if self._times > 1:
            self.found.claim.letters += self._times * sum(map(len, attributes.values()))
        style = attributes.get("table:style-name", self._row_style)
        self._cell = _Cell(self._row - self._repeated, first, times, attributes, style)

    def text(self, text: str) -> None:
        """Take letters."""
        if self._times > 1:
            self.found.claim.letters += self._times * len(text)
        if self._note and self._in_line and self._left > 0:
            self._left -= len(text)
            self._note[-1] += text
        cell = self._cell
        if cell and not self._aside:
            cell.text += text[: _SHOWN_OF_TEXT - len(cell.text)]
            if text.strip():
                cell.struck = cell.struck or self._striking_now > 0
                cell.plain = cell.plain or not self._striking_now

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name in _CELLS:
            if self._cell:
                self._end_cell(self._cell)
            self._cell = None
        elif name == "text:span" and self._spans:
            self._striking_now -= self._spans.pop()
        elif name in _ASIDE:
            self._aside -= 1
            if not self._aside:
                self._end_note(name)
        elif name == "text:p":
            self._in_line = False
        elif name == "table:table-row-group" and self._groups:
            self._folded -= self._groups.pop()

    def _end_note(self, name: str) -> None:
        """Keep the words of a note at its cell, those of a shape for the whole table."""
        words = "\n".join(line for line in self._note or () if line.strip())
        self._note = None
        if words and name == "office:annotation" and self._column:
            self._traits.notes[self._row - self._repeated, self._column - 1] = " ".join(words.split())
        elif words:
            self._traits.boxes.append(words)

    def _marked(self, first: int, times: int) -> range:
        """Return the numbers from ``first`` on of what is marked so many times, as far as a file may mark."""
        times = min(times, _MOST_REPEATED, self._left)
        self._left -= times
        return range(first, first + times)

    def _places(self, cell: _Cell) -> list[tuple[int, int]]:
        """Return each place of a cell."""
        rows = self._marked(cell.row, self._repeated)
        return [(row, column) for row in rows for column in self._marked(cell.column, cell.columns)]

    def _end_cell(self, cell: _Cell) -> None:
        attributes, traits = cell.attributes, self._traits
        error = cell.text.strip()
        traits.checks_formulas |= error.startswith('="')
        if attributes.get("calcext:value-type") == "error" or (error and is_error(error)):
            traits.unread |= dict.fromkeys(self._places(cell), error or "#")
        elif "office:value-type" not in attributes:
            traits.unread |= dict.fromkeys(self._places(cell), "")
        if attributes.get("office:value-type") == "percentage":
            traits.percents.update(self._places(cell))
        if cell.style in self._striking or cell.struck:
            whole = cell.style in self._striking or not cell.plain
            (traits.struck_cells if whole else traits.partly_struck).update(self._places(cell))
        down, right = (int(attributes.get(f"table:number-{one}-spanned", "1")) for one in ("rows", "columns"))
        if down > 1 or right > 1:
            traits.merges.append(((cell.row, cell.column), (cell.row + down - 1, cell.column + right - 1)))

    def close(self) -> None:
        """Add up the table that ends."""
        self.found.claim.cells += self._rows * self._columns
        self._rows = self._columns = self._row = self._column = self._at_column = 0
        self._groups, self._folded = [], 0
