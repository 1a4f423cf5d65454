"""The marks of prose: ``**bold**``, ``*italic*``, ``***both***``, in plans and in papers typed as text."""

import re
from bisect import bisect_left
from collections.abc import Iterator

BOLD, ITALIC, BOTH = "**", "*", "***"
# Where a mark opens, and where it closes: it touches no space inside, a single star no word outside.
_OPENS = {
    BOTH: re.compile(r"\*{3}(?=[^\s*])"),
    BOLD: re.compile(r"\*\*(?=\S)"),
    ITALIC: re.compile(r"(?<![*\w])\*(?=[^\s*])"),
}
_CLOSES = {
    BOTH: re.compile(r"(?<=[^\s*])\*{3}"),
    BOLD: re.compile(r"(?<=\S)\*\*"),
    ITALIC: re.compile(r"(?<=[^\s*])\*(?![*\w])"),
}
# Marks at the ends of a text, which may close in another line.
EDGES = re.compile(r"^\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}$")


SENTENCE_ENDS = ".;,/ "
_FINISHED = (".", "./", ";", ":", "!", "?", "…")


def ended(text: str, mark: str) -> str:
    """Return a sentence that ends in ``mark`` in place of its own, which may stand inside bold: ``là **hết.**``."""
    bare = text.rstrip(SENTENCE_ENDS)
    sign, inner = [("", ""), *spans(bare)][-1]
    kept = ended(inner, "") if sign else ""
    if kept:
        bare = bare.removesuffix(inner + sign) + kept + sign
    return bare + mark


def finished(text: str) -> str:
    """Return a text that ends as sentences do: one that is typed without a mark gets a full stop."""
    return text if text.rstrip("* ").endswith(_FINISHED) else ended(text, ".")


def spans(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text in stretches, each with its mark (empty: plain); a stretch with a mark may have spans of its own.

    A mark that nothing closes is a sign like any other.
    """
    closes = {sign: [found.start() for found in pattern.finditer(text)] for sign, pattern in _CLOSES.items()}
    end = at = 0
    while (at := text.find("*", at)) >= 0:
        sign, close = _span(text, at, closes)
        if close is None:
            at += 1
            continue
        if at > end:
            yield "", text[end:at]
        yield sign, text[at + len(sign) : close]
        end = at = close + len(sign)
    if end < len(text):
        yield "", text[end:]


def unmarked(text: str) -> str:
    """Return a text without its marks of emphasis."""
    return "".join([unmarked(inner) if mark else inner for mark, inner in spans(text)]) if "*" in text else text


def _span(text: str, at: int, closes: dict[str, list[int]]) -> tuple[str, int | None]:
    """Return the mark that opens at a star, and where it closes."""
    for sign, pattern in _OPENS.items():
        if pattern.match(text, at):
            position = bisect_left(closes[sign], at + len(sign) + 1)
            if position < len(closes[sign]):
                return sign, closes[sign][position]
    return "", None
