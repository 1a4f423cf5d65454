"""The final report (báo cáo tổng kết)."""

from collections.abc import Iterator

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.papers.campaign_report import FINAL, reports
from thidua_cli.papers.contract import Asked, Document


def documents(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Document]:
    """Yield a report for each review of this kind that has results."""
    yield from reports(campaign, asked, FINAL)
