"""Letters that send dossiers back, one to each of a thousand units: thidua against docxtpl, the same paragraphs."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from tests.bench.certificates import peers
from tests.bench.measure import Pair, on_each, timed
from tests.bench.rendering import escaped, peer, saved, tagged, texts
from tests.bench.sent_back_province import sent_back
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.page.docx.main_part import to_docx
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.registry import PAPERS

_PAPER = PAPERS["return"]
_FAULTS = 1  # the place of its table in the letter, behind the letterhead
_COLUMNS = 5


def run(rounds: int, count: int = 1000) -> Iterator[Pair]:
    """Yield the pairs, all of one run; nothing that a campaign keeps is kept from round to round."""
    small, large = sent_back(count), sent_back(2 * count)
    letters = ours(small)
    template, _ = letter_template(letters[0])
    contexts = [letter_template(content)[1] for content in letters]
    assert texts(peer(template, contexts[-1])) == texts(letters[-1]), "both must print the same paragraphs"
    sides = {
        "ours": _fresh(rounds, *small),
        "theirs": partial(peers, template, contexts),
        "twice": _fresh(rounds, *large),
    }
    times = timed(sides, rounds)
    yield Pair(f"{count} letters of return", times["ours"], f"docxtpl, {count} files", times["theirs"])
    yield Pair(f"{2 * count} letters of return", times["twice"], f"{count} of ours", times["ours"])


def _fresh(rounds: int, campaign: ResolvedCampaign, asked: Asked) -> Callable[[], object]:
    return on_each(ours, [(replace(campaign), asked) for _ in range(rounds + 1)])


def ours(given: tuple[ResolvedCampaign, Asked]) -> list[bytes]:
    """Return our Word files of all letters, from the model on."""
    documents = _PAPER.documents(*given)
    return [to_docx(_PAPER.html(one), source=_PAPER.template, folders=one.folders) for one in documents]


def letter_template(letter: bytes) -> tuple[bytes, dict[str, Any]]:
    """Return the form that an office would write for docxtpl: tags, and the table of faults as a loop in a loop."""
    document = Document(BytesIO(letter))
    table = document.tables[_FAULTS]._tbl
    groups: list[dict[str, Any]] = []
    _, title, first, *others = rows = table.tr_lst
    for row in rows[1:]:
        told = [escaped(" ".join(text.text for text in cell.iter(qn("w:t")))) for cell in row.tc_lst]
        if len(told) == 1:
            groups.append({"title": told[0], "rows": []})
        else:
            groups[-1]["rows"].append(told)
    for row in others:
        table.remove(row)
    opened = [_tag_row(first, "{%tr for group in groups %}"), _tag_row(first, "{%tr for row in group.rows %}")]
    closed = [_tag_row(first, "{%tr endfor %}") for _ in opened]
    _write(title, ["{{ group.title }}"])
    _write(first, [f"{{{{ row[{number}] }}}}" for number in range(_COLUMNS)])
    title.addprevious(opened[0])
    first.addprevious(opened[1])
    for row in closed:
        first.addnext(row)
    context: dict[str, Any] = {"groups": groups}
    tagged(document, context)
    return saved(document), context


def _tag_row(like: Any, tag: str) -> Any:
    row = deepcopy(like)
    _write(row, [tag, *[""] * (_COLUMNS - 1)])
    return row


def _write(row: Any, cells: list[str]) -> None:
    """Write a text into each cell of a row."""
    for cell, text in zip(row.tc_lst, cells, strict=True):
        for run in list(cell.iter(qn("w:r"))):
            run.getparent().remove(run)
        cell.p_lst[0].add_r().text = text
