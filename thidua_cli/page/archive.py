"""Zip archives that tell nothing but what is in them, neither time nor system: the same content, the same bytes.

An entry is packed once and may stand in many archives: the library of Python can only pack it again for each.
"""

import zlib
from collections.abc import Sequence
from struct import Struct
from typing import NamedTuple

from thidua_cli.page.fingerprint import marked_core

CORE = "docProps/core.xml"
_STORED = (".png", ".jpeg", ".xlsx")  # no smaller for being packed
_LEVEL = 3  # a third of the time of level 6, a few bytes more
_VERSION, _METHOD_STORED, _METHOD_DEFLATED, _UTF8 = 20, 0, 8, 0x800
_MIDNIGHT, _FIRST_OF_1980 = 0, 1 << 5 | 1
_MODE = 0o600 << 16  # of the file that it becomes when it is unpacked
# What the entry and its line in the directory say alike: version, flags, method, time, day, check sum, sizes, lengths.
_TOLD = Struct("<5H3L2H")
_PLACE = Struct("<3H2L")  # what only the directory says: comment, disk, kind, mode, where the entry begins
_END = Struct("<4s4H2LH")


class Entry(NamedTuple):
    """A packed file: its name, what both places say of it, its bytes."""

    name: bytes
    told: bytes
    packed: bytes

    @property
    def stored(self) -> bytes:
        """Return what stands in the archive."""
        return b"".join((b"PK\3\4", self.told, self.name, self.packed))

    def listed(self, at: int) -> bytes:
        """Return the line of the directory, of an entry that begins ``at`` that byte."""
        return b"".join(
            (b"PK\1\2", _VERSION.to_bytes(2, "little"), self.told, _PLACE.pack(0, 0, 0, _MODE, at), self.name)
        )


def packed(name: str, content: bytes) -> Entry:
    """Return a file packed for archives; what is packed already is stored as it is."""
    method, data = _METHOD_STORED, content
    if not name.endswith(_STORED):
        method, data = _METHOD_DEFLATED, zlib.compress(content, _LEVEL, -zlib.MAX_WBITS)
    written = name.encode()
    flags = 0 if name.isascii() else _UTF8
    sizes = zlib.crc32(content), len(data), len(content), len(written), 0
    return Entry(written, _TOLD.pack(_VERSION, flags, method, _MIDNIGHT, _FIRST_OF_1980, *sizes), data)


def archived(entries: Sequence[Entry], core: bytes | None) -> bytes:
    """Return an archive of entries; core properties come last and tell later whether anybody saved it since."""
    stored = [entry.stored for entry in entries]
    if core is not None:
        last = packed(CORE, marked_core(b"".join(stored), core))
        entries, stored = [*entries, last], [*stored, last.stored]
    directory, at = [], 0
    for entry, content in zip(entries, stored, strict=True):
        directory.append(entry.listed(at))
        at += len(content)
    length = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), length, at, 0)
    return b"".join((*stored, *directory, end))
