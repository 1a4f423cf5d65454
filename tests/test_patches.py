"""A patch does to the text of a plan what it says, at every place of a plan."""

from functools import reduce
from typing import Any

import pytest

from tests.model.plans import EVERYTHING, Steps, at, everything, nodes, replaced
from tests.plan_cases import laid_over
from thidua_cli.reading.document import child
from thidua_cli.reading.yaml import parse_yaml

FULL = EVERYTHING.read_text(encoding="utf-8")
BASE = """\
# Kế hoạch
date: 2024-03-01  # chưa ký
campaign:
  phases:
    - id: gd1
      name: Giai đoạn 1

    - {id: gd2, name: Giai đoạn 2}
# Nơi nhận
note: |
  Một dòng.
"""


@pytest.mark.parametrize(
    ("patch", "old", "new"),
    [
        ("date: 1/4/2024\n", "2024-03-01", "1/4/2024"),
        ("date:\n", " 2024-03-01", ""),
        ('campaign.phases[1].name:  "Đợt" # x\n', " Giai đoạn 2", '  "Đợt" # x'),
        ("campaign.mode: drive\n", "đoạn 2}\n", "đoạn 2}\n  mode: drive\n"),
        ("campaign.phases[0].name:\n  - x\n  - y\n", " Giai đoạn 1\n", "\n        - x\n        - y\n"),
        ("campaign.phases[1]:\n  id: gd2\n  end: 2024\n", "{id: gd2, name: Giai đoạn 2}", "id: gd2\n      end: 2024"),
        ("campaign.phases[0].name: !remove\n", "      name: Giai đoạn 1\n", ""),
        ("campaign.phases[1]: !remove\n", "    - {id: gd2, name: Giai đoạn 2}\n", ""),
        ("note: Hai\n  dòng.\n", "|\n  Một dòng.", "Hai\n  dòng."),
        ("id: a\nnumber: 1\n", "Một dòng.\n", "Một dòng.\nid: a\nnumber: 1\n"),
    ],
)
def test_a_patch_changes_its_place_and_nothing_else(patch: str, old: str, new: str) -> None:
    assert BASE.count(old) == 1
    assert laid_over(BASE, patch) == BASE.replace(old, new)


@pytest.mark.parametrize(
    "patch",
    [
        "date: 1\ndate: 2\n",
        "campaign.phases[2]: x\n",
        "campaign.phases[1].end: x\n",
        "campaign.phases[0].id: !remove\n",
    ],
)
def test_a_patch_that_cannot_be_followed_is_refused(patch: str) -> None:
    with pytest.raises(AssertionError):
        laid_over(BASE, patch)


def data_of(text: str) -> Any:
    document = parse_yaml(text.encode("utf-8"), "plan.yaml")
    assert document.faults == [], text
    return document.data


def path_of(steps: Steps) -> str:
    return reduce(child, steps, "")


def test_every_value_of_the_full_plan_can_be_another() -> None:
    data = everything()
    for steps in nodes(data):
        assert data_of(laid_over(FULL, f"{path_of(steps)}: Một câu.\n")) == replaced(data, steps, "Một câu.")


def test_every_entry_of_the_full_plan_with_lines_of_its_own_can_be_removed() -> None:
    data, removed = everything(), 0
    for *above, last in nodes(data):
        try:
            text = laid_over(FULL, f"{path_of((*above, last))}: !remove\n")
        except AssertionError:  # within brackets, or beside the dash of its list
            continue
        parent = at(data, tuple(above)).copy()
        del parent[last]
        assert data_of(text) == replaced(data, tuple(above), parent or None)
        removed += 1
    assert removed > len(data)
