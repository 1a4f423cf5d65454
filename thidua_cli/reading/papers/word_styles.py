"""Styles of a Word file: what a paragraph or a run inherits."""

import re

from lxml import etree

from thidua_cli.reading.papers.word_package import W

_OFF = ("0", "false", "off", "none")
_DEEPEST = 12


def value(parent: etree._Element | None, name: str, attribute: str = "val") -> str | None:
    """Return the attribute of the child ``name``, None where there is no such child; without attribute it is ``""``."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return None if child is None else str(child.get(f"{W}{attribute}", ""))


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """Return whether a property such as bold is on; None where it is not spoken of."""
    found = value(parent, name)
    return None if found is None else found not in _OFF


class Styles:
    """All styles of a file by id, and its defaults; a file without the part has none."""

    def __init__(self, root: etree._Element | None) -> None:
        self.by_id: dict[str, etree._Element] = {}
        self._given: dict[tuple[str, str], list[etree._Element]] = {}
        self.default_id = ""
        self.default_run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        if root is None:
            return
        for element in root.findall(f"{W}style"):
            identifier = str(element.get(f"{W}styleId", ""))
            self.by_id[identifier] = element
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self.default_id = identifier

    def given(self, kind: str, identifier: str | None) -> list[etree._Element]:
        """Return the properties (``pPr`` or ``rPr``) of a style and of those it is based on, the nearest first."""
        key = kind, identifier or ""
        if key not in self._given:
            chain: list[etree._Element] = []
            while (style := self.by_id.get(identifier or "")) is not None and len(chain) < _DEEPEST:
                chain.append(style)
                identifier = value(style, "basedOn")
            self._given[key] = [found for style in chain if (found := style.find(f"{W}{kind}")) is not None]
        return self._given[key]

    def name(self, identifier: str | None) -> str:
        """Return the name of a style."""
        return value(self.by_id.get(identifier or ""), "name") or ""

    def toggled(self, name: str, direct: etree._Element | None, paragraph_style: str | None) -> bool:
        """Return whether a run is bold or italic: it may say so itself; styles of both kinds switch each other."""
        own = switched(direct, name)
        if own is not None:
            return own
        by_run, by_paragraph = (self._said(name, style) for style in (value(direct, "rStyle"), paragraph_style))
        return by_run != by_paragraph or bool(switched(self.default_run, name))

    def _said(self, name: str, identifier: str | None) -> bool:
        answers = (switched(given, name) for given in self.given("rPr", identifier))
        return next((answer for answer in answers if answer is not None), False)

    def font(self, alphabet: str, direct: etree._Element | None, paragraph_style: str | None) -> str:
        """Return the font of a run for an alphabet (``ascii``): its own, or that of its styles, or the default."""
        by_run, by_paragraph = (self.given("rPr", style) for style in (value(direct, "rStyle"), paragraph_style))
        sources = (direct, *by_run, *by_paragraph, self.default_run)
        found = (value(source, "rFonts", alphabet) for source in sources)
        return next(filter(None, found), "")


def integer(text: str | None, other: int) -> int:
    """Return a number of the file, ``other`` where it is none; what Word could not print is none."""
    return int(text) if text and re.fullmatch("-?[0-9]{1,6}", text) else other
