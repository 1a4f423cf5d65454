"""Word files made to break, exhaust or mislead the reader end soon: in a paper or in an error with advice."""

import random
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import PLANS
from tests.exploring import examples
from tests.reading_papers.example_papers import docx, is_sound, read_or_refused
from tests.reading_papers.word_files import NAMESPACES, item, level, lists, p, r, table, word, zipped
from thidua_cli.errors import ThiduaError


def _document(text: str) -> bytes:
    return zipped({"word/document.xml": text.encode()})


_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
_START = f"<w:document {NAMESPACES}><w:body>"
_END = "</w:body></w:document>"
_OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
BOMBS = {
    "zip bomb": _document(_START + " " * 300_000_000 + _END),
    "many paragraphs": _document(_START + "<w:p/>" * 2_000_000 + _END),
    "laughs": _document(
        f'<!DOCTYPE a [<!ENTITY a0 "x">{_LAUGHS}]>{_START}<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>{_END}'
    ),
    "file": _document(f"{_OUTSIDE}{_START}<w:p><w:r><w:t>&x;</w:t></w:r></w:p>{_END}"),
    "deep tables": _document(_START + "<w:tbl><w:tr><w:tc>" * 5000 + _END),
    "cut": docx(PLANS[0])[:3000],
    "no zip": b"PK\x03\x04" + b"x" * 1000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_an_error(name: str) -> None:
    result = read_or_refused(BOMBS[name])
    assert isinstance(result, ThiduaError)
    assert result.hint


def test_a_bomb_beside_the_text_does_not_matter() -> None:
    is_sound(read_or_refused(word(p("a"), more={"word/media/image1.png": b"\0" * 50_000_000})))


def test_a_zip_bomb_takes_little_memory() -> None:
    tracemalloc.start()
    read_or_refused(BOMBS["zip bomb"])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


def _deep(inner: str, around: str, depth: int) -> str:
    return f"<w:{around}>" * depth + inner + f"</w:{around}>" * depth


_LOOP = "".join(
    f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
    for a, b in (("x", "y"), ("y", "x"))
)
_CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_PAGE = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
_LEVELS = lists(level(0, "decimal", "%1"))
ODD = {
    "styles based on each other": word(p("a", properties='<w:pStyle w:val="x"/>'), styles=_LOOP),
    "list of nothing": word(item("a", 99) + item("b", 1, 77)),
    "huge numbers": word(item("a", 1), numbering=lists(level(0, "lowerLetter", "%1", start=999_999))),
    "negative start": word(item("a", 1), numbering=lists(level(0, "upperRoman", "%1.%9", start=-5))),
    "long bullet": word(item("a", 1), numbering=lists(level(0, "decimal", "%1" * 5000))),
    "wide cell": word(table(["<w:tcPr><w:gridSpan w:val='99999999999'/></w:tcPr>" + p("a")])),
    "nested tables": word("<w:tbl><w:tr><w:tc>" * 60 + p("a") + "</w:tc></w:tr></w:tbl>" * 60),
    "nested controls": word("<w:sdt><w:sdtContent>" * 100 + p("a") + "</w:sdtContent></w:sdt>" * 100),
    "nested changes": word(f"<w:p>{_deep(r('a'), 'ins', 200)}</w:p>"),
    "field without end": word(p(_CHAR.format("begin"), _PAGE, _CHAR.format("separate"), "a") + p("b")),
    "symbols": word(p("<w:r><w:sym w:char='ZZZZ'/><w:sym/><w:t/></w:r>", "a")),
    "empty choice": word(p("<mc:AlternateContent/>", "a") + "<mc:AlternateContent/>"),
    "many breaks": word(f"<w:p>{'<w:r><w:t>a</w:t><w:br/></w:r>' * 20_000}</w:p>"),
    "many runs": word(f"<w:p>{(r('a ') + r('b', '<w:b/>')) * 40_000}</w:p>"),
    "many items": word("".join(item("của", 1, n % 9) for n in range(30_000)), numbering=_LEVELS),
    "deleted ends": word(p("của ", properties="<w:rPr><w:del/></w:rPr>") * 40_000 + p("a")),
    "comments": word("<!-- a --><?b c?>" + p("a", "<!-- b -->")),
}  # fmt: skip


_SLOW = ("many breaks", "many runs", "many items", "deleted ends")


@pytest.mark.parametrize("name", [pytest.param(name, marks=[pytest.mark.slow] * (name in _SLOW)) for name in ODD])
def test_an_odd_file_is_read_or_refused(name: str) -> None:
    is_sound(read_or_refused(ODD[name]))


def test_a_page_field_without_end_hides_one_paragraph_only() -> None:
    result = read_or_refused(ODD["field without end"])
    assert not isinstance(result, ThiduaError)
    assert [line.text for line in result.lines] == ["b"]


@examples(150)
@given(st.randoms(use_true_random=False), st.integers(1, 20))
def test_flipped_bytes_of_a_file(chance: random.Random, flips: int) -> None:
    content = bytearray(docx(PLANS[0]))
    for _ in range(flips):
        content[chance.randrange(len(content))] = chance.randrange(256)
    is_sound(read_or_refused(bytes(content)))


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@examples(150)
@given(st.randoms(use_true_random=False), st.integers(1, 8))
def test_flipped_bytes_of_a_part(chance: random.Random, flips: int) -> None:
    parts = _parts(docx(PLANS[0]))
    name = chance.choice([name for name in parts if name.startswith(("word/", "_rels", "["))])
    content = bytearray(parts[name])
    for _ in range(flips):
        at = chance.randrange(len(content))
        size = chance.choice((0, 1, 1, 30))
        content[at : at + size] = chance.choice((b"<", b">", b"/", b"w:", b"0", b"-1", b"&#0;", b"<w:p>", b"\xff", b""))
    is_sound(read_or_refused(zipped({**parts, name: bytes(content)})))


_LEAVES = [r("thi đua "), r("Đại hội", "<w:b/>"), "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", "<w:p/>", "<w:r/>"]
_NAMES = "p r tbl tr tc sdt sdtContent ins del pPr rPr numPr txbxContent drawing body t"
_ELEMENTS = st.recursive(
    st.sampled_from(_LEAVES),
    lambda inner: st.builds(
        lambda name, content: f"<w:{name}>{content}</w:{name}>",
        st.sampled_from(_NAMES.split()),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=25,
)


@examples(300)
@given(_ELEMENTS, _ELEMENTS)
def test_elements_in_any_order(body: str, more: str) -> None:
    is_sound(read_or_refused(word(body + more, styles=more, numbering=body)))
