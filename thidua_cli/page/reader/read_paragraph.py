"""Paragraphs of a template: faces, line breaks, white space folded as a browser does it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from thidua_cli.page.reader.template import Template
from thidua_cli.page.vocabulary import Paragraph, Run, Tab

_SPACES = re.compile(r"[ \t\r\n]+")
_BREAK = "\n"
_BR = "\v"  # stands for <br/> until white space is folded: a line feed of the template is only a space


def read_paragraph(template: Template, element: etree._Element) -> Paragraph:
    """Return a ``<p>`` in the case of its component."""
    name = element.get("class", "")
    component = template.layout.components.get(name)
    if component is None:
        raise template.fault(element, f"lớp “{name}” không phải thành phần của bố cục trang {template.layout.name}")
    text = element.text or ""
    if len(element) == 0 and _is_folded(text):
        runs: list[Run | Tab] = [Run(text)] if text else []  # most paragraphs: one face
    else:
        runs = _folded(_runs(template, element, Run("")))
    if component.case == "upper":
        runs = [replace(run, text=run.text.upper()) if isinstance(run, Run) else run for run in runs]
    return Paragraph(name, tuple(runs))


def _is_folded(text: str) -> bool:
    return text == text.strip(" ") and not ("  " in text or "\n" in text or "\t" in text or "\r" in text)


def _runs(template: Template, element: etree._Element, face: Run) -> Iterator[Run | Tab]:
    if element.text:
        yield replace(face, text=element.text)
    for child in element:
        template.expect(child, "b", "i", "br", "span")
        if child.tag == "br":
            yield replace(face, text=_BR)
        elif child.tag == "span":
            yield _tab(template, child)
        else:
            inner = replace(face, bold=face.bold or child.tag == "b", italic=face.italic or child.tag == "i")
            yield from _runs(template, child, inner)
        if child.tail:
            yield replace(face, text=child.tail)


def _tab(template: Template, element: etree._Element) -> Tab:
    kind = template.choice(element, "class", ("tab", "leader"))
    if len(element) or (element.text or "").strip():
        raise template.fault(element, "không chứa chữ nào")
    to = template.lengths(element, "data-to", 1)[0] if element.get("data-to") is not None else None
    return Tab(to, leader=kind == "leader")


def _folded(runs: Iterator[Run | Tab]) -> list[Run | Tab]:
    """Fold white space as a browser does; like neighbours become one run."""
    folded: list[Run | Tab] = []
    for run in runs:
        if isinstance(run, Tab):
            folded.append(run)
            continue
        text = _BREAK if run.text == _BR else _SPACES.sub(" ", run.text)
        if text == _BREAK:
            _trim_end(folded)
        last = folded[-1] if folded else None
        if last is None or last.text[-1] in " \n":
            text = text.removeprefix(" ")
        if text and isinstance(last, Run) and replace(last, text="") == replace(run, text=""):
            folded[-1] = replace(run, text=last.text + text)
        elif text:
            folded.append(replace(run, text=text))
    _trim_end(folded)
    return folded


def _trim_end(runs: list[Run | Tab]) -> None:
    last = runs[-1] if runs else None
    if isinstance(last, Run) and last.text.endswith(" "):
        runs.pop()
        if len(last.text) > 1:
            runs.append(replace(last, text=last.text[:-1]))
