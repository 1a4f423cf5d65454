"""The computation of a quota in words: bucket, bound, base, rounding, count, verdict."""

from collections.abc import Iterable, Sequence

from thidua_cli.campaign.entry import Entry
from thidua_cli.model.awards import award_name
from thidua_cli.model.plan import Plan
from thidua_cli.model.quota import REST_NAME
from thidua_cli.model.terms import ROUNDINGS
from thidua_cli.quota.bounds import rounded, rounding_of
from thidua_cli.quota.result import MOST_NAMED, UNREAD, QuotaResult, Span, Verdict
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import a_few


def whom(result: QuotaResult) -> str:
    """Return whom the quota counts: ``Giấy khen cá nhân là lãnh đạo, quản lý``."""
    return f"{award_name(result.award)}, {result.quota.whom}"


def within(result: QuotaResult, plan: Plan) -> str:
    """Return within what it counts: units, occasion, phase, year; empty for the whole campaign."""
    quota, row = result.quota, result.row
    occasions = {occasion.id: occasion.name for occasion in plan.campaign.occasions}
    phases = {phase.id: phase.name for phase in plan.campaign.phases}
    parts = [row.unit.name if row.unit else "", row.cluster or ""]
    if quota.units and not any(parts):
        parts.append(REST_NAME if quota.for_rest else ", ".join(quota.units))
    parts += [occasions.get(row.occasion or "", ""), phases.get(row.phase or "", "")]
    parts.append(f"năm {row.year}" if row.year else "")
    return ", ".join(filter(None, parts))


def bound(result: QuotaResult) -> str:
    """Return the bound that holds: ``tối đa 3``, ``đúng 1``, ``từ 1 đến 2``."""
    lower, upper = result.lower, result.upper
    if result.verdict is Verdict.OPEN:
        return "do người có thẩm quyền quyết định"
    unknown = [span for span in (lower, upper) if span and span.exact is None]
    if unknown:
        low, high = unknown[-1]
        between = f"không dưới {low}" if high is None else f"từ {low} đến {high}"
        return f"chưa tính được ({between})"
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
    known = _known(base.value)
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
                how = rounding_of(share, part)
                text += f", {ROUNDINGS[how]}: {rounded(exact, how)}"
        parts.append(text)
    lifted = f"; ít nhất được {share.at_least}" if share.at_least is not None else ""
    return "; ".join(parts) + lifted


def _known(span: Span) -> str:
    """Return what is known of a number: ``25``, ``ít nhất 10``, ``10 đến 30``."""
    if span.high is None:
        return f"ít nhất {span.low}"
    return str(span.low) if span.exact is not None else f"{span.low} đến {span.high}"


def verdict(result: QuotaResult) -> str:
    """Return the conclusion: ``đạt``, ``thừa 2``, ``thiếu ít nhất 1``, or why there is none."""
    if result.verdict is Verdict.UNDECIDED:
        return f"chưa kết luận: {missing(result)}"
    words = {
        Verdict.MET: "đạt",
        Verdict.EXCEEDED: f"thừa {by(result)}",
        Verdict.SHORT: f"thiếu {by(result)}" + ("" if result.began else " (chưa có đề nghị nào cho kỳ này)"),
        Verdict.OPEN: "không giới hạn bằng số",
    }
    return words[result.verdict]


def by(result: QuotaResult) -> str:
    """Return by how many the bound is missed; at least so many, where the unknown may make it more."""
    return at_least(result, result.amount)


def at_least(result: QuotaResult, number: int) -> str:
    """Return the number; at least so many, where the unknown may make it more."""
    return str(number) if result.sure else f"ít nhất {number}"


def nominated(result: QuotaResult) -> str:
    """Return how many are nominated, and how many more may count: ``2``, ``2 (và 1 chưa rõ có tính hay không)``."""
    return f"{result.count} (và {result.open} chưa rõ có tính hay không)" if result.open else str(result.count)


def missing(result: QuotaResult) -> str:
    """Return what must be known before anything can be concluded."""
    if result.no_number_fits:
        assert result.lower
        assert result.upper
        return f"không số nào vừa: tối thiểu {result.lower.low} mà tối đa {result.upper.low}"
    gaps = _gaps(result)
    return "thiếu " + "; ".join(dict.fromkeys(gaps)) if gaps else "thiếu dữ liệu"


def remedy(results: Iterable[QuotaResult]) -> str:
    """Return what to do about all that is lacking; what was not read is told already, at its place."""
    gaps = [gap for result in results for gap in _gaps(result)]
    unread = [gap for gap in gaps if gap.startswith(UNREAD)]
    steps = ["sửa những chỗ đã báo ở tệp chưa đọc hết"] if unread else []
    if len(unread) < len(gaps) or not gaps:
        steps.append("bổ sung dữ liệu còn thiếu vào danh sách đơn vị hoặc danh sách đề nghị")
    return f"{', '.join(steps)} rồi kiểm tra lại"


def _gaps(result: QuotaResult) -> list[str]:
    return [*result.gaps, *(result.base.missing if result.base else ())]


def names(entries: Sequence[Entry]) -> str:
    """Name the nominees, a few of many."""
    return a_few((entry.nomination.name for entry in entries), MOST_NAMED, "trường hợp khác")


def perhaps(result: QuotaResult) -> str:
    """Name those who may count, a few of many."""
    told = (entry.nomination.name for entry in result.possible)
    return a_few(told, MOST_NAMED, "trường hợp khác", count=result.open)
