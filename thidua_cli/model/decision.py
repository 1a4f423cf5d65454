"""Who was awarded, and by which decision: ``decisions.yaml``, ``format: decisions/1``; ``thidua decide`` writes it."""

from typing import Annotated, Literal

from pydantic import Field

from thidua_cli.model.base import Many, Model, shorthand
from thidua_cli.model.called import Called
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import Positive, Slug, Text
from thidua_cli.model.periods import Reviewed
from thidua_cli.model.plan import Signer


class Awarded(Called):
    """One nominee whom a decision gives the award; id, name and unit are those of the list of nominations."""

    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị, khi có người trùng tên.")
    award: Text | None = Field(None, title="Hình thức", description="Khi quyết định tặng nhiều hình thức.")
    certificate_text: Text | None = Field(
        None, title="Lời ghi trên bằng", description="Thành tích in trên giấy khen, bằng khen, nếu khác danh sách."
    )


class Excepted(Called):
    """One whom the council passed and the decision leaves out, with the reason."""

    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị, khi có người trùng tên.")
    award: Text | None = Field(None, title="Hình thức", description="Khi quyết định tặng nhiều hình thức.")
    why: Text = Field(title="Lý do", description="Vì sao không tặng.")


class Decision(Reviewed):
    """One decision on awards."""

    id: Slug = Field(title="Mã", description="Mã ngắn để papers.yaml nhắc tới, ví dụ qd-giay-khen-2025.")
    number: Text = Field(title="Số, ký hiệu", description="Số và ký hiệu quyết định: 45/QĐ-CTK.")
    date: PlanDate = Field(title="Ngày", description="Ngày ký quyết định.")
    decided_by: Text = Field(title="Người quyết định", description="Chức vụ người quyết định tặng.")
    signer: Signer | None = Field(None, title="Người ký", description="Khối chữ ký trên quyết định, giấy khen.")
    awards: Many[Text] = Field(
        min_length=1, title="Hình thức", description="Mã các hình thức của kế hoạch mà quyết định tặng."
    )
    awarded: list[Annotated[Awarded, *shorthand("name")]] = Field(
        min_length=1, title="Được tặng", description="Các tập thể, cá nhân được tặng."
    )
    excepted: list[Excepted] = Field(
        [], title="Không tặng", description="Đã được Hội đồng thông qua mà không tặng, kèm lý do."
    )
    money_source: Text | None = Field(None, title="Nguồn tiền thưởng", description="Tiền thưởng lấy từ quỹ nào.")
    register_from: Positive | None = Field(
        None, title="Số sổ vàng đầu", description="Số vào sổ khen thưởng của người đầu danh sách; sau đó tăng dần."
    )


class DecisionFile(Model):
    """The file of decisions."""

    format: Literal["decisions/1"] = Field(title="Định dạng", description="Luôn là decisions/1.")
    decisions: list[Decision] = Field(title="Quyết định", description="Các quyết định, theo ngày ký.")
