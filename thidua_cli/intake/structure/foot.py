"""The foot of a paper: the lines of "Nơi nhận", of the signature blocks, and of what stands behind them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_cli.intake.words import one_of
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.item_marks import marks_of
from thidua_cli.vietnamese.text import fold

LABEL = re.compile(r"^\W*nơi nhận\b\W*", re.I)
_ANNEX = re.compile(rf"\W*{one_of('annexes')}\b")
PREFIX = r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)(?:\.\s?|\s)"
POST = rf"(?:PHÓ )?(?:TỔNG )?{one_of('posts')}"
_SIGNED = re.compile(rf"(?:{PREFIX}|{POST}\b)")
_LONGEST_BLOCK_LINE = 14
_BEFORE_LABEL = 14


@dataclass
class Foot:
    """The lines of the foot, and where it begins."""

    start: int = 0
    recipients: list[Line] = field(default_factory=list)
    signers: list[Line] = field(default_factory=list)
    annex: list[Line] = field(default_factory=list)


def foot_of(lines: Sequence[Line], start: int) -> Foot:
    """Find the foot among ``lines``; it cannot begin before ``start``."""
    label = next((at for at in range(start, len(lines)) if LABEL.match(lines[at].text)), None)
    # Some papers have the signature blocks before the recipients.
    first = start if label is None else max(start, label - _BEFORE_LABEL)
    signed = next((at for at in range(first, len(lines)) if is_signature(lines[at])), None)
    found = [at for at in (label, signed) if at is not None]
    foot = Foot(min(found, default=len(lines)))
    behind = range(max(found, default=len(lines)) + 1, len(lines))
    end = next((at for at in behind if _ANNEX.match(lines[at].text) and lines[at].text.isupper()), len(lines))
    foot.annex = list(lines[end:])
    signed_tables = {line.cell[0] for line in lines[foot.start : end] if line.cell and is_signature(line)}
    for at, line in enumerate(lines[foot.start : end], foot.start):
        if LABEL.fullmatch(line.text):
            continue
        received = label is not None and at >= label and _is_recipient(line, lines[label], foot, signed_tables)
        (foot.recipients if received else foot.signers).append(line)
    return foot


def is_signature(line: Line) -> bool:
    """Tell whether a line in capitals names who signs: ``KT. CHỦ TỊCH``, ``GIÁM ĐỐC``."""
    text = line.text
    short = len(text.split()) <= _LONGEST_BLOCK_LINE
    return short and text.isupper() and bool(_SIGNED.match(text)) and not any(m.counted for m in marks_of(text))


def _is_recipient(line: Line, label: Line, foot: Foot, signed_tables: set[int]) -> bool:
    """Tell a recipient from a line of a signature block: by its column, else by its looks."""
    if line.cell and line.cell[0] not in signed_tables:
        return True  # names and their braces stand in a table of their own
    if line.cell:
        return line.cell[2] == (label.cell[2] if label.cell else 0) and not line.text.isupper()
    if re.match(r"[-–+•]|\}", line.text) or fold(line.text).startswith("luu"):
        return True
    return not foot.signers and not line.text.isupper()
