"""The contract of a paper: what it needs of a campaign, and the documents that it makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.papers.common import Frame


class Need(Enum):
    """A part of a campaign beside its plan, by the name of its field in `ResolvedCampaign`.

    ``title`` is what users call it, ``remedy`` tells where its file is put.
    """

    ENTRIES = ("danh sách đề nghị", "đặt tệp danh sách vào thư mục nominations/ của chiến dịch")
    UNITS = ("danh sách đơn vị", "lập tệp units.yaml hoặc units.xlsx trong thư mục chiến dịch")
    COUNCIL = ("kết quả họp Hội đồng", "lập tệp council.yaml trong thư mục chiến dịch")
    REGISTER = ("sổ khen thưởng", "đặt sổ register.csv vào thư mục chiến dịch")

    def __init__(self, title: str, remedy: str) -> None:
        self.title, self.remedy = title, remedy

    def met_by(self, campaign: "ResolvedCampaign") -> bool:
        """Tell whether the campaign has this part."""
        return bool(getattr(campaign, self.name.lower()))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of papers: the options of ``thidua render``, as typed; None or empty asks for all.

    ``draft`` allows what a paper to be signed may not have: nominations that were not understood. ``templates``
    is the office's own folder of templates.
    """

    day: date
    award: str | None = None
    unit: str | None = None
    occasion: str | None = None
    year: int | None = None
    only: tuple[str, ...] = ()
    draft: bool = False
    templates: Path | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file to be: the end of its name, and the plain data that the template prints."""

    stem: str
    context: "Frame"


class Maker(Protocol):
    """A context file of this room: it has a function ``documents``."""

    def documents(self, campaign: "ResolvedCampaign", asked: Asked) -> Iterable[Document]:
        """Return the documents of one paper; what is lacking raises `ThiduaError`, with the place to write it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper: the name of its option, its title, its template, its context file, what it needs.

    A paper may come as several documents: one a review, one a unit, one a nominee.
    """

    name: str
    title: str
    template: str
    maker: str
    needs: frozenset[Need] = field(default=frozenset())

    def documents(self, campaign: "ResolvedCampaign", asked: Asked) -> Iterable[Document]:
        """Return what the context file of this paper makes of a campaign."""
        maker = cast(Maker, import_module(f"{__package__}.{self.maker}"))
        return maker.documents(campaign, asked)

    def html(self, document: Document, templates: Path | None = None) -> str:
        """Return a document in the vocabulary that the writers of pages read; ``templates`` come before ours."""
        from thidua_cli.papers.engine import render

        return render(self.template, vars(document.context), templates)

    def lacking(self, campaign: "ResolvedCampaign") -> list[Need]:
        """Return the parts that the paper needs and the campaign does not have."""
        return [need for need in Need if need in self.needs and not need.met_by(campaign)]
