"""The mark in a file that thidua wrote: a fingerprint of all else in it. Who saves the file since breaks it.

Word, Excel and LibreOffice write a whole file anew, so the mark tells that somebody saved it even where nothing that
they wrote can be told apart from ours. It guards against accidents: it is no signature.
"""

import zipfile
import zlib
from hashlib import blake2b
from io import BytesIO
from typing import NamedTuple

_SIZE = 16
_LARGEST = 1_000_000  # bytes of core properties: a file of ours has less, and a bomb is not unpacked
_LAST_RECORD, _ITS_SIGN = slice(-22, -18), b"PK\5\6"  # what an archive ends with, where nobody has added anything


class Mark(NamedTuple):
    """What stands around a fingerprint in one kind of file: something that its readers pass over."""

    opening: bytes
    closing: bytes

    def put(self, content: bytes, at: int) -> bytes:
        """Return the content with its fingerprint before the byte ``at``."""
        return b"".join((content[:at], self.opening, _fingerprint(content), self.closing, content[at:]))

    def untouched(self, content: bytes) -> bool:
        """Tell whether the content is what `put` made, to the byte."""
        head, _, rest = content.rpartition(self.opening)
        mark, _, tail = rest.partition(self.closing)
        return mark == _fingerprint(head + tail)


HTML = Mark(b"<!-- thidua ", b" -->\n")
PDF = Mark(b"%thidua ", b"\n")
_CORE = Mark(b'<identifier xmlns="http://purl.org/dc/elements/1.1/">thidua ', b"</identifier>")


def marked_core(entries: bytes, core: bytes) -> bytes:
    """Return the core properties that are to be the last entry of an archive, with a fingerprint of all its entries."""
    return _CORE.put(entries + core, len(entries) + core.rindex(b"</"))[len(entries) :]


def archive_untouched(content: bytes) -> bool:
    """Tell whether a Word or Excel file is as it was written: its core properties come last and bear the mark."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            last = archive.infolist()[-1]
            if last.file_size > _LARGEST or content[_LAST_RECORD] != _ITS_SIGN:
                return False
            return _CORE.untouched(content[: last.header_offset] + archive.read(last))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, LookupError, RuntimeError):
        return False  # damaged, encrypted, or no archive at all: nothing that we wrote


def _fingerprint(content: bytes) -> bytes:
    return blake2b(content, digest_size=_SIZE).hexdigest().encode()
