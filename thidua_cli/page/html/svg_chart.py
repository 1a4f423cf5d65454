"""Charts for the browser: the same bars and slices as in Word, drawn in millimetres."""

from collections.abc import Iterator
from html import escape
from math import cos, pi, sin

from thidua_cli.page.metrics import text_width_mm
from thidua_cli.page.vocabulary import Chart, grey

_POINTS = 11
_TEXT = _POINTS * 25.4 / 72  # mm
_LINE = 6.0  # a line of the legend, of names below columns, of values above bars
_GAP = 0.6  # between the bars of two categories, as a part of a bar


def svg_chart(chart: Chart) -> str:
    """Return the SVG of a chart."""
    bottom = chart.height - (_LINE if chart.legend else 0)
    shapes = _slices(chart, bottom) if chart.kind == "pie" else _bars(chart, bottom)
    return (
        f'<svg viewBox="0 0 {chart.width:g} {chart.height:g}" width="100%" height="100%" role="img"'
        f' aria-label="{escape(chart.alt)}" font-size="{_TEXT:.2f}" stroke-width=".2">'
        f"{''.join([*shapes, *_legend(chart)])}</svg>"
    )


def _bars(chart: Chart, bottom: float) -> Iterator[str]:
    """Yield bars with their values and the names of the categories; lying ones are read from the top."""
    lying, stacked = chart.lying, chart.stacked
    side = max(text_width_mm(name, _POINTS) for name in chart.categories) + 2 if lying else 0
    longest = chart.width - side - 2 * _LINE if lying else bottom - 2 * _LINE
    step = (bottom if lying else chart.width) / len(chart.categories)
    thick = step / ((1 if stacked else len(chart.series)) + _GAP)
    for place, name in enumerate(chart.categories):
        middle = step * (place + 0.5)
        yield _label(name, side - 1, middle + _TEXT / 3, "end") if lying else _label(name, middle, bottom - 1.5)
        for series, text, begin, end in _ends(chart, place, longest):
            across = step * place + thick * (_GAP / 2 + (0 if stacked else series))
            at = (begin + end) / 2 if stacked else end
            if lying:
                yield _box(side + begin, across, end - begin, thick, series)
                anchor = "middle" if stacked else "start"
                yield _label(text, side + at + (0 if stacked else 1), across + thick / 2 + _TEXT / 3, anchor)
            else:
                yield _box(across, bottom - _LINE - end, thick, end - begin, series)
                yield _label(text, across + thick / 2, bottom - _LINE - at + (_TEXT / 3 if stacked else -1))


def _ends(chart: Chart, place: int, longest: float) -> Iterator[tuple[int, str, float, float]]:
    """Yield the bars of a category: the series, the value as text, begin and end in mm along the axis."""
    reach = chart.numbers
    if chart.stacked:
        reach = [sum(value or 0 for value in column) for column in zip(*chart.values, strict=True)]
    low, high = min(0, *reach), max(0, *reach) or 1
    reached = 0.0
    for series, values in enumerate(chart.values):
        value = values[place]
        if value is not None:
            begin, end = sorted((reached, reached + value))
            scale = longest / (high - low)
            yield series, _shown(chart, value), (begin - low) * scale, (end - low) * scale
            reached += value if chart.stacked else 0


def _slices(chart: Chart, bottom: float) -> Iterator[str]:
    """Yield the slices from twelve o'clock on, each with its value in its middle."""
    radius = min(chart.width, bottom) / 2 - 1
    x, y = chart.width / 2, bottom / 2
    turned = 0.0
    for index, share in enumerate(chart.numbers):
        part = share / sum(chart.numbers)
        # A whole circle has no arc from a point to itself.
        ends = [2 * pi * edge for edge in (turned, turned + min(part, 0.9999))]
        (left, top), (right, low) = ((x + radius * sin(angle), y - radius * cos(angle)) for angle in ends)
        arc = f"A{radius:.2f} {radius:.2f} 0 {int(part > 0.5)} 1 {right:.2f} {low:.2f}"
        yield f'<path d="M{x:.2f} {y:.2f}L{left:.2f} {top:.2f}{arc}Z" fill="#{grey(index)}" stroke="#000"/>'
        if share:
            middle, out = sum(ends) / 2, radius * 0.65
            yield _label(_shown(chart, share), x + out * sin(middle), y - out * cos(middle) + _TEXT / 3)
        turned += part


def _legend(chart: Chart) -> Iterator[str]:
    """Yield the names in a row at the foot, each behind its grey."""
    widths = [text_width_mm(name, _POINTS) + 2 * _TEXT for name in chart.legend]
    left = (chart.width - sum(widths)) / 2
    for index, (name, width) in enumerate(zip(chart.legend, widths, strict=True)):
        yield _box(left, chart.height - _TEXT - 0.5, _TEXT * 0.8, _TEXT * 0.8, index)
        yield _label(name, left + _TEXT * 1.2, chart.height - 1.3, "start")
        left += width


def _box(left: float, top: float, width: float, height: float, index: int) -> str:
    place = f'x="{left:.2f}" y="{top:.2f}" width="{width:.2f}" height="{height:.2f}"'
    return f'<rect {place} fill="#{grey(index)}" stroke="#000"/>'


def _label(text: str, x: float, y: float, anchor: str = "middle") -> str:
    return f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}">{escape(text)}</text>'


def _shown(chart: Chart, value: float) -> str:
    """Return a value as it is written in Vietnamese: 1.234,5."""
    if chart.stacked and not value:
        return ""  # a part of a stack that is 0 has no room for its number
    return f"{value:,.{chart.decimals}f}".translate(str.maketrans(",.", ".,"))
