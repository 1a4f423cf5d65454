"""The report on achievements (báo cáo thành tích): a form for its author, with all that the campaign knows of him."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.course import review_of
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import history
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.awards import award_name
from thidua_cli.model.nomination import LAW_FACTS, Nomination
from thidua_cli.model.terms import DISCIPLINES, GENDERS, INITIATIVES, PAPER_NAMES, RATINGS
from thidua_cli.papers.common import Frame, SignatureBlock, frame, signature
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.dossiers.earlier_awards import EarlierAward, earlier_awards
from thidua_cli.papers.dossiers.unit_issuing import issued_by_unit
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, layout_in, own_facts
from thidua_cli.papers.people import addressed, position_of
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.bodies import slug

DOC = "achievement"
_PERSONS = ("individual", "household")
_NAMED = "(Ký, ghi rõ họ tên)"
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

    ``person``: the form of an individual; ``of_movement``: achievements of this movement only. ``about`` and ``merit``
    are lines with their labels, empty where the author fills them in; ``doubt`` says why the award book was not taken.
    """

    person: bool
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
    person = entry.subject is None or entry.subject in _PERSONS
    unit = entry.unit_name if person else own.name
    which = Which(DOC, entry.award.id if entry.award else None, entry.unit_name or None, review_of(entry))
    issuing = issued_by_unit(campaign, which, "bao_cao", unit)
    if not person and entry.unit_name not in ("", unit):
        issuing = replace(issuing, issuer=issuing.issuer.model_copy(update={"superior": entry.unit_name}))
    layout = layout_in(campaign, issuing, asked.day)
    head = signature(issuing.signers[0], layout)
    paper = frame(replace(issuing, recipients=(), archive=()), layout, f"Đề nghị tặng {award}")
    if person:  # a person has no numbers of papers
        paper = replace(paper, letterhead=replace(paper.letterhead, number=""))
    earlier = earlier_awards(entry, campaign)
    report = Achievement(
        **{**vars(paper), "signers": _signers(person, own, head)},
        person=person,
        of_movement=plan.campaign.mode != "regular",
        movement=movement(plan),
        name=addressed(own),
        position=position_of(entry),
        about=_of_person(entry) if person else _of_collective(own),
        achievement=own.achievement or "",
        merit=_merit(own, campaign, person),
        targets=[] if person else [one.text.rstrip(".;") for one in plan.targets],
        titles=[_row(one) for one in earlier if one.is_title],
        forms_held=[_row(one) for one in earlier if not one.is_title],
        doubt=_doubt(entry, campaign),
        award=award,
        paragraphs=own_facts(campaign, which).paragraphs,
        end_mark=layout.end_mark,
    )
    return Document(stem, report, blanks.missing)


def _signers(person: bool, own: Nomination, head: SignatureBlock) -> list[SignatureBlock]:
    """Return who signs, from the left: a head confirms his man's report, the superior that of a collective."""
    if person:
        author = SignatureBlock("", (), "Người báo cáo", own_name(own.name), _NAMED)
        return [replace(head, organisation="Xác nhận của đơn vị", note=_SEALED), author]
    superior = SignatureBlock("", (), "Xác nhận của cấp trên trực tiếp", "", _SEALED)
    return [superior, replace(head, note=_SEALED)]


def _of_person(entry: Entry) -> Lines:
    own = entry.nomination
    return [
        ("Họ và tên", addressed(own)),
        ("Ngày, tháng, năm sinh", str(own.born or "")),
        ("Giới tính", GENDERS[own.gender].capitalize() if own.gender else ""),
        ("Số định danh", own.id_number or ""),
        ("Quê quán", ""),
        ("Nơi thường trú", ""),
        ("Đơn vị công tác", entry.unit_name),
        ("Chức vụ (Đảng, chính quyền, đoàn thể)", own.position or ""),
        ("Ngày tuyển dụng", str(own.joined or "")),
        ("Trình độ chuyên môn, nghiệp vụ; học hàm, học vị", ""),
    ]


def _of_collective(own: Nomination) -> Lines:
    return [
        ("Tên tập thể", own.name),
        ("Ngày, năm thành lập", str(own.established or "")),
        ("Tổ chức; tổng số người", f"{own.members:02d} người" if own.members is not None else ""),
        ("Cơ sở vật chất", ""),
        ("Chức năng, nhiệm vụ được giao", ""),
    ]


def _merit(own: Nomination, campaign: ResolvedCampaign, person: bool) -> Lines:
    """Return what the list tells in numbers and words; what only the plan asks for stands under its own name."""
    shares = [
        ("Số người hoàn thành nhiệm vụ", own.completed),
        ("Số người đạt Lao động tiên tiến, Chiến sĩ tiên tiến", own.advanced),
        ("Số người đạt Chiến sĩ thi đua cơ sở", own.fighters),
        ("Số người bị kỷ luật từ cảnh cáo trở lên", own.warned),
    ]
    titles = {**campaign.plan.facts, **LAW_FACTS}
    asked = [(titles.get(key, key), value) for key, value in own.facts.items()]
    told = [] if person else [(label, "" if count is None else f"{count:02d}") for label, count in shares]
    rating = RATINGS[own.rating].capitalize() if own.rating else ""
    initiative = INITIATIVES.get(own.initiative, own.initiative) if own.initiative else ""
    discipline = DISCIPLINES[own.discipline].capitalize() if own.discipline else ""
    return [
        ("Mức độ hoàn thành nhiệm vụ", rating),
        *told,
        ("Sáng kiến, đề tài (tên, phạm vi, số quyết định công nhận)", initiative),
        *asked,
        ("Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước", ""),
        ("Kỷ luật", discipline),
    ]


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
