"""Which awards statistics count: those of one campaign, or, where a period is told, those of the whole book."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_cli.campaign.course import Course, courses
from thidua_cli.campaign.register_lines import Line
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.unlisted import own_lines, unlisted
from thidua_cli.errors import ThiduaError
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.own_facts import WHERE
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.dates import padded


@dataclass(frozen=True, slots=True)
class Period:
    """A time by the days of decisions, both ends counted."""

    first: date
    last: date

    def __str__(self) -> str:
        """As papers say it."""
        return f"từ ngày {padded(self.first)} đến ngày {padded(self.last)}"

    def holds(self, day: PartialDate | None) -> bool | None:
        """Tell whether a decision of that day is in the period; None where the day does not tell."""
        if day is None:
            return None
        if self.first <= day.first and day.last <= self.last:
            return True
        return None if day.first <= self.last and self.first <= day.last else False


@dataclass(frozen=True, slots=True)
class Counted:
    """Those who were awarded; of nominations asked for, how many are open; of how many lines the day is not known.

    ``lines`` are those of the award book that are counted, of which no list explains ``unlisted``.
    """

    given: Sequence[Course]
    period: Period | None
    still_open: int
    undated: Sequence[Line]
    lines: Sequence[Line]

    @property
    def unlisted(self) -> list[Course]:
        """Those that only the award book has."""
        return [one for one in self.given if one.unlisted]

    @property
    def unbooked(self) -> list[Course]:
        """Those that the award book does not have."""
        return [one for one in self.given if one.line is None]


def counted(campaign: ResolvedCampaign, asked: Asked, own: PaperFacts) -> Counted:
    """Return what statistics count; ``own`` is what ``papers.yaml`` says of them."""
    period = _period(own)
    if period:
        return _of_period(campaign, asked, period)
    wanted = {id(entry) for entry in chosen(campaign, asked)} if campaign.entries else set()
    found = [one for one in courses(campaign) if id(one.entry) in wanted]
    known = {id(one.line) for one in found if one.line}
    narrowed = asked.award or asked.unit or asked.occasion or asked.only or asked.year is not None
    lines = [line for line in own_lines(campaign) if not narrowed or id(line) in known]
    strangers = unlisted([line for line in lines if id(line) not in known], campaign)
    still_open = sum(one.awarded is None for one in found)
    return Counted([*_given(found), *strangers], None, still_open, (), lines)


def _of_period(campaign: ResolvedCampaign, asked: Asked, period: Period) -> Counted:
    if asked.award or asked.unit or asked.only:
        message = f"biểu thống kê {period} là của cả sổ khen thưởng, không tách theo --award, --unit, --only"
        raise ThiduaError(message, f"bỏ các tùy chọn ấy, hoặc bỏ start, end của biểu trong {WHERE}")
    standing = campaign.past.standing
    lines = [line for line in standing if period.holds(line.value.date)]
    undated = [line for line in standing if period.holds(line.value.date) is None and _may_be_in(line, period)]
    found = courses(campaign)
    known, inside = {id(one.line) for one in found if one.line}, {id(line) for line in lines}
    given = [one for one in _given(found) if id(one.line) in inside or (one.line is None and _decided_in(one, period))]
    strangers = unlisted([line for line in lines if id(line) not in known], campaign)
    still_open = sum(one.awarded is None for one in found)
    return Counted([*given, *strangers], period, still_open, undated, lines)


def _given(found: Sequence[Course]) -> list[Course]:
    return [one for one in found if one.awarded and one.entry.award]


def _decided_in(one: Course, period: Period) -> bool:
    """Tell whether the decision of somebody whom the book lacks may be in the period."""
    return one.given is None or period.holds(one.given.decision.value.date) is not False


def _may_be_in(line: Line, period: Period) -> bool:
    """Tell whether a line without a whole day may be in the period: it is given in the year of merit or the next."""
    return line.value.date is not None or period.first.year - 1 <= line.value.year <= period.last.year


def _period(own: PaperFacts) -> Period | None:
    """Return the period that ``papers.yaml`` tells of a paper; one end alone, or ends the wrong way, raise an error."""
    start, end = own.start, own.end
    if start is None and end is None:
        return None
    if start is None or end is None:
        message = f"biểu thống kê trong {WHERE} mới ghi một đầu của kỳ"
        raise ThiduaError(message, "ghi cả start (từ ngày) và end (đến ngày), hoặc bỏ cả hai")
    if start.first > end.last:
        message = f"kỳ của biểu thống kê trong {WHERE} bắt đầu {start} sau khi kết thúc {end}"
        raise ThiduaError(message, "xem lại start và end")
    return Period(start.first, end.last)
