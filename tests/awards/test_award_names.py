"""How lists name awards: the tables beside this file, each text with what it means in a plan."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.awards.test_catalogue_names import NAMES, SPELT, WAYS
from tests.plan_cases import MINIMAL
from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.load_plan import validate
from thidua_cli.law.award_catalogue import awards, meant, read_award
from thidua_cli.model.awards import award_name
from thidua_cli.reading.document import Document
from thidua_cli.reading.yaml import read_yaml

HERE = Path(__file__).parent
TABLES = yaml.safe_load((HERE / "spellings.yaml").read_text(encoding="utf-8"))
CASES = [(plan, meant, text) for plan, table in TABLES.items() for meant, texts in table.items() for text in texts]


@cache
def names(plan: str) -> AwardNames:
    """Return the names of the awards of a plan of ``plans.yaml``."""
    data = read_yaml(MINIMAL).data
    assert isinstance(data, dict)
    changes: dict[str, Any] = yaml.safe_load((HERE / "plans.yaml").read_text(encoding="utf-8"))[plan]
    loaded = validate(Document("plan.yaml", data={**data, **changes}))
    assert loaded.plan is not None, loaded.faults
    return AwardNames(loaded.plan)


def meaning(plan: str, text: str) -> str:
    """Return the id of the award that a text means, or ``asked``, ``several``, ``none``."""
    found = names(plan).find(text, None)
    if found.problem is None:
        return found.awards[0].id
    if len(parts := names(plan).parts(text)) > 1:
        assert all(names(plan).find(part, None).problem is None for part in parts)
        return "several"
    return "asked" if "chưa rõ là hình thức nào" in found.problem[0] else "none"


@cache
def every_form() -> AwardNames:
    """Return the names of a plan that has every award of the law."""
    listed = [{"id": form.replace("_", "-"), "form": form} for form in awards()]
    data = read_yaml(MINIMAL).data
    assert isinstance(data, dict)
    loaded = validate(Document("plan.yaml", data={**data, "awards": listed}))
    assert loaded.plan is not None, loaded.faults
    return AwardNames(loaded.plan)


@given(st.sampled_from(NAMES), st.sampled_from(list(SPELT.values())), st.sampled_from(list(WAYS.values())))
def test_a_name_of_an_award_means_it_or_is_asked_for(name: tuple[str, str], spelt: Any, way: str) -> None:
    found = every_form().find(spelt(way.format(name[1])), None)
    assert name[0] in [one.form for one in found.awards]
    assert found.problem is None or len(found.awards) > 1


@given(st.sampled_from(list(TABLES)), st.sampled_from(NAMES))
def test_what_is_no_award_of_the_plan_is_never_taken_for_one(plan: str, name: tuple[str, str]) -> None:
    """Whatever a plan takes a name for is of its form, or bears the name itself."""
    found = names(plan).find(name[1], None)
    reading = read_award(name[1])
    if found.problem is None and reading:
        assert found.awards[0].form in meant(reading) or name[1] in award_name(found.awards[0])


@pytest.mark.parametrize(("plan", "meant", "text"), CASES, ids=lambda value: value)
def test_what_a_text_means(plan: str, meant: str, text: str) -> None:
    assert meaning(plan, text) == meant


@pytest.mark.parametrize(
    ("text", "possible", "hint"),
    [
        ("Giấy khen của ông A", ["giay-khen"], "kế hoạch có “Giấy khen của Giám đốc Sở”, “Lao động tiên tiến”, "),
        ("Giấy khen đột xuất", ["giay-khen"], "có phải “Giấy khen của Giám đốc Sở”?"),
        ("Bằng khen đặc biệt", ["bang-khen", "bktt"], "kế hoạch có “Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh A”, "),
        ("Huân chương lạ", ["hcld3"], "có phải “Huân chương Lao động hạng Ba”?"),
        ("Kỷ niệm chương", [], "kế hoạch có “Lao động tiên tiến”, "),
        ("xxx", list(names("department").subjects), "kế hoạch có “Lao động tiên tiến”, "),
    ],
)
def test_what_a_text_may_mean_that_names_no_award_of_the_plan(text: str, possible: list[str], hint: str) -> None:
    found = names("department").find(text, None)
    assert [one.id for one in found.awards] == possible
    assert found.problem
    assert found.problem[1].startswith(hint)
    assert ("4 hình thức khác" in found.problem[1]) is hint.startswith("kế hoạch có")
