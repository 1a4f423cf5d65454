"""A paper as a Word file."""

from thidua_cli.page.docx.main_part import to_docx as written

__all__ = ["written"]
