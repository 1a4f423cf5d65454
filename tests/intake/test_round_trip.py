"""What thidua prints, it reads back: plans of a grammar, to Word and back, print the same paragraphs."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import PLANS
from tests.exploring import examples
from tests.intake.printed import TODAY, paragraphs_of, plan_of
from tests.ooxml.validity import assert_valid_docx
from tests.papers.rendered import plan_html
from thidua_cli.campaign.load_plan import load_plan
from thidua_cli.intake import Intake, take_in
from thidua_cli.model.plan import Plan
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.reading.papers.word_file import read_docx

HEADINGS = [
    "Mục đích, yêu cầu",
    "Nội dung thi đua",
    "GIẢI PHÁP THỰC HIỆN",
    "Tổ chức thực hiện",
    "CÔNG TÁC TUYÊN TRUYỀN",
]
PARTS = ["Mục đích", "Yêu cầu", "Công tác tuyên truyền", "Hình thức khen thưởng", "Sơ kết, tổng kết"]
SENTENCES = [
    "Nâng cao trách nhiệm của từng cán bộ, công chức, viên chức trong thực hiện nhiệm vụ được giao;",
    "Tạo khí thế thi đua sôi nổi trong toàn đơn vị, hướng tới Đại hội lần thứ XIV của Đảng.",
    "Các phòng, đơn vị đăng ký nội dung thi đua với Văn phòng trước khi triển khai thực hiện.",
    "Đẩy mạnh phong trào “*Dân vận khéo*” và cuộc vận động **“Toàn dân đoàn kết”** ở từng địa bàn.",
    "Thực hiện Nghị quyết số 24/2021/QH15 ngày 28/7/2021 của Quốc hội về giảm nghèo giai đoạn 2021 - 2025;",
    "Kịp thời biểu dương tập thể, cá nhân có thành tích xuất sắc.",
]
BASES = [
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh về phát động phong trào thi đua",
]
ISSUERS = ["Sở Nội vụ tỉnh Lâm An", "Ủy ban nhân dân xã Tân Lập", "Trường Trung học phổ thông Hoa Mai"]
RECIPIENTS = [
    {"to": "Sở Nội vụ", "for": "báo cáo"},
    {"to": ["Các phòng", "Các đơn vị trực thuộc"], "for": "thực hiện"},
    "Lãnh đạo cơ quan",
    "TT Đảng ủy, HĐND xã",
]
SIGNERS = [
    [{"post": "Giám đốc", "name": "Nguyễn Văn An"}],
    [{"on_behalf": "Ủy ban nhân dân", "deputy_for": "Chủ tịch", "post": "Phó Chủ tịch", "name": "Trần Thị Bình"}],
    [
        {"post": "Tổng Giám đốc", "name": "Nguyễn Văn An"},
        {"on_behalf": "Ban Thường vụ", "post": "Chủ tịch", "name": "Lê Thị Na"},
    ],
]
AWARDS = [
    {
        "id": "bang-khen",
        "form": "bang_khen_bo_tinh",
        "decided_by": "Chủ tịch Ủy ban nhân dân tỉnh",
        "quotas": [{"subject": "collective", "max": 1}, {"subject": "individual", "max": 2}],
    },
    {
        "id": "giay-khen",
        "form": "giay_khen",
        "decided_by": "Giám đốc Sở Nội vụ",
        "quotas": [{"subject": "collective", "exactly": 2}, {"subject": "individual", "exactly": 5}],
    },
]

sentence = st.sampled_from(SENTENCES)
item = st.one_of(
    sentence,
    st.builds(lambda text, items: {"text": text, "items": items}, sentence, st.lists(sentence, min_size=1, max_size=3)),
)
items = st.fixed_dictionaries({"items": st.lists(item, min_size=1, max_size=4)})
texts = st.fixed_dictionaries({"text": st.lists(sentence, min_size=1, max_size=2)})
inline = st.fixed_dictionaries({"inline": st.just(True), "text": sentence})
part = st.builds(
    lambda heading, content: {"heading": heading, **content}, st.sampled_from(PARTS), st.one_of(items, texts, inline)
)
parts = st.fixed_dictionaries({"parts": st.lists(part, min_size=2, max_size=3, unique_by=lambda one: one["heading"])})
section = st.builds(
    lambda heading, content: {"heading": heading, **content},
    st.sampled_from(HEADINGS),
    st.one_of(items, texts, parts),
)
FACTS = [
    {"heading": "Thời gian", "role": "time", "insert": ["period", "phases"]},
    {"heading": "Số lượng khen thưởng", "role": "quotas", "insert": "quotas"},
]


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    body = draw(st.lists(section, min_size=1, max_size=4))
    return {
        "format": "plan/1",
        "id": "ke-hoach",
        "title": "Phát động đợt thi đua chào mừng Đại hội Đảng các cấp năm 2026",
        "issuer": {"name": draw(st.sampled_from(ISSUERS)), "abbreviation": "SNV", "place": "Lâm An"},
        "number": draw(st.sampled_from([None, "7", "125"])),
        "date": draw(st.sampled_from([None, "2026", "2026-03", "2026-02-05"])),
        "signers": draw(st.sampled_from(SIGNERS)),
        "bases": draw(st.lists(st.sampled_from(BASES), min_size=1, max_size=2, unique=True)),
        "campaign": {
            "mode": "drive",
            "launched_by": "unit",
            "start": "2026-03-01",
            "end": "2026-09-02",
            "phases": [
                {"id": "gd1", "name": "Giai đoạn 1", "start": "2026-03-01", "end": "2026-05-19", "goal": SENTENCES[5]},
                {"id": "gd2", "name": "Giai đoạn 2", "start": "2026-05-20", "end": "2026-09-02"},
            ],
        },
        "awards": AWARDS,
        "opening": "Cơ quan ban hành Kế hoạch với các nội dung sau:",
        "body": [*body, *draw(st.lists(st.sampled_from(FACTS), unique_by=str))],
        "closing": draw(st.sampled_from([None, "Trên đây là Kế hoạch phát động đợt thi đua năm 2026"])),
        "recipients": draw(st.lists(st.sampled_from(RECIPIENTS), unique_by=str, min_size=1)),
        "archive": ["VT"],
    }


def read_back(plan: Plan) -> Intake:
    content = to_docx(plan_html(plan, TODAY), source="test")
    assert_valid_docx(content)
    return take_in(read_docx(content, "ke-hoach.docx"), year=None, today=TODAY)


def alike(paragraphs: list[str]) -> list[str]:
    """Letters of the letterhead and signature are printed in capitals: their case is not in the paper."""
    return [text.casefold() for text in paragraphs]


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_example_is_read_back_from_word_to_the_same_paragraphs(folder: Path) -> None:
    plan = load_plan(folder).plan
    assert plan is not None
    assert alike(paragraphs_of(plan_of(read_back(plan).yaml_text))) == alike(paragraphs_of(plan))


@settings(examples(60), suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_what_is_printed_is_read_back(data: dict[str, Any]) -> None:
    plan = plan_of(yaml.safe_dump(data, allow_unicode=True))
    again = plan_of(read_back(plan).yaml_text)
    assert alike(paragraphs_of(again)) == alike(paragraphs_of(plan))
    assert (again.number, again.date) == (plan.number, plan.date)
    if FACTS[0] in data["body"]:
        assert (again.campaign.start, again.campaign.end) == (plan.campaign.start, plan.campaign.end)
        assert [(one.name, one.start, one.end) for one in again.campaign.phases] == [
            (one.name, one.start, one.end) for one in plan.campaign.phases
        ]
    if FACTS[1] in data["body"]:
        found = [(one.form, one.decided_by, one.quotas) for one in again.awards if one.quotas]
        assert found == [(one.form, one.decided_by, one.quotas) for one in plan.awards]
