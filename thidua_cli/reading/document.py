"""A file that was read: plain data, and the place of every key and value in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from thidua_cli.findings.about import Spot
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.vietnamese.text import clean

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"


class Place(NamedTuple):
    """Where something stands: line and column from 1; ``scalar`` tells that a text begins here, as typed."""

    line: int
    column: int
    scalar: bool = False


@dataclass
class Document:
    """The content of one user file.

    ``data`` holds dictionaries, lists, texts and None only. ``values`` and ``keys`` map a path such as
    ``awards[0].quotas[1].max`` to the place of the value and of its key; ``lines`` is the text, for snippets.
    """

    file: str
    data: Data = None
    lines: list[str] = field(default_factory=list)
    values: dict[str, Place] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    _scalars: dict[Place, "_Scalar"] = field(default_factory=dict, repr=False)

    def place(self, path: str, *, key: bool = False, offset: int = 0) -> Place:
        """Return the place of ``path``: its key on request, else its value, else the nearest parent.

        ``offset`` counts into the text at ``path`` as the model holds it (see `clean`): the place is that of the
        letter in the file, also behind quotation marks and in folded paragraphs.
        """
        while path:
            found = (self.keys.get(path) if key else None) or self.values.get(path) or self.keys.get(path)
            if found:
                return self._advanced(found, offset) if offset and found.scalar else found
            path = parent(path)
        return self.values.get("", Place(1, 1))

    def _advanced(self, place: Place, offset: int) -> Place:
        """Return the place of letter ``offset`` of the cleaned text that begins at ``place``."""
        if place not in self._scalars:
            self._scalars[place] = _Scalar(self.lines, place)
        return self._scalars[place].letter(offset) or place

    def spot(self, path: str, *, key: bool = False, at: Place | None = None) -> Spot:
        """Return the place of ``path`` (see `place`) unless ``at`` tells a better one."""
        place = at or self.place(path, key=key)
        return Spot(self.file, place.line, place.column, path=path)

    def diagnostic(self, code: str, path: str, message: str, hint: str = "", **where: Any) -> Diagnostic:
        """Return a finding of reading; ``where`` (``key``, ``at``) is that of `spot`."""
        return Diagnostic.at(self.spot(path, **where), code, severity_of(code), message, hint)


def child(path: str, step: str | int) -> str:
    """Return the path of an entry: ``a`` and ``b`` give ``a.b``, ``a`` and 0 give ``a[0]``.

    A key that would read as a longer path is quoted: ``["a.b"]``.
    """
    if isinstance(step, int):
        return f"{path}[{step}]"
    if not step or any(sign in step for sign in '.[]"'):
        return f'{path}["{step}"]'
    return f"{path}.{step}" if path else step


def parent(path: str) -> str:
    """Return the path one level up; the root is the empty path."""
    return path[: max(path.rfind("."), path.rfind("["), 0)]


class _Scalar:
    """The places of the letters of one cleaned text; followed as far as asked, once for all findings in it."""

    def __init__(self, lines: Sequence[str], place: Place) -> None:
        self._letters = _letters(lines, place)
        self._places: list[Place] = []

    def letter(self, offset: int) -> Place | None:
        """Return the place of a letter, for a space that of the letter behind it; None behind the end of the file."""
        places, space = self._places, False
        while len(places) <= offset:
            row, column, letter = next(self._letters, (0, 0, ""))
            if not letter:
                return None
            if clean(letter):
                places += [Place(row + 1, column + 1)] * (1 + space)
                space = False
            else:
                space = space or (bool(places) and letter.isspace())
        return places[offset]


def _letters(lines: Sequence[str], place: Place) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and letter of the scalar at ``place``; an escape in quotation marks is one letter."""
    row, column = place.line - 1, place.column - 1
    opening = lines[row][column : column + 1]
    if opening in ("|", ">"):
        row, column = row + 1, 0
    elif opening in ("'", '"'):
        column += 1
    while row < len(lines):
        line = lines[row] + "\n"
        while column < len(line):
            yield row, column, line[column]
            pair = line[column : column + 2]
            column += 2 if (opening == "'" and pair == "''") or (opening == '"' and pair[0] == "\\") else 1
        row, column = row + 1, 0
