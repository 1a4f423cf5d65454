"""Sections of a Word file: paper, margins, and the header or footer that prints the page number."""

import re
from functools import lru_cache

from lxml import etree

from thidua_cli.page.docx.xml import R, W, copied, dxa, pattern, serialised, word, write_text
from thidua_cli.page.layout import PageNumber
from thidua_cli.page.vocabulary import Section, Sheet

_FIELDS = {"{page}": " PAGE ", "{pages}": " NUMPAGES "}


def write_section_properties(
    parent: etree._Element, number: PageNumber, relations: tuple[str, str], section: Section, *, first: bool
) -> None:
    """Write the properties of a section, the ``first`` of its paper or a later one.

    ``relations`` are the parts that print the number: on all pages, and on the first one where that is bare.
    """
    # Page 1 shows no number; a section that counts on shows it from its first page.
    bare = (first or section.restart) and not number.on_first_page
    restart = section.restart and not first
    parent.append(copied(_pattern(section.sheet, number.place, number.edge, relations, restart=restart, bare=bare)))


@lru_cache(maxsize=256)
def _pattern(
    sheet: Sheet, place: str, edge: float, relations: tuple[str, str], *, restart: bool, bare: bool
) -> etree._Element:
    """Return the properties, in the order of the schema."""
    made = pattern("sectPr")
    for kind, relation in zip(("default", "first"), relations, strict=True):
        word(made, f"{place}Reference", type=kind).set(f"{{{R}}}id", relation)
    word(made, "type", val="nextPage")
    turned = {"orient": "landscape"} if sheet.width > sheet.height else {}
    word(made, "pgSz", w=dxa(sheet.width), h=dxa(sheet.height), **turned)
    sides = {side: dxa(getattr(sheet.margins, side)) for side in ("top", "right", "bottom", "left")}
    word(made, "pgMar", **sides, header=dxa(edge), footer=dxa(edge), gutter=0)
    if restart:
        word(made, "pgNumType", start=1)
    if bare:
        word(made, "titlePg")
    return made


def number_part(number: PageNumber, form: str) -> bytes:
    """Return the header or footer of a layout for one of its forms of numbers; "none" is empty."""
    root = etree.Element(f"{{{W}}}{'hdr' if number.place == 'header' else 'ftr'}", nsmap={"w": W})
    paragraph = word(root, "p")
    word(word(paragraph, "pPr"), "pStyle", val="page-number")
    for piece in filter(None, re.split(r"({\w+})", number.forms[form])):
        if piece in _FIELDS:
            write_text(word(word(paragraph, "fldSimple", instr=_FIELDS[piece]), "r"), "2")
        else:
            write_text(word(paragraph, "r"), piece)
    return serialised(root)
