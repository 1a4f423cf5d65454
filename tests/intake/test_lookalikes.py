"""Sentences on numbers and times within a plan: quotas are taken, look-alikes stay prose and are told as doubtful."""

from typing import Any

import pytest

from tests.intake.printed import TODAY, plan_of
from thidua_cli.intake import Intake, take_in
from thidua_cli.reading.papers.text_file import read_plain
from thidua_cli.reading.yaml import parse_yaml

HEAD = "KẾ HOẠCH\n\nPhát động đợt thi đua chào mừng Quốc khánh\n\nSở Nội vụ ban hành Kế hoạch như sau:\n\n"
FOOT = "\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác phòng thực hiện."
QUOTAS: dict[str, list[dict[str, Any]]] = {
    "Xét tối đa 2 tập thể và 4 cá nhân.": [
        {"subject": "collective", "max": "2"},
        {"subject": "individual", "max": "4"},
    ],
    "2-3 đơn vị trực thuộc được tặng Giấy khen.": [{"subject": "collective", "min": "2", "max": "3"}],
    "Mỗi đơn vị tối thiểu được đề nghị 01 tập thể.": [{"subject": "collective", "min": "1", "per": "unit"}],
    "01 cá nhân/01 ban.": [{"subject": "individual", "exactly": "1", "per": "unit"}],
    "Ủy ban nhân dân xã, phường: Xét tối đa 15 tập thể.": [
        {"subject": "collective", "max": "15", "units": "Ủy ban nhân dân xã, phường"}
    ],
    "Các cơ quan, đơn vị còn lại: 01 cá nhân.": [{"subject": "individual", "exactly": "1", "units": "rest"}],
    "Không quá 01 trường hợp (tập thể hoặc cá nhân).": [{"subject": ["collective", "individual"], "max": "1"}],
    "Không quá 20% tổng số tập thể tham gia.": [
        {"subject": "collective", "share": {"max": "20%", "of": "participants"}}
    ],
    "Mỗi cụm thi đua không quá 02 tập thể.": [{"subject": "collective", "max": "2", "per": "cluster"}],
    "Sau mỗi đợt thi đua tặng 01 hộ gia đình.": [{"subject": "household", "exactly": "1", "per": "phase"}],
}
NO_QUOTAS = [
    "Mỗi xã, phường chọn 02 trường hợp.",
    "Không quá 10% tập thể, 5% cá nhân.",
    "Không quá 15% trên tổng số cán bộ, công chức, tối thiểu được đề nghị 01 cá nhân.",
    "Số cá nhân được xét không quá 20% tổng số tập thể.",
    "02 Cờ và 01 Bằng khen.",
    "01 tập thể dẫn đầu từng khối.",
    "Mức thưởng 18.750.000 đồng/tập thể, 500.000 đồng/cá nhân.",
    "05 đơn vị có dưới 10 người được xét 01 tập thể.",
    "Thưởng thêm 01 cá nhân nếu có sáng kiến cấp tỉnh.",
    "Không xét tặng Giấy khen cho tập thể có 02 cá nhân bị nhắc nhở.",
    "Tập thể có từ 05 cá nhân trở lên mới được xét tặng Giấy khen.",
    "Năm 2024 đã tặng Giấy khen cho 12 tập thể và 30 cá nhân.",
    "Đơn vị có 100 cá nhân trở lên được đề nghị không quá 05 cá nhân.",
    "Mỗi lớp tham dự 10 cá nhân, mỗi chi đoàn cử 01 cá nhân.",
    "Cụm thi đua có không quá 02 đơn vị Phó trưởng khối.",
    "03 tập thể lớp, mỗi khối lớp có ba giải.",
    "Hồ sơ gửi không quá 15/02 hằng năm.",
    "100% cá nhân hoàn thành nhiệm vụ.",
    "Ít nhất 2/3 thành viên Hội đồng tán thành, 80% tổng số cá nhân dự họp.",
]
NO_PERIOD = [
    "Tổ chức lễ phát động từ ngày 01/3/2025 đến ngày 02/3/2025.",
    "Nộp hồ sơ từ ngày 10 đến ngày 15/12/2025.",
    "Giai đoạn 2021 - 2025 và kỷ niệm (02/9/1945 - 02/9/2025).",
    "Hội nghị tổng kết từ ngày 10/12/2025 đến ngày 11/12/2025.",
]


def quotas_of(sentence: str) -> tuple[list[dict[str, Any]], Intake]:
    body = f"I. SỐ LƯỢNG KHEN THƯỞNG\n\nGiấy khen của Giám đốc Sở Nội vụ:\n\n- {sentence}\n\nII. NỘI DUNG\n\nThi đua."
    found = take_in(read_plain((HEAD + body + FOOT).encode(), "cu.txt"), year=None, today=TODAY)
    plan_of(found.yaml_text)
    data = parse_yaml(found.yaml_text.encode(), "plan.yaml").data
    assert sentence.rstrip(".") in " ".join(found.yaml_text.split())
    return [quota for award in data["awards"] for quota in award.get("quotas", [])], found


@pytest.mark.parametrize("sentence", QUOTAS)
def test_quota_is_taken_with_its_bound_and_scope(sentence: str) -> None:
    assert quotas_of(sentence)[0] == QUOTAS[sentence]


@pytest.mark.parametrize("sentence", NO_QUOTAS)
def test_what_is_not_sure_is_no_quota(sentence: str) -> None:
    assert quotas_of(sentence)[0] == []


@pytest.mark.parametrize("sentence", [one for one in NO_QUOTAS if "tập thể" in one and "18.750" not in one])
def test_what_may_be_a_quota_is_told(sentence: str) -> None:
    found = quotas_of(sentence)[1]
    assert [one for one in found.report if one.fact == "số lượng" and not one.sure]


@pytest.mark.parametrize("sentence", NO_PERIOD)
def test_time_of_something_else_is_not_the_period(sentence: str) -> None:
    body = f"I. THỜI GIAN\n\n- {sentence}\n\nII. NỘI DUNG\n\nThi đua."
    plan = plan_of(take_in(read_plain((HEAD + body + FOOT).encode(), "cu.txt"), year=None, today=TODAY).yaml_text)
    assert plan.campaign.end.event == "…"  # type: ignore[union-attr]
