"""Word templates of offices, made of what is typed into them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document as new_document
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from tests.conftest import ROOT
from tests.papers.rendered import example
from thidua_cli.papers.common import Frame
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.registry import PAPERS

LIST = PAPERS["list"]
DAY = date(2026, 1, 1)


@cache
def list_context() -> Frame:
    """Return the context of the list of an example, with votes."""
    campaign = example(ROOT / "plans" / "vi-nguoi-ngheo", DAY)
    return list(LIST.documents(campaign, Asked(DAY)))[-1].context


def awards(count: int, **values: Any) -> Frame:
    """Return that context with ``count`` times its first award, of one nominee of whom ``values`` are known.

    The last award has no name.
    """
    context: Any = list_context()
    (part, *_) = context.groups[0].parts
    one = replace(part, rows=[replace(part.rows[0], **values)])
    group = replace(context.groups[0], parts=[one])
    return replace(context, groups=[group] * (count - 1) + [replace(group, award="")])  # type: ignore[call-arg]


def template(path: Path, told: Mapping[str, Any]) -> Path:
    """Write the template that an entry of ``faults.yaml`` tells, and return its path."""
    document = new_document()
    section = document.sections[0]
    for place, texts in ((section.header, told.get("header", ())), (section.footer, told.get("footer", ()))):
        for text in texts:
            place.add_paragraph(text)
    for content in told.get("body", ()):
        _add(document, content)
    if xml := told.get("xml"):
        paragraph = document.add_paragraph()
        paragraph._p.getparent().replace(paragraph._p, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    document.save(str(path))
    return path


def _add(document: Document, content: str | Sequence[Any]) -> None:
    if isinstance(content, str):
        document.add_paragraph(content)
    elif isinstance(content[0], str):
        _runs(document.add_paragraph(), content)
    else:
        table = document.add_table(len(content), len(content[0]))
        for row, texts in zip(table.rows, content, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text


def _runs(paragraph: Paragraph, texts: Sequence[str]) -> None:
    for number, text in enumerate(texts):
        paragraph.add_run(text).bold = bool(number % 2)


def opened(content: bytes) -> Document:
    """Return a Word file as python-docx reads it."""
    return new_document(BytesIO(content))
