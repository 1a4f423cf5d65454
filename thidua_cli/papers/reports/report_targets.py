"""The targets in a report: planned, reached, how much of it, by year and by unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_cli.campaign.reached import Reach, Reached, held
from thidua_cli.model.quantity import Quantity
from thidua_cli.model.target import Target
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.emphasis import SENTENCE_ENDS

NOT_TOLD = "chưa có số liệu"
_NO_VALUE = "…"
_NOT_WHOLE = "chưa có kết quả cả kỳ"
_FEWEST_YEARS_OF_A_CHART = 3
_MOST_CHARTS = 2  # a report is read for its numbers: tables are what offices use
_VERDICTS = {
    Reach.EXCEEDED: "vượt",
    Reach.MET: "đạt",
    Reach.MISSED: "chưa đạt",
    Reach.UNKNOWN: NOT_TOLD,
    Reach.WITHOUT_BOUND: "",
}


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target of the whole campaign, as printed; ``degree`` is reached : planned in per cent, empty if unknown."""

    number: int
    text: str
    measure: str
    planned: str
    reached: str
    degree: str
    verdict: str
    before: str
    note: str


@dataclass(frozen=True, slots=True)
class YearlyRow:
    """One target that holds in every year: what was reached in each, and in how many years it was met."""

    number: int
    text: str
    planned: str
    values: Sequence[str]
    verdict: str
    note: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """What one unit reached of one target."""

    unit: str
    reached: str
    verdict: str


@dataclass(frozen=True, slots=True)
class UnitTable:
    """One target by unit, in the order of the results."""

    text: str
    measure: str
    planned: str
    rows: Sequence[UnitRow]


@dataclass(frozen=True, slots=True)
class YearChart:
    """A chart of one yearly target: planned and reached by year; None where nothing is told."""

    text: str
    measure: str
    years: Sequence[str]
    planned: Sequence[float | None]
    reached: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class TargetsPart:
    """All that a report says of targets; the counts are of targets with a bound, ``told`` of those with a result."""

    total: int
    met: int
    missed: int
    unknown: int
    rows: Sequence[TargetRow]
    years: Sequence[int]
    yearly: Sequence[YearlyRow]
    by_unit: Sequence[UnitTable]
    charts: Sequence[YearChart]


def targets_part(found: Sequence[Reached], years: Sequence[int]) -> TargetsPart:
    """Return what the report says of the targets: the yearly ones first, numbered through both tables."""
    yearly = [one for one in found if one.target.per == "year"]
    others = [one for one in found if one.target.per != "year"]
    by_year = [_yearly_row(number, one) for number, one in enumerate(yearly, start=1)]
    rows = [_row(number, one) for number, one in enumerate(others, start=len(yearly) + 1)]
    verdicts = [one.verdict for one in found]
    return TargetsPart(
        total=sum(one is not Reach.WITHOUT_BOUND for one in verdicts),
        met=sum(one in (Reach.MET, Reach.EXCEEDED) for one in verdicts),
        missed=verdicts.count(Reach.MISSED),
        unknown=verdicts.count(Reach.UNKNOWN),
        rows=rows,
        years=years if by_year else (),
        yearly=by_year,
        by_unit=[_unit_table(one) for one in found if one.result and one.result.by_unit],
        charts=[chart for one in yearly if (chart := _chart(one))][:_MOST_CHARTS],
    )


def _row(number: int, one: Reached) -> TargetRow:
    target = one.target
    return TargetRow(
        number=number,
        text=target.text.rstrip(SENTENCE_ENDS),
        measure=target.measure,
        planned=planned(target),
        reached=_reached(one),
        degree="" if one.degree is None else written(one.degree * 100, 1),
        verdict=_NOT_WHOLE if one.value is None and one.by_year else _VERDICTS[one.verdict],
        before=_number(one.before, target),
        note=_note(one),
    )


def _reached(one: Reached) -> str:
    """Return the number of the whole, else those of its years: nobody may add them up."""
    if one.value is None and one.by_year:
        return "; ".join(f"{year}: {_number(value, one.target)}" for year, value in one.by_year)
    return _number(one.value, one.target) or _NO_VALUE


def _yearly_row(number: int, one: Reached) -> YearlyRow:
    target = one.target
    return YearlyRow(
        number=number,
        text=target.text.rstrip(SENTENCE_ENDS),
        planned=f"{planned(target)} {target.measure}".strip(),
        values=[_number(value, target) or _NO_VALUE for _, value in one.by_year],
        verdict=_verdict_of_years(one),
        note=_note(one),
    )


def _verdict_of_years(one: Reached) -> str:
    """Return ``đạt 3/4 năm``; of the years without a number it is said that they have none."""
    if one.target.bound is None:
        return ""
    if len(one.by_year) == 1:
        return _VERDICTS[one.verdict]
    told = [value for _, value in one.by_year if value]
    if not told:
        return NOT_TOLD
    lacking = len(one.by_year) - len(told)
    more = f"; {lacking} năm {NOT_TOLD}" if lacking else ""
    return f"đạt {one.years_met}/{len(one.by_year)} năm{more}"


def _note(one: Reached) -> str:
    parts = (one.result.why, one.result.note) if one.result else ()
    return "; ".join(part.rstrip(SENTENCE_ENDS) for part in parts if part)


def _unit_table(one: Reached) -> UnitTable:
    target, result = one.target, one.result
    assert result
    rows = [
        UnitRow(unit, _number(value, target), _VERDICTS[held(target, value)]) for unit, value in result.by_unit.items()
    ]
    return UnitTable(target.text.rstrip(SENTENCE_ENDS), target.measure, planned(target), rows)


def _chart(one: Reached) -> YearChart | None:
    """A chart helps where there are several years to compare with what was planned."""
    told = [value for _, value in one.by_year if value]
    bound = one.target.bound
    if bound is None or len(told) < _FEWEST_YEARS_OF_A_CHART:
        return None
    reached: list[float | None] = [float(value.value) if value else None for _, value in one.by_year]
    years = [str(year) for year, _ in one.by_year]
    text, measure = one.target.text.rstrip(SENTENCE_ENDS), one.target.measure
    return YearChart(text, measure, years, [float(bound.value)] * len(years), reached)


def planned(target: Target) -> str:
    """Return the bound as the column of the plan prints it: ``≥ 1,5``, ``≤ 5``, ``4 - 5``; empty without one."""
    low, high = _number(target.at_least, target), _number(target.at_most, target)
    if low and high:
        return f"{low} - {high}"
    if low:
        return f"≥ {low}"
    return f"≤ {high}" if high else ""


def _number(value: Quantity | None, target: Target) -> str:
    """Return a number without the sign that its column tells; a per cent of another measure keeps it."""
    if value is None:
        return ""
    return value.printed if target.measure == "%" else str(value)
