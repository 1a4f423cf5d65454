"""The paragraphs of an office's Word template, each with its place as people find it, and the tags in it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from thidua_cli.reading.papers.word_package import W

STROKES = re.compile("^[-+–—−]|[-+–—−]$")
"""Signs beside the braces of a tag: in Word they take out whatever stands around."""

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PARTS = {
    "document": "",
    "hdr": "đầu trang",
    "ftr": "chân trang",
    "footnotes": "chú thích chân trang",
    "endnotes": "chú thích cuối văn bản",
    "comments": "nhận xét",
}
FILLED = ("document", "hdr", "ftr", "footnotes")
"""The kinds of parts in which tags are filled in."""

_TEXT, _DELETED, _FIELD = f"{W}t", f"{W}delText", f"{W}instrText"
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}
# What may stand within a tag and is gone with no harm.
_HARMLESS = {
    f"{W}{name}"
    for name in ("r", "rPr", "t", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "noProof")
}
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
# The quotation marks that Word sets in place of straight ones; the library sets them straight again.
_QUOTES = str.maketrans("“”‘’\n\t", "\"\"''  ")
_PREFIX = re.compile(r"(tr|tc|p|r)(?=\s)")
_AROUND = 30


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its text as typed, and what surrounds it; ``prefix`` is tr, tc, p or r, which take a whole part out."""

    passage: "Passage"
    start: int
    text: str
    cut: str = ""

    @property
    def prefix(self) -> str:
        """The letters behind the opening braces that name what the tag stands for, or none."""
        found = _PREFIX.match(self.text[2:])
        return found[1] if found else ""

    @property
    def inside(self) -> str:
        """What stands within the braces, as the library of templates reads it."""
        return STROKES.sub("", self.text[2 + len(self.prefix) : -2]).translate(_QUOTES).strip()

    @property
    def keyword(self) -> str:
        """The word that a statement begins with; empty of an expression and of a remark."""
        return (self.inside.split() or [""])[0] if self.text.startswith("{%") else ""

    @property
    def around(self) -> str:
        """The tag between some of the words around it."""
        return self.passage.around(self.start, self.start + len(self.text))


@dataclass(eq=False, slots=True)
class Passage:
    """A paragraph: place, text as shown, tags; ``element`` is the paragraph, ``row`` and ``cell`` where it stands."""

    place: str
    element: etree._Element
    row: etree._Element | None
    cell: etree._Element | None
    text: str = ""
    hidden: str = ""
    changed: bool = False
    tags: list[Tag] = field(default_factory=list)

    def around(self, start: int, end: int) -> str:
        """Return a stretch of the text between some of the words around it, on one line."""
        before = "…" if start > _AROUND else ""
        after = "…" if len(self.text) > end + _AROUND else ""
        return " ".join(f"{before}{self.text[max(0, start - _AROUND) : end + _AROUND]}{after}".split())


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file: its kind, its paragraphs, and all its tags in the order in which they are filled in."""

    name: str
    kind: str
    root: etree._Element
    passages: Sequence[Passage]
    tags: Sequence[Tag]


def parts_of(trees: Mapping[str, etree._Element]) -> list[Part]:
    """Return the parts of a template in which text may stand; several of one kind are numbered."""
    kinds = {name: etree.QName(tree).localname for name, tree in trees.items()}
    many = Counter(kinds.values())
    seen: Counter[str] = Counter()
    found = []
    for name, kind in kinds.items():
        if kind not in _PARTS:
            continue
        seen[kind] += 1
        told = f"{_PARTS[kind]} {seen[kind]}" if many[kind] > 1 else _PARTS[kind]
        passages = list(_passages(trees[name], told))
        found.append(Part(name, kind, trees[name], passages, _in_order(trees[name], passages)))
    return found


def _in_order(root: etree._Element, passages: Sequence[Passage]) -> list[Tag]:
    """Return all tags by the place of their first letter: a text box hangs in the midst of its paragraph."""
    order = {element: number for number, element in enumerate(root.iter(_TEXT))}
    placed = []
    for passage in passages:
        pieces = _pieces(passage)
        for tag in passage.tags:
            text = next(piece for piece in pieces if piece.start <= tag.start < piece.end)
            placed.append((order.get(text.element, 0), tag.start, tag))
    return [tag for *_, tag in sorted(placed, key=lambda one: one[:2])]


# From the tree to paragraphs


def _passages(root: etree._Element, where: str) -> Iterator[Passage]:
    counts: Counter[str] = Counter()
    yield from _within(root, where, counts, None, None)


def _within(
    parent: etree._Element, where: str, counts: Counter[str], row: etree._Element | None, cell: etree._Element | None
) -> Iterator[Passage]:
    """Yield the paragraphs of a container; paragraphs and tables are counted from its beginning."""
    for child in parent:
        if child.tag == f"{W}p":
            counts["p"] += 1
            place = where if cell is not None else _joined(where, f"đoạn {counts['p']}")
            yield _passage(child, place, row, cell)
            yield from _boxes(child, where, counts)
        elif child.tag == f"{W}tbl":
            counts["tbl"] += 1
            yield from _table(child, _joined(where, f"bảng {counts['tbl']}"))
        else:
            yield from _within(child, where, counts, row, cell)


def _boxes(paragraph: etree._Element, where: str, counts: Counter[str]) -> Iterator[Passage]:
    """Yield the paragraphs of text boxes; a box is told twice, for new and for old programs, and counted once."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if next(box.iterancestors(f"{W}p")) is not paragraph:
            continue
        old = any(etree.QName(one).localname == "Fallback" for one in box.iterancestors())
        if not old:
            counts["box"] += 1
        yield from _within(box, _joined(where, f"khung chữ {counts['box']}"), Counter(), None, None)


def _table(table: etree._Element, where: str) -> Iterator[Passage]:
    rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
    for number, row in enumerate(rows, start=1):
        cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
        for column, cell in enumerate(cells, start=1):
            yield from _within(cell, f"{where}, hàng {number}, ô {column}", Counter(), row, cell)


def _joined(where: str, place: str) -> str:
    return f"{where}, {place}" if where else place


# From a paragraph to its tags


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some letters of a paragraph, and the element that holds them."""

    element: etree._Element
    start: int
    end: int


def _passage(paragraph: etree._Element, place: str, row: etree._Element | None, cell: etree._Element | None) -> Passage:
    passage = Passage(place, paragraph, row, cell)
    passage.text = "".join(_letters(one) for one in _own(paragraph))
    passage.hidden = "".join(one.text or "" for one in _own(paragraph) if one.tag in (_DELETED, _FIELD))
    passage.changed = any(one.tag in _CHANGES for one in _own(paragraph))
    pieces = _pieces(passage)
    for found in TAG.finditer(passage.text):
        passage.tags.append(Tag(passage, found.start(), found[0], _cut(found.span(), pieces)))
    return passage


def _own(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in a paragraph, without the paragraphs of text boxes that hang on it."""
    for child in paragraph:
        if child.tag not in (f"{W}p", f"{W}pPr"):
            yield child
            yield from _own(child)


def _letters(element: etree._Element) -> str:
    return (element.text or "") if element.tag == _TEXT else _SIGNS.get(str(element.tag), "")


def _pieces(passage: Passage) -> list[_Piece]:
    pieces, at = [], 0
    for element in _own(passage.element):
        if letters := _letters(element):
            pieces.append(_Piece(element, at, at + len(letters)))
            at += len(letters)
    return pieces


def _cut(span: tuple[int, int], pieces: Sequence[_Piece]) -> str:
    """Return what cuts a tag in two so that it cannot be put together again; empty where nothing does."""
    parts = [one.element for one in pieces if one.start < span[1] and one.end > span[0]]
    if any(part.tag != _TEXT for part in parts):
        return "dấu ngắt dòng hoặc dấu Tab"
    first, last = (next(part.iterancestors(f"{W}r")) for part in (parts[0], parts[-1]))
    between = [first]
    while between[-1] is not last:
        following = between[-1].getnext()
        if following is None:
            return "một liên kết, trường hoặc vết sửa"
        between.append(following)
    inside = [inner for one in between for inner in one.iter() if not _is_property(inner)]
    if len(parts) > 1 and any(one.tag not in _HARMLESS for one in inside):
        return "ảnh, trường, chú thích hoặc nhận xét"
    return ""


def _is_property(element: etree._Element) -> bool:
    return any(one.tag == f"{W}rPr" for one in element.iterancestors())
