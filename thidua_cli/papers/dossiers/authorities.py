"""Who decides which awards: those of one decider stand on one tờ trình, those of two never do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.law.award_catalogue import deciders_of
from thidua_cli.law.decider_names import Who, can_be, completed, who
from thidua_cli.law.deciders import deciders
from thidua_cli.law.spelt_words import said, words_of
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.plan import Issuer, Plan, Signer
from thidua_cli.papers.people import by_level
from thidua_cli.vietnamese.text import upper_first


@dataclass(frozen=True, slots=True)
class Authority:
    """One decider as the plan names him, and his awards from high to low; ``name`` is empty where nobody tells."""

    name: str
    decider: Who | None
    awards: Sequence[PlanAward]


def authorities(plan: Plan, day: date) -> list[Authority]:
    """Return the deciders of the awards of a plan, he of the highest first.

    An award whose plan does not tell its decider has the one of the law on ``day``, if the law names only one. What
    nobody decides for sure stands alone.
    """
    names = AwardNames(plan)
    found: list[tuple[str, Who | None, list[PlanAward]]] = []
    for award in by_level(plan.awards):
        name, decider = _decider_of(award, names, day)
        same = next((mine for _, known, mine in found if known and decider and _is_one(known, decider)), None)
        if same is None:
            found.append((name, decider, [award]))
        else:
            same.append(award)
    return [Authority(*one) for one in found]


def _decider_of(award: PlanAward, names: AwardNames, day: date) -> tuple[str, Who | None]:
    told = names.deciders.get(award.id)
    if told:
        return award.decided_by or upper_first(said(told.words)), told
    of_law = {one.who for one in deciders_of(law_award(award.form), day)}
    if len(of_law) != 1:
        return "", None
    name = deciders()[of_law.pop()].name
    return name, who(words_of(name))


def _is_one(one: Who, other: Who) -> bool:
    """Tell whether two names surely mean one decider: ``Thủ trưởng đơn vị`` can be anybody, and is only himself."""
    vague = one.any_unit or other.any_unit or one.is_level or other.is_level
    return said(one.words).casefold() == said(other.words).casefold() if vague else can_be(one, other)


def signs_himself(authority: Authority, signers: Iterable[Signer], issuer: Issuer) -> bool:
    """Tell whether one of the signers is the decider, or signs in his place: nobody submits a paper to himself."""
    if authority.decider is None:
        return False
    posts = [post for signer in signers for post in (signer.post, signer.deputy_for) if post]
    bodies = [body for body in (issuer.name, issuer.superior) if body]
    return any(can_be(completed(who(words_of(post)), bodies), authority.decider) for post in posts)
