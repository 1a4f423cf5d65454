"""The elements that the Law of the plan's day asks of a plan."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.plan.evidence import PRINTED_TIME, Evidence
from thidua_cli.findings import Severity
from thidua_cli.findings.finding import Finding
from thidua_cli.law.dated import PlanElement, may_block
from thidua_cli.law.rules import plan_elements


@dataclass(frozen=True, slots=True)
class _Signs:
    """By what a plan shows an element (any one is enough), and what to add when it does not."""

    roles: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    headings: str = ""
    words: str = ""
    hint: str = ""


_AREAS = "tỉnh|ngành|xã|phường|quốc|trường|cơ quan|đơn vị|công ty|doanh nghiệp|thể"
_PERSONS = "cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|người lao động|giáo viên"
_SIGNS = {
    "aims": _Signs(
        roles=("aims", "goals", "requirements"),
        headings="mục đích|mục tiêu|yêu cầu|ý nghĩa",
        hint="thêm mục có role: aims hoặc goals (mục đích, mục tiêu)",
    ),
    "scope": _Signs(
        roles=("scope",),
        words=rf"phạm vi|trên địa bàn|toàn (?:{_AREAS})|trong (?:toàn|cơ quan)",
        hint="nói phong trào tổ chức ở đâu: thêm mục có role: scope, hoặc ghi “trên địa bàn …”",
    ),
    "participants": _Signs(
        roles=("participants",),
        facts=("participants",),
        headings="đối tượng",
        words=f"toàn thể (?:{_PERSONS})",
        hint="khai participants, hoặc thêm mục có role: participants",
    ),
    "content": _Signs(
        roles=("content", "tasks", "targets"),
        headings="nội dung|nhiệm vụ",
        hint="thêm mục có role: content (nội dung thi đua)",
    ),
    "criteria": _Signs(
        roles=("criteria", "targets", "standards"),
        facts=("targets", "standards"),
        headings="tiêu chí|chỉ tiêu|tiêu chuẩn|thang điểm",
        words="tiêu chí",
        hint="thêm mục có role: criteria, hoặc khai targets (chỉ tiêu), standards (tiêu chuẩn) của hình thức khen",
    ),
    "time": _Signs(
        roles=("time",),
        facts=(PRINTED_TIME,),
        headings="thời gian",
        words=r"từ nay đến|đến hết|từ ngày|kể từ|năm 20\d\d|giai đoạn 20\d\d",
        hint="thêm mục có role: time với insert: phases hoặc period",
    ),
    "measures": _Signs(
        roles=("measures", "tasks", "implementation"),
        facts=("tasks",),
        headings="giải pháp|biện pháp|nhiệm vụ|tổ chức (?:thực hiện|triển khai)|trách nhiệm",
        hint="thêm mục có role: measures, tasks hoặc implementation",
    ),
    "slogan": _Signs(
        roles=("theme",), facts=("theme",), words="khẩu hiệu|chủ đề", hint="khai campaign.theme (chủ đề, khẩu hiệu)"
    ),
    "launch": _Signs(
        roles=("implementation", "tasks"),
        facts=("tasks",),
        words="phát động|triển khai|tổ chức thực hiện",
        hint="thêm mục có role: implementation",
    ),
    "check": _Signs(
        roles=("inspection",),
        words="kiểm tra|giám sát|đôn đốc|theo dõi",
        hint="giao ai kiểm tra, giám sát; thêm mục có role: inspection",
    ),
    "propaganda": _Signs(
        roles=("propaganda",),
        words="tuyên truyền|điển hình|nhân rộng|nêu gương",
        hint="nói việc tuyên truyền, nhân rộng điển hình; thêm mục có role: propaganda",
    ),
    "review": _Signs(
        roles=("review", "awards"),
        facts=("occasions", "awards"),
        words="sơ kết|tổng kết",
        hint="khai campaign.occasions, hoặc thêm mục có role: review",
    ),
}


def missing_elements(context: DatedPlan) -> Iterator[Finding]:
    """Find elements that the Law asks and the plan nowhere shows.

    A month of signing may lie across two laws: only what both ask is asked.
    """
    evidence = Evidence(context)
    first, last = context.signing
    asked_last = {element.id for element in plan_elements(last)}
    for element in plan_elements(first):
        signs = _SIGNS.get(element.id)
        if signs and element.id in asked_last and not _shown(signs, evidence):
            yield _missing(element, signs.hint)


def _shown(signs: _Signs, evidence: Evidence) -> bool:
    return (
        evidence.has_role(*signs.roles)
        or any(evidence.has_fact(fact) for fact in signs.facts)
        or bool(signs.headings and evidence.heads(signs.headings))
        or bool(signs.words and evidence.says(signs.words))
    )


def _missing(element: PlanElement, hint: str) -> Finding:
    asked = "Luật yêu cầu kế hoạch xác định nội dung này" if element.required else "kế hoạch nên nói rõ"
    severity = None
    if not element.required or element.id == "slogan":  # drives without a slogan are many and lawful in practice
        severity = Severity.NOTE
    elif not may_block(element.confidence):
        severity = Severity.WARNING
    message = f"chưa thấy {element.name}: {asked}"
    return Finding("element-missing", "body", message, hint, element.cited, severity)


CHECKS = (missing_elements,)
