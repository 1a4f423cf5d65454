"""The decisions: whom their names mean, who decided, and whether the award book has the same."""

from collections.abc import Iterator

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.course import courses
from thidua_cli.campaign.given import booked, name_of
from thidua_cli.campaign.passed import State
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.peers import heads_a_peer
from thidua_cli.model.awards import award_name
from thidua_cli.model.decision import Decision
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.sameness import decision_key
from thidua_cli.vietnamese.text import FEW, listing


def names(context: CampaignContext) -> Iterator[Finding]:
    """Find names in decisions that mean nobody who was put forward, or several."""
    yield from context.decided.findings


def decisions(context: CampaignContext) -> Iterator[Finding]:
    """Look at each decision by itself."""
    reviews, awards = context.reviews, context.award_names
    first: dict[str, Record[Decision]] = {}
    for record in context.facts.decisions:
        decision = record.value
        for code, field, problem in reviews.problems(decision):
            yield Finding(code, record.origin.spot(field), *problem)
        yield from _deciders(record, awards)
        if not any(map(str.isalpha, decision.number)):
            message = f"số quyết định “{decision.number}” chưa có ký hiệu"
            yield Finding("decision-number", record.origin.spot("number"), message)
        yield from _elsewhere(record, context)
        yield from _unregistered(record, context)
        for key in (f"id {decision.id}", decision_key(decision.number) or ""):
            if key in first:
                message = f"hai quyết định cùng {key if key.startswith('id') else f'số {decision.number}'}"
                others = ((first[key].origin.spot("number"), "đã ghi ở đây"),)
                yield Finding("decision-twice", record.origin.spot("number"), message, others=others)
                break
            first[key] = record


def unpassed(context: CampaignContext) -> Iterator[Finding]:
    """Find whom a decision awards though the council refused him, or put him off."""
    if not context.facts.decisions:
        return
    for one in courses(context):
        state = one.standing.state
        if one.given and state in (State.REFUSED, State.PUT_OFF):
            number = one.given.decision.value.number
            where = one.given.decision.origin.spot(f"awarded[{one.given.index}].{one.given.awarded.key}")
            message = f"Quyết định số {number} tặng {one.entry.nomination.name}, Hội đồng chưa thông qua"
            yield Finding("decision-unpassed", where, message, one.standing.why, about=one.entry.about)


def _deciders(record: Record[Decision], awards: AwardNames) -> Iterator[Finding]:
    decision = record.value
    for index, typed in enumerate(decision.awards):
        for award in awards.find(typed, None).awards:
            if planned := awards.other_decider(award, decision.decided_by):
                name, other = award_name(award), decision.decided_by
                message = f"theo kế hoạch, {name} do {planned} quyết định, không phải {other}"
                yield Finding("decision-decider", record.origin.spot(f"awards[{index}]"), message)


def _elsewhere(record: Record[Decision], context: CampaignContext) -> Iterator[Finding]:
    """Ask about a decider who heads another body of the issuer's kind, where the plan does not tell who decides."""
    names, plan, by = context.award_names, context.plan, record.value.decided_by
    told = [award for typed in record.value.awards for award in names.find(typed, None).awards if award.decided_by]
    if not told and heads_a_peer(by, plan.issuer.name, plan.campaign.launched_by):
        message = f"“{by}” là của cơ quan khác, ngang cấp với {plan.issuer.name} ban hành kế hoạch"
        hint = "xem lại decided_by; nếu đúng thì ghi decided_by của hình thức ấy trong kế hoạch"
        yield Finding("decision-decider", record.origin.spot("decided_by"), message, hint, severity=Severity.WARNING)


def _unregistered(record: Record[Decision], context: CampaignContext) -> Iterator[Finding]:
    """Find whoever a decision awards and the award book does not have with that decision."""
    if context.register is None or context.register_doubted:
        return
    key = decision_key(record.value.number)
    lines = [line for line in context.register if decision_key(line.value.decision) == key]
    lacking = [name_of(one, context) for one in record.value.awarded if not booked(one, lines, context)]
    if lacking:
        who = listing(lacking, "và", most=FEW, others="tên khác")
        message = f"sổ khen thưởng chưa có {who} theo Quyết định số {record.value.number}"
        yield Finding("decision-unregistered", record.origin.spot("number"), message)


CHECKS = (names, decisions, unpassed)
