"""The properties of a section of a Word file: paper, margins, page numbers."""

from lxml import etree

from thidua_cli.page.docx.package import Package
from thidua_cli.page.docx.xml import R, dxa, word
from thidua_cli.page.vocabulary import Section


def write_section_properties(parent: etree._Element, package: Package, section: Section, *, first: bool) -> None:
    """Write the properties of a section, the ``first`` of its paper or a later one, in the order of the schema."""
    number, sheet = package.layout.page.number, section.sheet
    made = word(parent, "sectPr")
    for kind, form in (("default", section.number), ("first", "none")):
        word(made, f"{number.place}Reference", type=kind).set(f"{{{R}}}id", package.number(form))
    word(made, "type", val="nextPage")
    turned = {"orient": "landscape"} if sheet.width > sheet.height else {}
    word(made, "pgSz", w=dxa(sheet.width), h=dxa(sheet.height), **turned)
    sides = {side: dxa(getattr(sheet.margins, side)) for side in ("top", "right", "bottom", "left")}
    word(made, "pgMar", **sides, header=dxa(number.edge), footer=dxa(number.edge), gutter=0)
    if section.restart and not first:
        word(made, "pgNumType", start=1)
    # Page 1 shows no number; a section that counts on shows it from its first page.
    if (first or section.restart) and not number.on_first_page:
        word(made, "titlePg")
