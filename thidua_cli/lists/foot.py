"""Where a list ends: totals, "Nơi nhận", and the people who sign below it."""

import re
from enum import Enum, auto
from functools import lru_cache
from itertools import chain

from thidua_cli.lists.known import WORDS
from thidua_cli.lists.section_lines import texts_with_columns
from thidua_cli.reading.tables.table import Cell, Row
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold

TO_FILL_IN = re.compile(r"[\s.…_‥·-]+")
_SIGNED = (
    r"ấn định|nơi nhận|người lập|lập (?:bảng|biểu|danh sách)|ngày lập|thủ trưởng"
    r"|xác nhận|\((?:đã )?ký|(?:đã )?ký,|ký (?:tên|ghi|và) "
    r"|người liên hệ|mọi (?:thắc mắc|thông tin|chi tiết)|thông tin liên hệ|(?:liên hệ|đầu mối|địa chỉ)\s*:"
    r"|t\.?m[./]|t/m|k\.?t[./]|k/t|t\.?l[./]|t/l|tuq\.|bằng chữ\s*:"
)
_FIGURES = re.compile(r"[\d.,\s]+")
_CARRIED = "lũy kế|luỹ kế|mang sang"
_TOTAL = re.compile(
    rf"(?:{_CARRIED}|cộng (?:dồn|trang|{_CARRIED}))\b"
    r"|(?:tổng cộng|tổng số|tổng|cộng)\b(?:\s*$|\s*[:(=\d.]|\s+[ivx]+\b|\s+(?:số|danh sách|tập thể|cá nhân))"
)
_RATES = "|".join(chain(*WORDS["rates"]))
_SUM_OF = re.compile(rf"(?:tổng|cộng)\s|(?:{_RATES})(?![^\W\d_])")
_DAY = r"(?:[^,]{0,40},\s*)?ngày\s*(?:[\d.…_]+\s*)?tháng\s|[^,]{0,40}, ngày\s"
_DAY_ALONE = r"ngày\s*[\d.…_]+\s*[/.-]\s*[\d.…_]+\s*[/.-]\s*[\d.…_]+\s*$"
_FOOT = re.compile(rf"{_SIGNED}|danh sách (?:này |trên )?(?:có|gồm)|(?:ghi chú|lưu ý)\s*:|{_DAY}|{_DAY_ALONE}")
# The beginnings of all of them, asked of every name: the only test that each row pays for.
_SUSPECT = re.compile(
    rf"\s*(?:tổng|cộng|{_CARRIED}|{_RATES}|danh sách"
    rf"|ghi chú|lưu ý|ngày|trang|chuyển|không|vd|v\.d|ví dụ|mẫu|[.…_]|{_SIGNED})",
    re.IGNORECASE,
)


class Special(Enum):
    """What a text sums up or ends; ``SUM_OF`` may be a total, or a name that begins so (Tổng công ty)."""

    TOTAL = auto()
    SUM_OF = auto()
    END = auto()


_POST = re.compile(rf"(?:{'|'.join(sorted(chain(*WORDS['posts']), key=len, reverse=True))})\b")


def special(cell: str) -> Special | None:
    """Return what a text sums up or ends, if anything."""
    text = clean(cell).casefold()
    if _TOTAL.match(text):
        return Special.TOTAL
    if _FOOT.match(text):
        return Special.END
    return Special.SUM_OF if _SUM_OF.match(text) else None


def of_signers(row: Row) -> bool:
    """Tell whether a row holds nothing but posts of people who sign: KẾ TOÁN, HIỆU TRƯỞNG."""
    texts = [text for _, text in texts_with_columns(row)]
    typed = any(not isinstance(cell, str) for cell in row)
    return bool(texts) and not typed and all(map(is_post, texts))


@lru_cache(maxsize=1 << 16)
@lru_cache(maxsize=1 << 16)  # names of people and units repeat
def is_suspect(text: str) -> bool:
    """Tell quickly whether a text may begin a foot, a total, a remark or a sample: most names do not."""
    return _SUSPECT.match(text) is not None


def is_post(text: str) -> bool:
    """Tell whether a text is the post of somebody who signs."""
    return _POST.match(fold(text).replace(".", " ").strip()) is not None


def may_sign(row: Row, number: int | None) -> bool:
    """Tell whether a row can stand in a block of signatures: posts, names of people, days, "(Ký, ghi rõ họ tên)"."""
    texts = [text for _, text in texts_with_columns(row)]
    return not is_numbered(row, number) and all(
        is_post(text) or is_person(text) or special(text) is Special.END for text in texts
    )


def is_numbered(row: Row, number: int | None) -> bool:
    """Tell whether a row has a running number."""
    if number is None or number >= len(row):
        return False
    cell = row[number]
    return bool(cell) and str(cell).strip(" .").removesuffix(".0").isdecimal()


def sums_up_others(row: Row) -> bool:
    """Tell whether a row begins like a total and has nothing but figures beside that: ``Cộng Phòng A | 2 | 1``."""
    texts = [text for _, text in texts_with_columns(row)]
    summed = [text for text in texts if special(text) in (Special.TOTAL, Special.SUM_OF)]
    return len(summed) == 1 and all(text in summed or _FIGURES.fullmatch(text) for text in texts)


def is_blank(cell: Cell) -> bool:
    """Tell whether nothing stands in a cell, or dots to be filled in."""
    return isinstance(cell, str) and (not clean(cell) or TO_FILL_IN.fullmatch(cell) is not None)
