"""What the checks on nominations share: the resolved campaign, and what the quota engine finds in it."""

from dataclasses import dataclass
from functools import cached_property

from thidua_cli.campaign.identity import Nominees, nominees
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.quota.judge import Judged, judge


@dataclass(frozen=True)
class CampaignContext(ResolvedCampaign):
    """One campaign under check."""

    @cached_property
    def judged(self) -> Judged:
        """What the quota engine finds, computed once."""
        return judge(self)

    @cached_property
    def nominees(self) -> Nominees:
        """The entries of one nominee, and the nominees who may be one."""
        return nominees(self.entries)
