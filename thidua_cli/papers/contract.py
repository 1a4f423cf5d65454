"""The contract of a paper: what it needs of a campaign, and the documents that it makes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from thidua_cli.errors import ThiduaError
from thidua_cli.vietnamese.text import listing

if TYPE_CHECKING:
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.findings.diagnostic import Diagnostic
    from thidua_cli.papers.common import Frame


BLANK = "……………"
"""What a draft prints where something is still to be written."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What a paper lacks: ``ngày họp Hội đồng``, and what to do: ``ghi held trong council.yaml``."""

    what: str
    where: str


DECIDE = "ghi vào decisions.yaml bằng lệnh thidua decide; muốn in bản thảo thì thêm --draft"
# By the field of `ResolvedCampaign` that holds the part: what a paper may need of a campaign beside its plan.
NEEDS = {
    "entries": Missing("danh sách đề nghị", "đặt tệp danh sách vào thư mục nominations/ của phong trào"),
    "units": Missing("danh sách đơn vị", "lập tệp units.yaml hoặc units.xlsx trong thư mục phong trào"),
    "sessions": Missing("kết quả họp Hội đồng", "lập tệp council.yaml hoặc council.xlsx trong thư mục phong trào"),
    "decisions": Missing("quyết định khen thưởng", DECIDE),
    "register": Missing("sổ khen thưởng", "đặt sổ register.csv vào thư mục phong trào"),
}


class LacksError(ThiduaError):
    """A paper that cannot be made yet: its message names all that is ``missing``, its hint where to write each."""

    def __init__(self, title: str, missing: Sequence[Missing]) -> None:
        super().__init__(f"chưa dựng được {title}: còn thiếu {named(missing)}", remedies(missing))
        self.missing = tuple(missing)


def named(missing: Iterable[Missing]) -> str:
    """Return all that is missing as an enumeration."""
    return listing((one.what for one in missing), "và")


def remedies(missing: Iterable[Missing]) -> str:
    """Return where to write each; things that are mended alike are told together."""
    by_remedy: dict[str, list[str]] = {}
    for one in missing:
        by_remedy.setdefault(one.where, []).append(one.what)
    if len(by_remedy) == 1:
        return next(iter(by_remedy))
    return "; ".join(f"{listing(whats, 'và')}: {where}" for where, whats in by_remedy.items())


class Blanks:
    """Collects what a paper lacks while it is made: a draft prints blanks, a paper to be signed is refused.

    blanks = Blanks(asked.draft)
    held = blanks.text(day and str(day), "ngày họp Hội đồng", "ghi held trong council.yaml")
    blanks.refuse("biên bản họp Hội đồng")
    yield Document("bien-ban", Minutes(..., held=held), blanks.missing)
    """

    def __init__(self, draft: bool) -> None:
        self.draft = draft
        self._found: dict[Missing, None] = {}
        self._doubts: dict[str, None] = {}

    @property
    def missing(self) -> tuple[Missing, ...]:
        """All that is missing so far, each once, in the order in which it was asked for."""
        return tuple(self._found)

    def text(self, value: str | None, what: str, where: str) -> str:
        """Return the value; where there is none, a dotted blank, and remember that ``what`` is missing."""
        if value:
            return value
        self.lacks(what, where)
        return BLANK

    def lacks(self, what: str, where: str) -> None:
        """Remember something that is missing and that is no text."""
        self._found[Missing(what, where)] = None

    def doubt(self, note: str) -> None:
        """Remember something that is printed and that its maker must look up before it is signed."""
        self._doubts[note] = None

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be looked up, each once."""
        return tuple(self._doubts)

    def refuse(self, title: str) -> None:
        """Raise `LacksError` when something is missing and this is no draft; ``title`` names the paper."""
        if self._found and not self.draft:
            raise LacksError(title, self.missing)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of papers: the options of ``thidua render``, as typed; None or empty asks for all.

    ``draft`` allows what a paper to be signed may not have: nominations that were not understood. ``templates``
    is the office's own folder of templates, ``word_template`` its own Word file in place of ours; ``findings`` are
    those of ``thidua check`` on the campaign. ``each`` makes a file for each page.
    """

    day: date
    award: str | None = None
    unit: str | None = None
    occasion: str | None = None
    year: int | None = None
    only: tuple[str, ...] = ()
    draft: bool = False
    templates: Path | None = None
    word_template: Path | None = None
    findings: Sequence["Diagnostic"] = ()
    each: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One file to be: the end of its name, the plain data that the template prints, what a draft lacks.

    ``notes`` are what its maker must know and what no paper may print. Its pictures may stand in
    ``folders`` beside those of the campaign and of its templates.
    """

    stem: str
    context: "Frame"
    missing: Sequence[Missing] = ()
    notes: Sequence[str] = ()
    folders: Sequence[Path] = ()


class Maker(Protocol):
    """A context file of this room: it has a function ``documents``."""

    def documents(self, campaign: "ResolvedCampaign", asked: Asked) -> Iterable[Document]:
        """Return the documents of one paper; what is lacking raises `LacksError`, with the places to write it."""
