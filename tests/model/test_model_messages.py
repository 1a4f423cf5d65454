"""Whatever is put where, reading answers in Vietnamese, at a place in the file, with a remedy."""

import re
from pathlib import Path

import pytest
import yaml

from tests.model.plans import EVERYTHING, Steps, at, everything, nodes, replaced
from thidua_cli.campaign.load_plan import validate
from thidua_cli.findings.catalogue import rules
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.reading.document import Document, child
from thidua_cli.reading.yaml import parse_yaml

VIETNAMESE = re.compile("[à-ỹđ]", re.IGNORECASE)
# What betrays Python or pydantic to the reader.
ENGLISH = re.compile(r"\b(None|True|False|dict|list|str|Input|Value|input|field|type|should|valid)\b|\{'|\['|<class")
VALUES = [None, "", "x", "đủ", "-3", "31/02/2024", "y" * 500, "dòng\nhai", [], ["x"], [None], [[]], {}, {"x": "y"}]
VALUES += [{"text": None}, {"event": {}}, {"event": "đủ", "la": "x"}, {"Câu này có": "hai chấm"}, "\u202eđảo"]


def findings(text: str) -> tuple[Document, list[Diagnostic]]:
    document = parse_yaml(text.encode(), "plan.yaml")
    return document, list(validate(document).faults)


def path_of(steps: Steps) -> str:
    path = ""
    for step in steps:
        path = child(path, step)
    return path


def hold_to_the_promise(fault: Diagnostic, document: Document) -> None:
    assert fault.code in rules()
    assert VIETNAMESE.search(fault.message), fault.message
    assert VIETNAMESE.search(fault.hint), fault.hint
    assert fault.message != "giá trị không hợp lệ"
    assert not ENGLISH.search(fault.message), fault.message
    assert not ENGLISH.search(fault.hint), fault.hint
    assert "\n" not in fault.message
    assert len(fault.message) < 200
    assert fault.line is not None
    assert fault.column is not None
    assert 1 <= fault.line <= len(document.lines)
    assert 1 <= fault.column <= len(document.lines[fault.line - 1]) + 1


@pytest.mark.slow
@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:20])
def test_any_value_in_any_place_is_answered_there(value: object) -> None:
    data = everything()
    for steps in nodes(data):
        text = yaml.dump(replaced(data, steps, value), allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)
        document, faults = findings(text)
        for fault in faults:
            hold_to_the_promise(fault, document)
            assert fault.path.startswith(path_of(steps)) or fault.path in path_of(steps), f"{steps} {fault}"
            place = document.place(fault.path)
            assert place[0] >= document.place(path_of(steps))[0] or fault.line == place[0]


def test_a_plan_that_is_no_mapping() -> None:
    for text in ("xin chào", "- a\n- b\n", '""', "issue:x"):
        document, (fault,) = findings(text)
        hold_to_the_promise(fault, document)
        assert (fault.code, fault.path, fault.line) == ("bad-value", "", 1)


def full(**changes: str) -> str:
    """Return the full plan, each text on the left replaced by the one on the right."""
    text = EVERYTHING.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


FAULTS = yaml.safe_load(Path(__file__).with_name("faults.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["now"])
def test_a_fault_and_its_remedy(case: dict[str, str]) -> None:
    document, (fault,) = findings(full(**{case["was"]: case["now"]}))
    hold_to_the_promise(fault, document)
    assert (fault.code, fault.path) == (case["code"], case["path"])
    assert case["says"] in fault.message
    assert case["hint"] in fault.hint


def test_places_of_faults() -> None:
    document, faults = findings(
        full(**{"theme: Nhanh": "tehme: Nhanh", "years: 134": "years: ba", "place: A,": "", "days: 90": "days:"})
    )
    found = {
        fault.path: document.lines[fault.line - 1][fault.column - 1 :]
        for fault in faults
        if fault.line and fault.column
    }
    assert found["campaign.tehme"].startswith("tehme:")
    assert found["campaign.anniversary.years"].startswith("ba}")
    assert found["issuer.place"].startswith("issuer:")
    assert len(faults) == 3


def test_ten_faults_give_ten_findings() -> None:
    changes = {"theme: Nhanh": "tehme: Nhanh", "mode: drive": "mode: drvie", "form: giay_khen": "form: giay_khne"}
    changes |= {"number: 15a": "number: x y", "days: 90": "days: -1", "id: gd1": "id: GD1", "kind: final": "kind: cuoi"}
    changes |= {"mark: a)": "mark: Z)", "acting: không": "acting: x", "only: giay-khen": "only: Giấy"}
    _, faults = findings(full(**changes))
    assert len(changes) == 10
    assert len(faults) == 10
    assert len({fault.line for fault in faults}) >= 9


def test_an_award_named_by_its_everyday_name_is_recognised() -> None:
    (fault,) = findings(full(**{"award: giay_khen": "award: Chiến sĩ thi đua cơ sở"}))[1]
    assert fault.code == "unknown-award"
    assert "có phải “chien_si_thi_dua_co_so”" in fault.hint


def test_values_inside_an_alias_are_told_at_the_alias() -> None:
    text = full(**{"bases: [Luật": "bases: &b [~, Luật", "opening: Thực hiện kế hoạch năm 2024": "opening: *b"})
    document, faults = findings(text)
    assert [fault.path for fault in faults] == ["bases[0]", "opening[0]"]
    for fault, word in zip(faults, ("~, Luật", "*b"), strict=True):
        assert document.lines[(fault.line or 0) - 1][(fault.column or 0) - 1 :].startswith(word)


def test_every_part_of_the_full_plan_can_be_reached() -> None:
    data = everything()
    document = parse_yaml(EVERYTHING.read_bytes(), "f")
    for steps in nodes(data):
        if isinstance(value := at(data, steps), str):
            place = document.values[path_of(steps)]
            assert document.lines[place.line - 1][place.column - 1 :].lstrip("\"'").startswith(value)
