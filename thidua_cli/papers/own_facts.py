"""What ``papers.yaml`` says of one paper, and how the paper is issued: its own facts first, then office and plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import ANY, Review
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import Spot
from thidua_cli.law.paper_kinds import paper_kinds
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.model.paper_keys import paper_keys
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.page.layout import Habits, Layout
from thidua_cli.papers.common import layout_of
from thidua_cli.papers.issuing import Issuing
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.sameness import unit_key

WHERE = "papers.yaml"
_ANY = PaperFacts.model_construct(doc="plan")


@dataclass(frozen=True, slots=True)
class Which:
    """One paper of a campaign: its name in the registry, and the award, unit, review or decision that it is about."""

    doc: str
    award: str | None = None
    unit: str | None = None
    review: Review = ANY
    decision: str | None = None


def own_facts(campaign: ResolvedCampaign, which: Which) -> PaperFacts:
    """Return what ``papers.yaml`` says of a paper: the entry that says the most of it; an empty one where none does.

    Two entries that fit equally are refused: nobody knows which number is meant.
    """
    found: list[tuple[int, Record[PaperFacts]]] = []
    units = [None, unit_key(which.unit)] if which.unit else [None]
    for unit in units:
        for record in campaign.told_of_papers.get((which.doc, unit), ()):
            fits = list(_fits(record.value, which, campaign))
            if all(fits):
                found.append((len(fits) + (unit is not None), record))
    if not found:
        return _ANY
    most = max(told for told, _ in found)
    best = [record for told, record in found if told == most]
    if len(best) > 1:
        spots = sorted((record.origin.spot("doc") for record in best), key=lambda spot: spot.line or 0)
        places = " và ".join(map(_line, spots))
        message = f"{WHERE} có hai mục cùng nói về {PAPER_NAMES[which.doc]}: {places}"
        raise ThiduaError(message, "gộp làm một, hoặc ghi award, unit, occasion, year, decision để phân biệt")
    refuse_unread(best, campaign)
    return best[0].value


def refuse_unread(entries: Iterable[Record[PaperFacts]], campaign: ResolvedCampaign) -> None:
    """Raise `ThiduaError` for an entry of which something was not understood that its paper may print; drafts pass."""
    for record in entries:
        taken = paper_keys()[record.value.doc]
        for key in record.origin.unread:
            printed = key in (*taken.keys, *taken.by) or key not in PaperFacts.model_fields
            if printed and not campaign.facts.draft:
                spot = record.origin.spot(key)
                message = f"{spot.file}, {_line(spot)}: chưa hiểu “{key}” của mục {PAPER_NAMES[record.value.doc]}"
                raise ThiduaError(message, "xem bằng lệnh thidua check rồi sửa; muốn in bản nháp thì thêm --draft")


def _line(spot: Spot) -> str:
    return f"dòng {spot.line}"


def _fits(said: PaperFacts, which: Which, campaign: ResolvedCampaign) -> Iterator[bool]:
    """Yield of each key but the unit that narrows an entry whether it is so of the paper."""
    if said.award:
        meant = campaign.award_names.find(said.award, None).awards
        yield which.award is not None and [one.id for one in meant] == [which.award]
    if said.decision:
        yield said.decision == which.decision
    review = campaign.reviews.of(said)
    for mine, theirs in (
        (review.occasion, which.review.occasion),
        (review.phase, which.review.phase),
        (review.year, which.review.year),
    ):
        if mine is not None:
            yield mine == theirs


def layout_in(campaign: ResolvedCampaign, issuing: Issuing, today: date) -> Layout:
    """Return the layout of a paper of a campaign, in the habits of the office; ``today`` where the paper has no day.

    A habit that the rules of the layout forbid is told with its place, for nobody looks for it in a plan.
    """
    office = campaign.facts.office
    if office is None:
        return layout_of(issuing, today)
    try:
        return layout_of(issuing, today, Habits(*office.value.page.numbers))
    except ThiduaError as error:
        spot = office.origin.spot("page")
        raise ThiduaError(f"{spot.file}, {_line(spot)}: {error.message}", error.hint) from None


def issued(campaign: ResolvedCampaign, which: Which, kind: str) -> Issuing:
    """Return how a paper of this ``kind`` is issued; a number or day that nobody told is a blank to fill in.

    Issuer and signers are the plan's unless ``papers.yaml`` or the office say else; recipients are the paper's own,
    for those of the plan carry its purposes.
    """
    own, plan = own_facts(campaign, which), campaign.plan
    office = campaign.facts.office.value if campaign.facts.office else None
    signers, archive = own.signers, own.archive
    if office:
        signers, archive = signers or office.signers, archive or office.archive
    return Issuing(
        own.issuer or plan.issuer,
        paper_kinds()[kind],
        own.number,
        own.date,
        signers or plan.signers,
        own.bases,
        own.recipients,
        archive or plan.archive,
    )
