"""What a word was meant to be, for lists in which thousands of words are unknown."""

from collections.abc import Collection

from thidua_cli.vietnamese.text import nearest

# Comparing two names takes some ten microseconds. Nobody reads thousands of guesses, and with a wrong column in
# place of the right one every name of a list asks for one.
MOST_COMPARED = 200_000


class Guesses:
    """Guesses words until all of them together have been compared with `MOST_COMPARED` others."""

    def __init__(self) -> None:
        self._left = MOST_COMPARED

    def nearest(self, word: str, allowed: Collection[str], cutoff: float = 0.6) -> str | None:
        """Return the allowed word that is spelt most like ``word``; None where there is none, or no time for it."""
        self._left -= len(allowed)
        return nearest(word, allowed, cutoff) if self._left >= 0 else None
