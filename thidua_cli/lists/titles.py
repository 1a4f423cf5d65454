"""What stands above a list and speaks for all of it: its title, the lines "Đơn vị: …", the name of the sheet."""

import re

from thidua_cli.lists.column_layout import Layout
from thidua_cli.lists.known import WORDS, Known, any_of, persons_heading
from thidua_cli.lists.section_lines import (
    Said,
    Word,
    award_given,
    meaning,
    not_proposed,
    not_settled,
    placed,
    speaks_of_unit,
    subject_in,
    texts_with_columns,
    without_mark,
)
from thidua_cli.reading.tables.table import Sheet
from thidua_cli.vietnamese.text import fold

_NAMED_UNIT = re.compile(
    r"(?:tên\s+)?(?:đơn vị|cơ quan|phòng, ban|trường|tổ chức)(?: (?:đề nghị|trình|công tác|gửi|đăng ký|lập danh sách))?"
    r"(?:, đơn vị)?\s*:\s*(.*)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\((?:kèm|ban hành|theo|đính).*?\)|\s{2,}.*$", re.IGNORECASE)
_TITLE = re.compile(r"danh sach|de nghi|bieu |bang |dang ky")
_IN_BRACKETS = re.compile(r"\(.*?\)")
_DASH = re.compile(r"\s*[-–+*•]\s*")
_MOST_WORDS = 4
_DRAFT = re.compile(rf"(?:{any_of(WORDS['drafts'])})(?:\s*\d{{1,2}})?")
_OTHERS = re.compile(
    r"danh sach (?:cac |thanh vien |trich ngang )*(?:hoi dong|dai bieu|khach moi|ban to chuc|to giup viec|to thu ky)\b"
    r"|da (?:bi )?thay the|du le\b|ban cu\b"
)
_GIVEN = re.compile(r"\b(?:da|chua) (?:duoc |dat )?(?:tang|khen|cong nhan|nhan|trao|phong tang)\b|\b(?:da|chua) dat\b")
_KINDS = r"(?:tap the|ca nhan|ho gia dinh|gia dinh|doanh nghiep)"
_AROUND_SUBJECT = re.compile(rf"{_KINDS}|danh sach|\bds\b|\bcac\b|de nghi|khen thuong|[\W\d_]")
_HEADS_SUBJECT = re.compile(rf"(?:danh sach|cho|doi voi|bieu|bang)\s+(?:trich ngang\s+)?(?:cac\s+)?{_KINDS}")


def said_above(sheet: Sheet, layout: Layout, start: int, carried: dict[str, Word], known: Known) -> Said:
    """Return what the heading of names, the name of the sheet, title and lines from row ``start`` on say of a list."""
    above = _Above(sheet, layout, known)
    for row in range(start, layout.top):
        above.take(row)
    persons, kinds = _kinds_of(layout)
    told = [one for one in (persons, _subject_alone(sheet.name or ""), *above.subjects, kinds) if one]
    said = above.said
    if "award" in layout.held:
        said.pop("award", None)
    if layout.held.intersection(("present", "absent")):
        said.pop("present", None)
    if known.says("") is not None:  # the sheet "Thành viên" is called after its list, the letterhead after the office
        said = {name: word for name, word in said.items() if name == "present"}
    subject = placed({"subject": told[-1]} if told else {}, layout.header, layout.places.get("", 0))
    return Said(subject | said | carried, above.not_meant, nominees=above.nominees)


class _Above:
    """Goes through the lines above a list, from top to bottom."""

    def __init__(self, sheet: Sheet, layout: Layout, known: Known) -> None:
        self.sheet, self.known = sheet, known
        self.said = _of_sheet(sheet, layout, known)
        self.subjects: list[str | None] = []
        self.not_meant = sheet.name or "" if _not_meant(sheet.name or "", known) else ""
        self.nominees: list[tuple[int, int]] = []
        self._of_collectives = False  # whether the lines that follow may name collectives that are put forward

    def take(self, row: int) -> None:
        """Take what a row says; the unit may stand in the cell behind its label."""
        cells = texts_with_columns(self.sheet.rows[row])
        for place, (column, text) in enumerate(cells):
            if (own := self.known.says(without_mark(text)[1])) is not None:
                self.said |= placed(own, row, column)
            elif found := _NAMED_UNIT.fullmatch(text):
                unit = (column, found[1]) if found[1] else next(iter(cells[place + 1 :]), None)
                if unit:
                    self.said["unit"] = Word(_REMARK.sub("", unit[1]).strip(" ."), row, unit[0])
            elif names_collectives(text, self.known, under=self._of_collectives):
                self.nominees.append((row, column))
            else:
                self._line(row, column, text)

    def _line(self, row: int, column: int, text: str) -> None:
        if _TITLE.search(fold(_IN_BRACKETS.sub("", text))):
            self._of_collectives = subject_in(text) == "collective"
            self.subjects.append(_subject_of_title(text))
            self.not_meant = text if _not_meant(text, self.known) else self.not_meant
            self.said |= _award_of_title(text, row, column)
            return
        told = _of_line(text, row, column, self.known)
        if "subject" in told:
            self._of_collectives = told["subject"].text == "collective"
        self.said |= told


def names_collectives(text: str, known: Known, *, under: bool) -> bool:
    """Tell whether a line names collectives that are put forward: ``1. Tập thể: Phòng A``, ``- Phòng A`` below it."""
    mark, rest = without_mark(text)
    item = _DASH.match(text)
    if item:
        rest = text[item.end() :]
    head, colon, behind = rest.partition(":")
    if colon and subject_in(head) == "collective" and len(head.split()) <= _MOST_WORDS:
        return any(speaks_of_unit(part.strip()) or bool(known.unit(part.strip())) for part in behind.split(","))
    return under and bool(mark or item) and (speaks_of_unit(rest) or bool(known.unit(rest.strip(" ."))))


def _subject_alone(text: str) -> str | None:
    """Return the subject that a text names beside nothing else: the sheet ``Tập thể``, no ``Tập thể Phòng A``."""
    rest = _AROUND_SUBJECT.sub(" ", fold(text))
    return subject_in(text) if not rest.strip() else None


def _subject_of_title(text: str) -> str | None:
    """Return the subject whose list a title heads: ``Danh sách tập thể …``, ``… cho cá nhân``."""
    return subject_in(text) if _HEADS_SUBJECT.search(fold(text)) else None


def _not_meant(text: str, known: Known) -> bool:
    """Tell whether a title, or the name of a sheet, is of those who are not put forward, or were years ago."""
    plain = _IN_BRACKETS.sub(" ", text)
    years = [int(year) for year in re.findall(r"\b20[0-9]{2}\b", plain)]
    past = known.first_year is not None and bool(years) and max(years) < known.first_year
    return not_proposed(plain) or not_settled(plain) or past or _of_others(fold(plain))


def _of_others(folded: str) -> bool:
    """Tell whether a title is of people who are no nominees, or are none any more, or a sheet is a draft."""
    if _DRAFT.fullmatch(folded.strip(" .-_()")) or _OTHERS.search(folded):
        return True
    return _GIVEN.search(folded) is not None and "de nghi" not in folded


def _kinds_of(layout: Layout) -> tuple[str | None, str | None]:
    """Return what the heading of names says of their kind: that all are persons, and what it names itself."""
    heading = layout.heading_of_names
    kind = subject_in(heading)
    if not (layout.parted or persons_heading(heading)):
        return None, kind
    return (None, None) if kind not in (None, "individual") else ("individual", kind)


def _of_sheet(sheet: Sheet, layout: Layout, known: Known) -> dict[str, Word]:
    if (own := known.says(sheet.name or "")) is not None:
        return placed(own, layout.header, layout.places.get("", 0))
    unit = known.unit(sheet.name or "")
    return placed({"unit": unit} if unit else {}, layout.header, layout.places.get("", 0))


def _of_line(text: str, row: int, column: int, known: Known) -> dict[str, Word]:
    """Return what a line over the list says: one with a mark, or the name of a unit of the campaign."""
    if unit := known.unit(_REMARK.sub("", text).strip(" .")):
        return placed({"unit": unit}, row, column)
    mark, rest = without_mark(text)
    return placed(meaning(rest, known), row, column) if mark else {}


def _award_of_title(text: str, row: int, column: int) -> dict[str, Word]:
    """Return the one award that a title names."""
    award = award_given(text)
    return placed({"award": award} if award else {}, row, column)
