"""What the schemas do not say and Word or its reader asks for: styles, tables, drawings, language."""

from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from tests.ooxml.compatibility import W
from tests.ooxml.container import Package

LANGUAGE = "vi-VN"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
# Where a style is named, and of which type it must be.
_STYLE_USERS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_STYLE_RELATIVES = ("basedOn", "next", "link")
# What holds blocks: paragraphs and tables.
_HOLDERS = ("body", "tc", "hdr", "ftr", "txbxContent", "footnote")


def word_faults(package: Package) -> Iterator[str]:
    """Yield every breach of the rules of this file, each with the name of its part."""
    for rule in (_properties, _settings, _languages, _styles, _style_uses, _identifiers, _numbering):
        yield from rule(package)
    for name, root in package.texts:
        for part_rule in _PART_RULES:
            yield from (f"{name}: {fault}" for fault in part_rule(root))


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _properties(package: Package) -> Iterator[str]:
    cores = [relation.target for relation in package.relations("") if relation.kind == "core-properties"]
    core = package.root(cores[0] if cores else "")
    for name in ("created", "modified"):
        day = core.find(f"{_DCTERMS}{name}")
        if day is None:
            yield f"core properties: {name} is missing"
        elif day.get(_TYPE) != "dcterms:W3CDTF":
            yield f"core properties: the day of {name} has no xsi:type, Word calls the file damaged"
    for name in ("title", "creator", "language"):
        if core.find(f"{_DC}{name}") is None:
            yield f"core properties: {name} is missing"
    if core.findtext(f"{_DC}language") != LANGUAGE:
        yield f"core properties: language is not {LANGUAGE}"


def _settings(package: Package) -> Iterator[str]:
    settings = package.related("settings")
    modes = [
        setting.get(f"{W}val")
        for setting in settings.findall(f"{W}compat/{W}compatSetting")
        if setting.get(f"{W}name") == "compatibilityMode"
        and setting.get(f"{W}uri") == "http://schemas.microsoft.com/office/word"
    ]
    if modes != ["15"]:
        yield f"settings: compatibilityMode is {modes}, not 15: Word opens the file in compatibility mode"
    if _value(settings.find(f"{W}themeFontLang")) != LANGUAGE:
        yield f"settings: themeFontLang is not {LANGUAGE}"


def _languages(package: Package) -> Iterator[str]:
    default = package.related("styles").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if default is None:
        yield "styles: the defaults name no language"
    for name, root in package.roots.items():
        for language in root.iter(f"{W}lang"):
            if _value(language) != LANGUAGE:
                yield f"{name}: language {_value(language)}"


def _styles(package: Package) -> Iterator[str]:
    styles = package.related("styles").findall(f"{W}style")
    for what, found in (
        ("id", [style.get(f"{W}styleId", "") for style in styles]),
        ("name", [_value(style.find(f"{W}name")).casefold() for style in styles]),
        ("default of type", [style.get(f"{W}type") for style in styles if style.get(f"{W}default") == "1"]),
    ):
        for twice, count in Counter(found).items():
            if count > 1:
                yield f"styles: {what} {twice} is there {count} times"
    types = _types(package)
    for style in styles:
        for relative in _STYLE_RELATIVES:
            named = style.find(f"{W}{relative}")
            if named is not None and _value(named) not in types:
                yield f"styles: {relative} of {style.get(f'{W}styleId')} names the unknown {_value(named)}"


def _style_uses(package: Package) -> Iterator[str]:
    types = _types(package)
    for name, root in package.texts:
        for user, kind in _STYLE_USERS.items():
            for used in {_value(element) for element in root.iter(f"{W}{user}")}:
                if types.get(used) != kind:
                    yield f"{name}: {user} names {used}, no {kind} style"


def _types(package: Package) -> dict[str, str]:
    styles = package.related("styles").findall(f"{W}style")
    return {style.get(f"{W}styleId", ""): style.get(f"{W}type", "") for style in styles}


def _identifiers(package: Package) -> Iterator[str]:
    """Ids of drawings and bookmarks are unique in the whole file."""
    seen: Counter[tuple[str, str]] = Counter()
    ends: Counter[tuple[str, str]] = Counter()
    for _, root in package.texts:
        seen.update(("drawing id", element.get("id", "")) for element in root.iter(f"{_WP}docPr"))
        seen.update(("shape id", element.get("id", "")) for element in root.iter(f"{_VML}shape", f"{_VML}shapetype"))
        for start in root.iter(f"{W}bookmarkStart"):
            seen[("bookmark id", start.get(f"{W}id", ""))] += 1
            seen[("bookmark name", start.get(f"{W}name", "").casefold())] += 1
        ends.update(("bookmark id", end.get(f"{W}id", "")) for end in root.iter(f"{W}bookmarkEnd"))
    for (what, value), count in seen.items():
        if count > 1:
            yield f"{what} {value} is there {count} times"
    starts = {key for key in seen if key[0] == "bookmark id"}
    for _, value in starts ^ set(ends):
        yield f"bookmark {value} has no start, or no end"


def _numbering(package: Package) -> Iterator[str]:
    defined = {element.get(f"{W}numId") for element in package.related("numbering").iter(f"{W}num")}
    for name, root in package.roots.items():
        for used in root.iter(f"{W}numId"):
            if _value(used) not in defined | {"0"}:
                yield f"{name}: numbering {_value(used)} is not defined"


def _blocks(root: etree._Element) -> Iterator[str]:
    for holder in root.iter(*(f"{W}{name}" for name in _HOLDERS)):
        kinds = [etree.QName(child).localname for child in holder.iterchildren(etree.Element)]
        name = etree.QName(holder).localname
        blocks = [kind for kind in kinds if kind in ("p", "tbl", "sdt")]
        if name == "tc" and kinds[-1:] != ["p"]:
            yield "a table cell does not end with a paragraph, Word calls the file damaged"
        elif blocks[-1:] != ["p"]:
            yield f"{name} does not end with a paragraph"
        if "tbl tbl" in " ".join(blocks):
            yield f"two tables touch in {name}: Word makes one of them"
        if name == "body" and kinds[-1:] != ["sectPr"]:
            yield "body does not end with the properties of its section"


def _tables(root: etree._Element) -> Iterator[str]:
    for table in root.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        if heads != sorted(heads, reverse=True):
            yield "a header row stands behind other rows: Word does not repeat it"
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in rows:
            if not row.findall(f"{W}tc"):
                yield "a table row has no cell"
            elif _covered(row) != columns:
                yield f"a table row covers {_covered(row)} of {columns} columns"
        if not rows:
            yield "a table has no row"


def _covered(row: etree._Element) -> int:
    spans = [*row.iterfind(f"{W}tc/{W}tcPr/{W}gridSpan"), *row.iterfind(f"{W}trPr/{W}gridBefore")]
    spans += row.iterfind(f"{W}trPr/{W}gridAfter")
    single = [cell for cell in row.iterfind(f"{W}tc") if cell.find(f"{W}tcPr/{W}gridSpan") is None]
    return len(single) + sum(int(_value(span)) for span in spans)


def _drawings(root: etree._Element) -> Iterator[str]:
    """A drawing tells those who cannot see it what it says, or that it says nothing."""
    for properties in root.iter(f"{_WP}docPr"):
        mark = next(properties.iter(_DECORATIVE), None)
        decorative = mark is not None and mark.get("val") in ("1", "true")
        if not properties.get("descr", "").strip() and not decorative:
            yield f"drawing {properties.get('id')} has no alternative text"
    types = {f"#{element.get('id')}" for element in root.iter(f"{_VML}shapetype")}
    for shape in root.iter(f"{_VML}shape"):
        if not shape.get("alt", "").strip():
            yield f"shape {shape.get('id')} has no alternative text"
        if shape.get("type") not in types:
            yield f"shape {shape.get('id')} is of the unknown type {shape.get('type')}"


def _texts(root: etree._Element) -> Iterator[str]:
    for text in root.iter(f"{W}t"):
        content = text.text or ""
        if content != content.strip(" ") and text.get(f"{_XML}space") != "preserve":
            yield f"the blanks around “{content.strip()[:30]}” are lost: xml:space is missing"


def _fields(root: etree._Element) -> Iterator[str]:
    """A field of three marks is begun, parted at most once and ended, before the next paragraph part begins."""
    opened: list[bool] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            opened.append(False)
        elif not opened or (kind == "separate" and opened[-1]):
            yield f"the mark {kind} of a field stands without its begin"
        elif kind == "separate":
            opened[-1] = True
        else:
            opened.pop()
    if opened:
        yield "a field does not end"


_PART_RULES: tuple[Callable[[etree._Element], Iterator[str]], ...] = (_blocks, _tables, _drawings, _texts, _fields)
