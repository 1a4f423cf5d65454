"""A paper as a page for the browser."""

from collections.abc import Sequence
from pathlib import Path

from thidua_cli.page.html.browser_page import to_page


def written(html: str, *, source: str, folders: Sequence[Path] = ()) -> bytes:
    """Return the page, which needs no other file."""
    return to_page(html, source=source, folders=folders).encode("utf-8")
