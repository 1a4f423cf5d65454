"""Who gives an award, as his certificate says it: his whole body, its head's signature, its place."""

from dataclasses import replace

import pytest

from tests.conftest import PLANS
from tests.papers.certificate.batches import DECISION, given, pages
from tests.papers.certificate.test_certificates import DAY, PEOPLE, lacking, made
from tests.papers.rendered import example
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.model.plan import Signer


def of_commune(campaign: ResolvedCampaign) -> ResolvedCampaign:
    """Return the campaign of a commune, whose chairman signs."""
    issuer = campaign.plan.issuer.model_copy(update={"name": "Ủy ban nhân dân xã A"})
    signers = [Signer(post="Chủ tịch", name="Lê Văn D")]
    plan = campaign.plan.model_copy(update={"issuer": issuer, "signers": signers})
    return replace(campaign, dated=DatedPlan(plan, DAY))


@pytest.mark.parametrize("decider", ["Chủ tịch", "Chủ tịch UBND xã", "Chủ tịch Ủy ban nhân dân xã A"])
def test_a_certificate_tells_the_whole_body_and_is_signed_by_its_head(decider: str) -> None:
    decision = {**DECISION, "decided_by": decider, "signer": None, "awarded": ["Nguyễn Văn A"]}
    (document,) = made(of_commune(given(PEOPLE[:1], decisions=[decision])))
    (page,) = pages(document)
    assert (page[2], page[-2:]) == ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ A", ["CHỦ TỊCH", "Lê Văn D"])


@pytest.mark.parametrize(
    ("name", "bodies"),
    [
        ("mttq-2024", ["CỤC TRƯỞNG CỤC THỐNG KÊ TỈNH NINH THUẬN", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NINH THUẬN"]),
        ("vi-nguoi-ngheo", ["CỤC TRƯỞNG CỤC THỐNG KÊ TỈNH NINH THUẬN", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NINH THUẬN"]),
        ("van-quan-60-nam", ["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TRẤN NINH", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN VĂN QUAN"]),
    ],
)
def test_papers_yaml_tells_the_body_above(name: str, bodies: list[str]) -> None:
    (folder,) = (folder for folder in PLANS if folder.name == name)
    documents = made(example(folder, DAY))
    assert [{page[2] for page in pages(document)} for document in documents] == [{body} for body in bodies]
    assert [document.notes for document in documents] == [(), ()]


def test_the_place_of_another_body_is_asked_for() -> None:
    own = {**DECISION, "awarded": ["Nguyễn Văn A"]}
    other = {**own, "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh", "signer": {"post": "Chủ tịch", "name": "Lê Văn Y"}}
    (ours,), (theirs,) = (made(given(PEOPLE[:1], decisions=[one])) for one in (own, other))
    assert ours.notes == ()
    (note,) = theirs.notes
    assert note.startswith("giấy của Chủ tịch Ủy ban nhân dân tỉnh ghi địa danh A của Sở Xây dựng tỉnh A")


@pytest.mark.parametrize("decider", ["Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch nước", "Chủ tịch Hội Nông dân xã A"])
def test_nobody_signs_for_another_body(decider: str) -> None:
    decision = {**DECISION, "decided_by": decider, "signer": None, "awarded": ["Nguyễn Văn A"]}
    campaign = of_commune(given(PEOPLE[:1], decisions=[decision]))
    assert lacking(campaign) == ["người ký giấy khen", "họ tên người ký giấy khen"]
