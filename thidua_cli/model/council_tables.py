"""The council's session as clerks keep it in tables: a list of members, a list of votes, lines of facts."""

import re
from typing import Annotated, Any

from pydantic import Field, PlainValidator

from thidua_cli.model.base import Model, refuse, shown
from thidua_cli.model.council import Vote
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import Count, Part, Text
from thidua_cli.model.hours import PlanHour
from thidua_cli.model.terms import BALLOTS, Attendance
from thidua_cli.vietnamese.text import clean


def _secret(value: Any) -> bool:
    """Return whether a text says that ballots were cast: ``bỏ phiếu kín``, ``có``; ``biểu quyết`` says that not."""
    found = BALLOTS.read(str(value))
    if found is None:
        raise refuse(f"chưa hiểu {shown(value)} là bỏ phiếu hay biểu quyết", "ghi “bỏ phiếu kín” hoặc “biểu quyết”")
    return found == "true"


def _names(value: Any) -> list[str]:
    return [clean(one) for one in re.split(r"[,;\n]", str(value)) if clean(one)]


def _lines(value: Any) -> list[str]:
    return [clean(one) for one in str(value).split("\n") if clean(one)]


Names = Annotated[list[str], PlainValidator(_names)]
Lines = Annotated[list[str], PlainValidator(_lines)]
MANY = frozenset(("invited", "counters", "agenda", "discussion", "conclusions"))
"""The facts of which a session may tell several: each line adds to them."""


class MemberRow(Model):
    """A row of the list of members; three columns may tell of attendance, a remark too."""

    name: Text = Field(title="Họ tên", description="Họ và tên thành viên, kể cả người vắng.")
    post: Text | None = Field(None, title="Chức vụ", description="Chức vụ.")
    role: Text | None = Field(None, title="Vai trò", description="Chủ tịch, Phó Chủ tịch, Thư ký, ủy viên.")
    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị công tác.")
    present: Attendance | None = Field(None, title="Có mặt", description="x hoặc “có mặt”; “vắng” nếu vắng.")
    absent: Attendance | None = Field(None, title="Vắng", description="x hoặc “có phép” nếu vắng; trống nếu có mặt.")
    written_opinion: Attendance | None = Field(
        None, title="Ý kiến bằng văn bản", description="x nếu vắng nhưng đã gửi ý kiến bằng văn bản."
    )
    note: Text | None = Field(
        None, title="Ghi chú", description="Ghi chú; “vắng”, “gửi ý kiến bằng văn bản” cũng hiểu."
    )


class VoteRow(Vote):
    """A row of the list of votes: the count, and of how many it is told to be (``7/9``)."""

    voters: Count | None = Field(None, title="Tổng số", description="Số phiếu, số thành viên mà kết quả tính trên đó.")
    note: Text | None = Field(None, title="Ghi chú", description="Ghi chú.")


class SessionFacts(Model):
    """What stands beside the lists, in lines such as ``Ngày họp: 21/11/2026``."""

    name: Text | None = Field(None, title="Tên Hội đồng", description="Tên đầy đủ của Hội đồng.")
    number: Text | None = Field(None, title="Số biên bản", description="Số, ký hiệu biên bản, như 01/BB-HĐTĐKT.")
    held: PlanDate | None = Field(None, title="Ngày họp", description="Ngày họp.")
    opens: PlanHour | None = Field(None, title="Giờ khai mạc", description="Như 14 giờ 30, 14h30 hoặc 14:30.")
    closes: PlanHour | None = Field(None, title="Giờ bế mạc", description="Như 16 giờ 30, 16h30 hoặc 16:30.")
    place: Text | None = Field(None, title="Địa điểm", description="Nơi họp.")
    occasion: Text | None = Field(None, title="Kỳ xét", description="Kỳ trong kế hoạch, khi họp riêng cho kỳ ấy.")
    phase: Text | None = Field(None, title="Giai đoạn xét", description="Giai đoạn, khi họp riêng cho giai đoạn ấy.")
    year: Count | None = Field(None, title="Năm xét", description="Năm xét khen thưởng, khi họp riêng cho năm ấy.")
    invited: Names | None = Field(None, title="Khách mời", description="Người được mời dự, cách nhau bằng dấu phẩy.")
    counters: Names | None = Field(None, title="Ban kiểm phiếu", description="Họ tên, cách nhau bằng dấu phẩy.")
    agenda: Lines | None = Field(None, title="Nội dung họp", description="Mỗi nội dung một dòng như vậy.")
    discussion: Lines | None = Field(None, title="Ý kiến thảo luận", description="Mỗi ý kiến một dòng như vậy.")
    conclusions: Lines | None = Field(None, title="Kết luận", description="Mỗi kết luận một dòng như vậy.")
    secret_ballot: Annotated[bool, PlainValidator(_secret)] | None = Field(
        None, title="Bỏ phiếu kín", description="“bỏ phiếu kín” hoặc “biểu quyết”; không ghi là bỏ phiếu kín."
    )
    issued: Count | None = Field(None, title="Phiếu phát ra", description="Số phiếu phát ra.")
    collected: Count | None = Field(None, title="Phiếu thu về", description="Số phiếu thu về.")
    valid: Count | None = Field(None, title="Phiếu hợp lệ", description="Số phiếu hợp lệ.")
    void: Count | None = Field(None, title="Phiếu không hợp lệ", description="Số phiếu không hợp lệ.")
    total: Count | None = Field(None, title="Tổng số thành viên", description="Để đối chiếu với danh sách thành viên.")
    attended: Count | None = Field(None, title="Số có mặt", description="Để đối chiếu với danh sách thành viên.")
    away: Count | None = Field(None, title="Số vắng", description="Để đối chiếu với danh sách thành viên.")
    citation: Text | None = Field(None, title="Căn cứ", description="Điều, khoản của quy chế Hội đồng.")
    quorum: Part | None = Field(
        None, title="Tỷ lệ dự họp", description="Phần thành viên phải có mặt theo quy chế, ví dụ 3/4 hoặc 75%."
    )
    share: Part | None = Field(
        None, title="Tỷ lệ đồng ý", description="Phần của toàn bộ thành viên phải đồng ý theo quy chế, ví dụ 70%."
    )
