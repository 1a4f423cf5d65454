"""Reading and checking many nominations against the bare cost of reading them, and the growth up to a million."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Pair, compare_commands, python, thidua, told_by

_PROVINCE = Path(__file__).with_name("make_province.py")
_CALAMINE = """
from python_calamine import CalamineWorkbook
assert CalamineWorkbook.from_path({file!r}).get_sheet_by_index(0).to_python(skip_empty_area=False)
"""
_OPENPYXL = """
from openpyxl import load_workbook
assert list(load_workbook({file!r}, read_only=True).active.iter_rows(values_only=True))
"""
_CSV = """
import csv
assert list(csv.reader(open({file!r}, encoding="utf-8-sig", newline="")))
"""
_LOAD = """
from pathlib import Path
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.commands.process import without_collector
with without_collector():
    assert load_campaign(Path({folder!r})).nominations
"""
# What a part of a program costs once its modules are loaded: it is run on little first.
_TIMED = """
import time
exec({little!r})
begin = time.process_time()
exec({much!r})
print(time.process_time() - begin)
"""
_ROWS, _MANY, _FILES = 100_000, 1_000_000, 10


def run(rounds: int, rows: int = _ROWS) -> Iterator[Pair]:
    """Yield the pairs; the growth is that of ``rows`` against a tenth of them."""
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large"), Path(folder, "small")
        _make(large, rows)
        _make(small, rows // 10)
        for kind, peer, code in (("xlsx", "calamine", _CALAMINE), ("csv", "csv", _CSV)):
            read, check = f"read {rows} nominations, .{kind}", f"check {rows} nominations, .{kind}"
            ours, bare = (_timed(code, small / kind, large / kind) for code in (_LOAD, code))
            yield compare_commands(read, ours, f"{peer} reads them", bare, rounds, told_by)
            whole = python(code.format(file=_list(large / kind)))
            yield compare_commands(check, _check(large / kind), f"{peer} reads them", whole, rounds)
        check, ours = f"check {rows} nominations, .xlsx", _check(large / "xlsx")
        slow = python(_OPENPYXL.format(file=_list(large / "xlsx")))
        yield compare_commands(check, ours, "openpyxl reads them", slow, min(rounds, 2))
        yield compare_commands(check, ours, f"check {rows // 10} of them", _check(small / "xlsx"), rounds)


def run_million(rounds: int, rows: int = _MANY) -> Iterator[Pair]:
    """Yield the pairs of the growth from a tenth of ``rows``, in one file, to all of them in ten."""
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large"), Path(folder, "small")
        _make(large, rows, _FILES)
        _make(small, rows // _FILES)
        for kind in ("xlsx", "csv"):
            check, fewer = _check(large / kind), _check(small / kind)
            name, peer = f"check {rows} nominations in {_FILES} .{kind}", f"check {rows // _FILES} of them"
            yield compare_commands(name, check, peer, fewer, min(rounds, 2))


def _make(folder: Path, rows: int, files: int = 1) -> None:
    command = [sys.executable, str(_PROVINCE), str(folder), "--rows", str(rows), "--files", str(files)]
    subprocess.run(command, check=True, capture_output=True)


def _list(campaign: Path) -> str:
    return str(next((campaign / "nominations").iterdir()))


def _timed(code: str, small: Path, large: Path) -> list[str]:
    """Return the program that prints what a piece of code costs on a campaign, or on its list."""
    little, much = (code.format(folder=str(one), file=_list(one)) for one in (small, large))
    return python(_TIMED.format(little=little, much=much))


def _check(folder: Path) -> list[str]:
    return thidua("check", folder, "--on", "2026-09-01", "--strict")
