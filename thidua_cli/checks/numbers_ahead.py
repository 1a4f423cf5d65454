"""What the checks on numbers would tell of a decision that is still to be written: `decide` refuses it."""

from collections.abc import Iterator
from dataclasses import replace

from thidua_cli.checks.nominations.book_numbers import book_numbers, of_decisions
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.checks.nominations.decisions import decisions
from thidua_cli.checks.nominations.paper_numbers import numbers
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.model.decision import Decision
from thidua_cli.reading.origin import Record

BOOK_NUMBER = "book-number-twice"
_TWICE = (BOOK_NUMBER, "decision-twice", "number-twice")


def numbers_used(context: CampaignContext, new: Record[Decision]) -> list[Finding]:
    """Return what would be told of numbers that ``new`` uses and others have, if the campaign had it too.

    A note is none of it: it may be right, as where two who decide have a book each.
    """
    after = replace(context, facts=replace(context.facts, decisions=[*context.facts.decisions, new]))
    before = {(one.code, one.where) for one in _told(context)}
    return [one for one in _told(after) if (one.code, one.where) not in before and one.severity is not Severity.NOTE]


def _told(context: CampaignContext) -> Iterator[Finding]:
    for check in (decisions, numbers, of_decisions, book_numbers):
        yield from (found for found in check(context) if found.code in _TWICE)
