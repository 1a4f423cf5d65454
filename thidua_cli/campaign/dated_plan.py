"""What the checks on a plan share: the plan, its day, its windows of time, its texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from thidua_cli.model.campaign import Event
from thidua_cli.model.dates import DayOfIssue, PartialDate, full_years
from thidua_cli.model.plan import Plan
from thidua_cli.reading.document import child

Window = tuple[date, date]
"""The first and the last day that a date can mean: a month of which the day is not fixed is a window."""


@dataclass(frozen=True)
class DatedPlan:
    """One plan under check; ``today`` is the day of the run."""

    plan: Plan
    today: date

    @cached_property
    def signing(self) -> Window:
        """The first and the last day on which the plan can be (or was) signed.

        Nobody signs the plan of a campaign that is over: an unsigned plan counts as signed today, or on the last
        day of its campaign if that has passed.
        """
        if self.plan.date:
            return self.plan.date.first, self.plan.date.last
        return self.closing, self.closing

    def window(self, value: PartialDate | DayOfIssue | Event | None) -> Window | None:
        """Return the days that a date can mean; None when it is open, an event or the unknown signing."""
        if isinstance(value, DayOfIssue):
            return self.signing if self.plan.date else None
        return (value.first, value.last) if isinstance(value, PartialDate) else None

    def first_day(self, start: PartialDate | DayOfIssue | None) -> date | None:
        """Return the day on which a span begins: ``từ tháng 3`` is from its first day; None when that is not known."""
        window = self.window(start)
        return window[0] if window else None

    def last_day(self, end: PartialDate | Event | None) -> date | None:
        """Return the day on which a span ends: ``đến hết tháng 7`` is to its last day; None when that is not known."""
        window = self.window(end)
        return window[1] if window else None

    @cached_property
    def start(self) -> date | None:
        """The first day of the campaign, or None when it begins with a signing that has no date yet."""
        return self.first_day(self.plan.campaign.start)

    @cached_property
    def end(self) -> date | None:
        """The last day of the campaign, or None when it ends with an event."""
        return self.last_day(self.plan.campaign.end)

    @cached_property
    def closing(self) -> date:
        """The day on which what has no date counts as done: today, or the last day of a campaign that is over."""
        return min(self.today, self.end or self.today)

    @property
    def backwards(self) -> bool:
        """Tell whether the campaign ends before it begins: then nothing can be told of what lies within it."""
        return self.start is not None and self.end is not None and self.end < self.start

    @cached_property
    def last_year(self) -> int | None:
        """The last year that anything of the campaign falls into, a review held after its end too; None: not known."""
        reviews = [occasion.date.last.year for occasion in self.plan.campaign.occasions if occasion.date]
        return max([self.end.year, *reviews]) if self.end else None

    def is_outside(self, year: int) -> bool:
        """Tell whether nothing of the campaign falls into a year."""
        before = self.start is not None and year < self.start.year
        behind = self.last_year is not None and year > self.last_year
        return not self.backwards and (before or behind)

    @property
    def years(self) -> int | None:
        """How many whole years the campaign lasts at most, or None when its start or end is not fixed."""
        return full_years(self.start, self.end) if self.start and self.end and not self.backwards else None

    @cached_property
    def merit_years(self) -> range:
        """The years whose merit is rewarded: those that the campaign lasts in; a review may be held after them.

        A start or an end that no date tells (the day of issue, an event) is in the year of the `closing` day, or of
        the first or last review.
        """
        campaign = self.plan.campaign
        about_now = [self.closing.year, *(occasion.date.last.year for occasion in campaign.occasions if occasion.date)]
        first = self.start.year if self.start else min(about_now)
        last = self.end.year if self.end else max(about_now)
        return range(min(first, last), max(first, last) + 1)

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Every text of the plan that is printed or read by people, with its path, in the order of the model."""
        return tuple(_texts(self.plan, ""))

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield what a pattern finds in the texts, each with the path of its text."""
        for path, text in self.texts:
            for found in pattern.finditer(text):
                yield path, found


_NOT_PROSE = {
    *("format", "id", "form", "role", "insert", "only", "mark", "numbering", "award", "require", "layout"),
    *("mode", "launched_by", "kind", "every", "per", "occasion", "phase", "share", "steps", "subject", "number"),
}


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name not in _NOT_PROSE:
                yield from _texts(getattr(value, name), child(path, field.alias or name))
    elif isinstance(value, list | tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, child(path, index))
