"""The properties of a section of a Word file: paper, margins, page numbers."""

from functools import lru_cache

from lxml import etree

from thidua_cli.page.docx.package import Package
from thidua_cli.page.docx.xml import R, copied, dxa, pattern, word
from thidua_cli.page.vocabulary import Section, Sheet


def write_section_properties(parent: etree._Element, package: Package, section: Section, *, first: bool) -> None:
    """Write the properties of a section, the ``first`` of its paper or a later one."""
    number = package.layout.page.number
    starts = first or section.restart
    # Page 1 shows no number; a section that counts on shows it from its first page.
    bare = starts and not number.on_first_page
    restart = section.restart and not first
    references = (package.number(section.number), package.number("none"))
    parent.append(copied(_pattern(section.sheet, number.place, number.edge, references, restart=restart, bare=bare)))


@lru_cache(maxsize=256)
def _pattern(
    sheet: Sheet, place: str, edge: float, references: tuple[str, str], *, restart: bool, bare: bool
) -> etree._Element:
    """Return the properties, in the order of the schema."""
    made = pattern("sectPr")
    for kind, relation in zip(("default", "first"), references, strict=True):
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
