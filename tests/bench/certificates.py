"""A thousand certificates, in one file and as a thousand files: thidua against docxtpl, with the same paragraphs."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from tests.bench.measure import Pair, on_each, timed
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
    """Yield the pairs, all of one run; every round of ours prints other names, so that none was kept of the last."""
    with without_collector():  # as the command reads a campaign
        sides = {
            "one": _ours(rounds, count, 0),
            "each": _ours(rounds, count, 1, each=True),
            "two": _ours(rounds, 2 * count, 2),
            "two each": _ours(rounds, 2 * count, 4, each=True),
        }
        small = batch(count)
    one, each = ours(small)[0], ours(small, each=True)
    (form, _), (loop, context) = form_template(each[0]), loop_template_of(one, each[0])
    contexts = [form_template(content)[1] for content in each]
    assert texts(peer(form, contexts[-1])) == texts(each[-1]), "both must print the same paragraphs"
    assert texts(peer(loop, context)) == texts(one), "both must print the same paragraphs"
    sides |= {"files": partial(peers, form, contexts), "loop": partial(peer, loop, context)}
    times = timed(sides, rounds)
    for name, ours_, peer_name, theirs in (
        (f"{count} certificates in one file", "one", f"docxtpl, {count} files", "files"),
        (f"{count} certificates in one file", "one", "docxtpl, one loop", "loop"),
        (f"{count} certificates, a file each", "each", f"docxtpl, {count} files", "files"),
        (f"{2 * count} certificates in one file", "two", f"{count} of ours", "one"),
        (f"{2 * count} certificates, a file each", "two each", f"{count} of ours", "each"),
    ):
        yield Pair(name, times[ours_], peer_name, times[theirs])


def _ours(rounds: int, count: int, at: int, *, each: bool = False) -> Callable[[], object]:
    """Return what prints another batch each time; ``at`` keeps the names of the sides apart."""
    return on_each(partial(ours, each=each), [batch(count, 7000 * (n + 1) + 1000 * at) for n in range(rounds + 1)])


def ours(campaign: ResolvedCampaign, *, each: bool = False) -> list[bytes]:
    """Return our Word files of the certificates of a campaign, from the model on."""
    documents = _PAPER.documents(campaign, Asked(_DAY, each=each))
    return [to_docx(_PAPER.html(one), source=_PAPER.template, folders=one.folders) for one in documents]


def peers(template: bytes, contexts: list[dict[str, Any]]) -> int:
    """Make the files of docxtpl, a context each."""
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
