"""What stands above a list and speaks for all of it: its title, the lines "Đơn vị: …", the name of the sheet."""

import re

from thidua_cli.law.award_catalogue import awards_in, read_award
from thidua_cli.law.decider_names import recognise_decider
from thidua_cli.lists.column_layout import MARK, Layout
from thidua_cli.lists.known import Known, persons_heading
from thidua_cli.lists.section_lines import Said, Word, meaning, placed, subject_in, texts_with_columns, without_mark
from thidua_cli.reading.tables.table import Sheet
from thidua_cli.vietnamese.text import fold

_NAMED_UNIT = re.compile(
    r"(?:tên\s+)?(?:đơn vị|cơ quan|phòng, ban|trường|tổ chức)(?: (?:đề nghị|trình|công tác|gửi|đăng ký|lập danh sách))?"
    r"(?:, đơn vị)?\s*:\s*(.*)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\((?:kèm|ban hành|theo|đính).*?\)|\s{2,}.*$", re.IGNORECASE)
_TITLE = re.compile(r"danh sach|de nghi|bieu |bang |dang ky")
_GIVES = re.compile(
    r"(?:công nhận|tặng thưởng|xét tặng|tặng|trao tặng|đạt|đăng ký|khen thưởng|hình thức)\s+"
    r"(?:danh hiệu\s+)?(?:thi đua\s+)?(?P<award>.+)",
    re.IGNORECASE,
)
_DECIDER = re.compile(r"đề nghị\s+(?P<who>.+?)\s+(?:công nhận|tặng|xét|khen)", re.IGNORECASE)
_REST = re.compile(
    r"\s*(?:\(.*|[-–,.;:]?\s*(?:năm|trong|giai đoạn|đợt|nhân dịp|cho|đối với|về|tại|theo|vì|do)\b.*)$", re.IGNORECASE
)


def said_above(sheet: Sheet, layout: Layout, start: int, carried: dict[str, Word], known: Known) -> Said:
    """Return what the heading of names, the name of the sheet, title and lines from row ``start`` on say of a list."""
    said = _of_sheet(sheet, layout, known)
    name = layout.places.get("", 0)
    persons, kinds = _kinds_of(layout)
    subjects = [persons, subject_in(sheet.name or "")]
    for index in range(start, layout.top):
        cells = texts_with_columns(sheet.rows[index])
        for place, (column, text) in enumerate(cells):
            if found := _NAMED_UNIT.fullmatch(text):
                unit = (column, found[1]) if found[1] else next(iter(cells[place + 1 :]), None)
                if unit:
                    said["unit"] = Word(_REMARK.sub("", unit[1]).strip(" ."), index, unit[0])
            elif _TITLE.search(fold(text)):
                subjects.append(subject_in(text))
                said |= _award_of_title(text, index, column)
            else:
                said |= _of_line(text, index, column, known)
    subjects.append(kinds)
    told = [subject for subject in subjects if subject]
    if layout.of("award") or layout.of(MARK):
        said.pop("award", None)
    subject = placed({"subject": told[-1]} if told else {}, layout.header, name)
    return Said(subject | said | carried)


def _kinds_of(layout: Layout) -> tuple[str | None, str | None]:
    """Return what the heading of names says of their kind: that all are persons, and what it names itself."""
    heading = layout.heading_of_names
    kind = subject_in(heading)
    if not (layout.parted or persons_heading(heading)):
        return None, kind
    return (None, None) if kind not in (None, "individual") else ("individual", kind)


def _of_sheet(sheet: Sheet, layout: Layout, known: Known) -> dict[str, Word]:
    unit = known.unit(sheet.name or "")
    return placed({"unit": unit} if unit else {}, layout.header, layout.places.get("", 0))


def _of_line(text: str, row: int, column: int, known: Known) -> dict[str, Word]:
    """Return what a line over the list says: one with a mark, or the name of a unit of the campaign."""
    mark, rest = without_mark(text)
    if mark:
        return placed(meaning(rest, known), row, column)
    unit = known.unit(_REMARK.sub("", text).strip(" ."))
    return placed({"unit": unit} if unit else {}, row, column)


def _award_of_title(text: str, row: int, column: int) -> dict[str, Word]:
    """Return the one award that a title names: "… đề nghị Giám đốc Sở tặng Giấy khen năm 2026"."""
    found = _GIVES.search(text)
    while found:
        award = _REST.sub("", found["award"]).strip(" .:;-–")
        if read_award(award):
            break
        found = _GIVES.search(text, found.start("award"))
    if not found or len(awards_in(award)) > 1:
        return {}
    decider = _DECIDER.search(text)
    if decider and " của " not in award.casefold() and recognise_decider(decider["who"]):
        award = f"{award} của {decider['who']}"
    return placed({"award": award}, row, column)
