"""Words of columns whose values the program knows, as officers write them: understood, or asked about."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from tests.checked import checked
from tests.lists.workbooks import workbook
from tests.not_yet import params
from tests.spellings.almost_all import lacking
from tests.spellings.people import people
from thidua_cli.campaign.load_folder import load_campaign

HERE = Path(__file__).parent
GIVEN = yaml.safe_load((HERE / "words.yaml").read_text(encoding="utf-8"))
HEADINGS = {
    "rating": "Xếp loại",
    "initiative": "Sáng kiến",
    "discipline": "Kỷ luật",
    "pending": "Đang xem xét kỷ luật",
    "subject": "Đối tượng",
    "gender": "Giới tính",
    "born": "Ngày sinh",
    "votes": "Số phiếu đồng ý",
    "year": "Năm xét",
    "prior": "Khen thưởng đã nhận",
    "members": "Tổng số người",
}
BODIES = {"collective": "Chi đội ", "enterprise": "Công ty "}  # a nominee's name is of the kind that the column says
SHOWN = ("subject", "gender", "born", "year")  # what the nominations of a check show
SCOPES = ("none", "base", "ministry_province", "national")
LEAST = 120


@dataclass(frozen=True)
class Word:
    """A text in a column, and what it means."""

    column: str
    means: str
    text: str


def _cases() -> dict[str, Word]:
    cases = [
        Word(column, str(means), text) for column, group in GIVEN.items() for means in group for text in group[means]
    ]
    named = {f"{case.column}: {case.text} is {case.means}": case for case in cases}
    assert len(named) == len(cases)
    assert all(isinstance(case.text, str) for case in cases)
    return named


CASES = _cases()


@dataclass(frozen=True)
class Read:
    """What became of a text: the value of its column, and the findings at its cell."""

    value: Any
    told: tuple[dict[str, Any], ...]


@cache
def _read(column: str) -> dict[str, Read]:
    """Return what a list with all texts of one column is read as, by text."""
    several = people([case for case in CASES.values() if case.column == column])
    cases = [(f"{BODIES.get(case.means, '')}{name}", case) for name, case in several]
    names = "Tên tập thể, cá nhân" if column in ("subject", "members") else "Họ và tên"
    rows = [["STT", names, HEADINGS[column], "Đơn vị công tác", "Hình thức đề nghị"]]
    rows += [[str(n), name, case.text, "Phòng Một", "Giấy khen"] for n, (name, case) in enumerate(cases, 1)]
    with TemporaryDirectory() as folder:
        Path(folder, "nominations").mkdir()
        Path(folder, "plan.yaml").write_bytes((HERE / "both" / "plan.yaml").read_bytes())
        Path(folder, "nominations", "f.xlsx").write_bytes(workbook(rows))
        result = checked(Path(folder))
        records = {record.value.name: record.value for record in load_campaign(Path(folder)).nominations}
    shown = {one["name"]: one for one in result["nominations"]}
    told: dict[str, list[dict[str, Any]]] = {}
    for finding in result["diagnostics"]:
        told.setdefault(finding["cell"] or "", []).append(finding)
    read = {}
    for row, (name, case) in enumerate(cases, 2):
        value = None  # a row that is taken out says nothing
        if name in records:
            value = shown[name][column] if column in SHOWN else _value(records[name], column)
        read[case.text] = Read(value, tuple(told.get(f"C{row}", ())))
    return read


def _value(record: Any, column: str) -> Any:
    if column == "votes":
        return None if record.agree is None else f"{record.agree} of {record.voters or '?'}"
    if column == "prior":
        return ", ".join(f"{one.award} {one.year}" for one in record.prior) or None
    return getattr(record, column)


def fault(case: Word) -> str:
    read = _read(case.column)[case.text]
    told = [finding["message"] for finding in read.told]
    if case.means == "ask":
        return "" if read.value is None and told else f"{read.value}, told {told}"
    if case.means == "nothing":
        return "" if read.value is None and not told else f"{read.value}, told {told}"
    if case.means == "named":
        errors = [finding for finding in read.told if finding["severity"] == "error"]
        return "" if not errors and read.value not in SCOPES else f"{read.value}, told {told}"
    return "" if str(read.value) == case.means else f"{read.value}, told {told}"


def shortfall(_: str) -> str:
    """Tell what is lacking: almost all texts understood, none as something that it does not mean."""
    failing = {name: case for name, case in CASES.items() if fault(case)}
    wrong = [name for name, case in failing.items() if _read(case.column)[case.text].value is not None]
    return lacking(CASES, failing, wrong)


@pytest.mark.parametrize("case", params(HERE / "not_yet_words.txt", CASES, fault))
def test_a_word_is_understood_or_asked_about(case: Word) -> None:
    assert fault(case) == ""


@pytest.mark.parametrize("name", params(HERE / "not_yet_words_share.txt", {"all": "all"}, shortfall))
def test_almost_all_words_are_understood_and_none_wrongly(name: str) -> None:
    assert shortfall(name) == ""


def test_the_exam_is_long_enough_and_asks_in_every_column() -> None:
    assert len(CASES) >= LEAST
    assert {case.column for case in CASES.values()} == set(HEADINGS)
