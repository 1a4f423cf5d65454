"""Which review a file speaks of, and the years and hours that files of reports and sessions tell."""

import re
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from thidua_cli.model.base import Model, refuse, shown
from thidua_cli.model.fields import Text
from thidua_cli.vietnamese.dates import YEARS


def _believed(value: Any) -> int | None:
    """Return the year of four digits that a value is; None for what was mistyped."""
    text = str(value).strip()
    return int(text) if re.fullmatch("[0-9]{4}", text) and YEARS[0] <= int(text) <= YEARS[1] else None


def _year_key(value: Any) -> int:
    if year := _believed(value):
        return year
    hint = "mỗi năm một dòng “2024: 5”; số có dấu phẩy thì đặt trong dấu nháy: 2024: “1,7%”"
    raise refuse(f"khóa {shown(value)} không phải là năm", hint)


def _year(value: Any) -> int:
    if year := _believed(value):
        return year
    raise refuse(f"{shown(value)} không phải là năm", "ghi năm bằng bốn chữ số, ví dụ 2024")


YearKey = Annotated[int, PlainValidator(_year_key), WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}$"})]
"""A year as the key of a mapping; of ``{2024: 1,7}`` YAML makes a second key ``7``."""


Year = Annotated[
    int,
    PlainValidator(_year),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": YEARS[0], "maximum": YEARS[1]},
                {"type": "string", "pattern": r"^\s*(1[0-9]{3}|20[0-9]{2}|2100)\s*$"},
            ]
        }
    ),
]
"""A year as a value: four digits."""


class Reviewed(Model):
    """What tells which review (kỳ, giai đoạn, năm) a file or an entry speaks of; all of it may be left out."""

    occasion: Text | None = Field(None, title="Kỳ", description="Mã hoặc tên kỳ trong campaign.occasions.")
    phase: Text | None = Field(None, title="Giai đoạn", description="Mã hoặc tên giai đoạn trong campaign.phases.")
    year: Year | None = Field(None, title="Năm", description="Năm của kỳ xét.")
