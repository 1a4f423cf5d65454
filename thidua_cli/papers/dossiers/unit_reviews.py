"""The nominees of each unit at each review: what a paper of a unit is about."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from thidua_cli.campaign.course import review_of
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.papers.contract import Asked, Blanks
from thidua_cli.papers.people import by_level, subject_rank
from thidua_cli.papers.selection import chosen
from thidua_cli.vietnamese.bodies import slug


class UnitReview(NamedTuple):
    """A unit ("" where a list does not tell it) at a review: its nominees, and the end of the name of its paper."""

    unit: str
    review: Review
    entries: Sequence[Entry]
    stem: str


def unit_reviews(campaign: ResolvedCampaign, asked: Asked) -> Iterator[UnitReview]:
    """Yield each unit that nominates, for each review; high awards before low, collectives before individuals."""
    entries = chosen(campaign, asked)
    reviews = list(dict.fromkeys(map(review_of, entries)))
    for unit in dict.fromkeys(one.unit_name for one in entries):
        for review in reviews:
            mine = [one for one in entries if one.unit_name == unit and review_of(one) == review]
            if mine:
                parts = [] if len(reviews) == 1 else [review.occasion, review.phase, review.year]
                stem = "-".join([slug(unit or "chua-ro"), *(str(one) for one in parts if one)])
                yield UnitReview(unit, review, _ranked(mine, campaign), stem)


def _ranked(entries: Sequence[Entry], campaign: ResolvedCampaign) -> list[Entry]:
    ranks = {award.id: rank for rank, award in enumerate(by_level(campaign.plan.awards))}
    last = len(ranks)
    return sorted(entries, key=lambda one: (ranks[one.award.id] if one.award else last, subject_rank(one.subject)))


def refuse_unknown_awards(entries: Sequence[Entry], blanks: Blanks, title: str) -> None:
    """Refuse a paper (but a draft) where the award of a nominee is not known."""
    for one in entries:
        if one.award is None:
            blanks.lacks(f"hình thức đề nghị cho {one.who}", "xem bằng lệnh thidua check rồi sửa danh sách")
    blanks.refuse(title)
