"""Tables to the session of the council: members, votes and facts, on sheets of their own or one below the other."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.findings.outcome import LineRow, ListRow
from thidua_cli.lists.council_facts import FactBook
from thidua_cli.lists.council_known import MemberKnown, VoteKnown, is_title, mentions, of_others, speaks
from thidua_cli.lists.council_lines import Fact
from thidua_cli.lists.council_parts import ListPart, SheetRows, lists_in, strange_head
from thidua_cli.lists.council_session import Session, nothing_known
from thidua_cli.lists.reader import Reader, Value
from thidua_cli.lists.section_lines import mark_alone, texts_with_columns, without_mark
from thidua_cli.lists.session_of_rows import Unsure, session_of
from thidua_cli.lists.told import another_list, explains, line_not_understood, other_people, passed_sheet
from thidua_cli.lists.view import unread_view
from thidua_cli.model.council_tables import MemberRow, VoteRow
from thidua_cli.reading.origin import Record
from thidua_cli.reading.tables.table import Sheet, Table

_OF_MEMBERS = frozenset(("total", "attended", "away"))


def council_session(table: Table, units: Iterable[str] = ()) -> Session:
    """Return the session that a file of tables tells; ``units`` are the names of the units of the campaign."""
    return _CouncilReader(list(units)).read(table)


def member_reader(units: Collection[str] = ()) -> Reader[MemberRow]:
    """Return the reader of lists of members of the council."""
    return Reader(MemberRow, MemberKnown(units), "thành viên", sectioned=True)


def vote_reader(units: Collection[str] = ()) -> Reader[VoteRow]:
    """Return the reader of lists of votes."""
    return Reader(VoteRow, VoteKnown(units), "kết quả phiếu", sectioned=True)


class _CouncilReader:
    """Reads one file: its sheets are cut into lists, and each list is read by the reader of its kind."""

    def __init__(self, units: Sequence[str]) -> None:
        self.of_members, self.of_votes = MemberKnown(units), VoteKnown(units)
        self.members, self.votes = member_reader(units), vote_reader(units)
        self.facts = FactBook()
        self.faults: list[Diagnostic] = []
        self.views: list[ListRow] = []
        self.unsure = Unsure()
        self._lists: dict[bool, list[Sheet]] = {True: [], False: []}

    def read(self, table: Table) -> Session:
        """Return the session; all that is wrong with the file is in it."""
        self.faults += table.faults
        self.unsure.all |= any(fault.severity is not Severity.NOTE for fault in table.faults)
        for sheet in table.sheets:
            if any(cell != "" for row in sheet.rows for cell in row) or sheet.unread:
                self._sheet(sheet)
        members = _rows(self.members, table.file, self._lists[False])
        votes = _rows(self.votes, table.file, self._lists[True])
        self.unsure.members |= bool(self.members.incomplete)
        self.unsure.votes |= bool(self.votes.incomplete)
        skipped = (fault.about.record for fault in self.votes.faults if fault.code == "row-skipped")
        self.unsure.lines = [key for key in skipped if key]
        if table.sheets:
            session = session_of(table, members, votes, self.facts, self.unsure)
        else:
            session = Session(None, nothing_known(table.file))
        if session.record and session.doubts.place is None:
            session.doubts = replace(session.doubts, place=self._first_fault(session))
        session.faults += [*self.faults, *self.members.faults, *self.votes.faults]
        session.views = [*self.members.views, *self.votes.views, *self.views]
        return session

    def _first_fault(self, session: Session) -> Spot | None:
        """Return where the first fault stands that may be why something of the session is in doubt."""
        of_lists = [*(self.members.faults if session.doubts.members else ()), *self.votes.faults]
        faults = [*of_lists, *self.faults, *session.faults]
        return next((fault.spot for fault in faults if fault.severity is not Severity.NOTE), None)

    def _sheet(self, sheet: Sheet) -> None:
        facts = {} if sheet.hidden or explains(sheet) else self.facts.rows_of(sheet)
        parts = [] if sheet.hidden or explains(sheet) else lists_in(sheet, facts, self.of_members, self.of_votes)
        if not facts and not parts:
            if sheet.name is not None:
                self.faults.append(passed_sheet(sheet, what="thành viên hoặc kết quả phiếu"))
            self.views.append(unread_view(sheet))
            self.unsure.all |= not explains(sheet)
            return
        if lines := list(self.facts.enter(sheet, facts)):
            self.views.append(_view(sheet, lines))
        within = _within(sheet, facts, parts)
        for part in parts:
            self._part(sheet, part, set(part.rows).difference(set(facts) - within))
        below = {row for part in parts for row in part.rows if row >= part.head.top}
        outside = [row for row in range(len(sheet.rows)) if row not in below and row not in facts]
        self.facts.without_value(sheet, set(outside).union(facts))
        for row in outside:
            self._line(sheet, row, next((part for part in parts if row in part.titles), None))

    def _part(self, sheet: Sheet, part: ListPart, rows: set[int]) -> None:
        """Hand a list to the reader of its kind; one of guests is told, and read by none."""
        titles = [row for row in part.titles if texts_with_columns(sheet.rows[row]) and row in rows]
        named = [(row, column, text) for row in titles[-1:] for column, text in texts_with_columns(sheet.rows[row])]
        named.append((part.head.top, 0, sheet.name or ""))
        others = [one for one in named if of_others(one[2])]
        if others and not part.votes:
            self.faults.append(other_people(sheet, *others[0]))
            return
        if not part.votes:
            rows -= self._guests(sheet, part)
        rows -= self._of_another(sheet, part, rows)
        self._lists[part.votes].append(SheetRows(sheet, rows))

    def _of_another(self, sheet: Sheet, part: ListPart, rows: set[int]) -> set[int]:
        """Return the rows of a list whose headings are not understood; it may be of members, or of votes."""
        head = strange_head(sheet, part, rows, self.of_votes)
        behind = {row for row in rows if head is not None and row >= head}
        if head is not None and any(cell != "" for row in behind - {head} for cell in sheet.rows[row]):
            self.faults.append(another_list(sheet, head))
            self.unsure.all = True
        return behind

    def _guests(self, sheet: Sheet, part: ListPart) -> set[int]:
        """Return the rows of guests among members, below a line such as ``II. Khách mời``, which is told."""
        found: set[int] = set()
        among_guests = False
        for row in range(part.head.first, part.rows.stop):
            texts = [one for one in texts_with_columns(sheet.rows[row]) if not mark_alone(one[1])]
            line = without_mark(texts[0][1])[1] if len(texts) == 1 else ""
            if line and of_others(line):
                self.faults.append(other_people(sheet, row, *texts[0]))
            among_guests = bool(line and of_others(line)) or (among_guests and not self.of_members.says(line))
            found.update([row] if among_guests else ())
        return found

    def _line(self, sheet: Sheet, row: int, over: ListPart | None) -> None:
        """Account for a line beside the lists: a title, the name of the council, what nobody asks for; or tell it."""
        for column, text in texts_with_columns(sheet.rows[row]):
            self.facts.title(text, sheet.spot(row, column))
            if self._hides_attendance(without_mark(text)[1], over):
                self.faults.append(line_not_understood(sheet, row, column))
                self.unsure.prose = True
            elif mentions(text, "of_session") and not is_title(without_mark(text)[1]):
                self.faults.append(line_not_understood(sheet, row, column))

    def _hides_attendance(self, text: str, over: ListPart | None) -> bool:
        """Tell whether a line may say who was there in a way that is not understood."""
        if over and not over.votes and not over.head.held.intersection(("present", "absent")):
            return speaks(text, "of_attendance") and not self.of_members.says(text)
        return mentions(text, "of_attendance") and not is_title(text)


def _rows(reader: Reader[Value], file: str, sheets: list[Sheet]) -> list[Record[Value]]:
    return reader.read(Table(file, sheets)) if sheets else []


def _within(sheet: Sheet, facts: Mapping[int, Sequence[Fact]], parts: Iterable[ListPart]) -> set[int]:
    """Return the lines that tell a number and stand over members: ``II. Vắng mặt: 2``."""
    found: set[int] = set()
    for part in parts:
        rows = [row for row in part.rows if row >= part.head.first and any(cell != "" for cell in sheet.rows[row])]
        for row, behind in pairwise(rows):
            told = {fact.field for fact in facts.get(row, ())}
            if told and not part.votes and told <= _OF_MEMBERS and behind not in facts:
                found.add(row)
    return found


def _view(sheet: Sheet, lines: Sequence[LineRow]) -> ListRow:
    return ListRow(sheet.file, sheet.name, lines[0].row, (), len(lines), lines, ())
