"""``thidua check``: reports, exit codes, and every kind of bad input ending in a clear message."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

_PLAN = ROOT / "plans" / "mttq-2024" / "plan.yaml"
_DAY = ("--on", "2026-11-22")


def _broken(folder: Path, old: str, new: str) -> Path:
    text = _PLAN.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    path = folder / "plan.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def _line_of(path: Path, text: str) -> int:
    return next(n for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1) if text in line)


def test_a_clean_plan_ends_with_zero_and_a_summary(run: Run) -> None:
    result = run("check", _PLAN.parent, *_DAY)
    assert result.code == 0
    assert result.out.splitlines()[-1].startswith("Đã kiểm tra 8 tệp, 4 đề nghị: ")


def test_a_finding_has_place_snippet_remedy(tmp_path: Path, run: Run) -> None:
    path = _broken(tmp_path, "start: 2024-05-20", "strat: 2024-05-20")
    result = run("check", path, *_DAY)
    line = _line_of(path, "strat")
    assert result.code == 1
    assert f"{path}:{line}:7: lỗi: khóa “strat” không có trong mẫu [unknown-key]" in result.out
    assert f"{line} |       strat: 2024-05-20" in result.out
    assert "cách sửa: có phải “start”?" in result.out


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("start: 2024-05-20", "strat: 2024-05-20", "unknown-key"),
        ("start: 2024-05-20", "start: 2024-05-20\n      start: 2024-05-21", "duplicate-key"),
        ("start: 2024-05-20", "start: 2023-05-20", "phase-order"),
        ("start: 2024-05-20", "start: 31/02/2024", "bad-value"),
    ],
)
def test_breaking_an_example_is_found_at_its_line(old: str, new: str, code: str, tmp_path: Path, run: Run) -> None:
    path = _broken(tmp_path, old, new)
    result = run("check", path, "--format", "json", *_DAY)
    assert result.code == 1
    found = [finding for finding in json.loads(result.out)["diagnostics"] if finding["code"] == code]
    near = _line_of(path, new.rpartition("\n")[2].strip())
    assert [finding["line"] for finding in found] == [near]
    assert all(finding["hint"] for finding in found)


def test_findings_of_several_plans_come_sorted(tmp_path: Path, run: Run) -> None:
    paths = []
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        paths.append(_broken(tmp_path / name, "format: plan/1", "format: plan/1\nmau: x"))
    report = json.loads(run("check", *paths, "--format", "json", *_DAY).out)
    errors = [finding["file"] for finding in report["diagnostics"] if finding["severity"] == "error"]
    assert errors == sorted(str(path) for path in paths)


def test_strict_makes_warnings_count(tmp_path: Path, run: Run) -> None:
    path = _broken(tmp_path, "start: 2024-05-20", "start: 2024-05-25")
    assert run("check", path, *_DAY).code == 0
    assert run("check", path, "--strict", *_DAY).code == 1


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", 2, "trống"),
        (b"# only a comment\n", 2, "trống"),
        (b"\x00\x01\x02\x03PK", 2, "không phải là tệp văn bản"),
        ("tiêu đề: kế hoạch".encode("cp1258", "replace"), 1, "không phải mã UTF-8"),
        ("title: Céng hßa x· héi chñ nghÜa ViÖt Nam".encode(), 1, "bảng mã cũ"),
        (b"- a\n- b\n", 1, "phải là các khóa con"),
        (b"just a text", 1, "phải là các khóa con"),
        (b"[" * 100_000, 1, "lồng nhau quá sâu"),
        (b"- " * 100_000 + b"a", 1, "lồng nhau quá sâu"),
        (b"a: \x07", 1, "ký tự điều khiển"),
        (b"x: " + b"a" * 50_000_000, 2, "lớn hơn 10 MB"),
    ],
)
def test_bad_files_end_with_a_clear_message(content: bytes, code: int, words: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(content)
    result = run("check", path)
    assert result.code == code
    assert words in result.out + result.err
    assert "Traceback" not in result.err


def test_a_billion_laughs_is_bounded(tmp_path: Path, run: Run) -> None:
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    path = tmp_path / "plan.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    result = run("check", path)
    assert result.code == 1
    assert "nhân bản quá nhiều" in result.out


def test_missing_files_and_folders(tmp_path: Path, run: Run) -> None:
    assert "không có tệp" in run("check", tmp_path / "x.yaml").err
    assert "không có plan.yaml" in run("check", tmp_path).err
    assert run("check", tmp_path).code == 2


def test_no_permission(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)  # root, who runs CI, may read everything
    result = run("check", _PLAN)
    assert result.code == 2
    assert "không có quyền" in result.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chek",), "không có lệnh “chek”, có phải “check”?"),
        (("check",), "thiếu tham số ĐƯỜNG_DẪN..."),
        (("check", "x", "--strct"), "không có tùy chọn --strct, có phải --strict?"),
        (("check", "x", "--on", "mai"), "“mai” không phải ngày"),
        (("check", "x", "--format", "xml"), "“xml” không phải một trong: text, json"),
        (("render", "x", "--year", "năm nay"), "phải là một số nguyên"),
        (("schema", "plan", "thừa"), "thừa “thừa”"),
        (("render", "x", "--doc", "thu"), "không có loại giấy tờ “thu”"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(arguments: tuple[str, ...], words: str, run: Run) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert words in result.err
    assert "cách sửa: " in result.err


def test_a_bug_of_ours_shows_no_personal_data(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("Nguyễn Văn A, 079123456789")

    monkeypatch.setattr("thidua_cli.campaign.load_folder.load_campaign", broken)
    result = run("check", _PLAN)
    assert result.code == 2
    assert "lỗi của chính thidua (ValueError)" in result.err
    assert "Nguyễn" not in result.err
