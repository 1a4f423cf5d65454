"""What a check yields: a finding that names its place by a path or a spot; lines come later."""

from dataclasses import dataclass

from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.findings.spot import Spot

Others = tuple[tuple[str | Spot, str], ...]
"""Further places that a finding speaks of, with a word on each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding at a path of the plan (``offset`` characters into its text), or at a spot of another file.

    Without ``hint``, the remedy is that of the catalogue. ``severity`` overrides the catalogue (a legal value that is
    not verified only warns); ``about`` is whom it concerns, where that is not the record at the place.
    """

    code: str
    where: str | Spot
    message: str
    hint: str = ""
    basis: str = ""
    severity: Severity | None = None
    offset: int = 0
    about: About | None = None
    others: Others = ()
