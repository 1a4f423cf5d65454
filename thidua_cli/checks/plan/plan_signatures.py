"""The signature blocks of the plan."""

from collections.abc import Iterator

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.signatures import faults
from thidua_cli.findings.diagnostic import Finding


def signers(context: DatedPlan) -> Iterator[Finding]:
    """Find blocks with a sign typed before the post, deputies who sign for nobody, several names in one."""
    for index, signer in enumerate(context.plan.signers):
        for key, message, hint in faults(signer, of_head=True):
            yield Finding("signature-typed", f"signers[{index}].{key}", message, hint)


CHECKS = (signers,)
