"""The plan file, ``format: plan/1``."""

from typing import Annotated, Literal

from pydantic import Field

from thidua_cli.model.awards import FactName, PlanAward
from thidua_cli.model.base import Many, Model, shorthand
from thidua_cli.model.body import Section, Task
from thidua_cli.model.campaign import Campaign
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import DocumentNumber, Flag, Paragraphs, Slug, Subject, Text
from thidua_cli.model.target import Target
from thidua_cli.model.terms import LayoutName, Mark


class Issuer(Model):
    """The body that issues the plan."""

    name: Text = Field(title="Cơ quan ban hành", description="Tên đầy đủ, viết thường: “Cục Thống kê tỉnh A”.")
    superior: Text | None = Field(None, title="Cơ quan chủ quản", description="Cấp trên trực tiếp, in phía trên.")
    abbreviation: Text = Field(title="Chữ viết tắt", description="Chữ viết tắt trong ký hiệu văn bản: CTK, UBND.")
    place: Text = Field(title="Địa danh", description="Địa danh trước ngày tháng năm.")
    layout: LayoutName = Field("nd30", title="Thể thức", description="nd30 (cơ quan nhà nước) hoặc party (Đảng).")


class Signer(Model):
    """One signature block; printed prefixes (TM., KT. …) follow the layout."""

    post: Text = Field(title="Chức vụ", description="Chức vụ người ký: “Chủ tịch”, “Phó Trưởng ban”.")
    name: Text | None = Field(None, title="Họ tên", description="Họ và tên; để trống khi chưa biết ai ký.")
    organisation: Text | None = Field(
        None, title="Tổ chức", description="Tên tổ chức in trên khối ký, khi nhiều bên cùng ký."
    )
    on_behalf: Text | None = Field(None, title="Thay mặt (TM.)", description="Tập thể mà người ký thay mặt.")
    deputy_for: Text | None = Field(None, title="Ký thay (KT.)", description="Chức vụ cấp trưởng được ký thay.")
    by_order_of: Text | None = Field(None, title="Thừa lệnh (TL.)", description="Chức vụ người ra lệnh ký.")
    authorised_by: Text | None = Field(None, title="Thừa ủy quyền (TUQ.)", description="Chức vụ người ủy quyền ký.")
    acting: Flag = Field(False, title="Quyền (Q.)", description="true nếu người ký là quyền cấp trưởng.")


class Recipient(Model):
    """A line of "Nơi nhận", or a group of lines with a common note."""

    to: Many[Text] = Field(
        min_length=1, title="Nơi nhận", description="Tên nơi nhận; nhiều tên là một nhóm có chung ghi chú."
    )
    purpose: Text | None = Field(
        None, alias="for", title="Để làm gì", description="Ghi chú trong ngoặc: báo cáo, thực hiện, phối hợp."
    )


class Participants(Model):
    """Who takes part."""

    subject: Subject = Field(title="Đối tượng", description="collective, individual…")
    who: Many[Text] = Field(min_length=1, title="Gồm", description="Các loại tham gia.")
    called: Text | None = Field(None, title="Gọi chung", description="Tên gọi chung trong phần sau của kế hoạch.")


class Plan(Model):
    """A campaign plan: facts on top, prose below in printed order."""

    format: Literal["plan/1"] = Field(title="Định dạng", description="Luôn là plan/1.")
    id: Slug = Field(title="Mã", description="Mã của phong trào, dùng đặt tên tệp: mttq-2024.")
    title: Text = Field(title="Trích yếu", description="Trích yếu, in dưới chữ KẾ HOẠCH.")
    issuer: Issuer = Field(title="Cơ quan ban hành", description="Cơ quan ban hành kế hoạch.")
    number: DocumentNumber | None = Field(None, title="Số", description="Số văn bản; để trống khi chưa ký.")
    date: PlanDate | None = Field(
        None, title="Ngày ký", description="Ngày ký; ghi 2024-05 khi mới biết tháng, để trống khi chưa biết."
    )
    signers: list[Signer] = Field(min_length=1, title="Người ký", description="Các khối chữ ký.")
    bases: list[Text] = Field(
        [],
        title="Căn cứ",
        description="Mỗi căn cứ một dòng; không có chữ “Căn cứ”, “Thực hiện” thì thidua thêm “Căn cứ”.",
    )
    campaign: Campaign = Field(title="Phong trào", description="Số liệu của phong trào.")
    participants: list[Participants] = Field([], title="Đối tượng", description="Ai tham gia thi đua.")
    targets: list[Target] = Field([], title="Chỉ tiêu", description="Chỉ tiêu phấn đấu.")
    awards: list[PlanAward] = Field([], title="Khen thưởng", description="Các hình thức khen thưởng.")
    facts: dict[FactName, Text] = Field(
        {},
        title="Dữ kiện",
        description="Tên cột trong danh sách đề nghị của dữ kiện mà require hỏi, ví dụ thu_nhap_trieu: Thu nhập.",
    )
    tasks: list[Task] = Field([], title="Nhiệm vụ", description="Việc, người chủ trì, thời gian.")
    numbering: list[Mark] = Field(
        [], title="Đánh số", description="Kiểu đánh số từng cấp, nếu khác thể thức: [I., 1., a), “-”]."
    )
    opening: Paragraphs = Field(
        [], title="Mở đầu", description="Các đoạn văn giữa căn cứ và mục đầu tiên; dòng trống là sang đoạn mới."
    )
    body: list[Section] = Field(min_length=1, title="Nội dung", description="Các mục, theo thứ tự in.")
    closing: Text | None = Field(None, title="Kết", description="Câu kết; thidua tự thêm dấu kết thúc.")
    recipients: list[Annotated[Recipient, *shorthand("to")]] = Field(
        [], title="Nơi nhận", description="Nơi nhận, theo thứ tự in."
    )
    archive: Many[Text] = Field([], title="Lưu", description="Nơi lưu: [VT, TĐKT]; in ở dòng cuối của nơi nhận.")
