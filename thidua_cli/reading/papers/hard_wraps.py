"""Lines to paragraphs: which line goes on the one before it, and which only looks like it begins something new."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from thidua_cli.reading.papers.paper import Run
from thidua_cli.reading.papers.piece import KIND, Piece
from thidua_cli.vietnamese.item_marks import SURE, begins_item, counted

# No sentence and no heading ends with one of these.
_DANGLING = re.compile(
    r"(?:^|\s)(?:của|và|các|với|về|theo|số|ngày|tháng|năm|tại|cho|trong|để|là|do|được|những|đến|từ|thứ|hoặc|bằng|khi"
    r"|nhằm|trên|bởi|mà|điều|khoản|lần|giữa|như|vì|đã|sẽ|nhân|dịp|một|mỗi|quý|khóa|mục|đợt|đoạn|kỳ)$",
    re.IGNORECASE,
)
# What begins a paragraph wherever it stands, and what follows the title of a paper.
_OPENING = re.compile("Căn cứ |Trên đây là |Nơi nhận|Kính gửi")
_FIRST_BASIS = re.compile("Thực hiện |Hưởng ứng |Nhằm |Để |Thi hành |Triển khai thực hiện |Chào mừng ")
_LEFT_OPEN = ("(", "/", "“", " -", " –")
_CUT_NUMBER = re.compile(r"\d-$")
_NARROW = " .,;:!'()-/1iìíịỉĩltfjrI"
_ENDS = ".;:!?…"
# Letters that a line must have for a paragraph to go on behind an empty line: a heading is shorter.
_LONG = 50
_WIDEST = 160


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the paragraphs that the pieces make up."""
    wrap = _wrap(pieces, 0)
    if wrap is None and (wrap := _wrap(pieces, 1)):
        # Each line of the text stands between empty ones: only two of them part paragraphs.
        for piece in pieces:
            piece.gap = max(piece.gap - 1, 0)
    joiner = _Joiner(wrap)
    for piece, closes in zip(pieces, _closing(pieces), strict=True):
        joiner.add(piece, closes=closes)
    return [_merged(group) if len(group) > 1 else group[0] for group in joiner.groups]


@dataclass(frozen=True, slots=True)
class _Wrap:
    """How a text was wrapped.

    A line went on when it and the next word need ``room`` (``first_room`` on the first line of a paragraph, whose
    indent may be lost), surely so when they need ``width``, all measured by ``size``. Lines that go on begin at
    ``indent``; ``indented`` tells that paragraphs begin further right, ``spaced`` that empty lines part them.
    """

    size: Callable[[str], float]
    width: float
    room: float
    first_room: float
    indent: int
    indented: bool
    spaced: bool

    def need(self, line: Piece, follower: Piece) -> float:
        """Return the size of a line with the next word."""
        return self.size(" " * line.indent + line.text + " " + follower.text.split(None, 1)[0])


def _wrap(pieces: Sequence[Piece], gap: int) -> _Wrap | None:
    """Measure the lines that surely go on; None where there are none, or where lines are whole paragraphs."""
    sure = [
        (line, follower)
        for line, follower in pairwise(pieces)
        if not (line.whole or line.cell or follower.whole)
        and follower.gap == gap
        and _goes_on(line.text, follower.text)
    ]
    if len(sure) < 2 + gap:
        return None
    widest = sorted(line.indent + len(line.text) for line, _ in sure)[len(sure) * 4 // 5]
    longer = sum(len(piece.text) > widest * 1.25 for piece in pieces)
    if widest > _WIDEST or longer * 10 > len(pieces):
        return None
    indent = sorted(follower.indent for _, follower in sure)[len(sure) // 2]
    further = sum(piece.indent > indent + 1 for piece in pieces)
    items = [piece.gap > 0 for piece in pieces if begins_item(piece.text)]
    spaced = not gap and sum(items) * 10 > len(items) * 6
    wrap = _Wrap(len, 0, 0, 0, indent, further > 4 and further * 10 > len(pieces), spaced)
    # Text of a typewriter was wrapped by letters, text of a PDF by their widths: the measure that scatters less.
    by_letters, by_width = _measured(wrap, sure), _measured(replace(wrap, size=_printed_width), sure)
    share = by_letters.room / by_letters.width
    return by_letters if share > 0.96 or share >= by_width.room / by_width.width else by_width


def _measured(wrap: _Wrap, sure: list[tuple[Piece, Piece]]) -> _Wrap:
    width = sorted(wrap.size(" " * line.indent + line.text) for line, _ in sure)[len(sure) * 4 // 5]
    needs = [(begins_item(line.text), wrap.need(line, follower)) for line, follower in sure]
    room = max(_lowest([need for first, need in needs if not first]), width * 0.7)
    first_room = max(_lowest([need for first, need in needs if first]), room * 0.85)
    return replace(wrap, width=width, room=room, first_room=min(first_room, room))


def _lowest(sizes: list[float]) -> float:
    """Return the least size, but for a few that are no wrapped lines; 0 where there are none."""
    return sorted(sizes)[len(sizes) // 50] if sizes else 0


def _printed_width(text: str) -> float:
    """Return about the printed width of a text, in small letters."""
    narrow = sum(map(text.count, _NARROW))
    wide = sum(map(str.isupper, text)) + text.count("m")
    return len(text) - 0.4 * narrow + 0.45 * wide


def _goes_on(line: str, follower: str) -> bool:
    """Tell whether a sentence stops at the end of ``line`` and goes on with a small letter."""
    return bool(line) and line[-1] not in _ENDS and _small(follower) and not line.isupper()


def _small(text: str) -> bool:
    return text[:1].islower() and not SURE.match(text)


def _closing(pieces: Sequence[Piece]) -> list[bool]:
    """Tell for each piece whether the next quotation mark from there on is a closing one."""
    found, state = [], False
    for piece in reversed(pieces):
        marks = [sign for sign in piece.text if sign in "“”"]
        state = marks[0] == "”" if marks else state
        found.append(state)
    return found[::-1]


class _Joiner:
    """Goes through the pieces and keeps what a decision needs: open quotation marks and how far the counting is."""

    def __init__(self, wrap: _Wrap | None) -> None:
        self.wrap = wrap
        self.groups: list[list[Piece]] = []
        self.open = 0
        self.counted: dict[str, int] = {}

    def add(self, piece: Piece, *, closes: bool) -> None:
        """Add the next piece; ``closes`` tells whether the next quotation mark is a closing one."""
        if self.groups and self._belongs(self.groups[-1][-1], piece, closes=closes):
            self.groups[-1].append(piece)
        else:
            self.groups.append([piece])
            self.open = 0
            kind, number = counted(piece.text)
            if number:
                self.counted[kind] = number
        self.open = max(self.open + piece.text.count("“") - piece.text.count("”"), 0)

    def _belongs(self, last: Piece, piece: Piece, *, closes: bool) -> bool:
        line, follower = last.text, piece.text
        if not _may_follow(last, piece):
            return False
        if piece.cell:
            return not piece.gap and _goes_on(line, follower)
        if _is_cut(last, piece):
            return True
        if line.isupper() and _broken_heading(last, piece, title=self._in_title()):
            return True
        wrap = None if piece.gap else self.wrap
        if self.open and closes and not piece.gap:
            return wrap is not None or line[-1] not in _ENDS
        if _small(follower):
            return self._small_follows(last, piece, wrap)
        if self._left_open(line, follower):
            return wrap is not None or len(line) >= _LONG
        return wrap is not None and self._wrapped(last, piece, wrap)

    def _in_title(self) -> bool:
        """Tell whether the paragraph at hand stands under the kind of the paper: ``KẾ HOẠCH``."""
        return len(self.groups) > 1 and KIND.fullmatch(self.groups[-2][0].text) is not None

    def _small_follows(self, last: Piece, piece: Piece, wrap: _Wrap | None) -> bool:
        """Decide on a line that begins with a small letter; ``wrap`` is None behind an empty line."""
        line = last.text
        full = wrap is not None and not self._has_room(last, piece, wrap)
        if line[-1] == ";":
            return wrap is not None
        if line[-1] in _ENDS:
            return full and line[-1] in ".…"
        if line.isupper():
            return full
        return len(line) >= (_LONG if piece.gap else 20) or bool(_DANGLING.search(line[-20:]))

    def _left_open(self, line: str, follower: str) -> bool:
        mark = SURE.match(follower)
        if mark and not mark["digits"]:
            return False
        return line.endswith(_LEFT_OPEN) or bool(_DANGLING.search(line[-20:]))

    def _wrapped(self, last: Piece, piece: Piece, wrap: _Wrap) -> bool:
        """Decide on a line that begins with a capital, a digit or a sign, in a text that is wrapped."""
        line, follower = last.text, piece.text
        closed = line[-1] in _ENDS
        fits = self._has_room(last, piece, wrap) and not (wrap.spaced and not closed and not line.isupper())
        if fits or line.endswith("/."):
            return False
        if wrap.indented and not wrap.spaced:
            return piece.indent <= wrap.indent + 1
        if _OPENING.match(follower) or (self._in_title() and _FIRST_BASIS.match(follower)):
            return False
        if SURE.match(follower):
            return not closed and not self._expected(line, follower)
        if line[-1] in ";:" and follower[0] in '“"':
            return True
        return not closed or (line[-1] in ".;" and wrap.need(last, piece) > wrap.width)

    def _has_room(self, last: Piece, piece: Piece, wrap: _Wrap) -> bool:
        """Tell whether the next word would have had room on the line, so that it was not wrapped there."""
        room = wrap.first_room if last is self.groups[-1][0] else wrap.room
        return wrap.need(last, piece) < room

    def _expected(self, line: str, follower: str) -> bool:
        """Tell whether the mark of ``follower`` goes on with the counting, or is a bullet of its own."""
        mark = SURE.match(follower)
        if mark and mark["sign"]:
            behind = follower[mark.end() :].lstrip('“"*(')
            is_name = line.endswith("Thi đua") and behind.startswith("Khen thưởng")
            is_range = line[-1].isdigit() and behind[:1].isdigit() and behind[0] != "0"
            return not (mark["sign"] in "-–" and (behind[:1].islower() or is_name or is_range))
        kind, number = counted(follower)
        return number in (0, 1, self.counted.get(kind, 0) + 1)


def _may_follow(last: Piece, piece: Piece) -> bool:
    """Tell whether nothing but the text can part two pieces."""
    if last.whole or piece.whole or piece.number or not piece.text:
        return False
    if not last.text or KIND.fullmatch(last.text):
        return False
    return (last.style, last.align, last.cell) == (piece.style, piece.align, piece.cell)


def _is_cut(last: Piece, piece: Piece) -> bool:
    """Tell whether a sign of a document was cut at its dash: ``Chỉ thị số 34-`` / ``CT/TW``."""
    return bool(_CUT_NUMBER.search(last.text)) and piece.text[:2].isupper() and not SURE.match(piece.text)


def _broken_heading(last: Piece, piece: Piece, *, title: bool) -> bool:
    """Tell whether a heading in capitals goes on: ``I. MỤC ĐÍCH,`` / ``YÊU CẦU``."""
    line, follower = last.text, piece.text
    if piece.gap or not follower.isupper() or SURE.match(follower):
        return False
    return title or line[-1] in ",-–" or bool(_DANGLING.search(line[-20:]))


def _merged(group: list[Piece]) -> Piece:
    runs = list(group[0].runs)
    for before, piece in pairwise(group):
        if not _is_cut(before, piece):
            runs.append(Run(" "))
        runs += piece.runs
    return replace(group[0], runs=runs)
