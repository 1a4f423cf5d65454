"""What kind of paper it is: a plan of a campaign, a plan of something else, another paper, or a tale about a plan."""

import re
from collections.abc import Sequence

from thidua_cli.intake.structure.anatomy import Anatomy
from thidua_cli.law.paper_kinds import kind_named
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.item_marks import marks_of
from thidua_cli.vietnamese.text import fold

PLAN, OTHER_PLAN, RETELLING, UNKNOWN = "plan", "not-a-campaign", "retelling", "unknown"
_LAUNCH = re.compile(
    r"thi dua|phong trao|chao mung|lap thanh tich|cuoc van dong|chien dich|hoi thi|ngay dem|chao mung ky niem"
)
_MEETING = re.compile(
    r"to chuc (?:hoi nghi|hoi thao|cuoc hop|lop|dai hoi|le )|tap huan|dao tao|boi duong"
    r"|tong ket (?:cong tac|phong trao)|so ket"
    r"|kiem tra|giam sat|tham quan|cong tac nam|kiem phieu|don doc"
)
_STARTS = re.compile(
    r"phat dong|huong ung|trien khai (?:thuc hien )?phong trao|to chuc phong trao|to chuc (?:dot )?thi dua|dot thi dua"
)
_TOLD = re.compile(
    r"(?:đã )?ban hành (?:kế hoạch|công văn|quyết định)[^.]{0,160}(?:phát động|phong trào|thi đua)", re.I
)
_RETOLD = re.compile(
    r"kế hoạch nêu rõ|theo đó|theo kế hoạch|phong trào (?:thi đua )?được phát động|nguồn:|lượt xem", re.I
)


def kind_of(parts: Anatomy, lines: Sequence[Line]) -> tuple[str, Line | None, str]:
    """Return the kind, the line that told it, and the words that did."""
    if not parts.kind:
        return _without_kind(lines)
    kind = kind_named(parts.kind)
    if kind and not kind.launches:
        return kind.id, parts.kind_line, f"tên loại văn bản là “{parts.kind}”"
    title = fold(parts.title)
    launches = bool(_LAUNCH.search(title))
    meets = _MEETING.search(title)
    if meets and not _STARTS.search(title):
        return OTHER_PLAN, parts.kind_line, f"trích yếu “{parts.title}” nói việc khác, không phát động thi đua"
    if launches:
        return PLAN, parts.kind_line, f"trích yếu “{parts.title}”"
    body = fold(" ".join(line.text for line in (*parts.opening, *parts.body)))
    if re.search(r"phat dong[^.]{0,80}(?:thi dua|phong trao)|(?:phong trao|dot) thi dua", body):
        return PLAN, parts.kind_line, "nội dung có phát động thi đua"
    return OTHER_PLAN, parts.kind_line, f"trích yếu “{parts.title}” và nội dung không phát động thi đua"


def _without_kind(lines: Sequence[Line]) -> tuple[str, Line | None, str]:
    """A paper that lost its head still has headings; a tale about a plan has none and says who issued the plan."""
    families = [{mark.family for mark in marks_of(line.text)} for line in lines]
    headings = sum(1 for found in families if found & {"roman", "arabic"})
    told = next((line for line in lines if _TOLD.search(line.text)), None)
    if told and headings < 3 and any(_RETOLD.search(line.text) for line in lines):
        found = _TOLD.search(told.text)
        return RETELLING, told, f"không có đề mục, và kể lại: “{found[0] if found else ''}”"
    launched = next((line for line in lines if re.search(r"thi đua", line.text, re.I)), None)
    if headings >= 3 and launched:
        return PLAN, launched, "mất phần đầu nhưng có các mục của một kế hoạch thi đua"
    return UNKNOWN, None, "không có tên loại văn bản và không có các mục của một kế hoạch"
