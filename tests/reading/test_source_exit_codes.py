"""Bad input of any kind ends the command soon, with a sentence on it and exit code 1 (faults) or 2 (unreadable)."""

from pathlib import Path

import pytest

from tests.conftest import Run

UNREADABLE = {
    "empty": b"",
    "comments-only": b"# x\n",
    "binary": b"\x00\x01\x02",
    "word": b"PK\x03\x04\x00\x00",
    "fifty-megabytes": b"a: b\n" * 10_000_000,
}
FAULTY = {
    "utf-16": "a: b\n".encode("utf-16"),
    "no-mapping": b"xin chao\n",
    "no-plan": b"a: b\n",
    "billion-laughs": b"a: &a [x, x]\n"
    + b"".join(b"b%d: &a [*a, *a, *a, *a, *a, *a, *a, *a]\n" % n for n in range(20)),
    "deep": b"[" * 100_000,
    "raw-terminal-codes": b"a: \x1b[31mred\n",
    "terminal-codes": b'"\\e[31mred": 1\n',
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_file(name: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(UNREADABLE[name])
    result = run("check", path)
    assert (result.code, result.out) == (2, "")
    assert str(path) in result.err
    assert "cách sửa: " in result.err


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_file(name: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(FAULTY[name])
    result = run("check", tmp_path)
    assert (result.code, result.err) == (1, "")
    assert f"{path}:" in result.out
    assert "\x1b" not in result.out
    assert "lỗi" in result.out


def test_folders_and_missing_files(tmp_path: Path, run: Run) -> None:
    (tmp_path / "plan.yaml").mkdir()
    for path, words in {
        tmp_path: "không có plan.yaml",
        tmp_path / "plan.yaml": "không có plan.yaml",
        tmp_path / "x": "không có tệp",
    }.items():
        result = run("check", path)
        assert (result.code, result.out) == (2, "")
        assert words in result.err
