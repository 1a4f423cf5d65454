"""The targets of a plan as rows of a form: what to reach, in which measure, how much."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_cli.model.plan import Plan
from thidua_cli.papers.reports.report_targets import planned
from thidua_cli.vietnamese.emphasis import SENTENCE_ENDS


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target; ``planned`` and ``measure`` are empty where the plan tells no number."""

    text: str
    measure: str
    planned: str
    note: str


def target_lines(plan: Plan) -> Sequence[TargetLine]:
    """Return the targets in their order."""
    return [
        TargetLine(one.text.rstrip(SENTENCE_ENDS), one.measure, planned(one), "hằng năm" if one.per == "year" else "")
        for one in plan.targets
    ]
