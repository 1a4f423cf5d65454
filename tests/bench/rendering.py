"""Rendering one plan in one process: thidua against docxtpl, with the same paragraphs."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document

from tests.bench.measure import Pair, compare
from tests.papers.rendered import PLAN_PAPER, plan_html
from thidua_cli.campaign.load_plan import load_plan
from thidua_cli.model.plan import Plan
from thidua_cli.page.docx.main_part import to_docx

_ROOT = Path(__file__).resolve().parents[2]
_PLAN = _ROOT / "plans" / "vi-nguoi-ngheo" / "plan.yaml"
_DAY = date(2026, 1, 1)
_WANTED = 90


def run(rounds: int) -> Iterator[Pair]:
    """Yield the pairs."""
    plan = _plan_of(_WANTED)
    content = ours(plan)
    count = len(texts(content))
    for kind, make in (("a tag a paragraph", form_template), ("one loop", loop_template)):
        template, context = make(content)
        assert texts(peer(template, context)) == texts(content), "both must print the same paragraphs"
        theirs = partial(peer, template, context)
        yield compare(
            f"thidua, model to .docx ({count} paragraphs)", partial(ours, plan), f"docxtpl, {kind}", theirs, rounds
        )
        yield compare("thidua, YAML file to .docx", _whole, f"docxtpl, {kind}", theirs, rounds)


def ours(plan: Plan) -> bytes:
    """Return our Word file of a plan."""
    return to_docx(plan_html(plan, _DAY), source=PLAN_PAPER.template)


def _whole() -> bytes:
    plan = load_plan(_PLAN).plan
    assert plan is not None
    return ours(plan)


def _plan_of(paragraphs: int) -> Plan:
    """Return the example, with items added until it prints as many paragraphs."""
    plan = load_plan(_PLAN).plan
    assert plan is not None
    missing = max(0, paragraphs - len(texts(ours(plan))))
    more = [f"Việc thứ {number}: các đơn vị thực hiện, báo cáo kết quả đúng hạn." for number in range(missing)]
    section = plan.body[-1].model_copy(update={"items": [*plan.body[-1].items, *_items(more)]})
    return plan.model_copy(update={"body": [*plan.body[:-1], section]})


def _items(lines: list[str]) -> list[Any]:
    from thidua_cli.model.body import Item

    return [Item(text=line) for line in lines]


def texts(content: bytes) -> list[str]:
    """Return the texts of all paragraphs, those of tables too, without blanks."""
    body = Document(BytesIO(content)).element.body
    namespace = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = (" ".join(node.text or "" for node in p.iter(f"{namespace}t")) for p in body.iter(f"{namespace}p"))
    return [" ".join(text.split()) for text in found if text.strip()]


def form_template(content: bytes) -> tuple[bytes, dict[str, Any]]:
    """Return a Word form such as offices keep: our own file, a tag in place of each text in one face."""
    document: Any = Document(BytesIO(content))
    context: dict[str, Any] = {}
    tagged(document, context)
    return saved(document), context


def tagged(document: Any, context: dict[str, Any]) -> None:
    """Put a tag in place of each text that has none, and what it stands for into the context."""
    for run_ in (run_ for paragraph in _all_paragraphs(document) for run_ in paragraph.runs):
        if run_.text.strip() and "{" not in run_.text:
            name = f"p{len(context)}"
            context[name] = escaped(run_.text)
            run_.text = f"{{{{ {name} }}}}"


def loop_template(content: bytes) -> tuple[bytes, dict[str, Any]]:
    """Return the leanest template: tags in the tables, and one loop for the body, in one style for all of it."""
    document, context = Document(BytesIO(content)), {}
    for table in document.tables:
        for paragraph in _cell_paragraphs(table):
            if paragraph.text.strip():
                name = f"t{len(context)}"
                context[name] = escaped(paragraph.text)
                _only(paragraph, f"{{{{ {name} }}}}")
    body = [paragraph for paragraph in document.paragraphs if paragraph.text.strip()]
    context["lines"] = [escaped(paragraph.text) for paragraph in body]
    for text in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        body[0].insert_paragraph_before(text).style = body[-1].style
    for paragraph in document.paragraphs:
        if paragraph.text and "{" not in paragraph.text:
            paragraph._element.getparent().remove(paragraph._element)
    return saved(document), context


def _all_paragraphs(document: Any) -> list[Any]:
    return [*document.paragraphs, *(paragraph for table in document.tables for paragraph in _cell_paragraphs(table))]


def _cell_paragraphs(table: Any) -> list[Any]:
    return [paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]


def _only(paragraph: Any, text: str) -> None:
    for run_ in paragraph.runs[1:]:
        run_._element.getparent().remove(run_._element)
    paragraph.runs[0].text = text


def escaped(text: str) -> str:
    """docxtpl puts values into XML as they are."""
    return escape(text.replace("\n", " "))


def saved(document: Any) -> bytes:
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def peer(template: bytes, context: dict[str, Any]) -> bytes:
    """Return the Word file that docxtpl makes."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(BytesIO(template))
    document.render(context)
    return saved(document)
