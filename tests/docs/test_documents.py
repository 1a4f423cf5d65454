"""Every document tells the truth: its commands print what it shows, its links lead somewhere.

``THIDUA_UPDATE=1`` rewrites the shown output in place.
"""

import os
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.docs.doc_pages import ROOT, Block, blocks_of, exchanges_of, follow, matches, renewed

PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/huong-dan.md")]
by_name = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


@by_name
def test_commands_print_what_the_document_shows(page: Path, checkout: Path) -> None:
    text = page.read_text(encoding="utf-8")
    blocks = blocks_of(text)
    shown = [follow(block, checkout) for block in blocks]
    if os.environ.get("THIDUA_UPDATE"):
        lines = text.split("\n")
        for block, new in reversed(list(zip(blocks, shown, strict=True))):
            if block.language == "console":
                lines[block.start : block.start + len(block.lines)] = new
        page.write_text("\n".join(lines), encoding="utf-8")
        return
    for block, new in zip(blocks, shown, strict=True):
        assert new == block.lines, f"{page.name}, block in line {block.start}"


@by_name
def test_links_lead_to_a_file_or_a_heading(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if target.startswith(("http:", "https:", "mailto:")):
            continue
        path, _, heading = target.partition("#")
        aim = page.parent / path if path else page
        assert aim.exists(), f"{page.name}: {target}"
        if heading:
            assert heading in {anchor(line) for line in headings(aim)}, f"{page.name}: {target}"


def headings(page: Path) -> list[str]:
    return re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)


def anchor(heading: str) -> str:
    """Return the anchor that Git hosts give to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_the_reader_of_documents_sees_a_wrong_output(checkout: Path) -> None:
    block = Block("console", 0, ["$ thidua --version", "thidua 0"])
    assert follow(block, checkout) != block.lines


def test_blocks_are_told_apart() -> None:
    page = "a\n```console\n$ thidua law\n...\n$ pip list\nb\n```\n<!-- copy a b -->\n```yaml file=x.yaml\nid: a\n```\n"
    console, copy, yaml = blocks_of(page)
    assert list(exchanges_of(console)) == [("$ thidua law", ["..."]), ("$ pip list", ["b"])]
    assert (copy.language, copy.lines, yaml.notes) == ("copy", ["a", "b"], {"file": "x.yaml"})


def test_a_table_is_written_as_the_excel_file_it_shows(checkout: Path) -> None:
    table = "| | A | B |\n|---|---|---|\n| 1 | 079 | 98,5 |\n| 2 | 079083000001 | 18/11/2026 |\n| 3 | | 12 |\n"
    page = f"<!-- sheet ds/a.xlsx Đề nghị -->\n{table}\nb\n"
    (block,) = blocks_of(page)
    assert follow(block, checkout) == block.lines
    sheet = openpyxl.load_workbook(checkout / "ds" / "a.xlsx")["Đề nghị"]
    assert [cell.value for cell in sheet["A"]] == ["079", "079083000001", None]
    number, day, whole = (cell.value for cell in sheet["B"])
    assert (number, day.date(), whole) == (98.5, date(2026, 11, 18), 12)


def test_dots_stand_for_any_lines() -> None:
    assert matches(["a", "...", "d"], ["a", "b", "c", "d"])
    assert not matches(["a", "...", "d"], ["a", "b"])
    assert renewed(["a", "...", "d"], ["x", "b", "c", "y"]) == ["x", "...", "y"]
