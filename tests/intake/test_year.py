"""``--year``: what is moved to another year, and what must stay."""

from datetime import date
from pathlib import Path

from tests.intake.printed import plan_of
from thidua_cli.intake import Intake, read_plan

PAPERS = Path(__file__).parent / "papers"
TODAY = date(2026, 11, 22)


def moved(name: str, year: int) -> Intake:
    return read_plan(next(PAPERS.glob(f"{name}-*.txt")), year=year, today=TODAY)


def test_dates_of_campaign_phases_and_prose_are_moved_by_whole_years() -> None:
    plan = plan_of(moved("01", 2026).yaml_text)
    assert (str(plan.campaign.start), str(plan.campaign.end)) == ("10/3/2026", "02/9/2026")
    assert [str(phase.end) for phase in plan.campaign.phases] == ["19/5/2026", "02/9/2026"]
    assert plan.title == "Phát động đợt thi đua cao điểm cải cách hành chính năm 2026"
    assert plan.campaign.occasions[0].dossiers_by is not None
    assert str(plan.campaign.occasions[0].dossiers_by) == "15/9/2026"
    text = moved("01", 2026).yaml_text
    assert "từ ngày 10/3/2026 đến hết ngày 19/5/2026" in text


def test_number_and_day_of_signing_are_dropped_and_told() -> None:
    found = moved("01", 2026)
    plan = plan_of(found.yaml_text)
    assert plan.number is None
    assert plan.date is None
    assert {"số văn bản", "ngày ký"} <= {one.fact for one in found.report}


def test_citations_and_spans_of_years_stay() -> None:
    flat = " ".join(moved("20", 2026).yaml_text.split())
    assert "Giai đoạn 2021 - 2025 tiếp tục thực hiện Kế hoạch số 05-KH/BDVHU" in flat
    assert "ngày 20/02/2025 của Ủy ban nhân dân tỉnh" in " ".join(moved("01", 2026).yaml_text.split())


def test_anniversary_is_counted_anew_and_told_as_doubtful() -> None:
    found = moved("13", 2027)
    plan = plan_of(found.yaml_text)
    assert plan.campaign.anniversary is not None
    assert (plan.campaign.anniversary.years, str(plan.campaign.anniversary.on)) == (52, "10/8/2027")
    assert "kỷ niệm 52 năm Ngày thành lập tỉnh Lâm An (10/8/1975 - 10/8/2027)" in plan.title
    assert [one.sure for one in found.report if one.fact == "kỷ niệm"][-1] is False


def test_outdated_basis_is_replaced_by_the_one_in_force(tmp_path: Path) -> None:
    old = next(PAPERS.glob("01-*.txt")).read_text(encoding="utf-8")
    paper = tmp_path / "cu.txt"
    paper.write_text(
        old.replace("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Nghị định số 98/2023/NĐ-CP"), "utf-8"
    )
    found = read_plan(paper, year=2026, today=TODAY)
    bases = plan_of(found.yaml_text).bases
    assert not [basis for basis in bases if "98/2023" in basis]
    assert any("152/2025/NĐ-CP" in basis for basis in bases)
    assert any("98/2023" in one.words for one in found.report if one.fact == "căn cứ")


def test_district_bodies_are_told(tmp_path: Path) -> None:
    old = next(PAPERS.glob("07-*.txt")).read_text(encoding="utf-8")
    paper = tmp_path / "cu.txt"
    paper.write_text(old.replace("Các thôn thực hiện Kế hoạch này", "Báo cáo UBND huyện kết quả năm 2025"), "utf-8")
    found = read_plan(paper, year=2026, today=TODAY)
    campaign = plan_of(found.yaml_text).campaign
    assert campaign.end.event == "…"  # type: ignore[union-attr]
    found = read_plan(paper, year=2026, today=TODAY)
    assert any("UBND huyện" in one.words for one in found.report if one.fact == "cấp huyện")
