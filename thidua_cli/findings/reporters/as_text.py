"""Findings as text for people: place, sentence, the line itself, remedy, law; quotas as a table; a summary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from thidua_cli.findings.about import Spot, column_number
from thidua_cli.findings.diagnostic import CELL, Diagnostic, Related, Severity, count
from thidua_cli.findings.outcome import EMPTY_LIST, CampaignOutcome, QuotaRow, Results
from thidua_cli.findings.reporters.lists_read import lists_report
from thidua_cli.findings.reporters.terminal import style, table

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_SNIPPET = 100
MOST_OF_A_CODE = 20
_COLUMNS = ("Chỉ tiêu", "Phạm vi", "Giới hạn", "Đề nghị", "Kết luận")
_WHOLE = "cả phong trào"
_KEPT = ("met", "open")
_EACH = ("exceeded", "short")
_MANY = 8
_WORD = (".docx", ".docm")
_Said: TypeAlias = tuple[str, str, str, str]


def report(results: Results) -> str:
    """Return the findings and quotas of each campaign, then the summary of all."""
    parts: list[str] = []
    for one in results.campaigns:
        if results.show_lists:
            parts += lists_report(one.lists)
        parts += _campaign(one, explain_quotas=results.explain_quotas)
    return "\n".join([*parts, _summary(results)])


def text_report(findings: Iterable[Diagnostic], lines: Mapping[str, Sequence[str]]) -> str:
    """Return findings as text; ``lines`` are those of each file."""
    return "\n".join(line for finding in findings for line in _finding(finding, lines))


def _campaign(one: CampaignOutcome, *, explain_quotas: bool) -> Iterator[str]:
    yield from _grouped(one)
    yield from _unread(one)
    if not one.nominated:
        return  # a plan alone has nothing to count
    if one.quotas and explain_quotas:
        yield style(f"Cách tính chỉ tiêu của {one.plan}", bold=True)
        for row in one.quotas:
            yield f"{row.words.whom} ({row.words.within or _WHOLE})"
            yield from (f"    {step}" for step in row.words.steps)
    elif one.quotas:
        uncounted = [
            (award, "ngoài số lượng", "", str(count), "không chỉ tiêu nào tính")
            for award, count in one.uncounted.items()
        ]
        yield table(f"Chỉ tiêu của {one.plan}", _COLUMNS, [*quota_table(one.quotas), *uncounted])


def _grouped(one: CampaignOutcome) -> Iterator[str]:
    """Yield the findings by group (a unit), those of no group first; of one code only the first `MOST_OF_A_CODE`."""
    same = _same(one.findings)
    shown, left = _capped([findings[0] for findings in same.values()])
    groups: dict[str, list[Diagnostic]] = {"": []}
    for finding in shown:
        names = {one.groups.get(other, "") for other in same[_said(finding)]}
        groups.setdefault(names.pop() if len(names) == 1 else "", []).append(finding)
    for name, members in groups.items():
        if name:
            yield style(f"{name}: {_counted(members)}", bold=True)
        for finding in members:
            yield from _finding(finding, one.lines, len(same[_said(finding)]))
    for code, number in left.items():
        yield f"còn {number} [{code}] nữa, xem đủ bằng --format json"


def _same(findings: Iterable[Diagnostic]) -> dict[_Said, list[Diagnostic]]:
    """Return the findings that say one thing at one place together: a line over many rows is told of once."""
    found: dict[_Said, list[Diagnostic]] = {}
    for finding in findings:
        found.setdefault(_said(finding), []).append(finding)
    return found


def _said(finding: Diagnostic) -> _Said:
    return place(finding), finding.code, finding.message, finding.hint


def _capped(findings: Iterable[Diagnostic]) -> tuple[list[Diagnostic], dict[str, int]]:
    """Return the findings that are shown, in their order, and how many of each code are left out.

    Of a code with too many, every place has its turn: what is said of one quota for each unit hides no other quota.
    """
    turns: dict[tuple[str, ...], int] = {}
    ranked: dict[str, list[tuple[int, int]]] = {}
    numbered = list(enumerate(findings))
    for number, finding in numbered:
        place = (finding.code, finding.file, str(finding.line), finding.sheet or "", finding.cell or "")
        turns[place] = turns.get(place, 0) + 1
        ranked.setdefault(finding.code, []).append((turns[place], number))
    kept = {number for ranks in ranked.values() for _, number in sorted(ranks)[:MOST_OF_A_CODE]}
    left = {code: len(ranks) - MOST_OF_A_CODE for code, ranks in ranked.items() if len(ranks) > MOST_OF_A_CODE}
    return [finding for number, finding in numbered if number in kept], left


def _unread(campaign: CampaignOutcome) -> Iterator[str]:
    """Yield a line for each file that was not read and of which no finding speaks."""
    told = {finding.file for finding in campaign.findings}
    silent = [one for one in campaign.unread if one.file not in told]
    word = style(Severity.NOTE.vietnamese, fg=_COLOURS[Severity.NOTE], bold=True)
    for one in silent[:MOST_OF_A_CODE]:
        before = "danh sách trống, " if one.reason == EMPTY_LIST else "tệp này chưa được đọc: "
        yield f"{style(one.file, bold=True)}: {word}: {before}{one.reason}"
    if len(silent) > MOST_OF_A_CODE:
        yield f"còn {len(silent) - MOST_OF_A_CODE} tệp chưa đọc nữa, xem đủ bằng --format json"


def quota_table(quotas: Sequence[QuotaRow]) -> list[tuple[str, ...]]:
    """Return a row of cells for each quota; of many places of one quota with one conclusion, only their number."""
    rows: list[tuple[str, ...]] = []
    for _, group in groupby(quotas, key=lambda quota: quota.path):
        found = list(group)
        alike: dict[str, list[QuotaRow]] = {}
        for quota in found:
            alike.setdefault(_conclusion(quota), []).append(quota)
        for quota in found:
            same = alike[_conclusion(quota)]
            if len(same) <= _MANY or quota.verdict in _EACH:
                words = quota.words
                rows.append((words.whom, words.within or _WHOLE, words.bound, str(quota.count), words.verdict))
            elif quota is same[-1]:
                rows.append(_together(same, len(found)))
    return rows


def _conclusion(quota: QuotaRow) -> str:
    """Return what places that stand together have in common: they keep the bound, or the same is not known of them."""
    return "" if quota.verdict in _KEPT else quota.words.verdict


def _together(quotas: Sequence[QuotaRow], of: int) -> tuple[str, ...]:
    places = f"{len(quotas)} nơi" + (" khác" if len(quotas) < of else "")
    ends = "; ".join(dict.fromkeys(quota.words.verdict for quota in quotas))
    return quotas[0].words.whom, places, "", str(sum(quota.count for quota in quotas)), ends


def _summary(results: Results) -> str:
    """Return the closing line: what was checked, and how much of each was found."""
    files = sum(one.files for one in results.campaigns)
    nominated = sum(one.nominated for one in results.campaigns)
    lists = f", {nominated} đề nghị" if nominated else ""
    return f"Đã kiểm tra {files} tệp{lists}: {_counted(results.findings) or 'không có lỗi'}."


def _counted(findings: Iterable[Diagnostic]) -> str:
    counts = count(findings)
    return ", ".join(f"{counts[severity]} {severity.vietnamese}" for severity in Severity if counts[severity])


def place(where: Diagnostic | Related | Spot) -> str:
    """Return the place as people and editors read it: ``file:line:column`` or ``file › sheet › cell``."""
    if where.cell:
        told = " › ".join(part for part in (where.file, where.sheet, _cell_words(where)) if part)
    else:
        told = ":".join(str(part) for part in (where.file, where.line, where.column) if part)
    return told.replace("\n", "\ufffd")  # a name may hold one, and a place is one line


def _cell_words(where: Diagnostic | Related | Spot) -> str:
    """Return a cell as its program shows it: Word writes no letters over the columns of its tables."""
    found = CELL.fullmatch(where.cell or "")
    if found is None or not where.file.lower().endswith(_WORD):
        return where.cell or ""
    return f"hàng {found[2]}, cột {column_number(found[1])}"


def _finding(finding: Diagnostic, lines: Mapping[str, Sequence[str]], times: int = 1) -> Iterable[str]:
    word = style(finding.severity.vietnamese, fg=_COLOURS[finding.severity], bold=True)
    message = f"{finding.message} ({times} dòng)" if times > 1 else finding.message
    yield f"{style(place(finding), bold=True)}: {word}: {message} {style(f'[{finding.code}]', dim=True)}"
    yield from _snippet(finding, lines.get(finding.file, ()))
    if finding.hint:
        yield f"    cách sửa: {finding.hint}"
    if finding.basis:
        yield f"    căn cứ: {finding.basis}"
    for other in finding.related:
        yield f"    {place(other)}: {other.message}"


def _snippet(finding: Diagnostic, lines: Sequence[str]) -> Iterable[str]:
    if not finding.line or not finding.column or finding.line > len(lines):
        return
    line, column = lines[finding.line - 1].replace("\t", " "), finding.column - 1
    cut = max(0, column - _SNIPPET // 2)
    shown = line[cut : cut + _SNIPPET]
    number = str(finding.line)
    yield f"    {number} | {shown}"
    yield f"    {' ' * len(number)} | {' ' * (column - cut)}{style('^', fg='green', bold=True)}"
