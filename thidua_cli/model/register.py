"""The award book of the office over the years: ``register.csv`` or ``register.xlsx``."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from thidua_cli.model.base import Model
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import Count, Text
from thidua_cli.model.prior import award_id
from thidua_cli.model.terms import AwardId


class RegisterEntry(Model):
    """One award that was given. A correction is a new entry; the old one stays.

    What only statistics ask (for whom, sex, group, for what) is kept as typed: no such cell makes a book unreadable.
    `BookWords` says what it means, and ``check`` tells what it does not understand.
    """

    name: Text = Field(title="Họ và tên", description="Họ và tên, hoặc tên tập thể.")
    id_number: Text | None = Field(
        None, title="Số định danh", description="Số căn cước hoặc mã số; giữ nguyên số 0 ở đầu."
    )
    subject: Text | None = Field(
        None, title="Đối tượng", description="Tập thể, cá nhân, hộ gia đình…; để trống khi sổ không ghi."
    )
    gender: Text | None = Field(None, title="Giới tính", description="Nam hoặc nữ.")
    position: Text | None = Field(None, title="Chức vụ", description="Chức vụ lúc được tặng.")
    group: Text | None = Field(
        None, title="Nhóm", description="Lãnh đạo, quản lý; người lao động trực tiếp; hoặc nhóm của biểu thống kê."
    )
    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị lúc được tặng.")
    award: Annotated[AwardId, BeforeValidator(award_id)] = Field(
        title="Hình thức", description="Mã hoặc tên danh hiệu, hình thức khen thưởng."
    )
    achievement: Text | None = Field(None, title="Thành tích", description="Tặng vì thành tích gì.")
    type_of_award: Text | None = Field(
        None, title="Loại hình khen thưởng", description="Công trạng, phong trào, chuyên đề, đột xuất, cống hiến…"
    )
    year: Count = Field(title="Năm", description="Năm của thành tích.")
    decision: Text | None = Field(None, title="Số quyết định", description="Số, ký hiệu quyết định.")
    date: PlanDate | None = Field(None, title="Ngày quyết định", description="Ngày của quyết định.")
    decided_by: Text | None = Field(None, title="Người quyết định", description="Người hoặc cơ quan ra quyết định.")
    book_number: Text | None = Field(
        None, title="Số sổ vàng", description="Số vào sổ, in trên giấy khen, bằng khen; giữ nguyên số 0 ở đầu."
    )
    campaign: Text | None = Field(None, title="Phong trào", description="Mã kế hoạch (id) của phong trào.")
    nomination: Text | None = Field(
        None,
        title="Mã đề nghị",
        description="Mã của đề nghị trong danh sách của phong trào ấy: tên ở danh sách có sửa vẫn nhận ra dòng này.",
    )
    corrects: Text | None = Field(
        None, title="Đính chính", description="Số quyết định được đính chính hoặc thay thế; dòng cũ vẫn giữ."
    )
    reissue: Text | None = Field(
        None,
        title="Cấp lại, cấp đổi",
        description="Ngày, lý do cấp lại, cấp đổi bằng; ghi ở dòng gốc, hoặc ở dòng mới chép số quyết định gốc.",
    )
    note: Text | None = Field(None, title="Ghi chú", description="Ghi chú; “đã thu hồi” thì dòng ấy không được tính.")
