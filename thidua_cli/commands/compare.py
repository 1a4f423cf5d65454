"""``thidua compare``: Word files that people edited, held against the facts and against each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.commands.output import say, tell
from thidua_cli.commands.understood import understood
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import Spot
from thidua_cli.findings.catalogue import rules
from thidua_cli.findings.diagnostic import Diagnostic, Severity, count
from thidua_cli.findings.outcome import CampaignOutcome, Results
from thidua_cli.findings.reporters import reporter
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.registry import PAPERS, Paper
from thidua_cli.vietnamese.text import listing

if TYPE_CHECKING:
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.papers.agreement import Disagreement
    from thidua_cli.papers.contract import Document
    from thidua_cli.papers.paper_units import Phrases, Unit

_SHOWN = 160
_FILLED_NUMBER = re.compile(r"(\d+[a-zđ]?)(/[A-ZĐ][\wĐđ-]*)")


@dataclass(frozen=True, slots=True)
class _Ours:
    """A paper as the facts make it today: the name of its file, and what it says."""

    file: str
    title: str
    units: "Sequence[Unit]"


def run(path: Path, files: Sequence[Path], day: date, report: str) -> int:
    """Tell what in the files no longer agrees with the campaign at ``path``; return the exit code."""
    from thidua_cli.papers.agreement import Difference, disagreements, sums_in_words
    from thidua_cli.papers.paper_units import units_of
    from thidua_cli.reading.papers.open_paper import read_paper

    campaign, findings = understood(path, day)
    ours, phrases = list(_ours(campaign, Asked(day, draft=True, findings=findings))), _phrases(campaign)
    told: list[Diagnostic] = []
    filled: list[tuple[Path, Disagreement]] = []
    for file in files:
        paper = read_paper(file)
        theirs = units_of(paper)
        meant = _meant(file, theirs, ours)
        if meant is None:
            told.append(_unknown(file, theirs))
            told += [_diagnostic(one, "", file) for one in sums_in_words(theirs)]
            continue
        found = disagreements(meant.units, theirs, phrases)
        told += [_diagnostic(one, meant.title, file) for one in found]
        filled += [(file, one) for one in found if one.kind is Difference.FILLED]
    told += _each_other(filled)
    told = sorted(dict.fromkeys(told), key=lambda one: one.order)
    say(reporter(report).report(Results(day, [CampaignOutcome(told, files=len(files))])))
    if not told:
        tell(f"{len(files)} tệp khớp với số liệu của {path}")
    return 1 if count(told)[Severity.ERROR] else 0


def _ours(campaign: "ResolvedCampaign", asked: Asked) -> Iterator[_Ours]:
    """Yield every paper of a campaign as it would be made now, drafts too: what is blank there is filled by hand."""
    for paper in PAPERS.values():
        for document in _documents(paper, campaign, asked):
            yield _made(paper, document, campaign)


def _documents(paper: Paper, campaign: "ResolvedCampaign", asked: Asked) -> "Iterator[Document]":
    if paper.lacking(campaign):
        return
    try:
        yield from paper.documents(campaign, asked)
    except ThiduaError:
        return  # a paper that cannot be made today is none that a file can be held against


def _made(paper: Paper, document: "Document", campaign: "ResolvedCampaign") -> _Ours:
    from thidua_cli.page.writers import writer
    from thidua_cli.papers.paper_units import units_of
    from thidua_cli.reading.papers.open_paper import parse_paper

    file = f"{campaign.plan.id}-{document.stem}.docx"
    content = writer("docx").written(paper.html(document), source=paper.template, folders=document.folders)
    return _Ours(file, paper.title, units_of(parse_paper(content, file)))


def _phrases(campaign: "ResolvedCampaign") -> "Phrases":
    from thidua_cli.papers.paper_units import Phrases
    from thidua_cli.vietnamese.address import own_name

    known: list[str | None] = []
    for entry in campaign.entries:
        known += [own_name(entry.nomination.name), entry.nomination.position, entry.unit_name]
    for sitting in campaign.sessions:
        for member in sitting.council.members:
            known += [own_name(member.name), member.post]
    known += [unit.name for unit in campaign.all_units]
    known += [signer.name for signer in campaign.plan.signers]
    return Phrases(one for one in known if one)


def _meant(file: Path, theirs: "Sequence[Unit]", ours: Sequence[_Ours]) -> _Ours | None:
    """Return the paper that a file is: the one of its name, else the one of which it has the most."""
    from thidua_cli.papers.agreement import is_same_paper, share_of

    named = next((one for one in ours if one.file == file.name), None)
    if named:
        return named
    shares = [(share_of(one.units, theirs), number) for number, one in enumerate(ours)]
    share, number = max(shares, default=(0.0, 0))
    return ours[number] if is_same_paper(share) else None


def _unknown(file: Path, theirs: "Sequence[Unit]") -> Diagnostic:
    rule = rules()["paper-unknown"]
    place = theirs[0].place if theirs else Spot(str(file))
    message = "không nhận ra tệp này là giấy tờ nào của phong trào: chưa so được với số liệu"
    return Diagnostic.at(place, rule.code, rule.severity, message, rule.hint)


def _diagnostic(one: "Disagreement", title: str, file: Path) -> Diagnostic:
    rule = rules()[one.kind.value]
    ours, theirs, facts = _short(one.ours), _short(one.theirs), one.facts
    why = f" ({facts})" if facts else ""
    told = {
        "paper-differs": f"tệp ghi “{theirs}”, theo số liệu là “{ours}”{why}",
        "paper-lacks": f"{title} thiếu “{ours}”{why}",
        "paper-adds": f"{title} có thêm “{theirs}”{why}",
        "paper-filled": f"điền tay {facts} ở “{theirs}”",
        "paper-sum": f"số tiền ở “{theirs}” không khớp: {facts}",
    }
    place = one.theirs.place if one.theirs else Spot(str(file))
    return Diagnostic.at(place, rule.code, rule.severity, told[rule.code], rule.hint)


def _short(unit: "Unit | None") -> str:
    text = unit.text if unit else ""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _each_other(filled: "Sequence[tuple[Path, Disagreement]]") -> Iterator[Diagnostic]:
    """Yield numbers of papers that were filled in by hand, one way in one file and otherwise in another."""
    first: dict[str, tuple[str, Path]] = {}
    for file, one in filled:
        assert one.theirs
        for number, sign in _FILLED_NUMBER.findall(one.facts):
            before, where = first.setdefault(sign, (number, file))
            if before != number and where != file:
                names = listing([f"{before}{sign} ở {where.name}", f"{number}{sign} ở {file.name}"], "và")
                rule = rules()["paper-disagree"]
                message = f"hai tệp điền số khác nhau: {names}"
                yield Diagnostic.at(one.theirs.place, rule.code, rule.severity, message, rule.hint)
