"""Lines of prose beside the lists: which may put somebody forward, or withdraw him, and which are the usual ones."""

import pytest

from thidua_cli.lists.beside import Beside, told_in
from thidua_cli.lists.named_in import people_in
from thidua_cli.vietnamese.sameness import own_key

FORWARD = (
    "Ngoài ra đơn vị đề nghị tặng Giấy khen cho ông Nguyễn Văn An.",
    "Ngoài ra đề nghị khen thưởng bà Trần Thị Bình",
    "1. Bà Trần Thị Bình - Giấy khen",
    "2. Ông Phan Văn Cừ - Phòng Kế toán",
    "3. Lê Văn Dũng, Trưởng phòng",
    "- Đ/c Nguyễn Văn Em: LĐTT",
    "Bổ sung: bà Trần Thị Bình",
    "Bổ sung ông Nguyễn Văn An vào danh sách",
    "Đề nghị xét thêm Nguyễn Văn An",
    "Phòng Kế toán: ông Nguyễn Văn An",
    "Cá nhân: Nguyễn Văn An",
    "Giấy khen: Nguyễn Văn An",
    "Ngoài ra đề nghị tặng Giấy khen cho Phòng Kế toán",
    "Đồng thời đề nghị tặng Bằng khen cho tập thể Phòng Tổ chức",
    "Đồng chí Nguyễn Văn An xin rút khỏi danh sách",
    "ĐỀ NGHỊ TẶNG GIẤY KHEN CHO ÔNG NGUYỄN VĂN AN",
    "V/v đề nghị tặng Giấy khen cho ông Lê Anh",
    "Thực hiện Kế hoạch số 12, Phòng đề nghị tặng Giấy khen cho Nguyễn Văn An",
    "Xét thành tích của bà Trần Thị Bình, đề nghị tặng Giấy khen.",
    "Đề nghị đưa ông Nguyễn Văn An vào danh sách khen",
    "Trưởng phòng Nguyễn Văn An - Giấy khen",
    "a) Thầy Nguyễn Văn Tú (Tổ Toán)",
    "Nguyễn Văn An - Phòng Kế toán - Giấy khen",
    "+ Nguyễn Văn An",
    "Ông Nguyễn Văn An, Phó phòng",
    "Tập thể: Phòng Kế toán - đề nghị tặng Giấy khen cho Phòng Kế toán",
    "Đề nghị khen đột xuất chị Lò Thị Pản",
    "Đăng ký CSTĐCS: Trần Văn Bảy",
    "Đ/c Phạm Văn Hải - Bí thư chi bộ",
    "Gồm các ông bà: Nguyễn Văn An, Trần Thị Bình",
    "Thay ông Nguyễn Văn An bằng bà Trần Thị Bình",
    "Bỏ ông Nguyễn Văn An",
    "- Phòng Kế toán: Giấy khen",
    "Tập thể Phòng Kế toán - Bằng khen",
    "Nguyễn văn An - giấy khen",
)
# In this order: what opens a part of a letter says what stands in it.
USUAL = (
    "TỜ TRÌNH",
    "Về việc đề nghị khen thưởng năm 2026",
    "V/v đề nghị tặng Giấy khen cho các tập thể, cá nhân",
    "Kính gửi: Giám đốc Sở Xây dựng",
    "Kính gửi: Ông Nguyễn Văn A, Giám đốc Sở",
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
    "Căn cứ Quyết định số 12/QĐ-SXD của Giám đốc Sở về việc khen thưởng ông Nguyễn Văn A;",
    "Phòng Kỹ thuật đề nghị Giám đốc Sở tặng Giấy khen cho 03 cá nhân có tên sau:",
    "Phòng Kỹ thuật kính đề nghị Hội đồng Thi đua - Khen thưởng Sở xem xét, quyết định.",
    "Số: 12/TTr-KT",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Hà Nội, ngày 20 tháng 11 năm 2026",
    "Thái Nguyên, ngày 20 tháng 11 năm 2026",
    "TRƯỞNG PHÒNG",
    "Nguyễn Văn Ký",
    "KT. GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "(Đã ký)",
    "Lê Thị Lan",
    "Nơi nhận:",
    "- Như trên;",
    "- Ông Nguyễn Văn A (để báo cáo);",
    "- Lưu: VT, Trần B.",
    "Người lập biểu: Phạm Thị Lãm",
    "Người liên hệ: Nguyễn Văn C, ĐT 0912 345 678",
    "Mọi thắc mắc đề nghị liên hệ đồng chí Nguyễn Văn C, điện thoại 0912345678",
    "Địa chỉ: Số 12 đường Trần Hưng Đạo, phường Lê Hồng Phong, thành phố Hà Nội",
    "Trường Tiểu học Nguyễn Văn Trỗi",
    "Đơn vị: Trường THCS Lê Quý Đôn",
    "TRƯỜNG THPT NGUYỄN TRÃI",
    "Đoàn TNCS Hồ Chí Minh",
    "Trang 1/2",
    "Ghi chú: danh sách xếp theo thứ tự đề nghị.",
    "(*) Đi biệt phái từ tháng 6.",
    "- LĐTT: Lao động tiên tiến",
    "Danh sách này có 03 người./.",
    "Thủ trưởng đơn vị",
    "Ngô Văn Vĩnh",
    "Giáo viên chủ nhiệm: Trần Thị Hoa",
    "GVCN: Trần Thị Hoa",
    "UBND XÃ HOÀNG VĂN THỤ",
    "PHÒNG VĂN HÓA - THÔNG TIN",
    "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA GIÁM ĐỐC SỞ",
    "(Kèm theo Tờ trình số 15/TTr-KT ngày 20 tháng 11 năm 2026 của Phòng Kỹ thuật)",
    "Trên đây là danh sách đề nghị, kính trình Hội đồng xem xét.",
    "Đề nghị các đơn vị gửi trước ngày 05/12/2026.",
    "Thành phần dự họp:",
    "1. Ông Nguyễn Văn A - Chủ tịch Hội đồng",
    "2. Bà Trần Thị B - Thư ký",
    "Đơn vị đề nghị",
    "Nguyễn Văn Bình",
    "Phó Chủ tịch Hội đồng Thi đua - Khen thưởng",
    "Nguyễn Thị Kim",
    "Phòng Kế toán",
    "I. Tập thể Phòng Kỹ thuật - Giấy khen",
    "1. Giấy khen",
    "Lớp 5A (GVCN: Trần Thị Hoa)",
    "Phụ lục I",
    "Hiệu trưởng Nguyễn Thị Thêm",
    "KẾ TOÁN: Trần Thị Khen",
    "Thay mặt tập thể, Nguyễn Văn Bình kính trình.",
    "Đề nghị Giám đốc Sở Xây dựng tặng Giấy khen cho tập thể, cá nhân thuộc Phòng Kỹ thuật (có danh sách kèm theo)",
    "Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên",
    "Công ty TNHH Một thành viên Lê Văn Thành",
)


@pytest.mark.parametrize("line", FORWARD)
def test_a_line_that_may_put_somebody_forward_is_told(line: str) -> None:
    assert told_in([Beside([(0, line)])])


def test_the_usual_lines_of_a_letter_are_not_told() -> None:
    assert {place: told.text for place, told in told_in([Beside([(0, line)]) for line in USUAL]).items()} == {}


def test_who_is_in_the_list_is_put_forward_there() -> None:
    listed = {own_key("Nguyễn Văn An")}.__contains__
    assert not told_in([Beside([(0, "Đề nghị tặng Giấy khen cho ông Nguyễn Văn An")])], listed)
    assert told_in([Beside([(0, "Ngoài ra đề nghị tặng Bằng khen cho ông Nguyễn Văn An")])], listed)
    assert told_in([Beside([(0, "Ông Nguyễn Văn An xin rút")])], listed)
    assert told_in([Beside([(0, "Trừ ông Nguyễn Văn An")])], listed)


def test_signatures_are_as_many_as_those_who_sign() -> None:
    lines = ("TRƯỞNG PHÒNG", "Nguyễn Văn Huy", "Nguyễn Văn An")
    assert [told.text for told in told_in([Beside([(0, line)]) for line in lines]).values()] == ["Nguyễn Văn An"]


PEOPLE = {
    "tặng Giấy khen cho ông Nguyễn Văn An và bà Lê Mơ.": ("Nguyễn Văn An", "Lê Mơ"),
    "cho Trần Thị Thu Hà, Phòng Kế toán": ("Trần Thị Thu Hà",),
    "ĐỀ NGHỊ KHEN ĐỒNG CHÍ NGUYỄN VĂN AN": ("NGUYỄN VĂN AN",),
    "Trường THCS Nguyễn Văn Trỗi, đường Lê Hồng Phong, phường Trần Hưng Đạo": (),
    "Đoàn TNCS Hồ Chí Minh, Văn Phòng Đăng Ký": (),
    "tỉnh Thái Nguyên, Hà Nội": (),
    "các cá nhân có tên sau": (),
}


@pytest.mark.parametrize("text", PEOPLE)
def test_people_are_known_in_a_sentence(text: str) -> None:
    assert people_in(text) == PEOPLE[text]
