"""What a campaign has reached: ``results.yaml`` or a file for each review in ``results/``, ``format: results/1``."""

from typing import Annotated, Literal

from pydantic import Field

from thidua_cli.model.base import Model, shorthand
from thidua_cli.model.called import Called
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import Count, Paragraphs, Slug, Text
from thidua_cli.model.periods import Reviewed, YearKey
from thidua_cli.model.quantity import AnyQuantity, SomeQuantity


class TargetResult(Model):
    """What was reached of one target of the plan; what is not known stays out, and is no 0."""

    target: Slug = Field(title="Chỉ tiêu", description="Mã (id) của chỉ tiêu trong kế hoạch.")
    achieved: AnyQuantity | None = Field(None, title="Đạt được", description="Kết quả của cả kỳ báo cáo.")
    values: dict[YearKey, AnyQuantity] = Field({}, title="Từng năm", description="Kết quả theo năm, mỗi năm một dòng.")
    by_unit: dict[Text, AnyQuantity] = Field(
        {}, title="Từng đơn vị", description="Kết quả theo đơn vị, tên như trong danh sách đơn vị."
    )
    why: Text | None = Field(None, title="Lý do", description="Vì sao chưa đạt, hoặc điều cần nói thêm.")
    note: Text | None = Field(None, title="Ghi chú", description="Cách tính, nguồn số liệu.")


class Participation(Model):
    """Who took part, and who was asked to."""

    units: Count | None = Field(None, title="Số đơn vị tham gia", description="Số tập thể, đơn vị đã tham gia.")
    asked_units: Count | None = Field(None, title="Số đơn vị phải tham gia", description="Số đơn vị được phát động.")
    persons: Count | None = Field(None, title="Số người tham gia", description="Số cá nhân đã tham gia.")
    asked_persons: Count | None = Field(None, title="Số người phải tham gia", description="Số cá nhân được phát động.")


class Activity(Model):
    """One thing that was done, with its counts: meetings, works, models (registered, done, recognised), money."""

    what: Text = Field(title="Việc", description="Việc đã làm: “hội nghị triển khai”, “mô hình Dân vận khéo”.")
    field: Text | None = Field(None, title="Lĩnh vực", description="Lĩnh vực: kinh tế, văn hóa - xã hội…")
    count: SomeQuantity | None = Field(None, title="Số lượng", description="Số lượng đã làm.")
    unit: Text | None = Field(None, title="Đơn vị tính", description="Cuộc, công trình, đồng, ngày công…")
    registered: Count | None = Field(None, title="Đăng ký", description="Số đã đăng ký.")
    done: Count | None = Field(None, title="Thực hiện", description="Số đã thực hiện.")
    recognised: Count | None = Field(None, title="Công nhận", description="Số được công nhận.")
    before: SomeQuantity | None = Field(None, title="Kỳ trước", description="Số của kỳ trước, để so sánh.")
    note: Text | None = Field(None, title="Ghi chú", description="Ghi chú.")

    @property
    def is_model(self) -> bool:
        """Whether it is counted as a model (mô hình): registered, carried out, recognised."""
        return any(count is not None for count in (self.registered, self.done, self.recognised))


class Exemplary(Called):
    """A collective or a person whom the report names as an example; he need not stand in the lists."""

    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị.")
    text: Text | None = Field(
        None, title="Thành tích", description="Để trống thì lấy thành tích trong danh sách đề nghị."
    )


class Content(Model):
    """What was reached in one content of the movement, in prose."""

    heading: Text = Field(title="Nội dung", description="Tên nội dung thi đua.")
    text: Paragraphs = Field(title="Kết quả", description="Các đoạn văn; dòng trống là sang đoạn mới.")


class Results(Reviewed):
    """What is to be reported of one review; reports derive all else."""

    format: Literal["results/1"] = Field(title="Định dạng", description="Luôn là results/1.")
    as_of: PlanDate | None = Field(None, title="Số liệu đến", description="Số liệu tính đến ngày nào.")
    documents: list[Text] = Field([], title="Văn bản", description="Văn bản chỉ đạo đã ban hành, mỗi văn bản một dòng.")
    leadership: list[Text] = Field([], title="Chỉ đạo", description="Công tác chỉ đạo, tuyên truyền, kiểm tra.")
    participation: Participation | None = Field(None, title="Tham gia", description="Số tham gia phong trào.")
    activities: list[Activity] = Field([], title="Hoạt động", description="Việc đã làm, có số lượng.")
    targets: list[TargetResult] = Field([], title="Kết quả chỉ tiêu", description="Kết quả từng chỉ tiêu của kế hoạch.")
    contents: list[Content] = Field([], title="Kết quả nội dung", description="Kết quả từng nội dung thi đua.")
    exemplary: list[Annotated[Exemplary, *shorthand("name")]] = Field(
        [], title="Điển hình", description="Tập thể, cá nhân tiêu biểu; để trống thì lấy từ danh sách được tặng."
    )
    good: list[Text] = Field([], title="Ưu điểm", description="Ưu điểm, mỗi ý một dòng.")
    limits: list[Text] = Field([], title="Hạn chế", description="Hạn chế, tồn tại, mỗi ý một dòng.")
    causes: list[Text] = Field([], title="Nguyên nhân", description="Nguyên nhân của hạn chế.")
    lessons: list[Text] = Field([], title="Bài học", description="Bài học kinh nghiệm.")
    next: list[Text] = Field([], title="Nhiệm vụ tới", description="Phương hướng, nhiệm vụ thời gian tới.")
    proposals: list[Text] = Field([], title="Kiến nghị", description="Kiến nghị, đề xuất.")
