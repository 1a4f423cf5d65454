"""What the YAML parser says, as what a clerk can do about it."""

import re
from dataclasses import dataclass

import yaml

from thidua_cli.findings import Diagnostic
from thidua_cli.reading.document import Document, Place
from thidua_cli.vietnamese.text import control_character

TOO_DEEP = ("nội dung lồng nhau quá sâu", "bớt cấp, viết nội dung thẳng ra")
"""Message and hint; libyaml refuses deep nesting itself since 0.2.6, at a depth of its own."""
_QUOTE_IT = "đặt cả giá trị trong dấu nháy kép"


@dataclass(frozen=True, slots=True)
class _Problem:
    """One kind of mistake, known by what the parser said and by the line up to where it stopped.

    ``at_opening`` is for mistakes that stand where a construct begins, not where the parser noticed. ``{line}`` in
    the message is the line of that beginning.
    """

    said: str
    message: str
    hint: str
    before: str = ""
    at_opening: bool = False


_PROBLEMS = (
    _Problem("maximum nesting depth", *TOO_DEEP),
    _Problem(
        "tab character|cannot start any token",
        "có ký tự Tab ở chỗ phải là dấu cách",
        "thay Tab bằng dấu cách: mỗi cấp thụt vào hai dấu cách",
        before="\t$",
    ),
    _Problem(
        "mapping values are not allowed",
        "có dấu hai chấm thừa trong giá trị",
        "nếu dấu “: ” là một phần của nội dung thì đặt cả nội dung trong dấu nháy kép",
        before=r":\s.*:$",
    ),
    _Problem(
        "mapping values are not allowed",
        "dòng này thụt lề sai, hoặc dòng trên thiếu dấu hai chấm sau tên khóa",
        "các khóa cùng cấp bắt đầu ở cùng một cột; viết theo mẫu “khóa: giá trị”",
    ),
    _Problem(
        "could not find expected ':'",
        "thiếu dấu hai chấm sau tên khóa, hoặc thiếu dấu cách sau dấu hai chấm",
        "viết “khóa: giá trị”; nếu dòng này nối tiếp đoạn văn ở trên thì thụt vào như đoạn đó",
        at_opening=True,
    ),
    _Problem(
        "sequence entries are not allowed",
        "dấu gạch đầu dòng “- ” đứng ngay sau dấu hai chấm",
        "xuống dòng rồi mới viết “- ”",
    ),
    _Problem(
        "expected key|expected '-'|block end",
        "có chữ thừa sau dấu nháy đóng hoặc dấu ngoặc đóng",
        "nếu dấu nháy là một phần của nội dung thì dùng “ ”, hoặc " + _QUOTE_IT,
        before=r"['\"\]}] *\S+$",
    ),
    _Problem(
        "expected key|expected '-'|block end|document start",
        "thụt lề không khớp với các dòng trên",
        "các khóa cùng cấp phải bắt đầu ở cùng một cột; kiểm tra dòng này và dòng liền trước",
    ),
    _Problem("escape|hex", "dấu \\ trong dấu nháy kép có nghĩa đặc biệt", "dùng dấu nháy đơn, hoặc viết \\\\"),
    _Problem(
        "quoted scalar",
        "dấu nháy mở ở đây không có dấu nháy đóng",
        "thêm dấu nháy đóng, hoặc bỏ dấu nháy mở",
        at_opening=True,
    ),
    _Problem(
        "',' or",
        "dấu ngoặc [ hoặc { mở ở dòng {line} chưa đóng, hoặc thiếu dấu phẩy trước chỗ này",
        "đóng ngoặc và ngăn các mục bằng dấu phẩy; mục có dấu nháy bên trong thì " + _QUOTE_IT,
    ),
    _Problem(
        "block scalar",
        "dấu | hoặc > ở đầu giá trị có nghĩa đặc biệt (đoạn văn nhiều dòng)",
        _QUOTE_IT + ', ví dụ ">= 50"; hoặc xuống dòng ngay sau dấu đó',
        at_opening=True,
    ),
    _Problem("anchor|alias", "dấu & hoặc * ở đầu giá trị có nghĩa đặc biệt", _QUOTE_IT, at_opening=True),
    _Problem(
        "directive|YAML document",
        "dòng không được bắt đầu bằng dấu %",
        "nếu là nội dung thì đặt trong dấu nháy kép",
        at_opening=True,
    ),
    _Problem("tag", "dấu ! ở đầu giá trị có nghĩa đặc biệt", _QUOTE_IT, at_opening=True),
    _Problem(
        "cannot start any token|node",
        "ký tự này không dùng được ở đầu giá trị",
        _QUOTE_IT,
    ),
)
_UNKNOWN = _Problem("", "sai cú pháp YAML", "xem lại dấu hai chấm, dấu nháy và thụt lề ở dòng này")


def syntax_fault(document: Document, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Return the finding for an error of the parser."""
    noticed = _place(error.problem_mark) or _place(error.context_mark) or Place(1, 1)
    opening = _place(error.context_mark) or noticed
    said = f"{error.context or ''} {error.problem or ''}"
    before = "".join(document.lines[noticed.line - 1 : noticed.line])[: noticed.column]
    problem = next(
        (one for one in _PROBLEMS if re.search(one.said, said) and re.search(one.before, before)),
        _UNKNOWN,
    )
    place = opening if problem.at_opening else noticed
    message = problem.message.replace("{line}", str(opening.line))
    return document.diagnostic("yaml-syntax", "", message, problem.hint, at=_within(document, place))


def character_fault(document: Document, text: str) -> Diagnostic:
    """Return the finding for a character that YAML does not allow in ``text``."""
    found = control_character(text) or 0
    place = Place(text.count("\n", 0, found) + 1, found - text.rfind("\n", 0, found))
    return document.diagnostic("yaml-syntax", "", *control_words(text[found]), at=place)


def control_words(character: str) -> tuple[str, str]:
    """Return message and hint for a control character."""
    return f"có ký tự điều khiển (mã {ord(character):#04x}) lẫn trong chữ", "xóa ký tự đó rồi gõ lại"


def _place(mark: yaml.Mark | None) -> Place | None:
    return Place(mark.line + 1, mark.column + 1) if mark else None


def _within(document: Document, place: Place) -> Place:
    """Return ``place``, or the end of the last written line when the parser stopped behind it."""
    if place.line <= len(document.lines) and document.lines[place.line - 1].strip():
        return place
    rows = [row for row, line in enumerate(document.lines[: place.line]) if line.strip()]
    return Place(rows[-1] + 1, len(document.lines[rows[-1]]) + 1) if rows else place
