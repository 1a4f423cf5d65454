"""The entries of ``papers.yaml``: keys that their papers do not take, papers that there are not, two for one paper."""

from collections.abc import Iterator
from functools import partial

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.reviews import Review
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.model.paper_keys import paper_keys, takers, untaken
from thidua_cli.model.terms import PAPER_NAMES
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.sameness import unit_key
from thidua_cli.vietnamese.text import fold, listing, nearest

Entry = Record[PaperFacts]


def keys(context: CampaignContext) -> Iterator[Finding]:
    """Find what an entry tells and its paper neither prints nor asks for."""
    for record in context.facts.papers:
        own = record.value
        for key in untaken(own):
            message = f"{PAPER_NAMES[own.doc]} không dùng “{key}” ({PaperFacts.model_fields[key].title})"
            yield Finding("paper-key-unused", record.origin.spot(key), message, _used_by(own.doc, key))


def _used_by(doc: str, key: str) -> str:
    if doc == "plan":
        return "mọi điều của kế hoạch ghi trong plan.yaml"
    papers = listing((f"{name} ({PAPER_NAMES[name]})" for name in takers(key)), "và", most=4, others="giấy tờ khác")
    return f"bỏ khóa này; “{key}” chỉ có ở mục doc: {papers}"


def papers(context: CampaignContext) -> Iterator[Finding]:
    """Find entries of a paper that the campaign cannot have: of an award, a unit, a review, a decision unknown."""
    reviews, awards = context.reviews, context.award_names
    decisions = [one.value.id for one in context.facts.decisions]
    for record in context.facts.papers:
        own, finding = record.value, partial(_at, record)
        for code, field, problem in reviews.problems(own):
            yield finding(code, field, *problem)
        named = [("award", own.award or "")] if own.award else []
        named += [(f"amounts[{index}].award", one.award) for index, one in enumerate(own.amounts)]
        for field, typed in named:
            if fault := awards.find(typed, None).problem:
                yield finding("unknown-award", field, *fault)
        yield from _givers(record, context)
        if own.unit and context.known_units.lacks(own.unit):
            message, hint = context.known_units.unknown(own.unit)
            yield Finding("unknown-unit", record.origin.spot("unit"), message, hint, about=About(unit=own.unit))
        if own.decision and own.decision not in decisions and "decisions" not in context.facts.doubted:
            yield finding("unknown-reference", "decision", *_no_decision(own.decision, decisions))


def _at(record: Entry, code: str, field: str, message: str, hint: str) -> Finding:
    return Finding(code, record.origin.spot(field), message, hint)


def _givers(record: Entry, context: CampaignContext) -> Iterator[Finding]:
    known = [one.id for one in context.plan.awards]
    for typed in record.value.givers:
        if typed not in known:
            near = nearest(typed, known)
            hint = f"có phải “{near}”?" if near else f"ghi mã của kế hoạch: {listing(known)}"
            message = f"kế hoạch không có hình thức mang mã “{typed}”"
            yield Finding("unknown-award", record.origin.spot(f"givers.{typed}"), message, hint)


def _no_decision(typed: str, known: list[str]) -> tuple[str, str]:
    message = f"decisions.yaml không có quyết định mang mã “{typed}”"
    near = nearest(typed, known)
    if near:
        return message, f"có phải “{near}”?"
    if known:
        return message, f"ghi một trong: {listing(known)}"
    return message, "ghi quyết định bằng lệnh thidua decide, rồi ghi mã (id) của nó ở đây"


def twice(context: CampaignContext) -> Iterator[Finding]:
    """Find two entries of which nothing tells which of the two is meant."""
    first: dict[tuple[str, ...], Entry] = {}
    reviews, awards = context.reviews, context.award_names
    for record in context.facts.papers:
        before = first.setdefault(_paper_of(record.value, reviews.of(record.value), awards), record)
        if before is record:
            continue
        own = record.value
        message = f"hai mục cùng nói về {PAPER_NAMES[own.doc]}"
        by = paper_keys()[own.doc].by
        hint = f"gộp làm một, hoặc ghi {listing(by, 'hoặc')} để phân biệt" if by else "gộp làm một"
        others = ((before.origin.spot("doc"), "mục kia"),)
        yield Finding("paper-entry-twice", record.origin.spot("doc"), message, hint, others=others)


def _paper_of(own: PaperFacts, review: Review, awards: AwardNames) -> tuple[str, ...]:
    """Return what tells an entry from the others; a word that is not understood as it was typed."""
    meant = awards.find(own.award, None).awards if own.award else ()
    award = ",".join(one.id for one in meant) or fold(own.award or "")
    told = [review.occasion or fold(own.occasion or ""), review.phase or fold(own.phase or ""), str(review.year or "")]
    return own.doc, award, unit_key(own.unit or ""), own.decision or "", *told


CHECKS = (keys, papers, twice)
