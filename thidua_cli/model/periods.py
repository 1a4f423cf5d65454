"""Which review a file speaks of, and the years and hours that files of reports and sessions tell."""

import re
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from thidua_cli.model.base import Model, refuse, shown
from thidua_cli.model.fields import Count, Text
from thidua_cli.vietnamese.dates import YEARS


def _year_key(value: Any) -> int:
    text = str(value).strip()
    if re.fullmatch("[0-9]{4}", text) and YEARS[0] <= int(text) <= YEARS[1]:
        return int(text)
    hint = "mỗi năm một dòng “2024: 5”; số có dấu phẩy thì đặt trong dấu nháy: 2024: “1,7%”"
    raise refuse(f"khóa {shown(value)} không phải là năm", hint)


YearKey = Annotated[int, PlainValidator(_year_key), WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}$"})]
"""A year as the key of a mapping; of ``{2024: 1,7}`` YAML makes a second key ``7``."""


class Reviewed(Model):
    """What tells which review (kỳ, giai đoạn, năm) a file or an entry speaks of; all of it may be left out."""

    occasion: Text | None = Field(None, title="Kỳ", description="Mã hoặc tên kỳ trong campaign.occasions.")
    phase: Text | None = Field(None, title="Giai đoạn", description="Mã hoặc tên giai đoạn trong campaign.phases.")
    year: Count | None = Field(None, title="Năm", description="Năm của kỳ xét.")
