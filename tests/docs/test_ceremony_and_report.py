"""The papers after the decision, of the campaign in the last chapter of the guide: ceremony, report, statistics."""

import re

import pytest
import yaml

from tests.docs.printed_papers import numbers_in
from tests.docs.story import AWARD, CAMPAIGN, CHAPTER, FILES, names, of, paper, slug
from tests.docs.told_campaign import (
    COLLECTIVE,
    PERSON,
    Row,
    Told,
    addressed,
    counts,
    dotted,
    in_percent,
    of_kind,
    post,
    said,
    spelled,
)


def test_certificates_stand_in_the_order_of_the_decision(told: Told) -> None:
    decided = told.file("decisions.yaml")["decisions"][0]
    order = [one["name"] for one in decided["awarded"]]
    assert sorted(order) == sorted(row["Họ và tên"] for row in told.awarded)
    rows = {row["Họ và tên"]: row for row in told.awarded}
    lines, expected = of(told, "certificate").lines, []
    for number, name in enumerate(order, decided["register_from"]):
        row = rows[name]
        expected += [addressed(row), *filter(None, [post(row)]), row["Tóm tắt thành tích"], f"Số sổ vàng: {number}"]
    assert [line for line in lines if line in expected] == expected
    assert lines.count("GIẤY KHEN") == len(order)


def test_the_ceremony_calls_whom_the_decision_awards(told: Told) -> None:
    script, programme = of(told, "script"), of(told, "programme")
    called = script.numbered("Vị trí xếp")
    places = [str(place) for place in range(len(told.awarded), 0, -1)]
    assert [(row[1], row[2], row[-1]) for row in called] == [
        (addressed(row), post(row), place) for row, place in zip(told.awarded, places, strict=True)
    ]
    assert f"Trao cho {len(told.awarded):02d} tập thể, cá nhân" in script.text
    assert f"cho {said(told.awarded, ' và ')} có thành tích" in script.text
    assert any(f"Trao {AWARD} cho {said(told.awarded, ' và ')}" in row for row in programme.numbered("Chuẩn bị"))
    invited = [line for line in of(told, "ceremony-invitation").lines if "trân trọng kính mời: " in line]
    assert [line.partition("mời: ")[2] for line in invited] == [
        ", ".join(filter(None, (addressed(row), post(row)))) for row in told.awarded
    ]


def test_the_report_parts_proposed_passed_and_awarded(told: Told) -> None:
    report = of(told, "final-report")
    three = [told.nominees, told.passed, told.awarded]
    proposed, passed, awarded = map(said, three)
    sentence = f"đề nghị khen thưởng {proposed}; Hội đồng thông qua {passed}; đã được tặng {awarded}, cụ thể:"
    assert any(line.endswith(sentence) for line in report.lines)
    numbers = [str(count) for rows in three for count in counts(rows)]
    (awards,) = [row for row in report.rows("Đề nghị", "Được tặng", "Hình thức khen thưởng") if row[0] == "1"]
    assert awards[1:] == [AWARD, *numbers]
    women = sum(row["Giới tính"] == "nữ" for row in told.awarded)
    persons = counts(told.awarded)[1]
    assert f"Trong {persons:02d} cá nhân được tặng, nữ chiếm {in_percent(women, persons)}%" in report.text
    (kinds,) = report.numbered("Theo giới tính")
    assert kinds[-3:] == [str(women), str(persons - women), "-"]
    by_unit = [[str(_of_unit(rows, unit["name"])) for rows in three] for unit in told.units]
    heads = [[unit["name"], str(unit["headcount"]), str(unit["participants"])] for unit in told.units]
    found = [row[1:] for row in report.numbered("Đơn vị", "Số người tham gia")]
    assert found == [head + numbers for head, numbers in zip(heads, by_unit, strict=True)]
    listed = [(row[1], row[2], row[-1]) for row in report.numbered("Quyết định", "Thành tích")]
    assert listed == [(addressed(row), post(row), row["Tóm tắt thành tích"]) for row in told.awarded]


def _of_unit(rows: list[Row], unit: str) -> int:
    return sum(row["Đơn vị"] == unit for row in rows)


def test_the_report_pays_what_the_decision_says(told: Told) -> None:
    report = of(told, "final-report")
    rows = []
    for kind in (COLLECTIVE, PERSON):
        mine = of_kind(told.awarded, kind)
        each = told.amount(mine[0])
        rows.append([f"{AWARD}, {kind}", str(len(mine)), dotted(each), dotted(each * len(mine))])
    assert [row[1:] for row in report.numbered("Thành tiền (đồng)")] == rows
    assert f"là {dotted(told.sum)} đồng (bằng chữ: {spelled(told.sum).capitalize()} đồng)" in report.text


def test_the_report_measures_targets_as_the_plan_bounds_them(told: Told) -> None:
    report, results = of(told, "final-report"), told.file("results.yaml")
    achieved = {one["target"]: one["achieved"] for one in results["targets"]}
    expected = []
    for target in told.file("plan.yaml")["targets"]:
        reached, (before,) = achieved[target["id"]], target["baseline"].values()
        if "at_least" in target:
            bound, rate = f"≥ {target['at_least']}", in_percent(reached, target["at_least"])
            verdict = "vượt" if reached > target["at_least"] else "chưa đạt"
        else:
            bound, rate, verdict = f"≤ {target['at_most']}", "…", "chưa đạt" if reached > target["at_most"] else "đạt"
        expected.append([target["unit"], bound, str(reached), str(before), rate, verdict])
    assert [row[2:-1] for row in report.numbered("Chỉ tiêu", "Đánh giá")] == expected
    joined = results["participation"]
    assert f"{joined['units']:02d}/{joined['asked_units']:02d} đơn vị" in report.text
    rate = in_percent(joined["persons"], joined["asked_persons"])
    assert f"{joined['persons']}/{joined['asked_persons']} người (đạt {rate}%)" in report.text


def test_statistics_agree_with_decision_and_book(told: Told) -> None:
    collectives, persons = counts(told.awarded)
    book = (told.folder / "register.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    (row,) = of(told, "statistics").numbered("Theo sổ khen thưởng")
    assert row[1:] == [AWARD, str(collectives), str(persons), "-", "-", "-", str(len(told.awarded)), str(len(book))]
    assert [line.partition(",")[0] for line in book] == _decided(told)


def _decided(told: Told) -> list[str]:
    decisions = yaml.safe_load((told.folder / "decisions.yaml").read_text(encoding="utf-8"))["decisions"]
    return [one["name"] for decision in decisions for one in decision["awarded"]]


def test_each_unit_gets_a_receipt_and_minutes_of_its_own(told: Told) -> None:
    for unit in told.units:
        mine = [row for row in told.nominees if row["Đơn vị"] == unit["name"]]
        receipt = paper(told, f"tiep-nhan-{slug(unit['name'])}")
        (row,) = receipt.numbered("Hình thức đề nghị")
        columns = [str(count) for count in counts(mine) if count]
        assert row[1:] == [AWARD, *columns, str(len(mine))]
        assert sum(int(row[-1]) for row in receipt.numbered("Danh sách, tệp")) == len(mine)
        minutes = paper(told, f"bien-ban-binh-xet-{slug(unit['name'])}")
        assert [row[1] for row in minutes.numbered("Tán thành")] == names(mine)
        assert f"Tổng số người của đơn vị: {unit['headcount']}" in minutes.lines


def test_each_nominee_has_his_achievement_in_his_report(told: Told) -> None:
    for row in told.nominees:
        lines = paper(told, f"bao-cao-thanh-tich-{slug(row['Họ và tên'])}").lines
        assert row["Tóm tắt thành tích"] in lines
        assert f"Đề nghị tặng {AWARD}" in lines
        assert any(line.endswith(f": {row['Họ và tên']}") for line in lines)


# Whose names a paper prints; of those that are one for each nominee, or each unit, the tests above tell.
WHO = {
    "plan": "nobody",
    "guidance": "nobody",
    "registration": "nobody",
    "pledge": "nobody",
    "submission": "not_passed",
    "list": "passed",
    "council-decision": "nobody",
    "council-invitation": "nobody",
    "ballot": "nominees",
    "count": "nominees",
    "minutes": "nominees",
    "decision": "awarded",
    "money": "awarded",
    "ceremony-invitation": "awarded",
    "programme": "nobody",
    "script": "awarded",
    "certificate": "awarded",
    "final-report": "awarded",
    "statistics": "nobody",
}


def test_of_every_paper_it_is_said_whom_it_names() -> None:
    assert set(WHO) == {name for name, files in FILES.items() if "{" not in files[0]}


@pytest.mark.parametrize("name", WHO)
def test_a_paper_names_whom_it_is_about_and_nobody_else(told: Told, name: str) -> None:
    text = of(told, name).text
    expected = getattr(told, WHO[name], [])
    persons = of_kind(told.nominees, PERSON)
    assert [row["Họ và tên"] for row in persons if row["Họ và tên"] in text] == [
        row["Họ và tên"] for row in of_kind(expected, PERSON)
    ]
    assert all(addressed(row) in text for row in of_kind(expected, PERSON))


def numbers_told(told: Told) -> set[str]:
    """Return the numbers that somebody typed, or that follow from them by counting, adding and dividing."""
    files = [path for path in told.folder.rglob("*") if path.suffix in (".yaml", ".csv")]
    commands = re.findall(r"^\$ thidua .*$", CHAPTER, flags=re.MULTILINE)
    known = set[str]()
    for text in (*commands, *(path.read_text(encoding="utf-8-sig") for path in files)):
        known |= numbers_in(text)
    known |= {str(number) for number in range(len(told.nominees) + 2)}  # numbers of rows and parts
    known |= {told.share(row) for row in told.voted}
    known |= {str(told.amount(row) * len(of_kind(told.awarded, row["Đối tượng"]))) for row in told.awarded}
    women = [row for row in told.awarded if row["Giới tính"] == "nữ"]
    known |= {str(told.sum), in_percent(len(women), counts(told.awarded)[1])}
    reached = {one["target"]: one["achieved"] for one in told.file("results.yaml")["targets"]}
    targets = [one for one in told.file("plan.yaml")["targets"] if "at_least" in one]
    known |= {in_percent(reached[one["id"]], one["at_least"]) for one in targets}
    first = told.file("decisions.yaml")["decisions"][0]["register_from"]
    return known | {str(first + place) for place in range(len(told.awarded))}


@pytest.mark.parametrize("name", FILES)
def test_no_paper_has_a_number_that_nobody_told_or_counted(told: Told, name: str) -> None:
    known = numbers_told(told)
    stems = [path.stem.removeprefix(f"{CAMPAIGN}-") for path in (told.folder / "out").glob("*.docx")]
    for pattern in FILES[name]:
        own = [stem for stem in stems if re.fullmatch(re.sub(r"\{\w+\}", ".*", pattern), stem)]
        assert own
        for stem in own:
            assert paper(told, stem).numbers - known == set()
