"""The statistics (biểu thống kê): the movement, and who was awarded, by form; what is not told is counted apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thidua_cli.campaign.course import Course, courses
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.register_lines import Line
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.law.award_catalogue import LEVELS
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.law.statistics_terms import categories
from thidua_cli.model.awards import award_name
from thidua_cli.model.dates import full_years
from thidua_cli.model.fields import SUBJECTS
from thidua_cli.model.nomination import TYPE_OF_AWARD
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, by_hand, frame
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, issued, layout_in, own_facts
from thidua_cli.papers.people import by_level
from thidua_cli.papers.selection import asked_review, chosen
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
    """The forms: the movement; awards of the State; awards of ministries and provinces; all against the award book."""

    movement: str
    parts: Sequence[MovementPart]
    tables: Sequence[StatisticsTable]
    more: Sequence[str]


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the forms of one campaign, of those who are asked for."""
    which = Which(DOC, review=asked_review(campaign, asked))
    issuing, blanks = issued(campaign, which, "bieu_thong_ke"), Blanks(asked.draft)
    layout = layout_in(campaign, issuing, asked.day)
    wanted = {id(entry) for entry in chosen(campaign, asked)} if campaign.entries else set()
    found = [one for one in courses(campaign) if id(one.entry) in wanted]
    given = [one for one in found if one.awarded and one.entry.award]
    lines = _booked(campaign, found, asked)
    _ask(found, given, lines, blanks)
    shared = frame(issuing, layout, f"Kết quả {movement(campaign.plan)}")
    paper = Statistics(
        **vars(replace(shared, signers=[by_hand("Người lập biểu"), *shared.signers])),
        movement=upper_first(movement(campaign.plan)),
        parts=_parts(campaign.dated),
        tables=list(_tables(campaign, given, lines)),
        more=own_facts(campaign, which).paragraphs,
    )
    blanks.refuse(PAPER_NAMES[DOC])
    yield Document("thong-ke", paper, blanks.missing)


def _booked(campaign: ResolvedCampaign, found: Sequence[Course], asked: Asked) -> list[Line]:
    """Return the lines of the award book of this campaign: all of it, or those of the nominations asked for."""
    lines = [line for line in campaign.past.standing if fold(line.value.campaign or "") == campaign.plan.id]
    own = {id(one.line) for one in found if one.line}
    narrowed = asked.award or asked.unit or asked.occasion or asked.only or asked.year is not None
    return [line for line in lines if not narrowed or id(line) in own]


def _ask(found: Sequence[Course], given: Sequence[Course], lines: Sequence[Line], blanks: Blanks) -> None:
    """Ask for what makes counts wrong: who may be awarded, and where list and award book differ."""
    still_open = sum(one.awarded is None for one in found)
    if still_open:
        what = f"ai được tặng trong {still_open} đề nghị"
        blanks.lacks(what, "sửa decisions.yaml, sổ khen thưởng theo lệnh thidua check")
    unbooked = [one.entry.who for one in given if one.line is None]
    if unbooked:
        blanks.lacks(f"dòng sổ khen thưởng của {_names(unbooked)}", _FIX_BOOK)
    known = {id(one.line) for one in given if one.line}
    unlisted = [line.value.name for line in lines if id(line) not in known]
    if unlisted:
        what = f"đề nghị của {_names(unlisted)}, đã có trong sổ khen thưởng của phong trào"
        blanks.lacks(what, "bổ sung danh sách đề nghị vào nominations/, hoặc sửa cột Phong trào của sổ")


def _names(names: Sequence[str]) -> str:
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


def _tables(campaign: ResolvedCampaign, given: Sequence[Course], lines: Sequence[Line]) -> Iterator[StatisticsTable]:
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
    yield whole if campaign.register is None else _against_book(whole, campaign, lines)


def _of_level(given: Sequence[Course], level: str) -> list[Course]:
    assert level in LEVELS
    return [one for one in given if one.entry.award and law_award(one.entry.award.form).level == level]


def _table(
    campaign: ResolvedCampaign, title: str, given: Sequence[Course], heads: Sequence[str], column: Column
) -> StatisticsTable:
    """Return the table of those who were awarded: a row for each form that anybody has, from high to low."""
    heads = [*heads, UNTOLD]
    rows: list[StatisticsRow] = []
    for award in by_level(campaign.plan.awards):
        own = [one for one in given if one.entry.award is award]
        if own:
            rows.append(_row(award_name(award), own, heads, column))
    return StatisticsTable(title, heads, rows, _row("Cộng", given, heads, column))


def _row(name: str, own: Sequence[Course], heads: Sequence[str], column: Column) -> StatisticsRow:
    columns = [column(one) for one in own]
    return StatisticsRow(name, [columns.count(head) for head in heads], len(own))


def _against_book(table: StatisticsTable, campaign: ResolvedCampaign, lines: Sequence[Line]) -> StatisticsTable:
    """Return the table with what the award book has of each form; forms of one name in the law share their lines."""
    forms = {award_name(award): award.form for award in campaign.plan.awards}
    alone = [form for form in forms.values() if list(forms.values()).count(form) == 1]
    booked = [line.value.award for line in lines]
    rows = [
        replace(row, booked=booked.count(forms[row.name]) if forms[row.name] in alone else None) for row in table.rows
    ]
    return replace(table, rows=rows, sum=replace(table.sum, booked=len(lines)), booked=True)


def _subject(one: Course) -> str:
    return upper_first(SUBJECTS.get(one.entry.subject or "", UNTOLD))


def _class(one: Course) -> str:
    """Return the class of a person by the group that the list tells; a group that is none of them is another one."""
    said = one.entry.group
    if said is None:
        return UNTOLD
    return next((kind.name for kind in categories("classes") if fold(said) in map(fold, kind.words)), _OTHER)


def _method(one: Course) -> str:
    """Return the method by the type of award that the list tells; a text that means none, or several, tells nothing."""
    said = fold(one.entry.nomination.facts.get(TYPE_OF_AWARD, ""))
    meant = [kind.name for kind in categories("methods") if any(fold(word) in said for word in kind.words)]
    return meant[0] if len(meant) == 1 else UNTOLD
