"""A nomination: one person or collective put forward for one award. YAML, Excel and CSV share this model."""

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from thidua_cli.model.base import Many, Model, refuse, shown
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import Count, Text
from thidua_cli.model.prior import PriorAwards
from thidua_cli.model.terms import FLAGS, Discipline, Gender, Initiative, Rating


def _loose_flag(value: Any) -> bool:
    """Read a cell that says yes or no: ``x``, ``Có``, a decision's number; blank cells never come here."""
    if isinstance(value, bool):
        return value
    flag = FLAGS.read(str(value))
    if flag is not None:
        return flag == "true"
    raise refuse(f"{shown(value)} không phải là có hay không", "ghi x hoặc Có; để trống hoặc ghi Không nếu không có")


Tick = Annotated[
    bool, PlainValidator(_loose_flag), WithJsonSchema({"type": ["boolean", "string", "number"], "pattern": "\\S"})
]

TYPE_OF_AWARD = "loai_hinh"
LAW_FACTS = {TYPE_OF_AWARD: "Loại hình khen thưởng"}
"""Facts that the law may ask of any nomination, with their titles: columns of every list, whatever the plan asks."""


class Nomination(Model):
    """One line of a list of nominations."""

    id: Text | None = Field(
        None,
        title="Mã đề nghị",
        description="Mã riêng của đề nghị trong phong trào, như DN-01; kết quả phiếu và quyết định ghi mã thì tên chỉ "
        "đứng ở danh sách này.",
    )
    name: Text = Field(title="Họ và tên", description="Họ và tên cá nhân, hoặc tên tập thể được đề nghị.")
    subject: Text | None = Field(
        None,
        title="Đối tượng",
        description="collective (tập thể), individual (cá nhân)…; để trống thì theo trang tính hoặc hình thức.",
    )
    award: Text | None = Field(
        None, title="Hình thức đề nghị", description="Mã hoặc tên hình thức khen thưởng trong kế hoạch."
    )
    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị đề nghị, theo tên trong units.")
    position: Text | None = Field(None, title="Chức vụ", description="Chức vụ, chức danh.")
    group: Text | None = Field(
        None, title="Nhóm", description="leader (lãnh đạo), worker (người lao động trực tiếp) hoặc nhóm của kế hoạch."
    )
    gender: Gender | None = Field(None, title="Giới tính", description="male (nam) hoặc female (nữ).")
    born: PlanDate | None = Field(None, title="Ngày sinh", description="Ngày sinh, hoặc năm sinh.")
    id_number: Text | None = Field(
        None, title="Số định danh", description="Số căn cước, mã cán bộ hoặc mã số của tập thể; giữ nguyên số 0 ở đầu."
    )
    joined: PlanDate | None = Field(None, title="Ngày tuyển dụng", description="Ngày được tuyển dụng hoặc vào làm.")
    achievement: Text | None = Field(None, title="Thành tích", description="Tóm tắt thành tích.")
    rating: Rating | None = Field(
        None,
        title="Xếp loại",
        description="excellent (xuất sắc), good (tốt), done (hoàn thành), failed (không hoàn thành).",
    )
    initiative: Initiative | None = Field(
        None, title="Sáng kiến", description="none, base (cơ sở), ministry_province (bộ, tỉnh), national (toàn quốc)."
    )
    discipline: Discipline | None = Field(
        None, title="Kỷ luật", description="none, reprimand (khiển trách), warning (cảnh cáo), heavier (nặng hơn)."
    )
    pending: Tick | None = Field(
        None,
        title="Đang xem xét",
        description="Có đang bị xem xét kỷ luật, điều tra, thanh tra, xác minh đơn thư không.",
    )
    prior: PriorAwards = Field(
        [],
        title="Khen thưởng đã nhận",
        description="Danh hiệu, hình thức đã được tặng, có năm: “CSTĐCS 2023, 2024; Giấy khen 2022”.",
    )
    agree: Count | None = Field(None, title="Phiếu đồng ý", description="Số phiếu đồng ý ở Hội đồng.")
    voters: Count | None = Field(
        None, title="Tổng số thành viên", description="Tổng số thành viên Hội đồng (không phải số người dự họp)."
    )
    members: Count | None = Field(None, title="Tổng số người", description="Tập thể: tổng số người.")
    advanced: Count | None = Field(
        None, title="Số đạt LĐTT", description="Tập thể: số người đạt Lao động tiên tiến, Chiến sĩ tiên tiến."
    )
    completed: Count | None = Field(
        None, title="Số hoàn thành nhiệm vụ", description="Tập thể: số người hoàn thành nhiệm vụ."
    )
    fighters: Count | None = Field(
        None, title="Số đạt CSTĐCS", description="Tập thể: số người đạt Chiến sĩ thi đua cơ sở."
    )
    warned: Count | None = Field(
        None, title="Số bị cảnh cáo trở lên", description="Tập thể: số người bị kỷ luật từ cảnh cáo trở lên."
    )
    established: PlanDate | None = Field(None, title="Ngày thành lập", description="Tập thể: ngày hoặc năm thành lập.")
    occasion: Text | None = Field(None, title="Kỳ xét", description="Mã hoặc tên kỳ trong campaign.occasions.")
    phase: Text | None = Field(None, title="Giai đoạn", description="Mã hoặc tên giai đoạn trong campaign.phases.")
    year: Count | None = Field(None, title="Năm xét", description="Năm xét khen thưởng.")
    received: PlanDate | None = Field(None, title="Ngày nhận hồ sơ", description="Ngày cơ quan thẩm định nhận hồ sơ.")
    dossier: Many[Text] = Field(
        [],
        title="Hồ sơ",
        description="Giấy tờ kèm theo: tờ trình, báo cáo thành tích, biên bản, giấy chứng nhận sáng kiến.",
    )
    facts: dict[str, Text] = Field(
        {},
        title="Dữ kiện",
        description="Dữ kiện mà tiêu chuẩn của kế hoạch hỏi, theo tên trong require hoặc facts; loai_hinh là loại hình "
        "khen thưởng: công trạng, phong trào, đột xuất…",
    )
    note: Text | None = Field(None, title="Ghi chú", description="Ghi chú.")


class NominationFile(Model):
    """A file of nominations in YAML, ``format: nominations/1``; what stands on top holds for every entry."""

    format: Literal["nominations/1"] = Field(title="Định dạng", description="Luôn là nominations/1.")
    unit: Text | None = Field(None, title="Đơn vị", description="Đơn vị đề nghị, cho mọi dòng không ghi riêng.")
    occasion: Text | None = Field(None, title="Kỳ xét", description="Kỳ xét, cho mọi dòng không ghi riêng.")
    year: Count | None = Field(None, title="Năm xét", description="Năm xét, cho mọi dòng không ghi riêng.")
    received: PlanDate | None = Field(None, title="Ngày nhận", description="Ngày nhận hồ sơ của cả tệp.")
    nominations: list[Nomination] = Field(title="Đề nghị", description="Các tập thể, cá nhân được đề nghị.")
