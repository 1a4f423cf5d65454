"""The targets that units strive for (chỉ tiêu phấn đấu), as the plan sets them; not quotas of awards."""

from pydantic import Field

from thidua_cli.model.base import Model
from thidua_cli.model.fields import Group, Slug, Subject, Text
from thidua_cli.model.periods import YearKey
from thidua_cli.model.quantity import AnyQuantity, Quantity
from thidua_cli.model.terms import AwardId, Per


class Target(Model):
    """A target that the campaign sets; what reports hold results against has an ``id`` and a bound."""

    id: Slug | None = Field(None, title="Mã", description="Mã ngắn để results.yaml ghi kết quả, ví dụ giam-ho-ngheo.")
    text: Text = Field(title="Nội dung", description="Chỉ tiêu, in nguyên văn.")
    award: AwardId | None = Field(None, title="Danh hiệu", description="Danh hiệu phấn đấu đạt.")
    subject: Subject | None = Field(None, title="Đối tượng", description="Ai phấn đấu.")
    group: Group | None = Field(None, title="Nhóm", description="Nhóm trong đối tượng.")
    at_least: AnyQuantity | None = Field(None, title="Đạt ít nhất", description="Số hoặc tỷ lệ, ví dụ 5 hoặc 100%.")
    at_most: AnyQuantity | None = Field(
        None, title="Không quá", description="Số hoặc tỷ lệ không được vượt, khi càng ít càng tốt."
    )
    unit: Text | None = Field(None, title="Đơn vị tính", description="Đơn vị tính của con số: %, hộ, công trình, đồng.")
    per: Per | None = Field(
        None, title="Tính theo", description="year nếu năm nào cũng phải đạt; để trống là tính cho cả phong trào."
    )
    of: Text | None = Field(None, title="Tính trên", description="Mẫu số của tỷ lệ: “hộ trong tỉnh”.")
    baseline: dict[YearKey, AnyQuantity] = Field(
        {}, title="Kỳ trước", description="Kết quả của những năm trước, theo năm, để so sánh."
    )
    source: Text | None = Field(None, title="Nguồn số liệu", description="Cơ quan, đơn vị cung cấp số liệu.")

    @property
    def bound(self) -> Quantity | None:
        """The number to be reached, or not to be passed; None for a target that no number tells."""
        return self.at_least or self.at_most

    @property
    def measure(self) -> str:
        """The unit of measure: as told, else the sign of the bound."""
        if self.unit:
            return self.unit
        return "%" if self.bound and self.bound.percent else ""
