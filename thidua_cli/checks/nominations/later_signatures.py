"""Who signs what comes after the plan: the blocks of office, papers and decisions; whether the decider signs those."""

from collections.abc import Iterator

from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.checks.signatures import faults
from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.decider_names import can_be, who
from thidua_cli.law.spelt_words import Words, said, words_of
from thidua_cli.model.decision import Decision
from thidua_cli.model.plan import Signer
from thidua_cli.reading.origin import Origin, Record
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.sameness import name_key, same_name
from thidua_cli.vietnamese.text import nearest

_NEARLY = 0.95  # a letter too many or too few, another accent; Hùng and Dũng are two


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


def heads(context: CampaignContext) -> Iterator[Finding]:
    """Note who has the post of a signer of the plan in its body, and another name; warn where that is nearly his."""
    plan = context.plan
    known = {name_key(one.post): one for one in plan.signers if one.name and not who(words_of(one.post)).deputy}
    for where, post, name in _named(context):
        own = known.get(name_key(post))
        if own is None or own.name is None or same_name(own_name(own.name), own_name(name)):
            continue
        near = nearest(own_name(name), [own_name(own.name)], _NEARLY)
        message = f"{post} là {name}, ở kế hoạch là {own.name}"
        yield Finding("signer-differs", where, message, severity=Severity.WARNING if near else None)


def _named(context: CampaignContext) -> Iterator[tuple[Spot, str, str]]:
    """Yield who is named with a post of the body of the plan: in decisions of its own, papers, the council."""
    facts, body = context.facts, context.plan.issuer.name
    blocks = [(one.origin.spot("signer.name"), one.value.signer) for one in facts.decisions if _is_of(one.value, body)]
    for paper in facts.papers:
        if paper.value.issuer is None:
            blocks += [(paper.origin.spot(f"signers[{n}].name"), one) for n, one in enumerate(paper.value.signers)]
    yield from ((where, one.post, one.name) for where, one in blocks if one and one.name)
    for sitting in context.sessions:
        for index, member in enumerate(sitting.council.members):
            if member.post and not member.unit:
                yield sitting.spot(f"members[{index}].name"), member.post, member.name


def _is_of(decision: Decision, body: str) -> bool:
    """Tell whether a decision is surely of that body: its signer's post there is its decider."""
    post = decision.signer.post if decision.signer else ""
    return bool(post) and can_be(who(words_of(decision.decided_by)), who(words_of(f"{post} {body}")))


CHECKS = (typed, of_decisions, heads)
