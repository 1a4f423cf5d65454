"""Excel workbooks that are made here: the same content gives the same bytes."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from thidua_cli.page.archive import CORE, archived, packed

if TYPE_CHECKING:
    from openpyxl import Workbook

_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 -- a fixed day, and openpyxl takes no zones


def saved(book: "Workbook") -> bytes:
    """Return the file of a workbook; the day on which it was made is always the same."""
    from openpyxl.xml.functions import tostring

    book.properties.created = _MADE
    written = BytesIO()
    book.save(written)
    book.properties.modified = _MADE  # saving set it to this second
    core = tostring(book.properties.to_tree())
    with zipfile.ZipFile(written) as source:
        entries = [packed(name, source.read(name)) for name in source.namelist() if name != CORE]
    return archived(entries, core)
