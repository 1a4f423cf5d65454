"""A template while it is read: its layout, and the refusals that name the template, the line and the element."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lxml import etree

from thidua_cli.page.images import Image
from thidua_cli.page.layout import Layout, WordError, own_data

_COUNT = re.compile(r"[1-9]\d{0,3}")
_MILLIMETRES = re.compile(r"\d{1,3}(?:\.\d{1,3})?mm")
_POINTS = re.compile(r"([4-9]|[1-9]\d)(\.5)?pt")  # Word knows half points


@dataclass(frozen=True, slots=True)
class Template:
    """The template ``source`` of a paper of ``layout``; its pictures come from ``folders``.

    ``images`` are those that were read, by their names.
    """

    source: str
    layout: Layout
    folders: tuple[Path, ...] = ()
    images: dict[str, Image] = field(default_factory=dict)

    def expect(self, element: etree._Element, *allowed: str) -> None:
        """Refuse an element that may not stand here, and attributes that it does not have."""
        tag = element.tag
        if tag not in allowed:
            raise self.fault(element, f"không được đứng ở đây (chỉ được: {', '.join(allowed)})")
        for name in element.keys():  # noqa: SIM118 -- an element is no dict: iterating it gives its children
            if name not in _elements()[tag]:
                raise self.fault(element, f"không có thuộc tính {name!s}")

    def children(self, element: etree._Element, *allowed: str) -> list[etree._Element]:
        """Return the child elements of a container, each one of ``allowed``; text between them has no place."""
        children = list(element)  # once: each pass over an element makes its children anew
        stray = (element.text or "") + "".join([child.tail or "" for child in children])
        if stray and not stray.isspace():
            raise self.fault(element, f"chữ “{stray.strip()[:40]}” nằm ngoài đoạn văn (p)")
        for child in children:
            self.expect(child, *allowed)
        return children

    def choice(self, element: etree._Element, attribute: str, allowed: tuple[str, ...]) -> str:
        """Return the value of an attribute, one of ``allowed``; an absent one is empty."""
        value = element.get(attribute, "")
        if value not in allowed:
            raise self.refused(element, attribute, "không có trong vốn từ của mẫu")
        return value

    def words(self, element: etree._Element, *groups: tuple[str, ...]) -> list[str]:
        """Return the words in the class of an element: at most one of each group, "" where there is none."""
        words = element.get("class", "").split()
        found = [[word for word in words if word in group] for group in groups]
        if sum(map(len, found)) < len(words) or any(len(some) > 1 for some in found):
            raise self.refused(element, "class", "không có trong vốn từ của mẫu")
        return ["".join(some) for some in found]

    def count(self, element: etree._Element, attribute: str) -> int:
        """Return an attribute that counts columns or rows; an absent one counts 1."""
        if not _COUNT.fullmatch(element.get(attribute, "1")):
            raise self.refused(element, attribute, "không phải số cột hay số dòng")
        return int(element.get(attribute, "1"))

    def lengths(self, element: etree._Element, attribute: str, count: int) -> list[float]:
        """Return that many lengths in mm."""
        lengths = _lengths(element.get(attribute, ""))
        if len(lengths) != count:
            raise self.refused(element, attribute, f"không phải {count} độ dài tính bằng mm (như 20mm)")
        return list(lengths)

    def length(self, element: etree._Element, attribute: str) -> float:
        """Return a length in mm."""
        return self.lengths(element, attribute, 1)[0]

    def points(self, element: etree._Element, attribute: str) -> float:
        """Return the size of a type in points."""
        if not _POINTS.fullmatch(element.get(attribute, "")):
            raise self.refused(element, attribute, "không phải cỡ chữ tính bằng pt (như 14pt, 14.5pt)")
        return float(element.get(attribute, "").removesuffix("pt"))

    def place(self, element: etree._Element) -> tuple[float, float]:
        """Return where an element stands from the left and the top edge of the sheet, in mm."""
        left, top = self.lengths(element, "data-at", 2)
        return left, top

    def refused(self, element: etree._Element, attribute: str, why: str) -> WordError:
        """Return the error for the value of an attribute."""
        return self.fault(element, f"thuộc tính {attribute}=“{element.get(attribute, '')}” {why}")

    def fault(self, element: etree._Element, what: str) -> WordError:
        """Return the error that says what is wrong with an element."""
        return fault(self.source, element, what)


def fault(source: str, element: etree._Element, what: str) -> WordError:
    """Return the error for an element of the template ``source``."""
    name = element.tag if isinstance(element.tag, str) else "thực thể DTD"
    return WordError(f"mẫu {source}, dòng {element.sourceline}: phần tử <{name}>: {what}")


@lru_cache(maxsize=1024)
def _lengths(text: str) -> tuple[float, ...]:
    """Return the lengths of an attribute in mm; none where one of them is no length."""
    words = text.split()
    if not all(map(_MILLIMETRES.fullmatch, words)):
        return ()
    return tuple(float(word.removesuffix("mm")) for word in words)


@cache
def _elements() -> dict[str, Any]:
    return own_data(files("thidua_cli.page").joinpath("elements.yaml"))
