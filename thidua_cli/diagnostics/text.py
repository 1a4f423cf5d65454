"""Findings as text for people: place, sentence, the line itself, remedy, law."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from thidua_cli.diagnostics.diagnostic import Diagnostic, Related, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_SNIPPET = 100

Style = Callable[..., Any]


def text_report(findings: Iterable[Diagnostic], lines: Mapping[str, Sequence[str]], style: Style) -> str:
    """Return the findings as text; ``lines`` are those of each file, ``style(text, **look)`` colours a word."""
    return "\n".join(line for finding in findings for line in _finding(finding, lines, style))


def summary(findings: Sequence[Diagnostic], files: int) -> str:
    """Return the closing line: how much of each was found."""
    counts = count(findings)
    if not findings:
        return f"Đã kiểm tra {files} tệp: không có lỗi."
    parts = [f"{counts[severity]} {severity.vietnamese}" for severity in Severity if counts[severity]]
    return f"Đã kiểm tra {files} tệp: {', '.join(parts)}."


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
