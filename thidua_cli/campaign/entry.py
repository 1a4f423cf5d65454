"""One nomination, with what its words mean in this campaign."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding, Others, Severity
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.called import Called
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.unit import Unit
from thidua_cli.reading.origin import Origin
from thidua_cli.vietnamese.address import sex_of_address
from thidua_cli.vietnamese.sameness import same_name
from thidua_cli.vietnamese.text import fold


@dataclass(slots=True, eq=False)
class Entry:
    """A nomination with what its words mean in this campaign; None where that is not said or not known.

    ``subject`` is a subject of the plan (``individual`` …), ``occasion`` and ``phase`` are ids of the plan. What
    was typed and not understood has a finding of its own and stays None here: it is never replaced by a guess.
    ``possible_awards`` are those that it may be for, where the award is not known. ``perhaps_outside`` tells whether
    it may be of no year of the campaign: its year is another one, or was not understood.
    """

    nomination: Nomination
    origin: Origin
    award: PlanAward | None = None
    subject: str | None = None
    group: str | None = None
    unit: Unit | None = None
    occasion: str | None = None
    phase: str | None = None
    year: int | None = None
    possible_awards: Sequence[PlanAward] = ()
    perhaps_outside: bool = False

    def of(self, nomination: Nomination, origin: Origin) -> "Entry":
        """Return the entry of another nomination that says the same in all words that are resolved."""
        return Entry(
            nomination,
            origin,
            self.award,
            self.subject,
            self.group,
            self.unit,
            self.occasion,
            self.phase,
            self.year,
            self.possible_awards,
            self.perhaps_outside,
        )

    @property
    def awards(self) -> Sequence[PlanAward]:
        """The award, or those that it may be."""
        return (self.award,) if self.award else self.possible_awards

    @property
    def sex(self) -> str | None:
        """``male`` or ``female`` as the list says, in its column or before the name; None where nobody says."""
        return self.nomination.gender or sex_of_address(self.nomination.name)

    @property
    def unit_name(self) -> str:
        """The nominee's unit as the list of units calls it, else as typed; empty when it is not told."""
        return self.unit.name if self.unit else self.nomination.unit or ""

    @property
    def who(self) -> str:
        """The nominee as messages name it: ``Nguyễn Văn A (Phòng Tổng hợp)``."""
        return f"{self.nomination.name} ({self.unit_name})" if self.unit_name else self.nomination.name

    def is_called(self, said: Called) -> bool:
        """Tell whether a line can mean this nomination: by its id, its name; where it tells both, by both."""
        if said.id and fold(said.id) != fold(self.nomination.id or ""):
            return False
        return said.name is None or same_name(said.name, self.nomination.name)

    @property
    def about(self) -> About:
        """The nominee as findings know him: namesakes and several nominations of one person stay apart."""
        return About(self.who, self.origin.key)

    def finding(
        self,
        code: str,
        field: str,
        message: str,
        hint: str = "",
        basis: str = "",
        severity: Severity | None = None,
        others: Others = (),
    ) -> Finding:
        """Return a finding on this nomination, at one of its fields."""
        return Finding(code, self.origin.spot(field), message, hint, basis, severity, about=self.about, others=others)


def about_all(entries: Iterable[Entry]) -> About:
    """Return what a finding on several nominations is about: nobody by name, each of their units."""
    return About(units=tuple(dict.fromkeys(entry.unit.name for entry in entries if entry.unit)))
