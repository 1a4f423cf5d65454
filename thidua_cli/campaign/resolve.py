"""What the words of a nomination mean in this campaign: award, subject, unit, group, occasion, phase, year.

What is not understood has a finding and stays None: a wrong guess would be counted, an open question is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias, TypeVar

from thidua_cli.campaign.award_names import AwardNames, groups_of, subjects_of
from thidua_cli.campaign.closed_words import Words
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.said_above import once_of_each_line
from thidua_cli.campaign.unit_names import UnitNames, shared_names
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.law.award_spellings import years_in
from thidua_cli.law.dated import may_block
from thidua_cli.law.instruments import instruments
from thidua_cli.law.movements import accepts
from thidua_cli.law.regimes import regime
from thidua_cli.lists.column_layout import MARK, UNREAD_AWARD
from thidua_cli.lists.subject_names import REMEDIES, name_unlike
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.fields import GROUPS, SUBJECTS, subject_name
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.terms import GROUP_SPELLINGS, SUBJECT_SPELLINGS
from thidua_cli.model.unit import Unit
from thidua_cli.reading.origin import Origin, Record
from thidua_cli.reading.tables.table import Sheet, TableRow
from thidua_cli.vietnamese.dates import padded
from thidua_cli.vietnamese.text import listing

Inferred = TypeVar("Inferred")
Unfit = tuple[str, str, str, Severity | None]
"""Message, hint, basis and severity."""


_Said: TypeAlias = tuple[str | int | None, ...]


@dataclass
class Resolved:
    """The entries of a campaign, and what could not be understood in them."""

    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def resolve(
    nominations: Sequence[Record[Nomination]],
    units: Sequence[Record[Unit]] | None,
    context: DatedPlan,
    *,
    units_doubted: bool = False,
) -> Resolved:
    """Return the entry of each nomination, in their order; ``units_doubted`` when the list of units has faults."""
    resolver = _Resolver(context, units, units_doubted=units_doubted)
    for record in nominations:
        resolver.take(record.value, record.origin)
    resolver.findings = once_of_each_line(resolver.findings, resolver.entries)
    resolver.findings += (*resolver.units.alike(), *shared_names(units))
    return Resolved(resolver.entries, resolver.findings)


class _Resolver:
    """Each distinct word is looked up once, and nominations that say the same in all words are resolved once."""

    def __init__(self, context: DatedPlan, units: Sequence[Record[Unit]] | None, *, units_doubted: bool) -> None:
        plan = context.plan
        self.day, self.dated = context.closing, context
        self.entries: list[Entry] = []
        self.findings: list[Finding] = []
        self.awards = AwardNames(plan)
        self.units = UnitNames(units, doubted=units_doubted)
        asked, groups = self.awards.all_subjects, groups_of(plan.awards)
        self.subjects = Words("đối tượng", "wrong-subject", SUBJECTS, asked, spellings=SUBJECT_SPELLINGS)
        self.groups = Words("nhóm", "unknown-group", GROUPS, groups, spellings=GROUP_SPELLINGS, closed=bool(groups))
        occasions, phases = plan.campaign.occasions, plan.campaign.phases
        self.occasions = Words("kỳ", "unknown-occasion", {one.id: one.name for one in occasions})
        self.phases = Words("giai đoạn", "unknown-phase", {one.id: one.name for one in phases})
        self.only_occasion = occasions[0].id if len(occasions) == 1 else None
        self.only_phase = phases[0].id if len(phases) == 1 else None
        self.merit_years = years = context.merit_years
        once = {one.id: one.date.year for one in occasions if one.date and not one.every}
        # A review held after the end of a campaign of several years tells of none of them.
        self.years = {occasion: year for occasion, year in once.items() if year in years}
        # A campaign that ends with an event is not known to be of one year.
        self.only_year = years[0] if len(years) == 1 and context.end else None
        self._fits: dict[tuple[str, str], Unfit | None] = {}
        self._alike: dict[_Said, Entry] = {}
        self._odd: dict[Sheet, set[int]] = {}

    def take(self, nomination: Nomination, origin: Origin) -> None:
        """Resolve one nomination; one that lists several awards is several."""
        parts = self.awards.parts(nomination.award) if nomination.award else ()
        if len(parts) < 2:
            self._take(nomination, origin)
            return
        known = len(self.findings)
        for award in parts:
            self._take(nomination.model_copy(update={"award": award}), origin)
        self.findings[known:] = dict.fromkeys(self.findings[known:])  # what is said of the nominee, once

    def _take(self, nomination: Nomination, origin: Origin) -> None:
        said, odd = _said(nomination), self._is_odd(origin)
        before = self._alike.get(said)
        if before and not odd:
            self._enter(before.of(nomination, origin))
            return
        entry, told = Entry(nomination, origin), len(self.findings)
        self._resolve(entry)
        # What is asked is asked of each; and what is not said may be known from the name, or the place.
        if nomination.award and nomination.unit and len(self.findings) == told and not odd:
            self._alike[said] = replace(entry)
        self._enter(entry)

    def _is_odd(self, origin: Origin) -> bool:
        """Tell whether a row has cells that were told, or stands under such a line: what is blank may be typed."""
        if not isinstance(origin, TableRow):
            return False
        sheet = origin.sheet
        if sheet not in self._odd:
            self._odd[sheet] = {row for row, _ in (*sheet.refused, *sheet.unread)}
        rows = self._odd[sheet]
        return bool(rows) and (origin.row in rows or any(row in rows for row, _ in origin.said.values()))

    def _enter(self, entry: Entry) -> None:
        """Take an entry; where its name is of another kind than its subject, nobody knows which of them is right."""
        self.entries.append(entry)
        name, subject = entry.nomination.name, entry.subject
        kind = name_unlike(name, subject) if subject else None
        if subject and kind and (subject == "individual" or not self.units.listed(name)):
            place = "subject" if entry.nomination.subject else "name"
            message = f"đối tượng là {subject_name(subject)}, mà “{name}” là tên {kind}"
            self.findings.append(entry.finding("subject-unlike-name", place, message, REMEDIES[subject]))
            entry.subject = None

    def _resolve(self, entry: Entry) -> None:
        nomination = entry.nomination
        if nomination.unit:
            entry.unit = self.units.find(nomination.unit, entry, self.findings)
        if nomination.subject:
            entry.subject = self._word(self.subjects, nomination.subject, entry, "subject")
        self._award(entry)
        if entry.award and not nomination.subject and entry.subject is None:
            entry.subject = self._subject_unsaid(entry)
        if entry.award and entry.subject:
            self._fit(entry, entry.award, entry.subject)
        if not nomination.unit and entry.subject and entry.subject != "individual":
            entry.unit = _unless_typed(entry, "unit", self.units.listed(nomination.name))
        self._when(entry)
        if nomination.group:
            entry.group = self._word(self.groups, nomination.group, entry, "group")

    def _when(self, entry: Entry) -> None:
        said = entry.nomination
        entry.occasion = _unless_typed(entry, "occasion", self.only_occasion)
        if said.occasion:
            entry.occasion = self._word(self.occasions, said.occasion, entry, "occasion")
        entry.phase = _unless_typed(entry, "phase", self.only_phase)
        if said.phase:
            entry.phase = self._word(self.phases, said.phase, entry, "phase")
        inferred = self.only_year or self.years.get(entry.occasion or "")
        # A title is asked for in a year: "LĐTT năm 2025" is of 2025, whatever year the campaign is of.
        beside = years_in(said.award or "")
        if beside and not set(beside).intersection(self.merit_years):
            inferred = max(beside)
        entry.year = _unless_typed(entry, "year", inferred) if said.year is None else said.year
        unread = said.year is None and entry.origin.left_unread("year")
        entry.perhaps_outside = unread or (entry.year is not None and self.dated.is_outside(entry.year))

    def _word(self, words: Words, typed: str, entry: Entry, name: str) -> str | None:
        meaning, problem = words.find(typed)
        if problem:
            self.findings.append(entry.finding(words.code, name, *problem))
        return meaning

    def _award(self, entry: Entry) -> None:
        """Find the award that the nominee is put forward for; else those that it may be, and ask."""
        if entry.nomination.award:
            found = self.awards.find(entry.nomination.award, entry.subject)
            meant, understood = found.awards, found.problem is None
            if found.problem:
                self.findings.append(entry.finding("unknown-award", "award", *found.problem))
            elif not entry.nomination.subject:
                entry.subject = _unless_typed(entry, "subject", found.subject)
        else:
            meant = self.awards.of_subject(entry.subject)
            understood = bool(entry.subject) or not entry.nomination.subject
        if understood and len(meant) == 1 and not _left_open(entry):
            entry.award = meant[0]
            return
        entry.possible_awards = [award for award in meant if self.awards.may_be_for(award, entry.subject)]
        # That a column lacks is told where it is needed; that the plan has nothing for such nominees is told here.
        if understood and (not meant or not _told_already(entry)):
            self.findings.append(_unsaid(entry, meant))

    def _subject_unsaid(self, entry: Entry) -> str | None:
        assert entry.award
        if entry.origin.left_unread("subject"):
            return None  # it is told already; not even the only subject is meant
        possible = self.awards.subjects[entry.award.id]
        if len(possible) == 1:
            return next(iter(possible))
        names = listing(map(subject_name, possible), "hoặc")
        hint = f"thêm cột “Đối tượng”, ghi {names}; hoặc để mỗi đối tượng một trang, một mục riêng"
        self.findings.append(entry.finding("subject-missing", "subject", "chưa rõ đề nghị cho đối tượng nào", hint))
        return None

    def _fit(self, entry: Entry, award: PlanAward, subject: str) -> None:
        key = award.id, subject
        if key not in self._fits:
            self._fits[key] = _unfit(award, subject, self.day)
        if unfit := self._fits[key]:
            place = "subject" if entry.nomination.subject else "award"
            self.findings.append(entry.finding("wrong-subject", place, *unfit))
            if unfit[-1] is None:
                entry.award = None  # nothing more can be told of it, as an award for him; nor is another meant


def _said(nomination: Nomination) -> _Said:
    """Return the words of a nomination that are resolved."""
    return (
        nomination.award,
        nomination.subject,
        nomination.unit,
        nomination.group,
        nomination.occasion,
        nomination.phase,
        nomination.year,
    )


def _unsaid(entry: Entry, meant: Sequence[PlanAward]) -> Finding:
    """Return the question for the award of a nominee, or that the plan has none for him."""
    if meant:
        names = listing((f"“{award_name(one)}”" for one in meant), "hoặc")
        return entry.finding("award-missing", "award", "chưa ghi hình thức đề nghị", f"ghi {names}")
    assert entry.subject
    message = f"kế hoạch không có hình thức khen thưởng nào cho {subject_name(entry.subject)}"
    return entry.finding("wrong-subject", "subject", message, "sửa đối tượng, hoặc bổ sung hình thức vào kế hoạch")


def _unfit(award: PlanAward, subject: str, day: date) -> Unfit | None:
    """Return why an award is not for a subject."""
    form, name = law_award(award.form), award_name(award)
    if not accepts(form, subject):
        whom = listing(map(subject_name, form.subjects))
        message = f"{form.name} không tặng cho {subject_name(subject)}"
        hint = f"chỉ tặng cho {whom}: chọn hình thức khác hoặc sửa đối tượng"
        source = instruments()[form.citation.split()[0]]
        basis = f"{form.cited}, từ ngày {padded(source.start)}" if source.start else form.cited
        ruling = regime(day)
        sure = may_block(form.confidence) and source.in_force(day) and ruling is not None and ruling.reviewed
        return message, hint, basis, None if sure else Severity.WARNING
    planned = subjects_of(award)
    if planned and subject not in planned:
        whom = listing(map(subject_name, planned))
        message = f"kế hoạch không có {name} cho {subject_name(subject)}"
        return message, f"kế hoạch chỉ có cho {whom}: sửa đối tượng hoặc hình thức đề nghị", "", None
    return None


def _told_already(entry: Entry) -> bool:
    """Tell whether reading found that the award has no column, or a cell that is not read: a fault of its own."""
    if not isinstance(entry.origin, TableRow):
        return False
    return "award" not in entry.origin.columns or entry.origin.left_unread("award")


def _unless_typed(entry: Entry, field: str, inferred: Inferred | None) -> Inferred | None:
    """Return what is known of a field that is blank; nothing where it is filled with what was told: it may say else."""
    return None if inferred is None or entry.origin.left_unread(field) else inferred


def _left_open(entry: Entry) -> bool:
    """Tell whether a list has a place for the award in which none was read: not even the only award is meant then."""
    if entry.nomination.award or not isinstance(entry.origin, TableRow):
        return False
    columns = entry.origin.columns
    return MARK in columns or UNREAD_AWARD in columns or entry.origin.left_unread("award")
