"""What the papers on decisions print, whole, in the layouts of State and Party; who decides, as a paper says it."""

from pathlib import Path

import pytest

from tests.golden import hold
from tests.ooxml.validity import assert_valid_docx
from tests.papers.awarding.awarding import BASE, NAMES, OWN, decided, decision, made, printed
from thidua_cli.law.paper_kinds import paper_kinds
from thidua_cli.model.plan import Issuer, Signer
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.papers.deciding_body import authority, deciding, is_of
from thidua_cli.papers.issuing import Issuing
from thidua_cli.papers.registry import PAPERS

_PROVINCE = {
    "id": "qd-9",
    "number": "9/QĐ-UBND",
    "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh",
    "money_source": "Quỹ thi đua, khen thưởng của tỉnh",
}
_CORRECTED = {
    "doc": "correction",
    "decision": "qd-45",
    "bases": [BASE, "Theo đề nghị của Văn phòng Sở"],
    "changes": [
        {"name": "Trần Thị B", "new": "Trần Thị Bình", "why": "ghi thiếu chữ"},
        {"name": "Phòng Một", "why": "báo cáo thành tích không đúng sự thật"},
    ],
}


@pytest.mark.parametrize("layout", ["nd30", "party"])
def test_the_papers_as_agreed(layout: str) -> None:
    signed = decision(NAMES[:4], "giay-khen", "ldtt")
    papers = [{**OWN, "recipients": [{"to": ["Lãnh đạo Sở", "Các phòng thuộc Sở"]}]}, _CORRECTED]
    campaign = decided(signed, decision(NAMES[4:], "bang-khen", **_PROVINCE), papers=papers, layout=layout)
    texts = {}
    for paper in ("decision", "money", "correction"):
        for stem, document in made(paper, campaign).items():
            texts[stem] = printed(paper, document)
            assert_valid_docx(to_docx(PAPERS[paper].html(document), source="mau.html"))
    assert len(texts) == 5
    hold(Path(__file__).with_name(f"{layout}.golden"), texts)


@pytest.mark.parametrize("text", ["A & B", "<b>A</b>", "**A** {{ x }}", 'A "&amp;" %', "A “B” – C…"])
def test_any_text_is_printed_as_it_is_typed(text: str) -> None:
    name = f"Phòng {text}"
    nominee = {"name": name, "subject": "collective", "unit": name, "award": "giay-khen"}
    correction = {**_CORRECTED, "changes": [{"name": name, "new": f"{name} x", "why": text}]}
    papers = [{**OWN, "bases": [text], "money_source": text, "paragraphs": [text]}, correction]
    campaign = decided(decision([name], money_source=text), nominees=[nominee], papers=papers)
    plain = " ".join(name.replace("*", "").split())
    for paper in ("decision", "money", "correction"):
        (document,) = made(paper, campaign).values()
        assert any(plain in line.replace("*", "") for line in printed(paper, document))
        assert_valid_docx(to_docx(PAPERS[paper].html(document), source="mau.html"))


@pytest.mark.parametrize(
    ("body", "post", "decided_by", "line", "known"),
    [
        ("Sở Nội vụ", "Giám đốc", "Giám đốc", "Giám đốc Sở Nội vụ", "unit_head"),
        ("Sở Nội vụ", "Giám đốc", "Giám đốc Sở", "Giám đốc Sở Nội vụ", "unit_head"),
        ("Sở Nội vụ", "Giám đốc", "GĐ Sở", "Giám đốc Sở Nội vụ", "unit_head"),
        ("Sở Nội vụ", "Giám đốc", "Thủ trưởng đơn vị", "Giám đốc Sở Nội vụ", "unit_head"),
        ("Cục Thống kê tỉnh A", "Cục trưởng", "Cục trưởng", "Cục trưởng Cục Thống kê tỉnh A", "unit_head"),
        (
            "Ủy ban nhân dân tỉnh A",
            "Chủ tịch",
            "Chủ tịch UBND tỉnh",
            "Chủ tịch Ủy ban nhân dân tỉnh A",
            "province_chair",
        ),
        ("Ủy ban nhân dân xã A", "Chủ tịch", "Chủ tịch", "Chủ tịch Ủy ban nhân dân xã A", "commune_chair"),
        ("Ủy ban nhân dân xã A", "Ủy ban nhân dân", "Ủy ban nhân dân", "Ủy ban nhân dân xã A", ""),
        ("Trung tâm Y tế A", "Giám đốc", "Giám đốc", "Giám đốc Trung tâm Y tế A", "enterprise_head unit_head"),
        (
            "Ủy ban nhân dân xã A",
            "Chủ tịch",
            "Thủ trưởng các cơ quan, địa phương",
            "Chủ tịch Ủy ban nhân dân xã A",
            "commune_chair",
        ),
        ("Ban Dân vận", "Trưởng Ban", "Trưởng Ban Dân vận Tỉnh ủy", "Trưởng Ban Dân vận Tỉnh ủy", ""),
        ("Ban Dân vận", "Trưởng Ban", "Trưởng Ban", "Trưởng Ban Dân vận", ""),
        ("Trường Tiểu học A", "Hiệu trưởng", "Hiệu trưởng", "Hiệu trưởng Trường Tiểu học A", "unit_head"),
        ("Huyện ủy X", "Bí thư", "Ban Thường vụ Huyện ủy", "Ban Thường vụ Huyện ủy X", ""),
        (
            "Cục Thống kê tỉnh A",
            "Cục trưởng",
            "Chủ tịch Ủy ban nhân dân tỉnh",
            "Chủ tịch Ủy ban nhân dân tỉnh",
            "province_chair",
        ),
    ],
)
def test_the_line_of_authority(body: str, post: str, decided_by: str, line: str, known: str) -> None:
    issuer = Issuer(name=body, abbreviation="A", place="A")
    issuing = Issuing(issuer, paper_kinds()["quyet_dinh"], signers=[Signer(post=post)])
    assert authority(decided_by, issuing) == line
    assert deciding(decided_by, issuing) == {*known.split()}


@pytest.mark.parametrize(
    ("signer", "decided_by", "ours"),
    [
        ({"post": "Giám đốc"}, "Giám đốc Sở", True),
        ({"post": "Phó Giám đốc", "deputy_for": "Giám đốc"}, "Giám đốc Sở", True),
        ({"post": "Chánh Văn phòng", "by_order_of": "Giám đốc"}, "Giám đốc Sở", False),
        ({"post": "Giám đốc"}, "Giám đốc Sở Y tế", False),
        ({"post": "Giám đốc"}, "Chủ tịch Ủy ban nhân dân tỉnh", False),
        ({"post": "Bí thư", "on_behalf": "Ban Thường vụ"}, "Ban Thường vụ", True),
    ],
)
def test_whose_decision_it_is(signer: dict[str, str], decided_by: str, ours: bool) -> None:
    issuer = Issuer(name="Sở Nội vụ", abbreviation="SNV", place="A")
    issuing = Issuing(issuer, paper_kinds()["quyet_dinh"], signers=[Signer.model_validate(signer)])
    assert is_of(decided_by, issuing) is ours
