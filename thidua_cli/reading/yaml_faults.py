"""What the YAML parser says, as what a clerk can do about it."""

import re
from pathlib import Path

import yaml

from thidua_cli.files import read_data
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.reading.document import Document, Place
from thidua_cli.vietnamese.text import INVISIBLE, clean, control_character

_MISTAKES: list[dict[str, str]] = read_data(Path(__file__).with_name("data") / "yaml_faults.yaml")
TOO_DEEP = (_MISTAKES[0]["message"], _MISTAKES[0]["hint"])
"""Message and hint; libyaml refuses deep nesting itself since 0.2.6, at a depth of its own."""


# What is drawn as a space, or not at all, and is no space to YAML.
_ODD = rf"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000{INVISIBLE}"
# Where YAML needs a space: before a line, behind a dash, behind a key.
_ODD_PLACE = re.compile(rf"(?: *| *-|[ -]*[A-Za-z_][A-Za-z_-]*:)([{_ODD}])")
_ODD_KEY = re.compile(
    rf"[{_ODD}]*[A-Za-z_][A-Za-z_-]*:([{_ODD}])|([{_ODD}])[{_ODD} ]*[^\s{_ODD}]|([^{INVISIBLE}]+)([{INVISIBLE}])"
)
# What looks like a sign of YAML and is none, by the sign: where it stands, what it is, what it should be.
_ALIKE = {
    "-": (re.compile(r"^ *([\u2010-\u2015\u2212•]) *(?:[{\[]|[A-Za-z_]+ *:)"), "dấu đầu dòng của Word", "dấu gạch"),
    ":": (re.compile(r"(?:^|[{,]) *(?:- *)*[A-Za-z_]+ *([\uff1a\ufe55\ua789\u2236])"), "dấu lạ", "dấu hai chấm"),
}
_OPENED = {sign: re.compile(rf"(?::|-) +({sign})[^{sign}]*$") for sign in ('"', "'")}
_KEY_LINE = re.compile(r" *(?:- +)*[A-Za-z_]+:(?: |$)")
# A number with commas between its digits, and what may stand behind it where braces hold it.
_WITH_COMMAS = re.compile(r"[0-9.]+(?:,[0-9.]+)+(?: *(?:%|(?:(?:nghìn|triệu|tỷ) *)?(?:đồng)?))(?= *(?:[,}#]|$))")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_ABOVE = 2  # lines with content: what stands further above was read without complaint
_SHOWN = 40
_ALL = "có nhiều dòng thì tìm và thay tất cả trong VS Code, Notepad"


def retype(text: str) -> str:
    """Return the remedy for what stands unseen in a text: a space of another kind is typed anew, what is none deleted.

    Behind a colon, or the dash of a list, a space has to stand.
    """
    odd = re.search(f"[{_ODD}]", text)
    if odd is None or odd[0].isspace():
        return f"xóa chỗ đó rồi gõ lại bằng phím cách; {_ALL}"
    return f"xóa ký tự đó (sau dấu hai chấm, dấu gạch thì còn một dấu cách); {_ALL}"


def odd_in(text: str) -> str:
    """Return what stands unseen in a key, or in a word that should be one, and where; empty when nothing does."""
    found = None if text.isascii() else _ODD_KEY.match(text)
    if found is None:
        return ""
    behind_colon, before, word, behind = found.groups()
    if behind:
        return f"{_odd_name(behind)} đứng sau “{clean(word)[-_SHOWN:]}”"
    word = clean(text).partition(":")[0][:_SHOWN]
    return f"{_odd_name(behind_colon or before)} đứng {'sau dấu hai chấm của' if behind_colon else 'trước'} “{word}”"


def _odd_name(character: str) -> str:
    if character == "\u00a0":
        return "dấu cách không ngắt (chép từ Word, Zalo)"
    kind = "dấu cách lạ" if character.isspace() else "ký tự ẩn, không nhìn thấy"
    return f"{kind} (mã U+{ord(character):04X}, chép từ Word, Zalo hoặc trang web)"


def _odd_space(document: Document, row: int) -> Diagnostic | None:
    """Return the finding for a line (from 0) in which something else stands where YAML needs a space."""
    found = _ODD_PLACE.match(document.lines[row])
    if found is None:
        return None
    others = sum(_ODD_PLACE.match(line) is not None for line in document.lines) - 1
    lines = f"dòng này và {others} dòng khác có" if others else "dòng này có"
    message = f"{lines} {_odd_name(found[1])} ở chỗ phải là dấu cách thường"
    return document.diagnostic("yaml-syntax", "", message, retype(found[1]), at=Place(row + 1, found.start(1) + 1))


def _looks_alike(document: Document, place: Place) -> Diagnostic | None:
    """Return the finding for a sign of Word in place of one of YAML: at the line of ``place``, or just above it."""
    rows = [row for row, line in enumerate(document.lines[: place.line]) if line.strip()]
    for row in reversed(rows[-1 - _ABOVE :]):
        for sign, (pattern, name, usual) in _ALIKE.items():
            if found := pattern.search(document.lines[row]):
                message = f"dòng này có {name} “{found[1]}” ở chỗ phải là {usual} “{sign}”"
                hint = f"xóa “{found[1]}” rồi gõ lại “{sign}” và một dấu cách; nhiều chỗ thì tìm và thay tất cả"
                at = Place(row + 1, found.start(1) + 1)
                return document.diagnostic("yaml-syntax", "", message, hint, at=at)
    return None


def _never_closed(document: Document, place: Place) -> Diagnostic | None:
    """Return the finding for a quotation mark that only the one at ``place`` closes, with lines of keys between."""
    for sign, opening in _OPENED.items():
        last = document.lines[place.line - 1 : place.line]
        rows = [row for row, line in enumerate(document.lines[: place.line - 1]) if sign in line]
        if not rows or not last or sign not in last[0]:
            continue
        found = opening.search(document.lines[rows[-1]])
        if found and any(map(_KEY_LINE.match, document.lines[rows[-1] + 1 : place.line])):
            message = f"dấu nháy mở ở dòng này không được đóng: đến dòng {place.line} mới gặp dấu nháy tiếp theo"
            hint = "thêm dấu nháy đóng ở cuối giá trị; nếu dấu nháy là một phần của nội dung thì dùng “ ”"
            at = Place(rows[-1] + 1, found.start(1) + 1)
            return document.diagnostic("yaml-syntax", "", message, hint, at=at)
    return None


def _odd_near(document: Document, place: Place) -> Diagnostic | None:
    """Return the finding for an odd space in the line at ``place``, or in one of those just above it."""
    rows = [row for row, line in enumerate(document.lines[: place.line]) if line.strip()]
    row = next((row for row in reversed(rows[-1 - _ABOVE :]) if _ODD_PLACE.match(document.lines[row])), None)
    if row is None:
        return None
    while row and _ODD_PLACE.match(document.lines[row - 1]):
        row -= 1
    return _odd_space(document, row)


def syntax_fault(document: Document, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Return the finding for an error of the parser."""
    noticed = _place(error.problem_mark) or _place(error.context_mark) or Place(1, 1)
    opening = _place(error.context_mark) or noticed
    for find in (_odd_near, _looks_alike, _never_closed):
        if found := find(document, noticed):
            return found
    said = f"{error.context or ''} {error.problem or ''}"
    before = "".join(document.lines[noticed.line - 1 : noticed.line])[: noticed.column]
    mistake = next(
        one for one in _MISTAKES if re.search(one["said"], said) and re.search(one.get("before", ""), before)
    )
    place = opening if "stands" in mistake else noticed
    message = mistake["message"].replace("{line}", str(opening.line))
    return document.diagnostic("yaml-syntax", "", message, mistake["hint"], at=_within(document, place))


def character_fault(document: Document, text: str) -> Diagnostic:
    """Return the finding for a character that YAML does not allow in ``text``."""
    found = control_character(text) or 0
    place = Place(text.count("\n", 0, found) + 1, found - text.rfind("\n", 0, found))
    return document.diagnostic("yaml-syntax", "", *control_words(text[found]), at=place)


def control_words(character: str) -> tuple[str, str]:
    """Return message and hint for a control character."""
    return f"có ký tự điều khiển (mã {ord(character):#04x}) lẫn trong chữ", "xóa ký tự đó rồi gõ lại"


def cut_number(document: Document, place: Place) -> str | None:
    """Return the number of which what stands at ``place``, behind a comma, is the rest; None where it is none."""
    line = document.lines[place.line - 1] if place.line <= len(document.lines) else ""
    numbers = (found for found in _WITH_COMMAS.finditer(line) if found.start() < place.column - 1 < found.end())
    return next((found[0].strip() for found in numbers), None)


def uncut(number: str) -> str:
    """Return a number as it was meant: commas between thousands are no part of it (``710,000`` is 710000)."""
    found = _THOUSANDS.match(number)
    return number.replace(",", "") if found and "," not in number[found.end() :] else number


def cut_words(number: str) -> tuple[str, str]:
    """Return message and hint for a number that its comma cut in two."""
    whole = uncut(number)
    message = f"số “{number}” trong dấu ngoặc {{ }} bị cắt ở dấu phẩy, chỉ còn đọc được “{number.partition(',')[0]}”"
    if whole == number:
        return message, f'đặt cả số trong dấu nháy kép: "{number}"'
    return message, f'ghi liền các chữ số: {whole}; nếu là số lẻ thì đặt trong dấu nháy kép, ví dụ "1,5"'


def _place(mark: yaml.Mark | None) -> Place | None:
    return Place(mark.line + 1, mark.column + 1) if mark else None


def _within(document: Document, place: Place) -> Place:
    """Return ``place``, or the end of the last written line when the parser stopped behind it."""
    if place.line <= len(document.lines) and document.lines[place.line - 1].strip():
        return place
    rows = [row for row, line in enumerate(document.lines[: place.line]) if line.strip()]
    return Place(rows[-1] + 1, len(document.lines[rows[-1]]) + 1) if rows else place
