"""The reports on a campaign: sơ kết and tổng kết. Numbers are derived; ``results.yaml`` tells what cannot be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.course import courses
from thidua_cli.campaign.reached import reached
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import ANY, Review
from thidua_cli.model.results import Results
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.papers.common import Annex, Frame, annexes, frame, reference
from thidua_cli.papers.contract import BLANK, Asked, Blanks, Document
from thidua_cli.papers.issuing import of_plan
from thidua_cli.papers.movement_name import movement
from thidua_cli.papers.own_facts import Which, issued, layout_in, own_facts
from thidua_cli.papers.reports.report_awards import AwardsPart, awards_part
from thidua_cli.papers.reports.report_quotas import UnitQuotas, unit_quotas
from thidua_cli.papers.reports.report_results import (
    ActivityRow,
    ContentPart,
    Example,
    TakingPart,
    activities,
    examples,
    taking_part,
    unnamed,
)
from thidua_cli.papers.reports.report_targets import TargetsPart, targets_part
from thidua_cli.papers.selection import asked_review
from thidua_cli.vietnamese.emphasis import SENTENCE_ENDS, finished
from thidua_cli.vietnamese.text import FEW, listing

FILE = "results.yaml"
INTERIM, FINAL = "interim-report", "final-report"
_STEMS = {INTERIM: "bao-cao-so-ket", FINAL: "bao-cao-tong-ket"}


@dataclass(frozen=True)
class Report(Frame):
    """A report. ``interim``: sơ kết. The parts hold numbers as derived; prose is that of the results."""

    interim: bool
    movement: str
    plan_reference: str
    review: str
    as_of: str
    documents: Sequence[str]
    leadership: Sequence[str]
    taking_part: TakingPart
    targets: TargetsPart
    contents: Sequence[ContentPart]
    activities: Sequence[ActivityRow]
    models: Sequence[ActivityRow]
    examples: Sequence[Example]
    awards: AwardsPart
    unit_quotas: Sequence[UnitQuotas]
    good: Sequence[str]
    limits: Sequence[str]
    causes: Sequence[str]
    lessons: Sequence[str]
    next: Sequence[str]
    proposals: Sequence[str]
    more: Sequence[str]
    unit_annex: Annex | None
    awarded_annex: Annex | None
    end_mark: str


def reports(campaign: ResolvedCampaign, asked: Asked, doc: str) -> Iterator[Document]:
    """Yield a report for each review of which results are told; ``doc`` is `INTERIM` or `FINAL`.

    A draft of a campaign without results is made of what can be derived.
    """
    reviews, wanted = campaign.reviews, asked_review(campaign, asked)
    told = [(reviews.of(one.value), one.value) for one in campaign.facts.results]
    told = [one for one in told if _is_interim(one[0], campaign) == (doc == INTERIM) and wanted.may_be(one[0])]
    if not told:
        told = [(wanted, _nothing_told(asked, doc))]
    for review, results in told:
        parts = [_STEMS[doc], *(str(part) for part in (review.phase, review.year) if part and len(told) > 1)]
        yield _Maker(campaign, asked, Which(doc, review=review), results).document("-".join(parts))


def _is_interim(review: Review, campaign: ResolvedCampaign) -> bool:
    """Results of a phase, or of an occasion of that kind, are interim; all others are of the whole campaign."""
    occasion = next((one for one in campaign.plan.campaign.occasions if one.id == review.occasion), None)
    return occasion.kind == "interim" if occasion else review.phase is not None


def _nothing_told(asked: Asked, doc: str) -> Results:
    kind = {INTERIM: "sơ kết (interim)", FINAL: "tổng kết (final)"}[doc]
    blanks = Blanks(asked.draft)
    blanks.lacks(f"kết quả {kind.split(' (')[0]}", f"lập tệp {FILE}, ghi occasion là một kỳ {kind} của kế hoạch")
    blanks.refuse(PAPER_NAMES[doc])
    return Results(format="results/1")


def _sentences(typed: Sequence[str]) -> list[str]:
    return [finished(text) for text in typed]


def _asked(typed: Sequence[str]) -> list[str]:
    """Return the sentences of a part that no report may lack; a draft has a place to write it."""
    return _sentences(typed) or [BLANK]


def _names(names: Sequence[str]) -> str:
    return listing(names, "và", most=FEW, others="tên khác")


class _Maker:
    """Makes one report."""

    def __init__(self, campaign: ResolvedCampaign, asked: Asked, which: Which, results: Results) -> None:
        self.campaign, self.results, self.which = campaign, results, which
        self.interim = which.doc == INTERIM
        self.blanks = Blanks(asked.draft)
        self.issuing = issued(campaign, which, "bao_cao")
        self.layout = layout_in(campaign, self.issuing, asked.day)
        self.found = [one for one in courses(campaign) if not self.interim or which.review.may_be(one.review)]

    def document(self, stem: str) -> Document:
        """Return the report; what is lacking raises `LacksError`, unless it is a draft."""
        plan, results, as_of = self.campaign.plan, self.results, self.results.as_of
        day = self.blanks.text(str(as_of or ""), "ngày chốt số liệu", f"ghi as_of trong {FILE}")
        awards = awards_part(self.found, self.campaign, self.blanks)
        self._ask(awards)
        self.blanks.refuse(PAPER_NAMES[self.which.doc])
        years = self._years()
        targets = targets_part(reached(plan.targets, results, years), years)
        review = self.which.review if self.interim else ANY
        quotas = unit_quotas(self.found, self.campaign, review) if self.found else []
        heads = self._annexes(targets, awards, quotas)
        report = Report(
            **vars(frame(self.issuing, self.layout, self._subject())),
            interim=self.interim,
            movement=movement(plan),
            plan_reference=reference(of_plan(plan), self.layout),
            review=self.campaign.reviews.name(self.which.review),
            as_of=day,
            documents=results.documents,
            leadership=_sentences(results.leadership),
            taking_part=taking_part(results.participation),
            targets=targets,
            contents=[ContentPart(one.heading.rstrip(SENTENCE_ENDS), one.text) for one in results.contents],
            activities=activities(one for one in results.activities if not one.is_model),
            models=activities(one for one in results.activities if one.is_model),
            examples=examples(results, self.found),
            awards=awards,
            unit_quotas=quotas,
            good=_asked(results.good),
            limits=_asked(results.limits),
            causes=_asked(results.causes),
            lessons=_sentences(results.lessons),
            next=_asked(results.next),
            proposals=_sentences(results.proposals),
            more=own_facts(self.campaign, self.which).paragraphs,
            unit_annex=heads.get("unit"),
            awarded_annex=heads.get("awarded"),
            end_mark=self.layout.end_mark,
        )
        return Document(stem, report, self.blanks.missing, self.blanks.notes)

    def _annexes(self, targets: TargetsPart, awards: AwardsPart, quotas: Sequence[UnitQuotas]) -> dict[str, Annex]:
        titles: dict[str, str] = {}
        if targets.by_unit or awards.by_unit or quotas:
            titles["unit"] = "Kết quả theo đơn vị"
        if awards.awarded:
            titles["awarded"] = "Tập thể, cá nhân được khen thưởng"
        heads = annexes(self.layout, list(titles.values()), reference(self.issuing, self.layout))
        return dict(zip(titles, heads, strict=True))

    def _subject(self) -> str:
        lead = "Sơ kết" if self.interim else "Tổng kết"
        when = f" năm {self.results.year}" if self.interim and self.results.year else ""
        return f"{lead} {movement(self.campaign.plan)}{when}"

    def _ask(self, awards: AwardsPart) -> None:
        """Ask for what a report may not lack: a report of good news only is none, nor is one of open numbers."""
        results = self.results
        asked = [("good", "ưu điểm", results.good), ("limits", "hạn chế, tồn tại", results.limits)]
        asked += [("causes", "nguyên nhân", results.causes), ("next", "nhiệm vụ thời gian tới", results.next)]
        if not self.interim:
            asked.append(("lessons", "bài học kinh nghiệm", results.lessons))
        for key, what, texts in asked:
            if not texts:
                self.blanks.lacks(what, f"ghi {key} trong {FILE}")
        for one in results.exemplary:
            if one.id and not self.campaign.called(one):
                self.blanks.lacks(f"đề nghị mang mã {one.id}", f"sửa id của exemplary trong {FILE}")
        if others := unnamed(results, self.found):
            hint = f"muốn nêu người khác thì ghi exemplary trong {FILE}"
            self.blanks.doubt(
                f"mục điển hình chỉ nêu những người đầu danh sách, còn {others} đề nghị được tặng: {hint}"
            )
        self._ask_of_awards(awards)

    def _ask_of_awards(self, awards: AwardsPart) -> None:
        if awards.unvoted:
            self.blanks.doubt(
                f"{awards.unvoted} trường hợp được tặng mà thư mục không có kết quả họp Hội đồng, nên không tính là "
                "Hội đồng thông qua: Hội đồng đã họp thì ghi phiên họp vào council/"
            )
        if awards.passed_open:
            what = f"kết luận của Hội đồng về {awards.passed_open} đề nghị"
            self.blanks.lacks(what, "xem bằng lệnh thidua check rồi sửa tệp Hội đồng, danh sách đề nghị")
        if awards.awarded_open:
            what = f"ai được tặng trong {awards.awarded_open} đề nghị"
            self.blanks.lacks(what, "sửa decisions.yaml, sổ khen thưởng theo lệnh thidua check")
        if awards.unexplained and awards.unbooked:  # one award may stand in both under two names
            listed, booked = _names(awards.unbooked), _names(awards.unexplained)
            what = f"dòng sổ khen thưởng của {listed}, khi sổ có {booked} mà danh sách không có"
            self.blanks.lacks(what, "sửa cho tên trong danh sách, quyết định và sổ là một; hoặc ghi sổ")

    def _years(self) -> list[int]:
        """Return the years of the campaign that the report speaks of: up to the day of its numbers."""
        last = self.results.as_of.year if self.results.as_of else None
        years = list(self.campaign.dated.merit_years)
        if self.interim and self.results.year:
            return [self.results.year]
        return [year for year in years if last is None or year <= last]
