"""HTML to a page for the browser: the values of the Word writer, and a stylesheet from the same layout."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from itertools import groupby
from math import inf
from pathlib import Path
from typing import assert_never

from thidua_cli.page.html.stylesheet import page_names, shipped, stylesheet
from thidua_cli.page.html.svg_chart import svg_chart
from thidua_cli.page.layout import Component, Layout
from thidua_cli.page.measure import (
    breaks,
    column_widths,
    component_in,
    line_width,
    tab_widths,
    text_height,
    well_broken,
)
from thidua_cli.page.reader.read_article import read_article
from thidua_cli.page.vocabulary import (
    COLOURS,
    Block,
    Chart,
    Frame,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Tab,
    Table,
    neighbours,
)


def to_page(html: str, *, source: str, folders: Sequence[Path] = ()) -> str:
    """Return one HTML page that shows and prints a paper as `to_docx`, which takes the same, without the network."""
    article = read_article(html, source=source, folders=folders)
    names = page_names(article)
    sections = []
    for section, name in zip(article.sections, names, strict=True):
        opening = f"<section{_class(name, 'restart' if section.restart else '')}>"
        sections.append(
            f"{opening}\n{_blocks(article.layout, section.blocks, section.sheet.room, section.sheet.depth)}\n</section>"
        )
    return shipped("page.html").substitute(
        title=escape(article.title),
        author=escape(article.author),
        style=stylesheet(article, names),
        body="\n".join(sections),
    )


def _blocks(layout: Layout, blocks: Sequence[Block], room: float, depth: float = inf) -> str:
    out = []
    for part in neighbours(blocks):
        match part:
            case list():
                out.append(_paragraphs(layout, part, room))
            case Table():
                out.append(_table(layout, part, room, depth))
            case PageBreak():
                out.append('<div class="new-page"></div>')
            case Picture():
                out.append(_picture(part))
            case Chart():
                out.append(f'<figure style="{_size(part)}">{svg_chart(part)}</figure>')
            case Frame():
                out.append(_frame(layout, part))
            case _:
                assert_never(part)
    return "\n".join(out)


def _frame(layout: Layout, frame: Frame) -> str:
    style = f"{_place(frame.at)};width:{frame.width:g}mm"
    if frame.size is not None:
        style += f";font-size:{frame.size:g}pt"
    if frame.colour:
        style += f";color:#{COLOURS[frame.colour]}"
    groups = [list(members) for _, members in groupby(frame.paragraphs, key=lambda one: one.component)]
    inside = "\n".join(_paragraphs(layout, group, frame.width, frame.size) for group in groups)
    words = _class("placed", "sized" if frame.size is not None else "", f"to-{frame.align}" if frame.align else "")
    return f'<div{words} style="{style}">{inside}</div>'


def _paragraphs(layout: Layout, group: Sequence[Paragraph], room: float, size: float | None = None) -> str:
    name = group[0].component
    component = component_in(layout, name, size)
    group = well_broken(layout, group, room, size)
    out = [f'<p class="{name}">{_runs(component, paragraph, room)}</p>' for paragraph in group]
    if component.line:
        length = line_width(component, group, room)
        out.append(f'<div class="line {name}-line" style="width:{length:.1f}mm"></div>')
    return "\n".join(out)


def _runs(component: Component, paragraph: Paragraph, room: float) -> str:
    widths = iter(tab_widths(component, paragraph, room))
    out = []
    for run in paragraph.runs:
        if isinstance(run, Tab):
            out.append(f'<span class="{"leader" if run.leader else "tab"}" style="width:{next(widths):.1f}mm"></span>')
            continue
        text = escape(run.text, quote=False).replace("\n", "<br/>")
        text = f"<i>{text}</i>" if run.italic else text
        out.append(f"<b>{text}</b>" if run.bold else text)
    return "".join(out)


def _picture(picture: Picture) -> str:
    source = f"data:image/{picture.image.kind};base64,{b64encode(picture.image.content).decode()}"
    image = f'<img alt="{escape(picture.alt)}" style="{_size(picture)}" src="{source}"/>'
    if picture.at:
        return f'<div class="placed behind" style="{_place(picture.at)}">{image}</div>'
    return f"<div{_class('picture', picture.align)}>{image}</div>"


def _size(shape: Picture | Chart) -> str:
    return f"width:{shape.width:g}mm;height:{shape.height:g}mm"


def _place(at: tuple[float, float]) -> str:
    return "--x:{:g}mm;--y:{:g}mm".format(*at)


def _table(layout: Layout, table: Table, room: float, depth: float) -> str:
    columns, overhang = column_widths(layout, table, room)
    out = ["".join(f'<col style="width:{width:.1f}mm"/>' for width in columns)]
    for is_header, rows in groupby(table.rows, key=lambda row: row.header):
        part = "thead" if is_header else "tbody"
        out.append(f"<{part}>{''.join(_row(layout, row, columns, depth) for row in rows)}</{part}>")
    style = f"width:{sum(columns):.1f}mm" + (f";margin-left:{-overhang:g}mm" if overhang else "")
    return f'<table class="{table.kind}" style="{style}">{"".join(out)}</table>'


def _row(layout: Layout, row: Row, columns: Sequence[float], depth: float) -> str:
    tag = "th" if row.header else "td"
    out = [f"<tr{_class(row.kind, 'breaks' if breaks(layout, row, columns, depth) else '')}>"]
    for start, end, cell in row.placed():
        if cell.covered:
            continue
        if cell.brace:
            content = _brace(text_height(layout, row.cells[0].blocks, columns[0]))
        else:
            content = _blocks(layout, cell.blocks, sum(columns[start:end]))
        spans = (("colspan", cell.span), ("rowspan", cell.rows))
        counts = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
        out.append(f"<{tag}{_class(cell.align, cell.vertical)}{counts}>{content}</{tag}>")
    return "".join([*out, "</tr>"])


def _class(*words: str) -> str:
    wanted = " ".join(filter(None, words))
    return f' class="{wanted}"' if wanted else ""


def _brace(height: float) -> str:
    end, middle = round(height, 1), round(height / 2, 1)
    places = {"before": middle - 1, "behind": middle + 1, "low": end - 1, "last": end - 0.1}
    texts = {name: f"{place:g}" for name, place in places.items()}
    return shipped("brace.svg").substitute(texts, end=end, middle=middle).strip()
