"""What each unit was allowed by the quotas of the plan, beside what came of it: proposed, passed, awarded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.course import Course
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.papers.quota_places import column_of, place_of
from thidua_cli.quota import phrases
from thidua_cli.quota.judge import judge
from thidua_cli.quota.result import QuotaResult, Verdict


@dataclass(frozen=True, slots=True)
class UnitQuotaRow:
    """What one unit or cluster was allowed and has; a count is None where it is not known whom the quota counts."""

    unit: str
    allowed: str
    proposed: int | None
    passed: int | None
    awarded: int | None
    verdict: str


@dataclass(frozen=True, slots=True)
class UnitQuotas:
    """One quota that is shared out: whom it counts and when, with a row for each unit or cluster."""

    name: str
    rows: Sequence[UnitQuotaRow]


def unit_quotas(found: Sequence[Course], campaign: ResolvedCampaign, review: Review) -> list[UnitQuotas]:
    """Return the quotas by units in the order of the plan, as far as they are of the nominations of a report.

    A row that also counts nominations of another review is left to the report that has them all. What the plan leaves
    to who decides is no number that was allowed.
    """
    own = {id(one.entry): one for one in found}
    groups: dict[str, list[UnitQuotaRow]] = {}
    for result in judge(campaign).results:
        row = result.row
        is_of_report = review.may_be(Review(row.occasion, row.phase, row.year))
        counted = [own.get(id(entry)) for entry in result.counted]
        mine = [one for one in counted if one is not None]
        if place_of(result) and is_of_report and not result.quota.open and len(mine) == len(counted):
            groups.setdefault(column_of(result, campaign.plan), []).append(_row(result, mine))
    return [UnitQuotas(name, rows) for name, rows in groups.items()]


def _row(result: QuotaResult, counted: Sequence[Course]) -> UnitQuotaRow:
    sure = not (result.open or result.gaps)
    return UnitQuotaRow(
        unit=place_of(result),
        allowed=phrases.bound(result),
        proposed=len(counted) if sure else None,
        passed=_count(counted, lambda one: one.passed) if sure else None,
        awarded=_count(counted, lambda one: one.awarded) if sure else None,
        verdict="chưa kết luận" if result.verdict is Verdict.UNDECIDED else phrases.verdict(result),
    )


def _count(courses: Sequence[Course], state: Callable[[Course], bool | None]) -> int | None:
    """Return of how many a state is so; None where that is not known of one of them."""
    found = [state(one) for one in courses]
    return None if None in found else found.count(True)
