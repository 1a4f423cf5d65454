"""Awards of the plan against the law: may this movement lead to them, and may this post decide them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.award_catalogue import award, deciders_of, may_decide
from thidua_cli.law.deciders import deciders as all_deciders
from thidua_cli.law.deciders import recognise_decider
from thidua_cli.law.movements import Movement, verdict
from thidua_cli.law.peers import heads_a_peer
from thidua_cli.law.regimes import regime
from thidua_cli.law.rules import abolished
from thidua_cli.law.ruling import Verdict
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.fields import subject_name

_LONGEST = 5
"""Years: no permission asks for more, so a longer movement has them all."""


@dataclass(frozen=True, slots=True)
class _Use:
    """An award as the plan means to give it: where it says so, for whom, at which kinds of review."""

    path: str
    subject: str
    moments: tuple[str | None, ...]


def awards_allowed(context: DatedPlan) -> Iterator[Finding]:
    """Find awards that a movement of this launcher, length, mode and moment cannot lead to."""
    for index, planned in enumerate(context.plan.awards):
        uses = _uses(context, planned, f"awards[{index}]")
        refused = [(use, said) for use in uses if (said := _refusal(context, planned, use))]
        if not _tells_whom(planned):  # then one subject for whom it is lawful is enough
            refused = refused[:1] if len(refused) == len(uses) else []
        yield from (_not_allowed(planned, use, said) for use, said in refused)


def _uses(context: DatedPlan, planned: PlanAward, path: str) -> list[_Use]:
    """Return each subject once for each moment, at the first quota (else standard, else form) that names it."""
    quotas = [(f"quotas[{index}]", one.subject, one.occasion) for index, one in enumerate(planned.quotas)]
    standards = [(f"standards[{index}]", one.subject, None) for index, one in enumerate(planned.standards)]
    uses = []
    for place, subjects, occasion in quotas or standards or [("form", award(planned.form).subjects, None)]:
        moments = _moments(context, occasion)
        uses += [_Use(f"{path}.{place}", subject, moments) for subject in subjects]
    return list({(use.subject, use.moments): use for use in reversed(uses)}.values())


def _tells_whom(planned: PlanAward) -> bool:
    return bool(planned.quotas or planned.standards)


def _moments(context: DatedPlan, occasion_id: str | None) -> tuple[str | None, ...]:
    occasions = context.plan.campaign.occasions
    kinds = [one.kind for one in occasions if occasion_id in (None, one.id)]
    moments = dict.fromkeys(None if kind == "award" else kind for kind in kinds)
    return tuple(moments) or ("final",)


def _refusal(context: DatedPlan, planned: PlanAward, use: _Use) -> Verdict | None:
    """Return why the award is refused at every moment and on every day that the plan leaves open."""
    campaign = context.plan.campaign
    shorter = context.years is not None and context.years < _LONGEST
    years = None if campaign.follows and shorter else context.years  # the superior's movement may be longer
    found = [
        verdict(
            award(planned.form),
            use.subject,
            Movement(campaign.launched_by, campaign.mode, years, moment, political_task=bool(planned.guidance)),
            day,
        )
        for moment in use.moments
        for day in context.signing
    ]
    return _surest_refusal(found)


def _surest_refusal(found: Sequence[Verdict]) -> Verdict | None:
    """Return a verdict when all refuse; one that does not block wins, for the law may change meanwhile."""
    if any(one.answer != "refused" for one in found):
        return None
    return next((one for one in found if not one.blocks), found[0])


def _not_allowed(planned: PlanAward, use: _Use, said: Verdict) -> Finding:
    name = award(planned.form).name
    whom = f" cho {subject_name(use.subject)}" if _tells_whom(planned) else ""
    message = f"phong trào này không xét được {name}{whom}{said.confidence.doubt}"
    hint = f"theo quy định: {said.needs}" + ("; nếu có văn bản hướng dẫn thì ghi guidance" if said.by_guidance else "")
    severity = None if said.blocks else Severity.WARNING
    return Finding("award-not-allowed", use.path, message, hint, said.citation, severity)


def deciders(context: DatedPlan) -> Iterator[Finding]:
    """Find deciders without the power to give the award."""
    for index, planned in enumerate(context.plan.awards):
        decider = recognise_decider(planned.decided_by) if planned.decided_by else None
        if decider is None or abolished(decider.id.removesuffix("_chair"), context.signing[0]):
            continue  # not recognised; or of a level that is gone, which district-abolished tells
        said = _surest_refusal([may_decide(award(planned.form), decider, day) for day in context.signing])
        if said:
            name = award(planned.form).name
            message = f"“{planned.decided_by}” không có thẩm quyền tặng {name}{said.confidence.doubt}"
            holders = [all_deciders()[one.who].name for one in deciders_of(award(planned.form), context.signing[1])]
            hint = f"người có thẩm quyền: {'; '.join(holders)}"
            severity = None if said.blocks else Severity.WARNING
            yield Finding("decider-mismatch", f"awards[{index}].decided_by", message, hint, said.citation, severity)


def elsewhere(context: DatedPlan) -> Iterator[Finding]:
    """Ask about deciders who head another body of the issuer's kind, in a movement that the issuer itself launches."""
    issuer, launcher = context.plan.issuer.name, context.plan.campaign.launched_by
    for index, planned in enumerate(context.plan.awards):
        if planned.decided_by and heads_a_peer(planned.decided_by, issuer, launcher):
            message = f"“{planned.decided_by}” là của cơ quan khác, ngang cấp với {issuer} ban hành kế hoạch này"
            yield Finding("decider-elsewhere", f"awards[{index}].decided_by", message)


def unverified_law(context: DatedPlan) -> Iterator[Finding]:
    """Note once that the law of the plan's day is not fully in our data."""
    ruling = regime(context.signing[0])
    if ruling and not ruling.reviewed:
        message = f"kế hoạch theo {ruling.name}; nội dung sửa đổi chưa kiểm chứng được nên chỉ cảnh báo, không báo lỗi"
        where = "date" if context.plan.date else "campaign"
        yield Finding("law-unverified", where, message, basis=ruling.cited)


CHECKS = (awards_allowed, deciders, elsewhere, unverified_law)
