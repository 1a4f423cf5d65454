"""``thidua decide``: who was awarded goes into decisions.yaml and the book; nobody undecided or refused does."""

import csv
import io
from pathlib import Path

import pytest
import yaml

from tests.conftest import Run
from tests.nominations.case_folders import CASES, copied

_OFFICE = ("--number", "320/QĐ-CTK", "--date", "2025-12-10", "--by", "Cục trưởng")
_PROVINCE = ("--number", "1999/QĐ-UBND", "--date", "2025-12-18", "--by", "Chủ tịch Ủy ban nhân dân tỉnh")


def decisions(folder: Path) -> list[dict]:
    return yaml.safe_load((folder / "decisions.yaml").read_text(encoding="utf-8"))["decisions"]


def names(folder: Path, number: int = 0) -> list[str]:
    """Return whom a decision awards; those whom it calls by their ids by the names of the list."""
    listed = yaml.safe_load((folder / "nominations" / "tong-ket-2025.yaml").read_text(encoding="utf-8"))
    of_id = {one["id"]: one["name"] for one in listed["nominations"]}
    return [one.get("name") or of_id[one["id"]] for one in decisions(folder)[number]["awarded"]]


def test_all_that_the_council_passed_for_the_decider_are_awarded(rounds: Path, run: Run) -> None:
    before = (rounds / "register.csv").read_bytes()
    signer = ("--signer-name", "Trần Văn B", "--register-from", "12", "--money-source", "Quỹ thi đua của Cục")
    result = run("decide", rounds, *_OFFICE, *signer)
    assert result.code == 0, result.err
    assert names(rounds) == ["Chi cục Thống kê khu vực II", "Ngô Thị M"]
    (told,) = decisions(rounds)
    assert told["id"] == "qd-320-ctk"
    assert told["signer"] == {"post": "Cục trưởng", "name": "Trần Văn B"}
    assert told["register_from"] == 12
    after = (rounds / "register.csv").read_bytes()
    assert after.startswith(before)
    booked = list(csv.DictReader(io.StringIO(after.decode("utf-8-sig"))))[-2:]
    assert {one["Số quyết định"] for one in booked} == {"320/QĐ-CTK"}
    told_of = ("Họ và tên", "Đối tượng", "Giới tính", "Chức vụ", "Thành tích", "Số sổ vàng")
    assert [[one[key] for key in told_of] for one in booked] == [
        [
            "Chi cục Thống kê khu vực II",
            "tập thể",
            "",
            "",
            "Giúp đỡ bền vững sáu hộ nghèo của một thôn vùng bãi ngang.",
            "12",
        ],
        ["Ngô Thị M", "cá nhân", "", "Thống kê viên", "Mở lớp dạy tin học cuối tuần cho con em hộ nghèo.", "13"],
    ]
    assert "decision" not in run("check", rounds).out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Chủ tịch UBND tỉnh", _PROVINCE[-1]),
        ("chủ tịch UBND Tỉnh", _PROVINCE[-1]),
        ("Chủ tịch", _PROVINCE[-1]),
        ("Chủ tịch UBND tỉnh Bình An", "Chủ tịch UBND tỉnh Bình An"),
    ],
)
def test_a_decider_typed_short_stands_everywhere_as_the_plan_writes_him(
    rounds: Path, run: Run, typed: str, told: str
) -> None:
    result = run("decide", rounds, *_PROVINCE[:-1], typed, "--signer-name", "Trần Văn B")
    assert result.code == 0, result.err
    (decision,) = decisions(rounds)
    booked = list(csv.DictReader(io.StringIO((rounds / "register.csv").read_text(encoding="utf-8-sig"))))
    deciders = {one["Người quyết định"] for one in booked if one["Số quyết định"] == decision["number"]}
    assert {decision["decided_by"], *deciders} == {told}
    assert decision["signer"] == {"post": "Chủ tịch", "name": "Trần Văn B"}  # the letterhead names the body


def test_a_second_decision_is_written_below_and_nothing_above_changes(rounds: Path, run: Run) -> None:
    run("decide", rounds, *_OFFICE)
    before = (rounds / "decisions.yaml").read_bytes()
    result = run("decide", rounds, *_PROVINCE, "--except", "Hồ Văn L: đang xác minh đơn thư")
    assert result.code == 0, result.err
    assert (rounds / "decisions.yaml").read_bytes().startswith(before)
    assert names(rounds, 1) == ["Phòng Thống kê Tổng hợp"]
    assert decisions(rounds)[1]["excepted"][0]["why"] == "đang xác minh đơn thư"


def test_who_has_an_id_is_called_by_it_alone_and_all_others_by_their_names(rounds: Path, run: Run) -> None:
    listed = rounds / "nominations" / "tong-ket-2025.yaml"
    text = listed.read_text(encoding="utf-8")
    listed.write_text(text.replace("id: TK2025-04", "id: TK2025-01"), encoding="utf-8")  # two bear it now
    council = rounds / "council.yaml"
    council.write_text(
        council.read_text(encoding="utf-8")
        .replace("{id: TK2025-04", "{name: Ngô Thị M")
        .replace("{id: TK2025-01", "{name: Phòng Thống kê Tổng hợp"),
        encoding="utf-8",
    )
    result = run("decide", rounds, *_OFFICE)
    assert result.code == 0, result.err
    (told,) = decisions(rounds)
    assert told["awarded"] == [{"id": "TK2025-03"}, {"name": "Ngô Thị M", "unit": "Phòng Thống kê Kinh tế"}]
    written = (rounds / "decisions.yaml").read_text(encoding="utf-8")
    assert "- id: TK2025-03  # Chi cục Thống kê khu vực II\n" in written


def test_only_and_except_take_ids(rounds: Path, run: Run) -> None:
    result = run("decide", rounds, *_OFFICE, "--except", "TK2025-03: xin rút")
    assert result.code == 0, result.err
    (told,) = decisions(rounds)
    assert told["awarded"] == [{"id": "TK2025-04"}]
    assert told["excepted"] == [{"id": "TK2025-03", "why": "xin rút"}]
    result = run("decide", rounds, *_PROVINCE, "--only", "tk2025-02")
    assert result.code == 0, result.err
    assert names(rounds, 1) == ["Hồ Văn L"]


def test_comments_and_order_of_a_file_by_hand_stay(rounds: Path, run: Run) -> None:
    by_hand = (
        "# của tôi\nformat: decisions/1\ndecisions:\n  - {id: qd-a, number: 1/QĐ-CTK, date: 2025-12-01, "
        "decided_by: Cục trưởng, awards: giay-khen, awarded: [Ngô Thị M]}  # xong"
    )
    (rounds / "decisions.yaml").write_text(by_hand, encoding="utf-8")
    result = run("decide", rounds, *_OFFICE)
    assert result.code == 0, result.err
    assert (rounds / "decisions.yaml").read_text(encoding="utf-8").startswith(by_hand)
    assert names(rounds, 1) == ["Chi cục Thống kê khu vực II"], "who is awarded already is not awarded again"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--by", "Giám đốc Sở Nội vụ"), "không rõ Giám đốc Sở Nội vụ quyết định hình thức nào"),
        (("--award", "huan-chuong"), "kế hoạch không có hình thức “huan-chuong”"),
        (("--award", "bang-khen-tinh"), "do Chủ tịch Ủy ban nhân dân tỉnh quyết định, không phải Cục trưởng"),
        (("--only", "Ngô Thị Mai"), "không có đề nghị nào mang tên hay mã Ngô Thị Mai"),
        (("--only", "Đặng Văn H"), "Đặng Văn H (Giấy khen của Cục trưởng) đã được tặng theo Quyết định số 218/QĐ-CTK"),
        (("--except", "Ngô Thị M"), "--except “Ngô Thị M” chưa có lý do"),
        (("--occasion", "so-ket-quy"), "--occasion: không biết kỳ “so-ket-quy”"),
        (("--occasion", "so-ket"), "không có ai để ghi vào quyết định"),
        (("--number", " "), "--number: giá trị để trống"),
    ],
)
def test_what_may_not_be_decided_is_told_and_nothing_is_written(
    rounds: Path, run: Run, options: tuple[str, ...], message: str
) -> None:
    before = (rounds / "register.csv").read_bytes()
    result = run("decide", rounds, *_OFFICE, *options)
    assert result.code == 2
    assert message in result.err
    assert not (rounds / "decisions.yaml").exists()
    assert (rounds / "register.csv").read_bytes() == before


def test_a_number_is_recorded_once(rounds: Path, run: Run) -> None:
    run("decide", rounds, *_OFFICE, "--only", "Ngô Thị M")
    before = (rounds / "decisions.yaml").read_bytes(), (rounds / "register.csv").read_bytes()
    result = run("decide", rounds, *_OFFICE)
    assert result.code == 2
    assert "đã có Quyết định số 320/QĐ-CTK" in result.err
    assert ((rounds / "decisions.yaml").read_bytes(), (rounds / "register.csv").read_bytes()) == before


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("agree: 8, against: 1", "agree: 4, against: 5"), "Hội đồng thông qua"),
        (("agree: 8, against: 1", "agree: 8, against: 7"), "chưa kết luận được Ngô Thị M"),
        (("{id: TK2025-04", "{name: Ngô Thị N"), "còn 1 dòng phiếu chưa rõ cho ai"),
    ],
)
def test_whom_the_council_did_not_pass_is_not_decided(
    rounds: Path, run: Run, change: tuple[str, str], message: str
) -> None:
    council = rounds / "council.yaml"
    text = council.read_text(encoding="utf-8")
    assert change[0] in text
    council.write_text(text.replace(*change), encoding="utf-8")
    result = run("decide", rounds, *_OFFICE)
    if result.code == 0:  # refused by the council: all others are decided, he is not
        assert names(rounds) == ["Chi cục Thống kê khu vực II"]
        assert "bỏ lại 1 đề nghị chưa được Hội đồng thông qua: Ngô Thị M" in result.err
        result = run("decide", rounds, "--number", "5/QĐ-CTK", *_OFFICE[2:], "--only", "Ngô Thị M")
    assert result.code == 2
    assert message in result.err


def test_a_list_that_was_not_read_stops_all_and_not_one_who_is_named(rounds: Path, run: Run) -> None:
    (rounds / "nominations" / "them.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    result = run("decide", rounds, *_OFFICE)
    assert result.code == 2
    assert "chưa đọc hết" in result.err
    assert run("decide", rounds, *_OFFICE, "--only", "Ngô Thị M").code == 0
    assert names(rounds) == ["Ngô Thị M"]


def test_ballots_that_the_law_asks_for_cannot_be_left_out(tmp_path: Path, run: Run) -> None:
    case = next(one for one in CASES if one.name.startswith("vote-missing--"))
    folder = copied(case, tmp_path)
    lacking = next(yaml.safe_load_all((folder / "nominations.yaml").read_text(encoding="utf-8")))["nominations"]
    voted = yaml.safe_load((folder / "council.yaml").read_text(encoding="utf-8"))["votes"]
    names_voted = [vote["name"] for vote in voted]
    title = next(one for one in lacking if one["award"] == "cstd" and one["name"] not in names_voted)
    decision = ("--number", "9/QĐ-SXD", "--date", "2024-12-22", "--by", "Giám đốc Sở", "--award", "cstd")
    result = run("decide", folder, *decision, "--only", title["name"])
    assert result.code == 2
    assert "phải qua bỏ phiếu ở Hội đồng" in result.err


def test_a_file_that_cannot_be_added_to_is_told(rounds: Path, run: Run) -> None:
    (rounds / "decisions.yaml").write_text("format: decisions/1\ndecisions: []\n", encoding="utf-8")
    result = run("decide", rounds, *_OFFICE)
    assert result.code == 2
    assert "không ghi thêm được vào cuối" in result.err
    assert (rounds / "decisions.yaml").read_text(encoding="utf-8") == "format: decisions/1\ndecisions: []\n"
