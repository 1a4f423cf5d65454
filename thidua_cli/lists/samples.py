"""Rows that show how a form is filled in: "VD: Nguyễn Văn A", or a line "Ví dụ:" over some of them."""

import re
from functools import lru_cache

from thidua_cli.lists.foot import is_numbered
from thidua_cli.lists.known import WORDS
from thidua_cli.lists.section_lines import texts_with_columns
from thidua_cli.reading.tables.table import Row, Sheet
from thidua_cli.vietnamese.text import clean

_SAMPLE = re.compile(
    rf"\W*(?:{'|'.join(WORDS['sample'])})\s*(?:[:.)\d-]|$)|[^(]*\(\s*(?:{'|'.join(WORDS['sample'])})\s*\)",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(rf"\W*(?:(?:dòng|các dòng)\s+)?(?:{'|'.join(WORDS['sample'])})\W*", re.IGNORECASE)
_SHOWN = re.compile(r".*\s[A-EX-Z]\.?|[\s.…xX_-]+")
_MOST_SAMPLES = 12


@lru_cache(maxsize=1 << 16)
def may_be_sample(text: str) -> bool:
    """Tell whether a text shows how a form is filled in: ``VD: Nguyễn Văn A``."""
    return _SAMPLE.match(text) is not None


def announces_samples(row: Row) -> bool:
    """Tell whether a row says no more than that samples follow."""
    return any(_ANNOUNCED.fullmatch(text) for _, text in texts_with_columns(row))


def samples_below(sheet: Sheet, index: int, name: int, number: int | None) -> int:
    """Return the last row of the samples below a line: those called Nguyễn Văn A, or before numbers begin anew."""
    last, before = index, 0
    for at in range(index + 1, min(index + 1 + _MOST_SAMPLES, len(sheet.rows))):
        row = sheet.rows[at]
        cell = row[name] if name < len(row) else ""
        if not isinstance(cell, str) or not cell.strip():
            break
        mark = (
            int(str(row[number]).strip(" .").removesuffix(".0"))
            if is_numbered(row, number) and number is not None
            else 0
        )
        if mark == 1 and before:
            return at - 1
        before = max(before, mark)
        if last == at - 1 and _SHOWN.fullmatch(clean(cell)):
            last = at
    return last
