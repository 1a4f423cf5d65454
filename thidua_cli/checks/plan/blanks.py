"""What is still to be filled in: the number, the day, the signer, dots in the prose."""

import re
from collections.abc import Iterator

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.vietnamese.dates import show

_BLANK = re.compile(
    r"\.{4,}|…{2,}|_{3,}|\[\s*(?:\.{3}|…)?\s*\]|\b[xX]{2,}/"
    r"|\b20(?:\.{2,3}|…)|…/"
    r"|\b(?:[Cc]ó|đạt|gồm|tặng|cho) (?:…|\.{3})(?= \w)"
    r"|\b(?:ngày tháng(?= \d| năm \d)|ngày(?= /\d)|số:?(?= /[A-ZĐ]))"
)
_WORDS, _NEAR = 3, 80


def blanks(context: DatedPlan) -> Iterator[Finding]:
    """Note what must be filled in before the plan is signed."""
    plan = context.plan
    if plan.date is None:
        message = f"chưa có ngày ký; kiểm tra theo pháp luật ngày {show(context.signing[0])}"
        yield Finding("blank-left", "date", message, "thêm “date:” khi biết ngày ký, kể cả khi mới biết tháng")
    elif plan.date.day is None:
        yield Finding("blank-left", "date", f"ngày ký còn để trống ({plan.date})", "điền ngày khi ký")
    if plan.number is None:
        yield Finding("blank-left", "number", "số văn bản còn để trống", "điền số khi văn thư cấp số")
    for index, signer in enumerate(plan.signers):
        if signer.name is None:
            message = f"chưa có họ tên người ký ({signer.post})"
            yield Finding("blank-left", f"signers[{index}]", message, "điền họ tên trước khi ký")
    for path, found in context.matches(_BLANK):
        message = f"còn chỗ trống: “{_around(found)}”"
        yield Finding("blank-left", path, message, "điền nội dung trước khi ký", offset=found.start())


def _around(found: re.Match[str]) -> str:
    """Return the blank with some whole words on both sides."""
    text = found.string
    before = text[max(found.start() - _NEAR, 0) : found.start()].split(" ")[-_WORDS - 1 :]
    after = text[found.end() : found.end() + _NEAR].split(" ")[: _WORDS + 1]
    return f"{' '.join(before)}{found[0]}{' '.join(after)}".strip()


CHECKS = (blanks,)
