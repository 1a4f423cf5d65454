"""The quotas of a campaign as rows for reporters: the numbers, and the words of each computation."""

from collections.abc import Iterator

from thidua_cli.findings.outcome import QuotaRow, QuotaWords
from thidua_cli.model.plan import Plan
from thidua_cli.quota import phrases as wording
from thidua_cli.quota.result import QuotaResult, Span


def quota_row(result: QuotaResult, plan: Plan, campaign: str) -> QuotaRow:
    """Return the row of a quota in one bucket; ``campaign`` is the folder that it belongs to."""
    row = result.row
    return QuotaRow(
        campaign=campaign,
        path=result.path,
        award=result.award.id,
        subject=tuple(result.quota.subject),
        group=result.quota.group,
        units=tuple(result.quota.units),
        unit=row.unit.name if row.unit else None,
        cluster=row.cluster,
        occasion=row.occasion,
        phase=row.phase,
        year=row.year,
        count=result.count,
        open=result.open,
        base=_exact(result.base.value if result.base else None),
        min=_exact(result.lower),
        max=_exact(result.upper),
        by=result.amount,
        verdict=result.verdict.value,
        words=QuotaWords(
            wording.whom(result),
            wording.within(result, plan),
            wording.bound(result),
            wording.verdict(result),
            _steps(result),
        ),
    )


def _exact(span: Span | None) -> int | None:
    return span.exact if span else None


def _steps(result: QuotaResult) -> Iterator[str]:
    """Yield the whole computation: bound, base, rounding, people counted, conclusion."""
    how = wording.computation(result)
    yield f"giới hạn: {wording.bound(result)}" + (f" ({how})" if how else "")
    if result.quota.source:
        yield f"nguồn: {result.quota.source}"
    people = f": {wording.names(result.counted)}" if result.counted else ""
    yield f"đề nghị: {result.count}{people}"
    if result.open:
        yield f"chưa rõ có tính hay không: {result.open}: {wording.perhaps(result)}"
    yield f"kết luận: {wording.verdict(result)}"
