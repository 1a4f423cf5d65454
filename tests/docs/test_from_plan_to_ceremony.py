"""The last chapter of the guide builds a campaign from an empty folder; every number of its papers is counted again.

Nothing here but the running of commands is the program's: files are read by csv and yaml, papers by python-docx.
"""

import re

import pytest

from tests.docs.doc_pages import run_thidua
from tests.docs.story import AWARD, CAMPAIGN, FILES, NEEDLESS, names, of, slug
from tests.docs.told_campaign import PERSON, Told, addressed, counts, dotted, of_kind, post, said, spelled
from thidua_cli.papers.registry import PAPERS


def test_the_story_has_all_that_it_tells(told: Told) -> None:
    assert counts(told.nominees) == (2, 5)
    assert told.spared == {"Hoàng Văn Em"}
    assert [len(rows) for rows in (told.passed, told.not_passed, told.awarded)] == [6, 1, 5]


def test_every_paper_stands_in_the_folder_and_nothing_else(told: Told) -> None:
    assert set(FILES) == {one.name for one in PAPERS.values() if not one.aside} - NEEDLESS
    stems = []
    for pattern in (one for files in FILES.values() for one in files):
        if "{nominee}" in pattern:
            stems += [pattern.format(nominee=slug(row["Họ và tên"])) for row in told.nominees]
        elif "{unit}" in pattern:
            stems += [pattern.format(unit=slug(unit["name"])) for unit in told.units]
        else:
            stems.append(pattern)
    found = [path.name for path in (told.folder / "out").iterdir()]
    assert sorted(found) == sorted(f"{CAMPAIGN}-{stem}.docx" for stem in stems)


def test_the_check_is_clean_and_nothing_is_to_be_made_again(
    told: Told, monkeypatch: pytest.MonkeyPatch, frozen_day: object
) -> None:
    monkeypatch.chdir(told.folder.parent)
    files = sum(path.suffix in (".yaml", ".csv") for path in told.folder.rglob("*"))
    code, lines = run_thidua(["check", CAMPAIGN])
    assert (code, lines[-1]) == (0, f"Đã kiểm tra {files} tệp, {len(told.nominees)} đề nghị: không có lỗi.")
    code, lines = run_thidua(["render", CAMPAIGN, "--doc", "all"])
    assert code == 0
    assert all(line.endswith("(đã có, không đổi)") for line in lines if line.startswith(f"{CAMPAIGN}/out/"))


def test_the_submission_counts_whom_the_council_passed(told: Told) -> None:
    submission = of(told, "submission")
    assert f"xét, tặng thưởng cho {said(told.passed)} có thành tích" in submission.text
    assert f"- {AWARD}: {said(told.passed)} (có danh sách kèm theo)." in submission.lines
    assert f"Có {len(told.not_passed):02d} trường hợp các đơn vị đã đề nghị" in submission.text
    for row in told.not_passed:
        assert any(line.startswith(f"- {addressed(row)}, {post(row)} ") for line in submission.lines)
    assert not any(name in submission.text for name in names(of_kind(told.passed, PERSON)))


def test_the_list_has_everybody_whom_the_council_passed_as_his_unit_wrote_him(told: Told) -> None:
    summary = of(told, "list")
    number = re.search(r"Số: (\S+)", of(told, "submission").text)
    assert number
    assert f"(Kèm theo Tờ trình số {number[1]} ngày 16 tháng 7 năm 2026" in summary.text
    rows = summary.numbered("Họ và tên cá nhân, tên tập thể", "Tóm tắt thành tích")
    expected = []
    for row in told.passed:
        vote = told.votes.get(row["Họ và tên"])
        ballots = [str(vote["agree"]), str(told.members), told.share(row)] if vote else ["", "", ""]
        expected.append([addressed(row), post(row), row["Tóm tắt thành tích"], *ballots])
    assert [row[1:] for row in rows] == expected
    collectives, persons = counts(told.passed)
    assert f"1. Tập thể: {collectives:02d}" in summary.lines
    assert f"2. Cá nhân: {persons:02d}" in summary.lines
    assert f"Danh sách có {len(told.passed):02d} đề nghị: {said(told.passed)}./." in summary.lines


def test_ballots_count_and_minutes_tell_one_session(told: Told) -> None:
    ballot = of(told, "ballot")
    assert [row[1:4] for row in ballot.numbered("Đồng ý", "Không có ý kiến")] == [
        [addressed(row), post(row), AWARD] for row in told.nominees
    ]
    assert f"đối với {len(told.nominees):02d} đề nghị" in ballot.text
    count = of(told, "count")
    votes = [told.votes[row["Họ và tên"]] for row in told.voted]
    assert [row[1:6] for row in count.numbered("Đồng ý", "Kết quả")] == [
        [addressed(row), *(str(vote[key]) for key in ("agree", "against", "none")), told.share(row)]
        for row, vote in zip(told.voted, votes, strict=True)
    ]
    assert f"Thông qua {len(told.passed):02d}/{len(told.voted):02d} đề nghị." in count.lines
    for label, key in {"phát ra": "issued", "thu về": "collected", "hợp lệ": "valid", "không hợp lệ": "void"}.items():
        assert f"Số phiếu {label}: {told.council[key]}" in count.lines
    minutes = of(told, "minutes")
    assert [row[1:] for row in minutes.numbered("Số phiếu đồng ý")] == [
        [
            ", ".join(filter(None, (addressed(row), post(row)))),
            f"{vote['agree']}/{told.members}",
            told.share(row),
            "Thông qua",
        ]
        for row, vote in zip(told.voted, votes, strict=True)
    ]
    members = [[one["name"], one["post"], _upper_first(one["role"]), "Có mặt"] for one in told.council["members"]]
    assert [row[1:] for row in minutes.numbered("Chức danh trong Hội đồng")] == members
    for page in (count, minutes):
        assert f"I. {AWARD}" in page.text
        assert (
            f"tổng số {told.members:02d} thành viên, có mặt {told.members:02d}, không có thành viên vắng" in page.text
        )
        assert f"từ {told.members // 2 + 1:02d} phiếu trở lên" in page.text
        assert f"Hoãn, chưa bỏ phiếu ({len(told.council['put_off']):02d} trường hợp):" in page.lines


def test_the_council_is_set_up_and_invited_as_it_voted(told: Told) -> None:
    decision = of(told, "council-decision")
    assert f"gồm {told.members:02d} thành viên" in decision.text
    assert "ỦY BAN NHÂN DÂN XÃ TÂN HÒA" in decision.lines, "the body itself, once"
    for number, one in enumerate(told.council["members"], 1):
        assert any(line.startswith(f"{number}. {one['name']}, {one['post']}, ") for line in decision.lines)


def test_the_decision_gives_what_the_money_list_pays(told: Told) -> None:
    decision, money = of(told, "decision"), of(told, "money")
    assert f"cho {said(told.awarded)} đã có thành tích" in decision.text
    rows = [row[1:] for row in decision.numbered("Tiền thưởng (đồng)")]
    assert rows == [[addressed(row), post(row), dotted(told.amount(row))] for row in told.awarded]
    assert decision.rows("Tiền thưởng (đồng)")[-2][-1] == dotted(told.sum)
    words = f"{dotted(told.sum)} đồng (bằng chữ: {spelled(told.sum).capitalize()} đồng)"
    assert words in decision.lines[-1]
    assert f"Tổng số tiền thưởng là {words}" in decision.text
    paid = [(row[1], row[-2]) for row in money.numbered("Số tiền (đồng)")]
    assert paid == [
        (f"{addressed(row)} ({post(row)})" if post(row) else addressed(row), dotted(told.amount(row)))
        for row in told.awarded
    ]
    assert sum(int(amount.replace(".", "")) for _, amount in paid) == told.sum
    assert [dotted(told.sum) in row for row in money.rows("Số tiền (đồng)") if row[0] == "Cộng"] == [True]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (5_320_000, "năm triệu ba trăm hai mươi nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (21_015, "hai mươi mốt nghìn không trăm mười lăm"),
        (2_000_000_044, "hai tỷ không trăm bốn mươi tư"),
        (755, "bảy trăm năm mươi lăm"),
    ],
)
def test_the_speller_of_the_tests_can_spell(number: int, words: str) -> None:
    assert spelled(number) == words


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
