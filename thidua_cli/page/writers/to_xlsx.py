"""A paper as an Excel workbook: a sheet a section, its ruled tables cell by cell, its paragraphs over their width."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.page.fingerprint import archive_untouched as untouched
from thidua_cli.page.layout import Layout
from thidua_cli.page.measure import column_widths, wrapped
from thidua_cli.page.reader.read_article import read_article
from thidua_cli.page.vocabulary import Block, Cell, Paragraph, Section, Table
from thidua_cli.page.workbook import saved
from thidua_cli.page.writers import NoSuchForm
from thidua_cli.vietnamese.dates import calendar_day, day_pattern

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["NUMBERS", "untouched", "written"]
NUMBERS = "table-number"
"""The component whose texts are numbers and days; all other texts stay texts."""
_WHOLE, _DECIMAL = re.compile(r"0|[1-9]\d{0,8}"), re.compile(r"\d{1,9},\d+")
_DAY = re.compile(day_pattern())
_FORMULA = ("=", "+", "-", "@")
_MM_PER_CHARACTER = 1.95  # of the width of a column, which Excel counts in characters
_MM_PER_INCH = 25.4
_PAPERS = {(210, 297): 9, (297, 420): 8, (148, 210): 11}  # the numbers that Excel gives to A4, A3, A5
_LINE = 1.2  # the height of a line, in parts of the type size


def written(html: str, *, source: str, folders: Sequence[Path] = ()) -> bytes:
    """Return the workbook; texts are never formulas, numbers and days are such, merged cells stay merged."""
    from openpyxl import Workbook

    article = read_article(html, source=source, folders=folders)
    if not any(map(_ruled, article.sections)):
        raise NoSuchForm("văn bản này không có bảng để ghi ra Excel", "dùng --to docx")
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, section in enumerate(article.sections, start=1):
        _Sheet(book.create_sheet(f"Trang {number}"), article.layout, section).write()
    return saved(book)


def _ruled(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table) and block.kind == "grid"]


class _Sheet:
    """Writes one section from the top; its columns are those of its widest ruled table."""

    def __init__(self, sheet: "Worksheet", layout: Layout, section: Section) -> None:
        self.sheet, self.layout, self.section = sheet, layout, section
        widest = max(_ruled(section), key=lambda table: table.breadth, default=None)
        room = section.sheet.room
        self.widths = column_widths(layout, widest, room)[0] if widest else [room]
        self.at = 1

    def write(self) -> None:
        """Write all blocks; pictures, charts and placed texts are for paper only."""
        self._set_up()
        for block in self.section.blocks:
            if isinstance(block, Paragraph):
                self._across(block, self.at, 1, len(self.widths))
                self.at += 1
            elif isinstance(block, Table) and block.kind == "grid":
                self._grid(block)
            elif isinstance(block, Table):
                self._side_by_side(block)

    def _set_up(self) -> None:
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.properties import PageSetupProperties

        for number, width in enumerate(self.widths, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width / _MM_PER_CHARACTER
        page, paper = self.sheet.page_setup, self.section.sheet
        short, long = sorted((round(paper.width), round(paper.height)))
        page.orientation = "landscape" if paper.width > paper.height else "portrait"
        page.paperSize = _PAPERS.get((short, long))
        page.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        for edge in ("top", "bottom", "left", "right"):
            setattr(self.sheet.page_margins, edge, getattr(paper.margins, edge) / _MM_PER_INCH)

    def _grid(self, table: Table) -> None:
        heads = [self.at + number for number, row in enumerate(table.rows) if row.header]
        if heads:
            self.sheet.print_title_rows = f"{heads[0]}:{heads[-1]}"
        for row in table.rows:
            height = 1.0
            for start, last, cell in row.placed():
                if not cell.covered:
                    self._cell(cell, start + 1, last)
                    if cell.rows == 1:
                        height = max(height, self._height(cell.blocks, start + 1, last))
            self.sheet.row_dimensions[self.at].height = height
            self.at += 1

    def _cell(self, cell: Cell, first: int, last: int) -> None:
        from openpyxl.styles import Border, Side

        rule = Side("thin")
        below = self.at + cell.rows - 1
        for line in self.sheet.iter_rows(self.at, below, first, last):
            for part in line:
                part.border = Border(rule, rule, rule, rule)
        texts = [block for block in cell.blocks if isinstance(block, Paragraph)]
        if texts:
            number = texts[0].component == NUMBERS
            self._put(self.sheet.cell(self.at, first), texts, number=number, vertical="center")
        if (first, self.at) != (last, below):
            self.sheet.merge_cells(None, self.at, first, below, last)

    def _side_by_side(self, table: Table) -> None:
        """Write a table without rules (letterhead, signature): its cells share the columns of the sheet evenly."""
        for row in table.rows:
            each, more = divmod(len(self.widths), len(row.cells))
            edges = [each * number + min(number, more) for number in range(len(row.cells) + 1)]
            inside = [list(_paragraphs(cell.blocks)) for cell in row.cells]
            for (first, last), paragraphs in zip(pairwise(edges), inside, strict=True):
                for number, paragraph in enumerate(paragraphs, start=self.at):
                    self._across(paragraph, number, first + 1, max(last, first + 1))
            self.at += max(map(len, inside))

    def _across(self, paragraph: Paragraph, row: int, first: int, last: int) -> None:
        """Write a paragraph over some columns of a row."""
        self._put(self.sheet.cell(row, first), [paragraph], number=False, vertical="top")
        height = self._height((paragraph,), first, last)
        self.sheet.row_dimensions[row].height = max(self.sheet.row_dimensions[row].height or 0, height)
        if first != last:
            self.sheet.merge_cells(None, row, first, row, last)

    def _put(self, cell: "SheetCell | MergedCell", texts: Sequence[Paragraph], *, number: bool, vertical: str) -> None:
        from openpyxl.styles import Alignment, Font

        component = self.layout.components[texts[0].component]
        text = "\n".join(paragraph.text for paragraph in texts)
        bold = component.bold or all(getattr(run, "bold", False) for run in texts[0].runs)
        cell.font = Font(self.layout.font, component.size, bold, component.italic)
        cell.alignment = Alignment(component.align, vertical, wrap_text=True)
        if not (number and _put_number(cell, text)):
            # A text that begins with "=" is no formula, neither now nor when it is edited.
            cell.value, cell.data_type, cell.quotePrefix = text, "s", text.startswith(_FORMULA)

    def _height(self, blocks: Sequence[Block], first: int, last: int) -> float:
        """Return the height in points that the texts take over some columns."""
        room = sum(self.widths[first - 1 : last]) - 3
        height = 0.0
        for paragraph in _paragraphs(blocks):
            component = self.layout.components[paragraph.component]
            lines = len(wrapped(component, paragraph.text, room)) * component.size * _LINE
            empty = component.exact if not paragraph.text else None
            height += empty or lines + component.before + component.after
        return height or 4


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of some blocks, also those of tables within."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)


def _put_number(cell: "SheetCell | MergedCell", text: str) -> bool:
    """Write a number or a day as such; tell whether the text was one."""
    if _WHOLE.fullmatch(text):
        cell.value = int(text)
    elif _DECIMAL.fullmatch(text):
        cell.value = float(text.replace(",", "."))
        cell.number_format = "0." + "0" * len(text.partition(",")[2])
    elif (found := _DAY.fullmatch(text)) and (day := calendar_day(**found.groupdict())):
        cell.value = day
        cell.number_format = "dd/mm/yyyy"
    else:
        return False
    return True
