"""Ids within a plan: each is given once, and each that is used was given."""

from collections.abc import Iterator, Sequence

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.body import Section
from thidua_cli.vietnamese.text import listing, nearest


def duplicate_ids(context: DatedPlan) -> Iterator[Finding]:
    """Find ids given twice among phases, occasions, awards or targets."""
    campaign = context.plan.campaign
    groups: dict[str, list[str | None]] = {
        "campaign.phases": [phase.id for phase in campaign.phases],
        "campaign.occasions": [occasion.id for occasion in campaign.occasions],
        "awards": [award.id for award in context.plan.awards],
        "targets": [target.id for target in context.plan.targets],
    }
    for path, ids in groups.items():
        first: dict[str, int] = {}
        for index, entry_id in enumerate(ids):
            if entry_id is None:
                continue
            if entry_id in first:
                message = f"mã “{entry_id}” đã dùng cho mục khác"
                others = ((f"{path}[{first[entry_id]}].id", "đã dùng ở đây"),)
                yield Finding("duplicate-id", f"{path}[{index}].id", message, others=others)
            first.setdefault(entry_id, index)


def unknown_references(context: DatedPlan) -> Iterator[Finding]:
    """Find ids that are used and not given."""
    plan = context.plan
    phases = [phase.id for phase in plan.campaign.phases]
    occasions = [occasion.id for occasion in plan.campaign.occasions]
    for a, award in enumerate(plan.awards):
        for q, quota in enumerate(award.quotas):
            path = f"awards[{a}].quotas[{q}]"
            yield from _unknown(quota.phase, f"{path}.phase", "giai đoạn", phases)
            yield from _unknown(quota.occasion, f"{path}.occasion", "kỳ", occasions)
    awards = [award.id for award in plan.awards]
    for path, section in sections(plan.body):
        for index, award_id in enumerate(section.only):
            yield from _unknown(award_id, f"{path}.only[{index}]", "hình thức khen thưởng", awards)


def sections(parts: Sequence[Section], path: str = "body") -> Iterator[tuple[str, Section]]:
    """Yield every section of the body with its path, in printed order."""
    for index, section in enumerate(parts):
        here = f"{path}[{index}]"
        yield here, section
        yield from sections(section.parts, f"{here}.parts")


def _unknown(found: str | None, path: str, what: str, known: Sequence[str]) -> Iterator[Finding]:
    if found is None or found in known:
        return
    hint = f"đã khai: {listing(known, 'và')}" if known else f"chưa khai {what} nào"
    if near := nearest(found, known):
        hint = f"có phải “{near}”?"
    yield Finding("unknown-reference", path, f"không có {what} nào mang mã “{found}”", hint)


CHECKS = (unknown_references, duplicate_ids)
