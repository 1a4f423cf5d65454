"""What a good plan tells beyond the minimum: notes on long movements, dossiers, money, principles."""

import re
from collections.abc import Iterator

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.plan.evidence import Evidence
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.rules import advice

LONG = 3
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
        yield Finding("interim-missing", "campaign", f"{length} mà chưa có kỳ sơ kết")
    launches = plan.campaign.launched_by in ("province", "ministry") and not plan.campaign.follows
    if launches and not any(_CENTRAL.search(name) for recipient in plan.recipients for name in recipient.to):
        duty = advice("notice", context.signing[0]) if plan.campaign.mode == "thematic" else None
        centre = duty.who if duty else "Bộ Nội vụ"
        message = f"{length} mà nơi nhận chưa có cơ quan quản lý về thi đua, khen thưởng ở trung ương"
        hint = f"thêm {centre} vào nơi nhận"
        severity = Severity.WARNING if duty else None
        yield Finding("recipient-missing", "recipients", message, hint, duty.cited if duty else "", severity)


def award_arrangements(context: DatedPlan) -> Iterator[Finding]:
    """Note plans with awards that tell no dossiers, deadline, money or principles."""
    plan, evidence = context.plan, Evidence(context)
    if not plan.awards:
        return
    due = any(occasion.dossiers_by for occasion in plan.campaign.occasions)
    if not due and not evidence.has_role("dossier") and not evidence.says("hồ sơ"):
        message = "kế hoạch có khen thưởng nhưng chưa nói hồ sơ và hạn gửi"
        yield Finding("dossier-missing", "awards", message, basis=_law(context, "dossier"))
    for path, text in evidence.section_texts("dossier"):
        listed = [word for word in _DOSSIER if word in text.casefold()]
        if listed and (missing := [name for word, name in _DOSSIER.items() if word not in listed]):
            message = f"thành phần hồ sơ chưa có {' và '.join(missing)}"
            yield Finding("dossier-incomplete", path, message, basis=_law(context, "dossier"))
    if not evidence.has_role("funding") and not evidence.says("kinh phí|ngân sách|quỹ thi đua|tiền thưởng"):
        message = "kế hoạch có khen thưởng nhưng chưa nói nguồn kinh phí"
        yield Finding("funding-missing", "awards", message, basis=_law(context, "funding"))
    if not evidence.says(_PRINCIPLES):
        message = (
            "kế hoạch chưa nhắc nguyên tắc khen thưởng (một thành tích không khen nhiều lần, ưu tiên người trực tiếp)"
        )
        yield Finding("principles-missing", "awards", message, basis=_law(context, "principles"))


def _law(context: DatedPlan, topic: str) -> str:
    """Return what the law of the plan's day is cited with on a topic; empty when it says nothing of it."""
    found = advice(topic, context.signing[0])
    return found.cited if found else ""


CHECKS = (long_movements, award_arrangements)
