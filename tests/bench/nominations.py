"""Checking many nominations against the bare cost of reading them, and the growth from 10,000 to 100,000."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Pair, compare_commands, python, thidua

_MAKE = Path(__file__).with_name("make_province.py")
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


def run(rounds: int, rows: int = 100_000) -> Iterator[Pair]:
    """Yield the pairs; the growth is that of ``rows`` against a tenth of them."""
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large"), Path(folder, "small")
        for target, number in ((large, rows), (small, rows // 10)):
            subprocess.run(
                [sys.executable, str(_MAKE), str(target), "--rows", str(number)], check=True, capture_output=True
            )
        xlsx, plain = large / "xlsx" / "nominations.xlsx", large / "csv" / "nominations.csv"
        check, check_csv = _check(large / "xlsx"), _check(large / "csv")
        yield compare_commands(
            f"check {rows} nominations, .xlsx",
            check,
            "calamine reads them",
            python(_CALAMINE.format(file=str(xlsx))),
            rounds,
        )
        yield compare_commands(
            f"check {rows} nominations, .xlsx",
            check,
            "openpyxl reads them",
            python(_OPENPYXL.format(file=str(xlsx))),
            min(rounds, 2),
        )
        yield compare_commands(
            f"check {rows} nominations, .csv", check_csv, "csv reads them", python(_CSV.format(file=str(plain))), rounds
        )
        yield compare_commands(
            f"check {rows} nominations, .xlsx", check, f"check {rows // 10} of them", _check(small / "xlsx"), rounds
        )


def _check(folder: Path) -> list[str]:
    return thidua("check", folder, "--on", "2026-09-01", "--strict")
