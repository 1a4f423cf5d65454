"""Which papers there are: one line each. Loads nothing: the command line lists them."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from types import ModuleType

    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.papers.contract import Asked, Document, Maker, Missing


class Paper(NamedTuple):
    """One kind of paper: the name of its option, its title, its template, its context file, what it `NEEDS`.

    One ``of_plan`` is made of the plan alone: no list is read for it. One ``of_faults`` tells what is wrong with the
    lists, so that what could not be read of them does not stand in its way. A ``form`` is for units and nominees to
    fill in: it is made when it is named or with all papers, for it may be one a nominee. One ``aside`` is made only
    when it is named.

    A paper may come as several documents: one a review, one a unit, one a nominee.
    """

    name: str
    title: str
    template: str
    maker: str
    needs: tuple[str, ...] = ()
    of_plan: bool = False
    of_faults: bool = False
    form: bool = False
    aside: bool = False

    def documents(self, campaign: "ResolvedCampaign", asked: "Asked") -> "Iterable[Document]":
        """Return what the context file of this paper makes of a campaign."""
        return cast("Maker", self.module()).documents(campaign, asked)

    def made(self, campaign: "ResolvedCampaign", asked: "Asked") -> "Iterable[Document]":
        """Return the documents; raise `LacksError` where the campaign lacks a part that the paper needs, drafts too."""
        from thidua_cli.papers.contract import LacksError

        if lacking := self.lacking(campaign):
            raise LacksError(self.title, lacking)
        return self.documents(campaign, asked)

    def module(self) -> "ModuleType":
        """Return the context file of this paper."""
        return import_module(f"{__package__}.{self.maker}")

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
        Paper("plan", "kế hoạch", "ke-hoach.html.j2", "launch.plan_paper", of_plan=True),
        Paper("guidance", "công văn hướng dẫn đề nghị khen thưởng", "huong-dan.html.j2", "launch.guidance"),
        Paper("registration", "bản đăng ký thi đua", "dang-ky.html.j2", "launch.registration", form=True),
        Paper("pledge", "giao ước thi đua", "giao-uoc.html.j2", "launch.pledge", form=True),
        Paper("interim-report", "báo cáo sơ kết", "bao-cao.html.j2", "reports.interim_report"),
        Paper(
            "achievement",
            "báo cáo thành tích",
            "bao-cao-thanh-tich.html.j2",
            "dossiers.achievement",
            ("entries",),
            form=True,
        ),
        Paper(
            "merit-summary",
            "tóm tắt thành tích",
            "tom-tat-thanh-tich.html.j2",
            "dossiers.merit_summary",
            ("entries",),
            form=True,
        ),
        Paper(
            "unit-minutes",
            "biên bản họp bình xét của đơn vị",
            "bien-ban-don-vi.html.j2",
            "dossiers.unit_minutes",
            ("entries",),
            form=True,
        ),
        Paper("submission", "tờ trình đề nghị khen thưởng", "to-trinh.html.j2", "dossiers.submission", ("entries",)),
        Paper(
            "list",
            "danh sách trích ngang đề nghị khen thưởng",
            "danh-sach.html.j2",
            "dossiers.summary_list",
            ("entries",),
        ),
        Paper(
            "receipt", "phiếu tiếp nhận hồ sơ", "tiep-nhan.html.j2", "dossiers.receipt", ("entries",), of_faults=True
        ),
        Paper(
            "return", "công văn trả hồ sơ", "tra-ho-so.html.j2", "dossiers.return_letter", ("entries",), of_faults=True
        ),
        Paper(
            "council-decision",
            "quyết định thành lập Hội đồng",
            "quyet-dinh-hoi-dong.html.j2",
            "council.council_decision",
            ("sessions",),
        ),
        Paper(
            "council-invitation",
            "giấy mời họp Hội đồng",
            "giay-moi-hoi-dong.html.j2",
            "council.council_invitation",
            ("sessions",),
        ),
        Paper("ballot", "phiếu bầu", "phieu-bau.html.j2", "council.ballot_paper", ("entries",)),
        Paper(
            "count",
            "biên bản kiểm phiếu",
            "bien-ban-kiem-phieu.html.j2",
            "council.ballot_count",
            ("entries", "sessions"),
        ),
        Paper(
            "minutes",
            "biên bản họp Hội đồng",
            "bien-ban-hoi-dong.html.j2",
            "council.council_minutes",
            ("entries", "sessions"),
        ),
        Paper("decision", "quyết định khen thưởng", "quyet-dinh.html.j2", "awarding.award_decision", ("entries",)),
        Paper("money", "danh sách chi tiền thưởng", "chi-tien-thuong.html.j2", "awarding.money_list", ("entries",)),
        Paper(
            "certificate",
            "giấy khen, bằng khen",
            "giay-khen.html.j2",
            "awarding.certificates",
            ("entries", "decisions"),
        ),
        Paper(
            "certificate-ruler",
            "tờ đo độ lệch máy in bằng khen",
            "to-do.html.j2",
            "awarding.certificate_ruler",
            aside=True,
        ),
        Paper(
            "ceremony-invitation",
            "thư mời dự lễ trao thưởng",
            "thu-moi.html.j2",
            "ceremony.ceremony_letters",
            ("entries",),
        ),
        Paper(
            "programme", "chương trình lễ trao thưởng", "chuong-trinh-le.html.j2", "ceremony.programme", ("entries",)
        ),
        Paper("script", "kịch bản trao thưởng", "kich-ban.html.j2", "ceremony.script", ("entries",)),
        Paper("final-report", "báo cáo tổng kết", "bao-cao.html.j2", "reports.final_report"),
        Paper("statistics", "biểu thống kê", "thong-ke.html.j2", "reports.statistics", ("entries", "register")),
        Paper("correction", "đính chính quyết định khen thưởng", "dinh-chinh.html.j2", "awarding.correction"),
    )
}
