"""Codes that a heading explains: ``Đối tượng (1: tập thể; 2: cá nhân)``, ``Xếp loại (A = xuất sắc, B = tốt)``."""

import re
from functools import lru_cache

from thidua_cli.lists.cells import text_of
from thidua_cli.reading.tables.table import Cell
from thidua_cli.vietnamese.text import clean

_PAIR = re.compile(r"(?P<code>[^\W_]{1,3})\s*(?:[:=]|[-–—]|là\s)\s*(?P<word>[^\W\d_][^,;()\[\]]*)")
_BETWEEN = re.compile(r"[,;\n()\[\]]+")
_FIELDS = frozenset(("subject", "gender", "rating", "initiative", "discipline", "group"))
_FEWEST = 2


def explained(cells: list[Cell], heading: str, field: str) -> list[Cell]:
    """Return the cells of a column of closed words, with what its heading says of their codes in the place of these."""
    codes = _legend(heading) if field in _FIELDS else {}
    return [codes.get(clean(text_of(cell)).casefold(), cell) for cell in cells] if codes else cells


@lru_cache(maxsize=256)  # asked again for the rows below each line over others
def _legend(heading: str) -> dict[str, str]:
    """Return what each code means; nothing where a heading explains none, or one of them twice."""
    parts = [clean(part) for part in _BETWEEN.split(heading)]
    found = [pair for part in parts if (pair := _PAIR.fullmatch(part))]
    codes = {pair["code"].casefold(): pair["word"].strip() for pair in found}
    return codes if len(codes) == len(found) >= _FEWEST else {}
