"""The stylesheet of a page for the browser, from the layout that the Word file is made from."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from string import Template

from thidua_cli.page.layout import Component
from thidua_cli.page.vocabulary import ALIGNMENTS, Article, Sheet


def stylesheet(article: Article, names: Sequence[str]) -> str:
    """Return the rules of a paper; ``names`` are the classes of its sections, from `page_names`."""
    layout = article.layout
    rules = [
        f"body{{font:14pt/1.15 '{layout.font}','Liberation Serif',serif}}",
        *_page_rules(article, names),
        shipped("page.css").template,
        *(f"td.{align}>p,th.{align}>p{{text-align:{align}!important}}" for align in ALIGNMENTS),
        *(f".to-{align}>p{{text-align:{align}!important}}" for align in ALIGNMENTS),
    ]
    for name, component in layout.components.items():
        rules.append(f".{name}{{{_declarations(component)}}}")
        if line := component.line:
            margins = f"margin-top:{line.gap:g}pt;margin-bottom:{component.after:g}pt"
            rules.append(f".{name}-line{{border-top:{line.thickness:g}pt solid;{margins}}}")
    return "\n".join(rules)


@cache
def shipped(name: str) -> Template:
    """Return a file of this folder, with ``$names`` to be filled in."""
    return Template(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def page_names(article: Article) -> list[str]:
    """Return the name of the pages of each section; sections of one shape share it."""
    shapes: dict[tuple[Sheet, str], str] = {}
    for section in article.sections:
        lying = "landscape" if section.sheet.width > section.sheet.height else "portrait"
        taken = sum(name.startswith(lying) for name in shapes.values())
        shapes.setdefault((section.sheet, section.number), f"{lying}-{taken + 1}" if taken else lying)
    return [shapes[section.sheet, section.number] for section in article.sections]


def _page_rules(article: Article, names: Sequence[str]) -> Iterator[str]:
    number = article.layout.page.number
    place = f"@{'top' if number.place == 'header' else 'bottom'}-{number.align}"
    for name, section in dict(zip(names, article.sections, strict=True)).items():
        sheet, margins = section.sheet, section.sheet.margins
        edges = " ".join(f"{edge:g}mm" for edge in (margins.top, margins.right, margins.bottom, margins.left))
        # A form of page numbers as CSS writes it: "Trang "counter(page).
        pieces = [piece for piece in re.split(r"({\w+})", number.forms[section.number]) if piece]
        counted = [f"counter({piece[1:-1]})" if piece[0] == "{" else f'"{piece}"' for piece in pieces]
        printed = f"{place}{{content:{''.join(counted) or 'none'};font-size:{number.size:g}pt}}"
        yield f"@page {name}{{size:{sheet.width:g}mm {sheet.height:g}mm;margin:{edges};{printed}}}"
        if not number.on_first_page:
            yield f"@page {name}:first{{{place}{{content:none}}}}"
        yield f"section.{name}{{page:{name};width:{sheet.width:g}mm;min-height:{sheet.height:g}mm;padding:{edges};"
        yield f"--left:{margins.left:g}mm;--top:{margins.top:g}mm}}"
    yield "section.restart{counter-reset:page 1}"


def _declarations(component: Component) -> str:
    height = f"{component.exact:g}pt" if component.exact else f"{1.15 * component.spacing:g}"
    always = f"font-size:{component.size:g}pt;line-height:{height};min-height:{component.line_height:g}pt"
    wanted = {
        f"margin-left:{component.left:g}mm": component.left,
        f"text-indent:{component.first_line:g}mm": component.first_line,
        f"margin-top:{component.before:g}pt": component.before,
        f"margin-bottom:{component.after:g}pt": component.after and not component.line,
        "font-weight:bold": component.bold,
        "font-style:italic": component.italic,
        "text-decoration:underline": component.underline,
        "break-after:avoid": component.keep_next,
    }
    return ";".join([always, f"text-align:{component.align}", *(told for told, value in wanted.items() if value)])
