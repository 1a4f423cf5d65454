"""Quotas of the plan: their source, and that every award and subject has what it takes to be judged."""

from collections.abc import Iterator

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.award_catalogue import award
from thidua_cli.model.fields import subject_name
from thidua_cli.vietnamese.text import listing


def quota_sources(context: DatedPlan) -> Iterator[Finding]:
    """Find quotas that name no source, in a plan that follows no superior's."""
    if context.plan.campaign.follows:
        return
    for a, planned in enumerate(context.plan.awards):
        for q, quota in enumerate(planned.quotas):
            if quota.open or quota.source or planned.guidance:
                continue
            what = "tỷ lệ" if quota.share else "số lượng"
            message = f"{what} khen thưởng chưa ghi theo văn bản nào"
            severity = None if quota.share else Severity.NOTE
            yield Finding("quota-source-missing", f"awards[{a}].quotas[{q}]", message, severity=severity)


def incomplete_awards(context: DatedPlan) -> Iterator[Finding]:
    """Note awards without quota, and subjects with a quota but, unlike the others, no standard."""
    for index, planned in enumerate(context.plan.awards):
        name = planned.name or award(planned.form).name
        if not planned.quotas:
            message = f"{name} chưa có số lượng"
            yield Finding("award-incomplete", f"awards[{index}]", message)
        standards = {subject for standard in planned.standards for subject in standard.subject}
        counted = dict.fromkeys(subject for quota in planned.quotas for subject in quota.subject)
        lacking = [subject_name(subject) for subject in counted if subject not in standards]
        if standards and lacking:
            message = f"{name} có tiêu chuẩn cho đối tượng khác nhưng chưa có cho {listing(lacking, 'và')}"
            yield Finding("standard-missing", f"awards[{index}].standards", message)


CHECKS = (quota_sources, incomplete_awards)
