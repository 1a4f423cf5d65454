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
    name = element.get("src", "")
    try:
        image = template.images.get(name) or load_image(name, template.folders)
    except ThiduaError as fault:
        raise template.fault(element, fault.message) from fault
    template.images[name] = image
    width = template.length(element, "width")
    height = width * image.height / image.width
    if element.get("height") is not None:
        height = template.length(element, "height")
    if not width or not height:
        raise template.fault(element, "ảnh không có bề rộng hay chiều cao")
    align = template.choice(element, "class", _PLACES)
    shown = _described(template, element, "alt")
    at = None if element.get("data-at") is None else template.place(element)
    return Picture(image, shown, width, height, align, at)


def read_chart(template: Template, element: etree._Element) -> Chart:
    """Return a ``<figure>``: the first row names the series, the others begin with the name of a category."""
    kind = template.choice(element, "class", CHARTS)
    width, height = template.length(element, "data-width"), template.length(element, "data-height")
    rows = [_texts(template, row) for row in template.children(element, "tr")]
    if len({len(row) for row in rows}) != 1:
        raise template.fault(element, "các dòng số liệu của biểu đồ không có cùng số ô")
    series, lines = rows[0][1:], rows[1:]
    if not 0 < len(series) <= _MOST_SERIES or not 0 < len(lines) <= _MOST_CATEGORIES:
        raise template.fault(element, f"biểu đồ cần 1-{_MOST_SERIES} dãy số và 1-{_MOST_CATEGORIES} dòng số liệu")
    categories, *columns = zip(*lines, strict=True)
    values = tuple(tuple(_number(template, element, text) for text in column) for column in columns)
    chart = Chart(kind, _described(template, element, "data-alt"), width, height, tuple(series), categories, values)
    if min(width, height) < _LEAST_SIDE:
        raise template.fault(element, f"biểu đồ nhỏ hơn {_LEAST_SIDE} mm")
    if kind not in ("column", "bar") and min(chart.numbers) < 0:
        raise template.fault(element, f"biểu đồ {kind} không có số âm")
    if kind == "pie" and (len(series) > 1 or not any(chart.numbers)):
        raise template.fault(element, "hình tròn cần đúng một dãy số, có số lớn hơn 0")
    return chart


def _texts(template: Template, row: etree._Element) -> list[str]:
    template.choice(row, "class", ("",))
    texts = []
    for cell in template.children(row, "th", "td"):
        if len(cell) or len(cell.attrib):
            raise template.fault(cell, "ô số liệu của biểu đồ chỉ có chữ hoặc số")
        texts.append(" ".join((cell.text or "").split()))
    return texts


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
