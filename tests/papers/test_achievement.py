"""The report on achievements: what is known is filled in, nothing of a namesake, ids stand here alone."""

from typing import Any

import pytest

from tests.papers.proposals import DAY, hold_printed, proposal
from thidua_cli.papers.contract import Asked, LacksError
from thidua_cli.papers.dossiers.achievement import Achievement
from thidua_cli.papers.people import addressed, position_of
from thidua_cli.papers.registry import PAPERS

_PAPER = PAPERS["achievement"]
_PERSON = {
    "name": "Nguyễn Văn Kha",
    "gender": "male",
    "born": "1980-03-02",
    "id_number": "058080000001",
    "unit": "Phòng Một",
    "position": "Trưởng phòng",
    "award": "bang-khen",
    "achievement": "Rút ngắn một nửa thời gian cấp phép.",
    "rating": "excellent",
    "initiative": "base",
    "discipline": "none",
    "prior": "LĐTT 2022; Giấy khen 2021",
    "facts": {"ho_so": "120"},
}
_COLLECTIVE = {
    "name": "Phòng Hai",
    "subject": "collective",
    "unit": "Phòng Hai",
    "award": "giay-khen",
    "members": 5,
    "fighters": 0,
    "established": "2010",
}
_BOOK = [
    {
        "name": "Nguyễn Văn Kha",
        "unit": "Phòng Một",
        "id_number": "058080000001",
        "award": "lao_dong_tien_tien",
        "year": 2022,
        "decision": "15/QĐ-SXD",
        "date": "2023-01-12",
        "decided_by": "Giám đốc",
    },
    {
        "name": "Nguyễn Văn Kha",
        "unit": "Phòng Một",
        "id_number": "058080000001",
        "award": "chien_si_thi_dua_co_so",
        "year": 2023,
    },
    {"name": "Phòng Hai", "unit": "Phòng Khác", "award": "giay_khen", "year": 2020},
]
_CAMPAIGN = {
    "nominations": [_PERSON, _COLLECTIVE],
    "register": _BOOK,
    "council": None,
    "facts": {"ho_so": "Số hồ sơ đã giải quyết"},
}


def made(asked: Asked | None = None, **more: Any) -> list[Achievement]:
    """Return the reports of a campaign of one man and one collective."""
    found = [one.context for one in _PAPER.documents(proposal(**{**_CAMPAIGN, **more}), asked or Asked(DAY))]
    assert all(isinstance(one, Achievement) for one in found)
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("family", ["nd30", "party"])
def test_the_papers_as_printed(family: str) -> None:
    campaign = proposal(**_CAMPAIGN, party=family == "party")
    hold_printed(f"achievement-{family}", "achievement", _PAPER.documents(campaign, Asked(DAY)))


def test_what_is_known_is_filled_in_and_the_rest_is_left_blank() -> None:
    person, collective = made()
    about, merit = dict(person.about), dict(person.merit)
    assert about["Họ và tên"] == "Ông Nguyễn Văn Kha"
    assert about["Ngày, tháng, năm sinh"] == "02/3/1980"
    assert about["Số định danh"] == "058080000001"
    assert about["Quê quán"] == ""
    assert merit["Mức độ hoàn thành nhiệm vụ"] == "Hoàn thành xuất sắc nhiệm vụ"
    assert merit["Số hồ sơ đã giải quyết"] == "120"
    own = dict(collective.merit)
    assert own["Số người đạt Chiến sĩ thi đua cơ sở"] == "00"
    assert own["Số người hoàn thành nhiệm vụ"] == ""
    assert [one.name for one in (person, collective)] == ["Ông Nguyễn Văn Kha", "Phòng Hai"]


def test_the_tables_hold_what_is_surely_his_each_once_with_its_decision() -> None:
    person, collective = made()
    assert [(one.year, one.name, one.decision) for one in person.titles] == [
        ("2022", "Lao động tiên tiến", "Số 15/QĐ-SXD ngày 12/01/2023 của Giám đốc"),
        ("2023", "Chiến sĩ thi đua cơ sở", ""),
    ]
    assert [(one.year, one.name) for one in person.forms_held] == [("2021", "Giấy khen")]
    assert (collective.titles, collective.forms_held) == ([], [])
    assert "01 dòng" in collective.doubt
    assert person.doubt == ""


def test_achievements_of_a_movement_are_of_that_movement_only() -> None:
    assert all(one.of_movement for one in made(mode="drive"))
    assert not any(one.of_movement for one in made(mode="regular"))


def test_a_head_signs_left_for_his_man_and_right_for_his_collective() -> None:
    head = {"doc": "achievement", "signers": [{"post": "Trưởng phòng", "name": "Lê Thị H"}]}
    person, collective = made(papers=[head])
    assert [(one.post, one.name) for one in person.signers] == [
        ("Trưởng phòng", "Lê Thị H"),
        ("Người báo cáo", "Nguyễn Văn Kha"),
    ]
    assert [one.name for one in collective.signers] == ["", "Lê Thị H"]
    assert (person.letterhead.number, person.author) == ("", "Phòng Một")
    assert collective.author == "Phòng Hai"


def test_names_and_posts_are_those_of_every_other_paper() -> None:
    entries = proposal(**_CAMPAIGN).entries
    assert [(one.name, one.position) for one in made()] == [
        (addressed(one.nomination), position_of(one)) for one in entries
    ]


def test_an_unknown_award_is_asked_for_and_a_draft_leaves_it_blank() -> None:
    unclear = [{**_PERSON, "award": "Bằng gì đó"}]
    with pytest.raises(LacksError, match="hình thức đề nghị cho Nguyễn Văn Kha"):
        made(nominations=unclear)
    assert len(made(Asked(DAY, draft=True), nominations=unclear)) == 1


def test_options_choose_whose_and_two_of_one_name_are_two_files() -> None:
    again = {**_PERSON, "award": "giay-khen", "id_number": None, "unit": "Phòng Hai"}
    campaign = proposal(**{**_CAMPAIGN, "nominations": [_PERSON, again, _COLLECTIVE]})
    stems = [one.stem for one in _PAPER.documents(campaign, Asked(DAY, only=("Nguyễn Văn Kha",)))]
    assert stems == ["bao-cao-thanh-tich-nguyen-van-kha", "bao-cao-thanh-tich-nguyen-van-kha-2"]


@pytest.mark.parametrize("name", [name for name in PAPERS if name != "achievement"])
def test_id_numbers_stand_on_no_other_paper(name: str) -> None:
    paper, campaign = PAPERS[name], proposal(**_CAMPAIGN)
    try:
        html = "".join(paper.html(one) for one in paper.documents(campaign, Asked(DAY, draft=True)))
    except LacksError:
        pytest.skip("the campaign lacks what no draft can do without")
    assert "058080000001" not in html
