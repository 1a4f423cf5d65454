"""The ids of nominations: each is one nominee's, or a line that calls somebody by it means nobody."""

from collections.abc import Iterator

from thidua_cli.campaign.entry import Entry
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.vietnamese.text import fold


def ids(context: CampaignContext) -> Iterator[Finding]:
    """Find ids that two nominees bear; where nothing calls anybody by the id it may be each unit's own numbering."""
    used = set(_used(context))
    first: dict[str, Entry] = {}
    for entry in context.entries:
        own = entry.nomination.id
        if own is None:
            continue
        before = first.setdefault(fold(own), entry)
        if before is entry or entry in context.nominees.of(before):
            continue
        message = f"mã đề nghị {own} đã ghi cho {before.who}"
        others = ((before.origin.spot("id"), before.who),)
        severity = None if fold(own) in used else Severity.NOTE
        yield entry.finding("nomination-id-twice", "id", message, severity=severity, others=others)


def _used(context: CampaignContext) -> Iterator[str]:
    """Yield the ids that votes, decisions, results and lines of the book call somebody by."""
    for sitting in context.sessions:
        yield from (fold(one.id) for one in (*sitting.council.votes, *sitting.council.put_off) if one.id)
    for record in context.facts.decisions:
        yield from (fold(one.id) for one in (*record.value.awarded, *record.value.excepted) if one.id)
    for results in context.facts.results:
        yield from (fold(one.id) for one in results.value.exemplary if one.id)
    for campaign, nomination in context.past.by_nomination:
        if campaign == context.plan.id:
            yield nomination


CHECKS = (ids,)
