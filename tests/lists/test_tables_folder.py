"""A campaign folder: which files are read, what holds for whole files, what they say together."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.lists.workbooks import HEADINGS, workbook
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.plan_of_lists import facts_of
from thidua_cli.checks.run import examine
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.plan import Plan

PLAN = Path(__file__).parent.parent / "nominations" / "plan.yaml"
DAY = date(2024, 12, 5)
LIST = "Họ và tên;Đơn vị;Hình thức đề nghị\n"


@pytest.fixture
def folder(tmp_path):
    shutil.copy(PLAN, tmp_path)
    return tmp_path


def put(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text) if isinstance(text, bytes) else path.write_text(text, encoding="utf-8")
    return path


def names(campaign):
    return [record.value.name for record in campaign.nominations]


def test_a_folder_without_lists_is_its_plan(folder):
    campaign = load_campaign(folder)
    assert (campaign.nominations, campaign.units, campaign.sessions, campaign.register) == ([], None, [], None)
    assert (campaign.files, campaign.faults, examine(campaign, DAY)[0]) == (1, [], [])


def test_every_list_is_read_in_order_and_lock_files_are_not(folder):
    put(folder / "nominations.csv", LIST + "A;Phòng;Giấy khen\n")
    put(folder / "nominations" / "b.xlsx", workbook([HEADINGS, [1, "B", "Phòng", "Giấy khen"]]))
    put(folder / "nominations" / "c.yaml", "format: nominations/1\nnominations: [{name: C, award: Giấy khen}]\n")
    for name in ("~$b.xlsx", ".c.yaml", "doc.txt", "anh.png"):
        put(folder / "nominations" / name, "không đọc")
    campaign = load_campaign(folder)
    assert sorted(names(campaign)) == ["A", "B", "C"]
    assert (campaign.files, campaign.faults) == (4, [])
    assert set(campaign.lines) == {str(folder / "nominations.csv"), str(folder / "nominations" / "c.yaml")}


def test_further_lists_and_another_register_are_taken(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    extra = put(elsewhere / "phong.csv", LIST + "A;Phòng;Giấy khen\n")
    put(folder / "register.csv", "Họ và tên;Danh hiệu;Năm\nB;LĐTT;2020\n")
    other = put(elsewhere / "so.csv", "Họ và tên;Danh hiệu;Năm\nC;LĐTT;2021\n")
    campaign = load_campaign(folder, [extra], register=other)
    assert names(campaign) == ["A"]
    assert [record.value.name for record in campaign.register] == ["C"]
    assert campaign.register[0].value.award == "lao_dong_tien_tien"
    alone = load_campaign(folder / "plan.yaml", only_plan=True)
    assert (alone.register, alone.files) == (None, 1)


def test_what_stands_on_top_of_a_file_holds_for_its_entries(folder):
    text = """format: nominations/1
unit: Phòng Tổng hợp
year: 2024
received: 2024-12-01
nominations:
  - {name: A, award: giay-khen}
  - {name: B, award: giay-khen, unit: Phòng Kế toán, year: 2023}
"""
    put(folder / "nominations.yaml", text)
    first, second = (record.value for record in load_campaign(folder).nominations)
    assert (first.unit, first.year, first.received) == ("Phòng Tổng hợp", 2024, PartialDate(2024, 12, 1))
    assert (second.unit, second.year, second.received) == ("Phòng Kế toán", 2023, PartialDate(2024, 12, 1))


def test_of_two_files_for_one_thing_none_is_read(folder):
    put(folder / "units.csv", "Tên đơn vị\nA\n")
    put(folder / "units.yaml", "format: units/1\nunits: [{name: A}]\n")
    campaign = load_campaign(folder)
    assert [fault.code for fault in campaign.faults] == ["unreadable-file"]
    assert "units.yaml và units.csv: chưa đọc tệp nào" in campaign.faults[0].message
    assert (campaign.units, campaign.units_doubted) == (None, True)


def test_faults_of_all_files_come_together_also_without_a_plan(folder):
    put(folder / "plan.yaml", "format: plan/1\n")
    put(folder / "nominations.csv", "Họ và tên;Hình thức đề nghị;Năm sinh\nA;Giấy khen;xưa\n")
    put(folder / "council.yaml", "format: council/1\nmembers: []\n")
    found, context = examine(load_campaign(folder), DAY)
    assert context is None
    assert {Path(one.file).name for one in found} == {"plan.yaml", "nominations.csv", "council.yaml"}


def test_findings_are_sorted_as_a_reader_goes_through_the_sheet(folder):
    rows = [[*HEADINGS, "Năm sinh"], *([n, f"Người {n}", "Phòng", "Không có", "xưa"] for n in range(1, 12))]
    put(folder / "nominations.xlsx", workbook(rows))
    cells = [one.cell for one in examine(load_campaign(folder), DAY)[0] if one.cell]
    assert cells == [f"{column}{row}" for row in range(2, 13) for column in "DE"]


def test_words_are_resolved_and_never_guessed(folder):
    put(folder / "units.csv", "Tên đơn vị;Tên khác\nPhòng Tổng hợp;P. TH;\nXã Trấn Ninh;\nXã Trần Ninh;\n")
    rows = (
        "Phòng Tổng hợp;;;Tập thể lao động tiên tiến\n"
        "A;p. th;cá nhân;Giấy khen của Giám đốc Sở\n"
        "B;XÃ TRẤN NINH;Cá nhân;CSTĐCS\n"
        "C;Xa Tran Ninh;Cá nhân;giay-khen\n"
    )
    put(folder / "nominations.csv", "Tên;Đơn vị;Đối tượng;Hình thức\n" + rows)
    campaign = load_campaign(folder)
    found, context = examine(campaign, DAY)
    units = [record.value for record in campaign.units]
    assert [entry.award and entry.award.id for entry in context.entries] == ["tttt", "giay-khen", "cstd", "giay-khen"]
    assert [entry.subject for entry in context.entries] == ["collective", "individual", "individual", "individual"]
    assert [entry.unit for entry in context.entries] == [units[0], units[0], units[1], None]
    assert all(one is None or any(one is unit for unit in units) for one in (entry.unit for entry in context.entries))
    assert [one.line for one in found if one.code == "unknown-unit"] == [5]


@pytest.mark.parametrize(("day", "severity"), [(date(2026, 9, 30), "error"), (date(2026, 10, 1), "warning")])
def test_the_law_on_subjects_only_warns_once_its_changes_are_not_known(folder, day, severity):
    text = PLAN.read_text(encoding="utf-8").replace("end: 2024-11-30", "end: 2026-12-31")
    put(folder / "plan.yaml", text)
    put(folder / "nominations.csv", "Tên;Đối tượng;Hình thức\nPhòng A;Tập thể;CSTĐCS\n")
    found = [one for one in examine(load_campaign(folder), day)[0] if one.code == "wrong-subject"]
    assert [one.severity for one in found] == [severity]


def test_facts_are_those_that_the_plan_names_or_asks_and_that_are_no_fields():
    asked = {"subject": ["individual"], "text": "x", "require": {"thu_nhap": ">= 50", "rating": "true"}}
    plan = Plan.model_construct(
        facts={"so_lao_dong": "Số lao động"},
        awards=[
            Plan.model_fields["awards"]
            .annotation.__args__[0]
            .model_validate({"id": "a", "form": "giay_khen", "standards": [asked]})
        ],
    )
    assert facts_of(plan) == {"so_lao_dong": "Số lao động", "thu_nhap": "thu nhap"}


@pytest.mark.parametrize("heading", ["Loại hình khen thưởng", "loai_hinh"])
def test_the_type_of_award_is_a_column_of_every_list(folder, heading):
    put(folder / "nominations.csv", LIST.replace("\n", f";{heading}\n") + "A;Phòng;Giấy khen;Đột xuất\n")
    campaign = load_campaign(folder)
    assert ([one.value.facts for one in campaign.nominations], campaign.faults) == ([{"loai_hinh": "Đột xuất"}], [])


def test_a_list_that_breaks_off_may_hold_more_nominees_and_a_list_of_units_more_units(folder):
    whole = put(folder / "nominations" / "a.csv", LIST + "A;Phòng Một;Giấy khen\n")
    units = put(folder / "units.csv", 'Tên đơn vị;Tổng số người\nPhòng Một;9\n"Phòng Hai;9\nPhòng Ba;9\n')
    campaign = load_campaign(folder)
    assert ([fault.file for fault in campaign.faults], campaign.partial) == ([str(units)], [])
    assert campaign.units_doubted
    units.unlink()
    put(whole, LIST + 'A;Phòng Một;Giấy khen\n"B;Phòng Hai;Giấy khen\n')
    campaign = load_campaign(folder)
    assert (names(campaign), campaign.partial, campaign.units_doubted) == (["A"], [str(whole)], False)


def test_a_list_that_stands_elsewhere_leaves_open_what_depends_on_it_and_another_table_does_not(folder):
    put(folder / "nominations" / "a.csv", LIST + "A;Phòng Một;Giấy khen\n")
    money = put(folder / "kinh-phi.csv", "Nội dung;Số tiền\nHội nghị;5000000\n")
    stray = put(folder / "phong-b.csv", LIST + "B;Phòng Hai;Giấy khen\n")
    campaign = load_campaign(folder)
    assert sorted(one.file for one in campaign.unread) == [str(money), str(stray)]
    assert (names(campaign), campaign.partial) == (["A"], [str(stray)])
