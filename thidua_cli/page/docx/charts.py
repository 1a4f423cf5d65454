"""Charts of a Word file: native ones, with their numbers in the file and in a workbook, so that Word can edit them."""

from collections.abc import Sequence
from functools import partial

from lxml import etree

from thidua_cli.page.docx.drawings import write_drawing
from thidua_cli.page.docx.package import Package, Part, relations
from thidua_cli.page.docx.xml import A, R, made, parsed, serialised, shipped
from thidua_cli.page.vocabulary import Chart, grey
from thidua_cli.page.workbook import saved

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SHEET = "SoLieu"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_c = partial(made, _C)
_a = partial(made, A)


def write_chart(parent: etree._Element, package: Package, chart: Chart, number: int, aligned: str) -> None:
    """Write a chart, the ``number``-th drawing of its paper."""
    name = f"chart{number}"
    package.add(Part(f"word/embeddings/{name}.xlsx", _workbook(chart)))
    link = relations([("rId1", "package", f"../embeddings/{name}.xlsx")])
    package.add(Part(f"word/charts/_rels/{name}.xml.rels", link))
    relation = package.add(Part(f"word/charts/{name}.xml", serialised(_chart_space(chart)), _TYPE, "chart"))
    reference = _c("chart")
    reference.set(f"{{{R}}}id", relation)
    write_drawing(parent, chart, reference, number, aligned)


def _chart_space(chart: Chart) -> etree._Element:
    text = shipped("chart_pie" if chart.kind == "pie" else "chart_bars").substitute(
        direction="bar" if chart.lying else "col",
        grouping="stacked" if chart.stacked else "clustered",
        overlap=100 if chart.stacked else 0,
        order="maxMin" if chart.lying else "minMax",
        names="l" if chart.lying else "b",
        values="b" if chart.lying else "l",
        # Bars grow from 0, or they would tell a lie.
        least='<c:min val="0"/>' if min(chart.numbers) >= 0 else "",
    )
    root = parsed(text)
    for varied in root.iter(f"{{{_C}}}varyColors"):
        for index in reversed(range(len(chart.series))):
            varied.addnext(_series(chart, index))
    if not chart.legend:
        etree.strip_elements(root, f"{{{_C}}}legend")
    return root


def _series(chart: Chart, index: int) -> etree._Element:
    last = len(chart.categories) + 1
    column = chr(ord("B") + index)
    number_format = "[$-42A]#,##0" + ("." + "0" * chart.decimals if chart.decimals else "")
    shown = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    labels = [_c(name, val=int(name == "showVal")) for name in shown]
    paint = [_fill(index), _c("invertIfNegative", val=0)]
    if chart.kind == "pie":
        paint = [_c("dPt", _c("idx", val=point), _fill(point)) for point in range(len(chart.categories))]
    return _c(
        "ser",
        _c("idx", val=index),
        _c("order", val=index),
        _c("tx", _reference("str", f"${column}$1", [chart.series[index]])),
        *paint,
        _c("dLbls", _c("numFmt", formatCode=number_format, sourceLinked=0), *labels),
        _c("cat", _reference("str", f"$A$2:$A${last}", chart.categories)),
        _c("val", _reference("num", f"${column}$2:${column}${last}", chart.values[index], number_format)),
    )


def _reference(kind: str, cells: str, values: Sequence[str | float | None], number_format: str = "") -> etree._Element:
    """Return the cells of the workbook that hold the values, and the values themselves."""
    cache = _c(f"{kind}Cache", _c("ptCount", val=len(values)))
    if number_format:
        cache.insert(0, _c("formatCode", number_format))
    cache.extend([_c("pt", _c("v", str(value)), idx=at) for at, value in enumerate(values) if value is not None])
    return _c(f"{kind}Ref", _c("f", f"{_SHEET}!{cells}"), cache)


def _fill(index: int) -> etree._Element:
    black = _a("solidFill", _a("srgbClr", val="000000"))
    return _c("spPr", _a("solidFill", _a("srgbClr", val=grey(index))), _a("ln", black, w=6350))


def _workbook(chart: Chart) -> bytes:
    """Return the workbook behind a chart."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _SHEET
    for row in (("", *chart.series), *zip(chart.categories, *chart.values, strict=True)):
        sheet.append(row)
    for cell in (*sheet[1], *sheet["A"]):
        cell.data_type = "s"  # a name that begins with "=" is no formula
    return saved(book)
