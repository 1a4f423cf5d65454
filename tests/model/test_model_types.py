"""Types of single values: what they take, what they refuse, how they print."""

from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from thidua_cli.model.awards import Condition, FactName, Requirement
from thidua_cli.model.fields import Count, DocumentNumber, Flag, Group, Percent, Positive, Share, Slug, Subject, Text
from thidua_cli.model.periods import Year, YearKey
from thidua_cli.model.quantity import AnyQuantity, Quantity, SomeQuantity, quantity

ACCEPTED: list[tuple[Any, Any, Any]] = [
    (Text, "  Hội  nghị\n", "Hội nghị"),
    (Text, "no", "no"),
    (Text, "a\u200bb\u00a0c", "ab c"),
    (Text, "Hòa", "Hòa"),
    (Count, "0", 0),
    (Count, "03", 3),
    (Positive, "01", 1),
    (Year, " 2024", 2024),
    (Count, " 12\n", 12),
    (Count, "999999", 999_999),
    (YearKey, "2019", 2019),
    (Share, "10%", Percent(Fraction(1, 10), "10%")),
    (Share, "12.5 %", Percent(Fraction(1, 8), "12,5%")),
    (Share, "100%", Percent(Fraction(1), "100%")),
    (Share, "0,5%", Percent(Fraction(1, 200), "0,5%")),
    (AnyQuantity, "5", Quantity(Fraction(5))),
    (AnyQuantity, " 98,5 % ", Quantity(Fraction(197, 2), percent=True)),
    (AnyQuantity, "120%", Quantity(Fraction(120), percent=True)),
    (AnyQuantity, "1.7", Quantity(Fraction(17, 10))),
    (AnyQuantity, "-0,25", Quantity(Fraction(-1, 4))),
    (AnyQuantity, "0.125", Quantity(Fraction(1, 8))),
    (AnyQuantity, "128.000.000", Quantity(Fraction(128_000_000))),
    (AnyQuantity, "1.250,5", Quantity(Fraction(2501, 2))),
    (AnyQuantity, "128 triệu", Quantity(Fraction(128_000_000))),
    (AnyQuantity, "1,5 tỷ đồng", Quantity(Fraction(1_500_000_000))),
    (AnyQuantity, "500000 đồng", Quantity(Fraction(500_000))),
    (Flag, "true", True),
    (Flag, "CÓ", True),
    (Flag, " không ", False),
    (Flag, "False", False),
    (Slug, "gd1", "gd1"),
    (Slug, "2024", "2024"),
    (Slug, "tong-ket\n", "tong-ket"),
    (DocumentNumber, "15", "15"),
    (DocumentNumber, "15a", "15a"),
    (DocumentNumber, "7đ", "7đ"),
    (Subject, "collective", "collective"),
    (Subject, "khu dân cư", "khu dân cư"),
    (Subject, " tổ  sản xuất", "tổ sản xuất"),
    (Group, "leader", "leader"),
    (Group, "nông dân", "nông dân"),
    (Requirement, ">= 50", Condition(">=", 50.0)),
    (Requirement, "<2,5", Condition("<", 2.5)),
    (Requirement, "= -1", Condition("=", -1.0)),
    (Requirement, "có", Condition("is", True)),
    (Requirement, "FALSE", Condition("is", False)),
    (Requirement, ["tốt", " xuất  sắc "], Condition("in", ("tốt", "xuất sắc"))),
    (FactName, "thu_nhap_1", "thu_nhap_1"),
]
REFUSED: list[tuple[Any, Any, str]] = [
    (Text, " \n\u200b", "giá trị để trống"),
    (Count, "-1", "“-1” nhỏ hơn 0"),
    (Count, "1.0", "“1.0” không phải"),
    (Count, "1.000", "“1.000” có dấu ngăn hàng nghìn"),
    (Count, -12, "“-12” nhỏ hơn 0"),
    (Count, "1,200", "“1,200” có dấu ngăn hàng nghìn"),
    (SomeQuantity, "-3", "“-3” nhỏ hơn 0"),
    (SomeQuantity, "-1,5%", "“-1,5%” nhỏ hơn 0"),
    (SomeQuantity, "1.200", "có thể hiểu là"),
    (Positive, "0", "“0” nhỏ hơn 1"),
    (Positive, "-2", "“-2” nhỏ hơn 1"),
    (Year, "24", "“24” không phải là năm"),
    (Year, "2204", "“2204” không phải là năm"),
    (Count, "1000000", "“1000000” lớn quá 999999"),
    (Count, "ba", "“ba” không phải"),
    (Count, "٣", "“٣” không phải"),
    (Count, "", "chỗ để trống không phải"),
    (Count, ["3"], "danh sách không phải"),
    (Share, "10", "“10” không phải là tỷ lệ phần trăm"),
    (Share, "101%", "tỷ lệ “101%” lớn hơn 100%"),
    (Share, "100,0001%", "lớn hơn 100%"),
    (Share, "-5%", "“-5%” không phải"),
    (Share, "1,23456%", "không phải là tỷ lệ"),
    (Share, {"a": "b"}, "các khóa con không phải là tỷ lệ"),
    (AnyQuantity, "1.200", "“1.200” có thể hiểu là 1,2 hoặc 1.200"),
    (AnyQuantity, "1,200 đồng", "“1,200 đồng” có thể hiểu là 1,2 hoặc 1.200"),
    (AnyQuantity, "%", "“%” không phải là một con số"),
    (AnyQuantity, "46 thôn", "“46 thôn” không phải là một con số"),
    (AnyQuantity, "4-5%", "“4-5%” không phải là một con số"),
    (AnyQuantity, ["5"], "danh sách không phải là một con số"),
    (YearKey, "7", "khóa “7” không phải là năm"),
    (YearKey, "20245", "khóa “20245” không phải là năm"),
    (Flag, "yes", "“yes” không phải là có hay không"),
    (Flag, "1", "“1” không phải"),
    (Flag, ["true"], "danh sách không phải"),
    (Slug, "Giai đoạn 1", "mã “Giai đoạn 1” có ký tự"),
    (Slug, "-a", "mã “-a” có ký tự"),
    (Slug, "a_b", "mã “a_b” có ký tự"),
    (DocumentNumber, "15/KH-UBND", "số văn bản “15/KH-UBND” có phần thừa"),
    (DocumentNumber, "123456", "có phần thừa"),
    (Subject, "colective", "đối tượng “colective” không có"),
    (Subject, "tap the", "đối tượng “tap the” không có"),
    (Subject, " collective", "đối tượng “collective” không có"),
    (Group, "leaders", "nhóm “leaders” không có"),
    (Requirement, "50", "điều kiện “50” không hiểu được"),
    (Requirement, ">= 5%", "điều kiện “>= 5%”"),
    (Requirement, [], "điều kiện danh sách"),
    (Requirement, ["tốt", " "], "điều kiện danh sách"),
    (Requirement, None, "điều kiện chỗ để trống"),
    (FactName, "Thu nhập", "tên dữ kiện “Thu nhập”"),
    (FactName, "1a", "tên dữ kiện “1a”"),
]


@pytest.mark.parametrize(("kind", "typed", "expected"), ACCEPTED)
def test_a_value_is_taken(kind: Any, typed: Any, expected: Any) -> None:
    found = TypeAdapter(kind).validate_python(typed)
    assert found == expected
    assert type(found) is type(expected)
    assert TypeAdapter(kind).validate_python(found) == expected, "a value that was read is taken again"


@pytest.mark.parametrize(("kind", "typed", "message"), REFUSED)
def test_a_value_is_refused_with_the_reason(kind: Any, typed: Any, message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(typed)
    (error,) = refused.value.errors()
    assert error["type"] == "refused"
    assert message in error["ctx"]["said"]
    assert error["ctx"]["hint"]


def test_the_nearest_subject_is_offered() -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(Subject).validate_python("colective")
    assert refused.value.errors()[0]["ctx"]["hint"].startswith("có phải “collective”? ")


def test_a_percentage_prints_as_it_was_typed() -> None:
    assert [str(TypeAdapter(Share).validate_python(typed)) for typed in ("10%", "12.50%", " 1,5 % ")] == [
        "10%",
        "12,50%",
        "1,5%",
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("1.7%", "1,7%"), ("128 triệu", "128.000.000"), ("1234567,5", "1.234.567,5"), ("-0,05", "-0,05"), ("0", "0")],
)
def test_a_quantity_prints_with_dots_and_a_comma(typed: str, printed: str) -> None:
    assert str(quantity(typed)) == printed
    assert quantity(printed) == quantity(typed)
