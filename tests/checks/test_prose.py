"""Sentences with the codes they must raise, right ones among them: see prose.yaml."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.plan_cases import MINIMAL
from thidua_cli.campaign.load_plan import load_plan
from thidua_cli.checks.run import check_plan

SENTENCES = yaml.safe_load(Path(__file__).with_name("prose.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"][:40])
def test_sentence_raises_its_codes_and_no_other(case, plan, check):
    plan["body"].append({"text": case["text"]})
    assert sorted({one.code for one in check(plan)}) == case["codes"]


def test_finding_points_at_the_word_also_in_quotation_marks(tmp_path):
    text = MINIMAL.read_text(encoding="utf-8")
    for quote in ("", '"', "'"):
        line = f"    text: {quote}Các đơn vị nộp nộp báo cáo.{quote}"
        path = tmp_path / "plan.yaml"
        path.write_text(text.replace("closing:", f"  - heading: Khác\n{line}\nclosing:"), encoding="utf-8")
        (found,) = check_plan(load_plan(path), date(2024, 3, 5))
        assert found.column == line.index("nộp nộp") + 1


@pytest.mark.parametrize(
    "piece", ["a", "a/", "số a/b ngày ", "“a b c d e f” ", "UBND huyện ", "nộp ", "....", "giai đoạn "]
)
def test_long_texts_are_read_to_the_end(piece, plan, check):
    plan["date"] = "2025-09-10"
    plan["body"].append({"text": piece * (60_000 // len(piece))})
    assert all(finding.hint for finding in check(plan))  # a pattern that backtracks would never come to an end
