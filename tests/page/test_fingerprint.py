"""A file of any kind tells whether anybody saved it since it was written: every writer, every way to save."""

import re
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.cli.test_every_member import NEEDS_AN_OFFICE
from tests.conftest import PLANS
from tests.papers.rendered import documents, example
from thidua_cli.page import writers
from thidua_cli.page.fingerprint import HTML, PDF
from thidua_cli.page.workbook import saved
from thidua_cli.papers.registry import PAPERS

_DAY = date(2026, 1, 1)
_CAMPAIGN = next(path for path in PLANS if path.name == "mttq-2024")
FORMATS = [
    pytest.param(name, marks=pytest.mark.office) if name in NEEDS_AN_OFFICE else name for name in writers.formats()
]


@pytest.fixture(scope="module")
def html() -> str:
    (document,) = documents(example(_CAMPAIGN, _DAY), PAPERS["list"], _DAY)
    return PAPERS["list"].html(document)


@pytest.fixture(params=FORMATS)
def kind(request: pytest.FixtureRequest) -> str:
    if request.param in NEEDS_AN_OFFICE:
        request.getfixturevalue("office")
    return str(request.param)


@pytest.fixture
def written(kind: str, html: str) -> bytes:
    return writers.writer(kind).written(html, source="mau")


def test_a_written_file_is_untouched_and_always_the_same(kind: str, html: str, written: bytes) -> None:
    writer = writers.writer(kind)
    assert writer.untouched(written)
    assert writer.written(html, source="mau") == written
    other = writer.written(html.replace("Trần Thị B", "Trần Thị C"), source="mau")
    assert other != written
    assert writer.untouched(other)


def test_any_other_content_is_touched(kind: str, written: bytes) -> None:
    untouched = writers.writer(kind).untouched
    size = len(written)
    cut = [written[:length] for length in (0, 1, 21, 22, size // 2, size - 30, size - 1)]
    added = [written + b"x", written + b"\n", b"\n" + written, written + written]
    flipped = [written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :] for at in (40, size // 3, size // 2)]
    assert not any(map(untouched, [*cut, *added, *flipped, b"\x89PNG", "của tôi".encode()]))


def test_no_kind_takes_the_mark_of_another(kind: str, written: bytes) -> None:
    for other in writers.formats():
        same = {kind, other} <= {"docx", "xlsx"}
        assert writers.writer(other).untouched(written) == (same or other == kind)


def _by_docx(content: bytes, change: bool) -> bytes:
    document, stream = Document(BytesIO(content)), BytesIO()
    if change:
        document.paragraphs[-1].add_run(" sửa")
    document.save(stream)
    return stream.getvalue()


def _by_openpyxl(content: bytes, change: bool) -> bytes:
    book, stream = load_workbook(BytesIO(content)), BytesIO()
    if change:
        book.active["A1"] = "sửa"
    book.save(stream)
    return stream.getvalue()


def _by_a_text_editor(content: bytes, change: bool) -> bytes:
    text = content.decode()
    return text.replace("Trần Thị B", "Trần Thị C").encode() if change else text.replace("\n", "\r\n").encode()


def _by_signing(content: bytes, change: bool) -> bytes:
    """A program that signs a PDF adds a section behind what stands there."""
    place = int(re.findall(rb"startxref\s+(\d+)", content)[-1])
    note = b"% signed\n" if change else b""
    return content + note + b"xref\n0 0\ntrailer\n<</Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (place, len(content))


_EDITORS: dict[str, Callable[[bytes, bool], bytes]] = {
    "docx": _by_docx,
    "xlsx": _by_openpyxl,
    "html": _by_a_text_editor,
    "pdf": _by_signing,
}


@pytest.mark.parametrize("change", [True, False], ids=["changed", "only saved"])
def test_what_another_program_saved_is_touched(kind: str, written: bytes, change: bool) -> None:
    assert not writers.writer(kind).untouched(_EDITORS[kind](written, change))


def test_parts_that_are_changed_within_an_archive_are_touched(written: bytes, kind: str) -> None:
    if kind not in ("docx", "xlsx"):
        return
    for name in zipfile.ZipFile(BytesIO(written)).namelist():
        assert not writers.writer(kind).untouched(_repacked(written, name)), name
    with zipfile.ZipFile(stream := BytesIO(written), "a") as archive:
        archive.writestr("them.xml", "<a/>")
    assert not writers.writer(kind).untouched(stream.getvalue())


def _repacked(content: bytes, changed: str) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream := BytesIO(), "w") as new:
        for entry in old.infolist():
            new.writestr(entry, old.read(entry) + (b" " if entry.filename == changed else b""))
    return stream.getvalue()


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize("name", ["docx", "xlsx", "html"])
def test_what_libreoffice_saved_is_touched(name: str, html: str, office: str, tmp_path: Path) -> None:
    writer = writers.writer(name)
    source = tmp_path / f"a.{name}"
    source.write_bytes(writer.written(html, source="mau"))
    profile, out = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", tmp_path / "out"
    command = [office, profile, "--headless", "--convert-to", name, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved_again = (out / source.name).read_bytes()
    assert saved_again
    assert not writer.untouched(saved_again)


def test_a_large_file_of_the_users_own_is_not_unpacked() -> None:
    with zipfile.ZipFile(stream := BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", b" " * 50_000_000)
    assert not writers.writer("docx").untouched(stream.getvalue())


def test_a_workbook_of_a_chart_is_as_good_as_any() -> None:
    from openpyxl import Workbook

    assert load_workbook(BytesIO(saved(Workbook()))).worksheets
    assert writers.writer("xlsx").untouched(saved(Workbook()))


@given(st.binary(max_size=60), st.integers(0, 60), st.binary(min_size=1, max_size=4), st.integers(0, 200))
def test_a_mark_knows_its_content_and_no_other(content: bytes, at: int, more: bytes, where: int) -> None:
    for mark in (HTML, PDF):
        marked = mark.put(content, min(at, len(content)))
        assert mark.untouched(marked)
        changed = marked[:where] + more + marked[where:]
        assert not mark.untouched(changed)
        assert not mark.untouched(content)
