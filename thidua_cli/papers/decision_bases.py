"""What a decision on awards is based on: the body's own bases, the law of the day, plan, minutes, who puts forward."""

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.law.instruments import default_bases, find_citations
from thidua_cli.page.layout import Layout
from thidua_cli.papers.common import day_line, reference
from thidua_cli.papers.contract import Blanks
from thidua_cli.papers.issuing import Issuing, of_plan
from thidua_cli.papers.own_facts import WHERE, Which, issued, own_facts
from thidua_cli.papers.rulings import Ruling
from thidua_cli.vietnamese.text import fold, lower_first

_KINDS = ("law", "decree")
_ABOUT = "về việc "


def decision_bases(
    campaign: ResolvedCampaign, ruling: Ruling, issuing: Issuing, layout: Layout, day: date, blanks: Blanks
) -> list[str]:
    """Return the bases of a decision in the order of print; what it may not lack is told to ``blanks``.

    The State's law is no basis of Party papers.
    """
    if not issuing.bases:
        what = "căn cứ về chức năng, nhiệm vụ, thẩm quyền của cơ quan"
        blanks.lacks(what, f"ghi bases ở mục doc: decision trong {WHERE}")
    found = list(issuing.bases)
    if layout.family != "party":
        found += law_bases(day, issuing.bases)
    plan = of_plan(campaign.plan)
    title = campaign.plan.title
    about = title if title.lower().startswith(_ABOUT) else f"{_ABOUT}{lower_first(title)}"
    found.append(f"{reference(plan, layout)} {lower_first(about)}")
    entries = [one.entry for one in ruling.winners if one.entry]
    sittings = [one for one in campaign.sessions if any(map(one.may_review, entries))]
    found += _minutes(sittings, campaign, ruling.review, layout)
    found.append(_proposal(campaign, ruling, issuing, layout, sittings, blanks))
    return found


def law_bases(day: date, told: Sequence[str]) -> list[str]:
    """Return the laws and decrees in force on a day as bases name them, but those that ``told`` cites already."""
    cited = {one.instrument.id for text in told for one in find_citations(text)}
    return [one.cite for one in default_bases(day) if one.kind in _KINDS and one.id not in cited]


def _minutes(sittings: Sequence[Sitting], campaign: ResolvedCampaign, review: Review, layout: Layout) -> Iterator[str]:
    own = own_facts(campaign, Which("minutes", review=review))
    for sitting in sittings:
        council = sitting.council
        number = council.number or (own.number if len(sittings) == 1 else None)
        day = day_line(council.held)
        if council.number or number is None:
            yield f"Biên bản họp{f' số {number}' if number else ''} {day} của {council.name}"
        else:
            yield reference(issued(campaign, Which("minutes", review=review), "bien_ban"), layout)


def _proposal(
    campaign: ResolvedCampaign,
    ruling: Ruling,
    issuing: Issuing,
    layout: Layout,
    sittings: Sequence[Sitting],
    blanks: Blanks,
) -> str:
    """Return who puts forward, and in which submission; within one body that is its council."""
    which = ruling.which("submission")
    own = own_facts(campaign, which)
    submission = issued(campaign, which, "to_trinh")
    office = campaign.facts.office
    council = next((one.council.name for one in sittings), None) or (office.value.council if office else None)
    by = submission.issuer.name if _tells(own.number, own.issuer) else None
    if by is None or fold(by) == fold(issuing.issuer.name):
        by = council
    by = blanks.text(by, "nơi đề nghị khen thưởng", f"ghi mục doc: submission, khóa issuer, trong {WHERE}")
    if own.number is None:
        return f"Theo đề nghị của {by}"
    return f"Theo đề nghị của {by} tại {reference(submission, layout).removesuffix(f' của {submission.issuer.name}')}"


def _tells(*facts: object) -> bool:
    return any(fact is not None for fact in facts)
