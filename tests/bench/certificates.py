"""A thousand certificates, in one file and as a thousand files: thidua against docxtpl, with the same paragraphs."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from tests.bench.measure import Pair, compare
from tests.bench.rendering import form_template, peer, saved, texts
from tests.papers.certificate.batches import batch
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.commands.process import without_collector
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.registry import PAPERS

_PAPER = PAPERS["certificate"]
_DAY = date(2026, 1, 1)


def run(rounds: int, count: int = 1000) -> Iterator[Pair]:
    """Yield the pairs: each goal is a ratio of one run; without docxtpl there are only our own."""
    with without_collector():  # as the command reads a campaign
        small, large = batch(count), batch(2 * count)
    yield compare(
        f"{2 * count} certificates in one file", partial(ours, large), f"{count} of ours", partial(ours, small), rounds
    )
    try:
        import docxtpl  # noqa: F401
    except ImportError:
        return
    one, each = ours(small)[0], ours(small, each=True)
    (form, _), (loop, context) = form_template(each[0]), loop_template_of(one, each[0])
    contexts = [form_template(content)[1] for content in each]
    assert texts(peer(form, contexts[-1])) == texts(each[-1]), "both must print the same paragraphs"
    assert texts(peer(loop, context)) == texts(one), "both must print the same paragraphs"
    files = partial(_peers, form, contexts)
    yield compare(f"{count} certificates in one file", partial(ours, small), f"docxtpl, {count} files", files, rounds)
    looped = partial(peer, loop, context)
    yield compare(f"{count} certificates in one file", partial(ours, small), "docxtpl, one loop", looped, rounds)
    yield compare(f"{count} files", partial(ours, small, each=True), f"docxtpl, {count} files", files, rounds)


def ours(campaign: ResolvedCampaign, *, each: bool = False) -> list[bytes]:
    """Return our Word files of the certificates of a campaign, from the model on."""
    documents = _PAPER.documents(campaign, Asked(_DAY, each=each))
    return [to_docx(_PAPER.html(one), source=_PAPER.template, folders=one.folders) for one in documents]


def _peers(template: bytes, contexts: list[dict[str, Any]]) -> int:
    return sum(len(peer(template, context)) for context in contexts)


def loop_template_of(one: bytes, certificate: bytes) -> tuple[bytes, dict[str, Any]]:
    """Return the template of a batch: one certificate with tags, its page closed by a section, in a loop."""
    from copy import deepcopy
    from io import BytesIO

    from docx import Document
    from docx.oxml.ns import qn

    template, _ = form_template(certificate)
    document = Document(BytesIO(template))
    body = document.element.body
    first, last = document.paragraphs[0], document.paragraphs[-1]
    for run_ in (run_ for paragraph in document.paragraphs for run_ in paragraph.runs):
        run_.text = run_.text.replace("{{ p", "{{ card.p")
    last._element.get_or_add_pPr().append(deepcopy(body.find(qn("w:sectPr"))))
    first.insert_paragraph_before("{%p for card in cards %}")
    document.add_paragraph("{%p endfor %}")
    cards = _cards(one, document_texts=len(form_template(certificate)[1]))
    return saved(document), {"cards": cards}


def _cards(batch_file: bytes, document_texts: int) -> list[dict[str, str]]:
    """Return the values of each certificate of a batch, by the tags of `form_template`."""
    values = list(form_template(batch_file)[1].values())
    return [
        {f"p{number}": value for number, value in enumerate(values[start : start + document_texts])}
        for start in range(0, len(values), document_texts)
    ]
