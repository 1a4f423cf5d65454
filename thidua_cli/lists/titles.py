"""What stands above a list and speaks for all of it: its title, the lines "Đơn vị: …", the name of the sheet."""

import re

from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.law.award_catalogue import read_award
from thidua_cli.law.award_mentions import names_several
from thidua_cli.lists.column_layout import Layout
from thidua_cli.lists.known import WORDS, Known, persons_heading
from thidua_cli.lists.section_lines import (
    Said,
    Word,
    meaning,
    not_proposed,
    not_settled,
    placed,
    speaks_of_unit,
    subject_in,
    texts_with_columns,
    without_mark,
)
from thidua_cli.lists.title_awards import award_of_title, goes_on, kind_of_award, of_sheet
from thidua_cli.lists.unit_lines import UnitLine, contradict, strangely_labelled, unit_line, without_remark
from thidua_cli.reading.tables.table import Sheet, fault_at
from thidua_cli.vietnamese.text import fold
from thidua_cli.vietnamese.whole_texts import WholeTexts

_TITLE = re.compile(r"danh sach|de nghi|bieu |bang |dang ky")
_IN_BRACKETS = re.compile(r"\(.*?\)")
_DASH = re.compile(r"\s*[-–+*•]\s*")
_MOST_WORDS = 4
_DRAFTS = WholeTexts(WORDS["drafts"])
_NUMBER_BEHIND = re.compile(r"\s*[0-9]{1,2}$")
_OTHERS = re.compile(
    r"danh sach (?:cac |thanh vien |trich ngang )*(?:hoi dong|dai bieu|khach moi|ban to chuc|to giup viec|to thu ky)\b"
    r"|da (?:bi )?thay the|du le\b|ban cu\b"
)
_GIVEN = re.compile(r"\b(?:da|chua) (?:duoc |dat )?(?:tang|khen|cong nhan|nhan|trao|phong tang)\b|\b(?:da|chua) dat\b")
_KINDS = r"(?:tap the|ca nhan|ho gia dinh|gia dinh|doanh nghiep)"
_AROUND_SUBJECT = re.compile(rf"{_KINDS}|danh sach|\bds\b|\bcac\b|de nghi|khen thuong|[\W\d_]")
_HEADS_SUBJECT = re.compile(
    rf"(?:danh sach|cho|doi voi|bieu|bang)\s+(?:trich ngang\s+)?(?:cac\s+)?{_KINDS}"
    rf"|^{_KINDS}\s+(?:duoc\s+)?(?:de nghi|dang ky|de xuat)\b"
)


def said_above(sheet: Sheet, layout: Layout, start: int, carried: dict[str, Word], known: Known) -> Said:
    """Return what the heading of names, the name of the sheet, title and lines from row ``start`` on say of a list."""
    above = _Above(sheet, layout, known)
    for row in range(start, layout.top):
        above.take(row)
    above.take_award()
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
    return Said(subject | said | carried, above.not_meant, nominees=above.nominees, faults=above.faults)


class _Above:
    """Goes through the lines above a list, from top to bottom."""

    def __init__(self, sheet: Sheet, layout: Layout, known: Known) -> None:
        self.sheet, self.layout, self.known = sheet, layout, known
        self.said = _of_sheet(sheet, layout, known)
        self.subjects: list[str | None] = []
        self.not_meant = sheet.name or "" if _not_meant(sheet.name or "", known) else ""
        self.nominees: list[tuple[int, int]] = []
        self.faults: list[Diagnostic] = []
        self._unit_line: UnitLine | None = None
        self._titles: list[Word] = []
        self._goes_on = False  # whether the title above may go on
        self._of_collectives = False  # whether the lines that follow may name collectives that are put forward

    def take(self, row: int) -> None:
        """Take what a row says; the unit may stand in the cell behind its label."""
        cells = texts_with_columns(self.sheet.rows[row])
        for place, (column, text) in enumerate(cells):
            if (own := self.known.says(without_mark(text)[1])) is not None:
                self.said |= placed(own, row, column)
            elif found := unit_line(text, self.known):
                beside = next(iter(cells[place + 1 :]), None)
                if found.unit:
                    self._unit(found, row, column)
                elif beside:
                    self._unit(found._replace(unit=without_remark(beside[1])), row, beside[0])
            elif strangely_labelled(text, self.known) and "unit" not in self.layout.held:
                self._open("unit", row, column, f"chưa hiểu dòng “{text[:60]}”", "ghi như “Đơn vị: Phòng A”")
            elif names_collectives(text, self.known, under=self._of_collectives):
                self.nominees.append((row, column))
            else:
                self._line(row, column, text)

    def _unit(self, line: UnitLine, row: int, column: int) -> None:
        """Take the unit that a line names; where two lines name two, nobody knows whose list it is."""
        before, self._unit_line = self._unit_line, line
        known = self.said.get("unit")
        if before and known and not known.text:
            return  # two have contradicted each other above it
        if not before or "unit" in self.layout.held or not contradict(before, line):
            self.said["unit"] = Word(line.unit, row, column)
            return
        message = f"các dòng trên danh sách nêu hai đơn vị: “{before.unit[:40]}” và “{line.unit[:40]}”"
        hint = "ghi một dòng “Đơn vị: …” trên mỗi danh sách, hoặc thêm cột “Đơn vị”"
        self._open("unit", row, column, message, hint)

    def _open(self, field: str, row: int, column: int, message: str, hint: str) -> None:
        """Leave open a field of which a line says what nobody understands, and tell it."""
        self.said[field] = Word("", row, column)
        self.faults.append(fault_at(self.sheet.spot(row, column), "row-skipped", message, hint))

    def _line(self, row: int, column: int, text: str) -> None:
        if self._titles and self._goes_on and goes_on(self._titles[-1].text, text):
            text = f"{self._titles.pop().text} {text}"
        heads = _TITLE.search(fold(_IN_BRACKETS.sub("", text))) is not None
        self._goes_on = heads or read_award(text) is not None  # "Hình thức: Giấy khen"
        if self._goes_on:
            self._titles.append(Word(text, row, column))
            self._of_collectives = subject_in(text) == "collective"
            self.subjects.append(_subject_of_title(text))
            self.not_meant = text if _not_meant(text, self.known) else self.not_meant
            return
        told = _of_line(text, row, column, self.known)
        if "subject" in told:
            self._of_collectives = told["subject"].text == "collective"
        self.said |= told

    def take_award(self) -> None:
        """Take the award that titles and lines name; one that names several says none of a plan's only award either."""
        named = [Word(award, one.row, one.column) for one in self._titles if (award := award_of_title(one.text))]
        line = self.said.get("award")
        if line and line.text and line.row < self.layout.top:  # what the name of the sheet says stands lower
            named.append(line)
            named.sort(key=lambda one: one.row)
        several = [one for one in self._titles if names_several(one.text)]
        if len({kind_of_award(one.text) for one in named}) > 1:
            told = f"các dòng trên danh sách nêu “{named[0].text[:40]}” và “{named[-1].text[:40]}”"
            self._award_open(named[-1], told)
        elif named:
            self.said["award"] = named[-1]
        elif several and "award" not in self.known.needed:
            self._award_open(several[-1], f"tiêu đề “{several[-1].text[:60]}” nêu nhiều hình thức")

    def _award_open(self, title: Word, told: str) -> None:
        if "award" not in self.layout.held:
            message = f"{told}: chưa rõ hình thức của từng dòng"
            hint = "thêm cột “Hình thức đề nghị”, ghi hình thức của từng dòng"
            self._open("award", title.row, title.column, message, hint)


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
    return subject_in(text) if _HEADS_SUBJECT.search(fold(without_mark(text)[1])) else None


def _not_meant(text: str, known: Known) -> bool:
    """Tell whether a title, or the name of a sheet, is of those who are not put forward, or were years ago."""
    plain = _IN_BRACKETS.sub(" ", text)
    years = [int(year) for year in re.findall(r"\b20[0-9]{2}\b", plain)]
    past = known.first_year is not None and bool(years) and max(years) < known.first_year
    return not_proposed(plain) or not_settled(plain) or past or _of_others(plain)


def _of_others(text: str) -> bool:
    """Tell whether a title is of people who are no nominees, or are none any more, or a sheet is a draft."""
    folded = fold(text)
    if _NUMBER_BEHIND.sub("", text.strip(" .-_()")) in _DRAFTS or _OTHERS.search(folded):
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
    if unit := known.unit(sheet.name or ""):
        return placed({"unit": unit}, layout.header, layout.places.get("", 0))
    told = {}
    if known.nominates and (found := of_sheet(sheet.name or "")):
        told = {"award": found["award"]}
    return placed(told, layout.header, layout.places.get("", 0))


def _of_line(text: str, row: int, column: int, known: Known) -> dict[str, Word]:
    """Return what a line over the list says that has a mark."""
    mark, rest = without_mark(text)
    return placed(meaning(rest, known), row, column) if mark else {}
