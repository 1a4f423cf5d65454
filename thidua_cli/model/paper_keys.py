"""Which keys of an entry in ``papers.yaml`` a paper takes (``paper_keys.yaml``); others would say nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from thidua_cli.files import read_data
from thidua_cli.model.paper_facts import PaperFacts

CEREMONY_DOCS = ("programme", "script", "ceremony-invitation")
"""The papers of one ceremony: what is of them all is told beside any of them."""


@dataclass(frozen=True, slots=True)
class PaperKeys:
    """What a paper prints, or is made by (``keys``), and what tells papers of one kind from one another (``by``)."""

    keys: Sequence[str]
    by: Sequence[str]


@cache
def paper_keys() -> dict[str, PaperKeys]:
    """Return the keys of each paper, by its name."""
    read: dict[str, dict[str, list[str]]] = read_data(Path(__file__).with_name("paper_keys.yaml"))
    return {name: PaperKeys(told["keys"], told.get("by", ())) for name, told in read.items()}


def untaken(own: PaperFacts) -> list[str]:
    """Return the keys of an entry that its paper does not take, in the order in which the schema has them."""
    known = paper_keys()[own.doc]
    told = [key for key in PaperFacts.model_fields if key in own.model_fields_set]
    return [key for key in told if key not in ("doc", *known.keys, *known.by)]


def takers(key: str) -> list[str]:
    """Return the names of the papers that take a key."""
    return [name for name, known in paper_keys().items() if key in known.keys or key in known.by]
