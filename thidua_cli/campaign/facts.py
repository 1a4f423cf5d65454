"""What came after the plan: results, decisions, the papers' own facts, the office; read beside the lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import BaseModel

from thidua_cli.campaign.files_of import FACTS, fact_files, office_file
from thidua_cli.campaign.yaml_lists import left_out
from thidua_cli.model.certificate import Certificate
from thidua_cli.model.decision import Decision, DecisionFile
from thidua_cli.model.office import Office
from thidua_cli.model.paper_facts import PaperFacts, PaperFile
from thidua_cli.model.results import Results
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry

Value = TypeVar("Value", bound=BaseModel)


class Read(Protocol):
    """Reads a YAML file of a campaign and keeps its faults."""

    def __call__(self, path: Path, model: type[Value]) -> tuple[Document, Value] | None:
        """Return the document and what it says; None for a file that has faults."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of the papers; ``doubted`` names the kinds of which a file, or a part of one, was not read.

    ``sheets`` are those of certificates that papers.yaml and the office name, by their files. ``draft``: papers are
    made without what was not understood of their entries, instead of being refused.
    """

    results: list[Record[Results]] = field(default_factory=list)
    decisions: list[Record[Decision]] = field(default_factory=list)
    papers: list[Record[PaperFacts]] = field(default_factory=list)
    office: Record[Office] | None = None
    sheets: dict[Path, Certificate] = field(default_factory=dict)
    folder: Path = Path()
    doubted: frozenset[str] = frozenset()
    draft: bool = False


def load_facts(folder: Path, read: Read, unread: Iterable[str]) -> Facts:
    """Return the facts of the campaign in ``folder``.

    ``unread`` are the names of the files that no reader takes.
    """
    doubted = {kind for kind in FACTS for name in unread if kind in (Path(name).stem, Path(name).parent.name)}

    def opened(kind: str, model: type[Value]) -> list[tuple[Document, Value]]:
        found = [read(path, model) for path in fact_files(folder, kind)]
        if None in found:
            doubted.add(kind)
        return [one for one in found if one is not None]

    results = [Record(value, YamlEntry(document, "")) for document, value in opened("results", Results)]
    decisions = [
        Record(one, YamlEntry(document, f"decisions[{index}]"))
        for document, file in opened("decisions", DecisionFile)
        for index, one in enumerate(file.decisions)
    ]
    papers = [
        Record(one, YamlEntry(document, f"papers[{index}]", left_out(document, "papers", index, one)))
        for document, file in opened("papers", PaperFile)
        for index, one in enumerate(file.papers)
    ]
    if any(one.origin.unread for one in papers):
        doubted.add("papers")
    office = load_office(folder, read)
    facts = Facts(results, decisions, papers, office, folder=folder, doubted=frozenset(doubted))
    for path in _sheets_named(facts):
        if path not in facts.sheets and (found := read(path, Certificate)):
            facts.sheets[path] = found[1]
    return facts


def _sheets_named(facts: Facts) -> Iterator[Path]:
    yield from (own_sheet(facts, one.value.sheet) for one in facts.papers if one.value.sheet)
    if facts.office:
        yield from (office_sheet(facts.office, name) for name in facts.office.value.certificates.values())


def own_sheet(facts: Facts, name: str) -> Path:
    """Return the file of a sheet that papers.yaml names."""
    return facts.folder / name


def office_sheet(office: Record[Office], name: str) -> Path:
    """Return the file of a sheet that the office names: beside its own file."""
    return Path(office.origin.spot("").file).parent / name


def load_office(folder: Path, read: Read) -> Record[Office] | None:
    """Return what is said of the office, in the folder of a campaign or above; None where nothing can be read."""
    path = office_file(folder)
    if path is None:
        return None
    found = read(path, Office)
    if found is None:
        return None
    document, office = found
    return Record(office, YamlEntry(document, ""))
