"""The award book of the office over the years: ``register.csv`` or ``register.xlsx``."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from thidua_cli.model.base import Model
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import Count, Text
from thidua_cli.model.headings import Heading
from thidua_cli.model.prior import award_id
from thidua_cli.model.terms import AwardId


class RegisterEntry(Model):
    """One award that was given. A correction is a new entry; the old one stays."""

    name: Annotated[Text, Heading("Họ và tên", "Họ tên", "Tên", "Tên tập thể, cá nhân", "Tên tập thể")] = Field(
        title="Họ và tên", description="Họ và tên, hoặc tên tập thể."
    )
    id_number: Annotated[Text | None, Heading("Số CCCD", "CCCD", "Số định danh", "Mã số", "Mã cán bộ")] = Field(
        None, title="Số định danh", description="Số căn cước hoặc mã số; giữ nguyên số 0 ở đầu."
    )
    unit: Annotated[Text | None, Heading("Đơn vị", "Đơn vị công tác", "Nơi công tác")] = Field(
        None, title="Đơn vị", description="Đơn vị lúc được tặng."
    )
    award: Annotated[
        AwardId,
        BeforeValidator(award_id),
        Heading("Hình thức khen thưởng", "Danh hiệu", "Danh hiệu, hình thức", "Hình thức"),
    ] = Field(title="Hình thức", description="Mã hoặc tên danh hiệu, hình thức khen thưởng.")
    year: Annotated[Count, Heading("Năm", "Năm khen thưởng", "Năm thành tích")] = Field(
        title="Năm", description="Năm của thành tích."
    )
    decision: Annotated[Text | None, Heading("Số quyết định", "Quyết định số", "Quyết định")] = Field(
        None, title="Số quyết định", description="Số, ký hiệu quyết định."
    )
    date: Annotated[PlanDate | None, Heading("Ngày quyết định", "Ngày ký")] = Field(
        None, title="Ngày quyết định", description="Ngày của quyết định."
    )
    decided_by: Annotated[Text | None, Heading("Người quyết định", "Cấp quyết định", "Cơ quan quyết định")] = Field(
        None, title="Người quyết định", description="Người hoặc cơ quan ra quyết định."
    )
    campaign: Annotated[Text | None, Heading("Chiến dịch", "Mã chiến dịch", "Phong trào")] = Field(
        None, title="Chiến dịch", description="Mã kế hoạch (id) của phong trào."
    )
    corrects: Annotated[Text | None, Heading("Đính chính", "Thay cho quyết định")] = Field(
        None, title="Đính chính", description="Số quyết định được đính chính hoặc thay thế; dòng cũ vẫn giữ."
    )
