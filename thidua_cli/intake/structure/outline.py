"""From the paragraphs of a body to an outline: what stands below what, told by the sequence of the marks.

A mark alone proves nothing (a paragraph may begin with a year or with ``XIII``): it counts when it is the next one of
a list that is open, or the first one of a new list.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_cli.intake.report import Ledger, shown
from thidua_cli.reading.papers.paper import Line, Run, without
from thidua_cli.vietnamese.item_marks import ItemMark, marks_of

_WIDEST_SKIP = 4
_AHEAD = 400
_DEEPEST = 8
_LONGEST_HEADING = 25


@dataclass
class Entry:
    """A paragraph with what stands below it; ``mark`` is None for a plain paragraph, ``runs`` are without the mark."""

    line: Line
    mark: ItemMark | None
    runs: tuple[Run, ...]
    children: list["Entry"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The plain text without the mark."""
        return "".join(run.text for run in self.runs)

    @property
    def marked(self) -> str:
        """The text without the mark, with ``**bold**`` and ``*italic*``."""
        return Line(self.runs, self.line.place).marked


@dataclass(frozen=True, slots=True)
class _Candidates:
    line: Line
    marks: tuple[ItemMark, ...]


class _Builder:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.top: list[Entry] = []
        self.open: list[Entry] = []  # the last entry of each level, outermost first

    def add(self, here: _Candidates, ahead: Sequence[_Candidates]) -> None:
        for choose in (self._next, self._first, self._mixed, self._slip):
            for mark in here.marks:
                depth = choose(mark, here.line, ahead)
                if depth is not None and depth < _DEEPEST:
                    self._place(here.line, mark, depth)
                    return
        typed = (Run(f"{here.line.number} "),) if here.line.number else ()
        self._below(Entry(here.line, None, (*typed, *here.line.runs)))

    def _place(self, line: Line, mark: ItemMark, depth: int) -> None:
        del self.open[depth:]
        # A mark that Word prints of itself is not in the text.
        runs = line.runs if line.number else without(line.runs, mark.length)
        entry = Entry(line, mark, runs)
        self._below(entry)
        self.open.append(entry)

    def _below(self, entry: Entry) -> None:
        (self.open[-1].children if self.open else self.top).append(entry)

    def _next(self, mark: ItemMark, _line: Line, ahead: Sequence[_Candidates]) -> int | None:
        """Return the depth of the open list that the mark goes on with; the deepest one, unless that cuts a list."""
        for depth in range(len(self.open) - 1, -1, -1):
            last = self.open[depth].mark
            if last and mark.style == last.style and mark.follows(last):
                return None if not mark.counted and self._cuts(depth, ahead) else depth
        return None

    def _cuts(self, depth: int, ahead: Sequence[_Candidates]) -> bool:
        """Tell whether a bullet at ``depth`` would end a deeper numbered list that goes on later on."""
        deeper = [entry.mark for entry in self.open[depth + 1 :] if entry.mark and entry.mark.counted]
        outer = [entry.mark for entry in self.open[:depth] if entry.mark and entry.mark.counted]
        if not deeper:
            return False
        for later in ahead:
            if any(mark.follows(last) for mark in later.marks for last in deeper):
                return True
            if any(mark.follows(last) for mark in later.marks for last in outer):
                return False
        return False

    def _first(self, mark: ItemMark, _line: Line, ahead: Sequence[_Candidates]) -> int | None:
        """Return the depth of a new list, below all that is open, when the mark may begin one."""
        if mark.family == "multi":
            return self._below_number(mark)
        if mark.counted and (mark.value != 1 or (mark.sign in ("", "-") and not self._goes_on(mark, ahead))):
            return None
        if not mark.counted:
            return len(self.open)
        same = [depth for depth, entry in enumerate(self.open) if entry.mark and entry.mark.family == mark.family]
        if not same:
            return len(self.open) if mark.family != "roman" or not self.open else self._outermost(mark)
        last = self.open[same[-1]].mark
        if last and last.style == mark.style and last.value == 1:
            return None  # "1." after "1.": a slip, not a list of one
        return len(self.open)

    def _outermost(self, mark: ItemMark) -> int:
        """A Roman number stands above Arabic ones: one that comes late opens the top level again."""
        above = [
            depth for depth, entry in enumerate(self.open) if entry.mark and entry.mark.family in ("upper", "word")
        ]
        return above[-1] + 1 if above and mark.value == 1 else len(self.open)

    def _below_number(self, mark: ItemMark) -> int | None:
        for depth in range(len(self.open) - 1, -1, -1):
            last = self.open[depth].mark
            above = last and len(last.path) < len(mark.path)
            if last and above and last.path and mark.value == 1 and last.path[-len(mark.path[:-1]) :] == mark.path[:-1]:
                return depth + 1
        return None

    def _goes_on(self, mark: ItemMark, ahead: Sequence[_Candidates]) -> bool:
        return any(
            later.follows(mark) and (later.style == mark.style or mark.sign) for one in ahead for later in one.marks
        )

    def _mixed(self, mark: ItemMark, line: Line, _ahead: Sequence[_Candidates]) -> int | None:
        """Return the depth of a list that goes on with another sign: ``1-`` then ``2.``."""
        for depth in range(len(self.open) - 1, -1, -1):
            last = self.open[depth].mark
            if mark.counted and last and mark.style != last.style and mark.follows(last):
                message = f"cùng một cấp mà đánh số hai kiểu: “{last.text}” rồi “{mark.text}”"
                self.ledger.fault("numbering-mixed", line, message, "dùng một kiểu; thidua in lại theo một kiểu")
                return depth
        return None

    def _slip(self, mark: ItemMark, line: Line, _ahead: Sequence[_Candidates]) -> int | None:
        """Return the depth of a list in which a number is skipped or repeated."""
        if not mark.counted or mark.sign == "":
            return None
        for depth in range(len(self.open) - 1, -1, -1):
            last = self.open[depth].mark
            if not last or mark.style != last.style or mark.path[:-1] != last.path[:-1]:
                continue
            gap = mark.value - last.value
            if 1 < gap <= _WIDEST_SKIP:
                misread = " (hoặc đọc nhầm số La Mã)" if mark.family == "roman" else ""
                message = f"số thứ tự nhảy từ “{last.text}” sang “{mark.text}”{misread}"
                hint = f"xem có thiếu mục “{shown(self.open[depth].text)}” đến “{shown(line.text)}” không"
                self.ledger.fault("numbering-skipped", line, message, hint)
                return depth
            if gap == 0:
                message = f"số thứ tự “{mark.text}” dùng hai lần liền nhau"
                self.ledger.fault("numbering-repeated", line, message, "thidua đánh lại số liên tục")
                return depth
        return None


def outline_of(lines: Sequence[Line], ledger: Ledger) -> list[Entry]:
    """Return the entries of the body, nested; faults of numbering go to the ledger."""
    found = [_Candidates(line, tuple(_marks(line))) for line in lines]
    if not any(mark.family == "roman" and mark.value == 1 for one in found for mark in one.marks):
        found = [one if one.marks else _Candidates(one.line, _unnumbered(one.line)) for one in found]
    builder = _Builder(ledger)
    for index, here in enumerate(found):
        builder.add(here, found[index + 1 : index + 1 + _AHEAD])
    return builder.top


def _marks(line: Line) -> list[ItemMark]:
    return marks_of(f"{line.number} {line.text}" if line.number else line.text)


def _unnumbered(line: Line) -> tuple[ItemMark, ...]:
    """Read a short line in capitals as a heading of the top level: some papers number none of them."""
    is_heading = line.upper and 1 < len(line.text.split()) <= _LONGEST_HEADING and line.cell is None
    return (ItemMark("head", "", (), "", 0),) if is_heading else ()
