"""The council's session: ``council.yaml``, ``format: council/1``."""

from typing import Annotated, Literal

from pydantic import Field

from thidua_cli.model.base import Model, shorthand
from thidua_cli.model.called import Called
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import Count, Flag, Paragraphs, Part, Text
from thidua_cli.model.hours import PlanHour


class Member(Model):
    """One member of the council."""

    name: Text = Field(title="Họ tên", description="Họ và tên thành viên.")
    post: Text | None = Field(None, title="Chức vụ", description="Chức vụ.")
    role: Text | None = Field(None, title="Vai trò", description="Chủ tịch, Phó Chủ tịch, Thư ký, ủy viên.")
    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị công tác.")
    present: Flag = Field(True, title="Có mặt", description="false nếu vắng.")
    reason: Text | None = Field(None, title="Lý do vắng", description="Vì sao vắng, ví dụ “đi công tác”.")
    written_opinion: Flag = Field(False, title="Ý kiến bằng văn bản", description="true nếu vắng nhưng đã gửi ý kiến.")


class OnNominee(Called):
    """A line of a session on one nominee and one award."""

    award: Text | None = Field(None, title="Hình thức", description="Mã hoặc tên hình thức khen thưởng.")
    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị, khi có người trùng tên.")


class Vote(OnNominee):
    """The count for one nominee and one award."""

    agree: Count = Field(title="Đồng ý", description="Số phiếu đồng ý.")
    against: Count | None = Field(None, title="Không đồng ý", description="Số phiếu không đồng ý.")
    none: Count | None = Field(None, title="Không có ý kiến", description="Số phiếu không có ý kiến.")
    reason: Text | None = Field(None, title="Lý do", description="Vì sao không thông qua, hoặc hạ mức khen.")


class PutOff(OnNominee):
    """A nominee whom the session did not decide on: he is neither passed nor refused, and a later session may vote."""

    reason: Text = Field(title="Lý do", description="Vì sao hoãn, ví dụ “chờ xác minh đơn thư”.")


class OwnRule(Model):
    """What the regulation of the council itself asks, beside the law."""

    citation: Text = Field(title="Căn cứ", description="Điều, khoản của quy chế Hội đồng.")
    quorum: Part | None = Field(
        None, title="Tỷ lệ dự họp", description="Phần thành viên phải có mặt, ví dụ 3/4 hoặc 75%."
    )
    share: Part | None = Field(
        None, title="Tỷ lệ đồng ý", description="Phần của toàn bộ thành viên phải đồng ý, ví dụ 2/3 hoặc 70%."
    )


class Council(Model):
    """One session of the council, with its ballots."""

    format: Literal["council/1"] = Field(title="Định dạng", description="Luôn là council/1.")
    name: Text = Field(title="Tên Hội đồng", description="Tên đầy đủ của Hội đồng.")
    number: Text | None = Field(None, title="Số biên bản", description="Số, ký hiệu biên bản, như 01/BB-HĐTĐKT.")
    held: PlanDate | None = Field(None, title="Ngày họp", description="Ngày họp.")
    opens: PlanHour | None = Field(None, title="Giờ khai mạc", description="Như 14:00, 14h30 hoặc 14 giờ 30.")
    closes: PlanHour | None = Field(None, title="Giờ bế mạc", description="Như 16:30, 16h30 hoặc 16 giờ 30.")
    place: Text | None = Field(None, title="Địa điểm", description="Nơi họp.")
    occasion: Text | None = Field(
        None, title="Kỳ xét", description="Mã hoặc tên kỳ trong campaign.occasions, khi họp riêng cho kỳ ấy."
    )
    phase: Text | None = Field(
        None, title="Giai đoạn", description="Mã hoặc tên giai đoạn trong campaign.phases, khi họp riêng cho giai đoạn."
    )
    year: Count | None = Field(None, title="Năm xét", description="Năm xét khen thưởng, khi họp riêng cho năm ấy.")
    members: list[Annotated[Member, *shorthand("name")]] = Field(
        min_length=1, title="Thành viên", description="Toàn bộ thành viên Hội đồng, kể cả người vắng."
    )
    invited: list[Text] = Field([], title="Khách mời", description="Người được mời dự, không bỏ phiếu.")
    counters: list[Text] = Field([], title="Ban kiểm phiếu", description="Họ tên những người kiểm phiếu.")
    agenda: list[Text] = Field([], title="Nội dung họp", description="Các nội dung của phiên họp, theo thứ tự.")
    discussion: Paragraphs = Field([], title="Ý kiến thảo luận", description="Các ý kiến tại phiên họp.")
    conclusions: Paragraphs = Field([], title="Kết luận", description="Kết luận của người chủ trì.")
    rule: OwnRule | None = Field(
        None, title="Quy chế riêng", description="Tỷ lệ của quy chế Hội đồng, khi chặt hơn quy định chung."
    )
    secret_ballot: Flag = Field(True, title="Bỏ phiếu kín", description="false nếu biểu quyết.")
    issued: Count | None = Field(None, title="Phiếu phát ra", description="Số phiếu phát ra.")
    collected: Count | None = Field(None, title="Phiếu thu về", description="Số phiếu thu về.")
    valid: Count | None = Field(None, title="Phiếu hợp lệ", description="Số phiếu hợp lệ.")
    void: Count | None = Field(None, title="Phiếu không hợp lệ", description="Số phiếu không hợp lệ.")
    votes: list[Vote] = Field([], title="Kết quả", description="Kết quả cho từng tập thể, cá nhân.")
    put_off: list[PutOff] = Field(
        [], title="Hoãn", description="Tập thể, cá nhân mà phiên họp hoãn, chưa bỏ phiếu; phiên sau có thể xét tiếp."
    )
