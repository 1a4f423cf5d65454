"""Campaigns for tests, from a few lines of typed data: validated and resolved as the program does it with files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from tests.plan_cases import MINIMAL
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.facts import Facts
from thidua_cli.campaign.load_plan import validate
from thidua_cli.campaign.resolve import Resolved, resolve
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.campaign.sitting import understood as understood_sessions
from thidua_cli.checks.nominations import (
    deadlines,
    dossier,
    duplicates,
    law_shares,
    law_standards,
    plan_standards,
    prior_awards,
)
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.lists.council_session import NO_DOUBTS, Doubts
from thidua_cli.model.council import Council
from thidua_cli.model.decision import Decision
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.unit import Unit
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry
from thidua_cli.reading.yaml import read_yaml

Lines = Sequence[dict[str, Any]]
M = TypeVar("M", bound=BaseModel)

MERIT = tuple(
    check
    for subject in (plan_standards, law_standards, prior_awards, law_shares, duplicates, deadlines, dossier)
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
AWARDS = [{"id": key, "form": form} for key, form in FORMS.items()]
GIAY_KHEN = {"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc"}
MEMBERS = [f"Ủy viên {number}" for number in range(1, 10)]
_SPAN = {"mode": "regular", "launched_by": "province", "start": "2015-01-01", "end": "2040-12-31"}
_SESSION = {
    "format": "council/1",
    "name": "Hội đồng Thi đua - Khen thưởng Sở A",
    "held": "2024-11-20",
    "members": MEMBERS,
}


def campaign(
    nominations: Lines,
    council: dict[str, Any] | None = None,
    *,
    further: Lines = (),
    day: str = "2025-01-15",
    awards: Lines = AWARDS,
    facts: dict[str, str] | None = None,
    units: Lines | None = None,
    register: Lines | None = None,
    register_doubted: bool = False,
    units_doubted: bool = False,
    decisions: Lines = (),
    session_doubts: Doubts = NO_DOUBTS,
    sessions_unread: Sequence[Doubts] = (),
    **changes: Any,
) -> CampaignContext:
    """Return a campaign, looked at on ``day``, that runs from 2015 to 2040 where ``changes`` do not say otherwise.

    ``council`` is laid over a session of nine members, all there, on 2024-11-20, and so is each of the ``further``
    sessions; a nominee needs no name. ``decisions`` are those of decisions.yaml.
    """
    plan = _plan({"awards": list(awards), "facts": facts or {}, "campaign": {**_SPAN, **changes}}, day)
    listed = None if units is None else _records(Unit, "units", units)
    entries = resolve(_nominations(nominations), listed, plan).entries
    book = None if register is None else _records(RegisterEntry, "register", register)
    sessions = [] if council is None else [replace(_session(council), doubts=session_doubts)]
    sessions += [_session(more, f"council/{number}.yaml") for number, more in enumerate(further, 2)]
    after = Facts(decisions=_records(Decision, "decisions", decisions))
    return CampaignContext(
        plan,
        entries,
        listed,
        understood_sessions(sessions, plan)[0],
        book,
        register_doubted=register_doubted,
        units_doubted=units_doubted,
        sessions_unread=sessions_unread,
        facts=after,
    )


def understood(nominations: Lines, *, units: Lines | None = None, **plan: Any) -> Resolved:
    """Return what nominations are understood as in such a plan, and what is not understood of them."""
    listed = None if units is None else _records(Unit, "units", units)
    return resolve(_nominations(nominations), listed, _plan({"campaign": _SPAN, **plan}, "2025-01-15"))


def _plan(changes: dict[str, Any], day: str) -> DatedPlan:
    data = read_yaml(MINIMAL).data
    assert isinstance(data, dict)
    loaded = validate(Document("plan.yaml", data={**data, **changes}))
    assert loaded.plan is not None, loaded.faults
    return DatedPlan(loaded.plan, date.fromisoformat(day))


def _nominations(lines: Lines) -> list[Record[Nomination]]:
    named = [{"name": f"Người thứ {number}", **typed} for number, typed in enumerate(lines, 1)]
    return _records(Nomination, "nominations", named)


def _records(model: type[M], name: str, lines: Lines) -> list[Record[M]]:
    document = Document(f"{name}.yaml")
    return [Record(model.model_validate(line), YamlEntry(document, f"{name}[{at}]")) for at, line in enumerate(lines)]


def _session(council: dict[str, Any], file: str = "council.yaml") -> Sitting:
    return Sitting(Record(Council.model_validate({**_SESSION, **council}), YamlEntry(Document(file), "")))


def repeated(groups: Lines) -> list[dict[str, Any]]:
    """Return nominations, each of ``groups`` as often as its ``count`` says; of individuals, unless told otherwise."""
    nominations = []
    for group in groups:
        nomination = {"subject": "individual", **group}
        count = int(nomination.pop("count"))
        nominations += [nomination] * count
    return nominations


def told(checks: Sequence[Callable[[CampaignContext], Iterator[Finding]]], context: CampaignContext) -> list[str]:
    """Return the findings as ``code: message``."""
    return [f"{found.code}: {found.message}" for check in checks for found in check(context)]


def found(nominations: Lines, **more: Any) -> list[Finding]:
    """Return what the checks on merit find in such a campaign."""
    context = campaign(nominations, **more)
    return [finding for check in MERIT for finding in check(context)]


def codes(nominations: Lines, **more: Any) -> list[str]:
    """Return ``code severity`` of each finding on merit."""
    return [f"{one.code} {one.severity or severity_of(one.code)}" for one in found(nominations, **more)]
