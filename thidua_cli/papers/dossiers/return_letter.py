"""The letter that sends dossiers back (công văn trả hồ sơ): one to each unit with findings, all of them at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.plan import Recipient
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, frame, reference
from thidua_cli.papers.contract import BLANK, Asked, Blanks, Document, LacksError, Missing
from thidua_cli.papers.dossiers.appraisal import Appraisal, FaultGroup, appraised, contact, new_deadline, unit_stems
from thidua_cli.papers.issuing import of_plan
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, issued, layout_in, own_facts
from thidua_cli.papers.selection import asked_review

DOC = "return"
_ADDRESSEE = Recipient(to=["Như trên"])


@dataclass(frozen=True)
class ReturnLetter(Frame):
    """A letter. ``count`` is how many faults it tells, ``deadline`` is printed behind ``trước``."""

    addressees: Sequence[str]
    plan_reference: str
    movement: str
    unit: str
    groups: Sequence[FaultGroup]
    count: int
    deadline: str
    contact: str
    more: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield a letter to each unit of which the check found anything; what no unit can be held to is a note."""
    found = appraised(campaign, asked)
    blanks = Blanks(asked.draft)
    if not found.by_unit:
        said = "; ".join(("không đơn vị nào có lỗi, cảnh báo nên không phải trả hồ sơ", *found.notes))
        raise LacksError(PAPER_NAMES[DOC], [Missing("đơn vị có hồ sơ phải trả", said)])
    letters = [_letter(campaign, asked, unit, found, blanks) for unit in found.by_unit]
    blanks.refuse(PAPER_NAMES[DOC])
    for number, (stem, letter) in enumerate(zip(unit_stems("tra-ho-so", list(found.by_unit)), letters, strict=True)):
        yield Document(stem, letter, blanks.missing, () if number else found.notes)


def _letter(campaign: ResolvedCampaign, asked: Asked, unit: str, found: Appraisal, blanks: Blanks) -> ReturnLetter:
    which = Which(DOC, unit=unit, review=asked_review(campaign, asked))
    issuing, own, plan = issued(campaign, which, "cong_van"), own_facts(campaign, which), campaign.plan
    if not own.unit:
        issuing = replace(issuing, number=None)  # a number is that of one letter: it is told beside the unit
    if not issuing.recipients:
        issuing = replace(issuing, recipients=[_ADDRESSEE])
    layout = layout_in(campaign, issuing, asked.day)
    due = new_deadline(campaign, which, blanks)
    groups = found.groups(unit)
    return ReturnLetter(
        **vars(frame(issuing, layout, f"Trả hồ sơ đề nghị khen thưởng {movement(plan)}")),
        addressees=own.to if own.unit and own.to else [unit],
        plan_reference=reference(of_plan(plan), layout),
        movement=movement(plan),
        unit=unit,
        groups=groups,
        count=sum(len(group.rows) for group in groups),
        deadline=f"ngày {due}" if due else BLANK,
        contact=contact(campaign, which, blanks),
        more=own.paragraphs,
        end_mark=layout.end_mark,
    )
