"""The parts of a paper, told apart: head, kind, subject, bases, opening, body, closing, recipients, signers, annex."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_cli.intake.words import one_of
from thidua_cli.law.paper_kinds import any_of, names
from thidua_cli.reading.papers.paper import Line, until, without
from thidua_cli.vietnamese.item_marks import marks_of
from thidua_cli.vietnamese.text import fold

_KIND = re.compile(rf"(?P<kind>{any_of(name.upper() for name in names())})(?P<rest>$|[\s:(].*)")
_RULE = re.compile(r"[-_*=\s.–—]+$")
_WRAPPED = re.compile(r"[“\"(]([^“”\"()]+)[”\")]")
_HEAD_LINES = 30
_BASIS = re.compile(rf"(?:[-+*]\s*)?{one_of('bases')}\b", re.I)
_CITES = re.compile(r"(?:căn cứ|thực hiện|hưởng ứng)\s(?:[^,;]{0,80}\ssố\s|luật|nghị định|điều lệ)", re.I)
_CLOSING = re.compile(r"(?:trên đây là|nhận được kế hoạch|căn cứ kế hoạch này, (?:yêu cầu|đề nghị) các)\b", re.I)
_SHORT = 14
LABEL = re.compile(r"^\W*nơi nhận\b\W*", re.I)
_ANNEX = re.compile(rf"\W*{one_of('annexes')}\b")
PREFIX = r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)(?:\.\s?|\s)"
POST = rf"(?:PHÓ )?(?:TỔNG )?{one_of('posts')}"
_SIGNED = re.compile(rf"(?:{PREFIX}|{POST}\b)")
_LONGEST_SIGNATURE = 14
_BEFORE_LABEL = 14


@dataclass
class Anatomy:
    """The lines of each part; ``kind`` is as typed (``KẾ HOẠCH``), empty when no line tells it."""

    kind: str = ""
    kind_line: Line | None = None
    head: list[Line] = field(default_factory=list)
    subject: list[Line] = field(default_factory=list)
    bases: list[Line] = field(default_factory=list)
    opening: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    closing: Line | None = None
    recipients: list[Line] = field(default_factory=list)
    signers: list[Line] = field(default_factory=list)
    annex: list[Line] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The subject in one line, without quotation marks or brackets around the whole."""
        text = " ".join(line.text for line in self.subject).strip(" .")
        wrapped = _WRAPPED.fullmatch(text)
        return wrapped[1] if wrapped else text

    @property
    def prose(self) -> str:
        """The text of opening and body."""
        return " ".join(line.text for line in (*self.opening, *self.body))


def anatomy_of(lines: Sequence[Line]) -> Anatomy:
    """Tell the parts of a paper apart."""
    lines = [line for line in lines if line.text and not _RULE.fullmatch(line.text)]
    parts = Anatomy()
    start = _head(lines, parts)
    end = _foot(lines, start, parts)
    start = _subject(lines, start, end, parts)
    start = _preamble(lines, start, end, parts)
    parts.body = lines[start:end]
    if parts.body and _CLOSING.match(parts.body[-1].text) and not marks_of(parts.body[-1].text):
        parts.closing = parts.body.pop()
    return parts


def _head(lines: Sequence[Line], parts: Anatomy) -> int:
    """Find the line that names the kind; what stands above it is the head. Return where the subject begins."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if found := _KIND.match(line.text):
            parts.kind, parts.kind_line, parts.head = found["kind"], line, list(lines[:index])
            if rest := found["rest"].strip(" :"):
                parts.subject.append(Line(without(line.runs, line.text.index(rest)), line.place))
            return index + 1
    return 0


def _subject(lines: Sequence[Line], start: int, end: int, parts: Anatomy) -> int:
    """Take the lines of the subject: the first one, and more while they are centred or bold as it is."""
    if not parts.kind:
        return start
    for index, line in enumerate(lines[start:end], start):
        begins_text = _BASIS.match(line.text) and not line.centred
        if parts.subject and (begins_text or not _same_look(parts.subject[-1], line)):
            return index
        if _CITES.match(line.text) or _numbered(line):
            return index
        parts.subject.append(line)
    return max(start, end)


def _same_look(one: Line, other: Line) -> bool:
    return (one.centred and other.centred) or (one.style == other.style and one.style.startswith("Trích yếu"))


def _numbered(line: Line) -> bool:
    return any(mark.counted and mark.value == 1 for mark in marks_of(f"{line.number} {line.text}".strip()))


def _preamble(lines: Sequence[Line], start: int, end: int, parts: Anatomy) -> int:
    """Take bases and opening: all that stands before the first heading. Return where the body begins."""
    first = next((at for at in range(start, end) if _is_heading(lines[at])), None)
    if first is None:
        return start
    for line in (part for whole in lines[start:first] for part in _clauses(whole)):
        is_basis = _BASIS.match(line.text) and not line.text.rstrip().endswith(":") and not parts.opening
        (parts.bases if is_basis else parts.opening).append(line)
    return first


def _is_heading(line: Line) -> bool:
    return _numbered(line) or (line.upper and 1 < len(line.text.split()) <= _SHORT)


def _clauses(line: Line) -> list[Line]:
    """Part an opening that begins with its basis: ``Căn cứ …; Sở A xây dựng Kế hoạch như sau:``."""
    if not _BASIS.match(line.text) or not line.text.rstrip().endswith(":") or "; " not in line.text:
        return [line]
    cut = line.text.rindex("; ") + 1
    return [Line(until(line.runs, cut), line.place), Line(without(line.runs, cut), line.place)]


def _foot(lines: Sequence[Line], start: int, parts: Anatomy) -> int:
    """Take recipients, signature blocks and what stands behind them. Return where they begin."""
    label = next((at for at in range(start, len(lines)) if LABEL.match(lines[at].text)), None)
    # Some papers have the signature blocks before the recipients.
    first = start if label is None else max(start, label - _BEFORE_LABEL)
    signed = next((at for at in range(first, len(lines)) if is_signature(lines[at])), None)
    found = [at for at in (label, signed) if at is not None]
    begin = min(found, default=len(lines))
    behind = range(max(found, default=len(lines)) + 1, len(lines))
    end = next((at for at in behind if _ANNEX.match(lines[at].text) and lines[at].upper), len(lines))
    parts.annex = list(lines[end:])
    signed_tables = {line.cell[0] for line in lines[begin:end] if line.cell and is_signature(line)}
    for at, line in enumerate(lines[begin:end], begin):
        if LABEL.fullmatch(line.text):
            continue
        received = label is not None and at >= label and _is_recipient(line, lines[label], parts, signed_tables)
        (parts.recipients if received else parts.signers).append(line)
    return begin


def is_signature(line: Line) -> bool:
    """Tell whether a line in capitals names who signs: ``KT. CHỦ TỊCH``, ``GIÁM ĐỐC``."""
    text = line.text
    short = len(text.split()) <= _LONGEST_SIGNATURE
    return short and text.isupper() and bool(_SIGNED.match(text)) and not any(m.counted for m in marks_of(text))


def _is_recipient(line: Line, label: Line, parts: Anatomy, signed_tables: set[int]) -> bool:
    """Tell a recipient from a line of a signature block: by its column, else by its looks."""
    if line.cell and line.cell[0] not in signed_tables:
        return True  # names and their braces stand in a table of their own
    if line.cell:
        return line.cell[2] == (label.cell[2] if label.cell else 0) and not line.text.isupper()
    if re.match(r"[-–+•]|\}", line.text) or fold(line.text).startswith("luu"):
        return True
    return not parts.signers and not line.text.isupper()
