"""Names and posts typed in capitals, written as in running text."""

import re
from pathlib import Path

from thidua_cli.vietnamese.text import upper_first

UPPER = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())

# Names as running text has them, one a line.
_NAMES = Path(__file__).with_name("capitals.txt").read_text(encoding="utf-8").splitlines()
_SHORT = re.compile(r"\b(?:bch|bcđ|bqlda|ubnd|hđnd|thcs|thpt|tncs|lhpn|ccb|mttq|tp|tw|gd&đt|tnhh|mtv)\b")
_PLACE = re.compile(
    r"\b(?<!hợp tác )(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?!ủy\b|hội\b)(.+?)(?=$| - |,)"
)
_COMMITTEE = re.compile(r"\b(tỉnh ủy|thành ủy|huyện ủy|đảng ủy) (.+)", re.I)
_AFTER_DEPUTY = re.compile(r"\b(Phó) (\w)")


def sentence_case(text: str) -> str:
    """Return a post or body typed in capitals as in running text: ``PHÓ CHỦ TỊCH`` gives ``Phó Chủ tịch``."""
    if not text.isupper():
        return text
    lower = re.sub(r"\buỷ ban nhân dân\b", "ủy ban nhân dân", text.lower())
    for name in _NAMES:
        lower = re.sub(rf"\b{name.lower()}\b", name, lower)
    lower = _PLACE.sub(lambda found: f"{found[1]} {found[2].title()}", lower)
    lower = _SHORT.sub(lambda found: found[0].upper(), lower)
    lower = _COMMITTEE.sub(lambda found: f"{found[1]} {found[2].title()}", lower)
    return _AFTER_DEPUTY.sub(lambda found: f"{found[1]} {found[2].upper()}", upper_first(lower))


def name_case(text: str) -> str:
    """Return a person's name with a capital for each word: ``NGUYỄN VĂN A`` gives ``Nguyễn Văn A``."""
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split()) if text.isupper() else text


def as_written(text: str, prose: str) -> str:
    """Return a name in capitals in the letters that ``prose`` writes it in, else by `sentence_case`."""
    if not text.isupper():
        return text
    found = re.search(re.escape(text.lower()), prose.lower())
    written = prose[found.start() : found.end()] if found else ""
    return written if written and not written.isupper() and written[0].isupper() else sentence_case(text)
