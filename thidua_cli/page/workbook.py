"""Excel workbooks that are made here: texts stay texts, the same content gives the same bytes."""

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from thidua_cli.page.docx.package import pack

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell

_FORMULA = ("=", "+", "-", "@")


def put_text(cell: "Cell | MergedCell", text: str) -> None:
    """Write a text into a cell: one that begins with ``=`` is no formula, neither now nor when it is edited."""
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_FORMULA)


def saved(book: "Workbook") -> bytes:
    """Return the file of a workbook, without the day on which it was made."""
    written, packed = BytesIO(), BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            if name != "docProps/core.xml":
                pack(archive, name, source.read(name))
    return packed.getvalue()
