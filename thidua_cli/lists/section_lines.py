"""Lines that speak for the rows below them: "A. TẬP THỂ", "I. Phòng Tổng hợp", "1. Giấy khen"; their levels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.law.award_catalogue import read_award
from thidua_cli.law.award_mentions import names_several
from thidua_cli.law.deciders import recognise_decider
from thidua_cli.lists.known import WORDS, Known, any_of
from thidua_cli.vietnamese.counting import LONG_ROMAN, roman_value
from thidua_cli.vietnamese.text import clean, fold, looks_legacy

_MARKED = re.compile(
    rf"(?P<mark>{LONG_ROMAN}|[A-ZĐ]|\d{{1,3}}(?:\.\d{{1,2}})*|[a-zđ](?=\)))"
    r"(?:\s*[.)\-–/:]+\s*|\s+-\s*)(?=[^\W\d_]|[“\"(])"
)
_ALONE = re.compile(
    rf"\(?(?P<mark>(?:{LONG_ROMAN}|[A-ZĐ])(?:\.\d{{1,2}})*|\d{{1,3}}(?:\.\d{{1,2}})*|[a-zđ])\s*[.)/:-]*"
)
# Parts that are called so: "PHẦN I", "Phần A", "PHẦN THỨ NHẤT"; the word itself is then their kind of mark.
_PART = re.compile(
    rf"(?P<mark>phần|mục|chương)\s+(?:thứ\s+(?:{'|'.join(chain(*WORDS['ordinals']))})\b|{LONG_ROMAN}\b|[A-ZĐ]\b|\d{{1,2}}\b)\s*[.):/–-]*\s*",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s+(?:cho|đối với|tặng|dành cho)\s+", re.IGNORECASE)
_GIVES = re.compile(
    r"(?:công nhận|tặng thưởng|xét tặng|tặng|trao tặng|đạt|đăng ký|khen thưởng|hình thức)\s+"
    r"(?:danh hiệu\s+)?(?:thi đua\s+)?(?P<award>.+)",
    re.IGNORECASE,
)
_OF_AWARDS = re.compile(r"\b(?:danh hieu|hinh thuc|giai thuong|huan chuong|huy hieu|khen|tang|ton vinh|bieu duong)\b")
_DECIDER = re.compile(r"đề nghị\s+(?P<who>.+?)\s+(?:công nhận|tặng|xét|khen)", re.IGNORECASE)
BEHIND_AWARD = re.compile(
    r"\s*(?:\(.*|[-–,.;:]?\s*(?:năm|trong|giai đoạn|đợt|nhân dịp|cho|đối với|về|tại|theo|vì|do|có|đã|hoàn thành"
    r"|thuộc|nhằm|sau)\b.*)$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\(.*?\)|[:;,–-]?\s*\d+\s*(?:người|tập thể|cá nhân|đồng chí|đ/c|hộ|trường hợp)\b.*$|:\s*$", re.IGNORECASE
)
_PARTS = re.compile(r"\s+[-–]\s+|\s*:\s+|,\s+")
_SUBJECTS = {subject: re.compile(rf"\b(?:{'|'.join(words)})\b") for subject, words in WORDS["subjects"].items()}
_PEOPLE = re.compile(rf"\b(?:{any_of(WORDS['people'])})\b")
_NOT_PROPOSED = re.compile(rf"\b(?:{any_of(WORDS['not_proposed'])})\b|\(bo\)")
_NOT_SETTLED = re.compile(rf"\b(?:{any_of(WORDS['not_settled'])})\b")
_NO_UNIT = rf"(?!(?:{'|'.join(chain(*WORDS['no_units']))})\b)"
_UNIT = re.compile(rf"{_NO_UNIT}(?:(đơn vị\s*:)|(?:{'|'.join(chain(*WORDS['units']))})\s)", re.IGNORECASE)
_TITLE_WORDS = frozenset(" ".join(map(fold, chain(*WORDS["title_words"], WORDS["people"]))).split())
_MOST_WORDS = 8
_WORDS = re.compile(r"[^\W\d_]{2}.*\s\S")
_COLLECTIVE_LINES = frozenset(map(fold, chain(*WORDS["collective_lines"])))
_CHAPTERS = frozenset(map(fold, WORDS["chapters"]))
_TITLE = re.compile(r"(?:[a-z0-9]{1,3}[.)]\s*)?(?:danh sach|tong hop|bang tong hop|bieu tong hop|phu luc|bieu mau)\b")


class Word(NamedTuple):
    """What a line says of the rows below it, and the cell in which it stands; no text: nobody knows what it says."""

    text: str
    row: int
    column: int


@dataclass
class Said:
    """What section lines, titles and names of sheets say of the rows below them, by field.

    A line ends what lines of its kind of mark, and of those that came below it, have said: letters above Roman
    numbers above digits, or whatever order the list has.
    """

    base: dict[str, Word] = field(default_factory=dict)
    not_meant: str = ""
    """What says above the list that nobody in it is put forward; empty where nothing does."""
    levels: list[tuple[str, dict[str, Word]]] = field(default_factory=list)
    nominees: list[tuple[int, int]] = field(default_factory=list)
    """The cells of lines above the list that name collectives, as nominees beside those of the list."""
    faults: list[Diagnostic] = field(default_factory=list)
    """What is wrong with the lines above the list."""
    _letter: str = ""
    _told: dict[str, set[str]] = field(default_factory=dict)  # what lines of each kind of mark have said so far

    def take(self, mark: str, found: dict[str, Word]) -> None:
        """Enter a line with its mark; one without a mark is of the kind of what it says."""
        kind = self._kind(mark) if mark else f"-{next(iter(found), '')}"
        self._told.setdefault(kind, set()).update(name for name, word in found.items() if word.text)
        known = [one for one, _ in self.levels]
        if kind in known:
            del self.levels[known.index(kind) :]
        elif kind == "-":
            self.levels = [one for one in self.levels if not one[0].startswith("-")]
        self.levels.append((kind, found))

    def lose(self, mark: str, fields: Sequence[str], row: int, column: int, *, speaks_of: str = "") -> None:
        """Enter a line that nobody understands: what it may say anew is open, what stands over it is not.

        ``speaks_of`` is the field that it plainly speaks of, be it the first that does.
        """
        before = self.inner
        self.take(mark, {})
        kind, _ = self.levels.pop()
        open_now = self._told.get(kind, set()) | (set(before) - set(self.inner)) | {"unit"}
        silent = {name: Word("", row, column) for name in fields if name in before and name in open_now}
        if speaks_of:
            silent[speaks_of] = Word("", row, column)
        self.levels.append((kind, silent))

    def _kind(self, mark: str) -> str:
        if _PART.fullmatch(f"{mark} I"):
            return mark
        if mark[0].isdecimal() or "." in mark:
            return f"1{'.1' * mark.count('.')}"
        if mark.islower():
            return "a"
        follows = len(mark) == 1 and self._letter and ord(mark) == ord(self._letter) + 1
        if roman_value(mark) and not follows:
            return "I"
        self._letter = mark
        return "A"

    @property
    def inner(self) -> dict[str, Word]:
        """The value of each field that sections say; an inner one overrules the outer one."""
        return {name: word for _, found in self.levels for name, word in found.items()}

    @property
    def all(self) -> dict[str, Word]:
        """All that is said of the next row."""
        return self.base | self.inner


def mark_alone(text: str) -> str:
    """Return the mark of a section that stands in a cell of its own, or nothing."""
    found = _ALONE.fullmatch(text) or _PART.fullmatch(text)
    return _as_mark(found) if found else ""


def is_sign(text: str) -> bool:
    """Tell whether a text is nothing but a sign, as before items: ``*``, ``-``, ``+``."""
    return bool(text) and not any(char.isalnum() for char in text)


def without_mark(text: str) -> tuple[str, str]:
    """Return the mark that a line begins with, or nothing, and the rest of it."""
    if (part := _PART.match(text)) and part.end() < len(text):
        return _as_mark(part), text[part.end() :]
    found = _MARKED.match(text)
    if not found or (found["mark"].isalpha() and len(found["mark"]) > 1 and not roman_value(found["mark"])):
        return "", text
    return found["mark"], text[found.end() :]


def _as_mark(found: re.Match[str]) -> str:
    """Return a mark; the word for a part in capitals, however it was typed."""
    return found["mark"].upper() if found.re is _PART else found["mark"]


def without_count(text: str) -> str:
    """Return what a line says without remarks and numbers behind it: ``Nữ (12 người)`` is "Nữ"."""
    return _REMARK.sub(" ", text).strip(" .:;-–")


def meaning(text: str, known: Known) -> dict[str, str]:
    """Return what a line says: ``subject``, ``award`` or ``unit``; empty when it is not understood."""
    if (own := known.says(text)) is not None:
        return own
    whole = text.strip(" .:;")
    if unit := known.unit(whole):
        return {"unit": unit}
    plain = _REMARK.sub(" ", whole).strip(" .:;-–")
    if fold(plain) in _COLLECTIVE_LINES:
        return {"subject": "collective"}
    found = _said(plain, known) or _of_parts(plain, known)
    remarks = " ".join(_REMARK.findall(whole))
    if "award" in found and "subject" not in found and (subject := subject_in(remarks)):
        found["subject"] = subject
    return found


def _said(text: str, known: Known) -> dict[str, str]:
    if unit := known.unit(text):
        return {"unit": unit}
    head, *rest = _FOR.split(text, maxsplit=1)
    if reading := read_award(head):
        subject = subject_in(rest[0]) if rest else reading.subject
        return {"award": head, "subject": subject} if subject else {"award": head}
    if award := award_given(text):
        subject = subject_in(text)
        return {"award": award, "subject": subject} if subject else {"award": award}
    if (subject := subject_in(text)) and len(text.split()) <= _MOST_WORDS:
        return {"subject": subject}
    if unit_word := _UNIT.match(f"{text} "):
        return {"unit": text.removeprefix(unit_word[1] or "").lstrip()}
    return {}


def _of_parts(text: str, known: Known) -> dict[str, str]:
    """Return what the parts of a line say together: ``Phòng A - Tập thể``; nothing where one says nothing."""
    found: dict[str, str] = {}
    for part in _PARTS.split(text):
        said = _said(part, known)
        if not said:
            return {}
        found |= said
    return found


def is_chapter(text: str) -> bool:
    """Tell whether a line stands over sections of all kinds and says nothing itself: "DANH HIỆU THI ĐUA"."""
    folded = fold(_REMARK.sub(" ", text)).strip(" .:;-")
    words = re.findall(r"[^\W\d_]+", folded)
    return folded in _CHAPTERS or (is_title(text) and _TITLE_WORDS.issuperset(words))


def is_title(text: str) -> bool:
    """Tell whether a text is the title of a list: "DANH SÁCH …", "TỔNG HỢP …"."""
    return _TITLE.match(fold(text)) is not None


def subject_in(text: str) -> str | None:
    """Return the one subject that a text names; None when it names none or several."""
    folded = fold(text)
    found = [subject for subject, words in _SUBJECTS.items() if words.search(folded)]
    return found[0] if len(found) == 1 and not _PEOPLE.search(folded) else None


def not_proposed(text: str) -> bool:
    """Tell whether a text says that somebody is not put forward, or no longer: ``Danh sách dự phòng``, ``đã rút``."""
    return _NOT_PROPOSED.search(fold(text)) is not None


def not_settled(text: str) -> bool:
    """Tell whether a line says that nobody knows yet whether those below it are put forward: ``Chờ bổ sung hồ sơ``."""
    return _NOT_SETTLED.search(fold(text)) is not None


def speaks_of_award(text: str) -> bool:
    """Tell whether a line speaks of an award, be it one that nobody knows: ``Danh hiệu Gương sáng bản làng``."""
    return _OF_AWARDS.search(fold(text)) is not None


def award_given(text: str) -> str:
    """Return the one award that a sentence gives: ``… đề nghị Giám đốc Sở tặng Giấy khen năm 2026``; nothing else."""
    found = None if names_several(text) else _GIVES.search(text)
    while found:
        award = BEHIND_AWARD.sub("", found["award"]).strip(" .:;-–")
        if read_award(award):
            break
        found = _GIVES.search(text, found.start("award"))
    if not found:
        return ""
    decider = _DECIDER.search(text)
    if decider and " của " not in award.casefold() and recognise_decider(decider["who"]):
        return f"{award} của {decider['who']}"
    return award


def says_something(text: str) -> bool:
    """Tell whether a text has words that can be read: a letter or a number that was left over says nothing."""
    return _WORDS.search(text) is not None and not looks_legacy(text)


def speaks_of_unit(text: str) -> bool:
    """Tell whether a text begins as names of units do."""
    return _UNIT.match(f"{text} ") is not None


def placed(found: dict[str, str], row: int, column: int) -> dict[str, Word]:
    """Return what is said with the cell that says it."""
    return {name: Word(text, row, column) for name, text in found.items()}


def texts_with_columns(row: Sequence[object]) -> list[tuple[int, str]]:
    """Return the texts of a row, each behind its column; blanks are none, and merged ones stand once."""
    texts = [(column, clean(cell)) for column, cell in enumerate(row) if isinstance(cell, str)]
    seen: dict[str, int] = {}
    for column, text in texts:
        if text:
            seen.setdefault(text, column)
    return [(column, text) for text, column in seen.items()]
