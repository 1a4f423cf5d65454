"""The campaign itself: who launched it, how long it runs, its phases and occasions."""

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from thidua_cli.model.base import Model
from thidua_cli.model.dates import PlanDate, Start
from thidua_cli.model.fields import Count, Slug, Text
from thidua_cli.model.terms import Launcher, Mode, OccasionKind, Per


class Event(Model):
    """An end that is an event, not a day: ``{event: khi Đại hội thành công}``."""

    event: Text = Field(title="Sự kiện", description="Sự kiện kết thúc, ví dụ “khi tổ chức thành công Đại hội”.")


def _kind_of_end(value: Any) -> str:
    return "<event>" if isinstance(value, dict | Event) else "<date>"


# Tags in brackets cannot be taken for keys of the file.
End = Annotated[Annotated[PlanDate, Tag("<date>")] | Annotated[Event, Tag("<event>")], Discriminator(_kind_of_end)]


class Phase(Model):
    """One phase (giai đoạn, đợt) of the campaign."""

    id: Slug = Field(title="Mã", description="Mã ngắn để nơi khác nhắc tới, ví dụ gd1.")
    name: Text = Field(title="Tên", description="Tên in trên kế hoạch, ví dụ “Giai đoạn 1”.")
    start: Start | None = Field(None, title="Từ", description="Ngày bắt đầu; issue là ngày ban hành kế hoạch.")
    end: End | None = Field(None, title="Đến", description="Ngày kết thúc, hoặc {event: sự kiện}.")
    goal: Text | None = Field(None, title="Mục tiêu", description="Đoạn văn nói mục tiêu của giai đoạn.")


class Occasion(Model):
    """A review at which awards are considered (sơ kết, tổng kết)."""

    id: Slug = Field(title="Mã", description="Mã ngắn để chỉ tiêu nhắc tới, ví dụ tong-ket.")
    name: Text = Field(title="Tên", description="Tên in trên kế hoạch, ví dụ “tổng kết phong trào”.")
    kind: OccasionKind = Field(title="Loại", description="interim (sơ kết), final (tổng kết) hoặc award.")
    date: PlanDate | None = Field(None, title="Thời điểm", description="Ngày, tháng hoặc năm tổ chức.")
    every: Per | None = Field(None, title="Lặp lại", description="year nếu tổ chức hằng năm.")
    dossiers_by: PlanDate | None = Field(None, title="Hạn hồ sơ", description="Hạn gửi hồ sơ đề nghị.")


class Anniversary(Model):
    """The day that the campaign greets."""

    of: Text = Field(title="Kỷ niệm", description="Ngày kỷ niệm gì, ví dụ “Ngày thành lập xã”.")
    since: PlanDate = Field(title="Ngày gốc", description="Ngày của sự kiện gốc.")
    on: PlanDate = Field(title="Ngày kỷ niệm", description="Ngày kỷ niệm lần này.")
    years: Count = Field(title="Số năm", description="Kỷ niệm lần thứ mấy, ví dụ 60.")


class Campaign(Model):
    """Facts of the movement."""

    mode: Mode = Field(title="Hình thức", description="drive (đợt), thematic (chuyên đề), regular (thường xuyên).")
    launched_by: Launcher = Field(title="Cấp phát động", description="Ai phát động phong trào: unit, commune…")
    follows: Text | None = Field(
        None, title="Hưởng ứng", description="Kế hoạch của cấp trên mà kế hoạch này triển khai."
    )
    theme: Text | None = Field(None, title="Chủ đề", description="Chủ đề hoặc khẩu hiệu của phong trào.")
    start: Start = Field(title="Từ", description="Ngày bắt đầu; issue là ngày ban hành kế hoạch.")
    end: End = Field(title="Đến", description="Ngày kết thúc, hoặc {event: sự kiện}.")
    days: Count | None = Field(
        None, title="Số ngày", description="Số ngày trong tên gọi, ví dụ 90 nếu là “90 ngày đêm”."
    )
    anniversary: Anniversary | None = Field(None, title="Kỷ niệm", description="Ngày kỷ niệm được chào mừng.")
    phases: list[Phase] = Field([], title="Giai đoạn", description="Các giai đoạn, theo thứ tự thời gian.")
    occasions: list[Occasion] = Field([], title="Các kỳ", description="Các kỳ sơ kết, tổng kết, xét khen thưởng.")
