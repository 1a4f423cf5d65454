"""``thidua template``: what an office's own Word template may name, and what is wrong with one."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.commands.output import print_table, say, tell, tell_with
from thidua_cli.commands.understood import understood
from thidua_cli.errors import ThiduaError
from thidua_cli.files import shipped
from thidua_cli.findings.diagnostic import Severity, count
from thidua_cli.findings.outcome import CampaignOutcome, Results
from thidua_cli.findings.reporters import reporter
from thidua_cli.findings.reporters.as_text import text_report
from thidua_cli.papers.contract import Asked, Document
from thidua_cli.papers.registry import PAPERS, Paper

if TYPE_CHECKING:
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.findings.diagnostic import Diagnostic
    from thidua_cli.papers.common import Frame
    from thidua_cli.papers.office_word.office_faults import Fault
    from thidua_cli.papers.office_word.office_shapes import Shape
    from thidua_cli.papers.office_word.office_template import OfficeTemplate

_COLUMNS = ("Tên", "Nghĩa", "Có", "Ví dụ")


def list_names(doc: str | None, path: Path | None, day: date) -> int:
    """Print the names that the template of a paper (of every paper without ``doc``) may use."""
    from thidua_cli.papers.office_word.office_meanings import INVENTED, SOMETIMES, listed

    sources, examples = _Sources(path, day), _Sources(None, day)
    for paper in _wanted(doc):
        names = listed(paper, sources.contexts(paper), partial(examples.contexts, paper))
        print_table(f"{paper.title} (--doc {paper.name})", _COLUMNS, [one.row() for one in names])
        say("")
    say("Danh sách (có []) thì lặp: {% for x in groups %} {{ x.award }} {% endfor %}; hàng của bảng: {%tr for … %}")
    say(f"Tên “{SOMETIMES}” thì đặt trong điều kiện: {{% if review %}} {{{{ review }}}} {{% endif %}}")
    say(f"Ví dụ có chữ {INVENTED}: phong trào đang xem không có, ví dụ do thidua đặt ra")
    return 0


def check(file: Path, doc: str | None, path: Path | None, day: date, report: str) -> int:
    """Print all that is wrong with a template; with a campaign, also what it would leave blank. Return the exit code.

    Without ``doc``, it is held against the paper that its names fit best.
    """
    from thidua_cli.papers.office_word.office_template import OfficeTemplate

    template, sources = OfficeTemplate(file), _Sources(path, day)
    paper, faults = _best(template, _wanted(doc), sources)
    if doc is None:
        tell(f"xét theo giấy tờ {paper.name} ({paper.title}); giấy tờ khác thì thêm --doc")
    findings = template.told(faults)
    if not faults:
        findings = _tried(template, paper, sources, named=path is not None)
    outcome = CampaignOutcome(findings, files=1)
    say(reporter(report).report(Results(day, [outcome])))
    if any(one.code == "template-name" for one in findings):
        tell(f"các tên dùng được: thidua template list --doc {paper.name}")
    return 1 if count(findings)[Severity.ERROR] else 0


def _wanted(doc: str | None) -> list[Paper]:
    if doc is None:
        return list(PAPERS.values())
    if doc not in PAPERS:
        raise ThiduaError(f"không có loại giấy tờ “{doc}”", f"dùng một trong: {', '.join(PAPERS)}")
    return [PAPERS[doc]]


def _best(template: "OfficeTemplate", papers: Sequence[Paper], sources: "_Sources") -> "tuple[Paper, Sequence[Fault]]":
    """Return the paper that a template has the fewest faults for, and these."""
    found = [(paper, template.faults(_shape(paper, sources))) for paper in papers]
    return min(found, key=lambda one: len(one[1]))


def _shape(paper: Paper, sources: "_Sources") -> "Shape":
    """Return what a template of a paper may name, also what only a campaign tells."""
    from thidua_cli.papers.office_word.office_meanings import marked
    from thidua_cli.papers.office_word.office_shapes import refined

    return refined(marked(paper), sources.contexts(paper))


def _tried(template: "OfficeTemplate", paper: Paper, sources: "_Sources", named: bool) -> "list[Diagnostic]":
    """Return what a sound template may leave blank; where a campaign is ``named``, what it does leave blank there."""
    hopes = template.told(template.hopes(_shape(paper, sources)))
    if not named:
        return hopes
    for refused in sources.refusals(paper):
        tell_with(refused.message, refused.hint)
    findings = template.tried(sources.documents(paper))
    # What this campaign has is no blank; what the next one may not have still refuses the whole paper.
    return [*findings, *_not_told([one for one in hopes if one.severity is not Severity.NOTE], findings)]


def _not_told(hopes: "Sequence[Diagnostic]", findings: "Sequence[Diagnostic]") -> "list[Diagnostic]":
    """Return what a template hopes for where its printing has not told it already."""
    told = {(one.cell, one.message.rpartition(", ở ")[2]) for one in findings}
    return [one for one in hopes if (one.cell, one.message.rpartition(", ở ")[2]) not in told]


class _Sources:
    """The campaign that was named, else the shipped examples: what papers are made of to be shown or tried."""

    def __init__(self, path: Path | None, day: date) -> None:
        self._day = day
        self._folders = [path] if path else _examples()
        self._made: dict[str, list[Document | ThiduaError]] = {}

    @cached_property
    def _campaigns(self) -> "list[tuple[ResolvedCampaign, list[Diagnostic]]]":
        return [understood(folder, self._day) for folder in self._folders]

    def contexts(self, paper: Paper) -> "list[Frame]":
        """Return the contexts of the documents of a paper."""
        return [one.context for one in self.documents(paper)]

    def documents(self, paper: Paper) -> list[Document]:
        """Return the documents of a paper; none where a campaign lacks what the paper needs."""
        return [one for one in self._all(paper) if isinstance(one, Document)]

    def refusals(self, paper: Paper) -> list[ThiduaError]:
        """Return why a paper could not be made."""
        return [one for one in self._all(paper) if isinstance(one, ThiduaError)]

    def _all(self, paper: Paper) -> list[Document | ThiduaError]:
        if paper.name not in self._made:
            self._made[paper.name] = [one for pair in self._campaigns for one in self._of(paper, *pair)]
        return self._made[paper.name]

    def _of(
        self, paper: Paper, campaign: "ResolvedCampaign", findings: "Sequence[Diagnostic]"
    ) -> Sequence[Document | ThiduaError]:
        try:
            return list(paper.made(campaign, Asked(self._day, draft=True, findings=findings)))
        except ThiduaError as error:
            return [error]


def _examples() -> list[Path]:
    folders = [Path(str(folder)) for folder in shipped("plans").iterdir() if folder.is_dir()]
    return sorted(folders)


# For ``thidua render --template``


def refuse_unfit(docs: Sequence[str], to: str) -> None:
    """Refuse what a Word template is no help for: many papers at once, a page for the browser, a workbook."""
    if len(docs) != 1 or docs[0] not in PAPERS:
        message = "--template dùng cho một loại giấy tờ"
        raise ThiduaError(message, f"thêm --doc và một trong: {', '.join(PAPERS)}")
    if to not in ("docx", "pdf"):
        raise ThiduaError(f"mẫu Word không in ra {to} được", "dùng --to docx hoặc --to pdf")


class WordTemplate:
    """The Word file of an office that a run prints through: read once, for all documents of the run.

    What was told of one document is not told again of the next.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._told: set[str] = set()

    @cached_property
    def _template(self) -> "OfficeTemplate":
        from thidua_cli.papers.office_word.office_template import OfficeTemplate

        return OfficeTemplate(self._file)

    def printed(self, paper: Paper, document: Document, to: str) -> bytes:
        """Return a document as the template prints it, and tell what it leaves blank; with a fault nothing is."""
        from thidua_cli.page.writers.to_pdf import to_pdf
        from thidua_cli.papers.office_word.office_template import FaultyTemplateError

        try:
            content, blanks = self._template.paper(paper, document.context)
        except FaultyTemplateError as error:
            self._tell(error.findings)
            raise
        self._tell(blanks)
        return to_pdf(content) if to == "pdf" else content

    def _tell(self, findings: "Sequence[Diagnostic]") -> None:
        text = text_report(findings, {}) if findings else ""
        if text and text not in self._told:
            tell(text)
            self._told.add(text)
