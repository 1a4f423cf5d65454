"""Signature blocks: what is told of one, over all keys by which somebody signs for another."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.campaigns import campaign
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.checks.nominations.later_signatures import heads, of_decisions
from thidua_cli.checks.signatures import faults
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.model.plan import Signer

_FOR_OTHERS = {"deputy_for": "KT", "on_behalf": "TM", "by_order_of": "TL", "authorised_by": "TUQ"}
_KEYS = {"deputy_for", "on_behalf", "by_order_of", "authorised_by", "acting"}


def test_every_key_of_a_signer_that_prints_a_sign_is_known() -> None:
    assert set(Signer.model_fields) - {"post", "name", "organisation"} == _KEYS


@pytest.mark.parametrize(("key", "sign"), _FOR_OTHERS.items())
@pytest.mark.parametrize("written", ["{}. Giám đốc", "{}.Giám đốc", "{}/ Giám đốc", "{} . Giám đốc", "{} Giám đốc"])
def test_a_sign_in_the_post_is_told_with_the_key_that_prints_it(key: str, sign: str, written: str) -> None:
    for typed in (sign, sign.lower(), "/".join(sign)):
        (fault,) = faults(Signer(post=written.format(typed), name="Nguyễn Văn A"), of_head=False)
        assert fault.key == "post"
        assert f"{key}: Giám đốc" in fault.hint


@pytest.mark.parametrize("key", _FOR_OTHERS)
def test_a_deputy_signs_for_somebody(key: str) -> None:
    alone = {"post": "Phó Giám đốc", "name": "Nguyễn Văn A"}
    assert [fault.key for fault in faults(Signer(**alone), of_head=True)] == ["post"]
    assert not list(faults(Signer(**alone), of_head=False))
    assert not list(faults(Signer(**alone, **{key: "Giám đốc"}), of_head=True))


@pytest.mark.parametrize(
    ("post", "name"),
    [
        ("Chủ tịch", "Nguyễn Văn A"),
        ("Tổng Giám đốc", "Y Thông Niê"),
        ("Trưởng Ban", "H'Hen Niê"),
        ("Quản đốc", None),
        ("Thủ trưởng", "Nguyễn Văn A (Bảy)"),
        ("Tổng biên tập", "Tôn Nữ Thị Ninh A"),
        ("Khối trưởng", "Nguyễn Và"),
    ],
)
def test_usual_blocks_are_not_told(post: str, name: str | None) -> None:
    assert not list(faults(Signer(post=post, name=name), of_head=True))


def _decision(decider: str, signer: dict[str, str]) -> dict[str, Any]:
    told = {"id": "qd-1", "number": "45/QĐ-A", "date": "2024-12-20", "decided_by": decider, "awards": "giay-khen"}
    return {**told, "awarded": ["Nguyễn Văn A"], "signer": signer}


@pytest.mark.parametrize(
    ("decider", "signer", "right"),
    [
        ("Giám đốc Sở", {"post": "Giám đốc"}, True),
        ("GĐ Sở", {"post": "Giám đốc Sở Xây dựng"}, True),
        ("Giám đốc", {"post": "Phó Giám đốc", "deputy_for": "Giám đốc"}, True),
        ("Chủ tịch UBND xã", {"post": "Chủ tịch", "on_behalf": "UBND"}, True),
        ("Ủy ban nhân dân xã", {"post": "Chủ tịch", "on_behalf": "Ủy ban nhân dân"}, True),
        ("Ban Thường vụ Huyện ủy", {"post": "Phó Bí thư", "on_behalf": "Ban Thường vụ"}, True),
        ("Thủ trưởng cơ quan", {"post": "Viện trưởng"}, True),
        ("Hiệu trưởng", {"post": "Hiệu trưởng"}, True),
        ("Người có thẩm quyền", {"post": "Giám đốc"}, True),  # of whom we know nothing
        ("Giám đốc Sở", {"post": "Chủ tịch"}, False),
        ("Chủ tịch Ủy ban nhân dân tỉnh", {"post": "Giám đốc"}, False),
        ("Giám đốc", {"post": "Tổng Giám đốc"}, False),
        ("Ủy ban nhân dân xã", {"post": "Chủ tịch"}, False),
    ],
)
def test_a_decision_is_signed_by_its_decider_or_for_him(decider: str, signer: dict[str, str], *, right: bool) -> None:
    decision = _decision(decider, {"name": "Lê Văn B", **signer})
    context = campaign([{"name": "Nguyễn Văn A", "award": "giay-khen"}], decisions=[decision])
    assert [found.code for found in of_decisions(context)] == ([] if right else ["decision-signer"])


@pytest.mark.parametrize(
    ("planned", "signed", "severity"),
    [
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hùng", None),
        ("Nguyễn Văn Hùng", "Ông Nguyễn Văn Hùng", None),
        ("Nguyễn Văn Hùng", "Nguyen Van Hung", None),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hừng", Severity.WARNING),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hùngg", Severity.WARNING),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Dũng", Severity.NOTE),
        ("Nguyễn Văn Hùng", "Lê Thị Hạnh", Severity.NOTE),
    ],
)
def test_another_name_at_the_post_of_a_signer(planned: str, signed: str, severity: Severity | None) -> None:
    decision = _decision("Giám đốc", {"post": "Giám đốc", "name": signed})
    made = campaign([{"name": "Nguyễn Văn A", "award": "giay-khen"}], decisions=[decision])
    plan = made.plan.model_copy(update={"signers": [Signer(post="Giám đốc", name=planned)]})
    found = list(heads(replace(made, dated=DatedPlan(plan, date(2025, 1, 15)))))
    assert [one.severity or Severity.NOTE for one in found] == ([severity] if severity else [])
