"""District bodies in a plan of the time after they ended."""

import re
from collections.abc import Iterator

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.plan.mentions import citations_in
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.dated import Abolished, may_block
from thidua_cli.law.rules import abolished
from thidua_cli.vietnamese.dates import show

_DISTRICT = re.compile(
    r"\b(?:(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Mặt trận Tổ quốc(?: Việt Nam)?|Chủ tịch"
    r"|Phòng (?!họp)[^\W\d_][^,;.()]{2,40}?) (?:các )?(?:cấp )?(?:huyện|quận|thị xã)"
    r"|Huyện ủy|Quận ủy|Thị ủy)\b",
    re.IGNORECASE,
)
_ISSUING = re.compile(r"[^;.]{0,90}\b(?:của|do)\s$", re.IGNORECASE)
_FORMER = re.compile(r"[^;.]{0,60}?(?:\bcũ\b|trước đây|trước (?:khi )?sắp xếp|trước ngày)", re.IGNORECASE)
_BINDING = re.compile(
    r"issuer|signers|bases|opening|recipients|campaign\.follows|awards\[\d+\]\.(?:decided_by|quotas\[\d+\]\.units)"
    r"|tasks\[.*\.(?:lead|advise|cooperate|carry_out)\["
)


def district_bodies(context: DatedPlan) -> Iterator[Finding]:
    """Find bodies of the district level in a plan signed after that level ended."""
    ended = abolished("district", context.signing[0])
    if ended is None:
        return
    if context.plan.campaign.launched_by == "district":
        yield _finding(ended, "campaign.launched_by", "cấp huyện", Severity.ERROR)
    for path, text in context.texts:
        issued = [one.end for one in citations_in(text) if one.day and one.day < ended.start]
        for found in _DISTRICT.finditer(text):
            if not _of_the_past(found, issued):
                severity = Severity.ERROR if _BINDING.match(path) else Severity.WARNING
                yield _finding(ended, path, found[0], severity, found.start())


def _of_the_past(found: re.Match[str], issued: list[int]) -> bool:
    """Tell whether the body is called former, or issued a document in its time (``issued``: where those end)."""
    if _FORMER.match(found.string, found.end()):
        return True
    before = max((end for end in issued if end <= found.start()), default=None)
    return before is not None and bool(_ISSUING.fullmatch(found.string, before, found.start()))


def _finding(ended: Abolished, path: str, body: str, severity: Severity, offset: int = 0) -> Finding:
    message = f"“{body}”: không còn cấp huyện từ ngày {show(ended.start)}"
    severity = severity if may_block(ended.confidence) else Severity.WARNING
    return Finding("district-abolished", path, message, basis=ended.cited, severity=severity, offset=offset)


CHECKS = (district_bodies,)
