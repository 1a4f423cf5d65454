"""The example campaigns: clean under check, their papers as agreed, and right on the page."""

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PLANS, Run
from tests.fingerprint import fingerprint
from tests.papers.rendered import PLAN_PAPER, plan_html
from thidua_cli.campaign.load_plan import load_plan
from thidua_cli.model.plan import Plan
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.page.writers.to_pdf import to_pdf

_HERE = Path(__file__).parent
_TODAY = date(2026, 11, 22)
_EXAMPLES = pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)


def _plan(folder: Path) -> Plan:
    plan = load_plan(folder).plan
    assert plan is not None
    return plan


def _docx(plan: Plan) -> bytes:
    return to_docx(plan_html(plan, _TODAY), source=PLAN_PAPER.template)


def test_all_five_are_there() -> None:
    names = {"mttq-2024", "vi-nguoi-ngheo", "dan-van-2024", "van-quan-60-nam", "dak-nong-20-nam"}
    assert names <= {folder.name for folder in PLANS}


@_EXAMPLES
def test_check_finds_neither_errors_nor_warnings(folder: Path, run: Run) -> None:
    result = run("check", folder, "--strict", "--on", _TODAY.isoformat())
    assert result.code == 0, result.out


@_EXAMPLES
def test_the_paper_is_as_agreed(folder: Path) -> None:
    golden = _HERE / f"{folder.name}.golden"
    seen = fingerprint(_docx(_plan(folder)))
    if os.environ.get("THIDUA_UPDATE"):
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")


@_EXAMPLES
def test_two_renders_are_the_same_bytes(folder: Path) -> None:
    assert _docx(_plan(folder)) == _docx(_plan(folder))


@pytest.mark.office
@_EXAMPLES
def test_the_pages_are_right(folder: Path, office: str, tmp_path: Path) -> None:
    plan = _plan(folder)
    pages = _pages(to_pdf(_docx(plan)), tmp_path)
    first, last = pages[0], pages[-1]
    title = "ĐẢNG CỘNG SẢN VIỆT NAM" if plan.issuer.layout == "party" else "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert re.search(rf"{title}\s*$", first, re.MULTILINE), "the national title stands on one line"
    assert re.search(r"ngày .* tháng .* năm", first)
    for number, page in enumerate(pages, start=1):
        shown = page.strip().splitlines()[0].strip() == str(number)
        assert shown == (number > 1), f"page number on page {number}"
    assert "Nơi nhận:" in last, "recipients and signer stand on the last page"
    assert str(plan.signers[0].name) in last
    end = "./." if plan.issuer.layout == "nd30" else "."
    assert re.search(rf"\w{re.escape(end)}\s", last), "the last paragraph stands with the signature"


def _pages(pdf: bytes, folder: Path) -> list[str]:
    source = folder / "paper.pdf"
    source.write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", "-layout", str(source), "-"], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return done.stdout.removesuffix("\f").split("\f")
