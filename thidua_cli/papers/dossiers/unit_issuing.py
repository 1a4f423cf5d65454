"""How a unit issues a paper of its own: its tờ trình, its minutes, its registration, the report on a nominee."""

from dataclasses import replace

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.plan import Signer
from thidua_cli.papers.issuing import Issuing
from thidua_cli.papers.own_facts import Which, issued, own_facts

_DOTS = "……"
HEAD = Signer(post="Thủ trưởng đơn vị")
"""Who signs for a unit of which nobody tells more."""


def issued_by_unit(campaign: ResolvedCampaign, which: Which, kind: str, unit: str) -> Issuing:
    """Return how a unit issues a paper: as ``papers.yaml`` tells, else below the body of the plan.

    The head of the unit and its short name are not known to the campaign: they stay to be filled in.
    """
    issuing, own = issued(campaign, which, kind), own_facts(campaign, which)
    issuer = own.issuer or campaign.plan.issuer.model_copy(
        update={"name": unit or _DOTS, "superior": campaign.plan.issuer.name, "abbreviation": _DOTS}
    )
    return replace(issuing, issuer=issuer, signers=own.signers or [HEAD], archive=own.archive)
