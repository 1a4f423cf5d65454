"""Paragraphs of a template: faces, line breaks, white space folded as a browser does it."""

import re
from collections.abc import Iterator

from lxml import etree

from thidua_cli.page.reader.template import Template
from thidua_cli.page.vocabulary import Paragraph, Run, Tab

_SPACES = re.compile(r"[ \t\r\n]+")
_FACES = ("b", "i")
_BREAK = "\n"
_BR = "\v"  # stands for <br/> until white space is folded: a line feed of the template is only a space


def read_paragraph(template: Template, element: etree._Element) -> Paragraph:
    """Return a ``<p>`` in the case of its component."""
    name = element.get("class", "")
    component = template.layout.components.get(name)
    if component is None:
        raise template.fault(element, f"lớp “{name}” không phải thành phần của bố cục trang {template.layout.name}")
    runs: list[Run | Tab]
    alone = _alone(template, element)  # most paragraphs: one face
    runs = [alone] if alone else _folded(_runs(template, element, Run("")))
    if component.case == "upper":
        runs = [run._replace(text=run.text.upper()) for run in runs]
    return Paragraph(name, tuple(runs))


def _alone(template: Template, element: etree._Element) -> Run | None:
    """Return the run of a paragraph that is nothing but one line in one face, its white space folded; else None."""
    bold = italic = False
    text = element.text
    while text is None and len(element) == 1:
        [element] = element
        if element.tag not in _FACES or element.tail:
            return None
        template.expect(element, *_FACES)
        bold, italic = bold or element.tag == "b", italic or element.tag == "i"
        text = element.text
    return Run(text, bold, italic) if text and not len(element) and _is_folded(text) else None


def _is_folded(text: str) -> bool:
    return text == text.strip(" ") and not ("  " in text or "\n" in text or "\t" in text or "\r" in text)


def _runs(template: Template, element: etree._Element, face: Run) -> Iterator[Run | Tab]:
    if element.text:
        yield face._replace(text=element.text)
    for child in element:
        template.expect(child, "b", "i", "br", "span")
        if child.tag == "br":
            yield face._replace(text=_BR)
        elif child.tag == "span":
            yield _tab(template, child)
        else:
            inner = face._replace(bold=face.bold or child.tag == "b", italic=face.italic or child.tag == "i")
            yield from _runs(template, child, inner)
        if child.tail:
            yield face._replace(text=child.tail)


def _tab(template: Template, element: etree._Element) -> Tab:
    kind = template.choice(element, "class", ("tab", "leader"))
    if len(element) or (element.text or "").strip():
        raise template.fault(element, "không chứa chữ nào")
    to = None if element.get("data-to") is None else template.length(element, "data-to")
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
        if text and isinstance(last, Run) and last[1:] == run[1:]:
            folded[-1] = run._replace(text=last.text + text)
        elif text:
            folded.append(run._replace(text=text))
    _trim_end(folded)
    return folded


def _trim_end(runs: list[Run | Tab]) -> None:
    if runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        if last.text != " ":
            runs.append(last._replace(text=last.text[:-1]))
