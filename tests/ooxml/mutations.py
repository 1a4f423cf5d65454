"""Ways to break a Word file, each with words of the fault that must be told."""

import re
from collections.abc import Callable

from tests.ooxml import samples
from tests.ooxml.compatibility import MC
from tests.ooxml.samples import (
    CHART,
    CHART_BOOK,
    CHART_RELATIONS,
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    PICTURE,
    SETTINGS,
    STYLES,
    TYPES,
    Parts,
)

Mutation = Callable[[Parts], None]


def swapped(name: str, old: str, new: str) -> Mutation:
    """Put ``new`` in place of the first match of the expression ``old`` in a part."""

    def mutate(parts: Parts) -> None:
        changed, count = re.subn(old, new, parts[name].decode(), count=1, flags=re.DOTALL)
        assert count, f"{name} has no {old}"
        parts[name] = changed.encode()

    return mutate


def added(name: str, before: str, more: str) -> Mutation:
    """Write ``more`` before the last ``before`` of a part."""
    return lambda parts: samples.put_before(parts, name, before, more)


def without(name: str) -> Mutation:
    """Leave a part out of the zip."""

    def mutate(parts: Parts) -> None:
        del parts[name]

    return mutate


def with_part(name: str, content: bytes) -> Mutation:
    """Add a part that nothing speaks of."""

    def mutate(parts: Parts) -> None:
        parts[name] = content

    return mutate


def types_last(parts: Parts) -> None:
    parts[TYPES] = parts.pop(TYPES)


def style_twice(parts: Parts) -> None:
    style = re.findall(r"<w:style .*?</w:style>", parts[STYLES].decode(), re.DOTALL)[-1]
    samples.put_before(parts, STYLES, "</w:styles>", style)


def style_name_twice(parts: Parts) -> None:
    style = re.findall(r"<w:style .*?</w:style>", parts[STYLES].decode(), re.DOTALL)[-1]
    other = style.replace('w:styleId="', 'w:styleId="other-')
    samples.put_before(parts, STYLES, "</w:styles>", other)


def cell_ending_with_a_table(parts: Parts) -> None:
    text = parts[DOCUMENT].decode()
    table = re.search(r"<w:tbl>.*?</w:tbl>", text)
    assert table
    parts[DOCUMENT] = text.replace("</w:p></w:tc>", f"</w:p>{table[0]}</w:tc>", 1).encode()


def header_row_below(parts: Parts) -> None:
    text = parts[DOCUMENT].decode()
    head = re.search(r"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>.*?</w:tr>", text)
    assert head
    before, behind = text.split(head[0], 1)
    parts[DOCUMENT] = (before + behind.replace("</w:tbl>", f"{head[0]}</w:tbl>", 1)).encode()


SCHEMA = {
    "properties of a paragraph in the wrong order": (
        swapped(DOCUMENT, r'(<w:pStyle w:val="body"/>)', r"<w:keepNext/>\1"),
        "pStyle",
    ),
    "properties of a run in the wrong order": (swapped(DOCUMENT, "<w:rPr><w:b/>", "<w:rPr><w:i/><w:b/>"), "}b'"),
    "properties of a cell in the wrong order": (
        swapped(DOCUMENT, r"(<w:tcW [^>]+>)(<w:noWrap/>)", r"\2\1"),
        "tcW",
    ),
    "properties of a table in the wrong order": (
        swapped(DOCUMENT, r"(<w:tblStyle [^>]+>)(<w:tblW [^>]+>)", r"\2\1"),
        "tblStyle",
    ),
    "properties of a section in the wrong order": (
        swapped(DOCUMENT, r"(<w:pgSz [^>]+>)(<w:pgMar [^>]+>)", r"\2\1"),
        "pgSz",
    ),
    "elements of a style in the wrong order": (
        swapped(STYLES, r"(<w:pPr>.{0,400}?</w:pPr>)(<w:rPr>.{0,400}?</w:rPr></w:style>)", r"<w:rPr/>\1</w:style>"),
        "styles.xml",
    ),
    "settings in the wrong order": (
        swapped(SETTINGS, r"(<w:zoom [^>]+>)\s*(<w:defaultTabStop [^>]+>)", r"\2\1"),
        "zoom",
    ),
    "an unknown attribute": (swapped(DOCUMENT, r"<w:vAlign ", r'<w:vAlign w:deep="1" '), "deep"),
    "an attribute without namespace": (swapped(DOCUMENT, r'<w:pStyle w:val="body"', '<w:pStyle val="body"'), "val"),
    "an unknown element": (swapped(DOCUMENT, "<w:cantSplit/>", "<w:neverSplit/>"), "neverSplit"),
    "an element of another namespace": (swapped(DOCUMENT, "<w:cantSplit/>", "<a:cantSplit/>"), "cantSplit"),
    "a value out of its list": (swapped(DOCUMENT, 'w:vAlign w:val="center"', 'w:vAlign w:val="middle"'), "middle"),
    "a fraction where a whole number stands": (swapped(DOCUMENT, r'w:gridCol w:w="\d+"', 'w:gridCol w:w="9.5"'), "9.5"),
    "text outside a run": (swapped(DOCUMENT, "<w:cantSplit/>", "rơi"), "trPr"),
    "a paragraph inside a paragraph": (swapped(DOCUMENT, "(</w:pPr>)(</w:p>)", r"\1<w:p/>\2"), "}p'"),
    "a table without grid": (swapped(DOCUMENT, "<w:tblGrid>.*?</w:tblGrid>", ""), "tblGrid"),
    "a font with an unknown family": (swapped("word/fontTable.xml", "roman", "serif"), "serif"),
    "a header with a cell": (swapped("word/header-page.xml", "<w:fldSimple", "<w:tc/><w:fldSimple"), "tc"),
    "a size of no number in the styles": (swapped(STYLES, r'<w:sz w:val="\d+"', '<w:sz w:val="to"'), "to"),
    "a title twice": (added(CORE, "</cp:coreProperties>", "<dc:title>x</dc:title>"), "title"),
    "a day of no calendar": (swapped(CORE, r"\d{4}-\d\d-\d\dT", "2026-02-30T"), "2026-02-30"),
    "an unknown property of the program": (
        swapped("docProps/app.xml", "<Application>", "<Office>1</Office><Application>"),
        "Office",
    ),
    "a relation without type": (swapped(DOCUMENT_RELATIONS, r' Type="[^"]+/styles"', ""), "Type"),
    "a content type without part": (swapped(TYPES, r'<Override PartName="[^"]+"', "<Override"), "PartName"),
    "a drawing of negative height": (swapped(DOCUMENT, r'cy="\d+"', 'cy="-28800"'), "-28800"),
    "an unknown shape": (swapped(DOCUMENT, "<wps:cNvSpPr/>", "<wps:cNvSp/>"), "cNvSp"),
    "a preset of no shape": (swapped(DOCUMENT, 'prst="rightBrace"', 'prst="brace"'), "brace"),
    "a shape of no height for an old Word": (swapped(DOCUMENT, r"height:[\d.]+pt", "height:high"), "old Word"),
    "a chart without axis": (swapped(CHART, '<c:axId val="111"/>', ""), "chart1.xml"),
    "a chart of unknown direction": (swapped(CHART, 'barDir val="col"', 'barDir val="up"'), "up"),
    "a picture without frame": (swapped(DOCUMENT, "<pic:nvPicPr>.*?</pic:nvPicPr>", ""), "nvPicPr"),
    "a decorative mark of no truth": (swapped(DOCUMENT, '(/decorative") val="1"', r'\1 val="maybe"'), "maybe"),
}
CONTAINER = {
    "the list of content types is not first": (types_last, "first entry"),
    "a part is no XML": (swapped(STYLES, "</w:styles>", ""), "no XML"),
    "a relation leads to nothing": (without("word/fontTable.xml"), "fontTable.xml, which is missing"),
    "a listed part is missing": (without("word/header-none.xml"), "lists /word/header-none.xml"),
    "a part without relation": (with_part("word/notes.xml", b"<x/>"), "no relation leads to it"),
    "a part without content type": (swapped(TYPES, r'<Default Extension="png"[^>]+>', ""), "no content type"),
    "a part listed twice": (swapped(TYPES, r'(<Override PartName="/word/styles.xml"[^>]+>)', r"\1\1"), "listed twice"),
    "a part of the wrong content type": (
        swapped(TYPES, r"wordprocessingml\.styles", "wordprocessingml.style"),
        "style+",
    ),
    "the document is a template": (swapped(TYPES, r"document\.main", "template.main"), "template.main"),
    "a picture that is no picture": (swapped(TYPES, "image/png", "text/plain"), "is a picture"),
    "a header used but not related": (swapped(DOCUMENT, r'r:id="rId3"', 'r:id="rId77"'), "uses rId77"),
    "a picture used but not related": (swapped(DOCUMENT, "rIdPicture", "rIdPictures"), "uses rIdPictures"),
    "a header that is a picture": (swapped(DOCUMENT, r'r:id="rId3"', 'r:id="rIdPicture"'), "leads to image"),
    "a related picture is used nowhere": (swapped(DOCUMENT, r'<a:blip r:embed="rIdPicture"/>', "<a:blip/>"), "nowhere"),
    "a relation id twice": (swapped(DOCUMENT_RELATIONS, 'Id="rIdChart"', 'Id="rIdPicture"'), "one id"),
    "a relation of an unknown kind": (swapped(DOCUMENT_RELATIONS, "/fontTable", "/fonts"), "unknown kind"),
    "a header behind the relation to the settings": (
        swapped(DOCUMENT_RELATIONS, 'Target="settings.xml"', 'Target="header-page.xml"'),
        "does not begin with settings",
    ),
    "a picture outside the file": (
        swapped(DOCUMENT_RELATIONS, 'Target="media/dot.png"', 'Target="x" TargetMode="External"'),
        "outside",
    ),
    "no styles at all": (
        swapped(DOCUMENT_RELATIONS, r'<Relationship [^>]*"styles.xml"/>', ""),
        "0 relations to styles",
    ),
    "two names that differ in case only": (with_part("Word/Styles.xml", b"<x/>"), "one name"),
    "a picture is gone": (without(PICTURE), "dot.png, which is missing"),
}
RULES = {
    "a day without type": (swapped(CORE, ' xsi:type="dcterms:W3CDTF"', ""), "xsi:type"),
    "no title": (swapped(CORE, "<dc:title>.*?</dc:title>", ""), "title is missing"),
    "a paper in English": (swapped(CORE, "vi-VN", "en-US"), "language is not"),
    "defaults in English": (swapped(STYLES, '<w:lang w:val="vi-VN"', '<w:lang w:val="en-US"'), "language en-US"),
    "defaults in no language": (swapped(STYLES, "<w:lang [^>]+>", ""), "no language"),
    "a run in English": (swapped(DOCUMENT, "<w:rPr><w:i/>", '<w:rPr><w:i/><w:lang w:val="en-US"/>'), "language en-US"),
    "an old compatibility mode": (swapped(SETTINGS, 'w:val="15"', 'w:val="12"'), "compatibilityMode"),
    "no compatibility mode": (swapped(SETTINGS, "<w:compatSetting [^>]+>", ""), "compatibilityMode"),
    "settings of another language": (
        swapped(SETTINGS, 'themeFontLang w:val="vi-VN"', 'themeFontLang w:val="en"'),
        "them",
    ),
    "a style twice": (style_twice, "styles: id"),
    "a style name twice": (style_name_twice, "styles: name"),
    "two default styles": (swapped(STYLES, ' w:customStyle="1"', ' w:default="1"'), "default of type"),
    "a style on an unknown base": (swapped(STYLES, '<w:basedOn w:val="Normal"', '<w:basedOn w:val="Other"'), "Other"),
    "an undefined style": (swapped(DOCUMENT, 'pStyle w:val="body"', 'pStyle w:val="bodies"'), "bodies"),
    "an undefined style in a header": (swapped("word/header-page.xml", "page-number", "page-no"), "page-no"),
    "a table in the style of a paragraph": (
        swapped(DOCUMENT, 'tblStyle w:val="[^"]+"', 'tblStyle w:val="body"'),
        "body",
    ),
    "a cell ending with a table": (cell_ending_with_a_table, "cell does not end"),
    "tables that touch": (swapped(DOCUMENT, r"(<w:tbl>.*?</w:tbl>)(<w:p>)", r"\1\1\2"), "two tables touch"),
    "a paper without section": (swapped(DOCUMENT, r"<w:sectPr>(?!.*<w:sectPr>).*?</w:sectPr>", ""), "its section"),
    "a header row below": (header_row_below, "header row"),
    "a row with a cell too many": (swapped(DOCUMENT, r"(<w:tc>(?:(?!<w:tc>).)*?</w:tc>)", r"\1\1"), "columns"),
    "a row without cells": (swapped(DOCUMENT, "(<w:tr>)", r"<w:tr/>\1"), "no cell"),
    "a drawing without words": (swapped(DOCUMENT, r'(<wp:docPr [^>]+) descr="[^"]+"', r"\1"), "alternative text"),
    "a drawing with empty words": (swapped(DOCUMENT, r' descr="[^"]+"', ' descr=" "'), "alternative text"),
    "a decorative mark that says no": (swapped(DOCUMENT, '(/decorative") val="1"', r'\1 val="0"'), "alternative text"),
    "a shape for an old Word without words": (swapped(DOCUMENT, r'(<v:shape [^>]*) alt="[^"]+"', r"\1"), "alternative"),
    "a shape of an unknown type": (swapped(DOCUMENT, "<v:shapetype .*?</v:shapetype>", ""), "unknown type"),
    "a drawing id twice": (swapped(DOCUMENT, 'docPr id="91"', 'docPr id="92"'), "drawing id 92"),
    "a bookmark id twice": (
        swapped(DOCUMENT, "(<w:bookmarkEnd [^>]+>)", r'\1<w:bookmarkStart w:id="1" w:name="hai"/>'),
        "bookmark id 1",
    ),
    "a bookmark name twice": (
        swapped(DOCUMENT, "(<w:bookmarkEnd [^>]+>)", r'\1<w:bookmarkStart w:id="2" w:name="bang_1"/>'),
        "bookmark name bang_1",
    ),
    "a bookmark without end": (swapped(DOCUMENT, "<w:bookmarkEnd [^>]+>", ""), "no end"),
    "a field without end": (swapped(DOCUMENT, '<w:fldChar w:fldCharType="end"/>', ""), "field does not end"),
    "a field without begin": (swapped(DOCUMENT, '<w:fldChar w:fldCharType="begin"/>', ""), "without its begin"),
    "numbering that is not there": (
        swapped(DOCUMENT, '(<w:pStyle w:val="body"/>)', r'\1<w:numPr><w:numId w:val="3"/></w:numPr>'),
        "numbering 3",
    ),
    "blanks that are lost": (swapped(DOCUMENT, '<w:t xml:space="preserve">b\\)', "<w:t> b)"), "blanks"),
    "nothing for an old Word": (swapped(DOCUMENT, "<mc:Fallback>.*?</mc:Fallback>", ""), "one fallback"),
    "a choice that requires nothing": (swapped(DOCUMENT, ' Requires="wps"', ""), "requires no namespace"),
    "a choice of an undeclared prefix": (swapped(DOCUMENT, 'Requires="wps"', 'Requires="wpz"'), "undeclared prefix"),
    "an ignored prefix that is undeclared": (
        swapped(SETTINGS, "<w:settings ", f'<w:settings xmlns:mc="{MC[1:-1]}" mc:Ignorable="zz" '),
        "zz",
    ),
}
CHARTS = {
    "the workbook is gone": (without(CHART_BOOK), "chart1.xlsx, which is missing"),
    "the workbook is something else": (with_part(CHART_BOOK, b"PK"), "is no workbook"),
    "the workbook has another type": (swapped(TYPES, r"spreadsheetml\.sheet", "spreadsheetml.page"), "is no workbook"),
    "the workbook is used nowhere": (swapped(CHART, "<c:externalData.*?</c:externalData>", ""), "used nowhere"),
    "the chart has no relations": (without(CHART_RELATIONS), "externalData uses rId1"),
    "the workbook is a picture": (swapped(CHART_RELATIONS, 's/package"', 's/image"'), "is a picture"),
    "bars of no direction": (swapped(CHART, 'barDir val="col"', 'barDir val="up"'), "barDir"),
}
