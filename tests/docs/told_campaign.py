"""What the files of a campaign tell, counted by hand: csv and yaml alone, nothing of the program."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

COLLECTIVE, PERSON = "tập thể", "cá nhân"
Row = dict[str, str]


@dataclass(frozen=True)
class Told:
    """One campaign of one award; ``spared`` are those whom the decision leaves out, by name."""

    folder: Path
    spared: frozenset[str]

    def file(self, name: str) -> dict[str, Any]:
        return dict(yaml.safe_load((self.folder / name).read_text(encoding="utf-8")))

    @cached_property
    def nominees(self) -> list[Row]:
        """All rows of all lists, collectives first, in the order of the files."""
        rows: list[Row] = []
        for path in sorted((self.folder / "nominations").glob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows += csv.DictReader(file)
        return of_kind(rows, COLLECTIVE) + of_kind(rows, PERSON)

    @cached_property
    def council(self) -> dict[str, Any]:
        return self.file("council.yaml")

    @cached_property
    def votes(self) -> dict[str, dict[str, Any]]:
        return {vote["name"]: vote for vote in self.council["votes"]}

    @property
    def members(self) -> int:
        return len(self.council["members"])

    @property
    def voted(self) -> list[Row]:
        return [row for row in self.nominees if row["Họ và tên"] in self.votes]

    @property
    def passed(self) -> list[Row]:
        """Who has the ballots of more than half of all members."""
        return [row for row in self.voted if self.votes[row["Họ và tên"]]["agree"] * 2 > self.members]

    @property
    def not_passed(self) -> list[Row]:
        return [row for row in self.nominees if row not in self.passed]

    @property
    def awarded(self) -> list[Row]:
        return [row for row in self.passed if row["Họ và tên"] not in self.spared]

    @property
    def units(self) -> list[dict[str, Any]]:
        return list(self.file("units.yaml")["units"])

    def share(self, row: Row) -> str:
        """Return the share of agreeing ballots in all members, in per cent."""
        return in_percent(self.votes[row["Họ và tên"]]["agree"], self.members)

    def amount(self, row: Row) -> int:
        """Return the award money of one nominee."""
        (decision,) = [paper for paper in self.file("papers.yaml")["papers"] if paper["doc"] == "decision"]
        kinds = {"collective": COLLECTIVE, "individual": PERSON}
        (found,) = [one["amount"] for one in decision["amounts"] if kinds[one["subject"]] == row["Đối tượng"]]
        return int(found)

    @property
    def sum(self) -> int:
        return sum(self.amount(row) for row in self.awarded)


def of_kind(rows: Sequence[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["Đối tượng"] == kind]


def counts(rows: Sequence[Row]) -> tuple[int, int]:
    """Return how many collectives and how many persons there are."""
    return len(of_kind(rows, COLLECTIVE)), len(of_kind(rows, PERSON))


def said(rows: Sequence[Row], between: str = ", ") -> str:
    """Return the counts as papers say them: ``02 tập thể, 05 cá nhân``."""
    collectives, persons = counts(rows)
    return f"{collectives:02d} {COLLECTIVE}{between}{persons:02d} {PERSON}"


def addressed(row: Row) -> str:
    title = {"nam": "Ông ", "nữ": "Bà ", "": ""}[row["Giới tính"]]
    return title + row["Họ và tên"]


def post(row: Row) -> str:
    """Return post and unit of a person; nothing of a collective that is its own unit."""
    return ", ".join(part for part in (row["Chức vụ"], row["Đơn vị"]) if part) if row["Chức vụ"] else ""


def in_percent(part: float, whole: float) -> str:
    return f"{part * 100 / whole:.1f}".removesuffix(".0").replace(".", ",")


def dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def spelled(number: int) -> str:
    """Return a sum of money in words, by a speller of the tests' own."""
    groups = []
    for scale in ("", " nghìn", " triệu", " tỷ"):
        number, part = divmod(number, 1000)
        if part:
            groups.insert(0, _three(part, full=number > 0) + scale)
    return " ".join(groups)


def _three(part: int, *, full: bool) -> str:
    hundreds, rest = divmod(part, 100)
    tens, ones = divmod(rest, 10)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens > 1:
        words.append(f"{_DIGITS[tens]} mươi")
    elif tens == 1:
        words.append("mười")
    elif ones and words:
        words.append("linh")
    special = {(True, 1): "mốt", (True, 4): "tư", (True, 5): "lăm"}.get((tens > 1, ones))
    if tens == 1 and ones == 5:
        special = "lăm"
    if ones:
        words.append(special or _DIGITS[ones])
    return " ".join(words)
