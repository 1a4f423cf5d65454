"""Who was there: what the cells of a member's row say together; None where they say nothing, or two things."""

import re
from typing import NamedTuple

from thidua_cli.lists.council_known import ABSENT, PRESENT, TICKED, UNTICKED, WRITTEN, speaks
from thidua_cli.model.council_tables import MemberRow
from thidua_cli.model.terms import ATTENDANCE
from thidua_cli.reading.tables.table import TableRow
from thidua_cli.vietnamese.text import clean, fold

_HERE = {PRESENT: True, TICKED: True, ABSENT: False, UNTICKED: False, WRITTEN: False}
_AWAY = {PRESENT: True, TICKED: False, ABSENT: False, UNTICKED: True, WRITTEN: False}
_IN_WRITING = {PRESENT: True, ABSENT: False}
_REMARK = {PRESENT: True, ABSENT: False, WRITTEN: False}
# What a remark says beside the reason: that he was away, and whether he wrote.
_AWAY_SAID = re.compile(r"^vắng(?: mặt)?[\s,:;-]*", re.IGNORECASE)
_NO_REASON = re.compile(r"(?:[kc]?p)?|khong (?:du|tham|co mat)\b.*|.*\b(?:y kien|van ban|phieu)\b.*")
_CELLS = (("present", _HERE), ("absent", _AWAY), ("written_opinion", _IN_WRITING))


class Attended(NamedTuple):
    """Whether a member was there and has sent an opinion, None where it is not known; a cell to be told, and why."""

    present: bool | None
    opinion: bool | None
    field: str = ""
    why: str = ""


BLANK = "chưa ghi có mặt hay vắng"


def attended(row: MemberRow, origin: TableRow) -> Attended:
    """Return what a row says of a member's attendance; without any column of it he was there, as in YAML."""
    opinion = _opinion(row, origin)
    if any(origin.left_unread(field) for field in ("present", "absent", "note")):
        return Attended(None, opinion)
    told = {field: heard for field, meant in _CELLS if (heard := meant.get(getattr(row, field))) is not None}
    remark = ATTENDANCE.read(clean(row.note or ""))
    if remark in _REMARK:
        told["note"] = _REMARK[remark]
    elif row.note and speaks(row.note, "of_attendance"):
        return Attended(None, opinion, "note", f"chưa hiểu “{clean(row.note)[:60]}” là có mặt hay vắng")
    elif row.note and not opinion and speaks(row.note, "of_opinions") and True not in told.values():
        why = f"chưa hiểu “{clean(row.note)[:60]}” là đã gửi ý kiến bằng văn bản hay chưa"
        return Attended(next(iter(told.values()), None), None, "note", why)
    if len(set(told.values())) > 1:
        return Attended(None, opinion, next(iter(told)), "vừa ghi có mặt vừa ghi vắng")
    if told:
        return Attended(next(iter(told.values())), opinion)
    return _silent(opinion, origin)


def _opinion(row: MemberRow, origin: TableRow) -> bool | None:
    if origin.left_unread("written_opinion"):
        return None
    others = (row.present, row.absent, ATTENDANCE.read(clean(row.note or "")))
    return row.written_opinion in (TICKED, WRITTEN) or WRITTEN in others


def reason_of(row: MemberRow, seen: Attended) -> str | None:
    """Return why a member was away: the remark on one who surely was, unless it says no more than that."""
    if seen.present is not False:
        return None
    remark = _AWAY_SAID.sub("", clean(row.note or ""))
    return None if _NO_REASON.fullmatch(fold(remark)) else remark


def _silent(opinion: bool | None, origin: TableRow) -> Attended:
    """Return what the blanks of a row say: under "Vắng" alone that he was there, under "Có mặt" nothing."""
    if opinion is None:
        return Attended(None, None)
    if opinion:
        return Attended(False, True)  # whoever is there sends no opinion in writing
    if "present" in origin.columns:
        return Attended(None, opinion, "present", BLANK)
    return Attended(True, opinion)
