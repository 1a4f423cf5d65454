"""The papers of a campaign as the facts make them today, to hold edited files against: drafts too, and why none is.

A paper is made when a file needs it: the kind that its name begins with is looked at first, and all are read only for
a file that bears the name of none.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.errors import ThiduaError
from thidua_cli.papers.agreement import is_same_paper, share_of
from thidua_cli.papers.contract import Asked, Document, Missing
from thidua_cli.papers.excerpts import shared
from thidua_cli.papers.paper_units import Unit, units_beside, units_of
from thidua_cli.papers.registry import PAPERS, Paper
from thidua_cli.reading.bytes import read_bytes
from thidua_cli.reading.papers.open_paper import parse_paper
from thidua_cli.reading.papers.word_aside import NOTHING, Aside, read_beside
from thidua_cli.reading.papers.word_file import read_body
from thidua_cli.reading.papers.word_package import open_whole
from thidua_cli.reading.refusals import EDITED, ZIP, empty, refuse_foreign
from thidua_cli.vietnamese.bodies import slug
from thidua_cli.vietnamese.text import clean

_LEFT_OPEN = "~$"
_HEAD = 16  # units in which a paper says what it is


@dataclass(frozen=True, slots=True)
class Read:
    """A paper as a file says it: its units, those beside the body last, what it draws, and the bytes of the file."""

    units: Sequence[Unit]
    aside: Aside
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Todays:
    """A paper as the facts make it today: the name of its file, its title, what it says, what it lacks.

    ``misnamed`` of a file that bears the name of another paper.
    """

    file: str
    title: str
    read: Read
    lacks: Sequence[Missing] = ()
    misnamed: bool = False


@dataclass(frozen=True, slots=True)
class Unmade:
    """A kind of paper that cannot be made today, not even as a draft, and why."""

    title: str
    why: ThiduaError


def read_file(path: Path) -> Read:
    """Read a file that somebody edited; what cannot be compared raises `ThiduaError` that says what it is."""
    if path.is_dir():
        raise ThiduaError(f"{path} là thư mục", f"so các tệp trong đó: {path}{os.sep}*.docx")
    if path.name.startswith(_LEFT_OPEN):
        message = f"{path} là tệp tạm mà Word để lại khi giấy tờ còn đang mở"
        raise ThiduaError(message, "lưu giấy tờ, đóng Word rồi so lại; tệp tạm ấy thì bỏ qua")
    content = read_bytes(path, EDITED)
    if not content:
        raise empty(str(path), "tệp 0 byte, có lẽ chép hay tải dở: lấy lại tệp, hoặc in lại bằng thidua render")
    return read_all(content, str(path))


def read_all(content: bytes, file: str) -> Read:
    """Read a paper and what stands beside it, in one pass; a plain text has nothing beside it."""
    if not content.startswith(ZIP):
        refuse_foreign(content, file, EDITED)
        return Read(units_of(parse_paper(content, file)), NOTHING, content)
    whole = open_whole(content, file, EDITED)
    paper, aside = read_body(whole.package, file), read_beside(whole, file)
    return Read([*units_of(paper), *units_beside(aside.lines)], aside, content)


@dataclass(slots=True)
class _Kind:
    """The papers of one kind: what they are made of, as far as it goes, and each that was made so far."""

    paper: Paper
    documents: Sequence[Document]
    why: ThiduaError | None
    made: dict[str, Todays | Unmade] = field(default_factory=dict)


class TodaysPapers:
    """All papers of a campaign, each made and read no sooner than a file is to be held against it, and once."""

    def __init__(self, campaign: ResolvedCampaign, asked: Asked) -> None:
        self._campaign, self._asked = campaign, asked
        self._plan = campaign.plan.id
        self._kinds: dict[str, _Kind] = {}

    def meant(self, file: str, theirs: Read) -> Todays | Unmade | None:
        """Return the paper that a file is: by its name, else that of which it has the most, else by its head."""
        own = PurePath(file).stem.removeprefix(f"{self._plan}-")
        if own != PurePath(file).stem and (named := self._named(own, theirs)):
            return self._in_fact(named, theirs)
        unmade = [Unmade(kind.paper.title, kind.why) for kind in map(self._kind, PAPERS.values()) if kind.why]
        of_kind = (one for one in unmade if _begins(own, one.title))
        return next(of_kind, None) or self._most_alike(theirs) or _by_head(theirs, unmade)

    def _in_fact(self, named: Todays | Unmade, theirs: Read) -> Todays | Unmade:
        """Return the paper of this name, or another one where the file has little of it and much of that."""
        if isinstance(named, Unmade) or is_same_paper(share_of(named.read.units, _texts(theirs))):
            return named
        other = self._most_alike(theirs)
        return replace(other, misnamed=True) if other and other is not named else named

    def _named(self, stem: str, theirs: Read) -> Todays | Unmade | None:
        """Return the paper whose file has this name; kinds that a name like it begins with are looked at first."""
        for paper in sorted(PAPERS.values(), key=lambda one: -_likely(one, stem)):
            kind = self._kind(paper)
            for document in kind.documents:
                if document.stem == stem:
                    return self._made(kind, document, theirs)
        return None

    def all(self) -> Iterator[Todays | Unmade]:
        """Yield every paper as it would be made now; of a kind that cannot be made, what stands in its way."""
        for kind in map(self._kind, PAPERS.values()):
            yield from (self._made(kind, document) for document in kind.documents)
            if kind.why:
                yield Unmade(kind.paper.title, kind.why)

    def _kind(self, paper: Paper) -> _Kind:
        if paper.name not in self._kinds:
            documents: list[Document] = []
            why = None
            try:
                documents.extend(paper.made(self._campaign, self._asked))
            except ThiduaError as error:
                why = error
            self._kinds[paper.name] = _Kind(paper, documents, why)
        return self._kinds[paper.name]

    def _made(self, kind: _Kind, document: Document, theirs: Read | None = None) -> Todays | Unmade:
        """Return a paper as it is today; a file of ``theirs`` that is the same to the byte is not read again."""
        if document.stem not in kind.made:
            try:
                kind.made[document.stem] = self._written(kind.paper, document, theirs)
            except ThiduaError as error:
                kind.made[document.stem] = Unmade(kind.paper.title, error)
        return kind.made[document.stem]

    def _written(self, paper: Paper, document: Document, theirs: Read | None) -> Todays:
        from thidua_cli.page.writers import writer

        html = paper.html(document)
        content = writer("docx").written(html, source=paper.template, folders=document.folders)
        same = theirs is not None and theirs.content == content
        file = f"{self._plan}-{document.stem}.docx"
        return Todays(file, paper.title, theirs if theirs and same else read_all(content, file), document.missing)

    def _most_alike(self, theirs: Read) -> Todays | None:
        made = [one for one in self.all() if isinstance(one, Todays)]
        known = _texts(theirs)
        shares = [(share_of(one.read.units, known), number) for number, one in enumerate(made)]
        share, number = max(shares, default=(0.0, 0))
        return made[number] if is_same_paper(share) else None


def _texts(read: Read) -> Counter[str]:
    return Counter(one.text for one in read.units)


def _likely(paper: Paper, stem: str) -> int:
    """Return how many letters a name of a file has in common with what files of a kind may be called."""
    called = (*(slug(one) for one in paper.title.split(", ")), paper.template.partition(".")[0])
    return max(shared(one, stem) for one in called)


def _begins(file: str, title: str) -> bool:
    """Tell whether the name of a file begins with a kind of paper: ``giay-khen…`` for giấy khen, bằng khen."""
    return any(file.startswith(slug(one)) for one in title.split(", "))


def _by_head(theirs: Read, unmade: Sequence[Unmade]) -> Unmade | None:
    head = clean(" ".join(one.text for one in theirs.units[:_HEAD])).casefold()
    return next((one for one in unmade if one.title.casefold() in head), None)
