"""The values of a paper as a Word template prints them: plain data, one way of writing each, bold and italic kept."""

import html
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import fields, is_dataclass
from types import SimpleNamespace
from typing import Any

from lxml import etree
from markupsafe import Markup, escape

from thidua_cli.papers.template_faults import Unknown
from thidua_cli.reading.papers.word_package import W
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import without_control

# Signs of no language stand for bold and italic until the values are in the page; none comes from a value itself.
_MARKS = {"<b>": "\ufdd0", "</b>": "\ufdd1", "<i>": "\ufdd2", "</i>": "\ufdd3"}
_SIGNS = "".join(_MARKS.values())
_MARK = re.compile(f"[{_SIGNS}]")
_PIECES = re.compile(f"([{_SIGNS}])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ELEMENT = re.compile(r"</?[a-zA-Z][^>]*>")
NO_VALUE = "phong trào này không có giá trị của"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Nothing(Unknown):
    """A name that a paper has and this campaign has no value for: false in a condition, an error where it is used."""

    @property
    def _undefined_message(self) -> str:
        return NO_VALUE

    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    def __eq__(self, other: object) -> bool:  # type: ignore[override]
        return other is None or isinstance(other, Nothing)

    def __ne__(self, other: object) -> bool:  # type: ignore[override]
        return not self == other

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(None)

    def __getattr__(self, name: str) -> "Nothing":
        """Return nothing for what stands under nothing: who asks for ``annex.title`` is told of ``annex``."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self


def plain_data(value: Any) -> Any:
    """Return a value of a context without anything that can be called: texts, numbers, flags, lists, records."""
    if value is None:
        return Nothing()
    if isinstance(value, Markup):
        return _marked(str(value))
    if isinstance(value, str):
        return _MARK.sub("", str(value))
    if isinstance(value, bool | int | float):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return SimpleNamespace(**{one.name: plain_data(getattr(value, one.name)) for one in fields(value)})
    if isinstance(value, Mapping):
        return SimpleNamespace(**{str(key): plain_data(one) for key, one in value.items()})
    if isinstance(value, Sequence):
        return [plain_data(one) for one in value]
    return str(value)


def _marked(markup: str) -> str:
    """Return HTML as text, in which bold and italic are marks."""
    text = _BREAK.sub("\n", _MARK.sub("", markup))
    return html.unescape(_ELEMENT.sub(lambda tag: _MARKS.get(tag[0].lower(), ""), text))


def as_shown(value: Any) -> str:
    """Return a value as a reader sees it, without bold and italic."""
    return _MARK.sub("", printed(plain_data(value)))


def printed(value: Any) -> str:
    """Return a text or a number as it is printed."""
    return written(value) if isinstance(value, float) else str(value)


def as_xml(value: Any) -> Markup:
    """Return a value as XML in which no sign means anything to Word, to the template or to its library."""
    if isinstance(value, Markup):
        text = str(value)
    else:
        text = str(escape(without_control(printed(value).replace("\r\n", "\n").replace("\r", "\n"))))
    return Markup(text.replace("{", "&#123;").replace("}", "&#125;"))


def set_marks(root: etree._Element) -> None:
    """Set bold and italic where marks stand: the run is cut there, each piece keeps the format of the whole.

    A value may be cut into several runs by its Tabs, so that what opens in one closes in another.
    """
    for paragraph in root.iter(f"{W}p"):
        opened = {"b": 0, "i": 0}
        for run in list(paragraph.iterchildren(f"{W}r")):
            if opened["b"] or opened["i"] or _marked_run(run):
                _cut(run, opened)


def _marked_run(run: etree._Element) -> bool:
    return any(_MARK.search(text.text or "") for text in run.iterchildren(f"{W}t"))


def _cut(run: etree._Element, opened: dict[str, int]) -> None:
    """Put a run for each stretch of one format in the place of a run; ``opened`` follows the marks."""
    made: list[etree._Element] = []
    for child in run:
        if child.tag == f"{W}rPr":
            continue
        if child.tag != f"{W}t":
            made.append(_run(run, child, opened))
            continue
        for piece in filter(None, _PIECES.split(child.text or "")):
            if piece in _SIGNS:
                opened["b" if piece in _SIGNS[:2] else "i"] += 1 if piece in _SIGNS[::2] else -1
            else:
                text = etree.Element(f"{W}t")
                text.text = piece
                text.set(_SPACE, "preserve")
                made.append(_run(run, text, opened))
    for new in made:
        run.addprevious(new)
    home = run.getparent()
    if home is not None:
        home.remove(run)


def _run(like: etree._Element, content: etree._Element, opened: Mapping[str, int]) -> etree._Element:
    """Return a run with the format of another, bold and italic where these are opened."""
    run = etree.Element(f"{W}r")
    properties = deepcopy(like.find(f"{W}rPr"))
    wanted = [name for name in ("i", "b") if opened[name] > 0]
    if properties is None and wanted:
        properties = etree.Element(f"{W}rPr")
    if properties is not None:
        run.append(properties)
        for name in wanted:
            _switch_on(properties, name)
    run.append(deepcopy(content))
    return run


def _switch_on(properties: etree._Element, name: str) -> None:
    """Set bold or italic where Word wants it: behind style and font, before all others."""
    for old in properties.findall(f"{W}{name}"):
        properties.remove(old)
    before = (f"{W}rStyle", f"{W}rFonts", *([f"{W}b", f"{W}bCs"] if name == "i" else []))
    at = sum(one.tag in before for one in properties)
    properties.insert(at, etree.Element(f"{W}{name}"))
