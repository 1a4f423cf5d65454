"""Letters and signs that read as another one: ``LÐTT`` with the letter of Iceland is LĐTT, ``H’Mai`` is H'Mai."""

from functools import cache
from pathlib import Path

# A line for each letter: the usual one, then those that look like it (Icelandic, Ewe, Cyrillic, Greek; apostrophes
# and dashes of Word).
_LINES = Path(__file__).with_name("lookalikes.txt").read_text(encoding="utf-8").splitlines()


@cache
def _usual() -> dict[int, str]:
    return {ord(other): line[0] for line in _LINES for other in line[2:]}


def usual_letters(text: str) -> str:
    """Return a text for comparing, with the usual letter or sign for each that only looks like it."""
    return text.translate(_usual())
