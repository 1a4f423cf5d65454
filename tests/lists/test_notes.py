"""Notes on cells and text boxes, in every kind of file: told at their sheet, and undecided where they may matter."""

import io
import zipfile

import pytest

from tests.lists.word_lists import HEADINGS, WordList
from tests.lists.workbooks import ods, workbook
from thidua_cli.lists.reader import nomination_reader
from thidua_cli.reading.tables.excel import parse_excel
from thidua_cli.reading.tables.table import Table
from thidua_cli.reading.tables.word_tables import parse_word

ROWS = [HEADINGS, (1, "Lê Văn Kha", "Phòng A", "Giấy khen"), (2, "Trần Thị Mơ", "Phòng B", "Giấy khen")]
LINKS = "xl/worksheets/_rels/sheet1.xml.rels"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def told(table: Table) -> list[tuple[str, str | None, str, bool]]:
    """Return code, cell and words of what is told, and whether the file is left open."""
    reader = nomination_reader({}, award_needed=True)
    reader.read(table)
    return [(one.code, one.cell, one.message, bool(reader.incomplete)) for one in reader.faults]


def with_part(kind: str, xml: str, *more: tuple[str, str]) -> bytes:
    """Return a workbook with parts that its sheet refers to as their kinds."""
    parts = {f"xl/extra{number}.xml": part for number, (_, part) in enumerate([(kind, xml), *more])}
    kinds = [kind, *(name for name, _ in more)]
    links = "".join(
        f'<Relationship Id="n{number}" Type="{TYPE}/{one}" Target="../extra{number}.xml"/>'
        for number, one in enumerate(kinds)
    )
    parts[LINKS] = f"<Relationships>{links}</Relationships>"
    stream = io.BytesIO(workbook(ROWS))
    with zipfile.ZipFile(stream, "a") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def shape(*lines: str) -> str:
    text = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return f'<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:txBody>{text}</xdr:txBody></xdr:sp></xdr:wsDr>'


def test_the_answers_of_a_conversation_are_told_in_place_of_its_old_form() -> None:
    old = (
        '<comments><authors><author>tc</author></authors><commentList><comment ref="B2" authorId="0">'
        "<text><t>[Threaded comment]</t></text></comment></commentList></comments>"
    )
    new = '<ThreadedComments><threadedComment ref="B2"><text>bỏ?</text></threadedComment>'
    new += '<threadedComment ref="B2"><text>Bỏ.</text></threadedComment></ThreadedComments>'
    ((code, cell, message, opened),) = told(parse_excel(with_part("comments", old, ("threadedComment", new)), "a.xlsx"))
    assert (code, cell, opened) == ("text-skipped", "B2", True)
    assert "bỏ? / Bỏ." in message
    assert "Threaded" not in message


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("Bổ sung: bà Trần Thị Bình",), "text-skipped"),
        (("số 2 thôi",), "text-skipped"),
        (("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"), "note-unread"),
        (("Mẫu số 02",), "note-unread"),
    ],
)
def test_a_text_box_over_a_sheet_is_told(lines: tuple[str, ...], code: str) -> None:
    ((given, cell, message, opened),) = told(parse_excel(with_part("drawing", shape(*lines)), "a.xlsx"))
    assert (given, cell, opened) == (code, "A1", code == "text-skipped")
    assert lines[0] in message


def test_a_picture_and_a_line_say_nothing() -> None:
    xml = '<xdr:wsDr xmlns:xdr="x"><xdr:pic/><xdr:cxnSp/></xdr:wsDr>'
    assert told(parse_excel(with_part("drawing", xml), "a.xlsx")) == []


def test_notes_and_shapes_of_opendocument() -> None:
    content = ods(ROWS)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    note = "<office:annotation><dc:creator xmlns:dc='d'>TCCB</dc:creator><text:p>đã rút</text:p></office:annotation>"
    name = "<text:p>Trần Thị Mơ</text:p>"
    xml = parts["content.xml"].decode().replace(name, note + name)
    box = "<draw:text-box><text:p>bỏ số 1</text:p></draw:text-box>"
    box = f"<table:shapes><draw:frame xmlns:draw='d'>{box}</draw:frame></table:shapes>"
    parts["content.xml"] = xml.replace('<table:table table:name="a">', f'<table:table table:name="a">{box}').encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    table = parse_excel(stream.getvalue(), "a.ods")
    assert [row[1] for row in table.sheets[0].rows] == ["Họ và tên", "Lê Văn Kha", "Trần Thị Mơ"]
    found = told(table)
    assert [(code, cell) for code, cell, _, _ in found] == [("text-skipped", "B3"), ("text-skipped", "A1")]
    assert ["đã rút" in found[0][2], "TCCB" in found[0][2], "bỏ số 1" in found[1][2]] == [True, False, True]


def word(cell: tuple[int, int] | None) -> bytes:
    """Return a Word list with a comment on a cell of its table, or on the paragraph above it."""
    made = WordList()
    title = made.file.add_paragraph("DANH SÁCH ĐỀ NGHỊ")
    table = made.table(ROWS)
    runs = title.runs if cell is None else table.cell(*cell).paragraphs[0].runs
    made.file.add_comment(runs, text="bỏ người này" if cell else "sửa cỡ chữ", author="TCCB")
    return made.bytes()


def test_comments_of_word() -> None:
    assert [one[:2] for one in told(parse_word(word(None), "a.docx"))] == [("note-unread", "đoạn 1")]
    ((code, cell, message, opened),) = told(parse_word(word((2, 1)), "a.docx"))
    assert (code, cell, opened) == ("text-skipped", "B3", True)
    assert "bỏ người này" in message
