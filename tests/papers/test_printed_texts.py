"""Whatever text a plan has, it is printed: in every place, with every mark, whole and as it was typed."""

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.exploring import examples
from tests.intake.printed import TODAY
from tests.model.plans import Steps, at, everything, nodes, replaced
from tests.papers.rendered import PLAN_PAPER, plan_html
from thidua_cli.campaign.load_plan import validate
from thidua_cli.model.plan import Plan
from thidua_cli.model.terms import INSERTS
from thidua_cli.page.writers import writer
from thidua_cli.reading.yaml import parse_yaml

ENDINGS = ['"', "'", "&", "<", ">", "&amp;", "]]>", "*", "**", "{{ x }}", "\\", "%", "…", ";", "*.", '".']
MARKS = [
    "{}",
    "*{}*",
    "**{}**",
    "***{}***",
    "**một *{}* hai**",
    "***{}** hai*",
    "*một **{}* hai**",
    "**{}",
    "{} **một**",
]


def _plan(data: Any) -> Plan | None:
    """Return the plan as it is read from a file; None where the file is refused."""
    loaded = validate(parse_yaml(json.dumps(data).encode(), "plan.yaml"))
    return None if loaded.faults else loaded.plan


def _whole() -> Any:
    """Return the plan that uses every key, with all that can be inserted, and a quota worded by its facts."""
    data = everything()
    texts = [{"heading": "Một", "insert": insert, "inline": inline} for insert in INSERTS for inline in ("có", "không")]
    return {**data, "body": [*data["body"], *texts]}


def _places() -> list[Steps]:
    """Return where a plan takes any text at all."""
    whole = _whole()
    found = [steps for steps in nodes(whole) if isinstance(at(whole, steps), str)]
    return [steps for steps in found if _plan(replaced(whole, steps, f"{at(whole, steps)} & <dấu> “lạ”; "))]


WHOLE, PLACES = _whole(), _places()
# A subject and a group are any text as well, but none that looks like a known one with a slip.
PROSE = [steps for steps in PLACES if not {"subject", "group"} & set(steps)]


def _texts_of(plan: Plan) -> str:
    """Return what the paper prints, between its marks; both kinds of file must take it."""
    html = plan_html(plan, TODAY)
    for kind in ("docx", "html"):
        assert writer(kind).written(html, source=PLAN_PAPER.template)
    return " ".join("".join(etree.fromstring(html.encode()).itertext()).split()).replace("*", "")


def test_the_places_are_all_but_words_of_lists() -> None:
    assert ("title",) in PLACES
    assert ("awards", 0, "quotas", 1, "wording") in PLACES
    assert len(PLACES) > 40


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_text_may_end_in_any_sign(ending: str) -> None:
    data = WHOLE
    for steps, mark in zip(PROSE, MARKS * len(PROSE), strict=False):
        data = replaced(data, steps, f"{at(WHOLE, steps)} {mark.format(ending)} {ending}")
    plan = _plan(data)
    assert plan is not None
    printed = _texts_of(plan)
    for text in (plan.title, plan.body[0].text[0], plan.campaign.theme, plan.awards[0].quotas[1].wording):
        assert text
        assert text.replace("*", "").rstrip(" .;") in printed


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("insert", INSERTS)
def test_the_last_paragraph_may_be_any_text(insert: str, mark: str) -> None:
    section = {"insert": insert, "inline": "có" if insert == "award_forms" else "không"}
    for ending, shape in product(ENDINGS, ("{} {}", "{}")):
        data = {**WHOLE, "body": [section]}
        del data["closing"]
        for steps in PLACES:
            if steps[0] not in ("body", "closing"):
                data = replaced(data, steps, shape.format(mark.format(ending), at(WHOLE, steps)).strip())
        if plan := _plan(data):
            etree.fromstring(plan_html(plan, TODAY).encode())


def test_a_plan_that_inserts_nothing_ends_nowhere() -> None:
    data = {**WHOLE, "body": [{"insert": "theme"}], "campaign": {**WHOLE["campaign"], "theme": None}, "closing": None}
    plan = _plan(data)
    assert plan is not None
    assert _texts_of(plan)


text = st.text(st.sampled_from("aĐ ớ.,;:/*\"'&<>{}%…–-]#\\\u200b\ud7ff\U0001f600"), min_size=1, max_size=20) | st.text(
    min_size=1, max_size=20
)


@settings(examples(60), suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(PLACES), text, min_size=1, max_size=20))
def test_what_check_passes_is_printed(texts: dict[Steps, str]) -> None:
    data = WHOLE
    for steps, typed in texts.items():
        data = replaced(data, steps, typed)
    if plan := _plan(data):
        _texts_of(plan)
