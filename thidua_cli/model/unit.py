"""The units that may nominate: ``units.yaml``, or a table."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from thidua_cli.model.base import Many, Model
from thidua_cli.model.fields import Count, Text


def _names(value: Any) -> Any:
    """Several names in one cell are parted by semicolons."""
    if isinstance(value, str) and ";" in value:
        return [name.strip() for name in value.split(";") if name.strip()]
    return value


class Unit(Model):
    """One unit, with the numbers that shares and steps are counted from."""

    name: Text = Field(title="Tên đơn vị", description="Tên đầy đủ của đơn vị.")
    aliases: Annotated[Many[Text], BeforeValidator(_names)] = Field(
        [], title="Tên khác", description="Những cách viết khác của tên đơn vị."
    )
    kind: Text | None = Field(None, title="Loại", description="Loại đơn vị, ví dụ “xã, phường”, “sở, ngành”.")
    cluster: Text | None = Field(None, title="Cụm, khối", description="Cụm, khối thi đua của đơn vị.")
    headcount: Count | None = Field(None, title="Tổng số người", description="Tổng số người của đơn vị.")
    leaders: Count | None = Field(None, title="Số lãnh đạo", description="Số lãnh đạo, quản lý.")
    subunits: Count | None = Field(None, title="Số tập thể", description="Số tập thể (phòng, ban, tổ) của đơn vị.")
    participants: Count | None = Field(None, title="Số cá nhân tham gia", description="Số cá nhân tham gia phong trào.")
    participating_units: Count | None = Field(
        None, title="Số tập thể tham gia", description="Số tập thể tham gia phong trào."
    )


class UnitFile(Model):
    """The file of units, ``format: units/1``."""

    format: Literal["units/1"] = Field(title="Định dạng", description="Luôn là units/1.")
    units: list[Unit] = Field(title="Đơn vị", description="Các đơn vị được đề nghị khen thưởng.")
