"""Where a list ends: totals, "Nơi nhận", and the people who sign below it."""

import re
from functools import lru_cache
from itertools import chain

from thidua_cli.lists.known import WORDS
from thidua_cli.lists.section_lines import texts_with_columns
from thidua_cli.reading.tables.table import Row
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold

_SIGNED = r"ấn định|nơi nhận|người lập|lập biểu|thủ trưởng|xác nhận|\(ký|ký,|ký (?:tên|ghi|và) |tm\.|kt\.|tl\.|tuq\."
_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng)\b(?:\s*$|\s*[:(=\d.]|\s+[ivx]+\b|\s+(?:số|danh sách|tập thể|cá nhân))"
)
_FOOT = re.compile(rf"{_SIGNED}|danh sách (?:này |trên )?(?:có|gồm)|(?:ghi chú|lưu ý)\s*:|[^,]{{0,40}}, ngày\s")
# The beginnings of both, asked of every name: the only test that each row pays for.
SUSPECT = re.compile(rf"\s*(?:tổng|cộng|danh sách|ghi chú|lưu ý|{_SIGNED})", re.IGNORECASE)
_POST = re.compile(rf"(?:{'|'.join(sorted(chain(*WORDS['posts']), key=len, reverse=True))})\b")


def special(cell: str) -> str:
    """Return what a text ends or sums up: ``total``, ``end`` or nothing."""
    text = clean(cell).casefold()
    if _TOTAL.match(text):
        return "total"
    return "end" if _FOOT.match(text) else ""


def of_signers(row: Row) -> bool:
    """Tell whether a row holds nothing but posts of people who sign: KẾ TOÁN, HIỆU TRƯỞNG."""
    texts = [text for _, text in texts_with_columns(row)]
    typed = any(not isinstance(cell, str) for cell in row)
    return bool(texts) and not typed and all(map(is_post, texts))


@lru_cache(maxsize=1 << 16)
def is_post(text: str) -> bool:
    """Tell whether a text is the post of somebody who signs."""
    return _POST.match(fold(text).replace(".", " ").strip()) is not None


def may_sign(row: Row, number: int | None) -> bool:
    """Tell whether a row can stand in a block of signatures: posts, names of people, days, "(Ký, ghi rõ họ tên)"."""
    texts = [text for _, text in texts_with_columns(row)]
    return not is_numbered(row, number) and all(is_post(text) or is_person(text) or special(text) for text in texts)


def is_numbered(row: Row, number: int | None) -> bool:
    """Tell whether a row has a running number."""
    if number is None or number >= len(row):
        return False
    cell = row[number]
    return bool(cell) and str(cell).strip(" .").removesuffix(".0").isdecimal()
