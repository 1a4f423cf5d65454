"""The letter of guidance (công văn hướng dẫn đề nghị khen thưởng): who may be proposed, how many, by when, to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.errors import ThiduaError
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.body import Section
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.fields import subject_name
from thidua_cli.model.plan import Recipient
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Annex, Frame, annex, frame, reference
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.issuing import of_plan
from thidua_cli.papers.launch.plan_facts import Facts, occasion_facts, quota_lines, standard_facts
from thidua_cli.papers.movement_name import movement, review_beside
from thidua_cli.papers.own_facts import WHERE, Which, issued, layout_in, own_facts
from thidua_cli.papers.people import by_level
from thidua_cli.papers.quota_places import column_of, place_of
from thidua_cli.papers.selection import asked_review
from thidua_cli.quota.judge import judge
from thidua_cli.quota.phrases import bound
from thidua_cli.quota.result import QuotaResult
from thidua_cli.vietnamese.emphasis import ended

DOC = "guidance"
_FEW_UNITS = 5
_MOST_UPRIGHT = 3
_DOSSIER = (
    "Tờ trình đề nghị khen thưởng",
    "Danh sách trích ngang tập thể, cá nhân đề nghị khen thưởng",
    "Biên bản họp bình xét của đơn vị",
    "Báo cáo thành tích của từng tập thể, cá nhân",
)


@dataclass(frozen=True, slots=True)
class AwardGuide:
    """One award: its standards and the sentences of its quotas, as the wording macros take them."""

    name: str
    standards: Sequence[Facts]
    quotas: Sequence[Facts]


@dataclass(frozen=True, slots=True)
class QuotaTable:
    """What each unit may propose: the heads of the columns, and the rows with as many cells behind their first."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Guidance(Frame):
    """A letter of guidance. ``deadline`` is the day of this review alone; ``occasions`` are all that have one."""

    addressees: Sequence[str]
    plan_reference: str
    movement: str
    review: str
    participants: Sequence[Facts]
    awards: Sequence[AwardGuide]
    table: QuotaTable | None
    annex: Annex | None
    dossier: Sequence[str]
    deadline: str
    occasions: Sequence[Facts]
    contact: str
    paragraphs: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the letter, of the whole campaign or of the review that is asked for."""
    plan, review, blanks = campaign.plan, asked_review(campaign, asked), Blanks(asked.draft)
    which = Which(DOC, review=review)
    own = own_facts(campaign, which)
    issuing = issued(campaign, which, "cong_van")
    layout = layout_in(campaign, issuing, asked.day)
    recipients = [Recipient(to=["Như trên"]), *issuing.recipients]
    occasions = [one for one in plan.campaign.occasions if review.occasion in (None, one.id) and one.dossiers_by]
    deadline = str(_deadline(own.deadline, review, campaign) or "")
    if not occasions:
        where = f"ghi dossiers_by của kỳ xét trong plan.yaml, hoặc deadline cho {DOC} trong {WHERE}"
        deadline = blanks.text(deadline, "hạn gửi hồ sơ", where)
    if not plan.awards:
        blanks.lacks("hình thức khen thưởng", "ghi awards trong plan.yaml")
    office = campaign.facts.office.value if campaign.facts.office else None
    contact = blanks.text(
        own.contact or (office.contact if office else None),
        "người liên hệ",
        f"ghi contact cho {DOC} trong {WHERE}, hoặc trong thidua.yaml",
    )
    blanks.refuse(PAPER_NAMES[DOC])
    table = _table([one for one in judge(campaign).results if _is_of(one, review)], campaign)
    wide = table is not None and len(table.columns) > _MOST_UPRIGHT
    parent = reference(issuing, layout)
    letter = Guidance(
        **vars(
            frame(replace(issuing, recipients=recipients), layout, f"Hướng dẫn đề nghị khen thưởng {movement(plan)}")
        ),
        addressees=own.to or _units(campaign),
        plan_reference=reference(of_plan(plan), layout),
        movement=movement(plan),
        review=review_beside(campaign, review),
        participants=[
            {"subject": subject_name(one.subject), "who": one.who, "called": one.called} for one in plan.participants
        ],
        awards=[_guide(campaign, award, review) for award in by_level(plan.awards)],
        table=table,
        annex=annex(layout, "Số lượng đề nghị khen thưởng", parent) if wide else None,
        dossier=_punctuated(_dossier(plan.body) or _DOSSIER),
        deadline=deadline,
        occasions=[] if deadline else [occasion_facts(one) for one in occasions],
        contact=contact,
        paragraphs=own.paragraphs,
        end_mark=layout.end_mark,
    )
    yield Document("cong-van-huong-dan", letter, blanks.missing)


def _deadline(told: PartialDate | None, review: Review, campaign: ResolvedCampaign) -> PartialDate | None:
    """Return the day that ``papers.yaml`` tells; one that differs from the plan's is refused."""
    planned = [
        one.dossiers_by
        for one in campaign.plan.campaign.occasions
        if one.id == review.occasion and one.dossiers_by and not one.every
    ]
    if told and planned and told != planned[0]:
        message = f"hạn gửi hồ sơ trong {WHERE} ({told}) khác hạn của kế hoạch ({planned[0]})"
        raise ThiduaError(message, f"sửa deadline của {DOC} hoặc dossiers_by của kỳ {review.occasion} cho giống nhau")
    return told


def _units(campaign: ResolvedCampaign) -> list[str]:
    """Return the units where they are few; else all together."""
    names = [one.name for one in campaign.all_units]
    return names if 0 < len(names) <= _FEW_UNITS else [f"Các đơn vị thuộc {campaign.plan.issuer.name}"]


def _guide(campaign: ResolvedCampaign, award: PlanAward, review: Review) -> AwardGuide:
    mine = [one for one in award.quotas if review.may_be(Review(one.occasion, one.phase))]
    lines = quota_lines(campaign.plan, award.model_copy(update={"quotas": mine}))
    return AwardGuide(award_name(award), [standard_facts(one) for one in award.standards], lines)


def _dossier(sections: Sequence[Section]) -> list[str]:
    """Return what the plan itself says of dossiers."""
    found: list[str] = []
    for section in sections:
        if section.role == ["dossier"]:
            found += [*section.text, *(item.text for item in section.items)]
        found += _dossier(section.parts)
    return found


def _punctuated(texts: Sequence[str]) -> list[str]:
    """Return the items of a list: each ends with a semicolon, the last with a full stop."""
    last = len(texts) - 1
    return [ended(text, ";" if at < last else ".") for at, text in enumerate(texts)]


def _is_of(result: QuotaResult, review: Review) -> bool:
    """Tell whether a row is of the review, and of a unit or a cluster: all others are told in sentences."""
    row = result.row
    return bool(row.unit or row.cluster) and review.may_be(Review(row.occasion, row.phase, row.year))


def _table(results: Sequence[QuotaResult], campaign: ResolvedCampaign) -> QuotaTable | None:
    """Return how many each unit or cluster may propose, one column a quota; None where no quota is by them."""
    cells: dict[str, dict[str, str]] = {}
    columns: dict[str, None] = {}
    for one in results:
        column = column_of(one, campaign.plan)
        columns[column] = None
        cells.setdefault(place_of(one), {})[column] = bound(one)
    if not cells:
        return None
    return QuotaTable(
        list(columns), [[place, *(mine.get(one, "-") for one in columns)] for place, mine in cells.items()]
    )
