"""Page layouts as data, and one HTML of a paper with two readers: Word and the browser."""

from thidua_cli.word.document import to_docx
from thidua_cli.word.layout import Layout, WordError, layout_for, load_layout
from thidua_cli.word.page import to_page

__all__ = ["Layout", "WordError", "layout_for", "load_layout", "to_docx", "to_page"]
