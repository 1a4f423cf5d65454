"""The office, said once for all its campaigns: ``thidua.yaml`` in any folder above, ``format: office/1``."""

from typing import Literal

from pydantic import Field

from thidua_cli.model.base import Many, Model
from thidua_cli.model.fields import Text
from thidua_cli.model.plan import Signer
from thidua_cli.model.quantity import AnyQuantity, Quantity
from thidua_cli.model.terms import AwardId, ParagraphSpace


class PageHabits(Model):
    """What offices differ in within the rules of their layout."""

    line: AnyQuantity | None = Field(None, title="Giãn dòng", description="Giãn dòng của đoạn văn: “1,0” hoặc “1,1”.")
    exact: AnyQuantity | None = Field(
        None, title="Dòng chính xác", description="Chiều cao dòng cố định bằng pt, với văn bản của Đảng: 18 đến 22."
    )
    right_margin: AnyQuantity | None = Field(None, title="Lề phải", description="Lề phải, bằng mm: 15 hoặc 20.")
    paragraph_space: ParagraphSpace | None = Field(
        None, title="Khoảng cách đoạn", description="before (đặt trước đoạn), after (sau đoạn) hoặc both (cả hai)."
    )

    @property
    def numbers(self) -> tuple[float | None, float | None, float | None, ParagraphSpace | None]:
        """The habits as plain numbers, in the order in which layouts take them."""
        return _plain(self.line), _plain(self.exact), _plain(self.right_margin), self.paragraph_space


def _plain(told: Quantity | None) -> float | None:
    return None if told is None else float(told.value)


class Office(Model):
    """What all campaigns of an office share; a plan or papers.yaml that says else counts first."""

    format: Literal["office/1"] = Field(title="Định dạng", description="Luôn là office/1.")
    page: PageHabits = Field(PageHabits(), title="Trang giấy", description="Thói quen trình bày của cơ quan.")
    signers: list[Signer] = Field([], title="Người ký", description="Người ký, khi papers.yaml không ghi.")
    archive: Many[Text] = Field([], title="Lưu", description="Nơi lưu của mọi văn bản: [VT, TĐKT].")
    council: Text | None = Field(None, title="Hội đồng", description="Tên đầy đủ của Hội đồng Thi đua - Khen thưởng.")
    money_source: Text | None = Field(None, title="Nguồn tiền thưởng", description="Tiền thưởng lấy từ quỹ nào.")
    certificates: dict[AwardId, Text] = Field(
        {},
        title="Mẫu bằng",
        description="Tệp mẫu giấy khen, bằng khen theo hình thức: {giay_khen: mau-giay-khen.yaml}.",
    )
    contact: Text | None = Field(None, title="Liên hệ", description="Người, số điện thoại, thư điện tử để liên hệ.")
