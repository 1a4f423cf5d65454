"""The cells of one column as they stand there, and what can be told of them without knowing their field."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from thidua_cli.law.award_catalogue import names_award
from thidua_cli.lists.below import MARKS
from thidua_cli.lists.ditto import read_ditto
from thidua_cli.lists.known import WORDS
from thidua_cli.lists.section_lines import speaks_of_unit
from thidua_cli.reading.tables.table import Cell, Row, Sheet
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean
from thidua_cli.vietnamese.whole_texts import WholeTexts

_CITIZEN_ID = 12
_SEVERAL = re.compile(
    r"\bvà\s+[0-9]+\b|\+\s*[0-9]+\b|\bvà\s+(?:các|những|một số|tập thể|vợ|chồng|con|gia đình)\b"
    r"|^\s*[0-9]+\s*(?:đồng chí|đ/c|cá nhân|người|tập thể|hộ)\b|danh sách (?:kèm|đính|riêng)|^\s*toàn thể\b"
    r"|^\s*các\s+\w|^\s*[0-9]+\s+(?:tổ|phòng|ban|đội|khoa|lớp|chi bộ|thôn|đơn vị)\b"
    r"|^\s*(?:hai )?vợ chồng\b|\bcùng\s+(?:vợ|chồng|các|tập thể|gia đình|con)\b",
    re.IGNORECASE,
)
_ITEM = r"(?:(?:\d{1,2}[.)]|[-–—+•*·])\s*)?"
_BETWEEN_NAMES = re.compile(rf"\s*[,;\n&+]\s*{_ITEM}|\s+[-–—]\s+|\s*(?<!\bđ)/\s*|\s+(?:và|cùng|với)\s+", re.IGNORECASE)
# Asked of every name: one that has none of these, as nearly all have not, is of one person.
_PARTED = re.compile(r"^\s*[0-9]|[,;\n&+/–—-]|\b(?:và|cùng|với|danh sách|toàn thể|vợ chồng|các)\b", re.IGNORECASE)
_FIRST_ITEM = re.compile(rf"\s*{_ITEM}")
_REMARKS = re.compile(r"\([^()]*\)")
_NO_NAMES = WholeTexts(chain(*WORDS["no_names"]))
_WORD = re.compile(r"[^\W\d_]")


def rows_of(sheet: Sheet, rows: Iterable[int]) -> list[Row]:
    """Return some rows of a sheet."""
    return list(map(sheet.rows.__getitem__, rows))


def cells_of(rows: Sequence[Row], column: int) -> list[Cell]:
    """Return the cells of a column in some rows."""
    try:
        return list(map(itemgetter(column), rows))
    except IndexError:  # rows of CSV files may be short
        return [row[column] if column < len(row) else "" for row in rows]


def lacks_zero(cell: Any, *, typed: bool) -> bool:
    """Tell whether a number lacks one digit of a citizen's number; a text cell keeps its zeros."""
    if typed:
        return type(cell) in (float, int) and 10 ** (_CITIZEN_ID - 2) <= cell < 10 ** (_CITIZEN_ID - 1)
    return len(cell) == _CITIZEN_ID - 1 and cell.isdecimal()


def _are_several(cell: str) -> bool:
    """Tell whether a text is the names of people, one behind the other."""
    plain = _FIRST_ITEM.sub("", _REMARKS.sub(" ", cell), count=1)
    parts = [text for part in _BETWEEN_NAMES.split(plain) if (text := clean(part))]
    whole = [text for part in re.split(r"[;\n]", plain) if (text := clean(part))]  # "An, Bí thư; Bê, Phó Bí thư"
    if any(len(one) > 1 and all(map(is_person, one)) for one in (parts, whole)):
        return True
    # "Phòng A, Phòng B" are two, "Tổ 1, 2, 3" three; "Phòng Tổ chức, Hành chính" is one.
    first, *rest = parts or [""]
    return bool(rest) and speaks_of_unit(first) and all(part.isdecimal() or speaks_of_unit(part) for part in rest)


def no_name(cell: str) -> tuple[str, str] | None:
    """Return why a text is the name of no one nominee, and the remedy; None where it may be one."""
    if _PARTED.search(cell) and (_SEVERAL.search(cell) or _are_several(cell)):
        return "là nhiều người, hoặc nhiều tập thể", "ghi mỗi người, mỗi tập thể một dòng"
    if read_ditto(cell.strip()):
        return "không phải là tên", "ghi lại họ tên, hoặc tên tập thể, vào từng dòng"
    if not cell.strip():
        return None
    said = cell.strip(" .:()[]")
    if not _WORD.search(cell) or said in MARKS or said in _NO_NAMES or names_award(clean(cell)):
        return "không phải là tên", "ghi họ tên, hoặc tên tập thể"
    return None
