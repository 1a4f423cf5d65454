"""What the data files of the law hold. Every value carries its citation and how far it can be trusted."""

from collections.abc import Container
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from thidua_cli.law.citation import INSTRUMENT_KINDS, check_citation, cite
from thidua_cli.law.data_files import entries, refuse_overlaps
from thidua_cli.law.movement_terms import LAUNCHERS, MODES, MOMENTS, SUBJECTS


class Confidence(StrEnum):
    """How a value is known, the surest first; with the words that users read."""

    vietnamese: str
    PRIMARY = "primary", "đã đọc toàn văn"
    OFFICIAL = "official", "đã đọc bản pháp điển"
    QUOTED = "quoted", "trích nguyên văn điều luật"
    SECONDARY = "secondary", "nguồn thứ cấp"
    DERIVED = "derived", "suy ra từ quy định"
    MEMORY = "memory", "chưa kiểm chứng"
    DRAFT = "draft", "theo dự thảo"
    UNVERIFIED = "unverified", "cần đối chiếu lại"

    def __new__(cls, word: str, vietnamese: str) -> Self:
        """Make the member: a text as the data files write it, and beside it the words that users read."""
        found = str.__new__(cls, word)
        found._value_ = word
        found.vietnamese = vietnamese
        return found

    @property
    def doubt(self) -> str:
        """What a message adds of a value that is not surely known: `` (suy ra từ quy định)``; else empty."""
        return "" if may_block(self) else f" ({self.vietnamese})"

    @property
    def rank(self) -> int:
        """Zero for the surest; grows with doubt."""
        return list(Confidence).index(self)


def may_block(confidence: Confidence) -> bool:
    """Tell whether a value known this way may make a check fail, and not only warn."""
    return confidence in {Confidence.PRIMARY, Confidence.OFFICIAL, Confidence.QUOTED}


Citation = Annotated[str, AfterValidator(check_citation)]
Name = Annotated[str, Field(min_length=1)]


def _one_of(known: Container[str]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in known:
            message = f"{value!r} is no such word"
            raise ValueError(message)
        return value

    return AfterValidator(check)


Launcher = Annotated[str, _one_of(LAUNCHERS)]
Mode = Annotated[str, _one_of(MODES)]
Moment = Annotated[str, _one_of(MOMENTS)]
Subject = Annotated[str, _one_of(SUBJECTS)]


class Value(BaseModel):
    """Base of all values: read from our own files, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Dated(Value):
    """A value that holds from a day (and to a day, included), with the article behind it."""

    ABOUT: ClassVar[tuple[str, ...]] = ("id",)
    """The fields that tell what a value speaks of: of one thing, one value is in force on a day."""

    start: date = Field(alias="from")
    end: date | None = Field(default=None, alias="to")
    citation: Citation
    confidence: Confidence

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end and self.end < self.start:
            message = f"ends on {self.end}, before it starts on {self.start}"
            raise ValueError(message)
        return self

    @property
    def key(self) -> Any:
        """What must not stand twice on one day."""
        return tuple(getattr(self, name) for name in self.ABOUT)

    def holds(self, day: date) -> bool:
        """Tell whether the value is in force on ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)

    @property
    def cited(self) -> str:
        """The citation in Vietnamese words."""
        return cite(self.citation)


D = TypeVar("D", bound=Dated)


def dated_entries(name: str, shape: type[D], part: str = "") -> tuple[D, ...]:
    """Return the entries of a data file, as `entries`; `LawDataError` when two speak of one thing on one day."""
    found = entries(name, shape, part)
    refuse_overlaps(found, f"{name}.yaml")
    return found


class Regime(Dated):
    """A period under one set of law, decree and circular. Not ``reviewed``: its changes are not in our data."""

    id: Name
    name: Name
    law: Name
    decree: Name
    circular: Name
    reviewed: bool
    note: str = ""


class Decider(Value):
    """A post or body that decides awards; ``patterns`` are the beginnings by which free text is recognised."""

    id: Name
    name: Name
    patterns: tuple[Name, ...]


class Decision(Dated):
    """That a decider decides an award during a time."""

    ABOUT = ("who",)

    who: Name


class Award(Value):
    """A title or a form of award; ``own``: the one that whoever launches gives himself, named with who decides it."""

    id: Name
    name: Name
    short: str = ""
    kind: Literal["title", "form"]
    level: Literal["state", "ministry_province", "base", "other"]
    subjects: tuple[Subject, ...] = Field(min_length=1)
    deciders: tuple[Decision, ...]
    aliases: tuple[Name, ...]
    standard: Name
    citation: Citation
    confidence: Confidence
    note: str = ""
    own: bool = False

    @property
    def cited(self) -> str:
        """The citation of the standard in Vietnamese words."""
        return cite(self.citation)


class Instrument(Value):
    """A law, decree, circular or directive. A date that is not known is None; ``to`` is its last day in force."""

    id: Name
    number: Name
    kind: Annotated[str, _one_of(INSTRUMENT_KINDS)]
    title: str = ""
    about: Name
    issued: date | None = None
    start: date | None = Field(default=None, alias="from")
    end: date | None = Field(default=None, alias="to")
    replaced_by: str = ""
    citation: Citation
    confidence: Confidence
    cite: Name
    basis: Literal["default", "local", "none"]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            message = f"ends on {self.end}, before it starts on {self.start}"
            raise ValueError(message)
        return self

    def in_force(self, first_day: date, last_day: date | None = None) -> bool:
        """Tell whether it is in force on ``first_day``, or on some day up to ``last_day``."""
        begins = self.start is None or self.start <= (last_day or first_day)
        return begins and (self.end is None or first_day <= self.end)


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

    award: Name
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
