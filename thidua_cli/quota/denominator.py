"""The number that a share or steps are counted from: participants, headcount, units, nominees, holders of a title."""

from thidua_cli.law.award_catalogue import award
from thidua_cli.model.quota import Quota
from thidua_cli.model.terms import BASES
from thidua_cli.model.unit import Unit
from thidua_cli.quota.result import BaseNumber, Span
from thidua_cli.quota.scope import Bucket, Members, Scope
from thidua_cli.vietnamese.text import a_few

_SHOWN = 5
_PARTICIPANTS = ("participants", "participating_units")
_COUNTED = {
    "headcount": ("headcount",),
    "leaders": ("leaders",),
    "units": ("subunits",),
    "individual": ("participants",),
    "collective": ("participating_units",),
}
"""What a unit tells of each base, or of the participants of one subject."""


def base_number(scope: Scope, bucket: Bucket, peers: Members) -> BaseNumber | None:
    """Return the base of a share or of steps in one bucket; ``peers`` are its nominees of all groups."""
    bound = scope.quota.share or scope.quota.steps
    if bound is None:
        return None
    if bound.of == "nominated":
        count = len(peers.counted)
        names = [scope.context.entries[number].nomination.name for number in sorted(peers.possible)]
        gaps = (f"đối tượng, nhóm hoặc đơn vị của {a_few(names, _SHOWN, 'nơi khác')}",) if names else ()
        return BaseNumber(scope.quota.base_name, Span(count, count + len(names)), gaps)
    if bound.of in BASES:
        return _from_units(scope, bucket, bound.of)
    return _holders(scope, bucket, bound.of)


def _from_units(scope: Scope, bucket: Bucket, of: str) -> BaseNumber:
    units, name = scope.units_of(bucket), scope.quota.base_name
    if scope.context.units is None:
        return BaseNumber(name, Span(0, None), ("danh sách đơn vị (units.yaml)",))
    if of == "units" and "unit" not in scope.quota.per:
        return BaseNumber(name, Span.of(len(units)))
    numbers = [_number(of, scope.quota, unit) for unit in units]
    total = sum(number or 0 for number in numbers)
    missing = [unit.name for unit, number in zip(units, numbers, strict=True) if number is None]
    gaps = (f"{name}: {a_few(missing, _SHOWN, 'nơi khác')}",) if missing else ()
    return BaseNumber(name, Span(total, None if missing else total), gaps)


def _number(of: str, quota: Quota, unit: Unit) -> int | None:
    """Return what is counted of a unit; participants are those of the quota's subject, or all."""
    subjects = set(quota.subject)
    what = of if of in _COUNTED or len(subjects) > 1 else subjects.pop()
    numbers = [getattr(unit, name) for name in _COUNTED.get(what, _PARTICIPANTS)]
    return None if None in numbers else sum(numbers)


def _holders(scope: Scope, bucket: Bucket, form: str) -> BaseNumber:
    """Count those put forward for a title in the same bucket: the persons that "tổng số đạt …" speaks of."""
    name, title = scope.quota.base_name, award(form).name
    planned = [one.id for one in scope.context.plan.awards if one.form == form]
    entries = [entry for award_id in planned for entry in scope.context.by_award[award_id]]
    if not entries:
        return BaseNumber(name, Span(0, None), (f"danh sách {title}",))
    units = {id(unit) for unit in scope.units_of(bucket)}
    unknown = sum(entry.unit is None for entry in entries)
    count = sum(id(entry.unit) in units for entry in entries)
    gaps = (f"đơn vị của {unknown} người đạt {title}",) if unknown else ()
    return BaseNumber(name, Span(count, count + unknown), gaps)
