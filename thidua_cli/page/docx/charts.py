"""Charts of a Word file: native ones, with their numbers in the file and in a workbook, so that Word can edit them."""

from collections.abc import Sequence
from functools import partial

from lxml import etree

from thidua_cli.page.docx.drawings import write_drawing
from thidua_cli.page.docx.package import Package, Part, relations
from thidua_cli.page.docx.xml import A, R, made, serialised, shipped
from thidua_cli.page.vocabulary import GREYS, Chart
from thidua_cli.page.workbook import saved

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SHEET = "SoLieu"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_c = partial(made, _C)
_a = partial(made, A)


def write_chart(parent: etree._Element, package: Package, chart: Chart, number: int, aligned: str) -> None:
    """Write a chart, the ``number``-th drawing of its paper."""
    workbook = Part(f"word/embeddings/chart{number}.xlsx", _workbook(chart))
    link = relations([("rId1", "package", f"../embeddings/chart{number}.xlsx")])
    package.add(workbook)
    package.add(Part(f"word/charts/_rels/chart{number}.xml.rels", link))
    relation = package.add(Part(f"word/charts/chart{number}.xml", serialised(_chart_space(chart)), _TYPE, "chart"))
    write_drawing(parent, chart, _C, _c("chart", {f"{{{R}}}id": relation}), number, aligned or "center")


def _chart_space(chart: Chart) -> etree._Element:
    stacked, lying = chart.kind.startswith("stacked"), chart.kind.endswith("bar")
    text = shipped("chart_pie" if chart.kind == "pie" else "chart_bars").substitute(
        direction="bar" if lying else "col",
        grouping="stacked" if stacked else "clustered",
        overlap=100 if stacked else 0,
        order="maxMin" if lying else "minMax",
        names="l" if lying else "b",
        values="b" if lying else "l",
        # Bars grow from 0, or they would tell a lie.
        least='<c:min val="0"/>' if min(value or 0 for values in chart.values for value in values) >= 0 else "",
    )
    root = etree.fromstring(text, etree.XMLParser(remove_blank_text=True, remove_comments=True))
    for varied in root.iter(f"{{{_C}}}varyColors"):
        for index in reversed(range(len(chart.series))):
            varied.addnext(_series(chart, index))
    if len(chart.series) == 1 and chart.kind != "pie":
        for part in root.iter(f"{{{_C}}}chart"):
            part.remove(part[2])  # a legend with one name says nothing
    return root


def _series(chart: Chart, index: int) -> etree._Element:
    last = len(chart.categories) + 1
    column = chr(ord("B") + index)
    shown = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    labels = [_val(name, int(name == "showVal")) for name in shown]
    pie = chart.kind == "pie"
    paint = [_fill(index), _val("invertIfNegative", 0)]
    if pie:
        paint = [_c("dPt", _val("idx", point), _fill(point)) for point in range(len(chart.categories))]
    return _c(
        "ser",
        _val("idx", index),
        _val("order", index),
        _c("tx", _reference("str", f"${column}$1", [chart.series[index]])),
        *paint,
        _c("dLbls", _c("numFmt", formatCode=_format(chart), sourceLinked="0"), *labels),
        _c("cat", _reference("str", f"$A$2:$A${last}", chart.categories)),
        _c("val", _reference("num", f"${column}$2:${column}${last}", chart.values[index], _format(chart))),
    )


def _reference(kind: str, cells: str, values: Sequence[str | float | None], number_format: str = "") -> etree._Element:
    """Return the cells of the workbook that hold the values, and the values themselves."""
    code = [_c("formatCode", number_format)] if number_format else []
    points = [_c("pt", _c("v", str(value)), idx=str(index)) for index, value in enumerate(values) if value is not None]
    cache = _c(f"{kind}Cache", *code, _val("ptCount", len(values)), *points)
    return _c(f"{kind}Ref", _c("f", f"{_SHEET}!{cells}"), cache)


def _fill(index: int) -> etree._Element:
    black = _a("solidFill", _a("srgbClr", val="000000"))
    return _c("spPr", _a("solidFill", _a("srgbClr", val=GREYS[index % len(GREYS)])), _a("ln", black, w="6350"))


def _val(name: str, value: object) -> etree._Element:
    return _c(name, val=str(value))


def _format(chart: Chart) -> str:
    return "[$-42A]#,##0" + ("." + "0" * chart.decimals if chart.decimals else "")


def _workbook(chart: Chart) -> bytes:
    """Return the workbook behind a chart; the same numbers give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _SHEET
    sheet.append(["", *chart.series])
    for number, category in enumerate(chart.categories):
        sheet.append([category, *(values[number] for values in chart.values)])
    for cell in (*sheet[1], *sheet["A"]):
        cell.data_type = "s"  # a name that begins with "=" is no formula
    return saved(book)
