"""Whom a decision may give an award: all that the council passed, or those who are named; nobody undecided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_cli.campaign.ballots import match
from thidua_cli.campaign.book_additions import named
from thidua_cli.campaign.course import Course, courses
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.passed import State
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.vietnamese.dates import show
from thidua_cli.vietnamese.text import FEW, listing


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who gets the award; who was passed and does not, with the reason; who is left because nobody passed him."""

    awarded: Sequence[Entry]
    excepted: Sequence[tuple[Entry, str]]
    left: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the officer says of a decision: the awards, the review, the nominees (none: all that were passed), the day.

    ``excepted`` are the nominees who were passed and get nothing, by name, each with the reason.
    """

    awards: Sequence[PlanAward]
    review: Review
    only: Sequence[str] = ()
    excepted: Sequence[tuple[str, str]] = ()
    day: date | None = None


def chosen_by(choice: Choice, context: ResolvedCampaign, findings: Sequence[Diagnostic]) -> Chosen:
    """Return who gets the award, and who does not.

    Raises `ThiduaError` for whoever may not be decided: with a fault of his own, refused, put off, not voted on where
    ballots are asked, awarded already; and for all of a campaign whose lists were not read in full.
    """
    found = [one for one in courses(context) if one.entry.award in choice.awards and choice.review.holds(one.review)]
    by_entry = {one.entry: one for one in found}
    entries = list(by_entry)
    excepted = [(named(name, entries), why) for name, why in choice.excepted]
    without = [entry for entry, _ in excepted]
    left: list[Entry] = []
    if choice.only:
        wanted = list(dict.fromkeys(named(name, entries) for name in choice.only))
    else:
        _refuse_unknown(found, context)
        wanted = [one.entry for one in found if one.passed and not one.awarded and one.entry not in without]
        left = [one.entry for one in found if not one.passed and not one.awarded and one.entry not in without]
    if not wanted:
        raise ThiduaError(
            "không có ai để ghi vào quyết định: Hội đồng chưa thông qua đề nghị nào, hoặc đã tặng hết",
            "hình thức không phải qua Hội đồng thì kể tên từng người bằng --only",
        )
    _refuse_undecided([by_entry[entry] for entry in wanted])
    _refuse_before_the_vote([by_entry[entry] for entry in wanted], choice.day)
    _refuse_faulty([*wanted, *without], findings)
    return Chosen(wanted, excepted, left)


def _refuse_unknown(found: Sequence[Course], context: ResolvedCampaign) -> None:
    """Of all that were passed nobody may be left out only because it is not known yet."""
    if context.unread:
        message = f"chưa đọc hết {listing(context.unread, 'và')}: có thể còn người được Hội đồng thông qua ở đó"
        raise ThiduaError(message, "sửa các tệp ấy rồi ghi lại, hoặc kể tên từng người bằng --only")
    strays = match(context).findings
    if strays:
        message = f"tệp Hội đồng còn {len(strays)} dòng phiếu chưa rõ cho ai, dòng đầu: {strays[0]().message}"
        raise ThiduaError(message, "sửa các dòng ấy rồi ghi lại, hoặc kể tên từng người bằng --only")
    open_ones = [one for one in found if one.passed is None or one.awarded is None]
    if open_ones:
        first = open_ones[0]
        why = first.standing.why or "decisions.yaml hoặc sổ khen thưởng chưa đọc hết"
        message = f"chưa kết luận được {_names(open_ones)}: {why}"
        raise ThiduaError(message, "xem bằng lệnh thidua check rồi sửa, hoặc kể tên từng người bằng --only")


def _refuse_undecided(wanted: Sequence[Course]) -> None:
    for one in wanted:
        entry, state = one.entry, one.standing.state
        assert entry.award
        who = f"{entry.nomination.name} ({award_name(entry.award)})"
        if one.awarded:
            number = one.given.decision.value.number if one.given else one.line and one.line.value.decision
            raise ThiduaError(f"{who} đã được tặng theo Quyết định số {number}", "bỏ tên này khỏi --only")
        if one.awarded is None:
            raise ThiduaError(f"chưa rõ {who} đã được tặng hay chưa", "sửa decisions.yaml, sổ khen thưởng rồi ghi lại")
        if state in (State.REFUSED, State.PUT_OFF, State.UNKNOWN):
            raise ThiduaError(f"{who} chưa được Hội đồng thông qua: {one.standing.why}", "bỏ tên này khỏi quyết định")
        if state is State.NO_VOTE and one.needs_ballot:
            message = f"{who} phải qua bỏ phiếu ở Hội đồng mà chưa có kết quả"
            raise ThiduaError(message, "ghi kết quả phiếu vào tệp Hội đồng rồi ghi quyết định")


def _refuse_before_the_vote(wanted: Sequence[Course], day: date | None) -> None:
    """Raise `ThiduaError` where the decision is dated before the session that passed somebody: one of them is wrong."""
    for one in wanted:
        days = one.standing.cast.sitting.days if one.standing.cast else ()
        if day and days and day < days[0]:
            message = f"quyết định đề ngày {show(day)}, trước phiên họp Hội đồng ngày {show(days[0])} đã thông qua"
            raise ThiduaError(f"{message} {one.entry.nomination.name}", "xem lại --date, hoặc held của phiên họp")


def _refuse_faulty(entries: Sequence[Entry], findings: Sequence[Diagnostic]) -> None:
    keys = {entry.origin.key for entry in entries}
    faults = [one for one in findings if one.severity is Severity.ERROR and one.about.record in keys]
    if faults:
        message = f"{faults[0].about.told or faults[0].file} còn lỗi: {faults[0].message}"
        raise ThiduaError(message, f"có {len(faults)} lỗi, xem bằng lệnh thidua check rồi sửa trước khi ghi quyết định")


def _names(found: Sequence[Course]) -> str:
    return listing([one.entry.nomination.name for one in found], "và", most=FEW, others="đề nghị nữa")
