"""Numbering and wording: what the facts of a plan become on paper."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from thidua_cli.campaign.load_plan import load_plan
from thidua_cli.model.plan import Plan
from thidua_cli.model.terms import INSERTS
from thidua_cli.papers.engine import Wording
from thidua_cli.papers.launch.plan_body import Outline
from thidua_cli.papers.launch.plan_facts import quota_lines
from thidua_cli.reading.yaml import read_yaml

_NUMBERING = ["I.", "1.", "a)", "-"]


def _plan(**changes: Any) -> Plan:
    data = read_yaml(ROOT / "plans" / "mttq-2024" / "plan.yaml").data
    assert isinstance(data, dict)
    return Plan.model_validate({**data, **changes})


def _lines(**changes: Any) -> list[str]:
    blocks = Outline(_plan(**changes), Wording(), _NUMBERING).blocks()
    return [f"{block.component}: {block.html}" for block in blocks]


def test_headings_are_numbered_by_level_and_never_skip() -> None:
    body = [
        {
            "heading": "Một",
            "parts": [{"heading": "A", "items": ["x", {"text": "y", "items": ["z"]}]}, {"heading": "B"}],
        },
        {"text": "đoạn không đề mục"},
        {"heading": "Hai", "items": ["p"]},
    ]
    assert _lines(body=body) == [
        "heading-1: I. Một",
        "heading-2: 1. A",
        "clause: a) x",
        "clause: b) y",
        "item-1: - z",
        "heading-2: 2. B",
        "body: đoạn không đề mục",
        "heading-1: II. Hai",
        "clause: 1. p",
    ]


@pytest.mark.parametrize("sign", ["|", ">-"])
def test_a_blank_line_in_a_text_begins_a_new_paragraph(sign: str, tmp_path: Path) -> None:
    text = f"body:\n  - heading: Một\n    text: {sign}\n      A dài\n      nữa.\n\n      B.\n"
    path = tmp_path / "body.yaml"
    path.write_text(text, encoding="utf-8")
    data = read_yaml(path).data
    assert isinstance(data, dict)
    assert _lines(**data) == ["heading-1: I. Một", "body: A dài nữa.", "body: B."]


@pytest.mark.parametrize(
    ("mark", "printed"),
    [
        ("I-", ["clause: I- x", "clause: II- y"]),
        ("1)", ["clause: 1) x", "clause: 2) y"]),
        ("(1)", ["clause: (1) x", "clause: (2) y"]),
        ("1.1-", ["clause: 1- x", "clause: 2- y"]),
        ("a.", ["clause: a. x", "clause: b. y"]),
        ("+", ["item-2: + x", "item-2: + y"]),
        ("none", ["body: x", "body: y"]),
    ],
)
def test_a_section_may_choose_its_marks(mark: str, printed: list[str]) -> None:
    assert _lines(body=[{"heading": "Một", "mark": mark, "items": ["x", "y"]}])[1:] == printed


def test_numbers_of_several_levels_begin_below_roman_ones() -> None:
    body = [{"heading": "Một", "parts": [{"heading": "A", "mark": "1.1.", "items": ["x", "y"]}]}]
    assert _lines(body=body)[2:] == ["clause: 1.1. x", "clause: 1.2. y"]


def test_letters_follow_the_vietnamese_alphabet() -> None:
    items = [str(number) for number in range(8)]
    printed = _lines(body=[{"heading": "Một", "mark": "a)", "items": items}])[1:]
    assert [line.split()[1] for line in printed] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]


def test_an_inline_heading_runs_into_its_text() -> None:
    body = [{"heading": "Một", "parts": [{"heading": "Thời gian", "inline": True, "text": "cả năm."}]}]
    assert _lines(body=body)[1] == "clause: <b>1. Thời gian:</b> cả năm."


@pytest.mark.parametrize(
    ("quotas", "sentences"),
    [
        (
            [{"subject": "collective", "max": 1}, {"subject": "individual", "max": 3}],
            ["Không quá 01 tập thể, 03 cá nhân được xét tặng Giấy khen của Cục trưởng"],
        ),
        (
            [{"subject": "collective", "exactly": 1}, {"subject": "individual", "exactly": 12}],
            ["01 tập thể và 12 cá nhân được xét tặng Giấy khen của Cục trưởng"],
        ),
        (
            [{"subject": "collective", "min": 1, "max": 2}],
            ["Từ 01 đến 02 tập thể được xét tặng Giấy khen của Cục trưởng"],
        ),
        ([{"subject": "household", "min": 2}], ["Ít nhất 02 hộ gia đình được xét tặng Giấy khen của Cục trưởng"]),
        (
            [{"subject": ["collective", "individual"], "max": 1, "per": "unit"}],
            ["Mỗi đơn vị không quá 01 tập thể hoặc cá nhân được xét tặng Giấy khen của Cục trưởng"],
        ),
        (
            [
                {"subject": "individual", "max": 5, "units": ["Ban A"]},
                {"subject": "individual", "max": 2, "units": "rest"},
            ],
            [
                "Ban A: không quá 05 cá nhân được xét tặng Giấy khen của Cục trưởng",
                "Các đơn vị còn lại: không quá 02 cá nhân được xét tặng Giấy khen của Cục trưởng",
            ],
        ),
        (
            [{"subject": "individual", "share": {"max": "10%", "of": "participants", "at_least": 1}}],
            [
                "Không quá 10% cá nhân (tính trên số cá nhân tham gia; mỗi nơi ít nhất được 01)"
                " được xét tặng Giấy khen của Cục trưởng"
            ],
        ),
        (
            [{"subject": "individual", "group": "leader", "share": {"max": "50%", "of": "nominated"}}],
            [
                "Không quá 50% cá nhân là lãnh đạo, quản lý (tính trên số được đề nghị cùng hình thức, cùng đối tượng)"
                " được xét tặng Giấy khen của Cục trưởng"
            ],
        ),
        (
            [
                {
                    "subject": "collective",
                    "steps": {"of": "units", "table": [{"from": 0, "max": 1}, {"from": 6, "max": 2}]},
                }
            ],
            [
                "Số tập thể được xét tặng Giấy khen của Cục trưởng theo số đơn vị:"
                " dưới 06 thì không quá 01; từ 06 trở lên thì không quá 02"
            ],
        ),
        (
            [{"subject": "collective", "open": "true"}, {"subject": "individual", "open": "true"}],
            ["Tập thể và cá nhân được xét tặng Giấy khen của Cục trưởng, số lượng do người có thẩm quyền quyết định"],
        ),
        ([{"subject": "collective", "max": 1, "wording": "Một tập thể"}], ["Một tập thể"]),
    ],
)
def test_quotas_are_worded_from_their_facts(quotas: list[dict[str, Any]], sentences: list[str]) -> None:
    typed = _typed(quotas)
    award = {"id": "giay-khen", "form": "giay_khen", "decided_by": "Cục trưởng", "quotas": typed}
    plan = _plan(awards=[award], body=[{"heading": "x"}])
    assert [str(Wording().quota(line)) for line in quota_lines(plan, plan.awards[0])] == sentences


@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize("insert", sorted(set(INSERTS) - {"period"}))
def test_what_is_inserted_may_be_empty(insert: str, inline: bool) -> None:
    kept = {"mode": "regular", "launched_by": "unit", "start": "2024-01", "end": "2024-12"}
    nothing: dict[str, Any] = dict.fromkeys(("awards", "tasks", "targets", "participants"), ())
    body = [{"heading": "Một", "insert": insert, "inline": inline}]
    assert _lines(campaign=kept, body=body, **nothing) in (["heading-1: I. Một"], ["body: I. Một"])


def _typed(value: Any) -> Any:
    """Return the data as files hold it: texts only."""
    if isinstance(value, dict):
        return {key: _typed(entry) for key, entry in value.items()}
    return [_typed(entry) for entry in value] if isinstance(value, list) else str(value)


def test_the_examples_load() -> None:
    assert load_plan(ROOT / "plans" / "mttq-2024").plan
