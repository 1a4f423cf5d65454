"""Documents as a reader takes them: fenced blocks in order, followed step by step in a folder of their own.

A block tells by its info string what it is: ``console`` (``$ thidua …`` and what is printed; a line ``...`` stands for
anything), ``yaml file=PATH`` (a whole file, saved there; so is ``text file=PATH``, and ``word file=PATH`` as a Word
file: a line a paragraph, or a row of a table where it begins with ``|``), ``yaml into=PATH`` (laid over
that file, see tests/plan_cases.py), ``yaml wrong=CODE`` (raises that code), plain ``yaml`` (laid over the minimal
plan). A comment ``<!-- copy FROM TO -->`` stands for a copy that the reader makes by hand, ``<!-- sheet PATH NAME -->``
over a table for an Excel file of one sheet: the table shows its letters and row numbers as Excel does.
"""

import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, takewhile
from pathlib import Path
from unittest.mock import patch

import docx
import openpyxl

from tests.plan_cases import laid_over

DAY = date(2026, 11, 22)  # the day on which all documents are read
ROOT = Path(__file__).parents[2]
PROMPT = "$ thidua"
ANYTHING = "..."


@dataclass(frozen=True)
class Block:
    """A fenced block, sheet or comment that copies: ``start`` is the index of its first content line in the page."""

    language: str
    start: int
    lines: list[str]
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)


def blocks_of(page: str) -> list[Block]:
    """Return the fenced blocks, sheets and copying comments of a page, in order."""
    found: list[Block] = []
    opened: Block | None = None
    lines = page.split("\n")
    for number, line in enumerate(lines):
        if opened is not None:
            if line.strip() == "```":
                found.append(opened)
                opened = None
            else:
                opened.lines.append(line)
        elif fence := re.fullmatch(r"```(\w+)(.*)", line):
            notes = dict(note.split("=", 1) for note in fence[2].split())
            opened = Block(fence[1], number + 1, [], notes)
        elif copy := re.fullmatch(r"<!-- copy (\S+) (\S+) -->", line):
            found.append(Block("copy", number, [copy[1], copy[2]]))
        elif sheet := re.fullmatch(r"<!-- sheet (\S+) (.+) -->", line):
            table = list(takewhile(lambda row: row.startswith("|"), lines[number + 1 :]))
            found.append(Block("sheet", number + 1, table, {"book": sheet[1], "name": sheet[2]}))
    assert opened is None, f"block in line {opened and opened.start} is never closed"
    return found


def exchanges_of(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a console block with the lines printed below it."""
    said = [number for number, line in enumerate(block.lines) if line.startswith("$ ")]
    for here, after in zip(said, [*said[1:], len(block.lines)], strict=True):
        yield block.lines[here], block.lines[here + 1 : after]


def matches(expected: list[str], printed: list[str]) -> bool:
    """Tell whether the printed lines are the expected ones; ``...`` stands for any number of lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == ANYTHING else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def renewed(expected: list[str], printed: list[str]) -> list[str]:
    """Return the lines a page should show: as printed, left out where the page left out its middle or end."""
    if matches(expected, printed):
        return expected
    if ANYTHING not in expected:
        return printed
    head, tail = expected.index(ANYTHING), expected[::-1].index(ANYTHING)
    return [*printed[:head], ANYTHING, *printed[len(printed) - tail :]]


def cells_of(row: str) -> list[str]:
    """Return the cells of a row of a Markdown table."""
    return [cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]


def as_excel_takes_it(typed: str) -> str | int | float | date | None:
    """Return what Excel makes of a typed cell: a number, a date, a text (with a leading zero: typed as text)."""
    if re.fullmatch(r"[1-9]\d*", typed):
        return int(typed)
    if re.fullmatch(r"\d+,\d+", typed):
        return float(typed.replace(",", "."))
    if day := re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", typed):
        return date(int(day[3]), int(day[2]), int(day[1]))
    return typed or None


def write_book(block: Block, folder: Path) -> None:
    """Write the Excel file that a table shows; its letters and row numbers must be those of Excel."""
    letters, _, *rows = map(cells_of, block.lines)
    assert letters == ["", *(chr(ord("A") + index) for index in range(len(letters) - 1))], "letters of columns"
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)], "numbers of rows"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(block.notes["name"])
    for row in rows:
        assert len(row) == len(letters), row
        sheet.append([as_excel_takes_it(cell) for cell in row[1:]])
    target = folder / block.notes["book"]
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


def write_word(block: Block, target: Path) -> None:
    """Write the Word file that a block shows."""
    document = docx.Document()
    for in_table, group in groupby(block.lines, key=lambda line: line.startswith("|")):
        lines = list(group)
        if not in_table:
            for line in lines:
                document.add_paragraph(line)
            continue
        table = document.add_table(0, len(cells_of(lines[0])))
        for line in lines:
            for cell, text in zip(table.add_row().cells, cells_of(line), strict=True):
                cell.text = text
    document.save(str(target))


def run_thidua(arguments: list[str]) -> tuple[int, list[str]]:
    """Run the program in this process; return its exit code and all lines it printed."""
    from thidua_cli.__main__ import main

    printed, code = io.StringIO(), 0
    started = patch.object(sys.modules["__main__"], "__package__", None)  # by its own name, not through Python
    typed = patch.object(sys, "argv", ["thidua", *arguments])
    with redirect_stdout(printed), redirect_stderr(printed), started, typed:
        try:
            main()
        except SystemExit as done:
            code = int(done.code or 0)
    return code, printed.getvalue().splitlines()


def follow(block: Block, folder: Path) -> list[str]:
    """Do in ``folder`` (the current one) what a block says; return the lines the block should have."""
    if block.language == "copy":
        target = folder / block.lines[1]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / block.lines[0], target)
    if block.language == "sheet":
        write_book(block, folder)
    if block.language == "word":
        write_word(block, folder / block.notes["file"])
    elif "file" in block.notes:
        target = folder / block.notes["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text, encoding="utf-8")
    if "into" in block.notes:
        target = folder / block.notes["into"]
        target.write_text(laid_over(target.read_text(encoding="utf-8"), block.text), encoding="utf-8")
    if block.language != "console":
        return block.lines
    lines = []
    for command, expected in exchanges_of(block):
        # Other programs (pip, git) are shown to people; only ours is run.
        ours = command.startswith(PROMPT)
        printed = run_thidua(shlex.split(command.removeprefix(PROMPT)))[1] if ours else expected
        lines += [command, *renewed(expected, printed)]
    return lines
