"""Hidden rows and columns and struck cells of .xlsx, found by searching the bytes of its parts.

Most workbooks have none, and a search for a few letters tells that at once; only where it cannot are tags looked at.
"""

import re
from typing import NamedTuple

from lxml import etree

from thidua_cli.findings.about import column_number
from thidua_cli.reading.tables.merged_cells import Corner
from thidua_cli.reading.tables.sheet_traits import Traits

_HIDDEN = re.compile(rb"""\shidden=["'](?:1|true)["']""")
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])([^<>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^<>]*)>")
_NUMBER = re.compile(rb"""\sr=["']([0-9]{1,7})["']""")
_SPAN = re.compile(rb"""\b(min|max)=["']([0-9]{1,5})["']""")
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_MANY = 500  # formats or texts that are struck, columns that are hidden: more are no work of hands
_LAST_COLUMN = 16_384
_PERCENT_FORMATS = ("9", "10")  # "0%" and "0.00%", which every workbook has
_AS_IT_STANDS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # letters of a format that show themselves
_END_OF_TEXT = re.compile(rb"</(?:\w+:)?si>")
_RUN = re.compile(rb"<(?:\w+:)?r(?:\s[^<>]*)?>")
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<")
_STRIKES = re.compile(rb"<(?:\w+:)?strike\s*(?:val=.(?:1|true).\s*)?/>")


class StruckTexts(NamedTuple):
    """The numbers of the shared texts that are struck through from end to end, and of those that are in part."""

    whole: set[int]
    partly: set[int]


class Looks(NamedTuple):
    """The numbers of the formats of cells that strike their text through, and of those that show per cent."""

    struck: set[int]
    percent: set[int]


def traits_of(xml: bytes, traits: Traits, *, formats: Looks, texts: StruckTexts) -> None:
    """Enter into ``traits`` what a sheet hides and strikes out, and which numbers it shows in per cent.

    ``formats`` are those of cells, ``texts`` the numbers of the shared texts that are struck.
    """
    if b'hidden="' in xml and (b'hidden="1"' in xml or b'hidden="true"' in xml):
        head, begun, _ = xml.partition(b"sheetData")
        traits.hidden_columns += _hidden_columns(head)
        if begun and _HIDDEN.search(xml, len(head)):
            traits.hidden_rows |= _hidden_rows(xml)
    traits.struck_cells |= _with_formats(formats.struck, xml)
    traits.percents |= _with_formats(formats.percent, xml)
    traits.struck_cells |= _with_texts(texts.whole, xml)
    traits.partly_struck |= _with_texts(texts.partly, xml)
    if b"strike" in xml:
        _inline(xml, traits)


def _with_formats(formats: set[int], xml: bytes) -> set[Corner]:
    """Return the places of the cells that have one of some formats; a workbook may have many that no cell has."""
    used = [one for one in sorted(formats)[:_MANY] if b's="%d"' % one in xml or b"s='%d'" % one in xml]
    if not used:
        return set()
    numbers = b"|".join(b"%d" % one for one in used)
    # As nearly all programs write it: a list may have a hundred thousand of them.
    plain = re.findall(rb'<c r="([A-Z]{1,3})([0-9]{1,7})" s="(?:%s)"' % numbers, xml)
    if len(plain) == sum(xml.count(b's="%d"' % one) + xml.count(b"s='%d'" % one) for one in used):
        columns = {letters: column_number(letters.decode()) - 1 for letters in {letters for letters, _ in plain}}
        return {(int(row) - 1, columns[letters]) for letters, row in plain}
    return _places(rb"""<(?:\w+:)?c\s[^<>]*?\bs=["'](?:%s)["'][^<>]*>""" % numbers, xml)


def _with_texts(texts: set[int], xml: bytes) -> set[Corner]:
    """Return the places of the cells that hold one of some shared texts."""
    if not texts:
        return set()
    numbers = b"|".join(b"%d" % one for one in sorted(texts)[:_MANY])
    return _places(rb"""<(?:\w+:)?c\s[^<>]*?\bt=["']s["'][^<>]*><(?:\w+:)?v>(?:%s)</""" % numbers, xml)


def _inline(xml: bytes, traits: Traits) -> None:
    """Enter the cells that hold a text of their own, in runs of which some are struck."""
    for cell in re.split(rb"</(?:\w+:)?is>", xml):
        if b"strike" not in cell:
            continue
        head, _, runs = cell.rpartition(b"is>")
        place = _PLACE.search(head, max(head.rfind(b"<c "), head.rfind(b":c "), 0))
        if place and (whole := _wholly_struck(runs)) is not None:
            cells = traits.struck_cells if whole else traits.partly_struck
            cells.add((int(place[2]) - 1, column_number(place[1].decode()) - 1))


def _hidden_rows(xml: bytes) -> set[int]:
    hidden, row = set(), -1
    for found in _ROW.finditer(xml):
        number = _NUMBER.search(found[1])
        row = int(number[1]) - 1 if number else row + 1
        if _HIDDEN.search(found[1]):
            hidden.add(row)
    return hidden


def _hidden_columns(head: bytes) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for found in _COLUMN.finditer(head):
        if _HIDDEN.search(b" " + found[1]):
            span = dict(_SPAN.findall(found[1]))
            first, last = int(span.get(b"min", b"0")), int(span.get(b"max", b"0"))
            if 1 <= first <= last <= _LAST_COLUMN and len(ranges) < _MANY:
                ranges.append((first - 1, last - 1))
    return ranges


def _places(pattern: bytes, xml: bytes) -> set[Corner]:
    places = (_PLACE.search(found[0]) for found in re.finditer(pattern, xml))
    return {(int(place[2]) - 1, column_number(place[1].decode()) - 1) for place in places if place}


def looks_of(styles: etree._Element | None) -> Looks:
    """Return what the formats of cells do to what stands there."""
    if styles is None:
        return Looks(set(), set())
    return Looks(_struck_formats(styles), _percent_formats(styles))


def shows_percent(form: str) -> bool:
    """Tell whether the form of a number shows it in per cent: ``0.0%``, not ``0"%"``, which only adds the sign."""
    return "%" in form and "%" in _AS_IT_STANDS.sub("", form)


def _percent_formats(styles: etree._Element) -> set[int]:
    own = styles.iterfind("{*}numFmts/{*}numFmt")
    shown = {*_PERCENT_FORMATS, *(str(one.get("numFmtId")) for one in own if shows_percent(str(one.get("formatCode"))))}
    formats = enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
    return {number for number, one in formats if str(one.get("numFmtId", "")) in shown}


def _struck_formats(styles: etree._Element) -> set[int]:
    """Return the numbers of the formats of cells whose font strikes the text through."""
    struck = {number for number, font in enumerate(styles.iterfind("{*}fonts/{*}font")) if _strikes(font)}
    formats = enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
    return {number for number, one in formats if str(one.get("fontId", "")) in map(str, struck)} if struck else set()


def _strikes(font: etree._Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val") not in ("0", "false")


def struck_texts(texts: bytes) -> StruckTexts:
    """Return the numbers of the shared texts that are struck through, as a whole or in part."""
    found = StruckTexts(set(), set())
    if b"strike" not in texts:
        return found
    for number, text in enumerate(_END_OF_TEXT.split(texts)):
        whole = _wholly_struck(text) if b"strike" in text else None
        if whole is not None:
            (found.whole if whole else found.partly).add(number)
    return found


def _wholly_struck(text: bytes) -> bool | None:
    """Tell whether all runs of a text are struck, or only some; None where none is. Runs of spaces do not count."""
    runs = [run for run in _RUN.split(text)[1:] if any(map(bytes.strip, _TEXT.findall(run)))]
    struck = sum(_STRIKES.search(run) is not None for run in runs)
    return struck == len(runs) if struck else None
