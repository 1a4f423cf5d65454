"""What the checks on nominations share: the resolved campaign, and what the quota engine finds in it."""

from dataclasses import dataclass
from functools import cached_property

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.quota.judge import judge
from thidua_cli.quota.result import QuotaResult


@dataclass(frozen=True)
class CampaignContext(ResolvedCampaign):
    """One campaign under check."""

    @cached_property
    def quota_results(self) -> tuple[QuotaResult, ...]:
        """What the quota engine finds, computed once."""
        return tuple(judge(self))
