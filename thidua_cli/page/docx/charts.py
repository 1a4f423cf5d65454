"""Charts of a Word file: native ones, with their numbers in the file and in a workbook, so that Word can edit them."""

from lxml import etree

from thidua_cli.page.docx.drawings import write_drawing
from thidua_cli.page.docx.package import Package, Part, relations
from thidua_cli.page.docx.xml import R, copied, fill, inside, parsed, serialised, shipped
from thidua_cli.page.vocabulary import Chart, grey
from thidua_cli.page.workbook import saved

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SHEET = "SoLieu"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


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
    for index in reversed(range(len(chart.series))):
        inside(root, "varyColors").addnext(_series(chart, index))
    if not chart.legend:
        etree.strip_elements(root, f"{{{_C}}}legend")
    return root


def _series(chart: Chart, index: int) -> etree._Element:
    """Return a series: the cells of the workbook that hold its values, and the values themselves."""
    places = {"sheet": _SHEET, "column": chr(ord("B") + index), "last": len(chart.categories) + 1}
    number_format = "[$-42A]#,##0" + ("." + "0" * chart.decimals if chart.decimals else "")
    # A part of a stack that is 0 has no room for its number.
    shown = f"{number_format};;" if chart.stacked else number_format
    painted = {"grey": grey(index), "format": number_format, "shown": shown}
    series = parsed(shipped("chart_series").substitute(places, **painted, index=index))
    told = ([chart.series[index]], chart.categories, chart.values[index])
    for cache, values in zip(series.iter("{*}strCache", "{*}numCache"), told, strict=True):
        points = [_c("pt", _c("v", text=str(value)), idx=at) for at, value in enumerate(values) if value is not None]
        cache.extend([_c("ptCount", val=len(values)), *points])
    if chart.kind == "pie":
        paint, inverted = series[3], series[4]
        series.remove(inverted)
        # Each slice has its own grey.
        for point in reversed(range(len(chart.categories))):
            fill(paint[0][0], val=grey(point))
            paint.addnext(_c("dPt", _c("idx", val=point), copied(paint)))
        series.remove(paint)
    return series


def _c(tag: str, *children: etree._Element, text: str | None = None, **attributes: object) -> etree._Element:
    """Return an element of a chart."""
    element = etree.Element(f"{{{_C}}}{tag}", nsmap={"c": _C})
    fill(element, **attributes)
    element.text = text
    element.extend(children)
    return element


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
