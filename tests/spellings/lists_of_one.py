"""Small lists in which one heading is the question, and what the program made of it."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.checked import checked
from tests.lists.workbooks import workbook
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.lists.council_reader import member_reader, vote_reader
from thidua_cli.lists.reader import nomination_reader, register_reader, unit_reader
from thidua_cli.reading.tables.excel import parse_excel

HERE = Path(__file__).parent
FIELDS = yaml.safe_load((HERE / "fields.yaml").read_text(encoding="utf-8"))
READERS = {
    "nominations": lambda: nomination_reader({}, award_needed=True),
    "units": unit_reader,
    "register": register_reader,
    "members": member_reader,
    "votes": vote_reader,
}
RIGHT, NOT_UNDERSTOOD, WRONG = "right", "not understood", "wrong"
Column = tuple[str, tuple[Any, ...]]
Values = list[dict[str, Any]]


@dataclass(frozen=True)
class Heading:
    """A heading of one kind of list, what it means (or what either of several), and what stands below and beside it."""

    table: str
    means: tuple[str, ...]
    heading: str
    below: tuple[Any, ...] | None = None
    beside: tuple[Column, ...] = ()


def headings() -> dict[str, Heading]:
    """Return the cases of ``headings.yaml`` by name; a heading that stands there twice is told by what is below."""
    cases: dict[str, Heading] = {}
    for table, meanings in yaml.safe_load((HERE / "headings.yaml").read_text(encoding="utf-8")).items():
        for means, group in meanings.items():
            for given in group:
                case = _case(table, means, given if isinstance(given, dict) else {"heading": given})
                name = f"{table}: {means}: {case.heading.replace(chr(10), ' ⏎ ')}"
                name = f"{name} over {case.below[0]}" if case.below else name
                assert cases.setdefault(name, case) is case, f"{name} stands twice"
    return cases


def _case(table: str, means: str, given: Mapping[str, Any]) -> Heading:
    below = tuple(given["below"]) if "below" in given else None
    beside = tuple((heading, tuple(cells)) for heading, cells in given.get("beside", {}).items())
    return Heading(table, tuple(means.split(" or ")), given["heading"], below, beside)


def outcome(case: Heading) -> str:
    """Return whether a heading was read as what it means, or what was made of it."""
    if case.means == ("position+unit",):
        return _outcome_of_both(case)
    told = [_outcome(case, means) for means in case.means]
    return min(told, key=(RIGHT, NOT_UNDERSTOOD, WRONG).index)


def _outcome(case: Heading, means: str) -> str:
    column = (case.heading, case.below or tuple(FIELDS[case.table][case.means[0]]["below"]))
    given, faults = _read(case.table, _columns(case, means, column))
    if means in ("name", "collective"):
        given = _without_subject(given)  # it follows from the heading
    if means in ("passed", "unknown", "number"):
        return _outcome_without_field(case, means, given, faults)
    expected = _expected(case, means, column[1])
    if means in ("name", "collective"):
        expected = _without_subject(expected)
    if given == expected and not _severe(faults):
        return RIGHT
    if _nothing_else(given, expected) and faults:
        return NOT_UNDERSTOOD
    return WRONG


def _outcome_of_both(case: Heading) -> str:
    """Tell whether post and unit are parted: a matter of the whole campaign, which knows the units."""
    cells = case.below or tuple(FIELDS["nominations"]["position+unit"]["below"])
    columns = _own("nominations", ["number", "name"])
    columns += [(case.heading, cells), *_own("nominations", ["award"])]
    with tempfile.TemporaryDirectory() as folder:
        for name in ("plan.yaml", "units.yaml"):
            Path(folder, name).write_bytes((HERE / "both" / name).read_bytes())
        Path(folder, "nominations").mkdir()
        Path(folder, "nominations", "f.xlsx").write_bytes(workbook(_rows(columns)))
        result = checked(Path(folder))
    given = [(one["position"], one["unit"]) for one in result["nominations"]]
    if given == [tuple(cell.split(", ")) for cell in cells]:
        return RIGHT
    told = any(one["file"].endswith("f.xlsx") for one in result["diagnostics"])
    empty = all(pair == (None, None) for pair in given)
    return NOT_UNDERSTOOD if told and empty else WRONG


def _outcome_without_field(case: Heading, means: str, given: Values, faults: Sequence[Diagnostic]) -> str:
    without, _ = _read(case.table, _columns(case, means, None))
    if given != without:
        return WRONG
    wanted = bool(faults) is (means == "unknown")
    return RIGHT if wanted else NOT_UNDERSTOOD


def _expected(case: Heading, means: str, cells: tuple[Any, ...]) -> Values:
    """Return what our own heading of the field gives over the same cells; of the columns Nam, Nữ what they say."""
    if means in ("male", "female"):
        return _of_one_sex(case, means, cells)
    expected, faults = _read(case.table, _columns(case, means, (FIELDS[case.table][means]["heading"], cells)))
    known = _read(case.table, _columns(case, means, None))[0]
    readable = "name" if means == "collective" else means
    if not all(readable in values for values, cell in zip(expected, cells, strict=True) if cell is not None):
        assert len(case.means) > 1, f"{case}: our own heading does not read these cells, {faults}"
        return []
    assert expected != known or means in ("name", "collective", "unit", "award"), case
    return expected


def _of_one_sex(case: Heading, means: str, cells: tuple[Any, ...]) -> Values:
    """Return the list with the sexes told by Giới tính, and years and days of birth by Ngày sinh."""
    other = "female" if means == "male" else "male"
    words = {"male": "Nam", "female": "Nữ"}
    sexes = tuple(words[other if cell is None else means] for cell in cells)
    born = tuple(_complement(cells)[row] if cell is None else cell for row, cell in enumerate(cells))
    columns = [*_own(case.table, FIELDS["always"]["nominations"]), ("Giới tính", sexes)]
    if len(str(cells[0])) >= 4:
        columns.append(("Ngày sinh", born))
    return _read(case.table, tuple(columns))[0]


def _nothing_else(given: Values, expected: Values) -> bool:
    """Whether no field holds a value that it does not have where the heading is understood."""
    if not given:
        return True
    if len(given) != len(expected):
        return not expected
    return all(set(one.items()) <= set(other.items()) for one, other in zip(given, expected, strict=True))


def _without_subject(values: Values) -> Values:
    return [{name: value for name, value in one.items() if name != "subject"} for one in values]


def _columns(case: Heading, means: str, column: Column | None) -> tuple[Column, ...]:
    """Return the columns of the list: those of every list, the one in question in place of its own or behind them."""
    kind = FIELDS["tried_among"].get(means, case.table) if case.table == "nominations" else case.table
    always = [field for field in FIELDS["always"][kind] if field != means]
    columns = _own(case.table, always)
    if column is None:
        return (*columns, *case.beside)
    place = 0 if means == "number" else 1 if means in ("name", "collective") else len(columns)
    columns.insert(min(place, len(columns)), column)
    if means in ("male", "female"):
        columns.append(("Nữ" if means == "male" else "Nam", _complement(column[1])))
    return (*columns, *case.beside)


def _own(table: str, fields: Sequence[str]) -> list[Column]:
    return [(FIELDS[table][field]["heading"], tuple(FIELDS[table][field]["below"])) for field in fields]


def _complement(cells: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the cells of the other sex: a mark, a year or a day where these are blank."""
    return tuple(cells[0] if cell is None else None for cell in cells)


@cache
def _read(table: str, columns: tuple[Column, ...]) -> tuple[Values, list[Diagnostic]]:
    """Return what a list of these columns says, record by record, and the findings."""
    reader = READERS[table]()
    records = reader.read(parse_excel(workbook(_rows(columns)), "f.xlsx"))
    return [_values(record.value) for record in records], list(reader.faults)


def _rows(columns: Sequence[Column]) -> list[Sequence[Any]]:
    return [[heading for heading, _ in columns], *zip(*(cells for _, cells in columns), strict=True)]


def _values(record: Any) -> dict[str, str]:
    """Return the fields that are filled, each as text."""
    values = {name: getattr(record, name) for name in type(record).model_fields}
    return {name: str(value) for name, value in values.items() if value not in (None, [], {})}


def _severe(faults: Sequence[Diagnostic]) -> bool:
    return any(fault.severity.value != "note" for fault in faults)
