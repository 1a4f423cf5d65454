"""What ``results.yaml`` tells, against the plan: known reviews, targets and units, one source for each number."""

from collections.abc import Iterator

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
    told = [("achieved", result.achieved), *((f"values.{year}", one) for year, one in result.values.items())]
    told += [(f"by_unit.{unit}", one) for unit, one in result.by_unit.items()]
    for field, value in told:
        fault = _misread(value, target) if value else None
        if fault:
            yield Finding("result-measure", record.origin.spot(f"{path}.{field}"), *fault)


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
