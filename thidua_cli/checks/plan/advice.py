"""What a good plan tells beyond the minimum: notes on long movements, dossiers, money, principles."""

import re
from collections.abc import Iterator

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.plan.evidence import Evidence
from thidua_cli.findings import Severity
from thidua_cli.findings.finding import Finding
from thidua_cli.law.citation import cite
from thidua_cli.law.instruments import instruments

LONG = 3
_SENT_BY = "TT12-2019"  # made it a duty; we know of no such words in later circulars
_CENTRAL = re.compile(r"Bộ Nội vụ|Thi đua\s*[-,]?\s*Khen thưởng Trung ương|TĐKT TW|TĐKTTW", re.IGNORECASE)
_DOSSIER = {"tờ trình": "tờ trình", "báo cáo thành tích": "báo cáo thành tích", "biên bản": "biên bản xét khen thưởng"}
_PRINCIPLES = "nguyên tắc|nhiều lần|một thành tích|người lao động trực tiếp|trực tiếp lao động|(?:đúng|theo) quy định"


def long_movements(context: DatedPlan) -> Iterator[Finding]:
    """Note movements of three years and more without interim review or without notice to the central body."""
    plan = context.plan
    if context.years is None or context.years < LONG:
        return
    length = f"phong trào kéo dài {context.years:02d} năm"
    if not any(occasion.kind == "interim" for occasion in plan.campaign.occasions):
        hint = "khai một kỳ sơ kết trong campaign.occasions (kind: interim)"
        yield Finding("interim-missing", "campaign", f"{length} mà chưa có kỳ sơ kết", hint)
    launches = plan.campaign.launched_by in ("province", "ministry") and not plan.campaign.follows
    if launches and not any(_CENTRAL.search(name) for recipient in plan.recipients for name in recipient.to):
        duty = plan.campaign.mode == "thematic" and instruments()[_SENT_BY].in_force(context.signing[0])
        centre = "Ban Thi đua - Khen thưởng Trung ương" if duty else "Bộ Nội vụ"
        yield Finding(
            "recipient-missing",
            "recipients",
            f"{length} mà nơi nhận chưa có cơ quan quản lý về thi đua, khen thưởng ở trung ương",
            f"thêm {centre} vào nơi nhận",
            cite(f"{_SENT_BY} Đ4k1") if duty else "",
            Severity.WARNING if duty else None,
        )


def award_arrangements(context: DatedPlan) -> Iterator[Finding]:
    """Note plans with awards that tell no dossiers, deadline, money or principles."""
    plan, evidence = context.plan, Evidence(context)
    if not plan.awards:
        return
    due = any(occasion.dossiers_by for occasion in plan.campaign.occasions)
    if not due and not evidence.has_role("dossier") and not evidence.says("hồ sơ"):
        message = "kế hoạch có khen thưởng nhưng chưa nói hồ sơ và hạn gửi"
        hint = "khai dossiers_by ở kỳ tổng kết, hoặc thêm mục có role: dossier"
        yield Finding("dossier-missing", "awards", message, hint, _law(context, "L22 Đ84"))
    for path, text in evidence.section_texts("dossier"):
        listed = [word for word in _DOSSIER if word in text.casefold()]
        if listed and (missing := [name for word, name in _DOSSIER.items() if word not in listed]):
            message = f"thành phần hồ sơ chưa có {' và '.join(missing)}"
            hint = "bổ sung, nếu hình thức này cần"
            yield Finding("dossier-incomplete", path, message, hint, _law(context, "L22 Đ84"))
    if not evidence.has_role("funding") and not evidence.says("kinh phí|ngân sách|quỹ thi đua|tiền thưởng"):
        message = "kế hoạch có khen thưởng nhưng chưa nói nguồn kinh phí"
        yield Finding("funding-missing", "awards", message, "thêm mục có role: funding", _law(context, "L22 Đ11"))
    if not evidence.says(_PRINCIPLES):
        message = (
            "kế hoạch chưa nhắc nguyên tắc khen thưởng (một thành tích không khen nhiều lần, ưu tiên người trực tiếp)"
        )
        yield Finding(
            "principles-missing", "awards", message, "thêm một câu, hoặc dẫn chiếu quy định", _law(context, "L22 Đ5k2")
        )


def _law(context: DatedPlan, citation: str) -> str:
    """Return the words of an article of the Law of 2022, if that is the law of the plan's day."""
    return cite(citation) if instruments()["L22"].in_force(context.signing[0]) else ""


CHECKS = (long_movements, award_arrangements)
