"""Charts of a Word file: native ones, with their numbers in the file and in a workbook, so that Word can edit them."""

import zipfile
from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO

from lxml import etree

from thidua_cli.page.docx.drawings import write_drawing
from thidua_cli.page.docx.package import Package, Part, pack, relations
from thidua_cli.page.docx.xml import A, R, made, serialised
from thidua_cli.page.vocabulary import GREYS, Chart

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
    pie = chart.kind == "pie"
    series = [_series(chart, index) for index in range(len(chart.series))]
    plots = [_c("pieChart", _val("varyColors", 1), *series)] if pie else [_bars(chart, series), *_axes(chart)]
    inside = [
        _val("autoTitleDeleted", 1),
        _c("plotArea", _c("layout"), *plots),
        _c("legend", _val("legendPos", "b"), _val("overlay", 0)),
        _val("plotVisOnly", 1),
        _val("dispBlanksAs", "gap"),
    ]
    if len(chart.series) == 1 and not pie:
        del inside[2]
    bare = _c("spPr", _a("noFill"), _a("ln", _a("noFill")))
    data = _c("externalData", _val("autoUpdate", 0), {f"{{{R}}}id": "rId1"})
    return _c("chartSpace", _val("lang", "vi-VN"), _val("roundedCorners", 0), _c("chart", *inside), bare, _text(), data)


def _bars(chart: Chart, series: Sequence[etree._Element]) -> etree._Element:
    stacked = chart.kind.startswith("stacked")
    head = [
        _val("barDir", "bar" if chart.kind.endswith("bar") else "col"),
        _val("grouping", "stacked" if stacked else "clustered"),
        _val("varyColors", 0),
    ]
    overlap = [_val("overlap", 100)] if stacked else []
    return _c("barChart", *head, *series, _val("gapWidth", 60), *overlap, _val("axId", 1), _val("axId", 2))


def _axes(chart: Chart) -> Iterator[etree._Element]:
    """Yield the axis of the categories, and that of the values, which is not drawn: the values stand on the bars."""
    lying = chart.kind.endswith("bar")
    values = [value or 0 for series in chart.values for value in series]
    # Bars grow from 0, or they would tell a lie.
    from_zero = [_val("min", 0)] if min(values) >= 0 else []
    # Lying bars are read from the top, as a table is.
    for name, identifier, other, place, hidden, order, least in (
        ("catAx", 1, 2, "l" if lying else "b", 0, "maxMin" if lying else "minMax", []),
        ("valAx", 2, 1, "b" if lying else "l", 1, "minMax", from_zero),
    ):
        yield _c(
            name,
            _val("axId", identifier),
            _c("scaling", _val("orientation", order), *least),
            _val("delete", hidden),
            _val("axPos", place),
            _val("majorTickMark", "none"),
            _val("minorTickMark", "none"),
            _val("tickLblPos", "low" if name == "catAx" else "nextTo"),
            _val("crossAx", other),
        )


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


def _text() -> etree._Element:
    face = _a("defRPr", _a("latin", typeface="Times New Roman"), _a("cs", typeface="Times New Roman"), sz="1100")
    return _c("txPr", _a("bodyPr"), _a("lstStyle"), _a("p", _a("pPr", face), _a("endParaRPr", lang="vi-VN")))


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
    written, packed = BytesIO(), BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(source.namelist()):
            # The day on which it was made, and nothing else, stands in the core properties.
            if name != "docProps/core.xml":
                pack(archive, name, source.read(name))
    return packed.getvalue()
