"""Findings of the quota engine: exceeded, short, undecided, nominees whom no quota counts; each with its numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from thidua_cli.campaign.entry import about_all
from thidua_cli.campaign.unit_names import UnitGuesses
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.law.merit import tie_break_advice
from thidua_cli.model.awards import award_name
from thidua_cli.model.fields import group_name, subject_name
from thidua_cli.model.quota import REST
from thidua_cli.model.terms import PER
from thidua_cli.model.unit import Unit
from thidua_cli.quota import phrases as wording
from thidua_cli.quota.judge import Unseen
from thidua_cli.quota.result import QuotaResult, Verdict
from thidua_cli.quota.unknown import field_title
from thidua_cli.vietnamese.text import FEW, a_few, listing

_MOST_WORDS = 5
_MAKE_LIST = "lập danh sách đơn vị (units.yaml), có cả loại và cụm, khối nếu chỉ tiêu hỏi đến"


def quotas(context: CampaignContext) -> Iterator[Finding]:
    """Find quotas that the nominations exceed or miss, and those that cannot be judged."""
    if not context.entries:
        return
    for _, results in groupby(context.judged.results, key=lambda result: result.path):
        undecided = []
        for result in results:
            if result.verdict is Verdict.EXCEEDED:
                yield _exceeded(result, context)
            elif result.verdict is Verdict.SHORT and result.began:
                yield _short(result, context)
            elif result.verdict is Verdict.UNDECIDED:
                undecided.append(result)
        yield from _undecided(undecided, context)
    for unseen in context.judged.unseen:
        yield _of_unseen(unseen)


def _of_unseen(unseen: Unseen) -> Finding:
    """Find that rows of a quota may be lacking, for nobody has told which units or clusters there are."""
    where = listing((PER[per].removeprefix("mỗi ") for per in unseen.quota.per), "hoặc")
    cause, hint = f"chưa biết {where} nào", "khai trong kế hoạch, hoặc trong danh sách đơn vị"
    if unseen.has_rows:
        cause, hint = "chưa biết đơn vị nào không gửi đề nghị", _MAKE_LIST
    if unseen.words:
        words = listing((f"“{word}”" for word in unseen.words), "và", most=_MOST_WORDS, others="nơi khác")
        cause, hint = f"chưa có danh sách đơn vị để biết {words} là đơn vị nào", _MAKE_LIST
    whole = "hết " if unseen.has_rows else ""
    message = f"chưa kết luận được {whole}chỉ tiêu {award_name(unseen.award)}, {unseen.quota.whom}: {cause}"
    return Finding("quota-undecided", unseen.path, message, hint, basis="")


def beside_quotas(context: CampaignContext) -> Iterator[Finding]:
    """Find nominees whom no quota of their award counts."""
    for entry in context.judged.outside:
        assert entry.award
        subject = subject_name(entry.subject) if entry.subject else ""
        group = group_name(entry.group) if entry.group else ""
        said = ", ".join(filter(None, (subject, group, entry.unit_name)))
        message = f"không chỉ tiêu nào của {award_name(entry.award)} tính đề nghị này ({said})"
        hint = "thêm chỉ tiêu cho đối tượng, đơn vị, kỳ này (units: rest là các đơn vị còn lại), hoặc rút đề nghị"
        yield entry.finding("outside-quota", "name", message, hint)


def quota_units(context: CampaignContext) -> Iterator[Finding]:
    """Find words of ``units`` in a quota that name no unit, kind or cluster of the list of units."""
    if context.units is None:
        return
    guesses = UnitGuesses([record.value.name for record in context.units])
    for a, award in enumerate(context.plan.awards):
        for q, quota in enumerate(award.quotas):
            for u, word in enumerate(quota.units):
                if word != REST and context.judged.named.meaning(word) is None:
                    message = f"“{word}” không phải tên, loại hay cụm, khối của đơn vị nào trong danh sách đơn vị"
                    hint = guesses.question(word) or "xem lại tên trong danh sách đơn vị"
                    yield Finding("unknown-unit", f"awards[{a}].quotas[{q}].units[{u}]", message, hint)


def unit_classes(context: CampaignContext) -> Iterator[Finding]:
    """Find units whose kind or cluster is not told, though quotas ask for it."""
    for record in context.units or ():
        for field, path in context.judged.lacking.get(id(record.value), {}).items():
            unit, what = record.value.name, field_title(Unit, field)
            message = f"{unit} chưa ghi {what}, nên chưa biết chỉ tiêu theo {what} có tính đơn vị này không"
            about = About(unit, record.origin.key)
            others = ((path, "chỉ tiêu khai ở đây"),)
            hint = f"ghi {what} ({field}) của đơn vị trong danh sách đơn vị"
            yield Finding("unit-class-missing", record.origin.spot(field), message, hint, about=about, others=others)


def _exceeded(result: QuotaResult, context: CampaignContext) -> Finding:
    first_too_many = result.counted[result.count - result.amount]
    code = "share-exceeded" if result.quota.share else "quota-exceeded"
    message = f"vượt chỉ tiêu {_what(result, context)}, thừa {wording.by(result)}"
    hint = _to_withdraw(result, tie_break_advice(context.dated.closing))
    how = wording.computation(result)
    declared = f"chỉ tiêu khai ở đây: {wording.bound(result)}" + (f" = {how}" if how else "")
    others = ((result.path, declared),)
    found = first_too_many.finding(code, "name", message, hint, _basis(result, context), others=others)
    about = first_too_many.about
    if not result.unit:
        # What several units have too many of is the fault of all of them, not of the unit of the first too many.
        about = replace(about_all(result.counted), told=first_too_many.who)
    return replace(found, about=replace(about, award=result.award.id))


def _short(result: QuotaResult, context: CampaignContext) -> Finding:
    code = "share-short" if result.quota.share else "quota-short"
    message = f"chưa đủ chỉ tiêu {_what(result, context)}, thiếu {wording.by(result)}"
    hint = f"{_to_add(result)}, hoặc sửa chỉ tiêu nếu đây chỉ là mức tối đa (max)"
    about = About(wording.within(result, context.plan), unit=result.unit)
    return Finding(code, result.path, message, hint, _basis(result, context), about=about)


def _to_withdraw(result: QuotaResult, advice: str) -> str:
    """Return how many of whom must go: more than are too many, where the base sinks with them."""
    if result.mend is None:
        return "đề nghị thêm ngoài nhóm này, hoặc sửa tỷ lệ: rút bớt thế nào cũng không vừa"
    number = wording.at_least(result, result.mend) + (" (cơ số cũng giảm theo)" if _base_moves(result) else "")
    people = f"rút bớt {number} trong {result.count} trường hợp: {wording.names(result.counted)}"
    return "; ".join(filter(None, (people, advice)))


def _to_add(result: QuotaResult) -> str:
    """Return how many more it takes: more than are lacking, where the base rises with them."""
    if result.mend is None:
        return "rút bớt đề nghị ngoài nhóm này"
    rising = " (cơ số cũng tăng theo)" if _base_moves(result) else ""
    return f"đề nghị thêm {wording.at_least(result, result.mend)}{rising}"


def _base_moves(result: QuotaResult) -> bool:
    return result.quota.base == "nominated"


def _undecided(results: Sequence[QuotaResult], context: CampaignContext) -> Iterator[Finding]:
    """Find why rows of one quota cannot be judged: what units have in common once, what is of one unit for itself."""
    gaps = [(result, wording.missing(result)) for result in results]
    of_unit: dict[tuple[str, bool], set[str]] = {}
    for result, gap in gaps:
        of_unit.setdefault((result.unit, result.no_number_fits), set()).add(gap)
    alike: dict[tuple[bool, frozenset[str]], list[tuple[QuotaResult, str]]] = {}
    for result, gap in gaps:
        own = frozenset(of_unit[result.unit, result.no_number_fits] if result.unit else ())
        alike.setdefault((result.no_number_fits, own), []).append((result, gap))
    for rows in alike.values():
        yield _of_one_cause(rows, context)


def _of_one_cause(rows: Sequence[tuple[QuotaResult, str]], context: CampaignContext) -> Finding:
    """Tell of rows that cannot be judged, each with what is lacking; they have their remedy in common."""
    first = rows[0][0]
    places: dict[str, list[str]] = {}
    for result, gap in rows:
        places.setdefault(gap, []).append(wording.within(result, context.plan))
    told = []
    for gap, where in places.items():
        several = a_few(filter(None, where), FEW, "nơi khác")
        told.append(f"{several}: {gap}" if several else gap)
    shown = a_few(told, FEW, "nguyên nhân khác", "; ")
    message = f"chưa kết luận được chỉ tiêu {wording.whom(first)} ({shown})"
    hint = wording.remedy([result for result, _ in rows])
    if first.no_number_fits:
        hint = "sửa tỷ lệ, hoặc ghi rounding, at_least trong chỉ tiêu"
    units = tuple(dict.fromkeys(result.unit for result, _ in rows if result.unit))
    about = About(unit=units[0]) if len(units) == 1 else About(units=units)
    return Finding("quota-undecided", first.path, message, hint, basis=first.quota.source or "", about=about)


def _what(result: QuotaResult, context: CampaignContext) -> str:
    """Return which quota it is, how many are nominated, how many may be."""
    where = wording.within(result, context.plan)
    within = f" ({where})" if where else ""
    return f"{wording.whom(result)}{within}: đề nghị {wording.nominated(result)}, {wording.bound(result)}"


def _basis(result: QuotaResult, context: CampaignContext) -> str:
    return result.quota.source or context.plan.campaign.follows or "số lượng khen thưởng trong kế hoạch này"


CHECKS = (quotas, beside_quotas, quota_units, unit_classes)
