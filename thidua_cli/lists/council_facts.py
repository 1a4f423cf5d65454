"""The facts of a session gathered from the lines of all sheets, each typed once; what is refused, or told twice."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.findings.outcome import LineRow
from thidua_cli.lists.cells import Refused, text_of
from thidua_cli.lists.council_known import session_known
from thidua_cli.lists.council_lines import Fact, council_names, facts_below, facts_in, label_of
from thidua_cli.lists.values import Learnt
from thidua_cli.model.council import OwnRule
from thidua_cli.model.council_tables import MANY, SessionFacts
from thidua_cli.reading.tables.table import Sheet, fault_at
from thidua_cli.vietnamese.text import clean, fold

_OF_RULE = ("citation", "quorum", "share")


class FactBook:
    """The facts of one file."""

    def __init__(self) -> None:
        self.known = session_known()
        self.values: dict[str, Any] = {}
        self.spots: dict[str, Spot] = {}
        self.faults: list[Diagnostic] = []
        self.doubted: set[str] = set()
        """Fields that are told in a way that is not understood, or in two ways."""
        self._learnt = Learnt(SessionFacts)
        self._names: dict[str, tuple[str, Spot]] = {}

    def rows_of(self, sheet: Sheet) -> dict[int, list[Fact]]:
        """Return the facts of a sheet, by the row that tells them."""
        rows = sheet.rows
        found = {index: facts for index, row in enumerate(rows) if (facts := facts_in(row, self.known))}
        for index, (labels, values) in enumerate(pairwise(rows)):
            if index not in found and (facts := facts_below(labels, values, self.known)):
                found |= {index: [], index + 1: facts}
        return dict(sorted(found.items()))

    def enter(self, sheet: Sheet, rows: dict[int, list[Fact]]) -> Iterator[LineRow]:
        """Take the facts of a sheet; yield each as it was understood."""
        for index, facts in rows.items():
            if not facts:
                continue  # labels over the values of the next row
            for fact in facts:
                self._take(fact, sheet.spot(index, fact.column))
            told = "; ".join(f"{self.known.title(one.field)}: {clean(text_of(one.typed))}" for one in facts)
            yield LineRow(index + 1, " ".join(clean(text_of(cell)) for cell in sheet.rows[index] if cell != ""), told)

    def _take(self, fact: Fact, spot: Spot) -> None:
        value = self._learnt.of(fact.field).value(fact.typed)
        title = self.known.title(fact.field)
        if isinstance(value, Refused):
            self.faults.append(fault_at(spot, value.code, f"“{title}”: {value.message}", value.hint))
            self.doubted.add(fact.field)
        elif value is not None and fact.field in MANY:
            self.values.setdefault(fact.field, []).extend(value)
        elif value is not None and self.values.setdefault(fact.field, value) != value:
            other = self.values[fact.field]
            message = f"“{title}” ghi hai lần khác nhau: {other}, {value}"
            self.faults.append(fault_at(spot, "duplicate-key", message, "giữ một dòng theo biên bản"))
            self.doubted.add(fact.field)
        self.spots.setdefault(fact.field, spot)

    def without_value(self, sheet: Sheet, rows: Iterable[int]) -> None:
        """Tell the cells of lines that hold an error, or a formula never computed; their labels say of what."""
        for row, column in sorted(sheet.unread):
            if row in rows:
                message = "ô này không có giá trị (công thức chưa có kết quả hoặc báo lỗi)"
                hint = "mở tệp trong Excel, chờ tính xong rồi lưu lại; hoặc gõ giá trị thay cho công thức"
                self.faults.append(fault_at(sheet.spot(row, column), "formula-without-value", message, hint))
                self.doubted.update(filter(None, (label_of(cell, self.known) for cell in sheet.rows[row])))

    def title(self, text: str, spot: Spot) -> None:
        """Take the name of the council from a title."""
        for name in council_names([text]):
            self._names.setdefault(fold(name), (name, spot))

    def name(self) -> str | None:
        """Return the name of the council: what a line says, else the longest of the titles, if they say one."""
        if "name" in self.values or not self._names:
            return self.values.get("name")
        longest = max(self._names, key=len)
        if not all(longest.startswith(one) for one in self._names):
            return None
        name, self.spots["name"] = self._names[longest]
        return name

    @property
    def several_names(self) -> list[str]:
        """The names of the council that titles tell."""
        return [name for name, _ in self._names.values()]

    def rule(self) -> OwnRule | None:
        """Return the shares of the council's own regulation that are sure; told, where nothing cites it."""
        told = {key: self.values[key] for key in _OF_RULE if key in self.values and key not in self.doubted}
        if not told or "citation" in self.doubted:
            return None
        if "citation" in told:
            return OwnRule.model_validate(told)
        first = next(iter(told))
        message = f"“{self.known.title(first)}” chưa có căn cứ: chưa xét theo tỷ lệ này"
        hint = f"ghi thêm dòng “{self.known.title('citation')}: Điều … Quy chế …”"
        self.faults.append(fault_at(self.spots[first], "missing-key", message, hint))
        self.doubted.add(first)
        return None

    @property
    def share_open(self) -> bool:
        """Whether a line tells a share of the council's own that is not sure, or that nothing cites."""
        cited = "citation" in self.values and "citation" not in self.doubted
        return "share" in self.doubted or ("share" in self.values and not cited)

    def sure(self, names: Sequence[str]) -> dict[str, Any]:
        """Return some of the facts, those that are in doubt left out."""
        return {name: self.values[name] for name in names if name in self.values and name not in self.doubted}
