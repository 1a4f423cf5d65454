"""Which papers there are: one line each. Loads nothing: the command line lists them."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.papers.contract import Asked, Document, Maker, Missing


class Paper(NamedTuple):
    """One kind of paper: the name of its option, its title, its template, its context file, what it `NEEDS`.

    One ``of_plan`` is made of the plan alone: no list is read for it. One ``aside`` is made only when it is named.

    A paper may come as several documents: one a review, one a unit, one a nominee.
    """

    name: str
    title: str
    template: str
    maker: str
    needs: tuple[str, ...] = ()
    of_plan: bool = False
    aside: bool = False

    def documents(self, campaign: "ResolvedCampaign", asked: "Asked") -> "Iterable[Document]":
        """Return what the context file of this paper makes of a campaign."""
        maker = cast("Maker", import_module(f"{__package__}.{self.maker}"))
        return maker.documents(campaign, asked)

    def html(self, document: "Document", templates: Path | None = None) -> str:
        """Return a document in the vocabulary that the writers of pages read; ``templates`` come before ours."""
        from thidua_cli.papers.engine import render

        return render(self.template, vars(document.context), templates)

    def lacking(self, campaign: "ResolvedCampaign") -> "list[Missing]":
        """Return the parts that the paper needs and the campaign does not have."""
        from thidua_cli.papers.contract import NEEDS

        return [NEEDS[part] for part in self.needs if not getattr(campaign, part)]


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("plan", "kế hoạch", "ke-hoach.html.j2", "plan_paper", of_plan=True),
        Paper("interim-report", "báo cáo sơ kết", "bao-cao.html.j2", "interim_report"),
        Paper("list", "danh sách trích ngang đề nghị khen thưởng", "danh-sach.html.j2", "summary_list", ("entries",)),
        Paper("certificate", "giấy khen, bằng khen", "giay-khen.html.j2", "certificates", ("entries", "decisions")),
        Paper(
            "certificate-ruler",
            "tờ đo độ lệch máy in bằng khen",
            "to-do.html.j2",
            "certificate_ruler",
            aside=True,
        ),
        Paper("final-report", "báo cáo tổng kết", "bao-cao.html.j2", "final_report"),
    )
}
