"""Several columns of units side by side: "Đơn vị công tác" and "Đơn vị đề nghị", "Tổ" and "Trường"."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_cli.findings.diagnostic import Severity
from thidua_cli.lists.below import Below
from thidua_cli.lists.column_layout import PASSED, Column, Layout
from thidua_cli.lists.known import WORDS, Known
from thidua_cli.reading.tables.table import Sheet, fault_at
from thidua_cli.vietnamese.text import fold

_RANKS = [tuple(map(fold, words)) for words in WORDS["units_from_large_to_small"]]


def one_unit(sheet: Sheet, layout: Layout, below: Sequence[Below], known: Known) -> None:
    """Of columns of units that differ take the one of units of the campaign, else the largest; note the others."""
    columns = [column for column in layout.columns if column.holds == ("unit",)]
    if not known.nominates or len(columns) < 2 or not _differ(columns, below):
        return
    chosen = _of_campaign(columns, below, known) if known.units else _largest(columns)
    if chosen is None:
        return
    for column in columns:
        if column is chosen:
            continue
        layout.columns[layout.columns.index(column)] = replace(column, holds=(PASSED,))
        message = f"đơn vị lấy theo cột “{chosen.heading[:60]}”, không theo cột “{column.heading[:60]}”"
        hint = "nếu không phải thì bỏ cột kia, hoặc đổi tên cột"
        fault = fault_at(sheet.spot(layout.header, column.at), "duplicate-column", message, hint)
        layout.faults.append(replace(fault, severity=Severity.NOTE))


def _differ(columns: Sequence[Column], below: Sequence[Below]) -> bool:
    """Tell whether a row says two things; where each row fills one column, both are the unit."""
    first, *others = columns
    pairs = [pair for other in others for pair in below[first.at].beside(below[other.at])]
    return any(one and other and fold(one) != fold(other) for one, other in pairs)


def _of_campaign(columns: Sequence[Column], below: Sequence[Below], known: Known) -> Column | None:
    """Return the one column whose cells are units of the campaign."""

    def is_unit(text: str) -> bool:
        return known.unit(text) is not None

    found = [column for column in columns if column.kinds or below[column.at].any(is_unit)]
    return found[0] if len(found) == 1 else None


def _largest(columns: Sequence[Column]) -> Column | None:
    """Return the column whose heading says the largest kind of unit; None where two say the same."""
    ranks = sorted((_rank(column.heading), column.at) for column in columns)
    if ranks[0][0] == ranks[1][0]:
        return None
    return next(column for column in columns if column.at == ranks[0][1])


def _rank(heading: str) -> int:
    words = f" {fold(heading)} "
    return next((at for at, kinds in enumerate(_RANKS) if any(f" {kind} " in words for kind in kinds)), len(_RANKS))
