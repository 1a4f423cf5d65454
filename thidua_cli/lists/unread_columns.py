"""Headings that are not understood over cells that somebody filled in: what is said of them, what may hang on them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.law.award_catalogue import names_award, read_award
from thidua_cli.lists.answers import may_answer
from thidua_cli.lists.below import Below
from thidua_cli.lists.column_layout import Column, Layout
from thidua_cli.lists.decider_columns import heads_deciders, tells_nobody
from thidua_cli.lists.kind_columns import kinds_in
from thidua_cli.lists.known import Known
from thidua_cli.lists.name_columns import may_complete
from thidua_cli.lists.past_columns import for_people
from thidua_cli.reading.tables.table import Sheet, fault_at
from thidua_cli.vietnamese.person_names import is_person
from thidua_cli.vietnamese.text import fold, listing

_ALIKE = 0.86
_OF_AWARDS = re.compile(r"\b(?:khen|thuong|danh hieu|hinh thuc|de nghi|huan chuong|cap)\b")


def _unread(layout: Layout, below: Sequence[Below]) -> Iterator[tuple[Column, Below]]:
    """Yield the columns that somebody filled in and that are not read."""
    for column, cells in zip(layout.columns, below, strict=True):
        if not column.holds and not cells.blank:
            yield column, cells


def may_tell_more(layout: Layout, below: Sequence[Below], known: Known) -> bool:
    """Tell whether a column that is not read may name awards, or people, or bear on a verdict in another way."""
    for column, cells in _unread(layout, below):
        if known.may_tell(column.heading, cells.cells):
            return True
        if "award" not in known.model.model_fields:
            continue
        if may_answer(column.heading):
            return True
        if heads_deciders(column.heading) and "award" in layout.held and not all(map(tells_nobody, cells.cells)):
            return True
        if cells.any(names_award) or names_award(column.heading) or (not column.heading and cells.any(is_person)):
            return True
        if not column.heading and may_complete(layout.columns, column.at, below):
            return True
        if "award" not in layout.held and _OF_AWARDS.search(fold(column.heading)):
            return True
    return False


def unread_awards(layout: Layout, below: Sequence[Below], passed: Collection[int]) -> tuple[int, ...]:
    """Return the columns headed by an award that say nothing of it; ``passed`` are those read as counts.

    None where another column says the award: whoever has no mark in the one may have none in the other; nor of awards
    that people alone get, beside units: they count.
    """
    if "award" in layout.held:
        return ()
    of_people = any(below[one.at].mostly(is_person) for one in layout.of("name"))
    unread = {column.at for column, _ in _unread(layout, below)}.union(passed)
    headed = (one for one in layout.columns if one.at in unread and read_award(one.heading))
    return tuple(one.at for one in headed if of_people or not for_people(one.heading))


def told_unread(sheet: Sheet, layout: Layout, below: Sequence[Below], known: Known) -> Iterator[Diagnostic]:
    """Yield the headings that are not understood, over cells that somebody filled in."""
    taken = {held for column in layout.columns for held in column.holds}
    told = layout.unread_awards if known.nominates else ()
    yield from (_no_marks(sheet, layout, column) for column in layout.columns if column.at in told)
    for column, cells in _unread(layout, below):
        if column.at in told:
            continue
        spot = sheet.spot(layout.header, column.at)
        if not column.heading:
            if may_complete(layout.columns, column.at, below):
                message = "cột này không có tên cột: chưa rõ có phải phần sau của họ tên"
                fault = fault_at(spot, "unknown-column", message, "đặt tên cột, ví dụ “Họ đệm” và “Tên”")
                yield replace(fault, severity=Severity.WARNING)
                continue
            message = "cột này có dữ liệu mà không có tên cột"
            hint = "đặt tên cột ở hàng tiêu đề; cột này chưa được đọc"
            yield replace(fault_at(spot, "unknown-column", message, hint), severity=Severity.NOTE)
            continue
        if kinds_in(column.heading) and "unit" in known.model.model_fields:
            yield _no_units(spot, column, needed=bool(known.units) and "unit" not in taken)
            continue
        message = f"không biết cột “{column.heading[:60]}”"
        if near := known.spelt_like(column.heading, taken, _ALIKE):
            yield fault_at(spot, "unknown-column", message, f"có phải “{near}”? Cột này chưa được đọc")
            continue
        hint = "cột này không được đọc"
        if known.may_tell(column.heading, cells.cells):
            hint += "; nếu cột này nói ai có mặt, ai vắng thì đặt tên là “Có mặt” hoặc “Vắng”"
        if known.nominates:
            hint += "; nếu là dữ kiện của tiêu chuẩn thì khai tên cột trong facts của kế hoạch"
        yield replace(fault_at(spot, "unknown-column", message, hint), severity=Severity.NOTE)


def _no_marks(sheet: Sheet, layout: Layout, column: Column) -> Diagnostic:
    """Return the question about a column headed by an award of which nobody knows whom it marks."""
    message = f"cột “{column.heading[:60]}” không đọc được: chưa rõ dòng nào được đề nghị"
    hint = "ghi x vào ô của người, tập thể được đề nghị; để trống các ô khác"
    fault = fault_at(sheet.spot(layout.header, column.at), "unknown-column", message, hint)
    return replace(fault, severity=Severity.WARNING)


def _no_units(spot: Spot, column: Column, *, needed: bool) -> Diagnostic:
    """Return the question about a column headed by a kind of unit whose cells are not known to be units."""
    message = f"cột “{column.heading[:60]}” không được đọc là đơn vị"
    hint = "nếu là đơn vị thì đổi tên cột thành “Đơn vị”"
    if needed:
        message += ": các ô không phải tên trong danh sách đơn vị"
        hint += ", và ghi tên như trong danh sách đơn vị"
    fault = fault_at(spot, "unknown-column", message, hint)
    return fault if needed else replace(fault, severity=Severity.NOTE)


def missing(sheet: Sheet, layout: Layout, below: Sequence[Below], known: Known) -> Iterator[Diagnostic]:
    """Yield the columns that no list of this kind may lack; that of awards may stand there without a heading."""
    lacking = [f"“{known.title(field)}”" for field in known.lacking(layout.held)]
    if not lacking:
        return
    message = f"danh sách thiếu cột {listing(lacking, 'và')}"
    at = min((one.at for one in layout.columns if one.heading), default=0)
    hint = "thêm cột vào hàng tiêu đề này, hoặc sửa tên cột gõ sai"
    unheaded = [one.at for one, cells in _unread(layout, below) if not one.heading and cells.mostly(names_award)]
    if unheaded and "award" not in layout.held:
        at, message = unheaded[0], f"{message}: cột này ghi tên hình thức mà không có tên cột"
        hint = f"là hình thức được đề nghị thì đặt tên cột là “{known.title('award')}”"
    yield fault_at(sheet.spot(layout.header, at), "column-missing", message, hint)
