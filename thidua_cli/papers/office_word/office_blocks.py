"""The statements of a Word template: which may be used, whether each is closed where its beginning allows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError
from jinja2.environment import Environment

from thidua_cli.papers.office_word.office_faults import BLOCK, BROKEN, STANDS_FOR, Fault, at_tag
from thidua_cli.papers.office_word.office_passages import Part, Tag
from thidua_cli.papers.template_faults import syntax_words
from thidua_cli.reading.papers.word_package import W
from thidua_cli.vietnamese.text import listing, nearest

_CLOSES = {"for": "endfor", "if": "endif", "with": "endwith", "set": "endset"}
_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}
_KNOWN = [*_CLOSES, *_CLOSES.values(), *_BETWEEN]
_HEAD = {"tr": "{%tr … %} thay cho cả hàng", "tc": "{%tc … %} thay cho cả ô", "p": "{%p … %} thay cho cả đoạn"}


@dataclass(frozen=True, slots=True)
class Plain:
    """The tags of a part as a template without Word: a tag a line, so that a line is the number of a tag."""

    tags: Sequence[Tag]
    source: str


def block_faults(part: Part, environment: Environment) -> Iterator[Fault]:
    """Yield the faults of statements: not known, not read, not closed, closed elsewhere, not alone in their row."""
    opened: list[Tag] = []
    for tag in part.tags:
        yield from _alone(tag)
        yield from _read(tag, environment)
        if opens(tag):
            opened.append(tag)
        elif tag.keyword in _BETWEEN:
            yield from _between(tag, opened)
        elif tag.keyword in _CLOSES.values():
            yield from _closed(tag, opened)
    for tag in opened:
        hint = f"thêm {{% {_CLOSES[tag.keyword]} %}} ở chỗ kết thúc"
        yield at_tag(tag, BLOCK, f"chưa đóng khối “{tag.keyword}”", hint)


def opens(tag: Tag) -> bool:
    """Tell whether a statement opens a block; a name that is set in one line opens none."""
    return tag.keyword in _CLOSES and not (tag.keyword == "set" and "=" in tag.inside)


def plain(tags: Sequence[Tag], environment: Environment) -> Plain:
    """Return the template of the tags alone; statements that could not be read have their names taken out.

    Its blocks are whole, whatever the tags forget.
    """
    opened: list[str] = []
    lines = [_line(tag, opened, environment) for tag in tags]
    closing = "".join(f"{{% {_CLOSES[word]} %}}" for word in reversed(opened))
    return Plain(tags, "\n".join([*lines, closing]))


def _line(tag: Tag, opened: list[str], environment: Environment) -> str:
    """Return a tag as a line; keeps account of what is ``opened``."""
    word, bad = tag.keyword, bool(list(_read(tag, environment)))
    if opens(tag):
        opened.append(word)
        return _harmless(word) if bad else _written(tag)
    if word in _CLOSES.values():
        if not opened or _CLOSES[opened[-1]] != word:
            return ""
        opened.pop()
        return f"{{% {word} %}}"
    if word in _BETWEEN and (not opened or opened[-1] not in _BETWEEN[word]):
        return ""
    return "" if bad else _written(tag)


def _harmless(word: str) -> str:
    return {"for": "{% for _ in [] %}", "if": "{% if 0 %}", "with": "{% with %}", "set": "{% set _ %}"}[word]


def _written(tag: Tag) -> str:
    return f"{tag.text[:2]} {tag.inside} {tag.text[-2:]}"


def _read(tag: Tag, environment: Environment) -> Iterator[Fault]:
    """Yield the fault of a tag that cannot be read by itself."""
    word = tag.keyword
    if tag.text.startswith("{%") and word not in _KNOWN:
        near = nearest(word, _KNOWN)
        hint = f"có phải “{near}”?" if near else f"dùng được: {listing(_KNOWN, 'và')}"
        yield at_tag(tag, BLOCK, f"mẫu Word không dùng lệnh “{word}”", hint)
        return
    if tag.prefix and not tag.text.startswith("{{"):
        if tag.prefix == "r":
            yield at_tag(tag, BLOCK, "mẫu Word không dùng thẻ {%r … %}", "bỏ chữ r: {% … %}")
    elif tag.prefix:
        yield at_tag(tag, BLOCK, f"mẫu Word không dùng thẻ {{{{{tag.prefix} … }}}}", "bỏ chữ đó: {{ … }}")
    try:
        environment.parse(_by_itself(tag))
    except TemplateSyntaxError as error:
        what = "thẻ trống" if tag.text.startswith("{{") and not tag.inside else syntax_words(error.message or "")
        yield at_tag(tag, BROKEN, what, "xem cách viết thẻ ở chương “Mẫu Word của cơ quan”")


def _by_itself(tag: Tag) -> str:
    word = tag.keyword
    if opens(tag):
        return f"{_written(tag)}{{% {_CLOSES[word]} %}}"
    if word in _BETWEEN:
        return f"{{% if 0 %}}{_written(tag)}{{% endif %}}"
    if word in _CLOSES.values():
        opening = next(one for one, end in _CLOSES.items() if end == word)
        return f"{_harmless(opening)}{_written(tag)}"
    return _written(tag)


def _alone(tag: Tag) -> Iterator[Fault]:
    """Yield the fault of a tag that takes out a row, a cell or a paragraph in which other words stand."""
    passage = tag.passage
    home = {"tr": passage.row, "tc": passage.cell, "p": passage.element}.get(tag.prefix)
    if tag.prefix not in _HEAD:
        return
    if home is None:
        yield at_tag(tag, BLOCK, f"thẻ {tag.prefix} không đứng trong bảng", "dùng {%p … %} cho đoạn ngoài bảng")
        return
    text = "".join(one.text or "" for one in home.iter(f"{W}t"))
    if "".join(text.split()) != "".join(tag.text.split()):
        part = STANDS_FOR[tag.prefix]
        message = f"{_HEAD[tag.prefix]}, nhưng {part} này còn chữ khác sẽ mất"
        yield at_tag(tag, BLOCK, message, f"để thẻ một mình một {part}")


def _between(tag: Tag, opened: Sequence[Tag]) -> Iterator[Fault]:
    if not opened or opened[-1].keyword not in _BETWEEN[tag.keyword]:
        yield at_tag(tag, BLOCK, f"“{tag.keyword}” không nằm trong khối nào", "thêm {% if … %} ở phía trước")
    else:
        yield from _same_home(opened[-1], tag)


def _closed(tag: Tag, opened: list[Tag]) -> Iterator[Fault]:
    """Take the block that a tag closes from those ``opened``, or yield why it closes none."""
    wanted = next((one for one in reversed(opened) if _CLOSES[one.keyword] == tag.keyword), None)
    if wanted is None:
        yield at_tag(tag, BLOCK, f"“{tag.keyword}” không đóng khối nào", "bỏ thẻ này, hoặc thêm thẻ mở phía trước")
        return
    while opened[-1] is not wanted:
        left = opened.pop()
        hint = f"thêm {{% {_CLOSES[left.keyword]} %}} trước “{tag.text}”"
        yield at_tag(left, BLOCK, f"chưa đóng khối “{left.keyword}”", hint)
    yield from _same_home(opened.pop(), tag)


def _same_home(first: Tag, last: Tag) -> Iterator[Fault]:
    """Yield the fault of a block that begins in one part of the page and ends in another: Word could not open it."""
    if first.prefix != last.prefix:
        message = f"khối mở bằng {_braces(first)} mà “{last.keyword}” lại viết {_braces(last)}"
        yield at_tag(last, BLOCK, message, f"viết cùng một kiểu: {_braces(first)}")
    elif _home(first) is not _home(last):
        message = f"khối mở ở {first.passage.place} mà “{last.keyword}” ở nơi khác của trang"
        hint = "đặt hai thẻ trong cùng ô, hoặc dùng {%tr … %} cho hàng của cùng một bảng"
        yield at_tag(last, BLOCK, message, hint)


def _braces(tag: Tag) -> str:
    return f"{{%{tag.prefix} … %}}"


def _home(tag: Tag) -> object:
    """Return what the two ends of a block must have in common."""
    passage = tag.passage
    if tag.prefix == "tr":
        return None if passage.row is None else passage.row.getparent()
    if tag.prefix == "tc":
        return passage.row
    return passage.element.getparent()
