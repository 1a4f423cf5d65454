"""What ``results.yaml`` tells in a report beside the targets: who took part, what was done, who is an example."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.course import Course
from thidua_cli.campaign.entry import Entry
from thidua_cli.model.results import Activity, Exemplary, Participation, Results
from thidua_cli.papers.people import addressed, position_of
from thidua_cli.papers.reports.award_shares import percent_of
from thidua_cli.vietnamese.emphasis import SENTENCE_ENDS

_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Who took part of those who were asked to; None: not told. Shares in per cent, empty where they cannot be told."""

    units: int | None
    asked_units: int | None
    unit_share: str
    persons: int | None
    asked_persons: int | None
    person_share: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One thing that was done, as printed; empty where it is not told."""

    number: int
    what: str
    field: str
    measure: str
    count: str
    before: str
    registered: str
    done: str
    recognised: str
    note: str


@dataclass(frozen=True, slots=True)
class Example:
    """A collective or person named as an example, with what was done."""

    name: str
    position: str
    text: str


@dataclass(frozen=True, slots=True)
class ContentPart:
    """What was reached in one content of the movement."""

    heading: str
    paragraphs: Sequence[str]


def taking_part(told: Participation | None) -> TakingPart:
    """Return who took part, with the shares of those who were asked to."""
    told = told or Participation()
    return TakingPart(
        told.units,
        told.asked_units,
        _share(told.units, told.asked_units),
        told.persons,
        told.asked_persons,
        _share(told.persons, told.asked_persons),
    )


def _share(some: int | None, whole: int | None) -> str:
    return "" if some is None or whole is None else percent_of(some, whole)


def activities(told: Iterable[Activity]) -> list[ActivityRow]:
    """Return the rows of what was done, numbered from 1."""
    return [
        ActivityRow(
            number=number,
            what=one.what.rstrip(SENTENCE_ENDS),
            field=one.field or "",
            measure=one.unit or "",
            count=_text(one.count),
            before=_text(one.before),
            registered=_text(one.registered),
            done=_text(one.done),
            recognised=_text(one.recognised),
            note=one.note or "",
        )
        for number, one in enumerate(told, start=1)
    ]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def examples(results: Results, found: Sequence[Course]) -> list[Example]:
    """Return whom the results name, else those who were awarded the highest forms, as far as their deeds are told."""
    if results.exemplary:
        return [_named(one, found) for one in results.exemplary]
    return [
        Example(addressed(one.nomination), position_of(one), one.nomination.achievement or "")
        for one in _with_deeds(found)[:_EXAMPLES]
    ]


def unnamed(results: Results, found: Sequence[Course]) -> int:
    """Return how many were awarded with their deeds told and are no `examples`, where nobody chose whom to name."""
    return 0 if results.exemplary else max(0, len(_with_deeds(found)) - _EXAMPLES)


def _with_deeds(found: Sequence[Course]) -> list[Entry]:
    return [one.entry for one in found if one.awarded and one.entry.nomination.achievement]


def _named(said: Exemplary, found: Sequence[Course]) -> Example:
    """Return an example; what the results leave out is that of the one nominee of this id or name."""
    same = [one.entry for one in found if one.entry.is_called(said)]
    if len({one.who for one in same}) != 1:
        return Example(said.told, said.unit or "", said.text or "")
    own = same[0]
    told = said.text or own.nomination.achievement or ""
    return Example(addressed(own.nomination), said.unit or position_of(own), told)
