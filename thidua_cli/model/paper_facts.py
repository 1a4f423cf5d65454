"""What only one paper knows: its number, day, signers, addressees: ``papers.yaml``, ``format: papers/1``."""

from typing import Annotated, Literal

from pydantic import Field

from thidua_cli.model.base import Many, Model, shorthand
from thidua_cli.model.called import Called
from thidua_cli.model.dates import PlanDate
from thidua_cli.model.fields import DocumentNumber, Dong, Paragraphs, Positive, Slug, Subject, Text
from thidua_cli.model.periods import Reviewed
from thidua_cli.model.plan import Issuer, Recipient, Signer
from thidua_cli.model.terms import PaperName


class Step(Model):
    """One step of a programme: of a ceremony, of a meeting."""

    what: Text = Field(title="Nội dung", description="Việc: “Chào cờ”, “Công bố quyết định”.")
    time: Text | None = Field(None, title="Thời gian", description="Giờ, in nguyên văn: “8 giờ 00”.")
    who: Text | None = Field(None, title="Người thực hiện", description="Ai làm.")
    prepare: Text | None = Field(None, title="Chuẩn bị", description="Cần chuẩn bị gì, ai chuẩn bị.")


class Amount(Model):
    """What an office pays with an award where the law does not say it, or the office has a rate of its own."""

    award: Text = Field(title="Hình thức", description="Mã hoặc tên hình thức khen thưởng của kế hoạch.")
    subject: Subject = Field(title="Đối tượng", description="Mức này cho đối tượng nào: collective, individual…")
    amount: Dong = Field(title="Số tiền", description="Số tiền bằng đồng cho mỗi tập thể, cá nhân.")


class Change(Called):
    """What a decision got wrong of one nominee, and what is right; without ``new`` the award is withdrawn."""

    what: Text = Field("họ và tên", title="Nội dung", description="Sửa gì: họ và tên, chức vụ, đơn vị…")
    old: Text | None = Field(None, title="Đã ghi", description="Lời trong quyết định cũ; để trống thì là tên (name).")
    new: Text | None = Field(None, title="Sửa thành", description="Lời đúng; để trống thì là thu hồi khen thưởng.")
    why: Text | None = Field(None, title="Lý do", description="Vì sao sửa hoặc thu hồi.")


class PaperFacts(Reviewed):
    """The facts of one paper; ``doc`` and the keys behind it tell which one, everything else may be left out."""

    doc: PaperName = Field(title="Giấy tờ", description="Loại giấy tờ, như trong render --doc.")
    award: Text | None = Field(None, title="Hình thức", description="Chỉ giấy tờ của hình thức khen thưởng này.")
    unit: Text | None = Field(None, title="Đơn vị", description="Chỉ giấy tờ của đơn vị này.")
    decision: Slug | None = Field(None, title="Quyết định", description="Chỉ giấy tờ của quyết định có mã này.")
    issuer: Issuer | None = Field(None, title="Cơ quan ban hành", description="Khi không phải cơ quan của kế hoạch.")
    number: DocumentNumber | None = Field(None, title="Số", description="Số văn bản; để trống khi chưa ký.")
    date: PlanDate | None = Field(None, title="Ngày", description="Ngày ký; để trống khi chưa biết.")
    start: PlanDate | None = Field(
        None, title="Từ ngày", description="Biểu thống kê của cả sổ khen thưởng: quyết định từ ngày nào."
    )
    end: PlanDate | None = Field(
        None, title="Đến ngày", description="Biểu thống kê của cả sổ khen thưởng: quyết định đến hết ngày nào."
    )
    signers: list[Signer] = Field([], title="Người ký", description="Để trống thì như kế hoạch.")
    to: Many[Text] = Field([], title="Kính gửi", description="Nơi nhận chính của công văn, tờ trình, thư mời.")
    through: Text | None = Field(None, title="Qua", description="Cơ quan thẩm định mà tờ trình gửi qua.")
    bases: list[Text] = Field([], title="Căn cứ", description="Căn cứ in thêm, mỗi căn cứ một dòng.")
    paragraphs: Paragraphs = Field([], title="Đoạn thêm", description="Các đoạn văn thêm vào trước phần ký.")
    recipients: list[Annotated[Recipient, *shorthand("to")]] = Field(
        [], title="Nơi nhận", description="Nơi nhận, theo thứ tự in."
    )
    archive: Many[Text] = Field([], title="Lưu", description="Nơi lưu; để trống thì như kế hoạch.")
    at: Text | None = Field(None, title="Thời gian", description="Giờ và ngày, in nguyên văn.")
    place: Text | None = Field(None, title="Địa điểm", description="Nơi họp, nơi trao thưởng.")
    seat: Text | None = Field(None, title="Chỗ ngồi", description="Chỗ ngồi của người được mời, in trên thư mời.")
    dress: Text | None = Field(None, title="Trang phục", description="Trang phục dự lễ, in trên thư mời.")
    row: Positive | None = Field(
        None, title="Số người mỗi lượt", description="Mỗi lượt lên sân khấu nhận thưởng có bao nhiêu người, ít nhất 1."
    )
    chair: Text | None = Field(None, title="Chủ trì", description="Người chủ trì.")
    secretary: Text | None = Field(None, title="Thư ký", description="Người ghi biên bản.")
    support: Text | None = Field(None, title="Bộ phận giúp việc", description="Ai giúp việc Hội đồng.")
    contact: Text | None = Field(None, title="Liên hệ", description="Người, số điện thoại, thư điện tử để liên hệ.")
    deadline: PlanDate | None = Field(None, title="Hạn", description="Hạn mới, hạn gửi.")
    programme: list[Annotated[Step, *shorthand("what")]] = Field(
        [], title="Chương trình", description="Các bước, theo thứ tự."
    )
    givers: dict[Slug, Text] = Field(
        {}, title="Người trao", description="Ai trao từng hình thức khen thưởng (mã trong kế hoạch)."
    )
    sheet: Text | None = Field(
        None, title="Mẫu bằng", description="Tệp mẫu giấy khen, bằng khen (certificate/1), tính từ thư mục phong trào."
    )
    money_source: Text | None = Field(None, title="Nguồn tiền thưởng", description="Tiền thưởng lấy từ quỹ nào.")
    amounts: list[Amount] = Field(
        [], title="Mức tiền thưởng", description="Mức của quyết định, khi pháp luật chưa rõ hoặc cơ quan có mức riêng."
    )
    changes: list[Change] = Field(
        [], title="Nội dung đính chính", description="Đính chính, thu hồi gì của quyết định đã ký."
    )


class PaperFile(Model):
    """The file of the papers' own facts."""

    format: Literal["papers/1"] = Field(title="Định dạng", description="Luôn là papers/1.")
    papers: list[PaperFacts] = Field(title="Giấy tờ", description="Số liệu riêng của từng văn bản.")
