"""Awards that a nominee already has, as typed in a cell or listed in YAML."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from thidua_cli.law.award_catalogue import find_award
from thidua_cli.model.base import Model, or_text, refuse
from thidua_cli.model.fields import Count, Text
from thidua_cli.model.terms import AwardId

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DECISION = re.compile(r"\((?:QĐ|Quyết định)\s*(?:số\s*)?([^)]+)\)", re.IGNORECASE)
_RANGE = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")


def award_id(value: Any) -> Any:
    """Return the id of an award typed by id, name or abbreviation; an unknown text stays as it is."""
    found = find_award(value) if isinstance(value, str) else None
    return found.id if found else value


class PriorAward(Model):
    """One award of one year."""

    award: Annotated[AwardId, BeforeValidator(award_id), WithJsonSchema({"type": "string"})] = Field(
        title="Hình thức", description="Mã hoặc tên danh hiệu, hình thức khen thưởng."
    )
    year: Count | None = Field(None, title="Năm", description="Năm được tặng, hoặc năm của thành tích.")
    decision: Text | None = Field(None, title="Quyết định", description="Số quyết định.")


def parse_prior_awards(text: str) -> list[dict[str, Any]]:
    """Return the list of mappings in a text such as ``CSTĐCS 2023, 2024; Giấy khen 2022 (QĐ 12/QĐ-UBND)``.

    A range of years counts every year of it; a piece without a known award is refused.
    """
    found: list[dict[str, Any]] = []
    for piece in re.split(r"[;\n]", text):
        if piece.strip():
            found += _piece(piece.strip(" .,-+"))
    return found


def _piece(piece: str) -> list[dict[str, Any]]:
    decision = _DECISION.search(piece)
    text = _DECISION.sub(" ", piece)
    years = [str(y) for first, last in _RANGE.findall(text) for y in range(int(first), int(last) + 1)]
    years += _YEAR.findall(_RANGE.sub(" ", text))
    name = re.sub(r"\b(?:các\s+)?năm\b|[,:()&]|\bvà\b", " ", _YEAR.sub(" ", _RANGE.sub(" ", text)))
    award = find_award(" ".join(name.split()).strip(" -–"))
    if award is None:
        raise refuse(
            f"không nhận ra danh hiệu, hình thức trong “{piece}”",
            "ghi tên hoặc chữ viết tắt quen dùng kèm năm, ngăn bằng dấu chấm phẩy: CSTĐCS 2023, 2024; Giấy khen 2022",
        )
    common = {"award": award.id, "decision": decision[1].strip() if decision else None}
    return [{**common, "year": int(year)} for year in years] or [{**common, "year": None}]


PriorAwards = Annotated[list[PriorAward], *or_text(parse_prior_awards, {"type": "string"})]
"""A list of prior awards, which may be typed as one text."""
