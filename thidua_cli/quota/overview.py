"""The quotas of a campaign as rows for reporters: the numbers, and the words of each computation."""

from collections.abc import Iterator

from thidua_cli.findings.outcome import QuotaRow, QuotaWords
from thidua_cli.model.plan import Plan
from thidua_cli.quota import phrases as wording
from thidua_cli.quota.result import QuotaResult, Span


def quota_row(result: QuotaResult, plan: Plan, campaign: str) -> QuotaRow:
    """Return the row of a quota in one bucket; ``campaign`` is the folder that it belongs to."""
    within, year = result.within, result.within.get("year")
    return QuotaRow(
        campaign=campaign,
        path=result.path,
        award=result.award.id,
        subject=tuple(result.quota.subject),
        group=result.quota.group,
        units=tuple(result.quota.units),
        unit=within.get("unit"),
        cluster=within.get("cluster"),
        occasion=within.get("occasion"),
        phase=within.get("phase"),
        year=int(year) if year else None,
        count=result.count,
        open=len(result.possible),
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
    if result.possible:
        yield f"chưa rõ có tính hay không: {wording.names(result.possible)}"
    yield f"kết luận: {wording.verdict(result)}"
