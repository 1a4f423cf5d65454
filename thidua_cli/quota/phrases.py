"""The computation of a quota in words: bucket, bound, base, rounding, count, verdict."""

from collections.abc import Sequence

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.awards import award_name
from thidua_cli.model.plan import Plan
from thidua_cli.model.quota import REST_NAME
from thidua_cli.model.terms import ROUNDINGS
from thidua_cli.quota.bounds import rounded
from thidua_cli.quota.result import QuotaResult, Verdict
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import a_few

_SHOWN = 10


def whom(result: QuotaResult) -> str:
    """Return whom the quota counts: ``Giấy khen cá nhân là lãnh đạo, quản lý``."""
    return f"{award_name(result.award)}, {result.quota.whom}"


def within(result: QuotaResult, plan: Plan) -> str:
    """Return within what it counts: the units, the bucket, the occasion or phase; empty for the whole campaign."""
    quota = result.quota
    names = {occasion.id: occasion.name for occasion in plan.campaign.occasions}
    names |= {phase.id: phase.name for phase in plan.campaign.phases}
    parts = []
    if quota.units and not {"unit", "cluster"} & set(quota.per):
        parts.append(REST_NAME if quota.for_rest else ", ".join(quota.units))
    for per, name in zip(quota.per, result.bucket, strict=True):
        parts.append(f"năm {name}" if per == "year" else names.get(name, name))
    parts += [names.get(name, name) for name in (quota.occasion, quota.phase) if name]
    return ", ".join(parts)


def bound(result: QuotaResult) -> str:
    """Return the bound that holds: ``tối đa 3``, ``đúng 1``, ``từ 1 đến 2``."""
    lower, upper = result.lower, result.upper
    if result.verdict is Verdict.OPEN:
        return "do người quyết định định"
    unknown = [span for span in (lower, upper) if span and span.exact is None]
    if unknown:
        return f"chưa tính được (không dưới {unknown[-1].low})"
    if lower and upper and lower == upper:
        return f"đúng {lower.low}"
    if lower and upper:
        return f"từ {lower.low} đến {upper.low}"
    if upper:
        return f"tối đa {upper.low}"
    return f"tối thiểu {lower.low}" if lower else "chưa tính được"


def computation(result: QuotaResult) -> str:
    """Return how the bound came about: ``10% × 25 (số cá nhân tham gia) = 2,5, làm tròn xuống 2``."""
    share, base = result.quota.share, result.base
    if base is None:
        return ""
    number = base.value.exact
    known = str(number) if number is not None else f"ít nhất {base.value.low}"
    if share is None:
        return f"theo {base.name}: {known}"
    parts = []
    for part in (share.min, share.max):
        if part is None:
            continue
        text = f"{part} × {known} ({base.name})"
        if number is not None:
            exact = number * part.value
            text += f" = {written(exact)}"
            if exact.denominator > 1:
                text += f", {ROUNDINGS[share.rounding]}: {rounded(exact, share.rounding)}"
        parts.append(text)
    floor = f"; ít nhất được {share.at_least}" if share.at_least is not None else ""
    return "; ".join(parts) + floor


def verdict(result: QuotaResult) -> str:
    """Return the conclusion: ``đạt``, ``thừa 2``, ``thiếu 1``, or why there is none."""
    words = {
        Verdict.MET: "đạt",
        Verdict.EXCEEDED: f"thừa {result.amount}",
        Verdict.SHORT: f"thiếu {result.amount}",
        Verdict.OPEN: "không giới hạn bằng số",
        Verdict.UNDECIDED: f"chưa kết luận: {missing(result)}",
    }
    return words[result.verdict]


def missing(result: QuotaResult) -> str:
    """Return what must be known before anything can be concluded."""
    gaps = list(result.base.missing) if result.base else []
    if result.possible:
        gaps.append(f"đối tượng, nhóm, đơn vị hoặc kỳ xét của {names(result.possible)}")
    return "thiếu " + "; ".join(gaps) if gaps else "thiếu dữ liệu"


def names(entries: Sequence[Entry]) -> str:
    """Name the nominees, a few of many."""
    return a_few((entry.nomination.name for entry in entries), _SHOWN, "trường hợp khác")
