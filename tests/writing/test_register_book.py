"""The award book as a file: what is written reads back equal, what stood there stands byte for byte."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.exploring import examples
from thidua_cli.errors import ThiduaError
from thidua_cli.model.headings import headings_of, title_of
from thidua_cli.model.register import RegisterEntry
from thidua_cli.writing.register_book import read_book, unwritten, with_entries

_OLD = ("name", "id_number", "unit", "award", "year", "decision", "date", "decided_by", "campaign", "corrects")
_NEW = ("subject", "gender", "position", "group", "achievement", "type_of_award", "book_number", "nomination")
_LINE: dict[str, Any] = {
    "name": "Nguyễn Văn A",
    "id_number": "058075000003",
    "subject": "cá nhân",
    "gender": "nam",
    "position": "Phó Trưởng phòng",
    "group": "lãnh đạo, quản lý",
    "unit": "Phòng Tổng hợp",
    "award": "giay_khen",
    "achievement": "Cứu hai người trong trận lũ ngày 12/10/2025",
    "type_of_award": "đột xuất",
    "year": 2025,
    "decision": "45/QĐ-SXD",
    "date": "2025-12-02",
    "decided_by": "Giám đốc Sở",
    "book_number": "007",
    "campaign": "thi-dua-2025",
    "nomination": "DN-07",
    "corrects": "12/QĐ-SXD",
}


def entry(**changes: object) -> RegisterEntry:
    return RegisterEntry.model_validate({**_LINE, **changes})


def head(fields: tuple[str, ...], sign: str = ",") -> str:
    """Return a row of headings as csv writes it."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign, lineterminator="").writerow([title_of(RegisterEntry, one) for one in fields])
    return stream.getvalue()


def test_the_line_here_fills_every_column_that_a_new_book_gets(tmp_path: Path) -> None:
    content = with_entries(tmp_path / "register.csv", [entry()]).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(content))
    assert all(row.values())
    assert [*row] == [
        title_of(RegisterEntry, one) for one in headings_of(RegisterEntry) if one not in ("reissue", "note")
    ]


@pytest.mark.parametrize("field", [one for one in _LINE if one not in ("name", "award", "year")])
def test_a_line_that_lacks_one_thing_reads_back_so(field: str, tmp_path: Path) -> None:
    book = tmp_path / "register.csv"
    lines = [entry(), entry(**{field: None}), entry(**{field: None}, name="Trần Thị B")]
    book.write_bytes(with_entries(book, lines))
    assert [one.value for one in read_book(book)] == lines


_WORDS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy ÁẾỘ.,;:“”\"'()/-0123456789", min_size=3, max_size=60)
_TEXT = _WORDS.map(lambda text: f"Dạy {' '.join(text.split())} xong")
_ENTRY = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Nguyễn Văn A", "Hộ bà Nông Thị H", 'Tổ "Bình yên", xã A', "Phòng Hai; tổ 1"]),
        "subject": st.sampled_from(["tập thể", "cá nhân", "hộ gia đình", None]),
        "gender": st.sampled_from(["nam", "nữ", None]),
        "group": st.sampled_from(["lãnh đạo, quản lý", "người lao động trực tiếp", "công nhân", None]),
        "position": st.one_of(st.none(), _TEXT),
        "achievement": st.one_of(st.none(), _TEXT),
        "book_number": st.one_of(st.none(), st.integers(0, 9999).map(lambda one: f"{one:03d}")),
        "type_of_award": st.sampled_from(["đột xuất", "theo đợt", None]),
    }
)


@given(st.lists(_ENTRY, min_size=1, max_size=4), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]))
@examples(30)
def test_any_book_of_ours_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, typed: list[dict[str, Any]], sign: str, end: str
) -> None:
    book = tmp_path_factory.mktemp("book") / "register.csv"
    fields = tuple(one for one in headings_of(RegisterEntry) if one != "note")
    book.write_bytes(f"{head(fields, sign)}{end}".encode("utf-8-sig"))
    lines = [entry(**one) for one in typed]
    for line in lines:
        book.write_bytes(with_entries(book, [line]))
    assert [one.value for one in read_book(book)] == lines


_STRANGE = st.sampled_from(["Tiền thưởng", "Ngày trao", "Người lập sổ", "Hệ số lương", "Màu bìa"])
_CELL = st.sampled_from(["", "x", '"trích, dẫn"', "1.000.000", '"hai ""nháy"""', "  cách  "])


@given(st.permutations(sorted(headings_of(RegisterEntry))), st.lists(_STRANGE, unique=True), st.data(), st.booleans())
@examples(40)
def test_a_book_with_columns_of_its_own_keeps_its_lines_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], strange: list[str], data: st.DataObject, closed: bool
) -> None:
    book = tmp_path_factory.mktemp("book") / "register.csv"
    without = data.draw(st.sets(st.sampled_from(_NEW)))
    kept = tuple(one for one in order if one not in without)
    old = {"name": "Lê Văn C", "award": "Giấy khen", "year": "2024", "unit": "Phòng Hai"}
    cells = [old.get(one, "") for one in kept] + [data.draw(_CELL) for _ in strange]
    assume(cells[-1] or not strange)
    content = "\r\n".join([",".join([head(kept), *strange]), ",".join(cells)]) + "\r\n" * closed
    book.write_bytes(content.encode("utf-8-sig"))
    before = [one.value for one in read_book(book)]
    made = with_entries(book, [entry()])
    assert made.startswith(book.read_bytes())
    assert unwritten(book, [entry()]) == [
        title_of(RegisterEntry, one) for one in headings_of(RegisterEntry) if one in without
    ]
    book.write_bytes(made)
    assert [one.value for one in read_book(book)] == [*before, entry(**dict.fromkeys(without))]


def test_an_old_book_takes_what_it_has_columns_for_and_is_asked_for_nothing_more(tmp_path: Path) -> None:
    book = tmp_path / "register.csv"
    book.write_text(f"{head(_OLD)}\nLê Văn C,,Phòng Hai,Giấy khen,2024,,,,,\n", "utf-8")
    made = with_entries(book, [entry()])
    assert made.startswith(book.read_bytes())
    assert unwritten(book, [entry()]) == [
        title_of(RegisterEntry, one) for one in headings_of(RegisterEntry) if one in _NEW
    ]
    assert unwritten(book, [entry(**dict.fromkeys(_NEW))]) == []


def test_an_old_book_whose_head_got_new_columns_has_them_in_new_lines_alone(tmp_path: Path) -> None:
    book = tmp_path / "register.csv"
    book.write_text(f"{head((*_OLD, *_NEW))}\nLê Văn C,,Phòng Hai,Giấy khen,2024,,,,,\n", "utf-8")
    book.write_bytes(with_entries(book, [entry()]))
    old, new = (one.value for one in read_book(book))
    assert [getattr(old, one) for one in _NEW] == [None] * len(_NEW)
    assert new == entry()


@pytest.mark.parametrize(("field", "title"), [("decision", "Số quyết định"), ("decided_by", "Người quyết định")])
def test_what_a_book_may_not_lack_refuses_it(field: str, title: str, tmp_path: Path) -> None:
    book = tmp_path / "register.csv"
    book.write_text(f"{head(tuple(one for one in _OLD if one != field))}\n", "utf-8")
    with pytest.raises(ThiduaError, match=f"thiếu cột {title}"):
        with_entries(book, [entry()])


_HEAD = "Họ và tên,Số CCCD,Đơn vị,Hình thức,Năm,Số QĐ,Ngày QĐ,Cấp quyết định,Phong trào,Đính chính"
_ROW = "Lê Văn C,,Phòng Hai,Giấy khen,2024,9/QĐ,2/2/2024,Giám đốc,,"
_BOOK = f"{_HEAD}\n{_ROW}\n"
HURRIED = {
    "unicode text of Excel": (_BOOK.replace(",", "\t").encode("utf-16"), "UTF-16"),
    "cp1258": (_BOOK.encode("cp1258", "ignore"), "không phải mã UTF-8"),
    "no headings": (f"{_ROW}\n".encode(), "đổi tên cột"),
    "no column of names": (_BOOK.replace("Họ và tên,", "").replace("Lê Văn C,", "").encode(), "thiếu cột"),
    "open quotation mark": (_BOOK.replace("Lê", '"Lê').encode(), "nháy kép"),
    "a year of two digits": (_BOOK.replace(",2024", ",24").encode(), "bốn chữ số"),
    "a day of no calendar": (_BOOK.replace("2/2/2024", "31/2/2024").encode(), "31/2/2024"),
    "an unknown award": (_BOOK.replace("Giấy khen", "Bằng đẹp").encode(), "Bằng đẹp"),
    "two columns of one heading": (f"{_HEAD},Năm\n{_ROW},2023\n".encode(), "Năm"),
}


def test_lines_at_the_end_of_a_book_with_sections_are_not_taken_for_those_of_the_last_one(tmp_path: Path) -> None:
    book = tmp_path / "register.csv"
    sections = f"{_HEAD}\nI. TẬP THỂ,,,,,,,,,\n{_ROW.replace('Lê Văn C', 'Phòng Hai')}\nII. CÁ NHÂN,,,,,,,,,\n{_ROW}\n"
    book.write_text(sections, "utf-8")
    assert [one.value.subject for one in read_book(book)] == ["collective", "individual"]
    with pytest.raises(ThiduaError, match=r"sổ .* chia mục: dòng ghi vào cuối sổ sẽ bị hiểu Đối tượng theo mục cuối"):
        with_entries(book, [entry(subject="tập thể")])
    book.write_text(sections.replace(_HEAD, f"{_HEAD},Đối tượng"), "utf-8")
    book.write_bytes(with_entries(book, [entry(subject="tập thể")]))
    assert [one.value.subject for one in read_book(book)] == ["collective", "individual", "tập thể"]


@pytest.mark.parametrize("how", HURRIED)
def test_a_book_as_a_hurried_clerk_leaves_it_is_told_and_not_written(how: str, tmp_path: Path) -> None:
    content, words = HURRIED[how]
    book = tmp_path / "register.csv"
    book.write_bytes(content)
    with pytest.raises(ThiduaError) as told:
        with_entries(book, [entry()])
    assert words in f"{told.value.message} {told.value.hint}"
    assert book.read_bytes() == content
