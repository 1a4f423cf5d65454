"""What is wrong with what a unit sent: the findings of ``thidua check``, by unit, in the words of an office."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from thidua_cli.campaign.concerned import concerned, units_of_records
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.unit_names import unit_named
from thidua_cli.findings.about import RecordKey
from thidua_cli.findings.catalogue import Stage, rules
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.model.dates import PartialDate
from thidua_cli.papers.contract import Asked, Blanks
from thidua_cli.papers.own_facts import WHERE, Which, own_facts
from thidua_cli.papers.people import addressed
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.bodies import slug
from thidua_cli.vietnamese.text import a_few, upper_first

_TOLD = {Severity.ERROR: "Nội dung phải sửa", Severity.WARNING: "Nội dung cần xem lại, giải trình"}
"""The findings that a unit must act on, with the heads over them; notes are not sent."""
_OF_ALL = "Chung của đơn vị"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """One line of the table: of whom, what is not right and where it stands, by which rule, what to do."""

    number: int
    name: str
    what: str
    place: str
    basis: str
    remedy: str


@dataclass(frozen=True, slots=True)
class FaultGroup:
    """The faults that must be mended, or those that must be looked at again."""

    title: str
    rows: Sequence[Fault]


@dataclass(frozen=True, slots=True)
class Appraisal:
    """The findings of each unit, in the order of units; those of nobody are told to the officer alone.

    ``entries`` are the nominations by their keys, ``files`` the lists by the unit that sent them.
    """

    by_unit: dict[str, list[Diagnostic]]
    of_nobody: list[Diagnostic]
    entries: dict[RecordKey, Entry]
    files: dict[str, set[str]]

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell the officer of the findings that no unit can be held to."""
        if not self.of_nobody:
            return ()
        told = [f"{Path(one.file).name}: {one.message}" for one in self.of_nobody]
        some = a_few(told, _SHOWN, "chỗ khác", "; ")
        return (f"{len(told)} lỗi, cảnh báo không rõ của đơn vị nào nên không ghi cho ai: {some}",)

    def groups(self, unit: str) -> list[FaultGroup]:
        """Return the lines of the table of a unit: each finding once, what must be mended first."""
        groups: list[FaultGroup] = []
        number = 0
        for severity, title in _TOLD.items():
            rows: list[Fault] = []
            for finding in self.by_unit.get(unit, ()):
                if finding.severity is severity:
                    number += 1
                    rows.append(self._fault(number, finding, unit))
            if rows:
                groups.append(FaultGroup(title, rows))
        return groups

    def _fault(self, number: int, finding: Diagnostic, unit: str) -> Fault:
        own = finding.file in self.files.get(unit, ()) and rules()[finding.code].scope == "entry"
        return Fault(
            number=number,
            name=_whose(finding, unit, self.entries),
            what=upper_first(finding.message),
            place=_place(finding) if own else "",
            basis=upper_first(finding.basis),
            remedy=upper_first(finding.hint),
        )


def appraised(campaign: ResolvedCampaign, asked: Asked) -> Appraisal:
    """Return what the check found, by the units that are asked for: the same as ``thidua check --unit`` shows."""
    names = [unit.name for unit in campaign.all_units]
    wanted = [unit_named(asked.unit, campaign.all_units)] if asked.unit else names
    units, known = units_of_records(campaign.entries, campaign.units), set(names)
    by_unit: dict[str, list[Diagnostic]] = {}
    of_nobody: list[Diagnostic] = []
    for finding in _of_lists(_narrowed(campaign, asked)):
        whom = concerned(finding, units) & known
        if not whom:
            of_nobody.append(finding)
        for name in whom:
            by_unit.setdefault(name, []).append(finding)
    files: dict[str, set[str]] = {}
    for entry in campaign.entries:
        if entry.unit:
            files.setdefault(entry.unit.name, set()).add(entry.origin.file)
    told = {name: by_unit[name] for name in wanted if name in by_unit}
    return Appraisal(told, of_nobody, {entry.origin.key: entry for entry in campaign.entries}, files)


def _narrowed(campaign: ResolvedCampaign, asked: Asked) -> Iterable[Diagnostic]:
    """Return the findings; where awards, reviews or people are asked for, those that name their nominations."""
    if not (asked.award or asked.occasion or asked.year is not None or asked.only):
        return asked.findings
    keys = {entry.origin.key for entry in chosen(campaign, asked)}
    return [finding for finding in asked.findings if keys.intersection(finding.records)]


def _of_lists(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return errors and warnings on what units send: not those on the officer's own plan, on votes, decisions, book."""
    told = [(one, rules()[one.code]) for one in findings if one.severity in _TOLD]
    return [one for one, rule in told if rule.sent and rule.stage is not Stage.PLAN]


def _whose(finding: Diagnostic, unit: str, entries: dict[RecordKey, Entry]) -> str:
    """Return the name as other papers print it; of somebody of another unit, with that unit."""
    about = finding.about
    if rules()[finding.code].scope == "list" or about.unit or about.units:
        return _OF_ALL
    entry = entries.get(about.record) if about.record else None
    if entry is None:
        return about.told or _OF_ALL
    name = addressed(entry.nomination)
    return name if entry.unit_name in (unit, entry.nomination.name) else f"{name} ({entry.unit_name})"


def _place(finding: Diagnostic) -> str:
    """Return where it stands in the list that the unit sent: ``phong-a.xlsx, trang Đề cử, ô E14``."""
    parts = [_file_name(finding.file)]
    if finding.sheet:
        parts.append(f"trang {finding.sheet}")
    if finding.cell:
        parts.append(f"ô {finding.cell}")
    elif finding.line:
        parts.append(f"dòng {finding.line}")
    return ", ".join(parts)


@lru_cache(maxsize=64)  # the findings of a list stand together
def _file_name(file: str) -> str:
    return Path(file).name


def new_deadline(campaign: ResolvedCampaign, which: Which, blanks: Blanks) -> PartialDate | None:
    """Return the day by which a dossier must be back; None, and told as missing, where nobody says."""
    due = own_facts(campaign, which).deadline
    if due is None:
        blanks.lacks("hạn gửi lại hồ sơ", f"ghi deadline ở mục doc: {which.doc} của {WHERE}")
    return due


def contact(campaign: ResolvedCampaign, which: Which, blanks: Blanks) -> str:
    """Return whom to ask: as the paper says, else the office."""
    office = campaign.facts.office
    said = own_facts(campaign, which).contact or (office.value.contact if office else None)
    return blanks.text(said, "người liên hệ", f"ghi contact ở mục doc: {which.doc} của {WHERE}, hoặc trong thidua.yaml")


def unit_stems(prefix: str, units: Sequence[str]) -> list[str]:
    """Return the names of the files of units, no two alike: names may differ in their accents alone."""
    seen: Counter[str] = Counter()
    stems: list[str] = []
    for unit in units:
        stem = f"{prefix}-{slug(unit)}"
        seen[stem] += 1
        stems.append(f"{stem}--{seen[stem]}" if seen[stem] > 1 else stem)
    return stems
