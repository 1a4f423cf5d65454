"""The award that a title, or the name of a sheet, says for all rows: ``Danh sách LĐTT``, the sheet ``GK tập thể``."""

import re

from thidua_cli.law.award_catalogue import read_award
from thidua_cli.law.award_mentions import names_several
from thidua_cli.lists.section_lines import BEHIND_AWARD, award_given, subject_in, without_mark
from thidua_cli.vietnamese.text import fold

_BEFORE = (
    r"^(?:danh sách|ds|biểu|bảng|bảng tổng hợp)\b[\s:.-]*(?=\S)",
    r"^(?:(?:tập thể|cá nhân|hộ gia đình|cán bộ|các)\b[\s,]*)+(?=\S)",
    r"^(?:được\s+)?(?:đề nghị|đăng ký|đề xuất|xét)\s+(?=\S)",
    r"^(?:danh hiệu|hình thức)\s+(?=\S)",
)
_STEPS = [re.compile(step, re.IGNORECASE) for step in _BEFORE]
_NAMED = re.compile(r"(?:danh hiệu|giải thưởng|huy hiệu)\s+(?P<name>[“”\"'‘]?[^\W\d_].*)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# What follows the word "danh hiệu" and names none: "danh hiệu thi đua", "danh hiệu và hình thức khen thưởng".
_NO_NAMES = frozenset(
    ("thi", "va", "cap", "cua", "khen", "hinh", "cho", "nam", "theo", "cac", "cao", "trong", "doi", "dot")
)
_COPY = re.compile(r"\s*(?:\(\d+\)|[_-]+\s*\d+|\b20\d\d(?:\s*-\s*20\d\d)?)\s*$")
_MOST_WORDS = 10
_NOT_ENDED = re.compile(r"(?:[,;/+&–-]|\b(?:và|tặng|hiệu|nghị|công nhận))\s*$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:[,;/+&]|(?:và|hoặc)\b)", re.IGNORECASE)


def award_of_title(text: str) -> str:
    """Return the one award that a title names, be it none of the law: whoever knows the plan tells what it is."""
    if names_several(text):
        return ""
    return award_given(text) or _headed(text) or _named(text)


def kind_of_award(award: str) -> object:
    """Return what is the same for all names of an award, whoever decides it."""
    reading = read_award(award)
    return reading.meanings if reading else fold(award)


def _headed(text: str) -> str:
    """Return the award of which a title says that this is its list: ``Danh sách đề nghị Giấy khen năm 2026``."""
    rest = BEHIND_AWARD.sub("", without_mark(text)[1])
    for step in (None, *_STEPS):
        rest = step.sub("", rest) if step else rest
        if rest and read_award(rest):
            return rest
    return ""


def _named(text: str) -> str:
    """Return what a title calls a distinction that the law does not know: ``danh hiệu Gương sáng bản làng``."""
    found = _NAMED.search(text)
    if not found:
        return ""
    name = BEHIND_AWARD.sub("", found["name"]).strip(" .:;“”\"'‘’")
    words = _WORD.findall(fold(name))
    return "" if not words or words[0] in _NO_NAMES or len(words) > _MOST_WORDS else name


def goes_on(title: str, text: str) -> bool:
    """Tell whether a line goes on with a title above it: it ends with a comma, or ``VÀ`` stands below it."""
    return _NOT_ENDED.search(title) is not None or _GOES_ON.match(text) is not None


def of_sheet(name: str) -> dict[str, str]:
    """Return the award that the name of a sheet says, and for whom; nothing where it says none."""
    plain = _COPY.sub("", name)
    award = "" if names_several(plain) else _headed(plain)
    subject = subject_in(plain)
    if not award:
        return {}
    return {"award": award, "subject": subject} if subject else {"award": award}
