"""What ``results.yaml`` tells, against the plan: known reviews, targets and units, one source for each number."""

from collections.abc import Iterator
from fractions import Fraction

from thidua_cli.campaign.misnamed import meant_perhaps, other_name
from thidua_cli.campaign.reviews import Review
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About, Spot
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.quantity import Quantity
from thidua_cli.model.results import Participation, Results, TargetResult
from thidua_cli.model.target import Target
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.guesses import Guesses
from thidua_cli.vietnamese.text import listing, nearest

_A_WHOLE = 1
# A share of a whole never passes 100%; a rate of what was planned does, by a third, seldom by half. What stands half
# above 100 and above every other number of the target has more often a digit typed twice (96, 196) or lost its comma
# (98,0 and 980). Where nothing of that target is told beside it, only its bound, donations and the like may double or
# treble what was asked; five times as much is the comma.
_WHOLE = Fraction(100)
_FAR = Fraction(3, 2)
_FAR_FROM_BOUND = Fraction(5)


def reviews(context: CampaignContext) -> Iterator[Finding]:
    """Find reviews that the plan does not have, and those that are reported in two files."""
    known, first = context.reviews, dict[Review, Record[Results]]()
    for record in context.facts.results:
        for code, field, problem in known.problems(record.value):
            yield Finding(code, record.origin.spot(field), *problem)
        review = known.of(record.value)
        if review in first:
            message = f"kết quả {known.name(review) or 'phong trào'} có ở hai tệp"
            others = ((first[review].origin.spot(""), "đã có ở đây"),)
            hint = "gộp vào một tệp, hoặc ghi occasion, year khác nhau"
            yield Finding("result-twice", record.origin.spot("occasion"), message, hint, others=others)
        first.setdefault(review, record)


def targets(context: CampaignContext) -> Iterator[Finding]:
    """Hold the result of each target against the target."""
    known = {target.id: target for target in context.plan.targets if target.id}
    for record in context.facts.results:
        first: dict[str, str] = {}
        for index, result in enumerate(record.value.targets):
            path = f"targets[{index}]"
            target = known.get(result.target)
            if target is None:
                yield _unknown(record.origin.spot(f"{path}.target"), result.target, list(known))
                continue
            if result.target in first:
                others = ((record.origin.spot(f"{first[result.target]}.target"), "đã ghi ở đây"),)
                message = f"chỉ tiêu “{result.target}” có hai kết quả trong một tệp"
                yield Finding("result-twice", record.origin.spot(f"{path}.target"), message, others=others)
            first.setdefault(result.target, path)
            yield from _measures(record, path, result, target)
            yield from _far_off(record, path, result, target)
            yield from _units(context, record, path, result)


def _unknown(where: Spot, typed: str, known: list[str]) -> Finding:
    near = nearest(typed, known)
    hint = f"có phải “{near}”?" if near else f"kế hoạch có: {listing(known, 'và')}"
    if not known:
        hint = "chưa chỉ tiêu nào trong kế hoạch có id: thêm id vào chỉ tiêu rồi ghi mã ấy ở đây"
    return Finding("unknown-target", where, f"kế hoạch không có chỉ tiêu nào mang mã “{typed}”", hint)


def _measures(record: Record[Results], path: str, result: TargetResult, target: Target) -> Iterator[Finding]:
    """Find numbers of another measure than their target's: a per cent of a count, a share of one for a per cent."""
    if not target.measure:
        return
    for field, value in _numbers(result):
        if fault := _misread(value, target):
            yield Finding("result-measure", record.origin.spot(f"{path}.{field}"), *fault)


def _numbers(result: TargetResult) -> list[tuple[str, Quantity]]:
    """Return all numbers that a result tells, each with its key."""
    told = [("achieved", result.achieved)] if result.achieved else []
    told += [(f"values.{year}", one) for year, one in result.values.items()]
    return [*told, *((f"by_unit.{unit}", one) for unit, one in result.by_unit.items())]


def _far_off(record: Record[Results], path: str, result: TargetResult, target: Target) -> Iterator[Finding]:
    """Ask about a per cent so far above all others of its target that it is likely a slip; a reason answers it."""
    numbers = _numbers(result)
    if target.measure != "%" or result.why or result.note:
        return
    for field, value in numbers:
        beside = [one for other, one in numbers if other != field] + list(target.baseline.values())
        others = [one.value for one in (*beside, *filter(None, (target.bound,)))]
        times = _FAR if beside or target.of else _FAR_FROM_BOUND
        if others and value.value >= times * max(*others, _WHOLE):
            most = Quantity(max(others), percent=True)
            message = f"kết quả {Quantity(value.value, percent=True)}, chỗ cao nhất của chỉ tiêu này ngoài nó là {most}"
            hint = "xem có thừa chữ số, thiếu dấu phẩy không; nếu đúng thì ghi lý do (why hoặc note) của chỉ tiêu này"
            yield Finding("result-unlikely", record.origin.spot(f"{path}.{field}"), message, hint)


def _misread(value: Quantity, target: Target) -> tuple[str, str] | None:
    if target.measure == "%":
        bound = target.bound
        small = not value.percent and 0 < value.value <= _A_WHOLE
        if small and bound and bound.value > _A_WHOLE:
            typed, hundred = value.printed, Quantity(value.value * 100, percent=True)
            message = f"chỉ tiêu tính bằng %, kết quả ghi {typed}: đang hiểu là {typed}%"
            return message, f"nếu là {hundred} thì ghi “{hundred}”; nếu đúng là {typed}% thì thêm dấu %"
    elif value.percent:
        message = f"chỉ tiêu tính bằng {target.measure}, kết quả ghi {value}"
        return message, f"ghi số {target.measure}, hoặc sửa unit của chỉ tiêu trong kế hoạch"
    return None


def _units(context: CampaignContext, record: Record[Results], path: str, result: TargetResult) -> Iterator[Finding]:
    for unit in result.by_unit:
        if context.known_units.lacks(unit):
            where = record.origin.spot(f"{path}.by_unit.{unit}")
            yield Finding("unknown-unit", where, *context.known_units.unknown(unit), about=About(unit=unit))


def exemplary(context: CampaignContext) -> Iterator[Finding]:
    """Find ids that no nomination has, or that are somebody else's; whoever is called by his name alone may be new."""
    guesses = Guesses()
    for record in context.facts.results:
        for index, one in enumerate(record.value.exemplary):
            same = context.called(one) if one.id else ()
            if not one.id or any(entry.is_called(one) for entry in same):
                continue
            message = f"danh sách không có đề nghị nào mang mã {one.id}"
            hint = meant_perhaps(one, context, guesses) or "sửa mã, hoặc bỏ mã và ghi tên (name)"
            message, hint = other_name(one, same) or (message, hint)
            yield Finding("unknown-reference", record.origin.spot(f"exemplary[{index}].id"), message, hint)


# A part and its whole, each with its words.
_PARTS = (
    ("units", "asked_units", "đơn vị tham gia", "đơn vị được phát động"),
    ("persons", "asked_persons", "người tham gia", "người được phát động"),
)


def parts(context: CampaignContext) -> Iterator[Finding]:
    """Find parts that are greater than their whole: who took part of whom was asked to, what was recognised of done."""
    for record in context.facts.results:
        took, spot = record.value.participation or Participation(), record.origin.spot
        for part, whole, said, of in _PARTS:
            some, all_ = getattr(took, part), getattr(took, whole)
            if some is not None and all_ is not None and some > all_:
                others = ((spot(f"participation.{whole}"), f"{of} ghi ở đây"),)
                hint = f"ghi số {said} từ 0 đến {all_}, hoặc sửa {whole}; chưa biết thì bỏ {whole}"
                message = f"{some} {said}, nhiều hơn {all_} {of}"
                yield Finding("more-than-asked", spot(f"participation.{part}"), message, hint, others=others)
        for index, one in enumerate(record.value.activities):
            if one.recognised is not None and one.done is not None and one.recognised > one.done:
                path = f"activities[{index}]"
                others = ((spot(f"{path}.done"), "số đã thực hiện"),)
                hint = f"ghi recognised từ 0 đến {one.done}, hoặc sửa done"
                message = f"công nhận {one.recognised}, nhiều hơn {one.done} đã thực hiện"
                yield Finding("more-than-asked", spot(f"{path}.recognised"), message, hint, others=others)


CHECKS = (reviews, targets, exemplary, parts)
