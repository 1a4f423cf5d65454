"""The report on achievements: what is known is filled in, nothing of a namesake, ids stand here alone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PLANS
from tests.papers.proposals import DAY, hold_printed, proposal
from tests.papers.rendered import documents, example
from thidua_cli.model.fields import SUBJECTS, subject_name
from thidua_cli.papers.contract import Asked, LacksError
from thidua_cli.papers.dossiers.achievement import Achievement
from thidua_cli.papers.dossiers.achievement_forms import FORMS, form_of
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
    assert about["Họ và tên"] == "Nguyễn Văn Kha"
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


_TOLD = {
    "members": 4,
    "born": "1970-01-02",
    "rating": "good",
    "discipline": "none",
    "initiative": "base",
    "fighters": 1,
}
_OF_PERSONS = {"Họ và tên", "Giới tính", "Ngày tuyển dụng", "Quê quán"}
_BY_HEAD = ("collective", "enterprise")


@pytest.mark.parametrize("subject", [*SUBJECTS, "đội thi", None])
def test_each_kind_of_subject_has_its_own_form(subject: str | None) -> None:
    nominee = {"name": "Người Một", "subject": subject, "unit": "Phòng Một", "award": "giay-khen", **_TOLD}
    quota = {"subject": subject or ["individual", "collective"], "max": 1}
    awards = [{"id": "giay-khen", "form": "giay_khen", "decided_by": "Giám đốc Sở", "quotas": [quota]}]
    (report,) = made(Asked(DAY, draft=subject is None), nominations=[nominee], awards=awards)
    labels = [label for label, _ in (*report.about, *report.merit)]
    assert len(set(labels)) == len(labels)
    noun = subject_name(subject) if subject else "cá nhân, tập thể"
    assert report.about[0] == ("Họ và tên" if subject == "individual" else f"Tên {noun}", "Người Một")
    assert subject == "individual" or not _OF_PERSONS & set(labels)
    told = {value for _, value in (*report.about, *report.merit) if value}
    assert {"04 người", "02/01/1970", "01", "Hoàn thành tốt nhiệm vụ"} <= told, "nothing that was told is left out"
    by_head = subject in _BY_HEAD
    hand = "Chủ hộ" if subject == "household" else "Người báo cáo"
    assert [one.post for one in report.signers][-1] == ("Thủ trưởng đơn vị" if by_head else hand)
    assert report.author == ("Người Một" if by_head else "Phòng Một")
    assert bool(report.letterhead.number) == by_head


def test_forms_are_those_of_all_subjects_and_no_other() -> None:
    assert FORMS.keys() == SUBJECTS.keys()
    assert all(form_of(word) is form_of("đội thi") for word in ("tổ dân vận", "", None))


def test_a_fact_stands_under_its_title_and_one_without_is_told() -> None:
    nominee = {**_PERSON, "facts": {"ho_so": "120", "thu_nhap_trieu": "60", "loai_hinh": "phong trào"}}
    (document,) = _PAPER.documents(proposal(**{**_CAMPAIGN, "nominations": [nominee]}), Asked(DAY))
    report = document.context
    assert isinstance(report, Achievement)
    told = dict(report.merit)
    assert (told["Số hồ sơ đã giải quyết"], told["Loại hình khen thưởng"]) == ("120", "phong trào")
    assert told["Thu nhap trieu"] == "60"
    assert list(document.notes) == [
        "dữ kiện thu_nhap_trieu chưa có tên tiếng Việt để in: ghi facts: {thu_nhap_trieu: …} trong plan.yaml"
    ]


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_no_example_prints_the_key_of_a_fact(folder: Path) -> None:
    campaign = example(folder, date(2026, 11, 22))
    notes = [note for one in documents(campaign, _PAPER, date(2026, 11, 22)) for note in one.notes]
    assert not notes
