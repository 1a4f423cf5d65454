"""What a decision on awards is based on: the body's own bases, the law of the day, plan, minutes, who puts forward."""

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_cli.campaign.ballots import match
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.page.layout import Layout
from thidua_cli.papers.common import day_line, reference
from thidua_cli.papers.contract import Blanks
from thidua_cli.papers.derived_bases import law_bases, of_awards, plan_basis
from thidua_cli.papers.issuing import Issuing
from thidua_cli.papers.own_facts import WHERE, Which, issued, own_facts
from thidua_cli.papers.rulings import Ruling
from thidua_cli.vietnamese.text import fold


def decision_bases(
    campaign: ResolvedCampaign, ruling: Ruling, issuing: Issuing, layout: Layout, day: date, blanks: Blanks
) -> list[str]:
    """Return the bases of a decision in the order of print; what it may not lack is told to ``blanks``."""
    if not issuing.bases:
        what = "căn cứ về chức năng, nhiệm vụ, thẩm quyền của cơ quan"
        blanks.lacks(what, f"ghi bases ở mục doc: decision trong {WHERE}")
    law = law_bases(day, issuing.bases, layout, of_awards(ruling.awards))
    found = [*issuing.bases, *law, plan_basis(campaign.plan, layout)]
    sittings = _sittings([one.entry for one in ruling.winners if one.entry], campaign)
    found += _minutes(sittings, campaign, ruling.review, layout)
    found.append(_proposal(campaign, ruling, issuing, layout, sittings, blanks))
    return found


def _sittings(entries: Sequence[Entry], campaign: ResolvedCampaign) -> list[Sitting]:
    """Return the sessions that voted on these nominees; where no vote is told, those that may have reviewed them."""
    votes = match(campaign).of
    voted = [votes[id(one)].sitting for one in entries if id(one) in votes]
    if voted:
        return [one for one in campaign.sessions if one in voted]
    return [one for one in campaign.sessions if any(map(one.may_review, entries))]


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
