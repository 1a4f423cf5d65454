"""What papers print, as lines: for goldens that people read, and for properties over texts."""

from lxml import etree

from thidua_cli.papers.contract import Document
from thidua_cli.papers.registry import Paper


def lines_of(paper: Paper, document: Document) -> list[str]:
    """Return the texts of a paper in their order: a paragraph a line, the cells of a row of a table in one."""
    return _lines(etree.fromstring(paper.html(document).encode()))


def _lines(node: etree._Element) -> list[str]:
    found: list[str] = []
    for child in node:
        if child.tag == "tr":
            cells = [" / ".join(_lines(cell)) for cell in child]
            found.append(" | ".join(cells))
        elif child.tag == "p":
            found.append(" ".join("".join(child.itertext()).split()))
        else:
            found += _lines(child)
    return found
