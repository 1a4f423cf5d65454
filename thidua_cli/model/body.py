"""The prose of a plan, in printed order, and the tasks with their owners."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from thidua_cli.model.base import Many, Model, shorthand
from thidua_cli.model.fields import Flag, Paragraphs, Slug, Text
from thidua_cli.model.terms import Insert, Mark, Role


class Item(Model):
    """One item of a list, with items below it."""

    text: Text = Field(title="Nội dung", description="Nội dung của gạch đầu dòng.")
    items: list[ItemEntry] = Field([], title="Các ý con", description="Các ý thuộc ý này.")


ItemEntry = Annotated[Item, *shorthand("text")]


class Section(Model):
    """One section of the body: heading, text, items, inserted facts, sub-sections; printed in that order."""

    heading: Text | None = Field(
        None,
        title="Đề mục",
        description="Tên mục, không gõ số thứ tự: thidua tự đánh số. Bỏ trống là đoạn không đề mục.",
    )
    role: Many[Role] = Field(
        [], title="Loại mục", description="Mục này nói về gì, để kiểm tra; một mục có thể có nhiều loại."
    )
    inline: Flag = Field(
        False, title="Liền dòng", description="true: in đề mục và đoạn đầu trên cùng một dòng, sau dấu hai chấm."
    )
    text: Paragraphs = Field(
        [], title="Đoạn văn", description="Một hoặc nhiều đoạn văn; dòng trống trong nội dung là sang đoạn mới."
    )
    items: list[ItemEntry] = Field([], title="Các ý", description="Các ý, in thành danh sách.")
    insert: Many[Insert] = Field(
        [], title="Chèn số liệu", description="In ra từ số liệu ở đầu tệp: phases, quotas, tasks…"
    )
    only: Many[Slug] = Field(
        [], title="Chỉ riêng", description="Chỉ in các hình thức khen thưởng có mã này (với insert)."
    )
    mark: Mark | None = Field(
        None, title="Kiểu đánh số", description="Cách đánh số các ý và mục con ngay dưới mục này."
    )
    parts: list[Section] = Field([], title="Mục con", description="Các mục con, theo thứ tự in.")


class Task(Model):
    """A task with its owners and time."""

    text: Text = Field(title="Nội dung", description="Việc phải làm.")
    lead: Many[Text] = Field([], title="Chủ trì", description="Ai chủ trì.")
    advise: Many[Text] = Field([], title="Tham mưu", description="Ai chịu trách nhiệm tham mưu.")
    cooperate: Many[Text] = Field([], title="Phối hợp", description="Ai phối hợp.")
    carry_out: Many[Text] = Field([], title="Thực hiện", description="Ai thực hiện.")
    when: Text | None = Field(
        None, title="Thời gian", description="Thời gian thực hiện, in nguyên văn: “Thường xuyên”, “Trong tháng 3/2024”."
    )
    subtasks: list[Task] = Field([], title="Việc con", description="Các việc thuộc việc này.")
