"""All papers of a campaign as the facts make them today, to hold edited files against: drafts too, and why none is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.papers.agreement import is_same_paper, share_of
from thidua_cli.papers.contract import Asked, Document, Missing
from thidua_cli.papers.paper_units import Unit, units_beside, units_of
from thidua_cli.papers.registry import PAPERS, Paper
from thidua_cli.reading.papers.open_paper import parse_paper
from thidua_cli.reading.papers.paper import Paper as ReadPaper
from thidua_cli.reading.papers.word_aside import Aside, read_beside
from thidua_cli.reading.refusals import ZIP
from thidua_cli.vietnamese.bodies import slug
from thidua_cli.vietnamese.text import clean

_HEAD = 16  # units in which a paper says what it is


@dataclass(frozen=True, slots=True)
class Read:
    """A paper as a file says it: its units, those beside the body last, and what it draws."""

    units: Sequence[Unit]
    aside: Aside


@dataclass(frozen=True, slots=True)
class Todays:
    """A paper as the facts make it today: the name of its file, its title, what it says, what it lacks."""

    file: str
    title: str
    read: Read
    lacks: Sequence[Missing] = ()


@dataclass(frozen=True, slots=True)
class Unmade:
    """A kind of paper that cannot be made today, not even as a draft, and why."""

    title: str
    why: ThiduaError


def read_all(content: bytes, file: str) -> Read:
    """Read a paper and what stands beside it; a plain text has nothing beside it."""
    paper: ReadPaper = parse_paper(content, file)
    aside = read_beside(content, file) if content.startswith(ZIP) else Aside((), (), (), (), 0)
    return Read([*units_of(paper), *units_beside(aside.lines)], aside)


def todays(campaign: ResolvedCampaign, asked: Asked) -> Iterator[Todays | Unmade]:
    """Yield every paper of a campaign as it would be made now; of one that cannot be made, what stands in its way."""
    for paper in PAPERS.values():
        try:
            for document in paper.made(campaign, asked):
                yield _made(paper, document, campaign)
        except ThiduaError as error:
            yield Unmade(paper.title, error)


def _made(paper: Paper, document: Document, campaign: ResolvedCampaign) -> Todays:
    from thidua_cli.page.writers import writer

    file = f"{campaign.plan.id}-{document.stem}.docx"
    content = writer("docx").written(paper.html(document), source=paper.template, folders=document.folders)
    return Todays(file, paper.title, read_all(content, file), document.missing)


def meant(file: str, theirs: Read, ours: Sequence[Todays | Unmade], plan: str) -> Todays | Unmade | None:
    """Return the paper that a file is: by its name, else that of which it has the most, else by its head.

    ``plan`` is the id of the plan, with which the names of files begin.
    """
    made = [one for one in ours if isinstance(one, Todays)]
    unmade = [one for one in ours if isinstance(one, Unmade)]
    by_name = (one for one in made if one.file == file)
    of_kind = (one for one in unmade if _begins(file.removeprefix(f"{plan}-"), one.title))
    return next(by_name, None) or next(of_kind, None) or _most_alike(theirs, made) or _by_head(theirs, unmade)


def _begins(file: str, title: str) -> bool:
    """Tell whether the name of a file begins with a kind of paper: ``giay-khen…`` for giấy khen, bằng khen."""
    return any(file.startswith(slug(one)) for one in title.split(", "))


def _most_alike(theirs: Read, made: Sequence[Todays]) -> Todays | None:
    shares = [(share_of(one.read.units, theirs.units), number) for number, one in enumerate(made)]
    share, number = max(shares, default=(0.0, 0))
    return made[number] if is_same_paper(share) else None


def _by_head(theirs: Read, unmade: Sequence[Unmade]) -> Unmade | None:
    head = clean(" ".join(one.text for one in theirs.units[:_HEAD])).casefold()
    return next((one for one in unmade if one.title.casefold() in head), None)
