"""The movement as the sentences of papers name it."""

import re

from thidua_cli.model.plan import Plan
from thidua_cli.vietnamese.text import lower_first

_LAUNCHING = re.compile(
    r"^(?:về việc )?(?:(?:tổ chức )?phát động(?: hưởng ứng)?|triển khai(?: thực hiện)?|thực hiện|hưởng ứng|tổ chức)\s+",
    re.IGNORECASE,
)


def movement(plan: Plan) -> str:
    """Return the movement as a sentence names it: the subject of the plan, without the word for launching it."""
    return lower_first(_LAUNCHING.sub("", plan.title))
