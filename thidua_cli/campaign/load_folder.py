"""A campaign folder: plan, units, nominations, council and register, each read as far as it can be read."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from thidua_cli.campaign.facts import Facts, load_facts, load_office
from thidua_cli.campaign.faults_of_files import first_fault, hides_records
from thidua_cli.campaign.files_of import (
    PLAN_FILE,
    YAML,
    file_of,
    nomination_files,
    same_named,
    unlisted_folders,
    unread_elsewhere,
    unread_facts,
    unread_lists,
    unread_singles,
)
from thidua_cli.campaign.load_council import load_sessions, not_a_session, typed_session
from thidua_cli.campaign.load_plan import load_plan, plan_path
from thidua_cli.campaign.loaded import LoadedCampaign
from thidua_cli.campaign.plan_of_lists import facts_of, first_year_of
from thidua_cli.campaign.progress import Track, untold
from thidua_cli.campaign.sitting import Sitting
from thidua_cli.campaign.unit_names import names_of
from thidua_cli.campaign.yaml_lists import of_its_row, with_common_values, without_bad_values
from thidua_cli.errors import ThiduaError, why
from thidua_cli.findings.diagnostic import Severity, unreadable
from thidua_cli.findings.outcome import EMPTY_LIST, Unread
from thidua_cli.lists.council_reader import council_session
from thidua_cli.lists.council_session import Doubts, nothing_known
from thidua_cli.lists.reader import Reader, nomination_reader, register_reader, unit_reader
from thidua_cli.lists.unit_rows import without_number
from thidua_cli.model.council import Council
from thidua_cli.model.messages import validated
from thidua_cli.model.nomination import LAW_FACTS, Nomination, NominationFile
from thidua_cli.model.paper_facts import PaperFile
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.unit import Unit, UnitFile
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry
from thidua_cli.reading.tables.open_table import read_table
from thidua_cli.reading.tables.table import SKIPPED_TEXT, Table
from thidua_cli.reading.yaml import read_yaml

Value = TypeVar("Value", bound=BaseModel)
Part = TypeVar("Part")
# What columns a list has, and needs, the plan says: which facts it asks for, whether it has one award or more.
_OF_THE_PLAN = ("column-missing", "unknown-column", "duplicate-column", "sheet-skipped")
_READ_IN_PART = (NominationFile, PaperFile)  # one bad value leaves all others standing
_NO_UNIT = "không có đơn vị nào"


def load_campaign(
    path: Path,
    extra: Sequence[Path] = (),
    *,
    register: Path | None = None,
    only_plan: bool = False,
    track: Track[Path] = untold,
) -> LoadedCampaign:
    """Read the campaign at ``path``: its folder, or a plan in it.

    ``extra`` are further lists of nominations; ``register`` takes the place of the folder's own. With ``only_plan``
    the other files of the folder are left alone.
    """
    plan = plan_path(path)
    campaign = LoadedCampaign(load_plan(plan))
    folder = plan.parent
    if campaign.plan.plan is None:
        campaign.unread.append(Unread(campaign.plan.document.file, first_fault(campaign.plan.faults)))
    loader = _Loader(campaign)
    own = plan.name == PLAN_FILE and not only_plan
    if only_plan:
        campaign.facts = Facts(office=load_office(folder, loader.fact_file))
    if own:
        units = loader.single(folder, "units")
        campaign.units = loader.tried(units, loader.units) or None if units else None
        campaign.units_doubted = any(map(hides_records, campaign.faults))
        campaign.units_doubted |= units is None and any(unread_singles(folder, "units"))
    loader.lists(track([*(nomination_files(folder) if own else ()), *extra], "Đọc danh sách"), folder if own else None)
    if own:
        loader.sessions(folder)
    before = len(campaign.faults)
    if register:
        campaign.register = loader.register(register)
    elif own and (book := loader.single(folder, "register")):
        campaign.register = loader.tried(book, loader.register) or []
    campaign.register_doubted = any(hides_records(fault) for fault in campaign.faults[before:])
    if own:
        loader.facts(folder)
        campaign.unread += unread_singles(folder)
        elsewhere = list(unread_elsewhere(folder, [*extra, *([register] if register else ())]))
        campaign.unread += elsewhere
        campaign.partial += [one.file for one in elsewhere if loader.has_list(Path(one.file))]
    return campaign


class _Loader:
    """Reads the files of one campaign into it."""

    def __init__(self, campaign: LoadedCampaign) -> None:
        self.campaign = campaign
        self.partly = set[str]()  # lists of which a part was not read, or may not have been

    @cached_property
    def nomination_tables(self) -> Reader[Nomination]:
        """The reader of lists of nominations, which knows the plan and, once they are read, the units."""
        plan = self.campaign.plan.plan
        facts = LAW_FACTS | (facts_of(plan) if plan else {})
        # Of a plan that cannot be read nobody knows how many awards it has, and what columns it asks for.
        several = plan is not None and len(plan.awards) != 1
        return nomination_reader(facts, award_needed=several, units=self.unit_names, first_year=first_year_of(plan))

    @property
    def unit_names(self) -> list[str]:
        """All names of the units of the campaign."""
        return [name for record in self.campaign.units or () for name in names_of(record.value)]

    def tried(self, path: Path, read: Callable[[Path], Part | None]) -> Part | None:
        """Return what ``read`` makes of a file; one that cannot be read is a fault, and stops no other."""
        try:
            return read(path)
        except ThiduaError as error:
            self._unreadable(path, error)
            return None

    def single(self, folder: Path, kind: str) -> Path | None:
        """Return the file of which there is one; of several nobody can tell which counts: they stop no list."""
        try:
            return file_of(folder, kind)
        except ThiduaError as error:
            message = f"{error.message}: chưa đọc tệp nào trong đó"
            self.campaign.faults.append(unreadable(same_named(folder, kind)[0], ThiduaError(message, error.hint)))
            self.campaign.unread += [Unread(str(file), message) for file in same_named(folder, kind)]
            return None

    def lists(self, files: Iterable[Path], folder: Path | None) -> None:
        """Read the lists of nominations; what stands among those of ``folder`` and cannot be read is told."""
        campaign, before = self.campaign, len(self.campaign.unread)
        for file in files:
            campaign.nominations += self.tried(file, self.nominations) or []
        if folder:
            self.tell_unlisted(folder, "nominations")
        faulty = {fault.file for fault in campaign.faults if fault.severity is Severity.ERROR}
        broken = [one for one in campaign.unread[before:] if one.file in faulty]
        strangers = list(unread_lists(folder)) if folder else []
        campaign.unread += strangers
        named = [*(one.file for one in (*broken, *strangers)), *sorted(self.partly)]
        campaign.partial = list(dict.fromkeys(named))

    def tell_unlisted(self, folder: Path, kind: str) -> list[OSError]:
        """Take the folders of lists that cannot be looked into for what they are: lists that were not read."""
        refused = unlisted_folders(folder, kind)
        for error in refused:
            message = f"không xem được trong thư mục {error.filename} có gì: {why(error)}"
            self._unreadable(error.filename, ThiduaError(message, "xem lại quyền đọc thư mục rồi chạy lại"))
        return refused

    def _unreadable(self, path: object, error: ThiduaError) -> None:
        self.campaign.faults.append(unreadable(path, error))
        self.campaign.unread.append(Unread(str(path), error.message))

    def register(self, path: Path) -> list[Record[RegisterEntry]]:
        """Return the lines of the award book."""
        return self.table(register_reader(), path)

    def nominations(self, path: Path) -> list[Record[Nomination]]:
        """Return the nominations of a table or of a YAML file."""
        if path.suffix.lower() not in YAML:
            records = self.table(self.nomination_tables, path, EMPTY_LIST)
            self.partly |= self.nomination_tables.incomplete
            return records
        document, file = self._yaml(path, NominationFile)
        return list(with_common_values(document, file)) if file else []

    def units(self, path: Path) -> list[Record[Unit]]:
        """Return the units of a table or of a YAML file."""
        if path.suffix.lower() in YAML:
            document, file = self._yaml(path, UnitFile)
            units = file.units if file else []
            records = [Record(unit, YamlEntry(document, f"units[{index}]")) for index, unit in enumerate(units)]
        else:
            read = self.table(unit_reader(), path, _NO_UNIT)
            records = [Record(without_number(one.value), one.origin) for one in read]
        if not records:
            self._nothing_in(str(path), _NO_UNIT)
        return records

    def has_list(self, path: Path) -> bool:
        """Tell whether a file that stands beside the lists has one of nominees, or cannot be looked into."""
        try:
            return self.nomination_tables.finds_list(read_table(path))
        except ThiduaError:
            return True

    def _nothing_in(self, file: str, reason: str) -> None:
        """Tell that no record was taken from a file, where nothing else has told why."""
        if all(one.file != file for one in self.campaign.unread):
            self.campaign.unread.append(Unread(file, reason))

    def sessions(self, folder: Path) -> None:
        """Read the sessions of the council."""
        unlisted = self.tell_unlisted(folder, "council")
        beside = self.single(folder, "council")
        found = load_sessions(folder, beside, self.session, unlisted)
        self.campaign.sessions, self.campaign.sessions_unread = found.read, found.unread
        self.campaign.unread += found.strangers

    def session(self, path: Path) -> Sitting | Doubts:
        """Return the session of a file; what is not known of it where it is none, or cannot be read."""
        try:
            return self.council(path)
        except ThiduaError as error:
            self._unreadable(path, error)
            return nothing_known(str(path))

    def council(self, path: Path) -> Sitting | Doubts:
        """Return the session of a file of YAML or of tables."""
        if path.suffix.lower() in YAML:
            document, council = self._yaml(path, Council)
            record = Record(council, YamlEntry(document, "")) if council else None
            return typed_session(record) if record else not_a_session(document.file, self.campaign.faults)
        table = self._opened(path)
        session = council_session(table, self.unit_names)
        self.campaign.faults += session.faults
        self.campaign.lists += session.views
        if session.record:
            return Sitting(session.record, session.doubts)
        self.campaign.unread.append(Unread(table.file, first_fault(session.faults)))
        return session.doubts

    def facts(self, folder: Path) -> None:
        """Read results, decisions, the papers' own facts and the office."""
        strangers = list(unread_facts(folder))
        self.campaign.unread += strangers
        self.campaign.facts = load_facts(folder, self.fact_file, [one.file for one in strangers])

    def fact_file(self, path: Path, model: type[Value]) -> tuple[Document, Value] | None:
        """Return the document of a file of facts and what it says; None, and its faults told, where it has some."""
        try:
            document, value = self._yaml(path, model)
        except ThiduaError as error:
            self._unreadable(path, error)
            return None
        return (document, value) if value else None

    def _opened(self, path: Path) -> Table:
        table = read_table(path)
        self.campaign.files += 1
        if table.lines:
            self.campaign.lines[table.file] = table.lines
        return table

    def table(self, reader: Reader[Value], path: Path, nothing: str = "") -> list[Record[Value]]:
        """Return the records of a table, its faults put into the campaign; ``nothing`` tells that it has none."""
        table = self._opened(path)
        before, seen = len(reader.faults), len(reader.views)
        records = reader.read(table)
        self.campaign.lists += reader.views[seen:]
        found = reader.faults[before:]
        faults = [fault for fault in found if self.campaign.plan.plan or fault.code not in _OF_THE_PLAN]
        self.campaign.faults += faults
        if not table.sheets and not found:
            nothing = "không có bảng nào; danh sách đề nghị thì chép vào một bảng có hàng tiêu đề"
            self.partly.add(table.file)
        if any(fault.code == SKIPPED_TEXT for fault in faults):
            self.partly.add(table.file)
        if not records and any(fault.severity is Severity.ERROR for fault in faults):
            self.campaign.unread.append(Unread(table.file, first_fault(faults)))
        elif not records and nothing and len(faults) == len(found):
            self._nothing_in(table.file, nothing)
        return records

    def _yaml(self, path: Path, model: type[Value]) -> tuple[Document, Value | None]:
        document = read_yaml(path)
        self.campaign.files += 1
        self.campaign.lines[document.file] = document.lines
        value, faults = validated(document, model)
        if value is None and model in _READ_IN_PART:
            value = without_bad_values(document.data, model)
            faults = [of_its_row(fault) for fault in faults] if value else faults
        self.campaign.faults += faults
        if value is None:
            self.campaign.unread.append(Unread(document.file, first_fault(faults)))
        return document, value
