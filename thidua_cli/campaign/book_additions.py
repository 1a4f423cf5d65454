"""Which nominations a decision gives their award to: those without a fault, or those that are named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.register_lines import Line, corrected
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.catalogue import rules
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.findings.reporters.as_text import place
from thidua_cli.law.decider_names import same_decider, says_no_more
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.fields import group_name, subject_name
from thidua_cli.model.nomination import TYPE_OF_AWARD
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.terms import GENDERS
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.emphasis import unmarked
from thidua_cli.vietnamese.id_numbers import id_keys, same_number
from thidua_cli.vietnamese.sameness import decision_key, same_name, unit_key
from thidua_cli.vietnamese.text import clean, fold, listing, nearest

_SIGNS = "=+-@•*–— "
_OF_AWARD = re.compile(r"awards\[(\d+)\]")


def awards_decided(context: ResolvedCampaign, award: str | None, decided_by: str) -> list[PlanAward]:
    """Return the awards of the plan that a decision is about: the one named, else those of its decider."""
    planned, names = context.plan.awards, context.award_names
    choices = ", ".join(f"{one.id} ({award_name(one)})" for one in planned)
    of_decider = names.of_decider(decided_by)
    if award:
        meant = names.fitting(award)
        found = [one for one in meant if one in of_decider] if len(meant) > 1 else meant
        said = f"“{award}” chưa rõ là hình thức nào trong kế hoạch" if meant else ""
        said = said if len(found) != 1 else ""
        found = [] if said else found
    else:
        found = of_decider or (list(planned) if len(planned) == 1 else [])
        said = f"không rõ {decided_by} quyết định hình thức nào"
    if not found:
        raise ThiduaError(said or f"kế hoạch không có hình thức “{award}”", f"thêm --award với một trong: {choices}")
    for one in found:
        _refuse_other_decider(names, one, decided_by)
    return found


def decider_of(awards: Sequence[PlanAward], typed: str) -> str:
    """Return who decides awards: as the plan writes him, for all papers print it so, unless ``typed`` tells more."""
    planned = {award.decided_by for award in awards}
    if len(planned) > 1:
        return typed
    told = planned.pop()
    return told if told and says_no_more(typed, told) else typed


def _refuse_other_decider(names: AwardNames, award: PlanAward, decided_by: str) -> None:
    """Raise `ThiduaError` where the plan gives an award to somebody else to decide; the book is not to say else."""
    if planned := names.other_decider(award, decided_by):
        message = f"theo kế hoạch, {award_name(award)} do {planned} quyết định, không phải {decided_by}"
        mend = f"nếu {decided_by} quyết định thật thì sửa decided_by của {award.id} trong kế hoạch rồi ghi lại"
        raise ThiduaError(message, f"xem lại --by và --award; {mend}")


def results(
    context: ResolvedCampaign,
    findings: Sequence[Diagnostic],
    awards: Sequence[PlanAward],
    year: int | None,
    only: Sequence[str],
) -> tuple[list[Entry], list[Entry]]:
    """Return the nominations for ``awards`` in ``year`` that are clean, and those that are left; or those of ``only``.

    Left are those with faults, and those that may be for one of the awards.

    A fault that stands against no nominee (a file) stands against all, so does one of the whole list (a quota: nobody
    knows who of the too many must go): then nobody is clean. What is wrong with another award of the plan is not.
    """
    ids = {award.id for award in awards}
    entries = [one for one in context.entries if one.award and one.award.id in ids and year in (None, one.year)]
    years = {one.year for one in entries}
    if len(years) > 1:
        told = listing((str(one or "không ghi năm") for one in sorted(years, key=str)), "và")
        raise ThiduaError(f"có đề nghị của nhiều năm: {told}", "thêm --year để chọn một năm")
    if only:
        return list(dict.fromkeys(named(name, entries) for name in only)), []
    errors = [found for found in findings if found.severity is Severity.ERROR]
    nominees = {entry.origin.key for entry in context.entries}
    general = [one for one in errors if one.about.record not in nominees or rules()[one.code].scope == "list"]
    general = [one for one in general if _award_of(one, context) in ("", *ids)]
    if general:
        message = f"phong trào còn {len(general)} lỗi chung, lỗi đầu ở {place(general[0])}: {general[0].message}"
        raise ThiduaError(message, "xem bằng lệnh thidua check rồi sửa; hoặc kể tên người được tặng bằng --only")
    bad = {found.about.record for found in errors}
    clean = [one for one in entries if one.origin.key not in bad]
    open_ones = [one for one in context.entries if not one.award and ids.intersection(may.id for may in one.awards)]
    return clean, [one for one in entries if one.origin.key in bad] + open_ones


def _award_of(fault: Diagnostic, context: ResolvedCampaign) -> str:
    """Return the id of the award that a fault speaks of alone; empty where it concerns all."""
    in_plan = _OF_AWARD.match(fault.path)
    return context.plan.awards[int(in_plan[1])].id if in_plan else fault.about.award


def named(name: str, entries: Sequence[Entry]) -> Entry:
    """Return the one nomination that an id or a name means, alone or with its unit; else raise `ThiduaError`."""
    exact, bare = unit_key(name), fold(name)
    found = [one for one in entries if one.nomination.id and fold(one.nomination.id) == bare]
    found = found or [one for one in entries if unit_key(one.who) == exact]
    found = found or [one for one in entries if fold(one.who) == bare]
    found = found or [one for one in entries if same_name(one.nomination.name, name)]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"có {len(found)} đề nghị mang tên {name}"
        raise ThiduaError(message, f"ghi cả đơn vị: {listing(f'“{one.who}”' for one in found)}")
    near = nearest(name, [one.nomination.name for one in entries])
    hint = f"có phải “{near}”?" if near else "xem tên, mã trong danh sách: thidua check --show-lists"
    raise ThiduaError(f"không có đề nghị nào mang tên hay mã {name}", hint)


@dataclass(frozen=True, slots=True)
class Booking:
    """What the lines of one decision share; ``first`` is the number in the book (số sổ vàng) of the first of them."""

    decision: str
    day: date
    by: str
    year: int | None
    campaign: str
    corrects: str | None = None
    first: int | None = None

    def lines(self, entries: Sequence[Entry]) -> list[RegisterEntry]:
        """Return the lines of the nominations that the decision gives their award to, in the order of its list."""
        return [self._line(entry, place) for place, entry in enumerate(entries)]

    def _line(self, entry: Entry, place: int) -> RegisterEntry:
        assert entry.award is not None
        own, day = entry.nomination, self.day
        return RegisterEntry(
            name=own_name(own.name),
            id_number=own.id_number,
            subject=subject_name(entry.subject) if entry.subject else None,
            gender=GENDERS[entry.sex] if entry.sex else None,
            position=_cell(own.position),
            group=group_name(entry.group) if entry.group else None,
            unit=entry.unit_name or None,
            award=entry.award.form,
            achievement=_cell(own.achievement),
            type_of_award=_cell(own.facts.get(TYPE_OF_AWARD)),
            year=self.year or entry.year or day.year,
            decision=self.decision,
            date=PartialDate(day.year, day.month, day.day),
            decided_by=self.by,
            book_number=None if self.first is None else str(self.first + place),
            campaign=self.campaign,
            nomination=_cell(own.id),
            corrects=self.corrects,
        )


def _cell(text: str | None) -> str | None:
    """Return a text as a cell of the book holds it: one line, without a sign before it that begins a formula."""
    return clean(unmarked(text or "")).lstrip(_SIGNS) or None


def refuse_doubles(new: Sequence[RegisterEntry], book: Sequence[Line], corrects: str | None) -> None:
    """Raise `ThiduaError` when the book has one of the lines, or the number with another day, or not what is corrected.

    Numbers begin anew each year, and each who decides has his own; one campaign has a number once.
    """
    old = [line for line in book if _may_be_one(line.value, new[0])]
    double = [one.name for one in new if any(_same(one, line.value) for line in old)]
    if double:
        message = f"sổ đã có Quyết định số {new[0].decision} cho {listing(double[:3], 'và')}"
        raise ThiduaError(message, "không ghi hai lần; nếu là quyết định đính chính thì dùng --corrects")
    other = next((line for line in old if _is_another(line.value, new[0])), None)
    if other:
        said = f"sổ đã có Quyết định số {new[0].decision} ngày {other.value.date} ({place(other.origin.spot('date'))})"
        hint = "chưa ghi gì; mỗi số chỉ có một quyết định: xem lại số, ngày, hoặc sửa dòng ấy của sổ"
        raise ThiduaError(f"{said}, --date ghi {new[0].date}", hint)
    if corrects is None:
        return
    wrong = [line for line in book if decision_key(line.value.decision) == decision_key(corrects)]
    unclear = [one.name for one in new if corrected(one, wrong) is None]
    if unclear:
        said = "không rõ đính chính dòng nào cho" if wrong else "không có trong sổ, không đính chính được cho"
        message = f"Quyết định số {corrects} {said} {listing(unclear[:3], 'và')}"
        raise ThiduaError(message, "ghi đúng số quyết định cũ; kể tên từng người bằng --only")


def _may_be_one(old: RegisterEntry, new: RegisterEntry) -> bool:
    """Tell whether two lines have one number of a decision, of one year as far as that is told, or of one campaign."""
    if decision_key(old.decision) != decision_key(new.decision):
        return False
    years = {one.date.year for one in (old, new) if one.date}
    return len(years) < 2 or (old.campaign is not None and fold(old.campaign) == fold(new.campaign or ""))


def _is_another(old: RegisterEntry, new: RegisterEntry) -> bool:
    """Tell whether two decisions of one number have two days; in a common book it may be that of another office."""
    if not (old.date and new.date and old.decided_by and new.decided_by):
        return False
    apart = old.date.last < new.date.first or new.date.last < old.date.first
    return apart and same_decider(old.decided_by, new.decided_by)


def _same(new: RegisterEntry, old: RegisterEntry) -> bool:
    if new.award != old.award:
        return False
    if id_keys(new.id_number) and id_keys(old.id_number):
        return same_number(new.id_number, old.id_number)
    return same_name(new.name, old.name) and unit_key(new.unit or "") == unit_key(old.unit or "")
