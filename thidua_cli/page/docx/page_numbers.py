"""The header or footer that prints the page number."""

import re

from lxml import etree

from thidua_cli.page.docx.xml import W, serialised, word, write_text
from thidua_cli.page.layout import PageNumber

_FIELDS = {"{page}": " PAGE ", "{pages}": " NUMPAGES "}


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
