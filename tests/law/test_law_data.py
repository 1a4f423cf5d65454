"""The data files load on every day that matters, and wrong data is refused."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.law.turning import turning_days
from thidua_cli.commands import law as present
from thidua_cli.law import (
    award_catalogue as catalogue,
)
from thidua_cli.law import (
    citation,
    decider_names,
    instruments,
    movements,
    regimes,
    rewards,
    rules,
)
from thidua_cli.law.data_files import LawDataError
from thidua_cli.law.dated import Confidence, Dated, may_block
from thidua_cli.law.paper_kinds import paper_kinds

READERS: dict[str, Callable[[], Any]] = {
    "awards": catalogue.awards,
    "deciders": decider_names.deciders,
    "instruments": instruments.instruments,
    "regimes": regimes.regimes,
    "plan_elements": rules.all_plan_elements,
    "authority": rules.all_launching,
    "movement_awards": movements.movement_rows,
}


def dated_values() -> list[Dated]:
    decisions = [one for award in catalogue.awards().values() for one in award.deciders]
    return [
        *regimes.regimes(),
        *decisions,
        *rules.all_plan_elements(),
        *rules.all_advice(),
        *rules.all_launching(),
        *rules.abolished_levels(),
        *movements.movement_rows(),
        *rewards.rewards(),
        *rewards.roundings(),
        *rewards.base_salaries(),
    ]


def boundaries() -> list[date]:
    found = turning_days(dated_values())
    for one in instruments.instruments().values():
        found |= {one.start} if one.start else set()
        found |= {one.end + timedelta(days=1)} if one.end else set()
    return sorted(found)


def answers(day: date) -> Any:
    """All that the law says on a day, as plain values."""
    regime = regimes.regime(day)
    return (
        regime and regime.id,
        [one.id for one in instruments.in_force(day)],
        [(one.who, one.citation, one.confidence) for a in catalogue.awards().values() for one in a.deciders],
        [(a.id, one) for a in catalogue.awards().values() for one in catalogue.deciders_of(a, day)],
        rules.plan_elements(day),
        rules.launching(day),
        rules.abolished("district", day),
        movements.movement_rows_on(day),
        rewards.rewards_on(day),
        rewards.rounding(day),
        rewards.base_salary(day),
    )


def days_around_boundaries() -> list[date]:
    return sorted({day + timedelta(days=n) for day in boundaries() for n in (-1, 0, 1)})


@pytest.mark.parametrize("day", days_around_boundaries(), ids=str)
def test_everything_loads_around_every_boundary(day: date) -> None:
    sections = present.law_on(day)
    assert all(len(row) == len(section.columns) for section in sections for row in section.rows)
    if regimes.regime(day) is None:
        assert len(sections) == 1
        assert sections[0].note
        return
    assert all(section.rows for section in sections)
    for award in catalogue.awards().values():
        page = dict(present.award_page(award, day))
        assert page["Mã"] == award.id
        assert all(page.values())


@given(st.integers(0, len(boundaries())), st.floats(0, 1, exclude_max=True))
def test_constant_between_boundaries(stretch: int, where: float) -> None:
    edges = [boundaries()[0] - timedelta(days=400), *boundaries(), boundaries()[-1] + timedelta(days=4000)]
    first, following = edges[stretch], edges[stretch + 1]
    day = first + timedelta(days=int((following - first).days * where))
    assert answers(day) == answers(first)


@pytest.mark.parametrize("day", boundaries()[1:], ids=str)
def test_every_boundary_changes_something(day: date) -> None:
    assert answers(day) != answers(day - timedelta(days=1))


def test_nothing_blocks_under_a_law_we_have_not_read() -> None:
    day = date(2026, 10, 1)
    told = [*rules.plan_elements(day), *rules.launching(day), *movements.movement_rows_on(day)]
    told += [one for award in catalogue.awards().values() for one in catalogue.deciders_of(award, day)]
    assert told
    assert not any(may_block(one.confidence) for one in told)


def test_only_seen_texts_block() -> None:
    assert [one for one in Confidence if may_block(one)] == ["primary", "official", "quoted"]


def test_articles_of_the_law_exist() -> None:
    values = [*dated_values(), *catalogue.awards().values(), *instruments.instruments().values()]
    sources = [source for value in values for source in value.citation.split("; ")]
    articles = [int(n) for source in sources if source.startswith("L22 ") for n in re.findall(r"Đ(\d+)", source)]
    assert len(articles) > 100
    assert set(articles) <= set(range(1, 97))


def test_citations_in_words() -> None:
    law = "Luật Thi đua, khen thưởng 2022 (06/2022/QH15)"
    assert citation.cite("L22 Đ26k2") == f"khoản 2 Điều 26 {law}"
    assert citation.cite("L22 Đ73k4đ, Đ74k3a") == f"điểm đ khoản 4 Điều 73, điểm a khoản 3 Điều 74 {law}"
    assert citation.cite("NĐ91 Đ11; NĐ98") == "Điều 11 Nghị định số 91/2017/NĐ-CP; Nghị định số 98/2023/NĐ-CP"
    assert citation.join(["L22 Đ26k2", "NĐ98", "L22 Đ26k1, Đ9"]) == "L22 Đ9, Đ26k1, Đ26k2; NĐ98"


@pytest.mark.parametrize("wrong", ["L22 Điều 26", "L22 Đ26d", "L22 Đ0", "L99 Đ1", "L22 Đ26k2,Đ27", "", "L22 "])
def test_wrong_citations_are_refused(wrong: str) -> None:
    with pytest.raises(LawDataError):
        citation.cite(wrong)


def entry(file: Path, part: str) -> tuple[dict[str, Any], dict[str, Any]]:
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return content, content[part][0]


WRONG = {
    "no citation": ("plan_elements", "elements", {"citation": None}, "citation"),
    "no confidence": ("movement_awards", "rows", {"confidence": None}, "confidence"),
    "unknown confidence": ("authority", "launching", {"confidence": "sure"}, "confidence"),
    "ends before it starts": ("plan_elements", "elements", {"to": "2023-01-01"}, "before it starts"),
    "overlaps": ("plan_elements", "elements", {"from": "2023-12-31"}, "overlap"),
    "rows overlap": ("movement_awards", "rows", {"subjects": ["collective"], "award": "bang_khen_bo_tinh"}, "overlap"),
    "unknown award": ("movement_awards", "rows", {"award": "giay_khem"}, "giay_khem"),
    "unknown subject": ("movement_awards", "rows", {"subjects": ["em"]}, "subjects"),
    "unknown launcher": ("authority", "launching", {"launcher": "cluster"}, "launcher"),
    "unknown source": ("awards", "awards", {"citation": "L99 Đ1"}, "L99"),
    "unknown decider": (
        "awards",
        "awards",
        {"deciders": [{"who": "king", "from": "2024-01-01", "citation": "L22 Đ77", "confidence": "primary"}]},
        "king",
    ),
    "decider twice": (
        "awards",
        "awards",
        {"deciders": [{"who": "president", "from": "2024-01-01", "citation": "L22 Đ77", "confidence": "primary"}] * 2},
        "overlap",
    ),
    "id twice": ("awards", "awards", {"id": "giay_khen"}, "stands twice"),
    "unknown key": ("deciders", "deciders", {"color": "red"}, "color"),
    "gap between regimes": ("regimes", "regimes", {"to": "2023-12-30"}, "R1"),
    "instrument ends before it starts": ("instruments", "instruments", {"to": "2004-06-30"}, "before it starts"),
    "unknown successor": ("instruments", "instruments", {"replaced_by": "L99"}, "L99"),
}


@pytest.mark.parametrize(("name", "part", "change", "said"), WRONG.values(), ids=WRONG)
def test_wrong_data_is_refused(copy: Path, name: str, part: str, change: dict[str, Any], said: str) -> None:
    content, first = entry(copy / f"{name}.yaml", part)
    first.update(change)
    content[part][0] = {key: value for key, value in first.items() if value is not None}
    (copy / f"{name}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(LawDataError, match=said):
        READERS[name]()


def test_one_alias_names_one_award(copy: Path) -> None:
    content, first = entry(copy / "awards.yaml", "awards")
    first["aliases"] = ["Giấy khen"]
    (copy / "awards.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(LawDataError, match="names both"):
        catalogue.find_award("Lao động")


def test_unchanged_copy_loads(copy: Path) -> None:
    for reader in READERS.values():
        assert reader()


def test_no_two_kinds_of_paper_share_a_name_or_a_sign() -> None:
    kinds = list(paper_kinds().values())
    signs = [kind.sign for kind in kinds if kind.sign]
    assert len({kind.name for kind in kinds}) == len(kinds)
    assert len(set(signs)) == len(signs)
    assert [kind.name for kind in kinds if not kind.sign_in("nd30") and not kind.launches] == ["Công văn", "Danh sách"]
    assert paper_kinds()["cong_van"].sign_in("party") == "CV"
