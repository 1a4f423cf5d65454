"""Cases of whole lists, written as a campaign folder: rows of text become cells of workbooks.

``rows`` has a row a line and ``|`` between cells. A blank cell is empty, digits without a leading zero are a number,
``@2026-11-18`` is a day, ``@97.5%`` a number that is shown in per cent, ``\\n`` a new line in the cell; ``'12`` is a
text; ``~~a~~ b`` strikes a through in a workbook. Beside ``rows``: ``merge`` (A1:C1), ``hidden_rows``,
``hidden_columns``, ``struck_rows``, ``notes`` (the words of a note by its cell). ``sheets`` has several by name,
``files`` several workbooks (or .csv, .tsv, .docx: a text of cells); ``standards`` of awards by their id, and the
``facts`` that they ask; ``others`` are files of plain text under any name, ``beside`` files beside the plan (tables, or
plain text in a .yaml or under a name that does not tell the truth: ``text: …``). In a .docx, lines with ``|`` are a
table and others paragraphs.
"""

import io
import re
from collections.abc import Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import openpyxl
import yaml
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.lists.word_lists import WordList

HERE = Path(__file__).parent
PLAN = yaml.safe_load((HERE / "plan.yaml").read_text(encoding="utf-8"))
FILE = "don-vi.xlsx"
_TABLE = {"rows", "merge", "hidden_rows", "hidden_columns", "struck_rows", "notes"}
_OF_CAMPAIGN = {"awards", "standards", "facts", "units", "units_table"}
SAID = {"sheets", "files", "others", "beside", "sheet", "file"} | _OF_CAMPAIGN | _TABLE


def write_campaign(case: Mapping[str, Any], folder: Path) -> None:
    """Write the plan, the units and the lists of a case."""
    (folder / "nominations").mkdir(parents=True)
    awards = [award for award in PLAN["awards"] if award["id"] in case.get("awards", [award["id"]])]
    asked = case.get("standards", {})
    awards = [award | {"standards": asked.get(award["id"], award.get("standards", []))} for award in awards]
    plan = {**PLAN, "awards": awards, "facts": case.get("facts", {})}
    plan = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    if "units" in case:
        units = [unit if isinstance(unit, dict) else {"name": unit} for unit in case["units"]]
        file = {"format": "units/1", "units": units}
        (folder / "units.yaml").write_text(yaml.safe_dump(file, allow_unicode=True), encoding="utf-8")
    if "units_table" in case:
        (folder / "units.xlsx").write_bytes(_workbook({"Sheet1": {"rows": case["units_table"]}}))
    for name, told in case.get("beside", {}).items():
        (folder / name).write_bytes(_beside(name, told))
    for name, content in _files(case).items():
        (folder / "nominations" / name).write_bytes(content)


def _files(case: Mapping[str, Any]) -> dict[str, bytes]:
    files = {name: _file(name, told) for name, told in case.get("files", {}).items()}
    if "sheets" in case or "rows" in case:
        files[case.get("file", FILE)] = _file(case.get("file", FILE), case)
    return files | {name: text.encode() for name, text in case.get("others", {}).items()}


def _beside(name: str, told: Any) -> bytes:
    if isinstance(told, str) and name.endswith((".yaml", ".yml")):
        return told.encode()
    if isinstance(told, Mapping) and "text" in told:
        return str(told["text"]).encode()
    return _file(name, told)


def _file(name: str, told: Any) -> bytes:
    told = told if isinstance(told, Mapping) else {"rows": told}
    if name.endswith((".csv", ".tsv")):
        sign = "\t" if name.endswith(".tsv") else ";"
        lines = [sign.join(_typed(cell) for cell in _cells(line)) for line in told["rows"].splitlines()]
        return "\n".join(lines).encode()
    if name.endswith(".docx"):
        return _word(told["rows"])
    return _workbook(told.get("sheets", {told.get("sheet", "Sheet1"): told}))


def _typed(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _word(text: str) -> bytes:
    """Return a Word file: runs of lines with ``|`` are its tables."""
    made = WordList()
    for is_table, lines in groupby(text.splitlines(), key=lambda line: "|" in line):
        if is_table:
            made.table([[_typed(cell) for cell in _cells(line)] for line in lines])
            continue
        for line in lines:
            made.line(line.strip())
    return made.bytes()


def _workbook(sheets: Mapping[str, Any]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, told in sheets.items():
        _fill(book.create_sheet(name), told if isinstance(told, Mapping) else {"rows": told})
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(page: Any, told: Mapping[str, Any]) -> None:
    for number, line in enumerate(told["rows"].splitlines(), 1):
        for column, value in enumerate(_cells(line), 1):
            if value is not None:
                _put(page.cell(number, column), value)
    for cells in told.get("merge", ()):
        page.merge_cells(cells)
    for row in told.get("hidden_rows", ()):
        page.row_dimensions[row].hidden = True
    for column in told.get("hidden_columns", ()):
        page.column_dimensions[column].hidden = True
    for row in told.get("struck_rows", ()):
        for cell in page[row]:
            cell.font = Font(strike=True)
    for place, words in told.get("notes", {}).items():
        page[place].comment = Comment(words, "Phòng TCCB")


def _put(cell: Any, value: Any) -> None:
    cell.value = _struck(value) if "~~" in str(value) else value
    if isinstance(value, float):
        cell.number_format = "0.0%"
    if str(value).startswith('="'):
        cell.data_type = "s"  # letters that look like a formula, as they are pasted


def _struck(text: str) -> CellRichText:
    """Return a text of which every second part, between ``~~``, is struck through."""
    parts = enumerate(text.split("~~"))
    struck = InlineFont(strike=True)
    return CellRichText(*(TextBlock(struck if at % 2 else InlineFont(), part) for at, part in parts if part))


def _cells(line: str) -> list[Any]:
    return [_value(text.strip()) for text in line.split("|")]


def _value(text: str) -> Any:
    if not text:
        return None
    if re.fullmatch(r"0|[1-9][0-9]{0,11}", text):
        return int(text)
    if text.startswith("@") and text.endswith("%"):
        return float(text[1:-1]) / 100
    if text.startswith("@"):
        return date.fromisoformat(text[1:])
    return text.removeprefix("'").replace("\\n", "\n")
