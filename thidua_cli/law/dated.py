"""What the data files of the law hold. Every value carries its citation and how far it can be trusted."""

from collections.abc import Callable, Container, Iterable
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, model_validator

from thidua_cli.law.citation import INSTRUMENT_KINDS, check_citation, cite
from thidua_cli.law.data_files import LawDataError, entries, read
from thidua_cli.law.movement_terms import LAUNCHERS, MODES, MOMENTS, SUBJECTS


class Confidence(StrEnum):
    """How a value is known, the surest first."""

    PRIMARY = "primary"
    OFFICIAL = "official"
    QUOTED = "quoted"
    SECONDARY = "secondary"
    DERIVED = "derived"
    MEMORY = "memory"
    DRAFT = "draft"
    UNVERIFIED = "unverified"

    @property
    def vietnamese(self) -> str:
        """The words that users read."""
        return _CONFIDENCE[self]

    @property
    def doubt(self) -> str:
        """What a message adds of a value that is not surely known: `` (suy ra từ quy định)``; else empty."""
        return "" if may_block(self) else f" ({self.vietnamese})"

    @property
    def rank(self) -> int:
        """Zero for the surest; grows with doubt."""
        return list(Confidence).index(self)


_CONFIDENCE = {
    Confidence.PRIMARY: "đã đọc toàn văn",
    Confidence.OFFICIAL: "đã đọc bản pháp điển",
    Confidence.QUOTED: "trích nguyên văn điều luật",
    Confidence.SECONDARY: "nguồn thứ cấp",
    Confidence.DERIVED: "suy ra từ quy định",
    Confidence.MEMORY: "chưa kiểm chứng",
    Confidence.DRAFT: "theo dự thảo",
    Confidence.UNVERIFIED: "cần đối chiếu lại",
}


def may_block(confidence: Confidence) -> bool:
    """Tell whether a value known this way may make a check fail, and not only warn."""
    return confidence in {Confidence.PRIMARY, Confidence.OFFICIAL, Confidence.QUOTED}


Citation = Annotated[str, AfterValidator(check_citation)]
Name = Annotated[str, Field(min_length=1)]
Part = Annotated[Fraction, PlainValidator(Fraction)]


def _one_of(known: Container[str]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in known:
            message = f"{value!r} is no such word"
            raise ValueError(message)
        return value

    return AfterValidator(check)


@cache
def _award_ids() -> frozenset[str]:
    return frozenset(entry["id"] for entry in read("awards")["awards"])


def _check_award(value: str) -> str:
    if value not in _award_ids():
        message = f"{value!r} is no award"
        raise ValueError(message)
    return value


AwardId = Annotated[str, AfterValidator(_check_award)]
Launcher = Annotated[str, _one_of(LAUNCHERS)]
Mode = Annotated[str, _one_of(MODES)]
Moment = Annotated[str, _one_of(MOMENTS)]
Subject = Annotated[str, _one_of(SUBJECTS)]


class Value(BaseModel):
    """Base of all values: read from our own files, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Cited(Value):
    """A value with the article behind it."""

    citation: Citation
    confidence: Confidence

    @property
    def cited(self) -> str:
        """The citation in Vietnamese words."""
        return cite(self.citation)


class Lasting(Cited):
    """A value that is in force from a day to a day, both included; a day that is not known, or not yet, is None."""

    start: date | None = Field(default=None, alias="from")
    end: date | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            message = f"ends on {self.end}, before it starts on {self.start}"
            raise ValueError(message)
        return self

    def in_force(self, day: date) -> bool:
        """Tell whether it is in force on ``day``."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Dated(Lasting):
    """A value of which the first day is known."""

    ABOUT: ClassVar[tuple[str, ...]] = ("id",)
    """The fields that tell what a value speaks of: of one thing, one value is in force on a day."""

    start: date = Field(alias="from")

    @property
    def key(self) -> Any:
        """What must not stand twice on one day."""
        return tuple(getattr(self, name) for name in self.ABOUT)


D = TypeVar("D", bound=Dated)


def refuse_overlaps(values: Iterable[Dated], where: str) -> None:
    """Raise `LawDataError` when two values with one key are in force on the same day."""
    last: dict[Any, Dated] = {}
    for value in sorted(values, key=lambda value: value.start):
        before = last.get(value.key)
        if before is not None and value.start <= (before.end or date.max):
            message = f"{where}: {value.key!r} of {before.start} and of {value.start} overlap"
            raise LawDataError(message)
        last[value.key] = value


def dated_values(name: str, part: str, shape: type[D]) -> Callable[[], tuple[D, ...]]:
    """Return the reader of the values of all times in one part of a data file.

    It raises `LawDataError` when two speak of one thing on one day.
    """

    @cache
    def values() -> tuple[D, ...]:
        found = entries(name, shape, part)
        refuse_overlaps(found, f"{name}.yaml")
        return found

    return values


class Regime(Dated):
    """A period under one set of law, decree and circular. Not ``reviewed``: its changes are not in our data."""

    id: Name
    name: Name
    law: Name
    decree: Name
    circular: Name
    reviewed: bool
    note: str = ""


Level = Literal["state", "ministry_province", "base", "other"]


class Decider(Value):
    """A post or body that decides awards; ``patterns`` are the beginnings by which free text is recognised.

    ``level`` is that of the awards that he is first thought of; ``offices`` begin the names of the bodies that people
    name in his place.
    """

    id: Name
    name: Name
    level: Level
    patterns: tuple[Name, ...]
    offices: tuple[Name, ...] = ()


class Decision(Dated):
    """That a decider decides an award during a time."""

    ABOUT = ("who",)

    who: Name


class Award(Cited):
    """A title or a form of award, with the citation of its standard.

    ``own``: the one that whoever launches gives himself, named with who decides it.
    """

    id: Name
    name: Name
    short: str = ""
    kind: Literal["title", "form"]
    level: Level
    subjects: tuple[Subject, ...] = Field(min_length=1)
    deciders: tuple[Decision, ...]
    aliases: tuple[Name, ...]
    standard: Name
    note: str = ""
    own: bool = False


class Instrument(Lasting):
    """A law, decree, circular or directive. A date that is not known is None."""

    id: Name
    number: Name
    kind: Annotated[str, _one_of(INSTRUMENT_KINDS)]
    title: str = ""
    about: Name
    issued: date | None = None
    replaced_by: str = ""
    cite: Name
    basis: Literal["default", "local", "none"]


class PlanElement(Dated):
    """Something that the Law asks of a plan; ``required``: the plan itself has to fix it."""

    id: Name
    name: Name
    required: bool


class Advice(Dated):
    """What the law says of a matter that a good plan tells; ``who``: whom it names."""

    id: Name
    who: str = ""


class MovementRow(Dated):
    """A permission: a movement of this kind may lead to this award. An empty tuple asks nothing."""

    ABOUT = ("award", "subjects", "launchers", "modes", "political_task")

    award: AwardId
    subjects: tuple[Subject, ...] = Field(min_length=1)
    launchers: tuple[Launcher, ...] = ()
    min_years: float = Field(default=0, ge=0)
    modes: tuple[Mode, ...] = ()
    moments: tuple[Moment, ...] = ()
    political_task: bool = False


class Launching(Dated):
    """Who may launch and direct movements at one level, and how far they reach."""

    ABOUT = ("launcher",)

    launcher: Launcher
    who: Name
    scope: Name


class Abolished(Dated):
    """A level of government that no longer exists."""

    id: Name
    text: Name
