"""The decision on awards (quyết định khen thưởng) with its annex: those recorded, and those that wait to be signed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.model.plan import Recipient
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.page.layout import Layout
from thidua_cli.papers.awarding.award_tables import AwardeeTables, award_tables, tariff
from thidua_cli.papers.awarding.book_notes import tell_the_book
from thidua_cli.papers.awarding.decision_bases import decision_bases
from thidua_cli.papers.common import Annex, Frame, annex, frame, reference
from thidua_cli.papers.contract import Asked, Blanks, Document
from thidua_cli.papers.deciding_body import authority
from thidua_cli.papers.issuing import Issuing
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import WHERE, layout_in, own_facts
from thidua_cli.papers.rulings import Ruling, awaited, decision_issued, is_ours, money_source, recorded
from thidua_cli.vietnamese.text import fold, listing

DECISION = "decision"
_NAMED = 3  # so many are named in the article, more in an annex
_LAST_ARTICLE = 3


@dataclass(frozen=True)
class AwardDecision(Frame):
    """A decision. ``annex`` is None where all are named in the article; ``everyone`` are the subjects in words."""

    authority: str
    movement: str
    tables: AwardeeTables
    everyone: str
    money_source: str
    annex: Annex | None
    more: Sequence[str]
    end_mark: str


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield the decisions of the office, recorded and awaited; one of another body where it is asked for by its award.

    ``papers.yaml`` may tell the body that issues a decision: then it is made as that body's own.
    """
    found = [*recorded(campaign, asked), *awaited(campaign, asked)]
    ours = [one for one in found if is_ours(campaign, one)]
    if not ours and found and not asked.award:
        deciders = listing(dict.fromkeys(one.decided_by for one in found), "và")
        message = f"các quyết định của phong trào do {deciders} ban hành, không phải cơ quan của kế hoạch"
        raise ThiduaError(message, f"muốn dự thảo thay thì ghi issuer, signers ở mục doc: decision trong {WHERE}")
    for ruling in ours or found:
        yield _document(campaign, ruling, asked)
    if not found:
        blanks = Blanks(draft=False)
        blanks.lacks("người được tặng", "ghi kết quả họp Hội đồng, hoặc kể tên từng người bằng --only")
        blanks.refuse(PAPER_NAMES[DECISION])


def _document(campaign: ResolvedCampaign, ruling: Ruling, asked: Asked) -> Document:
    blanks = Blanks(asked.draft)
    if not is_ours(campaign, ruling):
        what = f"cơ quan ban hành quyết định của {ruling.decided_by}"
        blanks.lacks(what, f"ghi issuer, signers ở mục doc: decision trong {WHERE}")
    issuing = decision_issued(campaign, ruling)
    layout = layout_in(campaign, issuing, asked.day)
    day = issuing.day.last if issuing.day else asked.day
    tell_the_book((one.entry for one in ruling.winners if one.entry), campaign, blanks)
    tables = award_tables(ruling, tariff(campaign, ruling, asked.day), layout, blanks)
    where = f"ghi money_source trong decisions.yaml, {WHERE} hoặc thidua.yaml"
    source = blanks.text(money_source(campaign, ruling), "nguồn tiền thưởng", where)
    bases = decision_bases(campaign, ruling, issuing, layout, day, blanks)
    blanks.refuse(f"{PAPER_NAMES[DECISION]}{_which(ruling)}")
    issuing = replace(issuing, bases=bases, recipients=_recipients(issuing))
    context = _context(campaign, ruling, issuing, layout, tables, source)
    return Document(f"quyet-dinh-khen-thuong-{ruling.stem}", context, blanks.missing, blanks.notes)


def _which(ruling: Ruling) -> str:
    return f" số {ruling.decision.number}" if ruling.decision else f" của {ruling.decided_by}"


def _context(
    campaign: ResolvedCampaign, ruling: Ruling, issuing: Issuing, layout: Layout, tables: AwardeeTables, source: str
) -> AwardDecision:
    plan = campaign.plan
    everyone = ", ".join(subject for subject, _ in tables.counts)
    year = ruling.review.year
    when = f" năm {year}" if year and str(year) not in plan.title else ""
    named = f"{movement(plan)}{when}"
    title = f"Về việc khen thưởng {everyone} có thành tích trong {named}"
    listed = len(ruling.winners) > _NAMED
    head = annex(layout, f"Danh sách {everyone} được khen thưởng", reference(issuing, layout)) if listed else None
    return AwardDecision(
        **vars(frame(issuing, layout, title)),
        authority=authority(ruling.decided_by, issuing),
        movement=named,
        tables=tables,
        everyone=everyone,
        money_source=source,
        annex=head,
        more=own_facts(campaign, ruling.which(DECISION)).paragraphs,
        end_mark=layout.end_mark,
    )


def _recipients(issuing: Issuing) -> list[Recipient]:
    """Return the recipients; who has to carry out a decision is the first of them."""
    told = list(issuing.recipients)
    if any(fold(name).startswith("nhu ") for one in told for name in one.to):
        return told
    return [Recipient(to=[f"Như Điều {_LAST_ARTICLE}"]), *told]
