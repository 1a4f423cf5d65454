"""Every kind of file that is refused says what it is and what to do, whatever was wanted."""

from itertools import product

import pytest

from thidua_cli.errors import ThiduaError
from thidua_cli.reading import refusals
from thidua_cli.reading.refusals import CSV, PAPER, PLAN, WORD_LIST, WORKBOOK, Wanted
from thidua_cli.reading.tables.open_table import LISTS, WORD_TABLES

KINDS = (PLAN, CSV, WORKBOOK, WORD_LIST, PAPER)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHERS = [
    *((magic.upper(), kind) for magic, kind in refusals._BY_BEGINNING.items()),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    (OLE + "WordDocument".encode("utf-16-le"), "tệp Word"),
    (b"\x89PNG\0", "không phải là"),
]


@pytest.mark.parametrize(("content", "wanted"), list(product(OTHERS, (WORKBOOK, PAPER))))
def test_files_of_another_kind_are_named(content: tuple[bytes, str], wanted: Wanted) -> None:
    with pytest.raises(ThiduaError) as caught:
        refusals.refuse_foreign(content[0], "tệp", wanted)
    assert content[1] in caught.value.message
    assert caught.value.hint


def test_old_workbooks_and_plain_texts_pass() -> None:
    refusals.refuse_foreign(OLE + b"\0" * 900, "cũ.xls", WORKBOOK)
    refusals.refuse_foreign("Kế hoạch".encode(), "cũ.txt", PAPER)


@pytest.mark.parametrize("wanted", KINDS, ids=lambda wanted: wanted.name)
def test_hints_speak_of_what_was_wanted(wanted: Wanted) -> None:
    made = [refusals.broken("x", wanted), refusals.no_such("x", wanted), refusals.foreign("x", "tệp RTF", wanted)]
    assert all(wanted.remedy in error.hint for error in made)
    assert refusals.too_large("x", wanted).message == f"tệp x lớn hơn {wanted.limit // 1_000_000} MB"
    assert refusals.unpacks_too_large("x", wanted).hint == wanted.smaller
    for kind, hint in wanted.instead.items():
        assert refusals.foreign("x", kind, wanted).hint == hint


NO_LISTS = [suffix for one in refusals._DATA["not_lists"] for suffix in one["suffixes"]]


def test_no_suffix_has_two_kinds_and_none_of_them_is_read() -> None:
    assert len(NO_LISTS) == len(set(NO_LISTS))
    assert set(NO_LISTS) & set(LISTS) == set(WORD_TABLES)  # Word tables are read as lists, not as units


@pytest.mark.parametrize("suffix", NO_LISTS)
def test_each_kind_of_file_that_is_no_list_is_named_with_its_own_remedy(suffix: str) -> None:
    kind, remedy = refusals.no_list(suffix) or ("", "")
    assert refusals.why_no_list(suffix, ".xlsx") == f"là {kind}; {remedy}"
    assert len({one["kind"] for one in refusals._DATA["not_lists"]}) == len(refusals._DATA["not_lists"])
    assert remedy[0].islower()


@pytest.mark.parametrize("suffix", ["", ".la", ".xlsx2"])
def test_of_another_file_the_suffix_is_told_and_what_can_be_read(suffix: str) -> None:
    assert refusals.no_list(suffix) is None
    told = refusals.why_no_list(suffix, ".xlsx, .csv")
    assert (suffix or "trống") in told
    assert ".xlsx, .csv" in told
