"""Instruments and documents that the plan cites: in force on the day of signing, and older than the plan."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.plan.mentions import citations_in
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.citation import cite
from thidua_cli.law.dated import may_block
from thidua_cli.law.instruments import Cited, find_citations, replacement
from thidua_cli.vietnamese.dates import show

_LEGAL_GROUND = re.compile(r"bases|opening|campaign\.follows")
_HISTORICAL = re.compile(r"thay thế|bãi bỏ|hết hiệu lực|trước đây|đã được sửa đổi", re.IGNORECASE)


def instruments_in_force(context: DatedPlan) -> Iterator[Finding]:
    """Find instruments that were replaced before the day of signing, or come into force after it."""
    for path, text in context.texts:
        for cited in find_citations(text):
            instrument = cited.instrument
            if instrument.end and instrument.end < context.signing[0]:
                if _LEGAL_GROUND.match(path) or not _HISTORICAL.search(text):
                    yield _outdated(path, cited, context.signing[0])
            elif instrument.start and instrument.start > context.signing[1]:
                yield _not_yet(context, path, cited)


def _outdated(path: str, cited: Cited, day: date) -> Finding:
    old = cited.instrument
    assert old.end is not None
    ended = show(old.end + timedelta(days=1))
    new = replacement(old, day)
    hint = f"thay bằng {new.cite}" if new else "xem lại văn bản đang có hiệu lực"
    binding = _LEGAL_GROUND.match(path) and may_block(old.confidence)
    message = f"{cite(old.id)} đã hết hiệu lực từ ngày {ended}{old.confidence.doubt}"
    severity = None if binding else Severity.WARNING
    return Finding(
        "outdated-basis", path, message, hint, f"{cite(old.citation)}, từ ngày {ended}", severity, cited.start
    )


def _not_yet(context: DatedPlan, path: str, cited: Cited) -> Finding:
    new = cited.instrument
    assert new.start is not None
    runs_into = context.end is None or context.end >= new.start  # a plan for next year may cite next year's law
    message = f"{cite(new.id)} đến ngày {show(new.start)} mới có hiệu lực{new.confidence.doubt}"
    severity = Severity.NOTE if runs_into else None
    return Finding("basis-not-in-force", path, message, basis=cite(new.citation), severity=severity, offset=cited.start)


def bases_before_plan(context: DatedPlan) -> Iterator[Finding]:
    """Find documents among the grounds of the plan that are dated after its signing."""
    latest = context.signing[1]
    signed = context.plan.date or show(latest)
    for path, text in context.texts:
        if not _LEGAL_GROUND.match(path):
            continue
        for found in citations_in(text):
            if found.day and found.day > latest:
                message = f"văn bản số {found.text} đề ngày {show(found.day)}, sau ngày ký kế hoạch ({signed})"
                yield Finding("basis-after-plan", path, message, offset=found.start)


CHECKS = (instruments_in_force, bases_before_plan)
