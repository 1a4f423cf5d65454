"""Pictures and charts of a template."""

import re

from lxml import etree

from thidua_cli.errors import ThiduaError
from thidua_cli.page.images import load_image
from thidua_cli.page.reader.template import Template
from thidua_cli.page.vocabulary import CHARTS, Chart, Picture

_PLACES = ("", "left", "center", "right")
_NUMBER = re.compile(r"-?\d{1,12}([.,]\d{1,6})?")
_MOST_SERIES, _MOST_CATEGORIES = 8, 60
_LEAST_SIDE = 20  # mm


def read_picture(template: Template, element: etree._Element) -> Picture:
    """Return an ``<img>``; a height that is not given follows from the width."""
    try:
        image = load_image(element.get("src", ""), template.folders)
    except ThiduaError as fault:
        raise template.fault(element, fault.message) from fault
    (width,) = template.lengths(element, "width", 1)
    height = width * image.height / image.width
    if element.get("height") is not None:
        (height,) = template.lengths(element, "height", 1)
    if not width or not height:
        raise template.fault(element, "ảnh không có bề rộng hay chiều cao")
    align = template.choice(element, "class", _PLACES)
    return Picture(image, _described(template, element, "alt"), width, height, align, template.place(element))


def read_chart(template: Template, element: etree._Element) -> Chart:
    """Return a ``<figure>``: the first row names the series, the others begin with the name of a category."""
    kind = template.choice(element, "class", CHARTS)
    (width,), (height,) = template.lengths(element, "data-width", 1), template.lengths(element, "data-height", 1)
    rows = [_texts(template, row) for row in template.children(element)]
    if not rows or not all(len(row) == len(rows[0]) for row in rows):
        raise template.fault(element, "các dòng số liệu của biểu đồ không có cùng số ô")
    series, categories = tuple(rows[0][1:]), tuple(row[0] for row in rows[1:])
    if not 0 < len(series) <= _MOST_SERIES or not 0 < len(categories) <= _MOST_CATEGORIES:
        raise template.fault(element, f"biểu đồ cần 1-{_MOST_SERIES} dãy số và 1-{_MOST_CATEGORIES} dòng số liệu")
    values = tuple(
        tuple(_number(template, element, row[column]) for row in rows[1:]) for column in range(1, len(rows[0]))
    )
    chart = Chart(kind, _described(template, element, "data-alt"), width, height, series, categories, values)
    if min(width, height) < _LEAST_SIDE:
        raise template.fault(element, f"biểu đồ nhỏ hơn {_LEAST_SIDE} mm")
    numbers = [value or 0 for value_series in values for value in value_series]
    if kind not in ("column", "bar") and min(numbers) < 0:
        raise template.fault(element, f"biểu đồ {kind} không có số âm")
    if kind == "pie" and (len(series) > 1 or not any(numbers)):
        raise template.fault(element, "hình tròn cần đúng một dãy số, có số lớn hơn 0")
    return chart


def _texts(template: Template, row: etree._Element) -> list[str]:
    template.expect(row, "tr")
    template.choice(row, "class", ("",))
    cells = template.children(row)
    for cell in cells:
        template.expect(cell, "th", "td")
        if len(cell) or len(cell.attrib):
            raise template.fault(cell, "ô số liệu của biểu đồ chỉ có chữ hoặc số")
    return [" ".join((cell.text or "").split()) for cell in cells]


def _number(template: Template, element: etree._Element, text: str) -> float | None:
    if text and not _NUMBER.fullmatch(text):
        raise template.fault(element, f"“{text}” không phải số")
    return float(text.replace(",", ".")) if text else None


def _described(template: Template, element: etree._Element, attribute: str) -> str:
    """Return what is read to those who do not see the drawing."""
    text = element.get(attribute, "").strip()
    if not text:
        raise template.fault(element, f"cần thuộc tính {attribute}: lời mô tả cho người không nhìn thấy hình")
    return text
