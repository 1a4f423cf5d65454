"""Numbers that stand twice: of two papers of one series in one year."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.paper_kinds import paper_kinds
from thidua_cli.model.dates import PartialDate
from thidua_cli.model.paper_facts import PaperFacts
from thidua_cli.model.plan import Issuer
from thidua_cli.model.terms import PAPER_NAMES, PAPER_SERIES
from thidua_cli.vietnamese.text import fold

_PARTS = re.compile(r"[-/ ]+")


class _Key(NamedTuple):
    """A number in its series: the signs of kind and office, and the year in which it is counted."""

    digits: str
    signs: frozenset[str]
    year: int

    def is_of_another_office(self, other: "_Key") -> bool:
        """Tell whether two differ in their signs alone."""
        return (self.digits, self.year) == (other.digits, other.year) and self.signs != other.signs


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A paper with its number, what names it, and its kind in papers.yaml, if it stands there."""

    key: _Key
    named: str
    where: Spot
    doc: str = ""


def numbers(context: CampaignContext) -> Iterator[Finding]:
    """Find two papers of one office that bear one number; kind, year and office must be known of both.

    A submission of a unit is numbered by the unit, of which the campaign knows no short name.
    """
    first: dict[_Key, _Numbered] = {}
    for one in (*_decisions(context), *_papers(context)):
        before = first.setdefault(one.key, one)
        if before is not one:
            message = f"{one.named} trùng số với {before.named}, cùng năm {one.key.year}"
            yield Finding("number-twice", one.where, message, others=((before.where, before.named),))
        elif one.doc:
            yield from _of_other_offices(one, first.values())


def _of_other_offices(one: "_Numbered", known: Iterable["_Numbered"]) -> Iterator[Finding]:
    """Note another paper of the kind with this number, by another office: that may be right, and may be copied."""
    for other in known:
        if other.doc == one.doc and other.key.is_of_another_office(one.key):
            message = f"{one.named} cùng số với {other.named} của cơ quan khác"
            hint = "mỗi cơ quan đánh số một dãy riêng thì không phải sửa; chép nhầm thì sửa number"
            others = ((other.where, other.named),)
            yield Finding("number-twice", one.where, message, hint, severity=Severity.NOTE, others=others)


def _decisions(context: CampaignContext) -> Iterator[_Numbered]:
    told: set[str] = set()
    for record in context.facts.decisions:
        decision = record.value
        digits, *signs = _PARTS.split(fold(decision.number).removeprefix("so").strip(" :"))
        if decision.number not in told and signs:  # a decision that stands twice is told as that
            told.add(decision.number)
            key = _Key(digits.lstrip("0"), frozenset(signs), decision.date.year)
            yield _Numbered(key, f"Quyết định số {decision.number}", record.origin.spot("number"))


def _papers(context: CampaignContext) -> Iterator[_Numbered]:
    for record in context.facts.papers:
        own = record.value
        issuer = own.issuer or (None if own.unit and own.doc == "submission" else context.plan.issuer)
        if own.number and own.date and issuer and own.doc in PAPER_SERIES:
            named = f"{PAPER_NAMES[own.doc]} số {own.number} ({_told(own.date)})"
            key = _Key(own.number.lstrip("0"), _signs(own, issuer), own.date.year)
            yield _Numbered(key, named, record.origin.spot("number"), own.doc)


def _signs(own: PaperFacts, issuer: Issuer) -> frozenset[str]:
    sign = paper_kinds()[PAPER_SERIES[own.doc]].sign_in(issuer.layout)
    return frozenset(filter(None, (*_PARTS.split(fold(sign)), *_PARTS.split(fold(issuer.abbreviation)))))


def _told(day: PartialDate) -> str:
    return f"ngày {day}" if day.day else f"tháng {day}"


CHECKS = (numbers,)
