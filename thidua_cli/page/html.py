"""HTML to a page for the browser: the values of the Word writer, and a stylesheet from the same layout."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from thidua_cli.page.layout import Component, Layout, Page
from thidua_cli.page.measure import brace_height, column_widths, line_width, well_broken
from thidua_cli.page.vocabulary import Article, Block, Paragraph, Row, Run, Section, Table, neighbours, read_article

_FIXED_STYLES = """
*{box-sizing:border-box}
html{background:#ddd}
body{margin:0;color:#000}
p{margin:0;orphans:2;widows:2}
table{border-collapse:collapse;table-layout:fixed}
td,th{padding:0;vertical-align:top;font-weight:normal}
tr{break-inside:avoid}
thead{display:table-header-group}
.line{margin-left:auto;margin-right:auto}
.grid{margin-bottom:9pt}
.grid td,.grid th{border:.5pt solid;padding:0 1.5mm;vertical-align:middle}
.braced td{vertical-align:middle}
svg{display:block;margin-left:1mm}
section{margin:8mm auto;background:#fff;box-shadow:0 0 3mm #999}
@media print{
html{background:none}
section{margin:0;padding:0!important;width:auto!important;min-height:0!important;box-shadow:none;break-before:page}
section:first-child{break-before:auto}
}
"""


def to_page(html: str, *, source: str) -> str:
    """Return one HTML page that shows and prints a paper as `to_docx` does, without the network.

    ``html`` is in the vocabulary of papers, ``source`` names its template; what cannot be laid out is a
    `WordError`.
    """
    article = read_article(html, source=source)
    return (
        '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"/>'
        f"<title>{escape(article.title)}</title>"
        f'<meta name="author" content="{escape(article.author)}"/>'
        '<meta name="viewport" content="width=device-width"/>'
        f"<style>{_stylesheet(article.layout)}</style></head><body>\n{_body(article)}\n</body></html>\n"
    )


def _stylesheet(layout: Layout) -> str:
    rules = [
        f"body{{font:14pt/1.15 '{layout.font}','Liberation Serif',serif}}",
        *_page_rules(layout.page),
        _FIXED_STYLES,
    ]
    for name, component in layout.components.items():
        rules.append(f".{name}{{{_declarations(component)}}}")
        if line := component.line:
            margins = f"margin-top:{line.gap:g}pt;margin-bottom:{component.after:g}pt"
            rules.append(f".{name}-line{{border-top:{line.thickness:g}pt solid;{margins}}}")
    return "\n".join(rules)


def _page_rules(page: Page) -> Iterator[str]:
    number = f"@top-center{{content:counter(page);font-size:{page.number.size:g}pt}}"
    for name, margins, width, height in (
        ("portrait", page.margins, page.width, page.height),
        ("landscape", page.landscape_margins, page.height, page.width),
    ):
        edges = " ".join(f"{edge:g}mm" for edge in (margins.top, margins.right, margins.bottom, margins.left))
        yield f"@page {name}{{size:{width:g}mm {height:g}mm;margin:{edges};{number}}}"
        if not page.number.on_first_page:
            yield f"@page {name}:first{{@top-center{{content:none}}}}"
        yield f"section.{name}{{page:{name};width:{width:g}mm;min-height:{height:g}mm;padding:{edges}}}"
    yield "section.restart{counter-reset:page 1}"


def _declarations(component: Component) -> str:
    indents = {"margin-left": component.left, "text-indent": component.first_line}
    spaces = {"margin-top": component.before, "margin-bottom": 0 if component.line else component.after}
    switches = {
        "font-weight:bold": component.bold,
        "font-style:italic": component.italic,
        "text-decoration:underline": component.underline,
        "break-after:avoid": component.keep_next,
    }
    height = f"{component.exact:g}pt" if component.exact else f"{1.15 * component.spacing:g}"
    return ";".join(
        [
            f"font-size:{component.size:g}pt",
            f"line-height:{height}",
            f"min-height:{component.line_height:g}pt",
            f"text-align:{component.align}",
            *(f"{name}:{value:g}mm" for name, value in indents.items() if value),
            *(f"{name}:{value:g}pt" for name, value in spaces.items() if value),
            *(declaration for declaration, wanted in switches.items() if wanted),
        ]
    )


def _body(article: Article) -> str:
    return "\n".join(_section(article.layout, section) for section in article.sections)


def _section(layout: Layout, section: Section) -> str:
    room = layout.page.text_width(landscape=section.landscape)
    classes = ("landscape" if section.landscape else "portrait") + (" restart" if section.restart else "")
    return f'<section class="{classes}">\n{_blocks(layout, section.blocks, room)}\n</section>'


def _blocks(layout: Layout, blocks: Sequence[Block], room: float) -> str:
    return "\n".join(
        _table(layout, part, room) if isinstance(part, Table) else _paragraphs(layout, part, room)
        for part in neighbours(blocks)
    )


def _paragraphs(layout: Layout, group: Sequence[Paragraph], room: float) -> str:
    name = group[0].component
    broken = [well_broken(layout, paragraph, room) for paragraph in group]
    out = [f'<p class="{name}">{"".join(_run(run) for run in paragraph.runs)}</p>' for paragraph in broken]
    if layout.components[name].line:
        length = line_width(layout.components[name], [paragraph.text for paragraph in broken], room)
        out.append(f'<div class="line {name}-line" style="width:{length:.1f}mm"></div>')
    return "\n".join(out)


def _run(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br/>")
    if run.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if run.bold else text


def _table(layout: Layout, table: Table, room: float) -> str:
    columns, overhang = column_widths(layout, table, room)
    out = ["".join(f'<col style="width:{width:.1f}mm"/>' for width in columns)]
    for is_header, rows in groupby(table.rows, key=lambda row: row.header):
        part = "thead" if is_header else "tbody"
        out.append(f"<{part}>{''.join(_row(layout, row, columns) for row in rows)}</{part}>")
    style = f"width:{sum(columns):.1f}mm" + (f";margin-left:{-overhang:g}mm" if overhang else "")
    return f'<table class="{table.kind}" style="{style}">{"".join(out)}</table>'


def _row(layout: Layout, row: Row, columns: Sequence[float]) -> str:
    tag = "th" if row.header else "td"
    out = ['<tr class="braced">' if row.braced else "<tr>"]
    position = 0
    for cell in row.cells:
        if cell.brace:
            content = _brace(brace_height(layout, row.cells[0], columns[0]))
        else:
            content = _blocks(layout, cell.blocks, sum(columns[position : position + cell.span]))
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        out.append(f"<{tag}{span}>{content}</{tag}>")
        position += cell.span
    return "".join([*out, "</tr>"])


def _brace(height: float) -> str:
    end, middle = round(height, 1), round(height / 2, 1)
    return (
        f'<svg width="2mm" height="{end}mm" viewBox="0 0 2 {end}" aria-hidden="true">'
        '<path fill="none" stroke="#000" stroke-width=".25"'
        f' d="M0 .1Q1 .1 1 1V{middle - 1:g}Q1 {middle} 2 {middle}Q1 {middle} 1 {middle + 1:g}'
        f'V{end - 1:g}Q1 {end - 0.1:g} 0 {end - 0.1:g}"/></svg>'
    )
