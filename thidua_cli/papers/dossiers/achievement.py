"""The report on achievements (báo cáo thành tích): a form for its author, with all that the campaign knows of him."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.course import review_of
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import history
from thidua_cli.campaign.plan_of_lists import facts_of
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.awards import award_name
from thidua_cli.model.nomination import LAW_FACTS
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Frame, SignatureBlock, by_hand, frame, signature
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.dossiers.achievement_forms import Form, about, form_of, merit
from thidua_cli.papers.dossiers.earlier_awards import EarlierAward, earlier_awards
from thidua_cli.papers.dossiers.unit_issuing import issued_by_unit
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, layout_in, own_facts
from thidua_cli.papers.people import addressed, position_of
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.bodies import slug
from thidua_cli.vietnamese.text import upper_first

DOC = "achievement"
_SEALED = "(Ký, đóng dấu, ghi rõ họ tên)"

Lines = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One earlier award as the tables of the form print it."""

    year: str
    name: str
    decision: str


@dataclass(frozen=True)
class Achievement(Frame):
    """A report on one nominee.

    ``first`` and ``duty`` are headings of the form of his kind, ``speaker`` is who reports: the author, or the body.
    ``of_movement``: achievements of this movement only. ``about`` and ``merit`` are lines with their labels, empty
    where the author fills them in; ``doubt`` says why the award book was not taken.
    """

    first: str
    duty: str
    speaker: str
    of_movement: bool
    movement: str
    name: str
    position: str
    about: Lines
    achievement: str
    merit: Lines
    targets: Sequence[str]
    titles: Sequence[HeldRow]
    forms_held: Sequence[HeldRow]
    doubt: str
    award: str
    paragraphs: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield a report for each nomination that is asked for."""
    taken: dict[str, int] = {}
    for entry in chosen(campaign, asked):
        stem = f"bao-cao-thanh-tich-{slug(own_name(entry.nomination.name))}"
        taken[stem] = taken.get(stem, 0) + 1
        again = f"-{taken[stem]}" if taken[stem] > 1 else ""
        yield _document(campaign, asked, entry, f"{stem}{again}")


def _document(campaign: ResolvedCampaign, asked: Asked, entry: Entry, stem: str) -> Document:
    plan, own, blanks = campaign.plan, entry.nomination, Blanks(asked.draft)
    award = blanks.text(
        award_name(entry.award) if entry.award else None,
        f"hình thức đề nghị cho {entry.who}",
        "xem bằng lệnh thidua check rồi sửa danh sách",
    )
    if entry.subject is None:
        blanks.lacks(f"đối tượng của {entry.who}", "ghi subject (Đối tượng) trong danh sách")
    blanks.refuse(PAPER_NAMES[DOC])
    form = form_of(entry.subject)
    unit = entry.unit_name if form.of_unit else own.name
    which = Which(DOC, entry.award.id if entry.award else None, entry.unit_name or None, review_of(entry))
    issuing = issued_by_unit(campaign, which, "bao_cao", unit)
    if not form.of_unit and entry.unit_name not in ("", unit):
        issuing = replace(issuing, issuer=issuing.issuer.model_copy(update={"superior": entry.unit_name}))
    layout = layout_in(campaign, issuing, asked.day)
    head = signature(issuing.signers[0], layout)
    paper = frame(replace(issuing, recipients=(), archive=()), layout, f"Đề nghị tặng {award}")
    if not form.numbered:
        paper = replace(paper, letterhead=replace(paper.letterhead, number=""))
    earlier = earlier_awards(entry, campaign)
    report = Achievement(
        **{**vars(paper), "signers": _signers(form, entry, head)},
        first=form.first,
        duty=form.duty,
        speaker=form.author or issuing.issuer.name,
        of_movement=plan.campaign.mode != "regular",
        movement=movement(plan),
        name=addressed(own),
        position=position_of(entry),
        about=about(entry, form),
        achievement=own.achievement or "",
        merit=merit(entry, form, _own_facts(entry, campaign, blanks)),
        targets=[] if form.of_unit else [one.text.rstrip(".;") for one in plan.targets],
        titles=[_row(one) for one in earlier if one.is_title],
        forms_held=[_row(one) for one in earlier if not one.is_title],
        doubt=_doubt(entry, campaign),
        award=award,
        paragraphs=own_facts(campaign, which).paragraphs,
        end_mark=layout.end_mark,
    )
    return Document(stem, report, blanks.missing, blanks.notes)


def _signers(form: Form, entry: Entry, head: SignatureBlock) -> list[SignatureBlock]:
    """Return who signs, from the left: a head confirms the report of his man, the superior that of a body."""
    if form.signer:
        name = own_name(entry.nomination.name) if entry.subject == "individual" else ""
        return [replace(head, organisation="Xác nhận của đơn vị", note=_SEALED), by_hand(form.signer, name)]
    superior = SignatureBlock("", (), "Xác nhận của cấp trên trực tiếp", "", _SEALED)
    return [superior, replace(head, note=_SEALED)]


def _own_facts(entry: Entry, campaign: ResolvedCampaign, blanks: Blanks) -> dict[str, str]:
    """Return what only the plan asks for, each under its title; a fact that has none is told."""
    titles = {**facts_of(campaign.plan), **LAW_FACTS}
    found: dict[str, str] = {}
    for key, value in entry.nomination.facts.items():
        if key not in {**campaign.plan.facts, **LAW_FACTS}:
            blanks.doubt(f"dữ kiện {key} chưa có tên tiếng Việt để in: ghi facts: {{{key}: …}} trong plan.yaml")
        found[upper_first(titles.get(key, key.replace("_", " ")))] = value
    return found


def _row(one: EarlierAward) -> HeldRow:
    number = f"Số {one.decision}" if one.decision else ""
    day = f"ngày {one.day}" if one.day else ""
    of = f"của {one.decided_by}" if one.decided_by else ""
    return HeldRow(str(one.year or ""), one.name, " ".join(part for part in (number, day, of) if part))


def _doubt(entry: Entry, campaign: ResolvedCampaign) -> str:
    """Return why the award book was not taken, for the author to look it up; empty where it was, or has nothing."""
    past = history(entry, campaign)
    if past.sure:
        return ""
    lines = len({id(line) for line in (*past.lines, *past.possible)})
    why = past.doubt or "có người trùng tên"
    return f"Sổ khen thưởng có {lines:02d} dòng mang tên này, chưa chắc của cùng một người ({why}): đối chiếu rồi điền."
