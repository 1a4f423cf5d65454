"""Findings as text for people: place, sentence, the line itself, remedy, law."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from thidua_cli.findings.diagnostic import Diagnostic, Related, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_SNIPPET = 100
MOST_OF_A_CODE = 20

Style = Callable[..., Any]


def text_report(findings: Iterable[Diagnostic], lines: Mapping[str, Sequence[str]], style: Style) -> str:
    """Return the findings as text; ``lines`` are those of each file, ``style(text, **look)`` colours a word."""
    return "\n".join(line for finding in findings for line in _finding(finding, lines, style))


def grouped_report(
    findings: Sequence[Diagnostic],
    lines: Mapping[str, Sequence[str]],
    style: Style,
    group_of: Callable[[Diagnostic], str],
) -> str:
    """Return the findings by group (a unit), those of no group first; of one code only the first `MOST_OF_A_CODE`."""
    shown, left = _capped(findings)
    groups: dict[str, list[Diagnostic]] = {"": []}
    for finding in shown:
        groups.setdefault(group_of(finding), []).append(finding)
    parts = []
    for name, members in groups.items():
        if members:
            heading = [style(f"{name}: {_counted(members)}", bold=True)] if name else []
            parts.append("\n".join([*heading, text_report(members, lines, style)]))
    parts += [f"còn {number} [{code}] nữa, xem đủ bằng --format json" for code, number in left.items()]
    return "\n".join(parts)


def _capped(findings: Iterable[Diagnostic]) -> tuple[list[Diagnostic], dict[str, int]]:
    """Return the findings that are shown, and how many of each code are left out."""
    shown: list[Diagnostic] = []
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.code] = seen.get(finding.code, 0) + 1
        if seen[finding.code] <= MOST_OF_A_CODE:
            shown.append(finding)
    return shown, {code: number - MOST_OF_A_CODE for code, number in seen.items() if number > MOST_OF_A_CODE}


def summary(findings: Sequence[Diagnostic], files: int, nominations: int) -> str:
    """Return the closing line: what was checked, and how much of each was found."""
    lists = f", {nominations} đề nghị" if nominations else ""
    return f"Đã kiểm tra {files} tệp{lists}: {_counted(findings) or 'không có lỗi'}."


def _counted(findings: Iterable[Diagnostic]) -> str:
    counts = count(findings)
    return ", ".join(f"{counts[severity]} {severity.vietnamese}" for severity in Severity if counts[severity])


def count(findings: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return the number of findings of each severity."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts


def place(where: Diagnostic | Related) -> str:
    """Return the place as people and editors read it: ``file:line:column`` or ``file › sheet › cell``."""
    if where.cell:
        return " › ".join(part for part in (where.file, where.sheet, where.cell) if part)
    return ":".join(str(part) for part in (where.file, where.line, where.column) if part)


def _finding(finding: Diagnostic, lines: Mapping[str, Sequence[str]], style: Style) -> Iterable[str]:
    word = style(finding.severity.vietnamese, fg=_COLOURS[finding.severity], bold=True)
    yield f"{style(place(finding), bold=True)}: {word}: {finding.message} {style(f'[{finding.code}]', dim=True)}"
    yield from _snippet(finding, lines.get(finding.file, ()), style)
    if finding.hint:
        yield f"    cách sửa: {finding.hint}"
    if finding.basis:
        yield f"    căn cứ: {finding.basis}"
    for other in finding.related:
        yield f"    {place(other)}: {other.message}"


def _snippet(finding: Diagnostic, lines: Sequence[str], style: Style) -> Iterable[str]:
    if not finding.line or not finding.column or finding.line > len(lines):
        return
    line, column = lines[finding.line - 1].replace("\t", " "), finding.column - 1
    cut = max(0, column - _SNIPPET // 2)
    shown = line[cut : cut + _SNIPPET]
    number = str(finding.line)
    yield f"    {number} | {shown}"
    yield f"    {' ' * len(number)} | {' ' * (column - cut)}{style('^', fg='green', bold=True)}"
