"""``thidua decide`` and what others have: numbers of decisions, of books, of papers, ids. Nothing is written first."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Result, Run
from thidua_cli import locks

_SIGNED = ("--date", "2025-12-10", "--by", "Cục trưởng")
_OFFICE = ("--number", "320/QĐ-CTK", *_SIGNED, "--only", "Ngô Thị M")
_PROVINCE = ("--number", "1999/QĐ-UBND", "--date", "2025-12-18", "--by", "Chủ tịch Ủy ban nhân dân tỉnh")
_ELSEWHERE = "Đỗ Văn Q,,,,,,Chi cục Khác,Giấy khen,,,{year},{number},{day},{by},{book_number},{campaign},,,\n"


def booked(folder: Path, **told: str) -> None:
    """Write one more line into the book: of the office and the year, where ``told`` says no other."""
    line = {"number": "300/QĐ-CTK", "day": "05/12/2025", "by": "Cục trưởng", "book_number": "", "campaign": "khac"}
    line |= told
    with (folder / "register.csv").open("a", encoding="utf-8") as book:
        book.write(_ELSEWHERE.format(year=line["day"][-4:], **line))


def all_files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(folder: Path, run: Run, *typed: str) -> str:
    """Return what is told of a decision that is not written."""
    before = all_files(folder)
    result = run("decide", folder, *typed)
    assert result.code == 2, result.out
    assert all_files(folder) == before
    assert "lỗi của chính thidua" not in result.err
    return result.err


def accepted(folder: Path, run: Run, *typed: str) -> Result:
    """Return the check of a campaign after a decision was written: it warns of no number."""
    result = run("decide", folder, *typed)
    assert result.code == 0, result.err
    checked = run("check", folder, "--on", "2025-12-31")
    assert not [line for line in checked.out.splitlines() if "cảnh báo" in line and "twice" in line]
    assert "[day-differs]" not in checked.out
    return checked


def test_a_book_number_of_another_decision_is_refused_with_the_free_one(rounds: Path, run: Run) -> None:
    accepted(rounds, run, *_OFFICE, "--register-from", "12")
    rest = ("--number", "321/QĐ-CTK", *_SIGNED, "--register-from")
    told = refused(rounds, run, *rest, "12")
    assert "decisions.yaml:" in told
    assert "ghi --register-from 13, hoặc" in told
    accepted(rounds, run, *rest, "13")


def test_each_number_of_a_decision_is_held_against_the_book(rounds: Path, run: Run) -> None:
    booked(rounds, book_number="13")
    both = ("--number", "320/QĐ-CTK", *_SIGNED, "--register-from")
    assert "số sổ vàng 13 năm 2025 đã ghi cho Đỗ Văn Q" in refused(rounds, run, *both, "12")
    accepted(rounds, run, *both, "11")


def test_a_book_number_of_a_campaign_that_shares_the_book_is_refused(rounds: Path, run: Run) -> None:
    booked(rounds, book_number="012")
    booked(rounds, book_number="014")
    told = refused(rounds, run, *_OFFICE, "--register-from", "12")
    assert "số sổ vàng 12 năm 2025 đã ghi cho Đỗ Văn Q, Quyết định số 300/QĐ-CTK" in told
    assert "register.csv:22:" in told
    assert "--register-from 15" in told
    accepted(rounds, run, *_OFFICE, "--register-from", "15")


@pytest.mark.parametrize(
    "told",
    [
        {"day": "05/12/2024"},
        {"by": "Chủ tịch Ủy ban nhân dân tỉnh"},
        {"book_number": "13"},
        {"book_number": "12a"},
    ],
    ids=["of another year", "of another decider", "beside it", "another"],
)
def test_a_book_number_that_may_be_right_is_written(rounds: Path, run: Run, told: dict[str, str]) -> None:
    booked(rounds, **{"book_number": "12", **told})
    accepted(rounds, run, *_OFFICE, "--register-from", "12")


def test_a_book_that_counts_anew_with_each_decision_is_accepted(rounds: Path, run: Run) -> None:
    booked(rounds, book_number="1")
    assert "lưu ý" in accepted(rounds, run, *_OFFICE, "--register-from", "1").out
    rest = ("--number", "321/QĐ-CTK", *_SIGNED, "--register-from", "1")
    assert "sổ đánh số lại theo từng quyết định" in accepted(rounds, run, *rest).out
    assert "[book-number-twice]" in run("check", rounds, "--on", "2025-12-31").out


def test_two_who_decide_may_have_a_book_each(rounds: Path, run: Run) -> None:
    accepted(rounds, run, *_OFFICE, "--register-from", "12")
    accepted(rounds, run, *_PROVINCE, "--register-from", "12")


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"day": "12/2024", "campaign": "vi-nguoi-ngheo"},
        {"by": "Cục trưởng Cục Thống kê", "number": "Số 320/qđ-ctk"},
    ],
    ids=["of the year", "of the campaign", "in other words"],
)
def test_the_number_of_a_decision_of_another_day_in_the_book_is_refused(
    rounds: Path, run: Run, told: dict[str, str]
) -> None:
    booked(rounds, **{"number": "320/QĐ-CTK", **told})
    said = refused(rounds, run, *_OFFICE)
    assert "sổ đã có Quyết định số 320/QĐ-CTK ngày " in said
    assert "register.csv:22:" in said
    assert "--date ghi 10/12/2025" in said


@pytest.mark.parametrize(
    "told",
    [
        {"day": "10/12/2025"},
        {"day": "12/2025"},
        {"day": "05/12/2024"},
        {"by": "Chủ tịch Ủy ban nhân dân xã A"},
        {"by": ""},
    ],
    ids=["of the same day", "of a day untold", "of another year", "of another office", "of nobody knows whom"],
)
def test_the_number_of_a_decision_in_a_common_book_that_may_be_right_is_written(
    rounds: Path, run: Run, told: dict[str, str]
) -> None:
    booked(rounds, **{"number": "320/QĐ-CTK", **told})
    accepted(rounds, run, *_OFFICE)


@pytest.mark.parametrize("file", ["decisions.yaml", "decisions/nam-2024.yaml"])
@pytest.mark.parametrize(
    ("own", "typed", "said"),
    [
        ({"number": "320/QĐ-CTK"}, (), "320/QĐ-CTK"),
        ({"number": "Số 320/qđ-ctk", "date": "2024-12-10"}, (), "320/"),
        ({"number": "319/QĐ-CTK", "id": "qd-320-ctk"}, (), "qd-320-ctk"),
        ({"number": "319/QĐ-CTK", "id": "qd-a"}, ("--id", "qd-a"), "qd-a"),
    ],
    ids=["number", "number of another day", "id made of the number", "id"],
)
def test_a_number_or_id_of_a_decision_of_the_campaign_is_refused(
    rounds: Path, run: Run, file: str, own: dict[str, str], typed: tuple[str, ...], said: str
) -> None:
    told = {"id": "qd-cu", "date": "2025-12-10", **own}
    path = rounds / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        "format: decisions/1\ndecisions:\n"
        f"  - {{id: {told['id']}, number: {told['number']}, date: {told['date']}, decided_by: Cục trưởng, "
        "awards: giay-khen, awarded: [Chi cục Thống kê khu vực II]}\n",
        encoding="utf-8",
    )
    assert said in refused(rounds, run, *_OFFICE, *typed)


def test_number_and_book_number_in_both_are_refused_once(rounds: Path, run: Run) -> None:
    accepted(rounds, run, *_OFFICE, "--register-from", "12")
    assert "đã có Quyết định số 320/QĐ-CTK" in refused(rounds, run, *_OFFICE[:-2], "--register-from", "12")


def test_the_number_of_another_paper_of_the_office_is_refused(rounds: Path, run: Run) -> None:
    told = refused(rounds, run, "--number", "92/QĐ-CTK", *_OFFICE[2:])
    assert "trùng số" in told
    assert "papers.yaml:" in told


def test_an_id_of_other_letters_is_told(rounds: Path, run: Run) -> None:
    assert "chỉ dùng a-z, 0-9 và dấu gạch nối" in refused(rounds, run, *_OFFICE, "--id", "Quyết định 1")


def test_while_the_book_is_held_no_decision_is_written(rounds: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.1)
    shared = rounds.parent / "chung" / "so.csv"
    shared.parent.mkdir()
    shutil.move(rounds / "register.csv", shared)
    with locks.locked(shared.parent):
        told = refused(rounds, run, *_OFFICE, "--register", str(shared))
    assert f"sổ {shared} đang được ghi" in told
    assert run("decide", rounds, *_OFFICE, "--register", str(shared)).code == 0
