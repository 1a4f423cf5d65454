"""Whom a finding is about is a key: namesakes, several nominations of one person, units named like nominees."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PLANS, ROOT, Run
from tests.nominations.case_folders import CASES, copied, day_of

_DAY = ("--on", "2024-10-01")
_DECISION = ("--decision", "12/QĐ-S", "--date", "2024-12-20", "--by", "Giám đốc", "--award", "giay-khen")
_HEADER = "Họ và tên,Số CCCD,Đối tượng,Hình thức đề nghị,Đơn vị,Ngày sinh\n"
_PERSON = ",cá nhân,Giấy khen"


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A campaign of three units, without a list of nominations yet."""
    folder = tmp_path / "phong-trao"
    (folder / "nominations").mkdir(parents=True)
    (folder / "plan.yaml").write_bytes((ROOT / "tests" / "nominations" / "plan.yaml").read_bytes())
    units = "Phòng Một,25\nPhòng Hai,10\nPhòng Ba,10\n"
    (folder / "units.csv").write_text(f"Tên đơn vị,Tổng số người\n{units}", encoding="utf-8")
    return folder


def _nominate(folder: Path, *rows: str, file: str = "a") -> None:
    text = _HEADER + "".join(f"{row}\n" for row in rows)
    (folder / "nominations" / f"{file}.csv").write_text(text, encoding="utf-8")


def _found(folder: Path, run: Run, *more: str) -> list[tuple[str, int]]:
    """Return code and line of the errors and warnings on the lists."""
    report = json.loads(run("check", folder, "--format", "json", *_DAY, *more).out)
    told = [one for one in report["diagnostics"] if one["severity"] != "note"]
    return [(one["code"], one["line"]) for one in told if one["file"].endswith(".csv")]


def _registered(folder: Path) -> list[str]:
    lines = (folder / "register.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    return [line.split(",")[0] + " " + line.split(",")[1] for line in lines]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (f"Lê Văn Kha,1{_PERSON},Phòng Một,31/31/1980", "bad-value"),  # found at reading, before there is a nominee
        ("Lê Văn Kha,1,cá nhân,Cờ gì đó,Phòng Một,", "unknown-award"),  # found when its words are resolved
    ],
)
def test_a_faulty_nomination_leaves_the_other_of_the_same_person_clean(
    fault: str, code: str, campaign: Path, run: Run
) -> None:
    _nominate(campaign, fault, f"Lê Văn Kha,2{_PERSON},Phòng Một,1980", f"Lê Văn Kha,3{_PERSON},Phòng Hai,1980")
    assert (code, 2) in _found(campaign, run)
    result = run("register", "add", campaign, *_DECISION)
    assert result.code == 0, result.err
    assert _registered(campaign) == ["Lê Văn Kha 2", "Lê Văn Kha 3"]


def test_two_namesakes_in_one_unit_are_two(campaign: Path, run: Run) -> None:
    _nominate(campaign, f"Lê Văn Kha,1{_PERSON},Phòng Một,31/31/1980", f"Lê Văn Kha,2{_PERSON},Phòng Một,1990")
    result = run("register", "add", campaign, *_DECISION)
    assert (result.code, "bỏ lại 1 đề nghị còn lỗi hoặc chưa rõ hình thức: Lê Văn Kha" in result.err) == (0, True)
    assert _registered(campaign) == ["Lê Văn Kha 2"]


def test_a_cell_that_lost_a_zero_is_told_to_the_unit_of_its_row(campaign: Path, run: Run) -> None:
    short = "7" * 11
    _nominate(campaign, f"Lê Văn Kha,{short}{_PERSON},Phòng Một,1980", f"Hà Văn Nu,2{_PERSON},Phòng Hai,1980")
    assert _found(campaign, run, "--unit", "Phòng Một") == [("leading-zero-lost", 2)]
    assert _found(campaign, run, "--unit", "Phòng Hai") == []


def test_a_fault_of_the_list_stands_against_all(campaign: Path, run: Run) -> None:
    plan = campaign / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("individual, max: 6", "individual, max: 1"), "utf-8")
    _nominate(campaign, f"Lê Văn Kha,1{_PERSON},Phòng Một,1980", f"Hà Văn Nu,2{_PERSON},Phòng Hai,1980")
    assert _found(campaign, run) == [("quota-exceeded", 3)]
    assert "Phòng Hai: " not in run("check", campaign, *_DAY).out
    for unit in ("Phòng Một", "Phòng Hai"):
        assert _found(campaign, run, "--unit", unit) == [("quota-exceeded", 3)]
    result = run("register", "add", campaign, *_DECISION)
    assert (result.code, "lỗi chung" in result.err) == (2, True)


def test_what_is_not_known_of_another_unit_is_not_told(campaign: Path, run: Run) -> None:
    plan = campaign / "plan.yaml"
    share = "individual, per: unit, share: {max: 10%, of: headcount}"
    plan.write_text(plan.read_text(encoding="utf-8").replace("individual, max: 6", share), "utf-8")
    _nominate(campaign, f"Lê Văn Kha,1{_PERSON},Phòng Một,1980", f"Hà Văn Nu,2{_PERSON},Phòng Hai,1980")
    (campaign / "units.csv").write_text("Tên đơn vị,Tổng số người\nPhòng Một,\nPhòng Hai,\n", encoding="utf-8")
    told = run("check", campaign, "--unit", "Phòng Một", *_DAY).out
    assert "tổng số người của đơn vị: Phòng Một" in told
    assert "Phòng Hai" not in told


def test_a_unit_named_like_a_nominee_is_not_the_nominee(campaign: Path, run: Run) -> None:
    """Phòng Hai puts forward a team that is called like another unit, and the list of units has a fault of its own."""
    _nominate(
        campaign,
        "Phòng Một,,tập thể,Giấy khen,Phòng Hai,2080-13",
        f"Lê Văn Kha,2{_PERSON},Phòng Một,1980",
        f"Hà Văn Nu,3{_PERSON},Phòng Hai,1980",
    )
    units = "Phòng Một,nhiều\nPhòng Hai,10\n"
    (campaign / "units.csv").write_text(f"Tên đơn vị,Tổng số người\n{units}", encoding="utf-8")
    assert _found(campaign, run, "--unit", "Phòng Một") == [("bad-value", 2)]
    files = [
        one["file"]
        for one in json.loads(run("check", campaign, "--unit", "Phòng Một", "--format", "json").out)["diagnostics"]
    ]
    assert {Path(file).name for file in files} == {"units.csv"}
    files = [
        one["file"]
        for one in json.loads(run("check", campaign, "--unit", "Phòng Hai", "--format", "json").out)["diagnostics"]
    ]
    assert {Path(file).name for file in files} == {"a.csv"}


def test_what_names_two_units_is_shown_to_both(campaign: Path, run: Run) -> None:
    _nominate(campaign, f"Lê Văn Kha,1{_PERSON},Phòng Một,1980")
    _nominate(campaign, f"Lê Văn Kha,1{_PERSON},Phòng Hai,1980", f"Hà Văn Nu,2{_PERSON},Phòng Ba,1980", file="b")
    assert _found(campaign, run, "--unit", "Phòng Một") == [("duplicate-nominee", 2)]
    assert _found(campaign, run, "--unit", "Phòng Hai") == [("duplicate-nominee", 2)]
    assert _found(campaign, run, "--unit", "Phòng Ba") == []
    assert "Phòng Một: 1 lỗi" in run("check", campaign, "--unit", "Phòng Một", *_DAY).out


@pytest.mark.parametrize(
    ("quota", "code"),
    [
        ("per: unit, min: 2", "quota-short"),
        ("per: [unit, year], exactly: 3", "quota-short"),
        ("units: [Phòng Hai], min: 2", "quota-short"),
        ("per: unit, share: {max: 50%, of: headcount}", "quota-undecided"),
    ],
)
def test_the_quotas_of_a_unit_are_shown_to_it_alone(quota: str, code: str, campaign: Path, run: Run) -> None:
    """Phòng Hai puts forward one person and does not tell its headcount; the others put forward three of many."""
    plan, units = campaign / "plan.yaml", campaign / "units.csv"
    plan.write_text(plan.read_text(encoding="utf-8").replace("individual, max: 6", f"individual, {quota}"), "utf-8")
    units.write_text(units.read_text(encoding="utf-8").replace("Phòng Hai,10", "Phòng Hai,"), "utf-8")
    nominees = [f"{name} Văn {unit}" for unit in ("Một", "Ba") for name in ("Lê", "Trần", "Hà")] + ["Bùi Văn Hai"]
    rows = [f"{name},{number}{_PERSON},Phòng {name.split()[-1]},1980,2024" for number, name in enumerate(nominees)]
    text = f"{_HEADER.strip()},Năm\n" + "\n".join(rows) + "\n"
    (campaign / "nominations" / "a.csv").write_text(text, encoding="utf-8")
    for unit, wanted in (("Phòng Một", 0), ("Phòng Hai", 1)):
        report = json.loads(run("check", campaign, "--unit", unit, "--format", "json", *_DAY).out)
        assert [one["code"] for one in report["diagnostics"]].count(code) == wanted
        assert {row["unit"] for row in report["nominations"]} == {unit}
        assert len(report["quotas"]) == (wanted if "units:" in quota else 1)


def _rows(report: dict[str, Any]) -> dict[tuple[str, str | None, int], str | None]:
    """Return the unit of each nomination by file, sheet and row (or line)."""
    return {_row(one): one["unit"] for one in report["nominations"]}


def _row(place: dict[str, Any]) -> tuple[str, str | None, int | str]:
    """Return the row of a place; a paragraph of a letter is none."""
    cell = re.fullmatch("[A-Z]+([0-9]+)", place["cell"] or "")
    row = int(cell[1]) if cell else place["cell"] or place["line"]
    return place["file"], place["sheet"], row


def _own(report: dict[str, Any], unit: str) -> Iterator[dict[str, Any]]:
    """Yield the findings of tables that stand at a row of a unit."""
    rows = _rows(report)
    yield from (one for one in report["diagnostics"] if rows.get(_row(one)) == unit)


@pytest.mark.parametrize("example", [*PLANS, *CASES], ids=lambda example: example.name)
def test_a_unit_sees_its_own_findings_and_no_others(example: Path, tmp_path: Path, run: Run) -> None:
    """Held against the whole report: what stands at its rows is shown, at a row of another unit only if related."""
    folder = copied(example, tmp_path)
    day = ("--on", day_of(folder) or "2026-11-22", "--format", "json")
    whole = json.loads(run("check", folder, *day).out)
    rows = _rows(whole)
    for unit in sorted({one["unit"] for one in whole["nominations"] if one["unit"]}):
        result = run("check", folder, "--unit", unit, *day)
        report = json.loads(result.out or '{"nominations": []}')
        if {one["unit"] for one in report["nominations"]} != {unit}:  # a unit as typed that is not in the list
            continue
        shown = report["diagnostics"]
        assert [one for one in _own(whole, unit) if one not in shown] == []
        for one in shown:
            units = {rows.get(_row(place)) for place in (one, *one["related"])}
            assert unit in units or None in units, one


def test_a_plan_that_cannot_be_read_is_told_to_every_unit(campaign: Path, run: Run) -> None:
    _nominate(campaign, f"Lê Văn Kha,1{_PERSON},Phòng Một,1980")
    (campaign / "plan.yaml").write_text("title: Kế hoạch\n", encoding="utf-8")
    result = run("check", campaign, "--unit", "Phòng Một")
    assert (result.code, "[missing-key]" in result.out) == (1, True)


def test_an_alias_of_two_units_is_refused(campaign: Path, run: Run) -> None:
    units = "Phòng Một,P1\nPhòng Hai,P1\n"
    (campaign / "units.csv").write_text(f"Tên đơn vị,Tên khác\n{units}", encoding="utf-8")
    _nominate(campaign, f"Lê Văn Kha,1{_PERSON},Phòng Một,1980")
    refused = run("check", campaign, "--unit", "P1")
    assert (refused.code, "có thể là Phòng Hai hoặc Phòng Một" in refused.err) == (2, True)


def test_units_that_only_accents_tell_apart_are_two(campaign: Path, run: Run) -> None:
    (campaign / "units.csv").write_text("Tên đơn vị\nXã Trấn Ninh\nXã Trần Ninh\n", encoding="utf-8")
    rows = [f"Lê Văn Kha,1{_PERSON},Xã Trấn Ninh,31/31/1980", f"Hà Văn Nu,2{_PERSON},Xã Trần Ninh,31/31/1980"]
    _nominate(campaign, *rows)
    assert _found(campaign, run, "--unit", "xã trấn ninh") == [("bad-value", 2)]
    assert _found(campaign, run, "--unit", "Xã Trần Ninh") == [("bad-value", 3)]
    unsure = run("check", campaign, "--unit", "xa tran ninh")
    assert (unsure.code, "có thể là Xã Trấn Ninh hoặc Xã Trần Ninh" in unsure.err) == (2, True)
