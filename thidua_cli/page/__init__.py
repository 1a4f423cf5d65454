"""Page layouts as data, and one HTML of a paper with two readers: Word and the browser."""

from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.html.browser_page import to_page
from thidua_cli.page.layout import Layout, WordError, layout_for, load_layout

__all__ = ["Layout", "WordError", "layout_for", "load_layout", "to_docx", "to_page"]
