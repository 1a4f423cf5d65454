"""What kind of paper it is: a plan of a campaign, a plan of something else, another paper, or a tale about a plan."""

import re
from collections.abc import Sequence

from thidua_cli.intake.structure.anatomy import Anatomy
from thidua_cli.intake.words import first_match, one_of
from thidua_cli.law.paper_kinds import kind_named
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.item_marks import marks_of
from thidua_cli.vietnamese.text import fold

PLAN, OTHER_PLAN, RETELLING, UNKNOWN = "plan", "not-a-campaign", "retelling", "unknown"
_LAUNCHES = re.compile(one_of("launches"))
_MEETS = re.compile(one_of("meetings"))
_LAUNCHES_ANYWAY = re.compile(one_of("launches_anyway"))
_TOLD = re.compile(
    r"(?:đã )?ban hành (?:kế hoạch|công văn|quyết định)[^.]{0,160}(?:phát động|phong trào|thi đua)", re.I
)
_RETOLD = re.compile(one_of("retellings"), re.I)
_EMULATION = re.compile("thi đua", re.I)


def kind_of(parts: Anatomy, lines: Sequence[Line]) -> tuple[str, Line | None, str]:
    """Return the kind, the line that told it, and the words that did."""
    if not parts.kind:
        return _without_kind(lines)
    kind = kind_named(parts.kind)
    if kind and not kind.launches:
        return kind.id, parts.kind_line, f"tên loại văn bản là “{parts.kind}”"
    title = fold(parts.title)
    if _MEETS.search(title) and not _LAUNCHES_ANYWAY.search(title):
        return OTHER_PLAN, parts.kind_line, f"trích yếu “{parts.title}” nói việc khác, không phát động thi đua"
    if _LAUNCHES.search(title):
        return PLAN, parts.kind_line, f"trích yếu “{parts.title}”"
    if re.search(r"phat dong[^.]{0,80}(?:thi dua|phong trao)|(?:phong trao|dot) thi dua", fold(parts.prose)):
        return PLAN, parts.kind_line, "nội dung có phát động thi đua"
    return OTHER_PLAN, parts.kind_line, f"trích yếu “{parts.title}” và nội dung không phát động thi đua"


def _without_kind(lines: Sequence[Line]) -> tuple[str, Line | None, str]:
    """A paper that lost its head still has headings; a tale about a plan has none and says who issued the plan."""
    headings = sum(any(mark.family in ("roman", "arabic") for mark in marks_of(line.text)) for line in lines)
    told, line = first_match(_TOLD, lines)
    if told and headings < 3 and first_match(_RETOLD, lines)[0]:
        return RETELLING, line, f"không có đề mục, và kể lại: “{told[0]}”"
    launched, line = first_match(_EMULATION, lines)
    if launched and headings >= 3:
        return PLAN, line, "mất phần đầu nhưng có các mục của một kế hoạch thi đua"
    return UNKNOWN, None, "không có tên loại văn bản và không có các mục của một kế hoạch"
