"""Corrections and withdrawals: old and new words with the reason, from papers.yaml or the lines of the award book."""

from typing import Any

import pytest

from tests.papers.awarding.awarding import BASE, NAMES, NOMINEES, decided, decision, made, one
from thidua_cli.errors import ThiduaError
from thidua_cli.papers.contract import LacksError

_DECIDED = decision(NAMES[:3])
_OLD = {
    "name": "Nguyễn Văn A",
    "id_number": "001085000001",
    "unit": "Phòng Một",
    "award": "giay_khen",
    "year": "2024",
    "decision": "45/QĐ-SXD",
    "date": "2025-12-02",
    "decided_by": "Giám đốc Sở",
    "campaign": "cchc-2024",
}
_NEW = {
    **_OLD,
    "name": "Nguyễn Văn Ánh",
    "unit": "Phòng Hai",
    "decision": "52/QĐ-SXD",
    "date": "2025-12-20",
    "corrects": "45/QĐ-SXD",
    "note": "ghi nhầm tên khi đánh máy",
}
_BASES: dict[str, Any] = {"doc": "correction", "bases": [BASE, "Theo đề nghị của Văn phòng Sở"]}


def _told(*changes: dict[str, str]) -> dict[str, Any]:
    return {**_BASES, "decision": "qd-45", "changes": list(changes)}


_NAME = {"name": "Nguyễn Văn A", "new": "Nguyễn Văn Ánh", "why": "ghi nhầm tên khi đánh máy"}
_POST = {"name": "Trần Thị B", "what": "chức vụ", "old": "Kế toán", "new": "Kế toán trưởng", "why": "ghi thiếu"}
_TAKEN = {"name": "Phòng Một", "why": "báo cáo thành tích không đúng sự thật"}
_WHOLE = "Quyết định số 45/QĐ-SXD ngày 02 tháng 12 năm 2025 của Giám đốc Sở Xây dựng tỉnh A"


def test_papers_yaml_tells_what_is_corrected_and_what_is_withdrawn() -> None:
    text = one("correction", decided(_DECIDED, papers=[_told(_NAME, _POST, _TAKEN)]))
    assert f"Về việc đính chính, thu hồi khen thưởng tại {_WHOLE}" in text
    start = text.index("Quyết định:") + 1
    assert text[start : start + 6] == [
        f"Điều 1. Đính chính {_WHOLE} như sau:",
        "- Họ và tên của Nguyễn Văn A: đã ghi “Nguyễn Văn A”, nay sửa thành “Nguyễn Văn Ánh”."
        " Lý do: ghi nhầm tên khi đánh máy.",
        "- Chức vụ của Trần Thị B: đã ghi “Kế toán”, nay sửa thành “Kế toán trưởng”. Lý do: ghi thiếu.",
        f"Điều 2. Hủy bỏ việc khen thưởng tại {_WHOLE}; thu hồi hiện vật khen thưởng và tiền thưởng đã nhận của:",
        "- Phòng Một. Lý do: báo cáo thành tích không đúng sự thật.",
        f"Điều 3. Các nội dung khác của {_WHOLE} không thay đổi.",
    ]
    assert text[start - 2] == "Theo đề nghị của Văn phòng Sở."
    assert text[start - 3] == f"Căn cứ {_WHOLE};"


@pytest.mark.parametrize(
    ("changes", "register", "told"),
    [([_NAME], [], True), ([_TAKEN], [], False), ([_NAME], [_OLD, _NEW], False), ([], [_OLD, _NEW], False)],
    ids=["no line yet", "withdrawn", "line in the book", "told by the book"],
)
def test_whoever_makes_it_is_told_what_the_book_lacks(
    changes: list[dict[str, str]], register: list[dict[str, str]], told: bool
) -> None:
    papers = [_told(*changes)] if changes else [_BASES]
    (document,) = made("correction", decided(_DECIDED, papers=papers, register=register)).values()
    note = "sổ khen thưởng chưa có dòng đính chính Quyết định số 45/QĐ-SXD: ký xong thì ghi bằng thidua register add, "
    assert [one.partition("thêm --corrects")[0] for one in document.notes] == ([note] if told else [])


@pytest.mark.parametrize(("change", "articles"), [(_NAME, 3), (_TAKEN, 3)])
def test_articles_are_numbered_without_a_gap(change: dict[str, str], articles: int) -> None:
    text = one("correction", decided(_DECIDED, papers=[_told(change)]))
    numbers = [int(line.split(".")[0].removeprefix("Điều ")) for line in text if line.startswith("Điều ")]
    assert numbers == list(range(1, articles + 1))


def test_the_book_tells_it_and_keeps_both_lines() -> None:
    campaign = decided(_DECIDED, papers=[_BASES], register=[_OLD, _NEW])
    text = one("correction", campaign)
    assert "Số: 52/QĐ-SXD" in text
    assert "A, ngày 20 tháng 12 năm 2025" in text
    reason = " Lý do: ghi nhầm tên khi đánh máy."
    assert [line for line in text if "nay sửa thành" in line] == [
        f"- Họ và tên của Nguyễn Văn A: đã ghi “Nguyễn Văn A”, nay sửa thành “Nguyễn Văn Ánh”.{reason}",
        f"- Đơn vị của Nguyễn Văn A: đã ghi “Phòng Một”, nay sửa thành “Phòng Hai”.{reason}",
    ]
    assert not any("001085000001" in line for line in text)
    assert campaign.register is not None
    assert [line.value.name for line in campaign.register] == ["Nguyễn Văn A", "Nguyễn Văn Ánh"]


def test_one_decision_is_corrected_by_one_paper_that_papers_yaml_words() -> None:
    campaign = decided(_DECIDED, papers=[_told(_POST)], register=[_OLD, _NEW])
    (text,) = [one("correction", campaign)]
    assert [line for line in text if "nay sửa thành" in line] == [
        "- Chức vụ của Trần Thị B: đã ghi “Kế toán”, nay sửa thành “Kế toán trưởng”. Lý do: ghi thiếu."
    ]


def test_corrections_of_other_campaigns_are_not_made() -> None:
    other = {"campaign": "khac"}
    campaign = decided(_DECIDED, papers=[_BASES], register=[{**_OLD, **other}, {**_NEW, **other}])
    with pytest.raises(LacksError, match="còn thiếu nội dung đính chính, thu hồi") as told:
        made("correction", campaign, draft=True)
    assert "changes" in told.value.hint


def test_all_that_is_missing_is_told_at_once() -> None:
    changes = [{**_NAME, "name": "Người Lạ"}, {"name": "Trần Thị B", "new": "Trần Thị Bình"}]
    campaign = decided(_DECIDED, papers=[{"doc": "correction", "decision": "qd-45", "changes": changes}])
    with pytest.raises(LacksError) as told:
        made("correction", campaign)
    assert [one.what for one in told.value.missing] == [
        "Người Lạ trong Quyết định số 45/QĐ-SXD",
        "lý do đính chính, thu hồi của Trần Thị B",
        "căn cứ về chức năng, nhiệm vụ, thẩm quyền của cơ quan",
    ]
    (draft,) = made("correction", campaign, draft=True).values()
    assert len(draft.missing) == 3


def test_a_line_that_differs_in_nothing_printed_is_asked_for() -> None:
    same = {**_NEW, "name": _OLD["name"], "unit": _OLD["unit"]}
    with pytest.raises(LacksError, match="nội dung được đính chính"):
        made("correction", decided(_DECIDED, papers=[_BASES], register=[_OLD, same]))


@pytest.mark.parametrize(("selector", "told"), [({}, "chưa ghi decision"), ({"decision": "qd-9"}, "không có mã ấy")])
def test_changes_of_no_clear_decision_are_refused(selector: dict[str, str], told: str) -> None:
    other = decision(NAMES[3:4], "ldtt", id="qd-46", number="46/QĐ-SXD")
    with pytest.raises(ThiduaError, match=told) as refused:
        made("correction", decided(_DECIDED, other, papers=[{**_BASES, **selector, "changes": [_NAME]}]))
    assert refused.value.hint == "ghi decision là một trong: qd-45, qd-46"


def test_the_only_decision_needs_no_name() -> None:
    text = one("correction", decided(_DECIDED, papers=[{**_BASES, "changes": [_NAME]}]))
    assert f"Về việc đính chính {_WHOLE}" in text


_WITH_IDS = [{**one, "id": f"DN-{number}"} for number, one in enumerate(NOMINEES)]
_BY_IDS = {**_DECIDED, "awarded": [{"id": "DN-0"}, {"id": "DN-1"}]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "DN-1", "old": "Nguyễn Văn Á", "new": "Nguyễn Văn A"}, "đã ghi “Nguyễn Văn Á”"),
        ({"id": "DN-1", "name": "Nguyễn Văn Á", "new": "Nguyễn Văn A"}, "đã ghi “Nguyễn Văn Á”"),
        (
            {"name": "Nguyễn Văn A", "what": "chức vụ", "old": "Kế toán", "new": "Chuyên viên"},
            "Chức vụ của Nguyễn Văn A",
        ),
        ({"id": "DN-1"}, "- Nguyễn Văn A. Lý do: nhầm."),
    ],
)
def test_a_decision_by_ids_is_corrected_by_id_or_name(change: dict[str, str], said: str) -> None:
    papers = [_told({**change, "why": "nhầm"})]
    text = one("correction", decided(_BY_IDS, papers=papers, nominees=_WITH_IDS))
    assert [line for line in text if said in line]


@pytest.mark.parametrize(
    ("change", "lacking"),
    [
        ({"id": "DN-2", "old": "A", "new": "B"}, "mã DN-2 trong Quyết định số 45/QĐ-SXD"),
        ({"id": "DN-9", "old": "A", "new": "B"}, "mã DN-9 trong Quyết định số 45/QĐ-SXD"),
        ({"id": "DN-1", "new": "Nguyễn Văn A"}, "lời đã ghi sai trong Quyết định số 45/QĐ-SXD về Nguyễn Văn A"),
    ],
)
def test_a_correction_of_nobody_or_of_nothing_is_refused(change: dict[str, str], lacking: str) -> None:
    papers = [_told({**change, "why": "nhầm"})]
    with pytest.raises(LacksError, match=lacking):
        one("correction", decided(_BY_IDS, papers=papers, nominees=_WITH_IDS))
