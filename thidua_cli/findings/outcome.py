"""What one run of ``thidua check`` found, as plain rows: all that a reporter needs to know."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from thidua_cli.findings.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the campaign that was not read, or not as far as any record of it counts."""

    file: str
    reason: str


EMPTY_LIST = "không có dòng đề nghị nào"
"""The reason why a file gave nothing that was read all the same: its list is empty."""


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column of a list: its letter, its heading, what it was read as (None: not read), and what told so."""

    column: str
    heading: str
    meaning: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A row of a list, from 1, that is no record: a section with what it says (None: not understood), or why not."""

    row: int
    text: str
    says: str | None


@dataclass(frozen=True, slots=True)
class ListRow:
    """How a list was read: ``head`` is the row that heads the names, from 1; None of a sheet that was not read.

    ``records`` counts what was taken from it, ``sections`` speak for rows below them, ``passed`` were left out.
    """

    file: str
    sheet: str | None
    head: int | None
    columns: Sequence[ColumnRow]
    records: int
    sections: Sequence[LineRow]
    passed: Sequence[LineRow]


@dataclass(frozen=True, slots=True)
class NominationRow:
    """A nomination as it was understood; None where that is not said or not known.

    ``award``, ``occasion``, ``phase`` are ids of the plan, ``unit`` is the name in the list of units, else as typed;
    ``born`` and ``received`` are ``2024``, ``2024-05`` or ``2024-05-19``.
    """

    campaign: str
    name: str
    subject: str | None
    unit: str | None
    award: str | None
    position: str | None
    group: str | None
    gender: str | None
    born: str | None
    received: str | None
    year: int | None
    occasion: str | None
    phase: str | None
    file: str
    sheet: str | None
    cell: str | None
    line: int | None


@dataclass(frozen=True, slots=True)
class QuotaWords:
    """A quota in Vietnamese: whom it counts, within what (empty: the whole campaign), its bound, the verdict.

    ``steps`` are the lines of the whole computation, made while they are read, once.
    """

    whom: str
    within: str
    bound: str
    verdict: str
    steps: Iterable[str]


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """A quota in one unit, cluster, occasion, phase or year, as far as it is by them; None where it is not.

    ``count`` is how many it surely counts, ``open`` how many more it may; ``base``, ``min`` and ``max`` are None
    unless they are sure; ``by`` is by how many it is missed at least.
    """

    campaign: str
    path: str
    award: str
    subject: tuple[str, ...]
    group: str | None
    units: tuple[str, ...]
    unit: str | None
    cluster: str | None
    occasion: str | None
    phase: str | None
    year: int | None
    count: int
    open: int
    base: int | None
    min: int | None
    max: int | None
    by: int
    verdict: str
    words: QuotaWords


@dataclass(frozen=True, slots=True)
class CampaignOutcome:
    """What was found in one campaign: findings in order of place, each with the unit it stands under (or none).

    ``plan`` is the id of the plan, ``lines`` the text of its files for snippets, ``files`` and ``nominated`` count
    what was read; ``nominations`` (made while they are read, once) and ``quotas`` are those that were asked about.
    ``uncounted`` tells by name of the award how many nominees no quota of it counts.
    """

    findings: Sequence[Diagnostic]
    groups: Mapping[Diagnostic, str] = field(default_factory=dict)
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    plan: str = ""
    files: int = 1
    nominated: int = 0
    nominations: Iterable[NominationRow] = ()
    quotas: Sequence[QuotaRow] = ()
    uncounted: Mapping[str, int] = field(default_factory=dict)
    unread: Sequence[Unread] = ()
    lists: Sequence[ListRow] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """What one run found, on the ``day`` that it was held against.

    ``explain_quotas`` asks for each computation, ``show_lists`` for how each list was read.
    """

    day: date
    campaigns: Sequence[CampaignOutcome]
    explain_quotas: bool = False
    show_lists: bool = False

    @property
    def findings(self) -> list[Diagnostic]:
        """The findings of all campaigns, in their order."""
        return [finding for one in self.campaigns for finding in one.findings]
