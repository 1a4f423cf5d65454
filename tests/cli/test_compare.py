"""``thidua compare``: what was edited by hand in Word and no longer agrees with the facts is found; wording is not."""

import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from tests.cli.compared_papers import compared
from tests.conftest import ROOT, Run
from thidua_cli.findings.catalogue import Stage, rules
from thidua_cli.papers.registry import PAPERS

_LIST = "vi-nguoi-ngheo-danh-sach-de-nghi-tong-ket-2025.docx"
_PLAN = "vi-nguoi-ngheo-ke-hoach.docx"


@pytest.fixture
def out(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "out"))


def edited(file: Path, change: Callable[[Document], None]) -> Path:
    document = docx.Document(str(file))
    change(document)
    document.save(str(file))
    return file


def texts(document: Document):
    """Yield every run of the paper, those in tables too, however deep."""
    yield from document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")


def replace(old: str, new: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        found = [one for one in texts(document) if old in (one.text or "")]
        assert found, f"{old} stands nowhere"
        found[0].text = found[0].text.replace(old, new)

    return change


def codes(found: list[dict]) -> list[str]:
    return [one["code"] for one in found]


def test_what_nobody_edited_agrees(out: Path, run: Run) -> None:
    assert compared(run, *sorted(out.iterdir())) == []


def test_a_file_that_word_only_saved_agrees(out: Path, run: Run) -> None:
    for file in sorted(out.iterdir()):
        edited(file, lambda _: None)
    assert compared(run, *sorted(out.iterdir())) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hồ Văn L", "Hồ Văn Lâm"),
        ("Ngô Thị M", "Ngô Thị N"),
        ("Chi cục trưởng", "Phó Chi cục trưởng"),
        ("Thống kê viên", "Thống kê viên chính"),
        ("sáu hộ nghèo", "bảy hộ nghèo"),
    ],
)
def test_a_cell_changed_by_hand_is_found_at_its_place(out: Path, run: Run, old: str, new: str) -> None:
    (one,) = compared(run, edited(out / _LIST, replace(old, new)))
    assert one["code"] == "paper-differs"
    assert f"{new}" in one["message"]
    assert old in one["message"]
    assert one["file"].endswith(_LIST)
    assert one["path"]


def test_a_name_changed_in_one_paper_of_the_set_is_the_only_thing_found(out: Path, run: Run) -> None:
    edited(out / _LIST, replace("Hồ Văn L", "Hồ Văn Lâm"))
    (one,) = compared(run, *sorted(out.iterdir()))
    assert one["file"].endswith(_LIST)


def test_other_wording_is_no_difference(out: Path, run: Run) -> None:
    change = replace(
        "Mỗi công chức, người lao động là một tuyên truyền viên", "Từng công chức, người lao động đều tuyên truyền"
    )
    assert compared(run, edited(out / _PLAN, change)) == []


def test_a_number_and_a_day_changed_in_a_sentence_are_found(out: Path, run: Run) -> None:
    (one,) = compared(run, edited(out / _PLAN, replace("2870/KH-UBND ngày 02/7/2022", "2870/KH-UBND ngày 12/7/2022")))
    assert one["code"] == "paper-differs"
    assert "“02/7/2022”" in one["message"]
    assert "“12/7/2022”" in one["message"]


def test_a_row_that_was_deleted_and_one_that_was_added_are_found(out: Path, run: Run) -> None:
    def delete(document: Document) -> None:
        row = next(row for table in document.tables for row in table.rows if "Ngô Thị M" in row.cells[1].text)
        row._tr.getparent().remove(row._tr)

    def add(document: Document) -> None:
        table = next(table for table in document.tables if len(table.rows) > 4)
        table.add_row().cells[1].text = "Bà Phạm Thị Đ"

    assert codes(compared(run, edited(out / _LIST, delete))) == ["paper-lacks"]
    found = compared(run, edited(out / _LIST, add))
    assert sorted(codes(found)) == ["paper-adds", "paper-lacks"]
    assert any("Phạm Thị Đ" in one["message"] for one in found)


def test_numbers_filled_by_hand_are_noted_and_must_be_the_same_in_two_papers(out: Path, run: Run) -> None:
    def number(to: str) -> Callable[[Document], None]:
        def change(document: Document) -> None:
            cell = next(one for one in texts(document) if one.text and "/KH-CTK" in one.text)
            head, _, tail = cell.text.partition("/KH-CTK")
            cell.text = f"{head.rstrip()} {to}/KH-CTK{tail}"

        return change

    plan = edited(out / _PLAN, number("77"))
    assert codes(compared(run, plan)) == ["paper-filled"]
    report = edited(out / "vi-nguoi-ngheo-bao-cao-tong-ket.docx", number("78"))
    found = compared(run, plan, report)
    assert sorted(codes(found)) == ["paper-disagree", "paper-filled", "paper-filled"]
    assert "77/KH-CTK" in next(one["message"] for one in found if one["code"] == "paper-disagree")


def test_sums_in_figures_and_words_are_held_together_in_any_file(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "thong-bao.docx"
    document = docx.Document()
    document.add_paragraph("Tổng số tiền là 1.410.000 đồng (bằng chữ: Một triệu bốn trăm nghìn đồng).")
    document.add_paragraph("Đã chi 710.000 đồng (bằng chữ: Bảy trăm mười nghìn đồng).")
    document.save(str(file))
    found = compared(run, file)
    assert sorted(codes(found)) == ["paper-sum", "paper-unknown"]
    assert "bằng chữ 1.400.000" in next(one["message"] for one in found if one["code"] == "paper-sum")


def test_a_renamed_file_is_known_by_what_it_says(out: Path, run: Run) -> None:
    file = edited(out / _LIST, replace("Hồ Văn L", "Hồ Văn Lâm"))
    (one,) = compared(run, file.rename(out / "Danh sach ban cuoi.docx"))
    assert one["code"] == "paper-differs"


def test_a_file_that_is_no_paper_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9)
    result = run("compare", ROOT / "plans" / "vi-nguoi-ngheo", tmp_path / "a.docx")
    assert result.code == 2
    assert "a.docx" in result.err


def test_every_code_of_this_stage_is_raised_here() -> None:
    folder = Path(__file__).parent
    files = ("test_compare.py", "test_compare_slips.py", "slips.yaml")
    text = "".join(folder.joinpath(one).read_text(encoding="utf-8") for one in files)
    assert all(f'"{rule.code}"' in text for rule in rules().values() if rule.stage is Stage.PAPERS)
    assert PAPERS
