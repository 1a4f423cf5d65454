"""What a campaign folder holds, once read: values of the models, each with its origin."""

from dataclasses import dataclass, field

from thidua_cli.campaign.load_plan import LoadedPlan
from thidua_cli.findings import Diagnostic
from thidua_cli.findings.outcome import Unread
from thidua_cli.lists.record import Record
from thidua_cli.model.council import Council
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.unit import Unit


@dataclass
class LoadedCampaign:
    """A campaign folder that was read; ``faults`` are those of all its files but the plan's own.

    ``units`` and ``register`` are None when the campaign has no such file: that is not the same as an empty one.
    ``lines`` holds the text of the files that have lines, for snippets; ``files`` counts those that were read.
    ``unread`` are those that stand there as lists, papers or plan, and of which no record could be taken.
    """

    plan: LoadedPlan
    nominations: list[Record[Nomination]] = field(default_factory=list)
    units: list[Record[Unit]] | None = None
    council: Record[Council] | None = None
    register: list[Record[RegisterEntry]] | None = None
    faults: list[Diagnostic] = field(default_factory=list)
    lines: dict[str, list[str]] = field(default_factory=dict)
    files: int = 1
    unread: list[Unread] = field(default_factory=list)
