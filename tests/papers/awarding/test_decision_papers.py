"""The decision on awards: whom it gives what, before it is signed and after, and what it refuses."""

import re
from typing import Any

import pytest

from tests.papers.awarding.awarding import BASE, NAMES, NOMINEES, OWN, decided, decision, made, one, printed
from thidua_cli.errors import ThiduaError
from thidua_cli.papers.contract import BLANK, LacksError
from thidua_cli.papers.people import addressed

_STEM = "quyet-dinh-khen-thuong"
_UBND = {"name": "Ủy ban nhân dân tỉnh A", "abbreviation": "UBND", "place": "A"}
_CHAIR = {"post": "Chủ tịch", "name": "Đỗ Văn G"}
_OF_PROVINCE = {**OWN, "award": "bang-khen", "issuer": _UBND, "signers": [_CHAIR]}
_PROVINCE = {"id": "qd-9", "number": "9/QĐ-UBND", "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh"}


def _article(text: list[str], number: int) -> str:
    return next(line for line in text if line.startswith(f"Điều {number}. "))


def test_before_it_is_signed_it_gives_all_that_the_council_passed_and_has_blanks_for_number_and_day() -> None:
    votes = [{"name": name, "agree": 2 if name == "Trần Thị B" else 9} for name in NAMES]
    text = one("decision", decided(council={"votes": votes}), award="giay-khen")
    assert "Số: /QĐ-SXD" in text
    assert "A, ngày tháng năm" in text
    assert "cho 01 tập thể, 01 cá nhân đã có thành tích trong đợt thi đua" in _article(text, 1)
    assert not any("Trần Thị B" in line for line in text)


def test_what_is_signed_waits_no_longer() -> None:
    before = list(made("decision", decided()))
    after = list(made("decision", decided(decision(NAMES[:3]))))
    assert before == [f"{_STEM}-giay-khen-ldtt"]
    assert after == [f"{_STEM}-qd-45", f"{_STEM}-ldtt"]


def test_who_was_left_out_with_a_reason_waits_for_nothing() -> None:
    excepted = [{"name": "Trần Thị B", "why": "đang xác minh đơn thư"}]
    stems = made("decision", decided(decision(NAMES[:2], excepted=excepted)))
    assert list(stems) == [f"{_STEM}-qd-45", f"{_STEM}-ldtt"]


def test_without_a_council_those_are_awarded_who_are_named() -> None:
    campaign = decided(council={"votes": []})
    with pytest.raises(LacksError, match="người được tặng"):
        made("decision", campaign)
    text = one("decision", campaign, only=("Nguyễn Văn A", "Trần Thị B"))
    assert [line for line in text if line.startswith("- Ông") or line.startswith("- Bà")] == [
        "- Ông Nguyễn Văn A (Chuyên viên, Phòng Một);",
        "- Bà Trần Thị B (Kế toán, Phòng Hai).",
    ]


def test_an_open_vote_refuses_a_decision_and_a_draft_tells_it() -> None:
    votes = [{"name": name, "agree": 9} for name in NAMES]
    campaign = decided(council={"votes": [*votes, {"name": "Nguyễn Văn A", "agree": 3}]})
    with pytest.raises(LacksError, match="kết luận về đề nghị của Nguyễn Văn A"):
        made("decision", campaign)
    (draft,) = made("decision", campaign, draft=True).values()
    assert [one.what for one in draft.missing] == ["kết luận về đề nghị của Nguyễn Văn A"]


def test_all_that_is_missing_is_told_at_once_and_a_draft_prints_blanks() -> None:
    campaign = decided(decision(NAMES[:3]), papers=[])
    with pytest.raises(LacksError) as told:
        made("decision", campaign)
    assert told.value.message == (
        "chưa dựng được quyết định khen thưởng số 45/QĐ-SXD: còn thiếu nguồn tiền thưởng"
        " và căn cứ về chức năng, nhiệm vụ, thẩm quyền của cơ quan"
    )
    text = printed("decision", made("decision", campaign, draft=True)[f"{_STEM}-qd-45"])
    assert any(f"chi từ {BLANK}." in line for line in text)


@pytest.mark.parametrize("count", range(1, 5))
def test_few_are_named_in_the_article_and_more_in_an_annex(count: int) -> None:
    campaign = decided(decision(NAMES[:count], "giay-khen", "ldtt"))
    text = printed("decision", made("decision", campaign)[f"{_STEM}-qd-45"])
    listed = any(line == "Phụ lục" for line in text)
    assert listed == (count > 3)
    assert ("(danh sách kèm theo)" in _article(text, 1)) == listed
    named = [re.sub(r"^(- |\d+ \| )", "", line) for line in text if re.match(r"- |\d+ \| ", line)]
    for entry in campaign.entries[:count]:
        assert sum(line.startswith(addressed(entry.nomination)) for line in named) == 1


def test_a_name_changed_in_the_list_changes_in_decision_annex_and_money() -> None:
    def texts(name: str) -> list[str]:
        nominees = [{**one, "name": name} if one["name"] == "Nguyễn Văn A" else one for one in NOMINEES]
        names = [str(one["name"]) for one in nominees[:4]]
        campaign = decided(decision(names, "giay-khen", "ldtt"), nominees=nominees)
        few = decided(decision(names[1:3]), nominees=nominees)
        return [*one("decision", campaign), *one("money", campaign), *printed("decision", _first(few))]

    def _first(campaign: Any) -> Any:
        return made("decision", campaign)[f"{_STEM}-qd-45"]

    old, new = texts("Nguyễn Văn A"), texts("Nguyễn Văn Ánh")
    assert [line.replace("Ông Nguyễn Văn A ", "Ông Nguyễn Văn Ánh ") for line in old] == new
    assert sum("Ông Nguyễn Văn Ánh " in line for line in new) == 3


def test_decisions_of_two_deciders_are_papers_of_two_bodies() -> None:
    both = [decision(NAMES[:3]), decision(NAMES[4:], "bang-khen", **_PROVINCE)]
    alone = decided(*both)
    assert list(made("decision", alone)) == [f"{_STEM}-qd-45", f"{_STEM}-ldtt"]
    with pytest.raises(LacksError, match="cơ quan ban hành quyết định của Chủ tịch Ủy ban nhân dân tỉnh"):
        made("decision", alone, award="bang-khen")
    papers = made("decision", decided(*both, papers=[OWN, _OF_PROVINCE]))
    assert list(papers) == [f"{_STEM}-qd-45", f"{_STEM}-qd-9", f"{_STEM}-ldtt"]
    text = printed("decision", papers[f"{_STEM}-qd-9"])
    assert "Chủ tịch Ủy ban nhân dân tỉnh A" in text
    assert text[-1] == "Đỗ Văn G"
    assert "mỗi tập thể 7.020.000 đồng (3 lần mức lương cơ sở 2.340.000 đồng)." in _article(text, 2)


def test_decisions_of_another_body_alone_are_told_and_not_made() -> None:
    with pytest.raises(ThiduaError, match="do Chủ tịch Ủy ban nhân dân tỉnh ban hành") as told:
        made("decision", decided(nominees=NOMINEES[4:]))
    assert "ghi issuer, signers ở mục doc: decision trong papers.yaml" in told.value.hint


@pytest.mark.parametrize("own", [{"number": "46"}, {"date": "2025-12-03"}])
def test_two_sources_for_number_or_day_are_refused(own: dict[str, str]) -> None:
    with pytest.raises(ThiduaError, match="ghi khác nhau số hoặc ngày của quyết định qd-45"):
        made("decision", decided(decision(NAMES[:3]), papers=[{**OWN, **own}]))


def test_the_same_number_and_day_told_twice_are_one() -> None:
    text = one("decision", decided(decision(NAMES[:4], "giay-khen", "ldtt"), papers=[{**OWN, "number": "45"}]))
    assert "Số: 45/QĐ-SXD" in text


def test_a_name_that_nobody_put_forward_refuses_and_a_draft_shows_it() -> None:
    campaign = decided(decision([*NAMES[:3], "Người Lạ"]))
    for paper in ("decision", "money"):
        with pytest.raises(LacksError, match="đề nghị của Người Lạ"):
            made(paper, campaign)
        (draft, *_) = made(paper, campaign, draft=True).values()
        text = printed(paper, draft)
        assert any("Người Lạ" in line for line in text)
        assert not any("0 đồng (bằng chữ" in line for line in text), "what one is paid is not known: nor is the sum"


def test_the_law_is_that_of_the_day_and_stands_once() -> None:
    def bases(day: str, *own: str) -> list[str]:
        papers = [{**OWN, "bases": [BASE, *own]}]
        campaign = decided(decision(NAMES[4:], "bang-khen", date=day, **_PROVINCE), papers=[*papers, _OF_PROVINCE])
        text = printed("decision", made("decision", campaign, draft=True)[f"{_STEM}-qd-9"])
        return [number for line in text for number in re.findall(r"^Căn cứ Nghị định số (\S+)", line)]

    assert bases("2025-06-30") == ["98/2023/NĐ-CP"]
    assert bases("2025-07-01") == ["152/2025/NĐ-CP"]
    own = [{**OWN, "bases": [BASE, "Nghị định số 152/2025/NĐ-CP của Chính phủ"]}]
    text = one("decision", decided(decision(NAMES[:4], "giay-khen", "ldtt"), papers=own))
    assert sum("152/2025/NĐ-CP" in line for line in text) == 1


def test_who_puts_forward_is_the_council_or_the_body_of_the_submission() -> None:
    unit = {"name": "Văn phòng Sở", "abbreviation": "VP", "place": "A"}
    submission = {"doc": "submission", "number": "7", "date": "2025-11-25"}
    whole = decision(NAMES[:4], "giay-khen", "ldtt")
    told = []
    for more in ([], [submission], [{**submission, "issuer": unit}]):
        text = one("decision", decided(whole, papers=[OWN, *more]))
        told += [line for line in text if line.startswith("Theo đề nghị")]
    assert told == [
        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng Sở A.",
        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng Sở A tại Tờ trình số 07/TTr-SXD ngày 25 tháng 11 năm 2025.",
        "Theo đề nghị của Văn phòng Sở tại Tờ trình số 07/TTr-VP ngày 25 tháng 11 năm 2025.",
    ]


def test_recipients_begin_with_those_who_carry_it_out() -> None:
    for own, expected in (
        ([], ["- Như Điều 3;", "- Lưu: VT, TĐKT."]),
        ([{"to": ["Lãnh đạo Sở"]}], ["- Như Điều 3;", "- Lãnh đạo Sở;", "- Lưu: VT, TĐKT."]),
        ([{"to": ["Như Điều 1"]}], ["- Như Điều 1;", "- Lưu: VT, TĐKT."]),
    ):
        whole = decision(NAMES[:4], "giay-khen", "ldtt")
        text = one("decision", decided(whole, papers=[{**OWN, "recipients": own}]))
        at = text.index("Nơi nhận:") + 1
        assert text[at : at + len(expected)] == expected


def test_a_title_is_named_as_one() -> None:
    text = printed("decision", made("decision", decided(decision(["Lê Văn C"], "ldtt")))[f"{_STEM}-qd-45"])
    assert _article(text, 1).startswith("Điều 1. Tặng danh hiệu “Lao động tiên tiến” cho 01 cá nhân đã có thành tích")


def test_the_minutes_are_those_of_the_session_that_voted() -> None:
    first = {"votes": [{"name": name, "agree": 9} for name in NAMES[:3]], "number": "01/BB-HĐ"}
    later = {"votes": [{"name": "Lê Văn C", "agree": 8}], "held": "2025-11-30", "number": "02/BB-HĐ"}
    campaign = decided(decision(NAMES[:3]), decision(["Lê Văn C"], "ldtt", id="qd-46"), council=first, further=[later])
    told = [
        [line.split(" của ")[0] for line in printed("decision", paper) if line.startswith("Căn cứ Biên bản")]
        for paper in made("decision", campaign).values()
    ]
    assert told == [
        ["Căn cứ Biên bản họp số 01/BB-HĐ ngày 20 tháng 11 năm 2024"],
        ["Căn cứ Biên bản họp số 02/BB-HĐ ngày 30 tháng 11 năm 2025"],
    ]
