"""Archives of our own: any reader finds in them what was put in, and the same content gives the same bytes."""

import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from tests.exploring import examples
from thidua_cli.page.archive import CORE, archived, packed
from thidua_cli.page.fingerprint import archive_untouched

_LETTERS = st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="/\\:")
_NAMES = st.text(_LETTERS, min_size=1, max_size=9)
_FILES = st.dictionaries(st.tuples(_NAMES, st.sampled_from([".xml", ".png", ""])).map("".join), st.binary(max_size=400))


@given(_FILES, st.none() | st.just(b"<a></a>"))
@examples(60)
def test_what_is_put_in_is_found(files: dict[str, bytes], core: bytes | None) -> None:
    content = archived([packed(name, one) for name, one in files.items()], core)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {name: archive.read(name) for name in names if name != CORE} == files
        assert names == [*files, *([CORE] if core else [])]
        assert {(entry.date_time, entry.create_system) for entry in archive.infolist()} <= {((1980, 1, 1, 0, 0, 0), 0)}
    assert content == archived([packed(name, one) for name, one in files.items()], core)
    assert archive_untouched(content) is (core is not None)


def test_who_adds_a_file_breaks_the_mark() -> None:
    stream = BytesIO(archived([packed("word/document.xml", b"a" * 99)], b"<a></a>"))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("more.xml", b"b")
    assert not archive_untouched(stream.getvalue())
