"""Runs of a Word paragraph: its text as shown, after changes, fields and breaks."""

import re

from lxml import etree

from thidua_cli.reading.papers.paper import Run
from thidua_cli.reading.papers.word_numbering import SYMBOLS
from thidua_cli.reading.papers.word_package import W, as_meant, inner
from thidua_cli.reading.papers.word_styles import Styles

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# Text that was taken away, ruby over text, and properties.
_UNSEEN = {
    f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "rt", "sdtPr", "sdtEndPr", "instrText", "delText")
}
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}br": "\n"}
_NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LEGACY_FONT = re.compile(r"\.Vn|VNI|VN[a-z]", re.ASCII)
_LATIN = re.compile("[\xa1-\xff]")
_UNICODE = re.compile("[đĐăĂơƠưƯ\u1ea0-\u1ef9]")


class RunReader:
    """Reads the paragraphs of one file; remembers what stands in old Vietnamese fonts."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.hidden = self.struck = self.plain = False
        self._legacy: list[str] = []

    def read(self, paragraph: etree._Element, style: str) -> tuple[list[Run], list[etree._Element], int]:
        """Return the runs of a paragraph, the text boxes that hang on it, and how many footnotes it names.

        A line feed in a run is a line break, a form feed a page break. `hidden`, `struck` and `plain` tell whether
        the paragraph holds text that is not shown, that is struck through, that is neither.
        """
        self.hidden = self.struck = self.plain = False
        self._runs: list[Run] = []
        self._boxes: list[etree._Element] = []
        self._footnotes, self._style = 0, style
        self._instruction: str | None = None
        self._in_page_number = False
        self._inside(paragraph)
        return self._runs, self._boxes, self._footnotes

    def in_legacy_font(self) -> bool:
        """Tell whether text in a font of TCVN3 or VNI was read that is not Unicode."""
        text = "".join(self._legacy)
        return bool(_LATIN.search(text)) and not _UNICODE.search(text)

    def _inside(self, parent: etree._Element) -> None:
        for child in inner(parent):
            if child.tag == f"{W}r":
                self._run(child)
            elif child.tag == f"{W}fldSimple" and _PAGE_FIELD.match(str(child.get(f"{W}instr", ""))):
                continue
            elif child.tag == _MATH:
                self._runs.append(Run(as_meant(child.text or "")))
            elif child.tag not in _UNSEEN:
                self._inside(child)

    def _run(self, run: etree._Element) -> None:
        properties, style = run.find(f"{W}rPr"), self._style
        if self.styles.toggled("vanish", properties, style):
            self.hidden = self.hidden or any(text.strip() for text in run.itertext(f"{W}t"))
            return
        start = len(self._runs)
        bold, italic = (self.styles.toggled(name, properties, style) for name in ("b", "i"))
        for child in run:
            text = self._text(child)
            if text and not self._in_page_number:
                self._runs.append(Run(text, bold, italic))
        added = self._runs[start:]
        if added and self.styles.toggled("caps", properties, style):
            self._runs[start:] = [Run(each.text.upper(), bold, italic) for each in added]
        text = "".join(each.text for each in added)
        if not text.isascii():
            self._remember_font(text, properties)
        if text and not text.isspace():
            struck = any(self.styles.toggled(name, properties, style) for name in ("strike", "dstrike"))
            self.struck, self.plain = self.struck or struck, self.plain or not struck

    def _remember_font(self, text: str, properties: etree._Element | None) -> None:
        for alphabet in ("ascii", "hAnsi"):
            if _LEGACY_FONT.match(self.styles.font(alphabet, properties, self._style)):
                self._legacy.append(text)

    def _text(self, element: etree._Element) -> str:
        """Return the text of an element of a run; fields, footnotes and boxes are remembered."""
        tag = element.tag
        if tag == f"{W}t":
            return _PRIVATE.sub(lambda sign: SYMBOLS.get(sign[0], ""), as_meant(element.text or ""))
        if tag == f"{W}br" and element.get(f"{W}type") in ("page", "column"):
            return "\f"
        if tag in _SIGNS:
            return _SIGNS[tag]
        if tag == f"{W}sym":
            code = str(element.get(f"{W}char", ""))[-2:]
            return SYMBOLS.get(chr(0xF000 + int(code, 16)), "") if re.fullmatch("[0-9A-Fa-f]{2}", code) else ""
        self._remember(element)
        return ""

    def _remember(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == f"{W}instrText" and self._instruction is not None:
            self._instruction += element.text or ""
        elif tag == f"{W}fldChar":
            self._field(str(element.get(f"{W}fldCharType", "")))
        elif tag in _NOTES:
            self._footnotes += 1
        elif tag == f"{W}ruby":
            self._inside(element)
        elif tag not in _UNSEEN:
            self._find_boxes(element)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._instruction = ""
        elif kind == "separate" and self._instruction is not None:
            self._in_page_number = _PAGE_FIELD.match(self._instruction) is not None
            self._instruction = None
        elif kind == "end":
            self._instruction, self._in_page_number = None, False

    def _find_boxes(self, element: etree._Element) -> None:
        """Keep the text boxes of a drawing; the same box in the old form is not read again."""
        if element.tag == f"{W}txbxContent":
            self._boxes.append(element)
        else:
            for child in inner(element):
                self._find_boxes(child)
