"""Papers in HTML that hold every element of the vocabulary: all components, all tables, all sections."""

from hypothesis import strategies as st

from thidua_cli.page.layout import layout_names, load_layout
from thidua_cli.page.vocabulary import TABLES

LAYOUTS = layout_names()
COMPONENTS = {name: tuple(load_layout(name).components) for name in LAYOUTS}
_SHARED = set.intersection(*map(set, COMPONENTS.values()))
_LONG = "Ủy ban nhân dân phường Hòa An phát động thi đua năm 2026 " * 3
TEXTS = (
    "",
    "x",
    _LONG,
    "một <b>hai <i>ba</i></b><br/> bốn &amp; &lt;năm&gt; &quot;]]&gt;",
    "<br/>Số:&#160;&#160;<i> </i><br/>",
    "e\u0301 \u200b \U0001f600 \u202e",
)


def article(layout: str, *sections: str) -> str:
    """Return a paper of some sections."""
    return f'<article data-layout="{layout}" data-title="A &amp; B" data-author="C">{"".join(sections)}</article>'


def section(content: str, *, landscape: bool = False, restart: bool = False) -> str:
    """Return the pages of one orientation."""
    kind = ' class="landscape"' if landscape else ""
    numbering = ' data-numbering="restart"' if restart else ""
    return f"<section{kind}{numbering}>{content}</section>"


def paragraph(component: str, text: str) -> str:
    """Return one paragraph."""
    return f'<p class="{component}">{text}</p>'


def table(kind: str, *rows: str, head: str = "") -> str:
    """Return a table of a kind; ``head`` are its header rows."""
    top = f"<thead>{head}</thead>" if head else ""
    return f'<table class="{kind}">{top}<tbody>{"".join(rows)}</tbody></table>'


def row(*cells: str, braced: bool = False, span: int = 1) -> str:
    """Return a row of two cells; ``span`` is that of the first one."""
    first = f' colspan="{span}"' if span > 1 else ""
    kind = ' class="braced"' if braced else ""
    return f"<tr{kind}><td{first}>{cells[0]}</td>{''.join(f'<td>{cell}</td>' for cell in cells[1:])}</tr>"


_components = st.sampled_from(sorted(_SHARED))
_paragraphs = st.builds(paragraph, _components, st.sampled_from(TEXTS))


def _tables(cells: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    rows = st.builds(row, cells, cells)
    braced = st.builds(row, cells, cells, braced=st.just(True))
    plain = st.builds(table, st.sampled_from(TABLES), rows, rows, head=st.one_of(st.just(""), rows))
    return st.one_of(plain, st.builds(table, st.just("recipients"), rows, braced, braced))


def _joined(blocks: st.SearchStrategy[str], least: int) -> st.SearchStrategy[str]:
    return st.lists(blocks, min_size=least, max_size=4).map("".join)


# A cell holds paragraphs and tables, whose cells hold the same.
_cells = st.recursive(
    _joined(_paragraphs, 0), lambda inner: _joined(st.one_of(_paragraphs, _tables(inner)), 0), max_leaves=6
)
_blocks = _joined(st.one_of(_paragraphs, _tables(_cells)), 1)
_sections = st.builds(section, _blocks, landscape=st.booleans(), restart=st.booleans())
any_paper = st.builds(article, st.sampled_from(LAYOUTS), _sections, st.just("") | _sections, st.just("") | _sections)
