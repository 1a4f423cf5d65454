"""Cells that repeat another one: "nt", "như trên", a sign of ditto; "như số 1" repeats the row of that number."""

import re
from dataclasses import dataclass

from thidua_cli.lists.known import WORDS
from thidua_cli.vietnamese.text import fold


class Ditto:
    """The value of a cell that repeats the one above it."""


DITTO = Ditto()


@dataclass(frozen=True, slots=True)
class Reference:
    """The value of a cell that repeats that of the row with this running number; None: nobody knows which row."""

    said: str
    number: int | None = None


_LONGEST = 40
_SIGN = r"""[-–—‐_\s.]*(?:["“”″〃„]{1,2}|'{2}|’{2}|,,|//)[-–—‐_\s."]*|[-–—‐]\s*do\s*[-–—‐]"""
# Asked of every distinct text: what may be none of these is passed by at its first letters.
_MAY_REPEAT = re.compile(
    rf"[\W_]*(?:n[\W_]*t(?![^\W\d_])|nh[ưu] |gi[ốo]ng |t[ươ]{{2}}ng t|tuong t|c[ùu]ng |xem |theo )|{_SIGN}$",
    re.IGNORECASE,
)
_SIGNS = re.compile(_SIGN)
_BETWEEN = re.compile(r"[\W_]+")
_REPEATED = frozenset(_BETWEEN.sub(" ", fold(words)).strip() for words in WORDS["ditto"]) - {""}
_UNCLEAR = frozenset(_BETWEEN.sub(" ", fold(words)).strip() for words in WORDS["ditto_unclear"])
_AS = r"(?:nhu|giong(?: nhu)?|n ?t|tuong tu(?: nhu)?)(?: o)?(?: tren)?"
_RUNNING = r"(?:so thu tu|so tt|so|stt|tt)(?: so)?"
_NUMBERED = re.compile(rf"(?:{_AS}|theo|xem)(?: nguoi| ca nhan| tap the)? {_RUNNING} ([0-9]{{1,4}})(?: o)?(?: tren)?")
_OF_ROW = re.compile(
    rf"(?:{_AS}|xem|cung) (?:dong|hang|muc|nguoi|cot|o|trang)(?: so)?(?: [a-z]{{0,2}}[0-9]{{1,4}})?(?: tren)?"
)
_OF_PERSON = re.compile(rf"{_AS} (?:ong|ba|d c|dong chi)(?: [^\W\d]+){{1,6}}")


def read_ditto(text: str) -> Ditto | Reference | None:
    """Return what a text repeats; None where it repeats nothing."""
    if len(text) > _LONGEST or not _MAY_REPEAT.match(text):
        return None
    if _SIGNS.fullmatch(text):
        return DITTO
    plain = _BETWEEN.sub(" ", fold(text)).strip()
    if plain in _REPEATED:
        return DITTO
    if numbered := _NUMBERED.fullmatch(plain):
        return Reference(text, int(numbered[1]))
    unclear = plain in _UNCLEAR or _OF_ROW.fullmatch(plain) or _OF_PERSON.fullmatch(plain)
    return Reference(text) if unclear else None
