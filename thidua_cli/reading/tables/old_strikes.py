"""What a workbook of Excel 97-2003 strikes through: fonts, the formats of cells that use them, stretches of texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import unpack_from
from typing import Any

from xlrd.book import unpack_SST_table  # type: ignore[import-untyped]

from thidua_cli.reading.tables.sheet_traits import Traits

_FONT, _TEXTS, _MORE, _END = 0x0031, 0x00FC, 0x003C, 0x000A
_SHARED_TEXT = 0x00FD
_STRUCK = 0x08
_NO_FONT = 4  # a number that fonts leave out


@dataclass
class OldStrikes:
    """The formats that strike, and for each text in several fonts what follows its first stretch.

    ``texts`` tell of each: whether something stands in its first stretch, which has the font of the cell, and of each
    other one that holds more than spaces whether it is struck.
    """

    formats: set[int] = field(default_factory=set)
    texts: dict[int, tuple[bool, set[bool]]] = field(default_factory=dict)

    def take(self, kind: int, content: bytes, traits: Traits) -> None:
        """Enter a cell of which the text is struck, as a whole or in part."""
        row, column, look = unpack_from("<3H", content)
        struck = look in self.formats
        if kind == _SHARED_TEXT and len(content) >= 10:
            first, others = self.texts.get(unpack_from("<I", content, 6)[0], (True, set()))
            stretches = others | ({struck} if first else set())
            if stretches == {True, False}:
                traits.partly_struck.add((row, column))
            struck = stretches == {True}
        if struck:
            traits.struck_cells.add((row, column))


def strikes_of(book: Any) -> OldStrikes | None:
    """Return what a workbook strikes through; None where nothing, as in nearly all."""
    fonts: list[bool] = []
    texts: list[bytes] = []
    before = 0
    for kind, content in _globals(book):
        if kind == _FONT and len(content) >= 4:
            fonts += [False] * (len(fonts) == _NO_FONT)
            fonts.append(bool(content[2] & _STRUCK))
        elif kind == _TEXTS or (kind == _MORE and texts and before in (_TEXTS, _MORE)):
            texts.append(content)
        before = kind
    struck = {number for number, strikes in enumerate(fonts) if strikes}
    if not struck:
        return None
    formats = {number for number, look in enumerate(book.xf_list) if look.font_index in struck}
    return OldStrikes(formats, dict(_texts(texts, struck)))


def _globals(book: Any) -> Iterator[tuple[int, bytes]]:
    """Yield the records that tell of the book."""
    at, end = book.base, book.base + book.stream_len
    while at + 4 <= end:
        kind, length = unpack_from("<2H", book.mem, at)
        if kind == _END:
            break
        if kind in (_FONT, _TEXTS, _MORE):
            yield kind, bytes(book.mem[at + 4 : at + 4 + length])
        else:
            yield kind, b""
        at += 4 + length


def _texts(records: list[bytes], struck: set[int]) -> Iterator[tuple[int, tuple[bool, set[bool]]]]:
    if not records:
        return
    texts, runs = unpack_SST_table(records, unpack_from("<i", records[0], 4)[0])
    for number, stretches in runs.items():
        begins = [begin for begin, _ in stretches]
        others = zip(stretches, [*begins[1:], len(texts[number])], strict=True)
        filled = {font in struck for (begin, font), end in others if texts[number][begin:end].strip()}
        yield number, (bool(texts[number][: begins[0]].strip()), filled)
