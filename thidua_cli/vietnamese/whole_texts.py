"""A set of texts that a whole cell may be, however typed: ``BỎ`` and ``bo`` are ``bỏ``; ``Bộ`` is another word."""

from collections.abc import Iterable

from thidua_cli.vietnamese.sameness import name_key
from thidua_cli.vietnamese.text import fold


class WholeTexts:
    """Texts by what they say: accents count, unless a text is typed without any; case and spacing do not."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take texts as they are spelt, with their accents."""
        spelt = list(texts)
        self._bare = frozenset(map(fold, spelt))
        self._spelt = frozenset(map(name_key, spelt))

    def __contains__(self, text: str) -> bool:
        """Tell whether a text is one of them."""
        return fold(text) in self._bare and (text.isascii() or name_key(text) in self._spelt)
