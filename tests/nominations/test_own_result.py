"""What decisions.yaml says of a nomination is its own result: the book's line of that decision is no second award."""

import pytest

from tests.campaigns import GIAY_KHEN, campaign, told
from thidua_cli.checks.nominations import register

AN = {"id": "DN-01", "name": "Nguyễn Văn An", "subject": "individual", "unit": "Phòng Một", "award": "giay-khen"}
LINE = {
    "name": "Nguyễn Văn An",
    "unit": "Phòng Một",
    "award": "giay_khen",
    "year": "2024",
    "decision": "45/QĐ-SXD",
    "date": "2024-12-01",
    "campaign": "ngan-gon",
}
DECISION = {
    "id": "qd1",
    "number": "45/QĐ-SXD",
    "date": "2024-12-01",
    "decided_by": "Giám đốc",
    "awards": ["giay-khen"],
    "awarded": [{"id": "DN-01"}],
}


@pytest.mark.parametrize(
    ("decisions", "repeated"),
    [
        ([DECISION], False),
        ([{**DECISION, "number": "Số 45/qđ-sxd"}], False),
        ([{**DECISION, "awarded": [{"name": "Nguyễn Văn An"}]}], False),
        ([{**DECISION, "number": "46/QĐ-SXD"}], True),
        ([{**DECISION, "awarded": [{"name": "Lê Thị Bình"}]}], True),
        ([], True),
    ],
)
def test_the_line_of_its_own_decision_is_no_second_award(decisions: list[dict], repeated: bool) -> None:
    context = campaign([AN], awards=[GIAY_KHEN], register=[LINE], decisions=decisions)
    line = {**LINE, "campaign": context.plan.id}
    context = campaign([AN], awards=[GIAY_KHEN], register=[line], decisions=decisions)
    codes = [one.partition(":")[0] for one in told(register.CHECKS, context)]
    assert ("award-repeated" in codes) is repeated
