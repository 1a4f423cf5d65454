"""Paths that are no readable file end in one sentence that names the path."""

import errno
import os
from pathlib import Path

import pytest

from thidua_cli.errors import ThiduaError, why
from thidua_cli.reading.refusals import PLAN
from thidua_cli.reading.yaml import read_yaml


def test_a_file_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.yaml"
    path.write_text("a: b\n", encoding="utf-8")
    document = read_yaml(path)
    assert (document.file, document.data, document.lines) == (str(path), {"a": "b"}, ["a: b", ""])


def test_missing_files_folders_and_pipes(tmp_path: Path) -> None:
    (tmp_path / "empty-folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, words in {
        "empty-folder": "không phải là tệp",
        "pipe": "không phải là tệp",
        "x.yaml": "không có tệp",
        "x.yaml/plan.yaml": "không có tệp",
    }.items():
        with pytest.raises(ThiduaError, match=words) as refused:
            read_yaml(tmp_path / name)
        assert str(tmp_path / name) in refused.value.message


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(ThiduaError, match=r"tên quá dài|không có tệp"):
        read_yaml(tmp_path / ("x" * 5000))


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("a: b\n", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ThiduaError, match=r"không đọc được .*plan.yaml: không có quyền"):
        read_yaml(path)


def test_reasons_are_vietnamese() -> None:
    codes = (errno.EACCES, errno.EISDIR, errno.ENAMETOOLONG, errno.EIO)
    assert [why(OSError(code, "x")) for code in codes] == [
        "không có quyền",
        "đây là thư mục",
        "tên quá dài",
        "ổ đĩa hoặc đường dẫn có vấn đề",
    ]


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(ThiduaError, match=f"lớn hơn {PLAN.limit // 1_000_000} MB"):
        read_yaml(path)
