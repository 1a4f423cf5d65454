"""Which nominations a decision gives their award to, and what a book does not take a second time."""

from typing import Any

import pytest

from tests.campaigns import GIAY_KHEN, campaign
from thidua_cli.campaign.book_additions import awards_decided, refuse_doubles, results
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Diagnostic, Severity
from thidua_cli.model.register import RegisterEntry
from thidua_cli.reading.document import Document
from thidua_cli.reading.origin import Record, YamlEntry

_AWARDS = [
    {**GIAY_KHEN, "id": "gk-so", "decided_by": "Giám đốc Sở", "quotas": [{"subject": "individual", "max": 9}]},
    {**GIAY_KHEN, "id": "gk-xa", "decided_by": "Chủ tịch UBND xã", "quotas": [{"subject": "individual", "max": 9}]},
]
_SO, _XA = {"award": "gk-so"}, {"award": "gk-xa"}
_LINE = {"name": "Nguyễn Văn A", "unit": "Xã Trần Ninh", "award": "giay_khen", "year": "2024", "decision": "1/QĐ"}


@pytest.mark.parametrize(
    ("award", "decider", "found"),
    [
        (None, "giám đốc sở", ["gk-so"]),
        (None, "Chủ tịch UBND xã", ["gk-xa"]),
        ("gk-xa", "UBND xã Trần Ninh", ["gk-xa"]),
        ("Giấy khen của Giám đốc Sở", "Giám đốc", ["gk-so"]),
        ("GK GĐ Sở", "GĐ SXD", ["gk-so"]),
        ("Giấy khen", "Giám đốc Sở", ["gk-so"]),
        ("Giấy khen UBND xã", "Chủ tịch UBND xã Trần Ninh", ["gk-xa"]),
        (None, "GĐ Sở", ["gk-so"]),
        (None, "UBND xã", ["gk-xa"]),
        (None, "Phó Giám đốc Sở", "không rõ Phó Giám đốc Sở quyết định hình thức nào"),
        ("Giấy khen", "ai đó", "“Giấy khen” chưa rõ là hình thức nào trong kế hoạch"),
        ("Giấy khen của Hiệu trưởng", "Giám đốc Sở", "kế hoạch không có hình thức “Giấy khen của Hiệu trưởng”"),
        (None, "ai đó", "không rõ ai đó quyết định hình thức nào"),
        ("cờ", "Giám đốc Sở", "kế hoạch không có hình thức “cờ”"),
    ],
)
def test_which_awards_a_decision_is_about(award: str | None, decider: str, found: list[str] | str) -> None:
    context = campaign([], awards=_AWARDS)
    if isinstance(found, list):
        assert [one.id for one in awards_decided(context, award, decider)] == found
        return
    with pytest.raises(ThiduaError, match=found) as refused:
        awards_decided(context, award, decider)
    assert "gk-so (Giấy khen của Giám đốc Sở), gk-xa (" in refused.value.hint


@pytest.mark.parametrize("award", ["gk-so", "Giấy khen của Giám đốc Sở", None])
@pytest.mark.parametrize(
    "decider", ["Chủ tịch UBND tỉnh", "Giám đốc Sở Y tế", "Phó Giám đốc Sở", "Chánh Văn phòng", "ai đó"]
)
def test_who_does_not_decide_an_award_in_the_plan_is_not_written_as_its_decider(
    award: str | None, decider: str
) -> None:
    context = campaign([], awards=_AWARDS[:1])
    with pytest.raises(ThiduaError, match=f"do Giám đốc Sở quyết định, không phải {decider}") as refused:
        awards_decided(context, award, decider)
    assert "sửa decided_by của gk-so trong kế hoạch" in refused.value.hint


def test_the_only_award_of_a_plan_is_meant_where_none_tells_who_decides() -> None:
    awards = [{**_AWARDS[0], "decided_by": None}]
    assert [one.id for one in awards_decided(campaign([], awards=awards), None, "ai đó")] == ["gk-so"]


def test_a_fault_of_one_award_keeps_no_other_from_the_book() -> None:
    context = campaign([{"subject": "individual", **award} for award in (_SO, _XA)], awards=_AWARDS)
    of_another = Diagnostic("quota-exceeded", Severity.ERROR, "vượt", about=About(award="gk-xa"))
    in_the_plan = Diagnostic("award-decider", Severity.ERROR, "sai", path="awards[1].decided_by")
    clean, _ = results(context, [of_another, in_the_plan], context.plan.awards[:1], None, ())
    assert [entry.award and entry.award.id for entry in clean] == ["gk-so"]
    for fault in (of_another, in_the_plan):
        with pytest.raises(ThiduaError, match="lỗi chung"):
            results(context, [fault], context.plan.awards[1:], None, ())


def _taken(
    nominations: list[dict[str, Any]], *, faults: dict[int | None, str] | None = None, **asked: Any
) -> tuple[list[str], list[str]]:
    """Return the names of the clean and of the faulty; ``faults`` are codes by the number of the nomination."""
    said = [{"subject": "individual", **_SO, **one} for one in nominations]
    context = campaign(said, awards=_AWARDS)
    found = [
        Diagnostic(
            code,
            Severity.ERROR,
            "một lỗi",
            about=About(record=None if at is None else context.entries[at].origin.key),
        )
        for at, code in (faults or {}).items()
    ]
    found.append(Diagnostic("evidence-missing", Severity.WARNING, "nhắc", about=context.entries[0].about))
    clean, bad = results(context, found, context.plan.awards[:1], asked.get("year"), asked.get("only", ()))
    return [one.nomination.name for one in clean], [one.nomination.name for one in bad]


def test_who_has_a_fault_is_left_behind() -> None:
    rows = [{"name": "A"}, {"name": "B"}, {"name": "C", **_XA}]
    assert _taken(rows) == (["A", "B"], [])
    assert _taken(rows, faults={1: "not-eligible"}) == (["A"], ["B"])
    assert _taken(rows, faults={2: "not-eligible"}) == (["A", "B"], [])


@pytest.mark.parametrize("faults", [{None: "unreadable-file"}, {0: "quota-exceeded"}])
def test_a_fault_of_all_stands_against_all(faults: dict[int | None, str]) -> None:
    with pytest.raises(ThiduaError, match=r"phong trào còn 1 lỗi chung, lỗi đầu ở .*: một lỗi"):
        _taken([{"name": "A"}, {"name": "B"}], faults=faults)
    assert _taken([{"name": "A"}, {"name": "B"}], faults=faults, only=["B"]) == (["B"], [])


def test_a_decision_is_of_one_year() -> None:
    rows = [{"name": "A", "year": "2024"}, {"name": "B", "year": "2025"}, {"name": "C"}]
    assert _taken(rows, year=2025) == (["B"], [])
    with pytest.raises(ThiduaError, match="có đề nghị của nhiều năm: 2024, 2025 và không ghi năm"):
        _taken(rows)


@pytest.mark.parametrize(
    ("only", "found"),
    [
        (["Nguyễn Văn A (P1)"], ["Nguyễn Văn A"]),
        (["lê thị b", "LÊ THỊ B"], ["Lê Thị B"]),
        (["Lê Thị B", "Nguyễn Văn A (P2)"], ["Lê Thị B", "Nguyễn Văn A"]),
        (["nguyen van a (p2)"], ["Nguyễn Văn A"]),
        (["Le Thi B"], ["Lê Thị B"]),
        (["Nguyễn Văn A"], "có 2 đề nghị mang tên Nguyễn Văn A"),
        (["Lê Thị C"], "không có đề nghị nào mang tên hay mã Lê Thị C"),
        (["Phạm Văn Xa"], "không có đề nghị nào mang tên hay mã Phạm Văn Xa"),
    ],
)
def test_those_who_are_named(only: list[str], found: list[str] | str) -> None:
    rows = [{"name": "Nguyễn Văn A", "unit": "P1"}, {"name": "Nguyễn Văn A", "unit": "P2"}, {"name": "Lê Thị B"}]
    rows.append({"name": "Phạm Văn Xa", **_XA})
    if isinstance(found, list):
        assert _taken(rows, only=only) == (found, [])
        return
    with pytest.raises(ThiduaError, match=found) as refused:
        _taken(rows, only=only)
    hints = {"Nguyễn Văn A": "ghi cả đơn vị: “Nguyễn Văn A (P1)” hoặc “", "Lê Thị C": "có phải “Lê Thị B”?"}
    assert refused.value.hint.startswith(hints.get(only[0], "xem tên, mã trong danh sách"))


@pytest.mark.parametrize(
    ("change", "double"),
    [
        ({}, True),
        ({"name": "NGUYỄN VĂN A", "unit": "XÃ TRẦN - NINH", "decision": "1/qđ"}, True),
        ({"decision": "2/QĐ"}, False),
        ({"award": "LĐTT"}, False),
        ({"unit": "Xã Trấn Ninh"}, False),
        ({"unit": None}, False),
        ({"name": "Nguyễn Văn B"}, False),
        ({"id_number": "079"}, True),
    ],
)
def test_one_decision_gives_one_nominee_an_award_once(change: dict[str, Any], *, double: bool) -> None:
    _refused(change, {}, double=double)


@pytest.mark.parametrize(
    ("one", "other", "double"), [("079", "79", True), ("079", "080", False), ("079", None, True), (None, "079", True)]
)
def test_id_numbers_tell_nominees_apart_where_both_have_one(
    one: str | None, other: str | None, *, double: bool
) -> None:
    _refused({"id_number": one}, {"id_number": other}, double=double)


def test_one_id_number_is_one_nominee_whatever_the_name() -> None:
    _refused({"id_number": "079", "name": "Trần Thị C", "unit": None}, {"id_number": "079"}, double=True)


def _refused(change: dict[str, Any], old: dict[str, Any], *, double: bool) -> None:
    new = RegisterEntry.model_validate({**_LINE, **change})
    line = Record(RegisterEntry.model_validate({**_LINE, **old}), YamlEntry(Document("register.yaml"), ""))
    if not double:
        refuse_doubles([new], [line], None)
        return
    with pytest.raises(ThiduaError, match=f"sổ đã có Quyết định số {new.decision} cho {new.name}"):
        refuse_doubles([new], [line], None)
