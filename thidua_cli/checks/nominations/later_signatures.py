"""Who signs what comes after the plan: the blocks of office, papers and decisions; whether the decider signs those."""

from collections.abc import Iterator

from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.checks.signatures import faults
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.law.decider_names import who
from thidua_cli.law.spelt_words import Words, said, words_of
from thidua_cli.model.decision import Decision
from thidua_cli.model.plan import Signer
from thidua_cli.reading.origin import Origin, Record
from thidua_cli.vietnamese.sameness import name_key


def typed(context: CampaignContext) -> Iterator[Finding]:
    """Find blocks with a sign typed before the post, deputies who sign for nobody, several names in one."""
    for origin, path, signer, of_head in _blocks(context):
        for key, message, hint in faults(signer, of_head=of_head):
            yield Finding("signature-typed", origin.spot(f"{path}.{key}"), message, hint)


def _blocks(context: CampaignContext) -> Iterator[tuple[Origin, str, Signer, bool]]:
    """Yield the blocks, each with its place and whether a head signs it: papers are also signed by who makes them."""
    facts = context.facts
    if facts.office:
        for index, signer in enumerate(facts.office.value.signers):
            yield facts.office.origin, f"signers[{index}]", signer, True
    for paper in facts.papers:
        for index, signer in enumerate(paper.value.signers):
            yield paper.origin, f"signers[{index}]", signer, False
    for decision in facts.decisions:
        if decision.value.signer:
            yield decision.origin, "signer", decision.value.signer, True


def of_decisions(context: CampaignContext) -> Iterator[Finding]:
    """Find decisions that somebody signs who is not their decider, nor signs for him."""
    for record in context.facts.decisions:
        signer = record.value.signer
        if signer and not any(faults(signer, of_head=True)) and not _signs(signer, record):
            decider = record.value.decided_by
            message = f"{signer.post} ký Quyết định số {record.value.number}, người quyết định là {decider}"
            yield Finding("decision-signer", record.origin.spot("signer.post"), message)


def _signs(signer: Signer, decision: Record[Decision]) -> bool:
    """Tell whether a block may be the decider's: of any head it is, of whom we do not know it may be."""
    decider = who(words_of(decision.value.decided_by))
    if decider.any_unit or not (decider.post or decider.committee):
        return True
    whole = _key(decider.words)
    posts = (signer.post, signer.deputy_for, signer.on_behalf, signer.by_order_of, signer.authorised_by)
    typed = [_key(words_of(post)) for post in posts if post]
    return any(whole.startswith(post) or post.startswith(whole) for post in typed)


def _key(words: Words) -> str:
    return f"{name_key(said(words))} "


CHECKS = (typed, of_decisions)
