"""The sheet of a certificate: its size, and where each text stands: ``format: certificate/1``. Lengths in mm."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Annotated, Any, Literal, Self

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from thidua_cli.model.base import Many, Model, refuse, shown
from thidua_cli.model.fields import Flag, Text
from thidua_cli.model.quantity import quantity
from thidua_cli.model.terms import AwardId

SHEETS = {"A3": (420, 297), "A4": (297, 210), "A5": (210, 148)}
"""Sheets with a name, lying on their side."""
_SIDES = (100, 558)  # mm; the larger one is Word's own bound
_TYPED_SHEET = re.compile(r"\s*(\d{2,3})\s*[xX×]\s*(\d{2,3})\s*(mm)?\s*")
_TOUCH = 0.01


def _number(low: float, high: float, unit: str, example: str) -> Callable[[Any], float]:
    def parse(value: Any) -> float:
        found = quantity(value)
        if found.percent or not low <= found.value <= high:
            message = f"{shown(str(value))} không nằm trong khoảng {low:g} đến {high:g} {unit}"
            raise refuse(message, f"ghi số {unit}, ví dụ {example}")
        return float(found.value)

    return parse


def _schema(low: float, high: float) -> WithJsonSchema:
    text = {"type": "string", "pattern": r"^\s*-?[0-9]{1,3}([.,][0-9]{1,2})?\s*$"}
    return WithJsonSchema({"anyOf": [{"type": "number", "minimum": low, "maximum": high}, text]})


Millimetres = Annotated[float, PlainValidator(_number(0, 558, "mm", "12,5")), _schema(0, 558)]
Shift = Annotated[float, PlainValidator(_number(-30, 30, "mm", "-1,5")), _schema(-30, 30)]
_points = _number(6, 96, "pt", "14")


def _type_size(value: Any) -> float:
    size = _points(value)
    if size * 2 % 1:
        raise refuse(f"cỡ chữ {shown(str(value))}: Word chỉ có cỡ chẵn hoặc nửa pt", "ghi 14 hoặc 14,5")
    return size


Points = Annotated[float, PlainValidator(_type_size), _schema(6, 96)]


def _sheet(value: Any) -> tuple[float, float]:
    name = value.strip().upper() if isinstance(value, str) else ""
    if name in SHEETS:
        return SHEETS[name]
    found = _TYPED_SHEET.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise refuse(f"{shown(value)} không phải khổ giấy", "ghi A3, A4, A5 (nằm ngang) hoặc ngang x cao: 360 x 237")
    sides = float(found[1]), float(found[2])
    if not all(_SIDES[0] <= side <= _SIDES[1] for side in sides):
        raise refuse(f"khổ giấy {shown(value)}: mỗi cạnh phải từ {_SIDES[0]} đến {_SIDES[1]} mm", "ghi ngang x cao")
    return sides


SheetSize = Annotated[tuple[float, float], PlainValidator(_sheet), WithJsonSchema({"type": "string", "minLength": 2})]


class PrinterShift(Model):
    """How far the printer must set everything further."""

    right: Shift = Field(0, title="Sang phải", description="Số mm in lệch sang phải; số âm là sang trái.")
    down: Shift = Field(0, title="Xuống dưới", description="Số mm in lệch xuống dưới; số âm là lên trên.")


class Place(Model):
    """Where one text stands, and how it looks; nothing is ever printed outside its box."""

    at: list[Millimetres] = Field(
        min_length=2, max_length=2, title="Vị trí", description="Số mm từ mép trái và từ mép trên: [60, 25]."
    )
    width: Millimetres = Field(title="Rộng", description="Bề rộng ô, tính bằng mm.")
    height: Millimetres = Field(title="Cao", description="Chiều cao ô, tính bằng mm; chữ không bao giờ tràn ra ngoài.")
    size: Points = Field(title="Cỡ chữ", description="Cỡ chữ thường dùng, tính bằng pt.")
    smallest: Points | None = Field(None, title="Cỡ nhỏ nhất", description="Chữ dài thì thu nhỏ đến cỡ này là cùng.")
    bold: Flag = Field(False, title="Đậm", description="Chữ đậm.")
    italic: Flag = Field(False, title="Nghiêng", description="Chữ nghiêng.")
    upper: Flag = Field(False, title="Chữ hoa", description="In bằng chữ hoa.")
    align: Literal["left", "center", "right"] = Field("center", title="Căn", description="left, center hoặc right.")
    vertical: Literal["top", "middle", "bottom"] = Field(
        "top", title="Căn dọc", description="Chữ nằm trên, giữa hay dưới ô: top, middle, bottom."
    )
    red: Flag = Field(False, title="Màu đỏ", description="In màu đỏ; mặc định màu đen.")
    preprinted: Flag = Field(False, title="Đã in sẵn", description="Chữ đã có trên phôi in sẵn: phôi thì không in lại.")

    @property
    def least(self) -> float:
        """The smallest size of type."""
        return self.size if self.smallest is None else self.smallest

    @model_validator(mode="after")
    def _sizes_in_order(self) -> Self:
        if self.least > self.size:
            raise refuse(f"cỡ nhỏ nhất {self.least:g} lớn hơn cỡ chữ {self.size:g}", "smallest phải nhỏ hơn size")
        return self


class Places(Model):
    """The texts of a certificate; what has no place is not printed."""

    country: Place | None = Field(None, title="Quốc hiệu", description="Quốc hiệu; bằng của Đảng: tiêu đề Đảng.")
    motto: Place | None = Field(None, title="Tiêu ngữ", description="Tiêu ngữ; bằng của Đảng không có.")
    decider: Place | None = Field(None, title="Người quyết định", description="Chức vụ người quyết định tặng.")
    gives: Place | None = Field(None, title="Chữ “Tặng”", description="“Tặng”, hoặc “Tặng danh hiệu”.")
    award: Place | None = Field(None, title="Tên hình thức", description="Tên danh hiệu, hình thức khen thưởng.")
    name: Place = Field(title="Tên", description="Ông, Bà và họ tên, hoặc tên tập thể.")
    position: Place | None = Field(None, title="Chức vụ, đơn vị", description="Chức vụ và đơn vị.")
    achievement: Place | None = Field(None, title="Thành tích", description="Lời ghi trên bằng, hoặc thành tích.")
    decision: Place | None = Field(None, title="Số quyết định", description="Số và ngày của quyết định.")
    register_number: Place | None = Field(None, title="Số sổ vàng", description="Số vào sổ khen thưởng.")
    place_date: Place | None = Field(None, title="Địa danh, ngày", description="Địa danh, ngày tháng năm.")
    signer_post: Place | None = Field(None, title="Chức vụ người ký", description="Thẩm quyền, chức vụ người ký.")
    signer_name: Place | None = Field(None, title="Họ tên người ký", description="Họ tên người ký.")

    def placed(self) -> Iterator[tuple[str, Place]]:
        """Yield the texts that have a place, by their keys, in the order in which they are read."""
        for key in type(self).model_fields:
            place = getattr(self, key)
            if place is not None:
                yield key, place


class Certificate(Model):
    """The sheet of a certificate."""

    format: Literal["certificate/1"] = Field(title="Định dạng", description="Luôn là certificate/1.")
    forms: Many[AwardId] = Field(
        [], title="Dùng cho", description="Mã các hình thức dùng mẫu này khi cơ quan không chọn mẫu khác."
    )
    sheet: SheetSize = Field(title="Khổ giấy", description="A3, A4, A5 nằm ngang, hoặc ngang x cao mm: 360 x 237.")
    margin: Millimetres = Field(0, title="Lề", description="Số mm sát mép giấy không in chữ; máy in cần ít nhất 5.")
    background: Text | None = Field(
        None, title="Ảnh nền", description="Tệp ảnh PNG, JPEG bên cạnh tệp này, phủ kín tờ giấy, nằm sau chữ."
    )
    preprinted: Flag = Field(
        False, title="Phôi in sẵn", description="true: in lên phôi in sẵn, không in ảnh nền và các chữ đã in sẵn."
    )
    shift: PrinterShift = Field(PrinterShift(), title="Độ lệch máy in", description="Dời mọi chữ cho khớp phôi.")
    fields: Places = Field(title="Các ô chữ", description="Vị trí từng ô chữ trên tờ giấy.")

    @model_validator(mode="after")
    def _boxes_on_the_sheet(self) -> Self:
        width, height = self.sheet
        for key, place in self.fields.placed():
            left, top = place.at
            right, bottom = width - left - place.width, height - top - place.height
            if min(left, top, right, bottom) < self.margin - _TOUCH:
                message = f"ô {key} ra ngoài phần in được của tờ {width:g} x {height:g} mm, lề {self.margin:g} mm"
                raise refuse(message, "sửa at, width, height của ô, hoặc margin")
            moved = left + self.shift.right, right - self.shift.right, top + self.shift.down, bottom - self.shift.down
            if min(moved) < 0:
                raise refuse(f"độ lệch shift đẩy ô {key} ra ngoài tờ giấy", "sửa shift, hoặc at của ô")
        for (one, first), (other, second) in combinations(self.fields.placed(), 2):
            if _overlap(first, second):
                raise refuse(f"ô {one} và ô {other} chồng lên nhau", "dời một ô, hoặc thu nhỏ width, height")
        return self

    @property
    def printed(self) -> list[tuple[str, Place]]:
        """The texts that are printed: without those that stand on a form that was printed before."""
        return [(key, place) for key, place in self.fields.placed() if not (self.preprinted and place.preprinted)]


def _overlap(one: Place, other: Place) -> bool:
    across = min(one.at[0] + one.width, other.at[0] + other.width) - max(one.at[0], other.at[0])
    down = min(one.at[1] + one.height, other.at[1] + other.height) - max(one.at[1], other.at[1])
    return across > _TOUCH and down > _TOUCH
