"""What the checks on nominations share: the resolved campaign, its votes, and what the quota engine finds in it."""

from dataclasses import dataclass
from functools import cached_property

from thidua_cli.campaign.ballots import Ballots, match
from thidua_cli.campaign.given import Decided, decided
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
    def ballots(self) -> Ballots:
        """The votes of all sessions, matched once."""
        return match(self)

    @cached_property
    def decided(self) -> Decided:
        """Whom the decisions award, matched once."""
        return decided(self)
