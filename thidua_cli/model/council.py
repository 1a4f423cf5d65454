"""The council's session: ``council.yaml``, ``format: council/1``."""

from typing import Annotated, Literal

from pydantic import Field

from thidua_cli.model.base import Model, shorthand
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import Count, Flag, Part, Text


class Member(Model):
    """One member of the council."""

    name: Text = Field(title="Họ tên", description="Họ và tên thành viên.")
    post: Text | None = Field(None, title="Chức vụ", description="Chức vụ.")
    role: Text | None = Field(None, title="Vai trò", description="Chủ tịch, Phó Chủ tịch, Thư ký, ủy viên.")
    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị công tác.")
    present: Flag = Field(True, title="Có mặt", description="false nếu vắng.")
    written_opinion: Flag = Field(False, title="Ý kiến bằng văn bản", description="true nếu vắng nhưng đã gửi ý kiến.")


class Vote(Model):
    """The count for one nominee and one award."""

    name: Text = Field(title="Họ tên", description="Họ và tên, hoặc tên tập thể, như trong danh sách đề nghị.")
    award: Text | None = Field(None, title="Hình thức", description="Mã hoặc tên hình thức khen thưởng.")
    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị, khi có người trùng tên.")
    agree: Count = Field(title="Đồng ý", description="Số phiếu đồng ý.")
    against: Count | None = Field(None, title="Không đồng ý", description="Số phiếu không đồng ý.")
    none: Count | None = Field(None, title="Không có ý kiến", description="Số phiếu không có ý kiến.")


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
    held: PlanDate | None = Field(None, title="Ngày họp", description="Ngày họp.")
    place: Text | None = Field(None, title="Địa điểm", description="Nơi họp.")
    members: list[Annotated[Member, *shorthand("name")]] = Field(
        min_length=1, title="Thành viên", description="Toàn bộ thành viên Hội đồng, kể cả người vắng."
    )
    rule: OwnRule | None = Field(
        None, title="Quy chế riêng", description="Tỷ lệ của quy chế Hội đồng, khi chặt hơn quy định chung."
    )
    secret_ballot: Flag = Field(True, title="Bỏ phiếu kín", description="false nếu biểu quyết.")
    issued: Count | None = Field(None, title="Phiếu phát ra", description="Số phiếu phát ra.")
    collected: Count | None = Field(None, title="Phiếu thu về", description="Số phiếu thu về.")
    valid: Count | None = Field(None, title="Phiếu hợp lệ", description="Số phiếu hợp lệ.")
    void: Count | None = Field(None, title="Phiếu không hợp lệ", description="Số phiếu không hợp lệ.")
    votes: list[Vote] = Field([], title="Kết quả", description="Kết quả cho từng tập thể, cá nhân.")
