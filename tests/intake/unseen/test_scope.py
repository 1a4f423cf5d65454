"""A number of awards means what the headings above it and the sentence before it say; where they do not tell, doubt."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from thidua_cli.intake import Intake, read_plan
from thidua_cli.reading.yaml import parse_yaml

PAPER = """SỞ NỘI VỤ
Số: 12/KH-SNV
Lâm An, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Phát động đợt thi đua chào mừng ngày thành lập tỉnh

I. THỜI GIAN
{time}
II. SỐ LƯỢNG KHEN THƯỞNG
{awards}
III. TỔ CHỨC THỰC HIỆN
1. Các phòng thực hiện. {last}

GIÁM ĐỐC
Nguyễn Văn A
"""
TIME = "Từ ngày 10/01/2026 đến ngày 30/6/2026."
GIVES = "1. Giám đốc Sở tặng Giấy khen"
ONE, TWO = {"subject": "collective", "max": "1"}, {"subject": "individual", "max": "2"}
THREE = {"subject": "individual", "max": "3"}

TAKEN: dict[str, list[dict[str, Any]]] = {
    f"{GIVES}\na) Khi sơ kết\n- Không quá 01 tập thể\nb) Khi tổng kết\n- Không quá 02 cá nhân": [
        ONE | {"occasion": "so-ket"},
        TWO | {"occasion": "tong-ket"},
    ],
    f"{GIVES}\na) Mỗi phòng:\n- Không quá 01 tập thể\nb) Các đơn vị còn lại\n- Không quá 02 cá nhân": [
        ONE | {"per": "unit"},
        TWO | {"units": "rest"},
    ],
    f"{GIVES}\na) Khối trung tâm\n- Không quá 01 tập thể, 02 cá nhân": [
        ONE | {"units": "Khối trung tâm"},
        TWO | {"units": "Khối trung tâm"},
    ],
    f"{GIVES}\n- Các phòng thuộc Sở: không quá 01 tập thể; không quá 02 cá nhân.": [
        ONE | {"units": "Các phòng thuộc Sở"},
        TWO | {"units": "Các phòng thuộc Sở"},
    ],
    f"{GIVES}\n- Các trung tâm: mỗi đơn vị không quá 01 tập thể; 02 cá nhân.": [
        ONE | {"units": "Các trung tâm", "per": "unit"},
        TWO | {"units": "Các trung tâm", "per": "unit"},
    ],
    "1. Khi sơ kết: Giám đốc Sở tặng Giấy khen cho không quá 01 tập thể; không quá 02 cá nhân.": [
        ONE | {"occasion": "so-ket"},
        TWO | {"occasion": "so-ket"},
    ],
    f"{GIVES}\n- Không quá 01 tập thể hằng năm.": [ONE | {"per": "year"}],
    # Not understood: a condition, another kind of awarding, who chooses, a part of the sum, a step by size.
    f"{GIVES}\na) Đơn vị có trên 50 người\n- Không quá 01 tập thể\nb) Đơn vị còn lại\n- Không quá 02 cá nhân": [],
    f"{GIVES}\n- Đơn vị dưới 50 người: không quá 01 tập thể.": [],
    f"{GIVES}\na) Lãnh đạo\n- Không quá 02 cá nhân": [],
    f"{GIVES}\na) Đợt 1\n- Không quá 01 tập thể": [],
    "1. Khen thưởng đột xuất\n- Giám đốc Sở tặng Giấy khen cho 04 cá nhân.": [],
    f"{GIVES}\n- Hội đồng Thi đua xét chọn: không quá 02 cá nhân.": [],
    f"{GIVES}\n- Trường hợp đặc biệt: không quá 02 cá nhân.": [],
    f"{GIVES}\n- Từ 06 đến 10 hộ xét 02 hộ; trên 10 hộ xét 03 hộ.": [],
    f"{GIVES}\n- Mỗi phòng không quá 03 cá nhân. Không quá 02 cá nhân.": [THREE | {"per": "unit"}],
    # Another award, whose decider is not known to the law.
    f"{GIVES} cho không quá 03 cá nhân.\n2. Đề nghị Tổng Giám đốc Tổng công ty tặng Bằng khen cho 01 tập thể.": [THREE],
}


def read(folder: Path, awards: str = f"{GIVES}.", time: str = TIME, last: str = "") -> tuple[Intake, dict[str, Any]]:
    """Import the paper with these sections."""
    paper = folder / "plan.txt"
    paper.write_text(PAPER.format(time=time, awards=awards, last=last), encoding="utf-8")
    found = read_plan(paper, year=None, today=date(2026, 11, 22))
    return found, parse_yaml(found.yaml_text.encode(), "plan.yaml").data


@pytest.mark.parametrize("awards", TAKEN)
def test_quotas_keep_the_scope_above_them(awards: str, tmp_path: Path) -> None:
    found, plan = read(tmp_path, awards)
    quotas = [quota for award in plan["awards"] for quota in award.get("quotas", [])]
    expected = TAKEN[awards]
    assert quotas == expected
    numbers = sum(awards.count(word) for word in ("tập thể", "cá nhân"))
    if len(expected) < numbers:
        assert "số lượng" in {line.fact for line in found.report if not line.sure}


def test_a_phase_without_number_is_not_the_whole_campaign(tmp_path: Path) -> None:
    found, _ = read(tmp_path, time="- Giai đoạn chuẩn bị: từ 01/01 đến 15/01/2026.\n- Thực hiện: từ 16/01/2026.")
    assert "bắt đầu" in {line.fact for line in found.report if not line.sure}


@pytest.mark.parametrize(
    ("deadline", "by"),
    [
        ("Hồ sơ khen thưởng gửi về Sở trước ngày 10/7/2026.", "2026-07-10"),
        ("Hồ sơ khen thưởng gửi về Sở trước ngày 30/11 hằng năm.", None),
        ("Hồ sơ khen thưởng gửi về Sở trước ngày 10/7/2026 (đợt 1) và 10/12/2026 (đợt 2).", None),
        ("Tổng hợp hồ sơ khen thưởng trình Hội đồng trước ngày 10/7/2026.", None),
    ],
)
def test_one_deadline_for_dossiers_or_doubt(deadline: str, by: str | None, tmp_path: Path) -> None:
    _, plan = read(tmp_path, last=deadline)
    told = [one["dossiers_by"] for one in plan["campaign"].get("occasions", []) if "dossiers_by" in one]
    assert told == ([by] if by else [])


def test_quarter_is_no_date_of_a_review(tmp_path: Path) -> None:
    _, plan = read(tmp_path, last="Sơ kết vào quý II năm 2026; tổng kết vào tháng 7/2026.")
    assert [one.get("date") for one in plan["campaign"]["occasions"]] == ["2026-07"]
