"""The quotas of a campaign as a table, and each computation in full."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua_cli.model.plan import Plan
from thidua_cli.quota import phrases as wording
from thidua_cli.quota.result import QuotaResult, Verdict

COLUMNS = ("Chỉ tiêu", "Phạm vi", "Giới hạn", "Đề nghị", "Kết luận")
_WHOLE = "cả phong trào"
_MANY = 8

Row = tuple[str, ...]


def quota_table(results: Sequence[QuotaResult], plan: Plan) -> list[Row]:
    """Return a row for each quota and bucket; of many buckets that keep the bound, only their number."""
    rows: list[Row] = []
    for _, group in groupby(results, key=lambda result: result.path):
        found = list(group)
        kept = [result for result in found if result.verdict in (Verdict.MET, Verdict.OPEN)]
        short = len(kept) > _MANY
        rows += [_row(result, plan) for result in found if not (short and result in kept)]
        if short:
            places = f"{len(kept)} nơi" + (" khác" if len(kept) < len(found) else "")
            total = sum(result.count for result in kept)
            ends = "; ".join(dict.fromkeys(map(wording.verdict, kept)))
            rows.append((wording.whom(kept[0]), places, "", str(total), ends))
    return rows


def explained(results: Sequence[QuotaResult], plan: Plan) -> Iterator[str]:
    """Yield the lines of the whole computation: bound, base, rounding, people counted, conclusion."""
    for result in results:
        yield f"{wording.whom(result)} ({wording.within(result, plan) or _WHOLE})"
        how = wording.computation(result)
        yield f"    giới hạn: {wording.bound(result)}" + (f" ({how})" if how else "")
        if result.quota.source:
            yield f"    nguồn: {result.quota.source}"
        people = f": {wording.names(result.counted)}" if result.counted else ""
        yield f"    đề nghị: {result.count}{people}"
        if result.possible:
            yield f"    chưa rõ có tính hay không: {wording.names(result.possible)}"
        yield f"    kết luận: {wording.verdict(result)}"


def _row(result: QuotaResult, plan: Plan) -> Row:
    where = wording.within(result, plan) or _WHOLE
    return wording.whom(result), where, wording.bound(result), str(result.count), wording.verdict(result)
