"""Who issues a paper: body, kind, number, day, signers, recipients, bases; from the plan or the paper's own data."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_cli.law.paper_kinds import PaperKind, paper_kinds
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.plan import Issuer, Plan, Recipient, Signer


@dataclass(frozen=True, slots=True)
class Issuing:
    """What a paper says of its own making; a number or day that is None prints as a blank to fill in.

    ``kind`` stands over the subject and gives the sign of the number; a ``whole_number`` (``45/QĐ-CTK``) has its own.
    """

    issuer: Issuer
    kind: PaperKind
    number: str | None = None
    day: PartialDate | None = None
    signers: Sequence[Signer] = ()
    bases: Sequence[str] = ()
    recipients: Sequence[Recipient] = ()
    archive: Sequence[str] = ()
    whole_number: str = ""


def of_plan(plan: Plan) -> Issuing:
    """Return what the plan says of itself."""
    kind = paper_kinds()["ke_hoach"]
    return Issuing(plan.issuer, kind, plan.number, plan.date, plan.signers, plan.bases, plan.recipients, plan.archive)


def beside_plan(plan: Plan, kind: str) -> Issuing:
    """Return the making of another paper of the plan's body and signers: its number and day are not known yet."""
    return Issuing(plan.issuer, paper_kinds()[kind], signers=plan.signers)
