"""``thidua register``: lines are only ever added, nothing twice, corrections keep the old entry."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

# What was decided already: these tests decide themselves.
_BOOKS = shutil.ignore_patterns("register.csv", "decisions.yaml", "papers.yaml")

_OFFICE = ("--decision", "300/QĐ-CTK", "--date", "2024-12-05", "--by", "Cục trưởng")
_HEADINGS = (
    "Họ và tên,Số CCCD,Đối tượng,Giới tính,Chức vụ,Nhóm,Đơn vị,Hình thức khen thưởng,Thành tích,Loại hình khen thưởng,"
    "Năm,Số quyết định,Ngày quyết định,Người quyết định,Số sổ vàng,Phong trào,Mã đề nghị,Đính chính"
)
_GIVEN = "2024,300/QĐ-CTK,05/12/2024,Cục trưởng,,mttq-2024"


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """A campaign without a book."""
    return Path(shutil.copytree(ROOT / "plans" / "mttq-2024", tmp_path / "mttq-2024", ignore=_BOOKS))


@pytest.fixture
def rounds(tmp_path: Path) -> Path:
    """A campaign of several years, with a book."""
    return Path(shutil.copytree(ROOT / "plans" / "vi-nguoi-ngheo", tmp_path / "vi-nguoi-ngheo"))


def lines(folder: Path) -> list[str]:
    return (folder / "register.csv").read_text(encoding="utf-8-sig").splitlines()


def test_a_new_book_has_headings_and_the_results_of_the_decider(drive: Path, run: Run) -> None:
    result = run("register", "add", drive, *_OFFICE)
    assert result.code == 0, result.err
    assert "Đã ghi 2 dòng của Quyết định số 300/QĐ-CTK" in result.out
    assert lines(drive) == [
        _HEADINGS,
        "Chi cục Thống kê khu vực I,,tập thể,,,,Chi cục Thống kê khu vực I,Giấy khen,"
        f"Hoàn thành các cuộc điều tra năm 2024 trước hạn,,{_GIVEN},GK-01,",
        "Lê Văn C,058075000003,cá nhân,,Phó Trưởng phòng,,Phòng Thống kê Xã hội,Giấy khen,"
        f'"Hướng dẫn 40 điều tra viên mới, không phiếu nào phải làm lại",,{_GIVEN},GK-02,',
    ]


@pytest.mark.parametrize(
    ("typed", "told"),
    [("CT UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh"), ("Chủ tịch UBND tỉnh Bình An", "Chủ tịch UBND tỉnh Bình An")],
)
def test_the_book_writes_the_decider_as_the_plan_does(drive: Path, run: Run, typed: str, told: str) -> None:
    result = run("register", "add", drive, *_OFFICE[:-1], typed)
    assert result.code == 0, result.err
    assert {line.split(",")[-5] for line in lines(drive)[1:]} == {told}


def test_what_was_recorded_is_no_fault_of_the_list(drive: Path, run: Run) -> None:
    run("register", "add", drive, *_OFFICE)
    assert run("check", drive, "--strict", "--on", "2026-11-22").code == 0


def test_a_decision_is_not_recorded_twice(drive: Path, run: Run) -> None:
    run("register", "add", drive, *_OFFICE)
    before = (drive / "register.csv").read_bytes()
    result = run("register", "add", drive, *_OFFICE)
    assert result.code == 2
    assert "sổ đã có Quyết định số 300/QĐ-CTK cho Chi cục Thống kê khu vực I và Lê Văn C" in result.err
    assert (drive / "register.csv").read_bytes() == before


def test_existing_lines_stay_byte_for_byte(rounds: Path, run: Run) -> None:
    book = rounds / "register.csv"
    odd = book.read_bytes().replace(b"\n", b"\r\n").rstrip(b"\r\n")  # as Excel saves it, without a last line break
    book.write_bytes(odd)
    decision = ("--decision", "310/QĐ-CTK", "--date", "20/12/2025", "--by", "Cục trưởng", "--year", "2025")
    assert run("register", "add", rounds, *decision).code == 0
    content = book.read_bytes()
    assert content.startswith(odd + b"\r\n")
    added = content[len(odd) :].decode().splitlines()[1:]
    assert [line.split(",")[0] for line in added] == ["Chi cục Thống kê khu vực II", "Ngô Thị M"]


def test_columns_of_the_book_may_stand_in_any_order(drive: Path, run: Run) -> None:
    titles = ["Ghi chú riêng", "Chiến dịch", "Năm", "Danh hiệu", "Tên", "CCCD", "Đơn vị", "Quyết định số", "Ngày ký"]
    (drive / "register.csv").write_text(f"{';'.join([*titles, 'Cấp quyết định'])}\n", encoding="utf-8")
    assert run("register", "add", drive, *_OFFICE, "--only", "lê văn c").code == 0
    assert lines(drive)[1] == (
        ";mttq-2024;2024;Giấy khen;Lê Văn C;058075000003;Phòng Thống kê Xã hội;300/QĐ-CTK;05/12/2024;Cục trưởng"
    )


def test_a_book_without_a_needed_column_is_not_written(drive: Path, run: Run) -> None:
    (drive / "register.csv").write_text("Tên,Danh hiệu,Năm\n", encoding="utf-8")
    result = run("register", "add", drive, *_OFFICE)
    assert result.code == 2
    assert "thiếu cột Số CCCD, Đơn vị, Số quyết định" in result.err
    assert lines(drive) == ["Tên,Danh hiệu,Năm"]


def test_a_correction_keeps_the_old_line(drive: Path, run: Run) -> None:
    run("register", "add", drive, *_OFFICE)
    before = lines(drive)
    new = ("--decision", "310/QĐ-CTK", "--date", "2024-12-20", "--by", "Cục trưởng", "--only", "Lê Văn C")
    wrong = run("register", "add", drive, *new, "--corrects", "99/QĐ-CTK")
    assert wrong.code == 2
    assert "Quyết định số 99/QĐ-CTK không có trong sổ" in wrong.err
    assert run("register", "add", drive, *new, "--corrects", "300/QĐ-CTK").code == 0
    assert lines(drive)[:-1] == before
    assert lines(drive)[-1].endswith("310/QĐ-CTK,20/12/2024,Cục trưởng,,mttq-2024,GK-02,300/QĐ-CTK")
    found = run("register", "find", "058075000003", "--register", drive)
    assert "đã được đính chính" in found.out
    assert found.out.count("đính chính Quyết định số") == 1


def test_nominations_with_faults_are_left_out(drive: Path, run: Run) -> None:
    more = "format: nominations/1\nnominations:\n  - {name: Lê Văn Y, award: giay-khen, unit: Phòng Lạ}\n"
    (drive / "nominations" / "them.yaml").write_text(more, encoding="utf-8")
    result = run("register", "add", drive, *_OFFICE)
    assert "bỏ lại 1 đề nghị còn lỗi hoặc chưa rõ hình thức: Lê Văn Y" in result.err
    assert [line.split(",")[0] for line in lines(drive)[1:]] == ["Chi cục Thống kê khu vực I", "Lê Văn C"]


def test_a_fault_of_the_whole_list_stands_against_all_but_those_named(drive: Path, run: Run) -> None:
    nominee = "{name: Lê Văn Y, subject: individual, award: giay-khen, unit: Phòng TTTT}"
    more = f"format: nominations/1\nnominations: [{nominee}]\n"
    (drive / "nominations" / "them.yaml").write_text(more, encoding="utf-8")
    result = run("register", "add", drive, *_OFFICE)
    assert result.code == 2
    assert "lỗi chung" in result.err
    assert run("register", "add", drive, *_OFFICE, "--only", "Lê Văn Y (Phòng Thu thập thông tin thống kê)").code == 0
    assert [line.split(",")[0] for line in lines(drive)[1:]] == ["Lê Văn Y"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--by", "Giám đốc"), "không rõ Giám đốc quyết định hình thức nào"),
        (("--by", "Cục trưởng", "--award", "co"), "kế hoạch không có hình thức “co”"),
        (("--by", "Cục trưởng", "--only", "Lê Văn D"), "không có đề nghị nào mang tên hay mã Lê Văn D"),
        (("--by", "Cục trưởng", "--year", "2023"), "không có đề nghị nào để ghi vào sổ"),
        (("--by", "Cục trưởng", "--register", "so.xlsx"), "chỉ ghi thêm được vào sổ CSV"),
        ((), "thiếu tùy chọn --by"),
        (("--by", " "), "--by: giá trị để trống"),
    ],
)
def test_what_cannot_be_recorded(options: tuple[str, ...], words: str, drive: Path, run: Run) -> None:
    result = run("register", "add", drive, "--decision", "1", "--date", "2024-12-05", *options)
    assert result.code == 2
    assert words in result.err
    assert not (drive / "register.csv").exists()


def test_several_years_must_be_told_apart(rounds: Path, run: Run) -> None:
    result = run("register", "add", rounds, "--decision", "310", "--date", "2025-12-20", "--by", "Cục trưởng")
    assert result.code == 2
    assert "đề nghị của nhiều năm: 2022, 2023, 2024 và 2025" in result.err
    lists = rounds / "nominations"
    for file in lists.iterdir():
        file.unlink()
    nominees = "".join(
        f"  - {{name: Chi cục {year}, award: giay-khen, occasion: so-ket, year: {year}}}\n" for year in (2023, 2024)
    )
    (lists / "hai.yaml").write_text(f"format: nominations/1\nnominations:\n{nominees}", encoding="utf-8")
    two = run("register", "add", rounds, "--decision", "310", "--date", "2025-12-20", "--by", "Cục trưởng")
    assert "đề nghị của nhiều năm: 2023 và 2024" in two.err


def test_a_name_that_would_be_a_formula_is_not_written(drive: Path, run: Run) -> None:
    more = "format: nominations/1\nnominations:\n  - {name: '=CMD()', award: giay-khen, unit: Phòng TTTT}\n"
    (drive / "nominations" / "them.yaml").write_text(more, encoding="utf-8")
    result = run("register", "add", drive, *_OFFICE, "--only", "=CMD()")
    assert result.code == 2
    assert "Excel sẽ đọc là công thức" in result.err
    assert not (drive / "register.csv").exists()


@pytest.mark.parametrize(
    ("who", "rows"),
    [("058075000003", 4), ("LÊ VĂN C", 4), ("le van", 4), ("Ngô Thị M", 4), ("Phòng Thống kê Xã hội", 1)],
)
def test_looking_people_up(who: str, rows: int, run: Run) -> None:
    result = run("register", "find", who, "--register", ROOT / "plans" / "vi-nguoi-ngheo")
    assert result.code == 0
    assert sum(line.count("QĐ-") for line in result.out.splitlines()) == rows


_BOOK = """Họ và tên,Số CCCD,Đơn vị,Hình thức,Năm,Số quyết định,Ngày quyết định,Số sổ vàng,Mã đề nghị,Đính chính
Nguyễn Văn A,058075000003,Phòng Một,Giấy khen,2023,231/QĐ-SNV,15/12/2023,031,DN-01,
Trần Thị B,,Phòng Hai,Giấy khen,2024,45/QĐ-SNV,12/12/2024,31a,dn-02,
Nguyễn Văn A,058075000003,Phòng Một,Giấy khen,2024,Số 52/QĐ-SNV,20/12/2024,,,231/QĐ-SNV
Tổ 45,,Phòng Hai,Giấy khen,2024,,,,,
"""


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("DN-01", ["2023"]),
        ("dn-01", ["2023"]),
        ("DN-02", ["2024"]),
        ("DN-0", []),
        ("31", ["2023"]),
        ("031", ["2023"]),
        ("31A", ["2024"]),
        ("3", []),
        ("231/QĐ-SNV", ["2023", "2024"]),
        ("231/qd-snv", ["2023", "2024"]),
        ("số 231/QĐ-SNV", ["2023", "2024"]),
        ("231", ["2023", "2024"]),
        ("52/QĐ-SNV", ["2024"]),
        ("45", ["2024", "2024"]),
        ("23", []),
        ("231/QĐ-SN", []),
        ("QĐ-SNV", []),
        ("/", []),
        ("58075000003", ["2023", "2024"]),
        ("05807500000", []),
    ],
)
def test_an_id_or_a_number_finds_its_lines_and_no_others(
    typed: str, years: list[str], run: Run, tmp_path: Path
) -> None:
    book = tmp_path / "so.csv"
    book.write_text(_BOOK, encoding="utf-8")
    result = run("register", "find", typed, "--register", book)
    assert result.code == (0 if years else 1), result.out
    assert sorted(row.split()[0] for row in result.out.splitlines() if row.strip()[:4].isdecimal()) == years


def test_a_blank_finds_nobody(run: Run) -> None:
    result = run("register", "find", " ", "--register", ROOT / "plans" / "vi-nguoi-ngheo")
    assert result.code == 2
    assert "chưa ghi tra ai" in result.err


def test_who_is_not_in_the_book(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = ROOT / "plans" / "vi-nguoi-ngheo" / "register.csv"
    result = run("register", "find", "Ngô Thị N", "--register", book)
    assert result.code == 1
    assert "có phải “Ngô Thị M”?" in result.out
    monkeypatch.chdir(tmp_path)
    assert "không có sổ khen thưởng" in run("register", "find", "A").err


def test_who_is_named_twice_is_recorded_once(drive: Path, run: Run) -> None:
    assert run("register", "add", drive, *_OFFICE, "--only", "Lê Văn C", "--only", "lê văn c").code == 0
    assert [line.split(",")[0] for line in lines(drive)[1:]] == ["Lê Văn C"]


def test_whoever_may_be_put_forward_for_the_award_is_named(drive: Path, run: Run) -> None:
    """What is not understood is not written into the book, and not passed over in silence."""
    (drive / "nominations" / "them.csv").write_text("Họ và tên;Hình thức đề nghị\nVõ Văn Giàu;khen gì đó\n", "utf-8")
    result = run("register", "add", drive, *_OFFICE)
    assert "Võ Văn Giàu" in result.err
    assert "chưa rõ hình thức" in result.err
    assert all("Giàu" not in line for line in lines(drive))


def test_what_is_found_fits_a_narrow_window_and_tells_all_that_the_book_does(
    drive: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("register", "add", drive, *_OFFICE).code == 0
    book = drive / "register.csv"
    text = book.read_text(encoding="utf-8")
    head, first, second = text.splitlines()
    again = second.replace(",cá nhân,,", ",cá nhân,nam,").replace(",Cục trưởng,,", ",Cục trưởng,042,")
    changed = [f"{head},Cấp lại", f"{first},", f"{second},", f"{again},10/3/2025: mất bằng"]
    book.write_text("\n".join(changed), encoding="utf-8")
    monkeypatch.setattr("thidua_cli.findings.reporters.terminal._PIPE_WIDTH", 80)
    result = run("register", "find", "lê văn c", "--register", drive)
    assert max(map(len, result.out.splitlines()[1:])) <= 80
    told = " ".join(result.out.split())
    for words in ("Lê Văn C, 058075000003, cá nhân, nam", "có 2 dòng", "042", "mất bằng", "Hướng dẫn 40"):
        assert words in told


def test_a_book_without_the_newer_columns_is_added_to_and_says_what_it_lacks(drive: Path, run: Run) -> None:
    old = "Họ và tên,Số CCCD,Đơn vị,Hình thức,Năm,Số QĐ,Ngày QĐ,Cấp quyết định,Phong trào,Tiền thưởng"
    (drive / "register.csv").write_text(f"{old}\n", encoding="utf-8")
    result = run("register", "add", drive, *_OFFICE)
    assert result.code == 0
    assert "không có cột Đối tượng, Chức vụ, Thành tích và Mã đề nghị: chưa ghi vào sổ" in result.err
    who = ("Chi cục Thống kê khu vực I,,Chi cục Thống kê khu vực I", "Lê Văn C,058075000003,Phòng Thống kê Xã hội")
    rest = "Giấy khen,2024,300/QĐ-CTK,05/12/2024,Cục trưởng,mttq-2024,"
    assert lines(drive)[1:] == [f"{one},{rest}" for one in who]
