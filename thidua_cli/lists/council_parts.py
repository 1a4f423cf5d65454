"""A sheet of the council cut into its lists: members, votes, one below the other, with the titles over each."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from thidua_cli.findings.about import RecordKey, Spot
from thidua_cli.lists.column_layout import MARK, NUMBER, Layout
from thidua_cli.lists.council_known import MemberKnown, VoteKnown, is_title, of_others
from thidua_cli.lists.header import begins_list, find_layout, is_header, text_of_heading, texts_of
from thidua_cli.lists.known import Known
from thidua_cli.lists.section_lines import texts_with_columns, without_mark
from thidua_cli.reading.tables.table import Row, Sheet
from thidua_cli.vietnamese.person_names import is_person

_OF_VOTES = frozenset(("agree", "against", "none", "award", "voters", MARK))
_COUNTED = frozenset(("agree", "against", "none"))


class SheetRows(Sheet):
    """Some rows of a sheet, the others blank: they keep their numbers, and so their places."""

    def __init__(self, whole: Sheet, kept: Collection[int]) -> None:
        """Take the rows ``kept``, counted from 0."""
        rows = [row if index in kept else [] for index, row in enumerate(whole.rows)]
        unread = {place: error for place, error in whole.unread.items() if place[0] in kept}
        super().__init__(whole.file, whole.name, rows, unread=unread, typed=whole.typed, merges=whole.merges)
        self.whole = whole
        self.hidden_columns = whole.hidden_columns
        self.hidden_rows = whole.hidden_rows.intersection(kept)
        self.struck = whole.struck.intersection(kept)
        self.struck_cells = frozenset(place for place in whole.struck_cells if place[0] in kept)
        self.partly_struck = frozenset(place for place in whole.partly_struck if place[0] in kept)

    def spot(self, row: int, column: int) -> Spot:
        """Return the place of a cell in the whole sheet."""
        return self.whole.spot(row, column)

    def key(self, row: int, part: int = 0) -> RecordKey:
        """Return what tells a record of a row from every other."""
        return self.whole.key(row, part)


@dataclass(frozen=True, slots=True)
class ListPart:
    """A list on a sheet: whether it is of votes, its head and the rows from its titles to its end, from 0."""

    votes: bool
    head: Layout
    titles: range
    rows: range


def lists_in(sheet: Sheet, facts: Collection[int], members: MemberKnown, votes: VoteKnown) -> list[ListPart]:
    """Return the lists of a sheet from top to bottom; ``facts`` are rows that tell facts, and belong to none."""
    plain = SheetRows(sheet, set(range(len(sheet.rows))).difference(facts))
    heads = list(_heads(plain, members, votes))
    tops = [_first_title(plain, head.top, before) for head, before in zip(heads, _ends(heads), strict=True)]
    ends = [*tops[1:], len(sheet.rows)][: len(tops)]
    return [
        ListPart(_is_of_votes(head), head, range(top, head.top), range(top, end))
        for head, top, end in zip(heads, tops, ends, strict=True)
    ]


def strange_head(sheet: Sheet, part: ListPart, rows: Collection[int], votes: VoteKnown) -> int | None:
    """Return the first of some rows of a list that heads another one in words that name nobody; None for none.

    It begins as rows of headings do, ``STT | Mã | Đồng ý``, or among members has a heading of counts.
    """
    below = (row for row in sorted(rows) if row >= part.head.first)
    return next((row for row in below if _is_strange(sheet.rows[row], part, votes)), None)


def _is_strange(row: Row, part: ListPart, votes: VoteKnown) -> bool:
    texts = texts_of(row)
    if len(texts) < 2 or any(not isinstance(cell, str) for cell in row):
        return False
    if votes.field(next(filter(None, map(text_of_heading, row)))) == NUMBER:
        return True
    at = part.head.places[""]
    name = text_of_heading(row[at]) if at < len(row) else ""
    return not part.votes and not is_person(name) and any(votes.own(text) in _COUNTED for text in texts)


def _ends(heads: list[Layout]) -> list[int]:
    """Return for each head the first row that may stand over it: behind the head before."""
    return [0, *(head.first for head in heads)][: len(heads)]


def _heads(sheet: Sheet, members: MemberKnown, votes: VoteKnown) -> Iterator[Layout]:
    layout = _head(sheet, 0, members, votes)
    while layout:
        yield layout
        behind = range(layout.first, len(sheet.rows))
        again = (row for row in behind if _begins_anew(sheet.rows[row], layout, (members, votes)))
        found = (_head(sheet, row, members, votes) for row in again)
        layout = next((one for one in found if one), None)


def _begins_anew(row: Row, layout: Layout, knowns: Iterable[Known]) -> bool:
    """Tell whether another list begins below a head: a member may be "Thành viên" and "có mặt", but he has a name."""
    at = layout.places[""]
    name = row[at] if at < len(row) else ""
    headed = [known for known in knowns if begins_list(row, known)]
    return isinstance(name, str) and any(not name.strip() or known.field(name) is not None for known in headed)


def _head(sheet: Sheet, start: int, members: MemberKnown, votes: VoteKnown) -> Layout | None:
    """Return the first head at or below a row; of two readings of one the one that says what is counted."""
    kinds: list[tuple[Known, bool]] = [(votes, True), (members, False)]
    found = [(layout, of_votes, known) for known, of_votes in kinds if (layout := find_layout(sheet, known, start))]
    fits = [one for one in found if not one[1] or _OF_VOTES.intersection(one[0].held)]
    first = min(fits, key=lambda one: (not is_header(sheet.rows[one[0].header], one[2]), one[0].header), default=None)
    return first[0] if first else None


def _is_of_votes(layout: Layout) -> bool:
    return bool(_OF_VOTES.intersection(layout.held))


def _first_title(sheet: Sheet, top: int, least: int) -> int:
    """Return the first row of what stands over a head: titles, blanks and facts, no row of the list before."""
    if least == 0:
        return 0
    while top > least and _is_over(sheet, top - 1):
        top -= 1
    return top


def _is_over(sheet: Sheet, row: int) -> bool:
    texts = texts_with_columns(sheet.rows[row])
    typed = any(not isinstance(cell, str) for cell in sheet.rows[row])
    if not texts:
        return not typed
    return not typed and all(is_title(without_mark(text)[1]) or of_others(text) for _, text in texts)
