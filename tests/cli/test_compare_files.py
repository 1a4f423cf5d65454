"""Files as an officer hands them to ``thidua compare``: of every kind, of other campaigns, several that disagree."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.cli.compared_papers import CAMPAIGN, DAY, compared
from tests.conftest import ROOT, Run

OTHER = ROOT / "plans" / "mttq-2024"
PLAN, SUBMISSION, REPORT = "ke-hoach", "to-trinh-giay-khen-tong-ket-2025", "bao-cao-tong-ket"
LIST, DECISION = "danh-sach-de-nghi-tong-ket-2025", "quyet-dinh-khen-thuong-qd-giay-khen-2025"


@pytest.fixture
def take(made: Path, tmp_path: Path) -> Callable[..., Path]:
    """Return a copy of a paper, edited."""

    def taken(short: str, change: Callable[[Any], None] | None = None, name: str = "") -> Path:
        file = Path(
            shutil.copy(made / f"vi-nguoi-ngheo-{short}.docx", tmp_path / (name or f"vi-nguoi-ngheo-{short}.docx"))
        )
        if change:
            document = docx.Document(str(file))
            change(document)
            document.save(str(file))
        return file

    return taken


def typed(old: str, new: str) -> Callable[[Any], None]:
    """Type other words in place of the first that fit an expression."""

    def change(document: Any) -> None:
        texts = [one for one in document.element.body.iter(qn("w:t")) if re.search(old, one.text or "")]
        assert texts, f"{old} stands nowhere"
        texts[0].text = re.sub(old, new, texts[0].text, count=1)

    return change


def _zipped(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _workbook() -> bytes:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)
FILES = {
    "an old Word file": (_OLE + "WordDocument".encode("utf-16-le"), "tệp Word cũ (.doc)", "Lưu thành"),
    "a password": (_OLE + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu", "bỏ mật khẩu"),
    "nothing": (b"", "trống", "chép hay tải dở"),
    "a workbook": (_workbook(), "bảng tính", "--to docx"),
    "a PDF": (b"%PDF-1.7\n", "tệp PDF", "so tệp Word mà từ đó"),
    "an archive": (_zipped(a="b"), "tệp nén", "giải nén"),
    "OpenDocument": (_zipped(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument", "Lưu thành"),
    "RTF": (rb"{\rtf1 a}", "RTF", "Lưu thành"),
    "a web page": (b"<html><body>a</body></html>", "trang web", "Lưu thành"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(60), "không phải là giấy tờ Word", "Lưu thành"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_of_another_kind_is_named_with_its_remedy_and_stops_no_other(
    kind: str, take: Callable[..., Path], tmp_path: Path, run: Run
) -> None:
    content, told, remedy = FILES[kind]
    (tmp_path / "to-trinh.docx").write_bytes(content)
    edited = take(LIST, typed("Hồ Văn L", "Hồ Văn Lâm"))
    found = compared(run, tmp_path / "to-trinh.docx", edited)
    assert sorted(one["code"] for one in found) == ["paper-differs", "unreadable-file"]
    (one,) = [one for one in found if one["code"] == "unreadable-file"]
    assert told in one["message"]
    assert remedy in one["hint"]
    assert "kế hoạch" not in one["message"] + one["hint"]


def test_what_word_leaves_while_a_file_is_open_and_a_folder_are_told(
    take: Callable[..., Path], tmp_path: Path, run: Run
) -> None:
    (tmp_path / "~$to-trinh.docx").write_bytes(b"\x06Nguyen" + bytes(155))
    found = compared(run, tmp_path / "~$to-trinh.docx", tmp_path, take(PLAN))
    assert [one["code"] for one in found] == ["unreadable-file"] * 2
    assert {"đóng Word", "*.docx"} <= {word for one in found for word in ("đóng Word", "*.docx") if word in one["hint"]}


def test_where_no_file_can_be_read_nothing_was_begun(tmp_path: Path, run: Run) -> None:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(b"")
    result = run("compare", CAMPAIGN, tmp_path / "a.docx", tmp_path / "b.docx")
    assert result.code == 2
    assert "a.docx" in result.err
    assert "b.docx" in result.err


def test_a_file_with_macros_is_compared_as_any_other(take: Callable[..., Path], run: Run) -> None:
    file = take(LIST, typed("Hồ Văn L", "Hồ Văn Lâm"))
    plain, macros = (
        b"openxmlformats-officedocument.wordprocessingml.document.main",
        b"ms-word.document.macroEnabled.main",
    )
    copy = file.with_suffix(".docm")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(copy, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry).replace(plain, macros))
    (one,) = compared(run, copy)
    assert one["code"] == "paper-differs"


def test_a_paper_of_another_campaign_is_doubted(take: Callable[..., Path], run: Run) -> None:
    for name in ("phieu.docx", "mttq-2024-phieu-bau.docx"):
        found = compared(run, take("phieu-bau", name=name), campaign=OTHER)
        doubts = [one for one in found if one["code"] == "paper-unknown"]
        assert [("phong trào khác" in one["message"], one["severity"]) for one in doubts] == [(True, "warning")]
    (one,) = compared(run, take(PLAN), campaign=OTHER)
    assert "phong trào ấy" in one["hint"]


def test_a_paper_under_the_name_of_another_is_compared_as_what_it_says(take: Callable[..., Path], run: Run) -> None:
    (one,) = compared(run, take(PLAN, name=f"vi-nguoi-ngheo-{SUBMISSION}.docx"))
    assert one["code"] == "paper-unknown"
    assert "nội dung là của vi-nguoi-ngheo-ke-hoach.docx" in one["message"]


@pytest.mark.parametrize(
    ("old", "one", "other", "told"),
    [
        (r"ngày\s+tháng 7", "ngày 15 tháng 7", "ngày 16 tháng 7", ["“ngày 15 tháng 7 năm 2022”", "“ngày 16"]),
        (r"\s+/KH-CTK", " 77/KH-CTK", " 78/KH-CTK", ["“77/KH-CTK”", "“78/KH-CTK”"]),
        (r"\s+/KH-CTK", " 77/kh-ctk", " 78/KH-CTK", ["“77/kh-ctk”", "“78/KH-CTK”"]),
    ],
)
def test_two_files_that_agree_with_the_facts_and_not_with_each_other(
    old: str, one: str, other: str, told: list[str], take: Callable[..., Path], run: Run
) -> None:
    found = compared(run, take(PLAN, typed(old, one)), take(REPORT, typed(old, other)))
    assert sorted(each["code"] for each in found) == ["paper-disagree", "paper-filled", "paper-filled"]
    (wrong,) = [each for each in found if each["code"] == "paper-disagree"]
    assert all(word in wrong["message"] for word in told)
    assert wrong["severity"] == "error"
    same = compared(run, take(PLAN, typed(old, one)), take(REPORT, typed(old, one)))
    assert [each["code"] for each in same] == ["paper-filled"] * 2


def row_deleted(document: Any) -> None:
    row = max(document.tables, key=lambda one: len(one.rows)).rows[-1]
    row._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="A"/>'))


def look_changed(document: Any) -> None:
    run = next(one for one in document.paragraphs if "Căn cứ" in one.text).runs[0]
    change = f'<w:rPrChange {nsdecls("w")} w:id="9" w:author="A"><w:rPr/></w:rPrChange>'
    run._r.get_or_add_rPr().append(parse_xml(change))


def text_hidden(document: Any) -> None:
    next(one for one in document.paragraphs if "Căn cứ" in one.text).add_run(" kèm 99 người").font.hidden = True


@pytest.mark.parametrize(
    ("short", "change"), [(LIST, row_deleted), (SUBMISSION, look_changed), (SUBMISSION, text_hidden)]
)
def test_changes_of_rows_and_looks_and_hidden_text_are_left_over_too(
    short: str, change: Callable[[Any], None], take: Callable[..., Path], run: Run
) -> None:
    assert "paper-unfinished" in {one["code"] for one in compared(run, take(short, change))}


def swapped(document: Any) -> None:
    text = next(one for one in document.element.body.iter(qn("w:t")) if "mỗi tập thể" in (one.text or ""))
    first, second = re.findall(r"\d[\d.]+000", text.text)
    text.text = text.text.replace(first, "#").replace(second, first).replace("#", second)


def row_moved(document: Any) -> None:
    rows = [one._tr for one in max(document.tables, key=lambda one: len(one.rows)).rows if one.cells[0].text in "12"]
    rows[1].addnext(rows[0])


PLACES = {
    ("a name in a row", LIST, typed("Hồ Văn L", "Hồ Văn Lâm")): (
        "mục “TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG…”, hàng 7 “Ông Hồ Văn Lâm”: tệp ghi"
    ),
    ("two sums that changed places", DECISION, swapped): (
        "mục “Điều 1. Tặng Giấy khen của Cục trưởng…”, đoạn “Điều 2. Mức tiền thưởng kèm theo Giấy…”: tệp ghi"
    ),
    ("a row that was moved", "bien-ban-hop-hoi-dong", row_moved): (
        "mục “I. THÀNH PHẦN THAM DỰ”, hàng 2 “Đỗ Thị N”: “2 | Đỗ Thị N | Phó Cục trưởng | Phó Chủ tịch | Có mặt” đã "
        "chuyển chỗ; theo số liệu thì ở mục “I. THÀNH PHẦN THAM DỰ”, hàng 3 “Đỗ Thị N”"
    ),
    ("the number of the paper", DECISION, typed("198/QĐ-CTK", "189/QĐ-CTK")): (
        "đầu văn bản, hàng 2 “Số: 189/QĐ-CTK”: tệp ghi"
    ),
    ("a form of address", "to-trinh-bang-khen-tinh-tong-ket-2025", typed("Ông", "Bà")): (
        "mục “TỜ TRÌNH”, đoạn “+ Bà Hồ Văn L, Chi cục trưởng, Chi cục…”: tệp ghi"
    ),
}


@pytest.mark.parametrize("slip", PLACES, ids=[name for name, _, _ in PLACES])
def test_a_place_is_told_in_words_and_its_number_in_the_path(
    slip: tuple[str, str, Callable[[Any], None]], take: Callable[..., Path], run: Run
) -> None:
    _, short, change = slip
    (one,) = compared(run, take(short, change))
    assert one["code"] == "paper-differs"
    assert one["message"].startswith(PLACES[slip])
    assert re.fullmatch(r"đoạn \d+", one["path"])
    text = run("compare", CAMPAIGN, take(short, change), *DAY).out
    assert not re.search(r"docx:\d|đoạn \d", text)


@pytest.mark.parametrize(
    ("old", "new"),
    [("01 cá nhân", "1 cá nhân"), (r"ngày 24 tháng 11 năm 2025", "ngày 24/11/2025"), ("thi hành", "thực hiện")],
)
def test_another_notation_is_no_difference(old: str, new: str, take: Callable[..., Path], run: Run) -> None:
    assert compared(run, take(DECISION, typed(old, new))) == []
