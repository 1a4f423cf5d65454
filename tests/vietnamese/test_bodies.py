"""What is made of the names of bodies."""

import pytest

from thidua_cli.vietnamese.bodies import whole_post


@pytest.mark.parametrize(
    ("post", "body", "whole"),
    [
        ("Hiệu trưởng", "Trường Tiểu học A", "Hiệu trưởng Trường Tiểu học A"),
        ("Hiệu trưởng nhà trường", "Trường Đại học B", "Hiệu trưởng Trường Đại học B"),
        ("Hiệu trưởng Trường", "Trường Tiểu học A", "Hiệu trưởng Trường Tiểu học A"),
        ("Hiệu trưởng Trường Tiểu học A", "Trường Tiểu học A", "Hiệu trưởng Trường Tiểu học A"),
        ("Thủ trưởng", "Trường Mầm non A", "Thủ trưởng Trường Mầm non A"),
        ("Trưởng ban", "Ban Dân vận", "Trưởng Ban Dân vận"),
        ("Trưởng Ban Dân vận Tỉnh ủy", "Ban Dân vận", "Trưởng Ban Dân vận Tỉnh ủy"),
        ("Trưởng phòng", "Phòng Kinh tế", "Trưởng Phòng Kinh tế"),
        ("Viện trưởng", "Viện Kiểm sát A", "Viện trưởng Viện Kiểm sát A"),
        ("Bộ trưởng", "Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ"),
        ("Chánh án Toà án", "Tòa án nhân dân tỉnh A", "Chánh án Tòa án nhân dân tỉnh A"),
        ("Chủ tịch", "Ủy ban nhân dân xã A", "Chủ tịch Ủy ban nhân dân xã A"),
        ("Chủ tịch Ủy ban nhân dân xã", "Ủy ban nhân dân xã A", "Chủ tịch Ủy ban nhân dân xã A"),
        ("Ủy ban nhân dân", "Ủy ban nhân dân xã A", "Ủy ban nhân dân xã A"),
        ("Chủ tịch Hội", "Hội Nông dân xã A", "Chủ tịch Hội Nông dân xã A"),
        ("Tổng Giám đốc", "Tổng công ty A", "Tổng Giám đốc Tổng công ty A"),
        ("Giám đốc Bệnh viện", "Bệnh viện Đa khoa A", "Giám đốc Bệnh viện Đa khoa A"),
        ("Chủ tịch Hội đồng quản trị", "Công ty A", "Chủ tịch Hội đồng quản trị Công ty A"),
    ],
)
def test_a_post_bears_the_whole_name_of_its_body(post: str, body: str, whole: str) -> None:
    assert whole_post(post, body) == whole
