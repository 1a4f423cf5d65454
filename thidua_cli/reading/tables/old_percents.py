"""Which cells of a workbook of Excel 97-2003 show their numbers in per cent."""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from
from typing import Any

from thidua_cli.reading.tables.sheet_traits import Traits
from thidua_cli.reading.tables.xlsx_traits import shows_percent

_NUMBERS = frozenset((0x0006, 0x0206, 0x0406, 0x0203, 0x027E))
_SEVERAL_NUMBERS = 0x00BD
_NUMBER_WITH_FORMAT = 6  # bytes


@dataclass(frozen=True)
class OldPercents:
    """The formats of cells that show per cent."""

    formats: frozenset[int]

    def take(self, kind: int, content: bytes, traits: Traits) -> None:
        """Enter the cells of a record that show per cent."""
        if kind in _NUMBERS:
            row, column, look = unpack_from("<3H", content)
            if look in self.formats:
                traits.percents.add((row, column))
        elif kind == _SEVERAL_NUMBERS:
            traits.percents.update(self._among(content))

    def _among(self, content: bytes) -> Iterator[tuple[int, int]]:
        """Yield the places that show per cent in a record of neighbours: a row, the first column, format by format."""
        row, first = unpack_from("<2H", content)
        for at in range(4, len(content) - _NUMBER_WITH_FORMAT, _NUMBER_WITH_FORMAT):
            if unpack_from("<H", content, at)[0] in self.formats:
                yield row, first + at // _NUMBER_WITH_FORMAT


def percents_of(book: Any) -> OldPercents | None:
    """Return the formats of a workbook that show per cent; None where there are none, as in nearly all."""
    shown = {key for key, one in book.format_map.items() if shows_percent(one.format_str or "")}
    formats = frozenset(number for number, look in enumerate(book.xf_list) if look.format_key in shown)
    return OldPercents(formats) if formats else None
