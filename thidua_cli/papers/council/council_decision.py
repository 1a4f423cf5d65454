"""The decision that founds the council (quyết định thành lập Hội đồng), with the list of its members."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.model.plan import Recipient
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Annex, Frame, annex, reference
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.council.session_paper import MemberRow, SessionPaper, described_post, sittings, stem_of
from thidua_cli.papers.deciding_body import authority, head_of
from thidua_cli.papers.derived_bases import law_bases, of_awards
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import WHERE
from thidua_cli.vietnamese.text import FEW, fold, listing, upper_first

DOC = "council-decision"
_IN_TEXT = 5  # as many members are named in the article itself
_PROPOSED = "theo de nghi"


@dataclass(frozen=True)
class CouncilDecision(Frame):
    """The decision. ``articles`` are lists of paragraphs; ``annex`` is None where the members stand in the text."""

    authority: str
    articles: Sequence[Sequence[str]]
    members: Sequence[MemberRow]
    has_unit: bool
    annex: Annex | None


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield a decision for each council: sessions of the same members are of one."""
    councils: dict[tuple[object, ...], Sitting] = {}
    for sitting in sittings(campaign, asked, DOC):
        key = (sitting.council.name, *((one.name, one.role) for one in sitting.council.members))
        councils.setdefault(key, sitting)
    founded = list(councils.values())
    for sitting in founded:
        paper = SessionPaper(campaign, asked, sitting, DOC, "quyet_dinh")
        decision = _decision(paper, asked)
        yield Document(stem_of("quyet-dinh-thanh-lap-hoi-dong", sitting, founded), decision, paper.blanks.missing)


def _decision(paper: SessionPaper, asked: Asked) -> CouncilDecision:
    """Return the decision; what is lacking raises `LacksError`, unless it is a draft."""
    council, issuing = paper.council, paper.issuing
    recipients = issuing.recipients or [Recipient(to=["Như Điều 4"])]
    paper.issuing = replace(issuing, bases=_bases(paper, asked), recipients=recipients)
    name = paper.fact(council.name or None, "name")
    listed = len(council.members) > _IN_TEXT
    members = [
        MemberRow(number, one.name, one.post or "", one.unit or "", upper_first(one.role or ""), "")
        for number, one in enumerate(council.members, start=1)
    ]
    decision = CouncilDecision(
        **vars(paper.frame(f"Về việc thành lập {name}")),
        authority=authority(head_of(issuing), issuing),
        articles=_articles(paper, name, listed=listed),
        members=members,
        has_unit=any(row.unit for row in members),
        annex=annex(paper.layout, f"Danh sách thành viên {name}", reference(issuing, paper.layout)) if listed else None,
    )
    _ask(paper)
    paper.blanks.refuse(PAPER_NAMES[DOC])
    return decision


def _articles(paper: SessionPaper, name: str, *, listed: bool) -> list[list[str]]:
    members = paper.council.members
    founded = f"Thành lập {name} gồm {len(members):02d} thành viên"
    named = [
        f"{number}. {one.name}, {described_post(one)}{';' if number < len(members) else '.'}"
        for number, one in enumerate(members, start=1)
    ]
    first = [f"{founded} (có danh sách kèm theo)."] if listed else [f"{founded} là các ông, bà có tên sau đây:", *named]
    where = f"ghi support cho doc: {DOC} trong {WHERE}"
    support = paper.blanks.text(paper.own.support, "bộ phận giúp việc Hội đồng", where)
    tasks = (
        "Hội đồng có nhiệm vụ tham mưu, tư vấn về công tác thi đua, khen thưởng; xét, đề nghị khen thưởng "
        f"{movement(paper.campaign.plan)}."
    )
    principle = (
        "Hội đồng làm việc theo nguyên tắc tập trung dân chủ, quyết định bằng bỏ phiếu hoặc biểu quyết; "
        "tỷ lệ đồng ý tính trên tổng số thành viên Hội đồng."
    )
    force = (
        "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các đơn vị liên quan và các thành viên Hội đồng "
        f"chịu trách nhiệm thi hành Quyết định này{paper.layout.end_mark}"
    )
    return [first, [tasks, principle, *paper.own.paragraphs], [f"Bộ phận giúp việc Hội đồng: {support}."], [force]]


def _ask(paper: SessionPaper) -> None:
    """Ask for what the list of a council may not lack: all members, each with his role in it."""
    members = paper.council.members
    paper.doubts_on_members()
    without_role = [one.name for one in members if not one.role]
    if without_role:
        told = listing(without_role, "và", most=FEW, others="thành viên nữa")
        paper.blanks.lacks(f"chức danh trong Hội đồng của {told}", paper.where("members", "role"))


def _bases(paper: SessionPaper, asked: Asked) -> list[str]:
    """Return the body's own bases, the law of the day, and last who puts forward."""
    issuing = paper.issuing
    if not issuing.bases:
        what = "căn cứ về chức năng, nhiệm vụ, thẩm quyền của cơ quan"
        paper.blanks.lacks(what, f"ghi bases cho doc: {DOC} trong {WHERE}")
    proposed = [text for text in issuing.bases if fold(text).startswith(_PROPOSED)]
    own = [text for text in issuing.bases if text not in proposed]
    day = issuing.day.last if issuing.day else asked.day
    awards = of_awards(paper.campaign.plan.awards)
    return [*own, *law_bases(day, issuing.bases, paper.layout, awards), *proposed]
