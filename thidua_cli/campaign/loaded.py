"""A campaign folder as it was read: every record with its place, every fault, and what may be missing."""

from dataclasses import dataclass, field

from thidua_cli.campaign.facts import Facts
from thidua_cli.campaign.load_plan import LoadedPlan
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.findings.outcome import ListRow, Unread
from thidua_cli.lists.council_session import Doubts
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.unit import Unit
from thidua_cli.reading.origin import Record


@dataclass
class LoadedCampaign:
    """A campaign folder that was read; ``faults`` are those of all its files but the plan's own.

    ``units`` and ``register`` are None when the campaign has no such file: that is not the same as an empty one.
    ``lines`` holds the text of the files that have lines, for snippets; ``files`` counts those that were read.
    ``unread`` are those that stand there as lists, papers or plan, and of which no record could be taken; ``partial``
    names the lists of nominations that have faults of reading and may tell of others, ``units_doubted`` and
    ``register_doubted`` say so of the units and of the award book, ``sessions_unread`` of sessions of the council.
    ``lists`` tell how each table was read.
    """

    plan: LoadedPlan
    nominations: list[Record[Nomination]] = field(default_factory=list)
    units: list[Record[Unit]] | None = None
    sessions: list[Sitting] = field(default_factory=list)
    register: list[Record[RegisterEntry]] | None = None
    faults: list[Diagnostic] = field(default_factory=list)
    lines: dict[str, list[str]] = field(default_factory=dict)
    files: int = 1
    unread: list[Unread] = field(default_factory=list)
    partial: list[str] = field(default_factory=list)
    units_doubted: bool = False
    register_doubted: bool = False
    sessions_unread: list[Doubts] = field(default_factory=list)
    lists: list[ListRow] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)
