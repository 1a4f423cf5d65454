"""From the paragraphs of a body to an outline: what stands below what, told by the sequence of the marks.

A mark alone proves nothing (a paragraph may begin with a year or with ``XIII``): it counts when it is the next one of
a list that is open, or the first one of a new list.
"""

from collections.abc import Iterator, Sequence
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
    """A paragraph with what stands below it; ``mark`` is None for a plain paragraph, ``runs`` are without the mark.

    `passages_of` tells it the headings ``above`` it (nearest last) and all ``roles`` of these and its own. ``insert``
    is what a plan inserts in place of the children, where these were taken for facts.
    """

    line: Line
    mark: ItemMark | None
    runs: tuple[Run, ...]
    children: list["Entry"] = field(default_factory=list)
    above: tuple["Entry", ...] = field(default=(), repr=False, compare=False)
    roles: tuple[str, ...] = ()
    insert: str = ""

    @property
    def text(self) -> str:
        """The plain text without the mark."""
        return "".join(run.text for run in self.runs)

    @property
    def marked(self) -> str:
        """The text without the mark, with ``**bold**`` and ``*italic*``."""
        return Line(self.runs, self.line.place).marked


# Every way to read the beginning of each of the lines that follow.
_Ahead = Sequence[Sequence[ItemMark]]


class _Builder:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.top: list[Entry] = []
        self.open: list[Entry] = []  # the last entry of each level, outermost first; each has a mark

    def add(self, line: Line, marks: Sequence[ItemMark], ahead: _Ahead) -> None:
        for choose in (self._next, self._first, self._mixed, self._slip):
            for mark in marks:
                depth = choose(mark, line, ahead)
                if depth is not None and depth < _DEEPEST:
                    del self.open[depth:]
                    # A mark that Word prints of itself is not in the text.
                    runs = line.runs if line.number else without(line.runs, mark.length)
                    self.open.append(self._below(Entry(line, mark, runs)))
                    return
        typed = (Run(f"{line.number} "),) if line.number else ()
        self._below(Entry(line, None, (*typed, *line.runs)))

    def _below(self, entry: Entry) -> Entry:
        (self.open[-1].children if self.open else self.top).append(entry)
        return entry

    def _marks(self) -> Iterator[tuple[int, ItemMark]]:
        """Yield depth and mark of the open lists, the deepest first."""
        for depth in range(len(self.open) - 1, -1, -1):
            if mark := self.open[depth].mark:
                yield depth, mark

    def _next(self, mark: ItemMark, _line: Line, ahead: _Ahead) -> int | None:
        """Return the depth of the open list that the mark goes on with; the deepest one, unless that cuts a list."""
        for depth, last in self._marks():
            if mark.style == last.style and mark.follows(last):
                return None if not mark.counted and self._cuts(depth, ahead) else depth
        return None

    def _cuts(self, bullet: int, ahead: _Ahead) -> bool:
        """Tell whether a bullet at a depth would end a deeper numbered list that goes on later on."""
        deeper = [mark for depth, mark in self._marks() if depth > bullet and mark.counted]
        outer = [mark for depth, mark in self._marks() if depth < bullet and mark.counted]
        if not deeper:
            return False
        for later in ahead:
            if any(mark.follows(last) for mark in later for last in deeper):
                return True
            if any(mark.follows(last) for mark in later for last in outer):
                return False
        return False

    def _first(self, mark: ItemMark, _line: Line, ahead: _Ahead) -> int | None:
        """Return the depth of a new list, below all that is open, when the mark may begin one."""
        if mark.family == "multi":
            return self._below_number(mark)
        if not mark.counted:
            return len(self.open)
        if mark.value != 1 or (mark.sign in ("", "-") and not _goes_on(mark, ahead)):
            return None
        last = next((last for _, last in self._marks() if last.family == mark.family), None)
        if last is None and mark.family == "roman":
            # A Roman number stands above Arabic ones: one that comes late opens the top level again.
            above = next((depth for depth, one in self._marks() if one.family in ("upper", "word")), None)
            return len(self.open) if above is None else above + 1
        if last and last.style == mark.style and last.value == 1:
            return None  # "1." after "1.": a slip, not a list of one
        return len(self.open)

    def _below_number(self, mark: ItemMark) -> int | None:
        """Return the depth below the number that ``1.2.`` repeats."""
        above = mark.path[:-1]
        for depth, last in self._marks():
            if mark.value == 1 and last.path and len(last.path) < len(mark.path) and last.path[-len(above) :] == above:
                return depth + 1
        return None

    def _mixed(self, mark: ItemMark, line: Line, _ahead: _Ahead) -> int | None:
        """Return the depth of a list that goes on with another sign: ``1-`` then ``2.``."""
        for depth, last in self._marks():
            if mark.counted and mark.style != last.style and mark.follows(last):
                self.ledger.fault("numbering-mixed", line, last=last.text, mark=mark.text)
                return depth
        return None

    def _slip(self, mark: ItemMark, line: Line, _ahead: _Ahead) -> int | None:
        """Return the depth of a list in which a number is skipped or repeated."""
        if not mark.counted or mark.sign == "":
            return None
        for depth, last in self._marks():
            if mark.style != last.style or mark.path[:-1] != last.path[:-1]:
                continue
            gap = mark.value - last.value
            if 1 < gap <= _WIDEST_SKIP:
                misread = " (hoặc đọc nhầm số La Mã)" if mark.family == "roman" else ""
                above, here = shown(self.open[depth].text), shown(line.text)
                told = {"last": last.text, "mark": mark.text, "misread": misread, "above": above, "here": here}
                self.ledger.fault("numbering-skipped", line, **told)
                return depth
            if gap == 0:
                self.ledger.fault("numbering-repeated", line, mark=mark.text)
                return depth
        return None


def _goes_on(mark: ItemMark, ahead: _Ahead) -> bool:
    return any(later.follows(mark) and (later.style == mark.style or mark.sign) for marks in ahead for later in marks)


def outline_of(lines: Sequence[Line], ledger: Ledger) -> list[Entry]:
    """Return the entries of the body, nested; faults of numbering go to the ledger."""
    found = [marks_of(f"{line.number} {line.text}" if line.number else line.text) for line in lines]
    if not any(mark.family == "roman" and mark.value == 1 for marks in found for mark in marks):
        found = [marks or _unnumbered(line) for marks, line in zip(found, lines, strict=True)]
    builder = _Builder(ledger)
    for index, line in enumerate(lines):
        builder.add(line, found[index], found[index + 1 : index + 1 + _AHEAD])
    return builder.top


def _unnumbered(line: Line) -> list[ItemMark]:
    """Read a short line in capitals as a heading of the top level: some papers number none of them."""
    is_heading = line.upper and 1 < len(line.text.split()) <= _LONGEST_HEADING and line.cell is None
    return [ItemMark("head", "", (), "", 0)] if is_heading else []
