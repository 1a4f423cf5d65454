"""Kinds of papers by the decree on clerical work: their names, the signs in their numbers."""

from collections.abc import Iterable
from functools import cache

from thidua_cli.law.data_files import by_id, entries
from thidua_cli.law.dated import Name, Value


class PaperKind(Value):
    """A kind of paper; ``sign`` stands in its number (``KH`` in ``12/KH-UBND``), empty where it has none.

    ``launches``: a paper of this kind can launch a movement. ``letter``: its subject stands under its number.
    """

    id: Name
    name: Name
    sign: str = ""
    sign_party: str = ""
    launches: bool = False
    letter: bool = False

    def sign_in(self, family: str) -> str:
        """Return the sign in papers of a family of layouts: ``party``, or those of the State."""
        return (self.sign_party if family == "party" else "") or self.sign


@cache
def paper_kinds() -> dict[str, PaperKind]:
    """Return every kind by its id: those of the decree, then the other names that practice puts in their place."""
    decree = entries("paper_kinds", PaperKind)
    return by_id((*decree, *entries("paper_kinds", PaperKind, "other_names")), "paper_kinds.yaml")


def kind_named(name: str) -> PaperKind | None:
    """Return the kind of that name in any letter case (``KẾ HOẠCH``), or None."""
    return next((kind for kind in paper_kinds().values() if kind.name.casefold() == name.casefold()), None)


def any_of(names: Iterable[str]) -> str:
    """Return the expression that matches one of ``names``, the longest first."""
    return "|".join(sorted(names, key=len, reverse=True))


def names() -> list[str]:
    """Return the names of all kinds."""
    return [kind.name for kind in paper_kinds().values()]
