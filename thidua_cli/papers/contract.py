"""The contract of a paper: what it needs of a campaign, and the documents that it makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.papers.common import Frame


@dataclass(frozen=True, slots=True)
class Need:
    """A part of a campaign beside its plan: what users call it, and where they put its file."""

    title: str
    remedy: str


# By the field of `ResolvedCampaign` that holds the part.
NEEDS = {
    "entries": Need("danh sách đề nghị", "đặt tệp danh sách vào thư mục nominations/ của phong trào"),
    "units": Need("danh sách đơn vị", "lập tệp units.yaml hoặc units.xlsx trong thư mục phong trào"),
    "sessions": Need("kết quả họp Hội đồng", "lập tệp council.yaml hoặc council.xlsx trong thư mục phong trào"),
    "register": Need("sổ khen thưởng", "đặt sổ register.csv vào thư mục phong trào"),
}


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
