"""The movement as the sentences of papers name it."""

import re

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.model.plan import Plan
from thidua_cli.vietnamese.text import lower_first

_LAUNCHING = re.compile(
    r"^(?:về việc )?(?:(?:tổ chức )?phát động(?: hưởng ứng)?|triển khai(?: thực hiện)?|thực hiện|hưởng ứng|tổ chức)\s+",
    re.IGNORECASE,
)


def movement(plan: Plan) -> str:
    """Return the movement as a sentence names it: the subject of the plan, without the word for launching it."""
    return lower_first(_LAUNCHING.sub("", plan.title))


def review_beside(campaign: ResolvedCampaign, review: Review) -> str:
    """Return the name of a review to stand beside that of the movement; empty where that says it: ``năm 2026``."""
    told = campaign.reviews.name(review)
    return "" if told in movement(campaign.plan) else told
