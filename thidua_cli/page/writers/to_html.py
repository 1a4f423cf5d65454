"""A paper as a page for the browser."""

from collections.abc import Sequence
from pathlib import Path

from thidua_cli.page.fingerprint import HTML
from thidua_cli.page.html.browser_page import to_page


def written(html: str, *, source: str, folders: Sequence[Path] = ()) -> bytes:
    """Return the page, which needs no other file."""
    page = to_page(html, source=source, folders=folders).encode("utf-8")
    return HTML.put(page, len(page))


untouched = HTML.untouched
