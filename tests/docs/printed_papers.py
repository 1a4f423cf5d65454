"""A Word file as a reader sees it, by python-docx alone: its lines and its tables, nothing of the program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.table import Table

_BREAKS = {qn("w:br"), qn("w:tab"), qn("w:cr")}


@dataclass(frozen=True)
class Printed:
    """The paragraphs of a paper in their order, those of tables too; its tables as rows of texts."""

    lines: list[str]
    tables: list[list[list[str]]]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def rows(self, *head: str) -> list[list[str]]:
        """Return the rows of the one table that has these texts at the head of its columns."""
        (found,) = [table for table in self.tables if set(head) <= set(table[0])]
        return found[1:]

    def numbered(self, *head: str) -> list[list[str]]:
        """Return the rows of that table that begin with a number; what parts and sums them is left out."""
        return [row for row in self.rows(*head) if row[0].isdigit()]

    @property
    def numbers(self) -> set[str]:
        return numbers_in(self.text)


def printed(path: Path) -> Printed:
    """Read a Word file."""
    document = docx.Document(str(path))
    lines = [text for paragraph in document.element.body.iter(qn("w:p")) if (text := _typed(paragraph))]
    return Printed(lines, [list(_rows(table)) for table in document.tables])


def _typed(paragraph: object) -> str:
    parts = []
    for node in paragraph.iter():  # type: ignore[attr-defined]
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag in _BREAKS:
            parts.append(" ")
    return " ".join("".join(parts).split())


def _rows(table: Table) -> Iterator[list[str]]:
    """Yield the rows; a cell over several columns, or rows, stands once in each row."""
    for row in table.rows:
        cells = [next(same) for _, same in groupby(row.cells, key=lambda cell: cell._tc)]
        yield [" ".join(_typed(part) for part in cell._tc.iter(qn("w:p"))).strip() for cell in cells]


def numbers_in(text: str) -> set[str]:
    """Return the numbers of a text, without leading zeros and the points between thousands."""
    found = re.findall(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?", text)
    return {one.replace(".", "").lstrip("0") or "0" for one in found}
