"""The quota patterns of real papers can be written and read back; what only looks like a quota cannot."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.model.plans import EVERYTHING
from thidua_cli.campaign.load_plan import validate
from thidua_cli.model.fields import Percent
from thidua_cli.model.plan import Plan
from thidua_cli.model.quota import Quota, Steps
from thidua_cli.reading.yaml import parse_yaml

HERE = Path(__file__).parent
# Data of tests in plain text, as the reader of plans sees it.
PATTERNS: Any = parse_yaml((HERE / "quotas.yaml").read_bytes(), "quotas.yaml").data
LOOKALIKES: Any = parse_yaml((HERE / "lookalikes.yaml").read_bytes(), "lookalikes.yaml").data
EXPECTED = yaml.safe_load((HERE / "quotas.yaml").read_text(encoding="utf-8"))
# Money, gates, votes, bars and tie-breaks are no quotas; Q10 and Q21 speak of several awards and are tested apart.
NO_QUOTAS = {22, 23, 24, 25, 26, 27, 29, 30}
OF_AWARDS = {10, 21}


def plain(value: Any) -> Any:
    """Return a field as the table of expectations writes it."""
    if isinstance(value, Percent):
        return str(value)
    if isinstance(value, list) and value and hasattr(value[0], "start"):
        return [[step.start, step.max] for step in value]
    return value


def field(quota: Quota, name: str) -> Any:
    found: Any = quota
    for step in name.split("."):
        found = getattr(found, step)
    return plain(found)


@pytest.mark.parametrize(
    ("case", "expected"), list(zip(PATTERNS, EXPECTED, strict=True)), ids=[one["pattern"] for one in EXPECTED]
)
def test_a_pattern_reads_back_with_its_fields(case: Any, expected: Any) -> None:
    quotas = [Quota.model_validate(one) for one in case["quotas"]]
    for quota, fields in zip(quotas, expected["fields"], strict=True):
        assert {name: field(quota, name) for name in fields} == fields
        given = [quota.exactly, quota.min, quota.max, quota.share, quota.steps, quota.open or None]
        assert any(bound is not None for bound in given)


def test_every_pattern_that_is_a_quota_is_in_the_table() -> None:
    covered = {int(found[1]) for one in EXPECTED if (found := re.match(r"Q(\d+)", one["pattern"]))}
    assert covered == set(range(1, 34)) - NO_QUOTAS - OF_AWARDS


def plan_with(awards: str) -> Plan:
    """Return the full plan with other awards."""
    before, after = EVERYTHING.read_text(encoding="utf-8").split("awards:\n")
    text = before + awards + after[after.index("tasks:\n") :]
    loaded = validate(parse_yaml(text.encode(), "plan.yaml"))
    assert not loaded.faults
    assert loaded.plan
    return loaded.plan


def test_awards_of_two_levels_are_two_awards() -> None:
    plan = plan_with(
        "awards:\n"
        "  - {id: tinh, form: bang_khen_bo_tinh, quotas: [{subject: individual, max: 1}]}\n"
        "  - {id: so, form: giay_khen, quotas: [{subject: individual, max: 5}]}\n"
    )
    assert [(award.form, award.quotas[0].max) for award in plan.awards] == [("bang_khen_bo_tinh", 1), ("giay_khen", 5)]


def test_prizes_are_awards_of_the_other_form() -> None:
    plan = plan_with(
        "awards:\n"
        "  - {id: nhat, form: hinh_thuc_khac, name: Giải nhất, quotas: [{subject: lớp, exactly: 1, per: cluster}]}\n"
        "  - {id: kk, form: hinh_thuc_khac, name: Khuyến khích, quotas: [{subject: lớp, units: rest, open: true}]}\n"
    )
    first, last = plan.awards
    assert (first.name, first.quotas[0].exactly, first.quotas[0].per) == ("Giải nhất", 1, ["cluster"])
    assert (last.name, last.quotas[0].units, last.quotas[0].open) == ("Khuyến khích", ["rest"], True)


@pytest.mark.parametrize("case", LOOKALIKES, ids=lambda case: case["sentence"])
def test_a_look_alike_is_no_quota(case: Any) -> None:
    plan = plan_with(
        f"awards:\n  - {{id: a, form: giay_khen, standards: [{{subject: individual, text: '{case['sentence']}'}}]}}\n"
    )
    assert plan.awards[0].quotas == []
    typed = json.dumps(case["quota"], ensure_ascii=False)
    text = EVERYTHING.read_text(encoding="utf-8").replace("{subject: hộ dân, open: true}", typed)
    faults = validate(parse_yaml(text.encode(), "plan.yaml")).faults
    assert faults
    assert any(case["hint"] in fault.hint for fault in faults), [fault.hint for fault in faults]


def test_open_is_neither_none_nor_without_limit() -> None:
    quota = Quota.model_validate({"subject": "individual", "open": "true"})
    assert quota.open
    assert (quota.max, quota.min, quota.exactly) == (None, None, None)


def test_steps_keep_their_order() -> None:
    table = [{"from": "0", "max": "1"}, {"from": "6", "max": "2"}]
    assert [step.start for step in Steps.model_validate({"of": "units", "table": table}).table] == [0, 6]
    with pytest.raises(ValueError, match="không tăng dần"):
        Steps.model_validate({"of": "units", "table": table[::-1]})
