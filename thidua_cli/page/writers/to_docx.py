"""A paper as a Word file."""

from thidua_cli.page.docx.main_part import to_docx as written
from thidua_cli.page.fingerprint import archive_untouched as untouched

__all__ = ["untouched", "written"]
