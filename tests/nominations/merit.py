"""Lists of nominations held against standards, law, duplicates and deadlines, from a few lines of data."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.conftest import ROOT
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.load_plan import validate
from thidua_cli.campaign.resolve import resolve
from thidua_cli.checks.nominations import (
    deadlines,
    dossier,
    duplicates,
)
from thidua_cli.checks.nominations import (
    law_shares as limits,
)
from thidua_cli.checks.nominations import (
    law_standards as eligibility,
)
from thidua_cli.checks.nominations import (
    plan_standards as standards,
)
from thidua_cli.checks.nominations import (
    prior_awards as routes,
)
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding
from thidua_cli.lists.record import Record
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.register import RegisterEntry
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import YamlEntry
from thidua_cli.reading.yaml import read_yaml

CHECKS = tuple(
    check
    for subject in (standards, eligibility, routes, limits, duplicates, deadlines, dossier)
    for check in subject.CHECKS
)
FORMS = {
    "ldtt": "lao_dong_tien_tien",
    "cstd": "chien_si_thi_dua_co_so",
    "cstd-tinh": "chien_si_thi_dua_bo_tinh",
    "cstd-tq": "chien_si_thi_dua_toan_quoc",
    "ttldtt": "tap_the_lao_dong_tien_tien",
    "ttldxs": "tap_the_lao_dong_xuat_sac",
    "co-tinh": "co_thi_dua_bo_tinh",
    "co-cp": "co_thi_dua_chinh_phu",
    "giay-khen": "giay_khen",
    "bang-khen": "bang_khen_bo_tinh",
    "bktt": "bang_khen_thu_tuong",
    "hcld3": "huan_chuong_lao_dong_3",
}
OTHERS = [{"id": key, "form": form} for key, form in FORMS.items()]


def campaign(
    nominations: Sequence[dict[str, Any]],
    day: str = "2025-01-15",
    awards: Sequence[dict[str, Any]] = OTHERS,
    register: Sequence[dict[str, Any]] | None = None,
    facts: dict[str, str] | None = None,
    **changes: Any,
) -> CampaignContext:
    """Return the context of a regular campaign that runs from 2015 to 2040, looked at on ``day``."""
    data = read_yaml(ROOT / "tests" / "cases" / "ok" / "minimal.yaml").data
    assert isinstance(data, dict)
    span = {"mode": "regular", "launched_by": "province", "start": "2015-01-01", "end": "2040-12-31"}
    plan = {**data, "awards": list(awards), "facts": facts or {}, "campaign": {**span, **changes}}
    loaded = validate(Document("plan.yaml", data=plan))
    assert loaded.plan is not None, loaded.faults
    lists, book = Document("nominations.yaml"), Document("register.yaml")
    records = [
        Record(Nomination.model_validate({"name": _name(index), **typed}), YamlEntry(lists, f"nominations[{index}]"))
        for index, typed in enumerate(nominations)
    ]
    lines = [
        Record(RegisterEntry.model_validate(line), YamlEntry(book, f"lines[{index}]"))
        for index, line in enumerate(register or ())
    ]
    context = DatedPlan(loaded.plan, date.fromisoformat(day))
    entries = resolve(records, None, context).entries
    return CampaignContext(context, entries, register=None if register is None else lines)


def _name(index: int) -> str:
    return f"Nguyễn Văn {'ABCDEFGHIJKLMNOPQRSTUVXY'[index % 24]}"


def found(nominations: Sequence[dict[str, Any]], day: str = "2025-01-15", **more: Any) -> list[Finding]:
    """Return what the checks on merit find."""
    context = campaign(nominations, day, **more)
    return [finding for check in CHECKS for finding in check(context)]


def codes(nominations: Sequence[dict[str, Any]], day: str = "2025-01-15", **more: Any) -> list[str]:
    """Return ``code severity`` of each finding."""
    return [f"{one.code} {one.severity or severity_of(one.code)}" for one in found(nominations, day, **more)]
