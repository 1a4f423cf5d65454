"""A number that was reached or is to be reached: ``46``, ``"1,7%"``, ``128.000.000``, ``128 triệu``. Exact."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from thidua_cli.model.base import refuse, shown
from thidua_cli.vietnamese.amounts import readings, unit_of
from thidua_cli.vietnamese.numerals import in_figures
from thidua_cli.vietnamese.text import fold, listing

_HINT = "ghi chữ số; số lẻ dùng dấu phẩy và đặt cả số trong dấu nháy: “1,7%”, “128.000.000”, “128 triệu”"
_FORMS = (
    "[0-9]{1,12}",
    "[0-9]{1,12}[.,]([0-9]{1,2}|[0-9]{4})",
    "(0|[0-9]{4,12})[.,][0-9]{3}",
    "[1-9][0-9]{0,2}([.][0-9]{3}){2,4}",
    "[1-9][0-9]{0,2}([.][0-9]{3}){1,4},[0-9]{1,4}",
)
_COUNTED = f"({'|'.join(_FORMS)})"
_NUMBER = f"-?{_COUNTED}"
_SIGNS = r"(\s*%|\s*(nghìn|triệu|tỷ)(\s+đồng)?|\s*đồng)?"
_TYPED = re.compile(rf"\s*(?P<number>{_NUMBER})(?P<sign>{_SIGNS})\s*")
_TWO_MEANINGS = re.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was typed; of ``1,7%`` the ``value`` is 17/10, and ``percent`` tells the sign."""

    value: Fraction
    percent: bool = False

    @property
    def printed(self) -> str:
        """The number without its sign: dots between thousands, a comma before decimals (four at most)."""
        ten_thousandths = round(abs(self.value) * 10_000)
        whole, part = divmod(ten_thousandths, 10_000)
        digits = f"{part:04d}".rstrip("0")
        decimals = f",{digits}" if digits else ""
        sign = "-" if self.value < 0 else ""
        return f"{sign}{in_figures(whole)}{decimals}"

    def __str__(self) -> str:
        """As printed in a paper: ``1,7%``."""
        return f"{self.printed}%" if self.percent else self.printed


def quantity(value: Any) -> Quantity:
    """Return the number that a text tells; one of two meanings (``1.200``) is refused, for nobody knows which.

    Money counts in đồng: ``128 triệu`` is 128,000,000.
    """
    if isinstance(value, Quantity):
        return value
    found = _TYPED.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise _no_quantity(value)
    (number,) = readings(found["number"])
    percent = "%" in found["sign"]
    scale = unit_of(fold(found["sign"])) or 1
    return Quantity(number * scale, percent)


def _no_quantity(value: Any) -> Exception:
    number = _TWO_MEANINGS.match(value.strip()) if isinstance(value, str) else None
    if number:
        meant = listing((str(Quantity(one)) for one in readings(number[0])), "hoặc")
        return refuse(f"{shown(value)} có thể hiểu là {meant}", "ghi rõ: 1200 (không dấu) hoặc “1,2”")
    return refuse(f"{shown(value)} không phải là một con số", _HINT)


def _some(value: Any) -> Quantity:
    """Return a number of what was done or counted: there is none below 0."""
    found = quantity(value)
    if found.value < 0:
        raise refuse(f"{shown(value)} nhỏ hơn 0", "đây là số lượng đã làm: ghi từ 0 trở lên; chưa biết thì bỏ khóa này")
    return found


AnyQuantity = Annotated[
    Quantity,
    PlainValidator(quantity),
    WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": rf"^\s*{_NUMBER}{_SIGNS}\s*$"}]},
    ),
]
SomeQuantity = Annotated[
    Quantity,
    PlainValidator(_some),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": rf"^\s*(-0+([.,]0+)?|{_COUNTED}){_SIGNS}\s*$"},
            ]
        },
    ),
]
