"""``thidua check`` on nominations: which lists are meant, units, quotas, long reports."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

_DAY = ("--on", "2024-10-01")
_HEADER = "Họ và tên,Đối tượng,Hình thức đề nghị,Đơn vị\n"


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A campaign of one award: not more than 1 person of each unit, and a tenth of those of Phòng Một."""
    text = (ROOT / "tests" / "nominations" / "plan.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "phong-trao"
    (folder / "nominations").mkdir(parents=True)
    (folder / "plan.yaml").write_text(
        text.replace("{subject: individual, max: 6", "{subject: individual, max: 1, per: unit"), "utf-8"
    )
    (folder / "units.csv").write_text("Tên đơn vị,Tổng số người\nPhòng Một,25\nPhòng Hai,10\n", encoding="utf-8")
    rows = [
        f"Nguyễn Văn {name},cá nhân,Giấy khen,{unit}"
        for name, unit in zip("ABC", ["Phòng Một"] * 2 + ["Phòng Hai"], strict=True)
    ]
    (folder / "nominations" / "a.csv").write_text(_HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_findings_stand_under_their_unit_and_quotas_in_a_table(campaign: Path, run: Run) -> None:
    result = run("check", campaign, *_DAY)
    lines = result.out.splitlines()
    assert result.code == 1
    heading = next(line for line in lines if line.startswith("Phòng Một: "))
    assert "1 lỗi" in heading
    assert any("thừa 1 [quota-exceeded]" in line for line in lines[lines.index(heading) :])
    assert any(line.split()[-2:] == ["thừa", "1"] for line in lines)
    assert any(line.rstrip().endswith("đạt") and "Phòng Hai" in line for line in lines)
    assert lines[-1].startswith("Đã kiểm tra 3 tệp, 3 đề nghị: 1 lỗi")


def test_one_unit_only(campaign: Path, run: Run) -> None:
    found = run("check", campaign, "--unit", "phòng một", "--format", "json", *_DAY)
    assert {finding["subject"] for finding in json.loads(found.out)["diagnostics"]} == {"Nguyễn Văn B (Phòng Một)"}
    assert run("check", campaign, "--unit", "Phòng Hai", "--format", "json", *_DAY).code == 0
    refused = run("check", campaign, "--unit", "Phòng Mộtt", *_DAY)
    assert (refused.code, "có phải “Phòng Một”?" in refused.err) == (2, True)


def test_a_list_inside_a_campaign_shows_its_own_findings(campaign: Path, run: Run) -> None:
    (campaign / "nominations" / "b.csv").write_text(
        _HEADER + "Lê Văn D,cá nhân,Giấy khen,Phòng Hai\n", encoding="utf-8"
    )
    files = {
        finding["file"]
        for finding in json.loads(run("check", campaign / "nominations" / "b.csv", "--format", "json", *_DAY).out)[
            "diagnostics"
        ]
    }
    assert files == {str(campaign / "nominations" / "b.csv")}


def test_a_table_in_the_folder_of_a_campaign_is_read_as_what_it_is(campaign: Path, run: Run) -> None:
    (campaign / "units.csv").write_text("Tên đơn vị,Tổng số người\nPhòng Một,nhiều\n", encoding="utf-8")
    (campaign / "nop-muon.csv").write_text(_HEADER + "Lê Văn D,cá nhân,Giấy khenn,Phòng Một\n", encoding="utf-8")
    units = json.loads(run("check", campaign / "units.csv", "--format", "json", *_DAY).out)
    assert {found["file"] for found in units["diagnostics"]} == {str(campaign / "units.csv")}
    late = json.loads(run("check", campaign / "nop-muon.csv", "--format", "json", *_DAY).out)
    assert {found["file"] for found in late["diagnostics"]} == {str(campaign / "nop-muon.csv")}
    assert "Lê Văn D" in [one["name"] for one in late["nominations"]]
    (campaign / "cu").mkdir()
    (campaign / "nop-muon.csv").rename(campaign / "cu" / "units.csv")
    moved = run("check", campaign, campaign / "cu" / "units.csv", "--format", "json", *_DAY)
    assert "Lê Văn D" in [one["name"] for one in json.loads(moved.out)["nominations"]]


def test_a_list_elsewhere_belongs_to_the_campaign_named_before_it(campaign: Path, tmp_path: Path, run: Run) -> None:
    extra = tmp_path / "gui-muon.csv"
    extra.write_text(_HEADER + "Lê Văn D,cá nhân,Giấy khen,Phòng Hai\n", encoding="utf-8")
    alone = run("check", extra, *_DAY)
    assert (alone.code, "ghi thư mục phong trào trước" in alone.err) == (2, True)
    result = run("check", campaign, extra, *_DAY)
    assert result.out.count("[quota-exceeded]") == 2
    assert "4 đề nghị" in result.out


def test_the_computation_of_quotas_can_be_seen(campaign: Path, run: Run) -> None:
    plan = campaign / "plan.yaml"
    share = "{subject: individual, per: unit, share: {max: 10%, of: headcount, rounding: half_up, at_least: 1}"
    text = plan.read_text(encoding="utf-8").replace("{subject: individual, max: 1, per: unit", share)
    plan.write_text(text, encoding="utf-8")
    out = run("check", campaign, "--explain-quotas", *_DAY).out
    assert "10% × 25 (tổng số người của đơn vị) = 2,5, từ 0,5 trở lên thì thêm 1: 3; ít nhất được 1" in out
    assert "đề nghị: 2: Nguyễn Văn A, Nguyễn Văn B" in out
    assert "kết luận: đạt" in out


def test_long_reports_are_capped_on_screen_and_whole_in_json(campaign: Path, run: Run) -> None:
    rows = [f"Người {number},cá nhân,Giấy khen,Phòng Lạ {number}" for number in range(50)]
    (campaign / "nominations" / "a.csv").write_text(_HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    text = run("check", campaign, *_DAY).out
    assert text.count("[unknown-unit]\n") == 20
    assert "còn 30 [unknown-unit] nữa, xem đủ bằng --format json" in text
    report = json.loads(run("check", campaign, "--format", "json", *_DAY).out)
    assert sum(finding["code"] == "unknown-unit" for finding in report["diagnostics"]) == 50


def test_what_is_said_of_one_quota_for_each_unit_hides_no_other_quota(campaign: Path, run: Run) -> None:
    plan = campaign / "plan.yaml"
    share = "per: unit, share: {max: 10%, of: headcount}"
    text = plan.read_text(encoding="utf-8").replace("individual, max: 1, per: unit", f"individual, {share}")
    plan.write_text(text.replace("{subject: collective, max: 2", f"{{subject: collective, {share}"), encoding="utf-8")
    units = [f"Phòng {number}" for number in range(30)]
    (campaign / "units.csv").write_text("Tên đơn vị,Tổng số người\n" + ",\n".join(units) + ",\n", encoding="utf-8")
    rows = [f"A {unit},{who},Giấy khen,{unit}\n" for unit in units for who in ("cá nhân", "tập thể")]
    (campaign / "nominations" / "a.csv").write_text(_HEADER + "".join(rows), encoding="utf-8")
    told = [line for line in run("check", campaign, *_DAY).out.splitlines() if "[quota-undecided]" in line]
    assert sum("Giấy khen của Giám đốc Sở, tập thể" in line for line in told) == 10
    assert sum("Giấy khen của Giám đốc Sở, cá nhân" in line for line in told) == 10
    assert told[-1] == "còn 40 [quota-undecided] nữa, xem đủ bằng --format json"


def test_cells_are_named_as_officers_name_them(tmp_path: Path, run: Run) -> None:
    case = ROOT / "tests" / "nominations" / "cases" / "quota-exceeded--workbook-of-libreoffice"
    folder = tmp_path / "so"
    shutil.copytree(case, folder)
    shutil.copy(ROOT / "tests" / "nominations" / "plan.yaml", folder)
    out = run("check", folder, "--on", "2024-12-05").out
    assert f"{folder}/nominations.xlsx › Cá nhân › F12: lỗi: " in out
    report = json.loads(run("check", folder, "--on", "2024-12-05", "--format", "json").out)
    found = next(finding for finding in report["diagnostics"] if finding["code"] == "unknown-award")
    assert (found["sheet"], found["cell"], found["line"]) == ("Cá nhân", "F12", None)


@pytest.mark.parametrize(
    ("entry", "code", "read"),
    [
        ("born: 31/2/1980", "bad-value", 2),
        ("prior: [Giải nhất 2020]", "prior-unclear", 2),
        ("prior: [{award: giay_khen, year: nay}]", "bad-value", 2),
        ("members: [1]", "bad-value", 2),
        ("nam: 2024", "unknown-key", 2),
        ("name: ''", "bad-value", 0),
    ],
)
def test_a_bad_value_of_a_yaml_list_leaves_its_row(campaign: Path, run: Run, entry: str, code: str, read: int) -> None:
    name = "" if entry.startswith("name") else "name: Lê Thị An, "
    rows = f"  - {{{name}{entry}}}\n  - {{name: Trần Văn Bình}}\n"
    (campaign / "nominations" / "a.csv").unlink()
    (campaign / "nominations" / "b.yaml").write_text(f"format: nominations/1\nnominations:\n{rows}", encoding="utf-8")
    report = json.loads(run("check", campaign, "--format", "json", *_DAY).out)
    assert [one["line"] for one in report["diagnostics"] if one["code"] == code] == [3]
    assert (len(report["nominations"]), len(report["unread"])) == (read, 0 if read else 1)


@pytest.mark.parametrize(
    ("first", "second"),
    [("units.yaml", "units.csv"), ("council.yaml", "council.yml"), ("register.xlsx", "register.csv")],
)
def test_of_two_files_for_one_thing_none_is_read_and_the_lists_are(
    first: str, second: str, campaign: Path, run: Run
) -> None:
    for name in (first, second):
        (campaign / name).write_text("", encoding="utf-8")
    report = json.loads(run("check", campaign, "--format", "json", *_DAY).out)
    told = [one for one in report["diagnostics"] if one["code"] == "unreadable-file"]
    assert [Path(one["file"]).name for one in told] == [first]
    assert f" có cả {first} và {second}: chưa đọc tệp nào" in told[0]["message"]
    assert told[0]["hint"] == "giữ một tệp"
    assert {Path(one["file"]).name for one in report["unread"]} == {first, second}
    assert report["nominations"]


def test_a_list_that_is_not_there_is_told(campaign: Path, run: Run) -> None:
    missing = campaign / "nominations" / "khong-co.csv"
    alone = run("check", missing, *_DAY)
    assert (alone.code, f"không có tệp {missing}" in alone.err) == (2, True)
    both = run("check", campaign, missing, *_DAY)
    assert (both.code, f"không có tệp {missing}" in both.out) == (1, True)


@pytest.mark.parametrize("name", ["phong-hai.docx", "phong-hai.pdf"])
def test_where_nominees_may_stand_in_a_file_that_is_not_read_only_too_many_is_sure(
    campaign: Path, run: Run, name: str
) -> None:
    (campaign / "nominations" / name).write_bytes(b"PK")
    rows = json.loads(run("check", campaign, "--format", "json", *_DAY).out)["quotas"]
    verdicts = {row["unit"]: row["verdict"] for row in rows if row["unit"] and row["max"] == 1}
    assert verdicts == {"Phòng Một": "exceeded", "Phòng Hai": "undecided"}


def test_a_list_that_cannot_be_read_is_refused_however_its_path_is_typed(
    campaign: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (campaign / "nominations" / "b.xlsx").write_bytes(b"PK")
    monkeypatch.chdir(campaign / "nominations")
    for path in ("b.xlsx", campaign / "nominations" / "b.xlsx", "../nominations/b.xlsx"):
        assert run("check", path, *_DAY).code == 2
