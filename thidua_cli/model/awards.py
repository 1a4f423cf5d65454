"""What a plan says of awards: forms, deciders, quotas, standards."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from thidua_cli.law.award_catalogue import award as award_of_law
from thidua_cli.model.base import Many, Model, refuse, shown, text_schema
from thidua_cli.model.fields import Slug, Subject, Text, flag_of, flag_schema
from thidua_cli.model.quota import Quota
from thidua_cli.model.terms import AwardId
from thidua_cli.vietnamese.text import clean


@dataclass(frozen=True, slots=True)
class Condition:
    """What a fact of a nomination must be: ``operator`` is one of ``>= > <= < = in is``."""

    operator: str
    value: float | bool | tuple[str, ...]


_COMPARISON = re.compile(r"\s*(>=|<=|>|<|=)\s*(-?[0-9]+(?:[.,][0-9]+)?)\s*")


def _condition(value: Any) -> Condition:
    if isinstance(value, Condition):
        return value
    if isinstance(value, list) and value and all(isinstance(entry, str) and clean(entry) for entry in value):
        return Condition("in", tuple(clean(entry) for entry in value))
    if isinstance(value, str):
        if (flag := flag_of(value)) is not None:
            return Condition("is", flag)
        if found := _COMPARISON.fullmatch(value):
            return Condition(found[1], float(found[2].replace(",", ".")))
    hint = "viết “>= 50”, true (có), false (không) hoặc danh sách [tốt, xuất sắc]"
    raise refuse(f"điều kiện {shown(value)} không hiểu được", hint)


def _fact(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_]*", value):
        return value
    raise refuse(f"tên dữ kiện {shown(value)} có ký tự không dùng được", "dùng a-z, 0-9, gạch dưới: thu_nhap_trieu")


_CONDITION_SCHEMA = {
    "anyOf": [
        flag_schema(True, False),
        {"type": "string", "pattern": "^\\s*(>=|<=|>|<|=)\\s*-?[0-9]+([.,][0-9]+)?\\s*$"},
        {"type": "array", "items": text_schema(), "minItems": 1},
    ]
}
FactName = Annotated[str, PlainValidator(_fact), WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9_]*$"})]
Requirement = Annotated[Condition, PlainValidator(_condition), WithJsonSchema(_CONDITION_SCHEMA)]


class Standard(Model):
    """The standard of an award for one kind of subject."""

    subject: Many[Subject] = Field(min_length=1, title="Đối tượng", description="Tiêu chuẩn này cho đối tượng nào.")
    group: Text | None = Field(None, title="Nhóm", description="Nhóm người, ví dụ “viên chức”, “nông dân”.")
    text: Text = Field(title="Nội dung", description="Tiêu chuẩn, in nguyên văn.")
    require: dict[FactName, Requirement] = Field(
        {}, title="Điều kiện", description="Điều kiện kiểm được bằng máy, ví dụ thu_nhap_trieu: “>= 50”."
    )


class PlanAward(Model):
    """One award of the campaign."""

    id: Slug = Field(title="Mã", description="Mã ngắn, ví dụ bang-khen-tinh.")
    form: AwardId = Field(title="Hình thức", description="Mã trong danh mục của Luật; xem: thidua explain.")
    name: Text | None = Field(
        None, title="Tên in", description="Tên in trên kế hoạch, nếu khác tên ghép từ hình thức và người quyết định."
    )
    decided_by: Text | None = Field(
        None, title="Người quyết định", description="Người quyết định tặng, ví dụ “Chủ tịch Ủy ban nhân dân tỉnh”."
    )
    guidance: Text | None = Field(
        None, title="Hướng dẫn", description="Văn bản hướng dẫn của Bộ Nội vụ, nếu hình thức này dựa vào đó."
    )
    quotas: list[Quota] = Field([], title="Số lượng", description="Các chỉ tiêu số lượng.")
    standards: list[Standard] = Field([], title="Tiêu chuẩn", description="Tiêu chuẩn theo từng đối tượng.")


_OF_MINISTRY_OR_PROVINCE = " của Bộ, ban, ngành, tỉnh"


def award_name(award: PlanAward) -> str:
    """Return the name of an award as a plan prints it: ``Giấy khen của Cục trưởng``."""
    if award.name:
        return award.name
    form = award_of_law(award.form)
    general = form.name.removesuffix(_OF_MINISTRY_OR_PROVINCE)
    if award.decided_by and (general != form.name or form.own):
        return f"{general} của {award.decided_by}"
    return form.name
