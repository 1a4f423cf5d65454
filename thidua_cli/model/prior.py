"""Awards that a nominee already has, as typed in a cell or listed in YAML."""

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from thidua_cli.law.award_catalogue import find_award
from thidua_cli.model.base import Model, in_schema, refuse
from thidua_cli.model.fields import Count, Text
from thidua_cli.model.terms import AwardId

_YEAR = r"(?:19|20)\d\d"
# What stands between names: a decision, a span of years, a year.
_MARK = re.compile(
    r"\((?:QĐ|Quyết định)\s*(?:số\s*)?(?P<decision>[^)]+)\)"
    rf"|\b(?P<one>{_YEAR})\s*[-–]\s*(?P<other>{_YEAR})\b|\b(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_SIGNS = " \t\n,:()&.+–-"
_FILLERS = frozenset(("", "và", "các", "năm"))
_BETWEEN = re.compile(r"\s*(?:[,&+]|\bvà\b)\s*", re.IGNORECASE)
_SIGNS_IN_A_NAME = 6


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


@dataclass(slots=True)
class _Told:
    """A name as typed with its years, and the decisions behind them; ``leads``: the years stand before the name."""

    name: str = ""
    years: list[int] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    leads: bool = False


def parse_prior_awards(text: str) -> list[dict[str, Any]]:
    """Return the list of mappings in a text such as ``CSTĐCS 2023, 2024; Giấy khen 2022 (QĐ 12/QĐ-UBND)``.

    A range of years counts every year of it; a text without a known award is refused.
    """
    found: list[dict[str, Any]] = []
    for piece in re.split(r"[;\n]", text):
        if _bare(piece):
            found += _piece(piece)
    return found


def _piece(piece: str) -> list[dict[str, Any]]:
    """Return the awards of a piece: each year is that of the name before it, or after it where years come first."""
    told = [(one, _awards(one.name)) for one in _told(piece)]
    if not all(awards for _, awards in told):
        whole = _whole([one for one, _ in told])  # Bằng khen năm 2020 của Bộ Nội vụ
        told = [(whole, _awards(whole.name))]
    found: list[dict[str, Any]] = []
    for one, awards in told:
        if not awards:
            raise refuse(
                f"không nhận ra danh hiệu, hình thức trong “{piece.strip()}”",
                "ghi tên hoặc chữ viết tắt quen dùng kèm năm, ngăn bằng dấu chấm phẩy: CSTĐCS 2023, 2024; "
                "Giấy khen 2022; hình thức khác thì ghi ở cột Ghi chú",
                "prior-unclear",
            )
        *without, last = awards
        found += [{"award": name, "decision": None, "year": None} for name in without]
        decision = ", ".join(one.decisions) or None
        years: list[int | None] = [*one.years] or [None]
        found += [{"award": last, "decision": decision, "year": year} for year in years]
    return found


def _told(piece: str) -> list[_Told]:
    """Return the names of a piece with what stands beside each."""
    told, position = [_Told()], 0
    for mark in _MARK.finditer(piece):
        _take_name(told, piece[position : mark.start()])
        if mark["decision"]:
            told[-1].decisions.append(mark["decision"].strip())
        else:
            _take_years(told, sorted(int(year) for year in (mark["one"], mark["other"], mark["year"]) if year))
        position = mark.end()
    _take_name(told, piece[position:])
    return told


def _take_name(told: list[_Told], text: str) -> None:
    if name := _bare(text):
        if told[-1].name:
            told.append(_Told())
        told[-1].name = name


def _bare(text: str) -> str:
    """Return a name without what stands around it: signs, ``và``, ``các năm``."""
    words = text.split()
    while words and words[0].strip(_SIGNS).casefold() in _FILLERS:
        del words[0]
    while words and words[-1].strip(_SIGNS).casefold() in _FILLERS:
        del words[-1]
    return " ".join(words).strip(_SIGNS)


def _take_years(told: list[_Told], years: list[int]) -> None:
    now = told[-1]
    if now.leads and now.name:
        told.append(now := _Told())
    elif now.years and now.decisions:  # CSTĐCS 2021 (QĐ 1), 2022 (QĐ 2)
        told.append(now := _Told(now.name))
    now.leads = now.leads or not now.name
    now.years += range(years[0], years[-1] + 1)


def _whole(told: list[_Told]) -> _Told:
    """Return all that a piece tells as of one name, which years stand in the middle of."""
    return _Told(
        " ".join(one.name for one in told),
        [year for one in told for year in one.years],
        [number for one in told for number in one.decisions],
    )


def _awards(name: str) -> list[str]:
    """Return the ids of the awards that a text names, one or several; empty when it names anything else."""
    found: list[str] = []
    position = 0
    while position < len(name):
        signs = islice(_BETWEEN.finditer(name, position), _SIGNS_IN_A_NAME)
        ends = [(sign.start(), sign.end()) for sign in signs]
        if len(ends) < _SIGNS_IN_A_NAME:
            ends.append((len(name), len(name)))
        for end, after in reversed(ends):  # the longest first: names have commas of their own
            text = name[position:end]
            if award := find_award(text):
                found.append(award.id)
                position = after
                break
        else:
            return []
    return found


def _listed(value: Any) -> Any:
    """Return the list that a text, or a list with texts among its entries, tells."""
    if isinstance(value, str):
        return parse_prior_awards(value)
    if not isinstance(value, list):
        return value
    found: list[Any] = []
    for entry in value:
        found += parse_prior_awards(entry) if isinstance(entry, str) else [entry]
    return found


def _in_schema(schema: dict[str, Any]) -> dict[str, Any]:
    text = {"type": "string"}
    return {"anyOf": [text, {**schema, "items": {"anyOf": [text, schema["items"]]}}]}


PriorAwards = Annotated[list[PriorAward], BeforeValidator(_listed), in_schema(_in_schema)]
"""A list of prior awards, each of which may be typed as text, as may the whole."""
