"""Findings of the quota engine: exceeded, short, undecided; each names the number and the people."""

from collections.abc import Iterator
from itertools import groupby

from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.law.merit import tie_break_advice
from thidua_cli.model.quota import REST
from thidua_cli.quota import phrases as wording
from thidua_cli.quota.result import QuotaResult, Verdict
from thidua_cli.quota.scope import unit_words
from thidua_cli.vietnamese.text import a_few, fold, nearest

_MOST_UNDECIDED = 3


def quotas(context: CampaignContext) -> Iterator[Finding]:
    """Find quotas that the nominations exceed or miss, and those that cannot be judged."""
    if not context.entries:
        return
    rounds = {(entry.occasion, entry.phase) for entry in context.entries}
    for _, results in groupby(context.quota_results, key=lambda result: result.path):
        undecided = []
        for result in results:
            if result.verdict is Verdict.EXCEEDED:
                yield _exceeded(result, context)
            elif result.verdict is Verdict.SHORT and _round_began(result, rounds):
                yield _short(result, context)
            elif result.verdict is Verdict.UNDECIDED:
                undecided.append(result)
        if undecided:
            yield _undecided(undecided, context)


def quota_units(context: CampaignContext) -> Iterator[Finding]:
    """Find words of ``units`` in a quota that name no unit, kind or cluster of the list of units."""
    if context.units is None:
        return
    known = {word for record in context.units for word in unit_words(record.value)}
    spelt = [record.value.name for record in context.units]
    for a, award in enumerate(context.plan.awards):
        for q, quota in enumerate(award.quotas):
            for u, word in enumerate(quota.units):
                if word != REST and fold(word) not in known:
                    near = nearest(word, spelt)
                    message = f"“{word}” không phải tên, loại hay cụm, khối của đơn vị nào trong danh sách đơn vị"
                    hint = f"có phải “{near}”?" if near else "xem lại tên trong danh sách đơn vị"
                    yield Finding("unknown-unit", f"awards[{a}].quotas[{q}].units[{u}]", message, hint)


def _exceeded(result: QuotaResult, context: CampaignContext) -> Finding:
    assert result.upper is not None
    first_too_many = result.counted[result.upper.high or 0]
    code = "share-exceeded" if result.quota.share else "quota-exceeded"
    message = f"vượt chỉ tiêu {_what(result, context)}, thừa {result.amount}"
    people, advice = wording.names(result.counted), tie_break_advice(context.dated.closing)
    hint = f"rút bớt {result.amount} trong {result.count} trường hợp: {people}; {advice}"
    how = wording.computation(result)
    declared = f"chỉ tiêu khai ở đây: {wording.bound(result)}" + (f" = {how}" if how else "")
    others = ((result.path, declared),)
    return first_too_many.finding(code, "name", message, hint, _basis(result, context), others=others)


def _short(result: QuotaResult, context: CampaignContext) -> Finding:
    code = "share-short" if result.quota.share else "quota-short"
    message = f"chưa đủ chỉ tiêu {_what(result, context)}, thiếu {result.amount}"
    hint = f"đề nghị thêm {result.amount}, hoặc sửa chỉ tiêu nếu đây chỉ là mức tối đa (max)"
    about = About(", ".join(result.bucket), unit=result.unit)
    return Finding(code, result.path, message, hint, _basis(result, context), about=about)


def _undecided(results: list[QuotaResult], context: CampaignContext) -> Finding:
    first = results[0]
    plan = context.plan
    gaps = [(wording.within(result, plan), wording.missing(result)) for result in results]
    shown = a_few((f"{where}: {gap}" if where else gap for where, gap in gaps), _MOST_UNDECIDED, "nơi khác", "; ")
    message = f"chưa kết luận được chỉ tiêu {wording.whom(first)} ({shown})"
    hint = "bổ sung dữ liệu còn thiếu vào danh sách đơn vị hoặc danh sách đề nghị rồi kiểm tra lại"
    about = About(units=tuple(dict.fromkeys(result.unit for result in results if result.unit)))
    return Finding("quota-undecided", first.path, message, hint, basis=first.quota.source or "", about=about)


def _what(result: QuotaResult, context: CampaignContext) -> str:
    """Return which quota it is, how many are nominated, how many may be."""
    where = wording.within(result, context.plan)
    within = f" ({where})" if where else ""
    return f"{wording.whom(result)}{within}: đề nghị {result.count}, {wording.bound(result)}"


def _basis(result: QuotaResult, context: CampaignContext) -> str:
    return result.quota.source or context.plan.campaign.follows or "số lượng khen thưởng trong kế hoạch này"


def _round_began(result: QuotaResult, rounds: set[tuple[str | None, str | None]]) -> bool:
    """Tell whether anybody was put forward in the round that a lower bound speaks of; before that, nothing is short."""
    occasion, phase = result.within.get("occasion"), result.within.get("phase")
    return any(occasion in (None, one) and phase in (None, other) for one, other in rounds)


CHECKS = (quotas, quota_units)
