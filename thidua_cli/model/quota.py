"""Quotas: whom they count, within what, and the bound."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema, model_validator

from thidua_cli.law.award_catalogue import awards
from thidua_cli.model.base import Many, Model, given, refuse, shown
from thidua_cli.model.fields import (
    Count,
    Flag,
    Group,
    Share,
    Slug,
    Subject,
    Text,
    flag_schema,
    group_name,
    subject_name,
)
from thidua_cli.model.terms import BASES, Per, Rounding, listed, with_meanings
from thidua_cli.vietnamese.text import listing, nearest

REST = "rest"
REST_NAME = "các đơn vị còn lại"
_MIN_OR_MAX: dict[str, Any] = {"anyOf": [given("min"), given("max")]}


def _bases() -> list[str]:
    return [*BASES, *awards()]


def _base(value: str) -> str:
    if value in _bases():
        return value
    near = nearest(value, _bases())
    guess = f"có phải “{near}”? " if near else ""
    raise refuse(f"cơ số {shown(value)} không có", f"{guess}dùng {with_meanings(BASES)}, hoặc mã một danh hiệu")


Base = Annotated[str, *listed(_base, _bases)]
"""What a share is a share of: one of `BASES`, or the id of an award that persons hold."""


class ShareBound(Model):
    """A bound as a share of a base, with its rounding and floor."""

    model_config = ConfigDict(json_schema_extra=_MIN_OR_MAX)

    min: Share | None = Field(None, title="Tỷ lệ tối thiểu", description="Tỷ lệ tối thiểu, ví dụ 10%.")
    max: Share | None = Field(None, title="Tỷ lệ tối đa", description="Tỷ lệ tối đa, ví dụ 15%.")
    of: Base = Field(
        title="Cơ số", description="Tỷ lệ tính trên số nào: participants, headcount, leaders, units, nominated…"
    )
    rounding: Rounding | None = Field(
        None,
        title="Làm tròn",
        description="Cách làm tròn khi ra số lẻ; không ghi thì tối đa làm tròn xuống, tối thiểu làm tròn lên.",
    )
    at_least: Count | None = Field(
        None,
        title="Ít nhất được",
        description="Nơi nhỏ vẫn được đề nghị đến chừng này: nâng số tối đa, không đòi thêm số tối thiểu.",
    )

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if self.min is None and self.max is None:
            raise refuse("tỷ lệ thiếu con số", "thêm max: 10% hoặc min: 10%")
        if self.min and self.max and self.min.value > self.max.value:
            raise refuse(f"tỷ lệ tối thiểu {self.min} lớn hơn tối đa {self.max}", "đổi lại hai con số")
        return self


class Step(Model):
    """One row of a bound that steps with the size of a unit."""

    start: Count = Field(alias="from", title="Từ", description="Áp dụng khi cơ số từ chừng này trở lên.")
    max: Count = Field(title="Tối đa", description="Số tối đa ở bậc này.")


class Steps(Model):
    """A bound that steps with the size of a unit: under 6 units 1, from 6 to 9 units 2, from 10 units 3."""

    of: Base = Field(title="Cơ số", description="Bậc tính theo số nào: units, headcount…")
    table: list[Step] = Field(
        min_length=1,
        title="Bảng bậc",
        description="Các bậc, từ nhỏ đến lớn, mỗi bậc ghi from và max; bậc đầu từ 0 hoặc 1.",
    )

    @model_validator(mode="after")
    def _ascending(self) -> Self:
        starts = [step.start for step in self.table]
        if starts != sorted(set(starts)):
            raise refuse("các bậc không tăng dần", "xếp from từ nhỏ đến lớn, mỗi bậc một lần")
        if starts[0] > 1:
            hint = f"thêm bậc đầu {{from: 0, max: …}} cho nơi có dưới {starts[0]}; không được đề nghị thì ghi max: 0"
            raise refuse(f"bảng bậc bắt đầu từ {starts[0]}, chưa nói nơi nhỏ hơn được bao nhiêu", hint)
        return self


def _units(values: list[str]) -> list[str]:
    if REST in values and len(values) > 1:
        raise refuse(f"“{REST}” ({REST_NAME}) không đi cùng tên đơn vị khác", "tách thành hai chỉ tiêu")
    return values


def _only_true(value: bool) -> bool:
    if not value:
        raise refuse("open chỉ nhận true", "bỏ khóa open và ghi số lượng")
    return value


_BOUNDS = "exactly, min/max, share, steps hoặc open"
_EACH_BOUND: list[Any] = [given("exactly"), _MIN_OR_MAX, given("share"), given("steps"), given("open")]


class Quota(Model):
    """How many may (or must) be nominated for one award."""

    model_config = ConfigDict(json_schema_extra={"oneOf": _EACH_BOUND})

    subject: Many[Subject] = Field(
        min_length=1,
        title="Đối tượng",
        description="collective (tập thể), individual (cá nhân), household (hộ gia đình), enterprise (doanh nghiệp) "
        "hoặc tên gọi khác; ghi nhiều đối tượng là dùng chung một số lượng.",
    )
    group: Group | None = Field(
        None,
        title="Nhóm",
        description="Chỉ tính riêng một nhóm trong đối tượng: leader (lãnh đạo), worker (người lao động trực tiếp)…",
    )
    units: Annotated[Many[Text], AfterValidator(_units)] = Field(
        [],
        title="Đơn vị",
        description="Tên đơn vị, loại đơn vị hoặc cụm, khối; rest là các đơn vị còn lại.",
        json_schema_extra={"not": {"type": "array", "contains": {"const": REST}, "minItems": 2}},
    )
    occasion: Slug | None = Field(None, title="Kỳ", description="Mã của kỳ trong campaign.occasions.")
    phase: Slug | None = Field(None, title="Giai đoạn", description="Mã của giai đoạn trong campaign.phases.")
    per: Many[Per] = Field(
        [], title="Tính cho mỗi", description="Số lượng là của mỗi đơn vị, mỗi cụm, mỗi kỳ, mỗi năm…"
    )
    exactly: Count | None = Field(None, title="Đúng bằng", description="Đúng chừng này.")
    min: Count | None = Field(None, title="Tối thiểu", description="Ít nhất chừng này.")
    max: Count | None = Field(None, title="Tối đa", description="Không quá chừng này.")
    share: ShareBound | None = Field(None, title="Tỷ lệ", description="Giới hạn theo tỷ lệ của một cơ số.")
    steps: Steps | None = Field(None, title="Theo bậc", description="Giới hạn theo bậc của một cơ số.")
    open: Annotated[Flag, AfterValidator(_only_true), WithJsonSchema(flag_schema(True))] = Field(
        False, title="Để mở", description="Do người có thẩm quyền quyết định số lượng: không phải 0, không phải vô hạn."
    )
    source: Text | None = Field(
        None, title="Nguồn", description="Văn bản quy định số lượng hoặc tỷ lệ này (số, ngày, điều khoản)."
    )
    wording: Text | None = Field(None, title="Câu chữ", description="Câu in thay cho câu mà thidua tự viết từ số liệu.")

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        plain = self.min is not None or self.max is not None
        kinds = [self.exactly is not None, plain, self.share is not None, self.steps is not None, self.open]
        if sum(kinds) == 0:
            raise refuse("chỉ tiêu chưa có số lượng", f"thêm một trong {_BOUNDS}")
        if sum(kinds) > 1:
            raise refuse("chỉ tiêu có hai cách tính số lượng cùng lúc", f"chỉ giữ một trong {_BOUNDS}")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise refuse(f"tối thiểu {self.min} lớn hơn tối đa {self.max}", "đổi lại hai con số")
        return self

    @property
    def for_rest(self) -> bool:
        """It is for the units that no other quota of its award, for the same occasion and phase, names."""
        return self.units == [REST]

    @property
    def whom(self) -> str:
        """Whom it counts, in words: ``cá nhân là lãnh đạo, quản lý``."""
        subjects = listing(map(subject_name, self.subject))
        return f"{subjects} là {group_name(self.group)}" if self.group else subjects

    @property
    def base(self) -> str:
        """What its share or its steps are counted from: one of `BASES`, or the id of a title; empty for a number."""
        bound = self.share or self.steps
        return bound.of if bound else ""

    @property
    def base_name(self) -> str:
        """The same in words."""
        if not self.base:
            return ""
        if self.base == "participants":
            return f"số {listing(map(subject_name, self.subject))} tham gia"
        return BASES.get(self.base) or f"số đạt {awards()[self.base].name}"
