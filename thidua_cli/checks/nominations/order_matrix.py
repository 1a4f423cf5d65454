"""What comes before what, as data: the kinds of dated facts, and the pairs of them that have an order."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from thidua_cli import checks
from thidua_cli.campaign.law_day import basis
from thidua_cli.files import read_data
from thidua_cli.law.citation import join
from thidua_cli.law.dated import Name, Value
from thidua_cli.law.merit import all_parts
from thidua_cli.model.terms import PAPER_NAMES

DATA = Path(checks.__file__).with_name("data") / "order_of_facts.yaml"


class FactKind(Value):
    """A kind of dated fact: its words and the key of its day; the data file says what the flags mean."""

    said: Name
    key: Name = "date"
    past: bool = False
    one: bool = False
    within: str = ""


class Pair(Value):
    """Two kinds of facts of which ``after`` is never dated before ``before``; the data file says what keys mean."""

    before: Name
    after: Name
    follows: Literal["all", "any", "last"]
    same_day: bool = True
    by: Literal["", "phase", "paper", "nominees"] = ""
    part: str = ""
    why: Name

    def basis(self, day: date) -> str:
        """Return the article that makes the earlier paper a part of the dossier on that day; empty without one."""
        parts = [one for one in all_parts() if self.part and self.part in one.words and one.in_force(day)]
        return basis(parts[0], join([one.citation for one in parts])) if parts else ""


class OneDay(Value):
    """Two kinds of facts that tell the day of one thing."""

    first: Name
    second: Name
    why: Name


class Matrix(Value):
    """All that is known of the order of facts."""

    kinds: dict[str, FactKind]
    pairs: tuple[Pair, ...]
    one_day: tuple[OneDay, ...]


@cache
def matrix() -> Matrix:
    """Return the matrix; the kinds of facts with those of papers.yaml, which go by the names of papers."""
    typed = read_data(DATA)
    papers = {name: {"said": said} for name, said in PAPER_NAMES.items()}
    return Matrix.model_validate({**typed, "kinds": {**papers, **typed["kinds"]}})
