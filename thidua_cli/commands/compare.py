"""``thidua compare``: Word files that people edited, held against the facts and against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.commands.each_path import each
from thidua_cli.commands.output import say, tell
from thidua_cli.commands.understood import understood
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import Spot
from thidua_cli.findings.catalogue import Rule, rules
from thidua_cli.findings.diagnostic import Diagnostic, Severity, count, unreadable
from thidua_cli.findings.outcome import CampaignOutcome, Results
from thidua_cli.findings.reporters import reporter
from thidua_cli.papers.contract import Asked, named, remedies
from thidua_cli.papers.excerpts import cut, differing
from thidua_cli.vietnamese.text import a_few, clean, listing

if TYPE_CHECKING:
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.papers.agreement import Disagreement
    from thidua_cli.papers.filled_by_hand import Filled
    from thidua_cli.papers.paper_units import Phrases, Unit
    from thidua_cli.papers.todays_papers import Read, Todays, TodaysPapers

_FEW = 3


def run(path: Path, files: Sequence[Path], day: date, report: str) -> int:
    """Tell what in the files no longer agrees with the campaign at ``path``; return the exit code."""
    from thidua_cli.papers.filled_by_hand import filled_in
    from thidua_cli.papers.todays_papers import TodaysPapers, read_file

    campaign, findings = understood(path, day)
    campaign = replace(campaign, facts=replace(campaign.facts, draft=True))
    ours = TodaysPapers(campaign, Asked(day, draft=True, findings=findings))
    known = _Known(campaign)
    told: list[Diagnostic] = []
    filled: list[Filled] = []
    for file, theirs in each(files, read_file):
        if isinstance(theirs, ThiduaError):
            told.append(unreadable(file, theirs))
            continue
        compared = _Compared(file, theirs, known)
        found = sorted(compared.all(ours), key=lambda one: one.line)
        told += [*compared.notes(), *(_diagnostic(one, compared.title, file, compared.lacks) for one in found)]
        filled += filled_in(found, file)
    told += _each_other(filled)
    told = sorted(dict.fromkeys(told), key=lambda one: one.file)
    say(reporter(report).report(Results(day, [CampaignOutcome(told, files=len(files))])))
    if not told:
        tell(f"{len(files)} tệp khớp với số liệu của {path}")
    return 1 if count(told)[Severity.ERROR] else 0


class _Compared:
    """One file against the paper that it is; ``title`` and ``lacks`` are of that paper."""

    def __init__(self, file: Path, theirs: "Read", known: "_Known") -> None:
        self.file, self.theirs, self.known = file, theirs, known
        self.title = ""
        self.lacks = False
        self._notes: list[tuple[str, str, str]] = []

    def all(self, ours: "TodaysPapers") -> "Iterator[Disagreement]":
        """Yield all disagreements: with the facts as far as they are known, and of the file with itself."""
        from thidua_cli.papers.agreement import disagreements, of_people
        from thidua_cli.papers.drawn_numbers import drawings, own_drawings
        from thidua_cli.papers.own_slips import own_slips
        from thidua_cli.papers.todays_papers import Todays

        paper = ours.meant(self.file.name, self.theirs)
        if isinstance(paper, Todays):
            self.title, self.lacks = paper.title, bool(paper.lacks)
            self._notes += self._doubts(paper)
            if paper.lacks:
                self._open(f"còn thiếu {named(paper.lacks)}: chỗ ấy khớp với mọi chữ", remedies(paper.lacks))
            yield from disagreements(paper.read.units, self.theirs.units, self.known.phrases)
            yield from drawings(paper.read.aside, self.theirs.aside, str(self.file))
        elif paper:
            self.title = paper.title
            self._open(f"{paper.why.message}: chỉ so được chức vụ, đơn vị của từng người", paper.why.hint)
            yield from of_people(self.theirs.units, self.known.people, self.known.posts)
        else:
            message = "không nhận ra tệp này là giấy tờ nào của phong trào: chưa so được với số liệu"
            self._notes.append(("paper-unknown", message, ""))
        yield from own_drawings(self.theirs.aside, str(self.file))
        yield from own_slips(self.theirs.units)

    def _doubts(self, paper: "Todays") -> Iterator[tuple[str, str, str]]:
        """Yield why the file may not be the paper that it looks like: its name, or that of the campaign in it."""
        from thidua_cli.papers.movement_name import movement

        if paper.misnamed:
            message = f"tên tệp là của giấy tờ khác, nội dung là của {paper.file}: so theo nội dung"
            yield "paper-unknown", message, "đổi lại tên tệp; nếu đã lưu đè lên giấy tờ khác thì in lại giấy tờ ấy"
        name = movement(self.known.campaign.plan)
        ours, theirs = (" ".join(one.text for one in read.units).casefold() for read in (paper.read, self.theirs))
        if clean(name).casefold() in ours and clean(name).casefold() not in theirs:
            message = f"tệp không nêu “{name}” ở chỗ nào: có lẽ là giấy tờ của phong trào khác"
            yield "paper-unknown", message, "so với thư mục của đúng phong trào; nếu đúng là phong trào này thì sửa tên"

    def _open(self, message: str, hint: str) -> None:
        self._notes.append(("paper-open", f"{self.title} hôm nay chưa so được hết: {message}", hint))

    def notes(self) -> Iterator[Diagnostic]:
        """Yield what to know of the file as a whole: how far it was compared, what is still to be taken out of it."""
        aside, unfinished = self.theirs.aside, "paper-unfinished"
        if aside.changes:
            some = a_few([f"“{cut(one)}”" for one in aside.changes], _FEW, "chỗ khác")
            self._notes.append((unfinished, f"còn vết sửa (Track Changes) ở {some}: so như đã chấp nhận hết", ""))
        if aside.comments:
            some = a_few([f"“{cut(one.text)}”" for one in aside.comments], _FEW, "nhận xét khác")
            self._notes.append((unfinished, f"còn nhận xét (Comments): {some}", ""))
        if aside.hidden:
            some = a_few([f"“{cut(one)}”" for one in aside.hidden], _FEW, "chỗ khác")
            hint = "bôi đen cả đoạn, vào Font (Phông), bỏ dấu ở Hidden (Ẩn), rồi giữ hoặc xóa chữ ấy"
            self._notes.append((unfinished, f"còn chữ ẩn, không in ra mà vẫn gửi đi: {some}; chưa so chữ ấy", hint))
        for code, message, hint in self._notes:
            rule = rules()[code]
            yield Diagnostic.at(Spot(str(self.file)), rule.code, rule.severity, message, hint or rule.hint)


class _Known:
    """What a campaign names, gathered once for all files of a run."""

    def __init__(self, campaign: "ResolvedCampaign") -> None:
        self.campaign = campaign

    @cached_property
    def phrases(self) -> "Phrases":
        """All that papers must name alike: persons, posts, units, awards."""
        from thidua_cli.model.awards import award_name
        from thidua_cli.papers.paper_units import Phrases
        from thidua_cli.vietnamese.address import own_name

        known: list[str | None] = list(self._of_nominees())
        known += [own_name(name) for name in self.campaign.names]
        for sitting in self.campaign.sessions:
            for member in sitting.council.members:
                known += [own_name(member.name), member.post]
        known += [text for signer in self.campaign.plan.signers for text in (signer.name, signer.post)]
        known += [award_name(award) for award in self.campaign.plan.awards]
        return Phrases(one for one in known if one)

    @cached_property
    def posts(self) -> "Phrases":
        """The posts and units of nominees, and all units."""
        from thidua_cli.papers.paper_units import Phrases

        return Phrases(one for one in self._of_nominees() if one)

    def _of_nominees(self) -> Iterator[str | None]:
        for entry in self.campaign.entries:
            yield from (entry.nomination.position, entry.unit_name)
        yield from (unit.name for unit in self.campaign.all_units)

    @cached_property
    def people(self) -> dict[str, str]:
        """Post and unit of each nominee, by the name in small letters; of namesakes those of all."""
        from thidua_cli.vietnamese.address import own_name

        found: dict[str, list[str]] = {}
        for entry in self.campaign.entries:
            told = [entry.nomination.position, entry.unit_name, entry.nomination.name]
            found.setdefault(own_name(entry.nomination.name).casefold(), []).extend(one for one in told if one)
        return {name: ", ".join(dict.fromkeys(told)) for name, told in found.items()}


def _diagnostic(one: "Disagreement", title: str, file: Path, lacks: bool) -> Diagnostic:
    """Return a disagreement as a finding; where the facts lack something, what is added may be just that."""
    rule = rules()[one.kind.value]
    severity = Severity.WARNING if lacks and rule.code == "paper-adds" else rule.severity
    facts, (ours, theirs) = one.facts, _shown(one)
    why = f" ({facts})" if facts else ""
    told = {
        "paper-differs": _changed(ours, theirs, why, one),
        "paper-lacks": f"{title} thiếu “{ours}”{why}",
        "paper-adds": f"{title} có thêm “{theirs}”{why}",
        "paper-filled": f"điền tay {facts} ở “{theirs}”",
        "paper-sum": f"số tiền ở “{theirs}” không khớp: {facts}",
        "paper-slip": f"“{theirs}” tự mâu thuẫn: {facts}",
        "paper-chart": f"{theirs}: {facts}",
        "paper-picture": facts,
    }
    return _found(rule, severity, told[rule.code], one.theirs or one.ours, file, inside=one.theirs is not None)


def _changed(ours: str, theirs: str, why: str, one: "Disagreement") -> str:
    if one.ours and ours == theirs:
        return f"“{theirs}” đã chuyển chỗ; theo số liệu thì ở {one.ours.where}"
    return f"tệp ghi “{theirs}”, theo số liệu là “{ours}”{why}"


def _found(
    rule: Rule, severity: Severity, message: str, unit: "Unit | None", file: Path, *, inside: bool = True
) -> Diagnostic:
    """Return a finding that says where it stands as people see it; the number of the paragraph stays in its path."""
    where = f"{unit.where}: " if unit and unit.where else ""
    path = unit.place.path if unit and inside else ""
    return Diagnostic.at(Spot(str(file), path=path), rule.code, severity, f"{where}{message}", rule.hint)


def _shown(one: "Disagreement") -> tuple[str, str]:
    """Return what a message shows of both sides."""
    if one.ours and one.theirs:
        return differing(one.ours.text, one.theirs.text)
    return cut(one.ours.text if one.ours else ""), cut(one.theirs.text if one.theirs else "")


def _each_other(filled: "Sequence[Filled]") -> Iterator[Diagnostic]:
    """Yield numbers and days of papers that were filled in by hand, one way at one place and otherwise at another."""
    from thidua_cli.papers.filled_by_hand import conflicts

    rule = rules()["paper-disagree"]
    for one, other in conflicts(filled):
        names = listing([f"“{each.value}” ở {each.file.name}, {each.unit.where}" for each in (one, other)], "và")
        message = f"điền {one.kind} của {one.sign.upper()} khác nhau: {names}"
        yield Diagnostic.at(
            Spot(str(other.file), path=other.unit.place.path), rule.code, rule.severity, message, rule.hint
        )
