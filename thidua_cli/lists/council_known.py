"""What the columns and lines of the council's tables may be: members and who was there, votes, facts of the session."""

import re
from collections.abc import Collection, Iterable, Sequence

from thidua_cli.lists.below import is_mark
from thidua_cli.lists.heading_words import Meaning
from thidua_cli.lists.known import WORDS, Known, has_middle_name
from thidua_cli.lists.section_lines import speaks_of_unit, without_mark
from thidua_cli.model.council_tables import MemberRow, SessionFacts, VoteRow
from thidua_cli.model.terms import ATTENDANCE
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold

PRESENT, ABSENT, WRITTEN, TICKED, UNTICKED = "present", "absent", "written", "ticked", "unticked"
_COUNT = re.compile(
    r"\s*[-:(–=]*\s*\d+(?:\s*/\s*\d+)?\s*(?:người|thành viên|đồng chí|đ/c|ủy viên)?\s*\)?"
    r"\s*(?:\([^()\d]*\))?\s*[.:;]?$|[\s:.;]+$",
    re.IGNORECASE,
)
_OF_A_LIST = re.compile(r"(?:danh sach|thanh phan|(?:cac )?thanh vien|(?:cac )?uy vien|phan)\b")
_WORDS: dict[str, list[str]] = WORDS["council"]
_SEVERAL = re.compile(r"^các\s+", re.IGNORECASE)
_ABSENT, _WRITTEN = ("vang", "khong du"), ("van ban", "y kien")
_LONGEST_TITLE = 16
_OF_ATTENDANCE = frozenset(("present", "absent", "written_opinion"))
_SURE = 0.8  # what a heading without accents scores
_TELLS, _TELLS_MORE = re.compile(r":\s*\S"), re.compile(r":\s*\S|\d")


def begins_as(text: str, words: Sequence[str]) -> bool:
    """Tell whether a text begins with one of some phrases, which stand without accents."""
    return re.match(rf"(?:{'|'.join(words)})\b", fold(text)) is not None


def speaks(text: str, of: str) -> bool:
    """Tell whether a text has one of the phrases of ``words.yaml`` under ``of``: ``of_attendance``, ``of_session``."""
    return re.search(rf"\b(?:{'|'.join(_WORDS[of])})\b", fold(text)) is not None


def mentions(text: str, of: str) -> bool:
    """Tell whether a text has one of those phrases and a number, or something behind a colon: it says a fact."""
    return speaks(text, of) and _TELLS_MORE.search(text) is not None


def of_others(text: str) -> bool:
    """Tell whether a title is of people who are no members: guests, those who count the ballots."""
    plain = f" {clean(text).casefold()} "
    return not _TELLS.search(text) and any(f" {words} " in plain for words in _WORDS["other_lists"])


def is_title(text: str) -> bool:
    """Tell whether a line over a list is its title, or the letterhead: it tells nothing behind a colon."""
    return begins_as(text, _WORDS["titles"]) and not _TELLS.search(text)


class MemberKnown(Known):
    """The list of members; lines over them may tell who was there, or a role."""

    def __init__(self, units: Collection[str]) -> None:
        super().__init__(MemberRow, ("name",), {}, units)

    checks_names = True

    def meaning(self, text: str) -> Meaning | None:
        """Return what a heading means; "Dự họp" over "nghỉ ốm", or with any other word, is no column of those there."""
        meant = super().meaning(text)
        if meant and meant.score < _SURE and any(_OF_ATTENDANCE.intersection(one.fields) for one in meant.choices):
            return None
        return meant

    def says(self, text: str) -> dict[str, str]:
        """Return attendance, role or unit of the members below a line; nothing where it is not understood."""
        whole = text.strip(" .:;")
        if has_middle_name(whole):
            return {}  # "Đoàn Thị Hạnh" is no Đoàn
        if self.unit(whole) or (speaks_of_unit(whole) and not (_TELLS_MORE.search(text) or is_title(whole))):
            return {"unit": whole}
        plain = _COUNT.sub("", text).strip(" .:;")
        meant = ATTENDANCE.read(plain) or _of_title(text)
        if plain and meant in (PRESENT, ABSENT, WRITTEN):
            return {"present": ATTENDANCE.meanings[meant]}
        return {"role": _SEVERAL.sub("", plain)} if fold(plain) in _WORDS["roles"] else {}

    def may_tell(self, heading: str, cells: Iterable[str]) -> bool:
        """Tell whether a column may tell who was there, or name more members."""
        if speaks(heading, "of_attendance"):
            return True
        return any(speaks(cell, "of_attendance") or _ticks(cell) or (not heading and is_person(cell)) for cell in cells)

    def no_name(self, text: str) -> tuple[str, str] | None:
        """Return why a text names no member: it is a line over members, with something beside it."""
        name = without_mark(clean(text))[1]
        if not self.says(name):
            return None
        # In capitals "ĐOÀN THANH NIÊN" and "ĐOÀN VĂN PHÚ" both look like people.
        if is_person(name) and (not name.isupper() or has_middle_name(name.title())):
            return None
        return "không phải là tên", "ghi họ tên; dòng mục thì để trống các ô khác của dòng"

    def may_be_record(self, name: str, others: Iterable[str]) -> bool:
        """Tell whether a row names a person and says something of him: signers have nothing beside them but others."""
        return is_person(name) and any(other.strip() and not is_person(other) for other in others)


def _ticks(cell: str) -> bool:
    return is_mark(cell) and not cell.isdecimal()


def _of_title(text: str) -> str | None:
    """Return the attendance that a title tells of all members below it: ``Danh sách thành viên vắng mặt``."""
    folded = fold(text)
    if not _OF_A_LIST.match(folded) or len(folded.split()) > _LONGEST_TITLE or _TELLS_MORE.search(text):
        return None
    away, written = (any(word in folded for word in words) for words in (_ABSENT, _WRITTEN))
    here = speaks(text.replace("không dự", ""), "of_attendance") and not (away or written or "diem danh" in folded)
    if away and any(word in folded for word in ("co mat", "du hop va")):
        return None
    return {(True, False, False): ABSENT, (False, False, True): PRESENT}.get((away, written, here))


class VoteKnown(Known):
    """The list of votes; lines over them name awards and units as those over nominations do."""

    def __init__(self, units: Collection[str]) -> None:
        super().__init__(VoteRow, ("name", "agree"), {}, units)

    checks_names = True
    also_called_by = ("id",)


def session_known() -> Known:
    """Return what the labels of facts of the session may be."""
    return Known(SessionFacts, ("name",), {})
