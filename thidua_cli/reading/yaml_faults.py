"""What the YAML parser says, as what a clerk can do about it."""

import re
from pathlib import Path

import yaml

from thidua_cli.files import read_data
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.reading.document import Document, Place
from thidua_cli.vietnamese.text import control_character

_MISTAKES: list[dict[str, str]] = read_data(Path(__file__).with_name("data") / "yaml_faults.yaml")
TOO_DEEP = (_MISTAKES[0]["message"], _MISTAKES[0]["hint"])
"""Message and hint; libyaml refuses deep nesting itself since 0.2.6, at a depth of its own."""


def syntax_fault(document: Document, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Return the finding for an error of the parser."""
    noticed = _place(error.problem_mark) or _place(error.context_mark) or Place(1, 1)
    opening = _place(error.context_mark) or noticed
    said = f"{error.context or ''} {error.problem or ''}"
    before = "".join(document.lines[noticed.line - 1 : noticed.line])[: noticed.column]
    mistake = next(
        one for one in _MISTAKES if re.search(one["said"], said) and re.search(one.get("before", ""), before)
    )
    place = opening if "stands" in mistake else noticed
    message = mistake["message"].replace("{line}", str(opening.line))
    return document.diagnostic("yaml-syntax", "", message, mistake["hint"], at=_within(document, place))


def character_fault(document: Document, text: str) -> Diagnostic:
    """Return the finding for a character that YAML does not allow in ``text``."""
    found = control_character(text) or 0
    place = Place(text.count("\n", 0, found) + 1, found - text.rfind("\n", 0, found))
    return document.diagnostic("yaml-syntax", "", *control_words(text[found]), at=place)


def control_words(character: str) -> tuple[str, str]:
    """Return message and hint for a control character."""
    return f"có ký tự điều khiển (mã {ord(character):#04x}) lẫn trong chữ", "xóa ký tự đó rồi gõ lại"


def _place(mark: yaml.Mark | None) -> Place | None:
    return Place(mark.line + 1, mark.column + 1) if mark else None


def _within(document: Document, place: Place) -> Place:
    """Return ``place``, or the end of the last written line when the parser stopped behind it."""
    if place.line <= len(document.lines) and document.lines[place.line - 1].strip():
        return place
    rows = [row for row, line in enumerate(document.lines[: place.line]) if line.strip()]
    return Place(rows[-1] + 1, len(document.lines[rows[-1]]) + 1) if rows else place
