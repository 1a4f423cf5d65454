"""Tags that are no tags any more: what typing, Word's corrections and changes made of them."""

import re
from collections.abc import Iterator

from lxml import etree

from thidua_cli.papers.office_word.office_faults import BROKEN, Fault, at_tag
from thidua_cli.papers.office_word.office_passages import FILLED, STROKES, TAG, Part, Passage, Tag

_FULL_WIDTH = re.compile("[｛｝]|\\{％|％\\}")
_APART = re.compile(r"\{[^\S\n]+[{%]|[}%][^\S\n]+\}")
_OPEN, _CLOSE = re.compile(r"\{[{%#]"), re.compile(r"[}%#]\}")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SINGLE = re.compile(r"\{\s*[a-z_]+(?:\.[a-z_]+)*\s*\}")
_MERGE_FIELD = re.compile(r"\bMERGEFIELD\b", re.IGNORECASE)
_ONCE_MORE = "xóa cả thẻ rồi gõ lại một mạch trong một đoạn"
_ATTRIBUTE = re.compile(r"\{[{%#]")


def tag_faults(part: Part) -> Iterator[Fault]:
    """Yield the faults of a part that its letters alone tell: half tags, cut tags, tags where none is filled in."""
    for passage in part.passages:
        yield from _left_over(passage)
        yield from _hidden(passage)
        for tag in passage.tags:
            if part.kind not in FILLED:
                yield at_tag(tag, BROKEN, "thẻ ở phần này không được điền", "chuyển thẻ vào thân văn bản, đầu trang")
            else:
                yield from _of_tag(tag)
        if passage.changed and (passage.tags or _OPEN.search(passage.hidden)):
            text = passage.around(0, 0) or passage.hidden.strip()[:60]
            message = f"đoạn có thẻ còn vết sửa (Track Changes), ở “{text}”"
            hint = "vào Review (Xem lại), chấp nhận hết các thay đổi rồi lưu lại"
            yield Fault(passage, 0, BROKEN, message, hint)
    yield from _in_attributes(part)


def _of_tag(tag: Tag) -> Iterator[Fault]:
    if tag.cut and not tag.passage.changed:
        yield at_tag(tag, BROKEN, f"thẻ bị cắt đôi bởi {tag.cut}", _ONCE_MORE)
    inside = tag.text[2:-2]
    if unseen := _UNSEEN.search(inside):
        yield at_tag(tag, BROKEN, f"trong thẻ có dấu không nhìn thấy được (U+{ord(unseen[0]):04X})", _ONCE_MORE)
    elif "\u2011" in inside:
        yield at_tag(tag, BROKEN, "trong thẻ có dấu nối không ngắt “\u2011”", "tên dùng dấu gạch dưới: place_date")
    if _OPEN.search(inside):
        yield at_tag(tag, BROKEN, "trong thẻ lại mở một thẻ khác", "đóng thẻ trước rồi mới mở thẻ sau")
    elif stroke := STROKES.search(inside):
        yield at_tag(tag, BROKEN, f"thẻ có dấu “{stroke[0]}” sát ngoặc", "bỏ dấu đó: trong mẫu Word không dùng")
    elif tag.prefix and tag.text[2 + len(tag.prefix)] != " ":
        hint = f"gõ một dấu cách thường sau “{tag.prefix}”"
        yield at_tag(tag, BROKEN, f"sau “{tag.prefix}” không phải dấu cách thường", hint)
    elif tag.prefix and re.search(r"[}%]", inside):
        hint = "tách phép tính ra một thẻ {% set … %} đứng trước"
        yield at_tag(tag, BROKEN, f"thẻ “{tag.prefix}” không được chứa dấu “%” hoặc “}}”", hint)


def _left_over(passage: Passage) -> Iterator[Fault]:
    """Yield what looks like a part of a tag outside of all tags."""
    rest = TAG.sub(lambda tag: " " * len(tag[0]), passage.text)
    kinds = (
        (_FULL_WIDTH, "dấu ngoặc kiểu chữ rộng", "gõ lại bằng dấu { } của bàn phím tiếng Anh"),
        (_APART, "có dấu cách giữa hai dấu của ngoặc", "viết liền: {{ … }} hoặc {% … %}"),
        (_OPEN, "thẻ mở mà không đóng trong cùng đoạn, cùng ô", _ONCE_MORE),
        (_CLOSE, "ngoặc đóng mà không có ngoặc mở trong cùng đoạn, cùng ô", _ONCE_MORE),
        (_SINGLE, "chỉ có một dấu ngoặc nhọn", "thẻ viết hai dấu ngoặc: {{ … }}"),
    )
    for pattern, message, hint in kinds:
        found = list(pattern.finditer(rest))
        for one in found:
            text = passage.around(one.start(), one.end())
            yield Fault(passage, one.start(), BROKEN, f"{message}, ở “{text}”", hint)
        rest = pattern.sub(lambda one: " " * len(one[0]), rest)


def _hidden(passage: Passage) -> Iterator[Fault]:
    """Yield the fault of a tag, or a field of a letter to many, within the codes of fields."""
    if not passage.changed and _OPEN.search(passage.hidden):
        message = f"thẻ nằm trong mã trường của Word, ở “{passage.hidden.strip()[:60]}”"
        yield Fault(passage, 0, BROKEN, message, "bấm Ctrl+Shift+F9 để bỏ trường, rồi gõ thẻ thành chữ thường")
    elif _MERGE_FIELD.search(passage.hidden):
        message = f"trường trộn thư (MERGEFIELD) không được điền, ở “{passage.hidden.strip()[:60]}”"
        yield Fault(passage, 0, BROKEN, message, "xóa trường đó, gõ thẻ {{ … }} thay vào")


def _in_attributes(part: Part) -> Iterator[Fault]:
    """Yield a fault for each tag in what is no text: the description of a picture, a property."""
    by_element = {passage.element: passage for passage in part.passages}
    for element in part.root.iter(etree.Element):
        for value in element.attrib.values():
            if _ATTRIBUTE.search(str(value)):
                homes = [by_element[one] for one in (element, *element.iterancestors()) if one in by_element]
                message = f"thẻ nằm trong thuộc tính (mô tả ảnh, siêu liên kết), ở “{str(value)[:60]}”"
                yield Fault(next(iter(homes), None), 0, BROKEN, message, "bỏ thẻ ở đó: chỉ chữ của văn bản được điền")
