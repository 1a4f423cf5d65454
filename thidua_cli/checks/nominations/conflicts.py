"""Several awards for one nominee: what the law bars, and what needs a reason.

Titles of one year form a ladder (Lao động tiên tiến, Chiến sĩ thi đua cơ sở ...) and are no conflict.
"""

from collections.abc import Iterator
from itertools import combinations

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.law_day import basis, law_day, weight
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings import Severity
from thidua_cli.findings.finding import Finding
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.dated import Dated
from thidua_cli.law.eligibility import exclusions
from thidua_cli.law.merit import principle
from thidua_cli.model.awards import PlanAward, award_name


def conflicts(entries: list[Entry], context: CampaignContext) -> Iterator[Finding]:
    """Find awards of one nominee, at one review, that do not go together; each award is told of once."""
    reviews: dict[object, dict[str, tuple[Entry, PlanAward]]] = {}
    for entry in entries:
        if entry.award:
            review = reviews.setdefault((entry.occasion, entry.phase, entry.year), {})
            review.setdefault(entry.award.id, (entry, entry.award))
    for review in reviews.values():
        told: set[str] = set()
        for (before, one), (entry, other) in combinations(review.values(), 2):
            if other.id not in told and (found := _conflict(before, one, entry, other, context)):
                told.add(other.id)
                yield found


def _conflict(
    before: Entry, one: PlanAward, entry: Entry, other: PlanAward, context: CampaignContext
) -> Finding | None:
    """Return the weightiest reason why the two awards do not go together."""
    day = law_day(entry, context)
    forms, kinds = {one.form, other.form}, [award(one.form).kind, award(other.form).kind]
    levels = [award(one.form).level, award(other.form).level]
    excluding = next((found for found in exclusions(day) if set(found.awards) == forms), None)
    reason: tuple[Dated, str] | None = (excluding, excluding.text) if excluding else None
    severity = None
    if reason is None and levels == ["state", "state"] and (found := principle("two_of_state", day)):
        reason = found, found.text
    if (
        kinds == ["form", "form"]
        and (found := principle("several_forms", day))
        and (reason is None or weight(reason[0]))
    ):
        reason = found, found.text
        # Regular emulation reviews the merits of a whole year: two forms may be for two of them.
        severity = Severity.WARNING if context.plan.campaign.mode == "regular" else None
    if reason is None and kinds[0] != kinds[1] and (found := principle("title_and_form", day)):
        reason = found, found.text
    return _finding(before, one, entry, other, reason, severity) if reason else None


def _finding(
    before: Entry, one: PlanAward, entry: Entry, other: PlanAward, reason: tuple[Dated, str], severity: Severity | None
) -> Finding:
    value, text = reason
    message = f"“{entry.nomination.name}” được đề nghị cả {award_name(one)} và {award_name(other)}"
    hint = f"quy định: {text}; giữ một, hoặc nêu rõ thành tích riêng của từng đề nghị"
    others = ((before.origin.spot("award"), f"đề nghị {award_name(one)} ở đây"),)
    return entry.finding(
        "award-conflict", "award", message, hint, basis(value), severity or weight(value), others=others
    )
