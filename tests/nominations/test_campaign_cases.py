"""Each case is a campaign folder: ``cases/CODE--what/`` with the findings it must give in ``expected.out``.

A folder without ``plan.yaml`` takes the common one beside this file. The first line of a plan tells the day of the
run: ``# on: 2024-12-05``. ``cases/ok--what/`` give notes at most, and have no ``expected.out`` when they give
nothing at all. ``THIDUA_UPDATE=1`` rewrites the expected findings.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.golden import hold
from tests.nominations.case_folders import CASES, HERE, copied, day_of
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.loaded import LoadedCampaign
from thidua_cli.checks.run import examine
from thidua_cli.findings.catalogue import rules
from thidua_cli.findings.diagnostic import UNREADABLE, Diagnostic, Severity
from thidua_cli.findings.reporters.as_text import place

EXPECTED = "expected.out"
_PLAN = (HERE / "plan.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def findings(tmp_path_factory: pytest.TempPathFactory):
    """Return the findings of a case, each case checked once."""
    known: dict[Path, list[Diagnostic]] = {}

    def of(case: Path) -> list[Diagnostic]:
        if case not in known:
            folder = copied(case, tmp_path_factory.mktemp("case"))
            known[case], _ = examine(load_campaign(folder), day_of(folder))
        return known[case]

    return of


def report(found: list[Diagnostic], case: Path) -> str:
    lines = (f"{place(one)} {one.severity} {one.code} {one.message} | {one.hint} | {one.basis}\n" for one in found)
    return re.sub(rf"\S*/{re.escape(case.name)}/", "", "".join(lines))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_campaign_gives_exactly_the_expected_findings(case, findings):
    found, expected = report(findings(case), case), case / EXPECTED
    if os.environ.get("THIDUA_UPDATE"):
        expected.write_text(found, encoding="utf-8") if found else expected.unlink(missing_ok=True)
    assert found == (expected.read_text(encoding="utf-8") if expected.exists() else "")


def test_what_is_read_of_each_case(tmp_path: Path) -> None:
    """Files and records that were read, what was not, and where others may be that nobody saw."""
    told = {case.name: _read(load_campaign(copied(case, tmp_path))) for case in CASES}
    hold(HERE / "cases_read.out", told)


def test_what_is_read_of_each_folder(tmp_path: Path) -> None:
    told = {}
    for number, shape in enumerate(yaml.safe_load((HERE / "folders.yaml").read_text(encoding="utf-8"))):
        folder = tmp_path / str(number)
        for path, text in {"plan.yaml": _PLAN, **shape["files"]}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        loaded = load_campaign(folder)
        told[shape["name"]] = [*_read(loaded), *report(loaded.faults, folder).splitlines(), *_values(loaded)]
    hold(HERE / "folders.out", told)


def _values(loaded: LoadedCampaign) -> Iterator[str]:
    for record in (*loaded.nominations, *(loaded.units or ()), *(loaded.register or ())):
        yield ", ".join(f"{name}: {value}" for name, value in record.value if value or value == 0)


def _read(loaded: LoadedCampaign) -> Iterator[str]:
    parts = {"units": loaded.units, "register": loaded.register}
    numbers = [f"{name} {'-' if part is None else len(part)}" for name, part in parts.items()]
    names = [Path(one.record.origin.file).name for one in loaded.sessions]
    council = ("council" if names else "no council") + (f" ({', '.join(names)})" if len(names) > 1 else "")
    yield f"{loaded.files} files, nominations {len(loaded.nominations)}, {', '.join(numbers)}, {council}"
    yield f"lines of {', '.join(sorted(Path(file).name for file in loaded.lines))}"
    for one in loaded.unread:
        yield f"unread: {Path(one.file).name}: {one.reason.replace(one.file, Path(one.file).name)}"
    for one in loaded.sessions_unread:
        yield f"session in doubt: {Path(one.file).name}{' (votes)' if one.votes else ''}{' (base)' if one.base else ''}"
    if loaded.partial or loaded.units_doubted:
        names = ", ".join(Path(file).name for file in loaded.partial)
        yield f"others may stand in: {names}{' (units)' if loaded.units_doubted else ''}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_raises_the_code_it_is_named_after(case, findings):
    code = case.name.partition("--")[0]
    if code == "ok":
        assert [one.code for one in findings(case) if one.severity is not Severity.NOTE] == []
    else:
        assert code in {one.code for one in findings(case)}


@pytest.mark.parametrize("code", [rule.code for rule in rules().values() if rule.stage == "nominations"])
def test_every_code_has_a_case_named_after_it(code):
    assert any(case.name.partition("--")[0] == code for case in CASES), f"no folder cases/{code}--*"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_finding_has_a_place_a_person_can_find(case, findings):
    for one in findings(case):
        assert one.file
        assert one.cell or (one.line and one.column) or one.code == UNREADABLE, one
