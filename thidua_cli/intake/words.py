"""What papers call things and what the report calls facts, as `words.yaml` lists it; looking for words in lines."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from thidua_cli.files import read_data
from thidua_cli.reading.papers.paper import Line

_WORDS = read_data(Path(__file__).with_name("words.yaml"))


def listed(name: str) -> Any:
    """Return the list or mapping of that name; every scalar is text."""
    return _WORDS[name]


def one_of(name: str) -> str:
    """Return the expression that matches one of the listed words, which are expressions and tried in their order."""
    return f"(?:{'|'.join(listed(name))})"


def first_match(pattern: re.Pattern[str], lines: Iterable[Line]) -> tuple[re.Match[str], Line] | tuple[None, None]:
    """Return the first match of a pattern in a line, and that line."""
    for line in lines:
        if found := pattern.search(line.text):
            return found, line
    return None, None
