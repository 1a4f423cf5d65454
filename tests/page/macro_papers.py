"""Throw-away papers that use every macro of the templates once: one of a state body, one of a Party body."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from thidua_cli.law.paper_kinds import paper_kinds
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.plan import Issuer, Recipient, Signer
from thidua_cli.page.layout import Habits, Layout
from thidua_cli.papers.common import Frame, SignatureBlock, annex, day_line, frame, layout_of, layout_words, reference
from thidua_cli.papers.council.session_paper import MemberRow
from thidua_cli.papers.council.session_results import CaseRow, ResultRow, ShareRow
from thidua_cli.papers.dossiers.appraisal import Fault, FaultGroup
from thidua_cli.papers.engine import render
from thidua_cli.papers.issuing import Issuing

FOLDER = Path(__file__).parent / "macro_paper"
TEMPLATE = "every-macro.html.j2"
_DAY = date(2026, 11, 26)
_STATE = Issuer(
    name="Cục Thống kê tỉnh Hòa An", superior="Bộ Mẫu", abbreviation="CTK", place="Hòa An", layout="nd30"
)  # fmt: skip
_PARTY = Issuer(
    name="Ban Thường vụ", superior="Đảng bộ xã Hòa An", abbreviation="ĐU", place="Hòa An", layout="party"
)  # fmt: skip
_HEAD = Signer(post="Cục trưởng", name="Trần Văn B")
_SECRETARY = Signer(post="Bí thư", name="Trần Văn B", on_behalf="Ban Thường vụ")
_UNITS = ("Đơn vị A", "Đơn vị B", "Đơn vị C", "Đơn vị D", "Đơn vị Đ")


class _Nominee(NamedTuple):
    number: int
    name: str
    position: str
    award: str


def macro_paper(family: str, habits: Habits | None = None) -> str:
    """Return the HTML of the paper of a family, ``nd30`` or ``party``."""
    layout = layout_of(_issuing(family, "cong_van"), _DAY, habits or Habits())
    return render(TEMPLATE, _context(family, layout), FOLDER)


def _issuing(family: str, kind: str, recipients: tuple[str, ...] = ()) -> Issuing:
    issuer, signer = (_STATE, _HEAD) if family == "nd30" else (_PARTY, _SECRETARY)
    to = [Recipient(to=[name]) for name in recipients]
    archive = ("VT", "TĐKT") if family == "nd30" else ("Văn phòng Đảng ủy",)
    day, bases = PartialDate(2025, 12, 5), ["Căn cứ Luật Thi đua, khen thưởng", "Theo đề nghị của Chánh Văn phòng"]
    return Issuing(issuer, paper_kinds()[kind], "8", day, [signer], bases, to, archive if to else ())


def _context(family: str, layout: Layout) -> dict[str, Any]:
    state = family == "nd30"

    def paper(kind: str, title: str, *recipients: str) -> Frame:
        return frame(_issuing(family, kind, recipients), layout, title)

    decision = _issuing(family, "quyet_dinh")
    minutes = paper("bien_ban", "Họp Hội đồng Thi đua - Khen thưởng", "Thành viên Hội đồng")
    makers = [_block("Người lập biểu"), _block("Kế toán trưởng"), _block("Thủ trưởng đơn vị")]
    dated = f"Hòa An, {day_line(PartialDate(2025, 12, 5))}"
    return {
        "layout": layout_words(layout),
        "title": "Văn bản thử",
        "author": "Nguyễn Văn A",
        "date": "2025-12-05",
        "end_mark": layout.end_mark,
        "letter": paper("cong_van", "Hướng dẫn đề nghị khen thưởng tổng kết phong trào thi đua năm 2025", "Như trên"),
        "submission": paper("to_trinh", "Về việc đề nghị tặng thưởng Bằng khen", "Như trên"),
        "decision": paper("quyet_dinh", "Về việc tặng Giấy khen cho tập thể, cá nhân", "Như Điều 3"),
        "minutes": minutes,
        "ballot": paper("danh_sach", "Bầu chọn cá nhân đề nghị tặng Giấy khen"),
        "report": paper("bao_cao", "Tổng kết phong trào thi đua năm 2025", "Các đơn vị trực thuộc"),
        "addressees": ["Văn phòng Cục", "Các phòng, đơn vị trực thuộc Cục và các Đội Thống kê liên xã tỉnh Hòa An"],
        "plan": "Kế hoạch số 12/KH-CTK ngày 05 tháng 01 năm 2025",
        "clauses": ["Đối tượng: tập thể, cá nhân tham gia phong trào.", "Thời hạn gửi hồ sơ: trước ngày 10/12/2025."],
        "items": ["Tờ trình kèm danh sách;", "Biên bản họp xét."],
        "authority": "Cục trưởng Cục Thống kê tỉnh Hòa An" if state else "Ban Thường vụ Đảng ủy xã Hòa An",
        "articles": [
            ["Tặng Giấy khen cho 03 tập thể, 10 cá nhân có thành tích xuất sắc trong phong trào (danh sách kèm theo)."],
            ["Mức tiền thưởng thực hiện theo quy định hiện hành.", "Kinh phí lấy từ Quỹ thi đua, khen thưởng."],
            [f"Quyết định có hiệu lực kể từ ngày ký{layout.end_mark}"],
        ],
        "annex": annex(layout, "Tổng hợp số lượng khen thưởng", reference(decision, layout), 2),
        "makers": [*makers[:2], _block("Thủ trưởng đơn vị", dated=dated)],
        "meeting": _meeting(state),
        "confirming": [] if state else [_block("Chánh Văn phòng", "Lê Thị C", organisation="Xác nhận của Văn phòng")],
        "nominees": [
            _Nominee(1, "Ông Phạm Văn D", "Chuyên viên Phòng Tổng hợp", "Giấy khen"),
            _Nominee(2, "Bà Ngô Thị M", "Kế toán Văn phòng Cục", "Giấy khen"),
        ],
        "members": [
            MemberRow(1, "Trần Văn B", "Cục trưởng", "", "Chủ tịch", "Có mặt"),
            MemberRow(2, "Lê Thị C", "Chuyên viên", "Văn phòng", "Thư ký", "Vắng (ốm); đã gửi ý kiến bằng văn bản"),
        ],
        "results": [
            ResultRow(1, "Phòng Tổng hợp", "", "Giấy khen", 3, 0, 0, "100", "Thông qua"),
            ResultRow(2, "Ông Phạm Văn D", "Chuyên viên", "Giấy khen", 1, None, None, "33,33", "Không thông qua"),
        ],
        "shares": [ShareRow("Giấy khen", "ít nhất 80%", 3, "Điều 5 Quy chế"), ShareRow("Cờ", "quá một nửa", 2, "")],
        "cases": [CaseRow("Bà Ngô Thị M", "Giấy khen", "chờ xác minh")],
        "counters": [_block("Kiểm phiếu", name) for name in ("Đỗ Văn E", "Vũ Thị G", "Bùi Văn H", "Lý Thị K")],
        "units": _UNITS,
        "faults": [
            FaultGroup("Phải sửa", [Fault(1, "Ông Lê Văn C", "Thiếu năm sinh", "a.xlsx, ô C5", "Điều 4", "Ghi")]),
            FaultGroup("Nội dung cần xem lại", [Fault(2, "Chung của đơn vị", "Gửi sau hạn", "", "", "Nêu lý do")]),
        ],
        "planned": [("Kế hoạch", [4, 6, 3, 5, 2]), ("Kết quả", [5, 6, 2, None, "2,5"])],
        "awarded": [("Lãnh đạo, quản lý", [1, 2, 0, 1, 1]), ("Người lao động trực tiếp", [4, 3, 5, 2, 6])],
    }  # fmt: skip


def _block(post: str, name: str = "", organisation: str = "", dated: str = "") -> SignatureBlock:
    return SignatureBlock(organisation, (), post, name, "" if name else "(Ký, ghi rõ họ tên)", dated)


def _meeting(state: bool) -> list[SignatureBlock]:
    left, right = ("Thư ký", "Chủ tọa") if state else ("Người ghi biên bản", "Chủ trì hội nghị")
    return [_block(left, "Lê Thị C"), _block(right, "Trần Văn B")]
