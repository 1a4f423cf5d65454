"""Slips of the pen: a word typed twice."""

import re
from collections.abc import Iterator

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.findings.finding import Finding

# A syllable often ends one word and begins the next ("thành tích tích cực", "cá nhân nhân dịp"), and reduplication
# is a word of its own ("ngày ngày"): only syllables that can do neither count as typed twice.
_ALONE = (
    "và|hoặc|của|các|những|bị|được|cho|với|theo|tại|nhưng|để|thì|là|mà|đã|sẽ|đang|vẫn|này|nếu|khi|do|vì|bởi|"
    "nộp|gửi|tặng|thưởng|phải|không|cùng"
)
_ONE = re.compile(rf"\b({_ALONE}) \1\b(?! \1\b)", re.IGNORECASE)
_MORE = re.compile(r"(?<![\w-])((?:[^\W\d_]+ ){1,3}[^\W\d_]+) \1(?![\w-])", re.IGNORECASE)
_MEANT = re.compile(r"(?:từng|mỗi|ngày|đời|người|nhà|năm|lớp|tầng|càng|vừa) ", re.IGNORECASE)


def doubled_words(context: DatedPlan) -> Iterator[Finding]:
    """Find words typed twice (``nộp nộp``, ``Hội đồng Hội đồng``), not reduplication."""
    for path, found in (*context.matches(_ONE), *context.matches(_MORE)):
        if not _MEANT.match(found[1]):
            message = f"“{found[1]}” viết hai lần liền nhau"
            yield Finding("doubled-word", path, message, f"bỏ một “{found[1]}”", offset=found.start())


CHECKS = (doubled_words,)
