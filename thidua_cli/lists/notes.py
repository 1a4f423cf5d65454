"""Notes on cells, text boxes over a sheet: they are no rows, but may withdraw somebody, or put another one forward."""

import re
from collections.abc import Collection, Iterator, Mapping

from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.beside import Beside, told_in
from thidua_cli.lists.foot import is_post, special
from thidua_cli.lists.known import WORDS, any_of
from thidua_cli.lists.section_lines import is_title, not_proposed
from thidua_cli.reading.tables.table import SKIPPED_TEXT, Sheet, fault_at
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import clean, fold, listing

UNREAD = "note-unread"
_USUAL = re.compile(rf"(?:{any_of(WORDS['usual_in_boxes'])})")
_MOST, _LONGEST = 4, 60
_HINT = "nếu trong đó có đề nghị, hoặc rút đề nghị, thì sửa thẳng vào các dòng của bảng; rồi xóa đi"
_REMARK = "xem lại; không ảnh hưởng đề nghị nào thì để nguyên"


def unread_notes(sheet: Sheet, rows: Collection[int]) -> Iterator[Diagnostic]:
    """Yield what is told of notes and boxes: at most one finding on each where they may matter, and where not.

    ``rows`` are those of the lists of the sheet, below their heads: a note there may be of a nominee.
    """
    of_rows = {place: text for place, text in sheet.notes.items() if place[0] in rows or _may_matter(text)}
    others = {place: text for place, text in sheet.notes.items() if place not in of_rows}
    if of_rows:
        yield _of_notes(sheet, of_rows, SKIPPED_TEXT, _HINT)
    if others:
        yield _of_notes(sheet, others, UNREAD, _REMARK)
    boxes = [box for box in sheet.boxes if not _is_usual(box)]
    if boxes:
        yield _of_boxes(sheet.spot(0, 0), boxes, SKIPPED_TEXT, _HINT)
    elif sheet.boxes:
        yield _of_boxes(sheet.spot(0, 0), sheet.boxes, UNREAD, _REMARK)


def _of_notes(sheet: Sheet, notes: Mapping[tuple[int, int], str], code: str, hint: str) -> Diagnostic:
    places = sorted(notes)
    shown = (f"{sheet.spot(*place).cell or ''} {_quoted(notes[place])}".strip() for place in places)
    message = f"ghi chú gắn vào ô không được đọc: {listing(shown, 'và', most=_MOST, others='ghi chú khác')}"
    return fault_at(sheet.spot(*places[0]), code, message, hint)


def _of_boxes(spot: Spot, boxes: Collection[str], code: str, hint: str) -> Diagnostic:
    shown = listing(map(_quoted, boxes), "và", most=_MOST, others="khung chữ khác")
    return fault_at(spot, code, f"khung chữ trên trang không được đọc: {shown}", hint)


def _quoted(text: str) -> str:
    return f"“{clean(text)[:_LONGEST]}”" if text else ""


def _may_matter(text: str) -> bool:
    return not_proposed(text) or bool(told_in([Beside([(0, text)])]))


def _is_usual(box: str) -> bool:
    """Tell whether a box holds nothing but what letterheads, titles, signatures and forms have in boxes."""
    lines = [text for line in box.split("\n") if (text := clean(line))]
    signed = any(is_post(line) or special(line) for line in lines)
    return all(
        _USUAL.match(fold(line)) or is_title(line) or is_post(line) or special(line) or (signed and is_person(line))
        for line in lines
    )
