"""The note of receipt (phiếu tiếp nhận hồ sơ): what a unit sent, when, how many by award, and what is missing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.awards import award_name
from thidua_cli.model.fields import subject_name
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, by_hand, frame
from thidua_cli.papers.contract import BLANK, Asked, Blanks, Document, LacksError, Missing
from thidua_cli.papers.dossiers.appraisal import (
    Appraisal,
    FaultGroup,
    appraised,
    contact,
    new_deadline,
    unit_stems,
)
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, issued, layout_in, own_facts
from thidua_cli.papers.people import by_level, subject_rank
from thidua_cli.papers.selection import asked_review, chosen
from thidua_cli.vietnamese.text import FEW, listing, upper_first

DOC = "receipt"
_BETWEEN_PARTS = re.compile(r"\s*[;,\n]\s*")


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that came: its name, the day (dots where nobody tells it), how many nominations it holds."""

    name: str
    received: str
    count: int


@dataclass(frozen=True, slots=True)
class AwardCounts:
    """One award, or the sum, with how many there are of each subject and together."""

    name: str
    counts: Sequence[int]
    total: int


@dataclass(frozen=True, slots=True)
class DossierPart:
    """A part of a dossier (tờ trình, báo cáo thành tích) and for how many nominations the list names it."""

    name: str
    count: int


@dataclass(frozen=True)
class Receipt(Frame):
    """A note of receipt; ``deadline`` and ``contact`` matter where there are faults."""

    movement: str
    unit: str
    files: Sequence[FileRow]
    subjects: Sequence[str]
    awards: Sequence[AwardCounts]
    total: AwardCounts
    dossier: Sequence[DossierPart]
    groups: Sequence[FaultGroup]
    count: int
    deadline: str
    contact: str
    more: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield a note to each unit that sent anything; nominations of no known unit, and faults of nobody, are notes."""
    entries = chosen(campaign, asked)
    by_unit: dict[str, list[Entry]] = {unit.name: [] for unit in campaign.all_units}
    for entry in entries:
        if entry.unit:
            by_unit[entry.unit.name].append(entry)
    by_unit = {unit: own for unit, own in by_unit.items() if own}
    homeless = [entry for entry in entries if entry.unit is None]
    if not by_unit:
        where = "ghi đơn vị ở cột Đơn vị của danh sách, theo tên trong units.yaml"
        raise LacksError(PAPER_NAMES[DOC], [Missing("đơn vị nộp hồ sơ", where)])
    found, blanks = appraised(campaign, asked), Blanks(asked.draft)
    notes = [_receipt(campaign, asked, unit, own, found, blanks) for unit, own in by_unit.items()]
    blanks.refuse(PAPER_NAMES[DOC])
    told = (*_told(homeless), *found.notes)
    for number, (stem, note) in enumerate(zip(unit_stems("tiep-nhan", list(by_unit)), notes, strict=True)):
        yield Document(stem, note, blanks.missing, () if number else told)


def _told(homeless: Sequence[Entry]) -> Iterator[str]:
    if homeless:
        names = listing([entry.who for entry in homeless], "và", most=FEW, others="đề nghị nữa")
        yield f"{len(homeless)} đề nghị chưa rõ đơn vị nên chưa ghi vào phiếu nào: {names}"


def _receipt(
    campaign: ResolvedCampaign, asked: Asked, unit: str, entries: Sequence[Entry], found: Appraisal, blanks: Blanks
) -> Receipt:
    which = Which(DOC, unit=unit, review=asked_review(campaign, asked))
    issuing, own = issued(campaign, which, "phieu_tiep_nhan"), own_facts(campaign, which)
    layout = layout_in(campaign, issuing, asked.day)
    groups = found.groups(unit)
    due = new_deadline(campaign, which, blanks) if groups else None
    subjects = sorted({entry.subject for entry in entries}, key=subject_rank)
    shared = frame(issuing, layout, f"Đề nghị khen thưởng {movement(campaign.plan)}")
    receiver = own.signers[0].name if own.signers else None
    signers = [by_hand("Người nộp hồ sơ"), by_hand("Người nhận hồ sơ", receiver or "")]
    return Receipt(
        **vars(replace(shared, signers=signers)),
        movement=movement(campaign.plan),
        unit=unit,
        files=_files(entries, unit, blanks),
        subjects=[_subject(subject) for subject in subjects],
        awards=list(_awards(campaign, entries, subjects)),
        total=_counts("Cộng", entries, subjects),
        dossier=_dossier(entries),
        groups=groups,
        count=sum(len(group.rows) for group in groups),
        deadline=f"ngày {due}" if due else BLANK,
        contact=contact(campaign, which, blanks) if groups else "",
        more=own.paragraphs,
        end_mark=layout.end_mark,
    )


def _files(entries: Sequence[Entry], unit: str, blanks: Blanks) -> list[FileRow]:
    rows: list[FileRow] = []
    for (file, received), count in Counter((one.origin.file, one.nomination.received) for one in entries).items():
        name = Path(file).name
        where = f"ghi cột Ngày nhận hồ sơ, hoặc received, trong {name}"
        day = blanks.text(str(received) if received else None, f"ngày nhận hồ sơ của {unit}", where)
        rows.append(FileRow(name, day, count))
    return rows


def _subject(subject: str | None) -> str:
    return upper_first(subject_name(subject)) if subject else "Chưa rõ đối tượng"


def _awards(
    campaign: ResolvedCampaign, entries: Sequence[Entry], subjects: Sequence[str | None]
) -> Iterator[AwardCounts]:
    for award in by_level(campaign.plan.awards):
        own = [entry for entry in entries if entry.award is award]
        if own:
            yield _counts(award_name(award), own, subjects)
    unclear = [entry for entry in entries if entry.award is None]
    if unclear:
        yield _counts("Chưa rõ hình thức khen thưởng", unclear, subjects)


def _counts(name: str, entries: Sequence[Entry], subjects: Sequence[str | None]) -> AwardCounts:
    return AwardCounts(name, [sum(one.subject == word for one in entries) for word in subjects], len(entries))


def _dossier(entries: Sequence[Entry]) -> list[DossierPart]:
    """Return what the lists say of the parts of dossiers, by their own words."""
    named: Counter[str] = Counter()
    for entry in entries:
        parts = _BETWEEN_PARTS.split("; ".join(entry.nomination.dossier))
        named.update(dict.fromkeys(upper_first(part) for part in parts if part).keys())
    return [DossierPart(name, count) for name, count in named.items()]
