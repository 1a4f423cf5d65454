"""The statistics (biểu thống kê): the movement, and who was awarded, by form; what is not told is counted apart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thidua_cli.campaign.book_words import method_of
from thidua_cli.campaign.course import Course
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.law.award_catalogue import LEVELS
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.law.statistics_terms import categories
from thidua_cli.model.dates import full_years
from thidua_cli.model.fields import SUBJECTS
from thidua_cli.model.nomination import TYPE_OF_AWARD
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, by_hand, frame
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, issued, layout_in, own_facts
from thidua_cli.papers.reports.award_kinds import kind_of, kinds_of_awards
from thidua_cli.papers.reports.counted_awards import Counted, counted
from thidua_cli.papers.selection import asked_review
from thidua_cli.vietnamese.text import FEW, fold, listing, upper_first

DOC = "statistics"
UNTOLD = "Chưa ghi"
_OTHER = "Nhóm khác"
_FIX_BOOK = "ghi sổ bằng lệnh thidua decide hoặc thidua register add"

Column = Callable[[Course], str]
"""Returns the head of the column that somebody who was awarded is counted in."""


@dataclass(frozen=True, slots=True)
class MovementLine:
    """One category of the movement, and whether it is so: 1 or 0."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class MovementPart:
    """The categories of one question: who launched it, its scope, how long, in which form. Their sum is 1."""

    name: str
    lines: Sequence[MovementLine]


@dataclass(frozen=True, slots=True)
class StatisticsRow:
    """One form of award, or the sum: a count for each column, and all together; ``booked`` is of the award book."""

    name: str
    counts: Sequence[int]
    total: int
    booked: int | None = None


@dataclass(frozen=True, slots=True)
class StatisticsTable:
    """A table of those who were awarded; ``booked``: its last column is what the award book has."""

    title: str
    heads: Sequence[str]
    rows: Sequence[StatisticsRow]
    sum: StatisticsRow
    booked: bool = False


@dataclass(frozen=True)
class Statistics(Frame):
    """The forms: the movement; awards of the State; awards of ministries and provinces; all against the award book.

    ``scope`` says of what time the tables are: the movement, or a period of the ``whole_book``. Of ``lines`` of the
    book and those who are ``listed``, the ``unlisted`` names stand in the book alone.
    """

    movement: str
    scope: str
    whole_book: bool
    parts: Sequence[MovementPart]
    tables: Sequence[StatisticsTable]
    lines: int
    listed: int
    unlisted: Sequence[str]
    more: Sequence[str]


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the forms of one campaign, of those who are asked for; or of the award book in a period."""
    which = Which(DOC, review=asked_review(campaign, asked))
    issuing, blanks, own = issued(campaign, which, "bieu_thong_ke"), Blanks(asked.draft), own_facts(campaign, which)
    layout = layout_in(campaign, issuing, asked.day)
    found = counted(campaign, asked, own)
    _ask(campaign, found, blanks)
    name = movement(campaign.plan)
    shared = frame(issuing, layout, f"Kết quả khen thưởng {found.period}" if found.period else f"Kết quả {name}")
    paper = Statistics(
        **vars(replace(shared, signers=[by_hand("Người lập biểu"), *shared.signers])),
        movement=upper_first(name),
        scope=upper_first(f"{found.period}, theo ngày quyết định") if found.period else upper_first(name),
        whole_book=found.period is not None,
        parts=_parts(campaign.dated),
        tables=list(_tables(campaign, found)),
        lines=len(found.lines),
        listed=len(found.given) - len(found.unlisted),
        unlisted=[one.entry.nomination.name for one in found.unlisted],
        more=own.paragraphs,
    )
    blanks.refuse(PAPER_NAMES[DOC])
    yield Document("thong-ke", paper, blanks.missing)


def _ask(campaign: ResolvedCampaign, found: Counted, blanks: Blanks) -> None:
    """Ask for what makes counts wrong: who may be awarded, what the award book lacks, or does not tell."""
    if found.still_open:
        what = f"ai được tặng trong {found.still_open} đề nghị"
        blanks.lacks(what, "sửa decisions.yaml, sổ khen thưởng theo lệnh thidua check")
    if found.unbooked:
        blanks.lacks(f"dòng sổ khen thưởng của {_names(one.entry.who for one in found.unbooked)}", _FIX_BOOK)
    if found.undated:
        what = f"ngày quyết định của {_names(line.value.name for line in found.undated)} trong sổ khen thưởng"
        blanks.lacks(what, "ghi đủ ngày ở cột Ngày quyết định của sổ")
    if campaign.register_doubted:
        blanks.lacks("các dòng chưa đọc được của sổ khen thưởng", "sửa sổ theo lệnh thidua check")


def _names(names: Iterable[str]) -> str:
    return listing(names, "và", most=FEW, others="tên khác")


def _parts(dated: DatedPlan) -> list[MovementPart]:
    own = dated.plan.campaign
    length = duration(dated.start, dated.end)
    return [
        _part("Cấp phát động", "levels", own.launched_by),
        _part("Phạm vi", "scopes", None),
        MovementPart("Thời gian", _lines("durations", length)),
        _part("Hình thức tổ chức", "modes", own.mode),
    ]


def _part(title: str, part: str, word: str | None) -> MovementPart:
    meant = [one.name for one in categories(part) if word in one.words]
    return MovementPart(title, _lines(part, meant[0] if meant else None))


def _lines(part: str, meant: str | None) -> list[MovementLine]:
    lines = [MovementLine(one.name, int(one.name == meant)) for one in categories(part)]
    return [*lines, MovementLine(UNTOLD, int(meant is None))]


def duration(start: date | None, end: date | None) -> str | None:
    """Return the category of a length, both days counted; None where a day is not known."""
    if start is None or end is None or end < start:
        return None
    names = [one.name for one in categories("durations")]
    years = full_years(start, end)
    if years == 1:  # a day more than one year is no longer one year
        return names[1] if full_years(start, end - timedelta(days=1)) == 0 else names[2]
    limits = {1: names[0], 3: names[2], 5: names[3]}
    return next((name for limit, name in limits.items() if years < limit), names[4])


def _tables(campaign: ResolvedCampaign, found: Counted) -> Iterator[StatisticsTable]:
    given = found.given
    subjects = [upper_first(name) for name in SUBJECTS.values()]
    state, ministry = (_of_level(given, level) for level in ("state", "ministry_province"))
    persons = [one for one in ministry if one.entry.subject == "individual"]
    classes = [one.name for one in categories("classes")]
    methods = [one.name for one in categories("methods")]
    by_subject = "theo đối tượng"
    yield _table(campaign, f"Khen thưởng cấp Nhà nước, {by_subject}", state, subjects, _subject)
    yield _table(campaign, f"Khen thưởng cấp bộ, ban, ngành, tỉnh, {by_subject}", ministry, subjects, _subject)
    title = "Khen thưởng cấp bộ, ban, ngành, tỉnh, cá nhân theo chức vụ, vị trí"
    yield _table(campaign, title, persons, [*classes, _OTHER], _class)
    yield _table(campaign, "Khen thưởng cấp bộ, ban, ngành, tỉnh, theo phương thức", ministry, methods, _method)
    title = f"Tất cả các hình thức, {by_subject}, đối chiếu với sổ khen thưởng"
    whole = _table(campaign, title, given, subjects, _subject)
    yield whole if campaign.register is None else _against_book(whole, given, len(found.lines))


def _of_level(given: Sequence[Course], level: str) -> list[Course]:
    assert level in LEVELS
    return [one for one in given if one.form and law_award(one.form).level == level]


def _table(
    campaign: ResolvedCampaign, title: str, given: Sequence[Course], heads: Sequence[str], column: Column
) -> StatisticsTable:
    """Return the table of those who were awarded: a row for each form that anybody has, from high to low."""
    heads = [*heads, UNTOLD]
    rows: list[StatisticsRow] = []
    for kind in kinds_of_awards(given, campaign):
        own = [one for one in given if kind_of(one) == kind]
        if own:
            rows.append(_row(kind.name, own, heads, column))
    return StatisticsTable(title, heads, rows, _row("Cộng", given, heads, column))


def _row(name: str, own: Sequence[Course], heads: Sequence[str], column: Column) -> StatisticsRow:
    columns = [column(one) for one in own]
    return StatisticsRow(name, [columns.count(head) for head in heads], len(own))


def _against_book(table: StatisticsTable, given: Sequence[Course], lines: int) -> StatisticsTable:
    """Return the table with how many lines of the award book each form has: one that two share is counted once."""
    booked: dict[str, set[int]] = {}
    for one in given:
        booked.setdefault(kind_of(one).name, set()).update([id(one.line)] if one.line else ())
    rows = [replace(row, booked=len(booked[row.name])) for row in table.rows]
    return replace(table, rows=rows, sum=replace(table.sum, booked=lines), booked=True)


def _subject(one: Course) -> str:
    return upper_first(SUBJECTS.get(one.entry.subject or "", UNTOLD))


def _class(one: Course) -> str:
    """Return the class of a person by the group that the list tells; a group that is none of them is another one."""
    said = one.entry.group
    if said is None:
        return UNTOLD
    return next((kind.name for kind in categories("classes") if fold(said) in map(fold, kind.words)), _OTHER)


def _method(one: Course) -> str:
    """Return the method by the type of award that is told; a text that means none, or several, tells nothing."""
    return method_of(one.entry.nomination.facts.get(TYPE_OF_AWARD, "")) or UNTOLD
