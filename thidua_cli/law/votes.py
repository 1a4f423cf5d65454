"""How many of a council must be there, and how many must agree: as parts of all its members."""

import re
from datetime import date
from functools import cache
from math import ceil, floor
from typing import Literal

from thidua_cli.law.data_files import entries
from thidua_cli.law.dated import AwardId, Dated, Part, dated_values, refuse_overlaps
from thidua_cli.law.regimes import on_day, one_at
from thidua_cli.vietnamese.text import fold

_UPPER_COUNCIL = re.compile(
    r"(?:khen thuong|tdkt) (?:(?:cua|cap) )?(?:tinh|bo|thanh pho (?:ha noi|hai phong|da nang|can tho|ho chi minh))\b"
)


class Quorum(Dated):
    """The part of all members that must be present."""

    ABOUT = ()

    share: Part

    def needed(self, members: int) -> int:
        """Return how many of ``members`` must be present."""
        return ceil(self.share * members)


class VoteRule(Dated):
    """The part of all members that must agree; without ``awards`` for every award that has no rule of its own."""

    ABOUT = ("awards",)

    awards: tuple[AwardId, ...] = ()
    share: Part | None = None
    more: bool = False
    ballot: bool = False
    council: Literal["proposing", "ministry_province"]

    def needed(self, members: int) -> int:
        """Return how many of ``members`` must agree; 0 where the law states no part."""
        if self.share is None:
            return 0
        return floor(self.share * members) + 1 if self.more else ceil(self.share * members)

    @property
    def said(self) -> str:
        """The part in Vietnamese: ``ít nhất 80%``, ``quá một nửa``."""
        if self.share is None:
            return "bỏ phiếu"
        return "quá một nửa" if self.more else f"ít nhất {int(self.share * 100)}%"


quorums = dated_values("votes", "quorum", Quorum)


@cache
def vote_rules() -> tuple[VoteRule, ...]:
    """Return the rules on votes of all times, those for named awards first."""
    named, others = entries("votes", VoteRule), entries("votes", VoteRule, "majority")
    refuse_overlaps(others, "votes.yaml")
    for award in {award for rule in named for award in rule.awards}:
        refuse_overlaps((rule for rule in named if award in rule.awards), f"votes.yaml, {award}")
    return (*named, *others)


vote_rules_on = on_day(vote_rules)
"""The rules on votes in force on a day."""


def quorum(day: date) -> Quorum | None:
    """Return the quorum in force on ``day``; None for days on which we know of none."""
    return one_at(quorums(), day)


def vote_rule(award: str, day: date) -> VoteRule | None:
    """Return the rule for an award on ``day``: its own, else the majority; None for days of which we know nothing."""
    rules = vote_rules_on(day)
    own = next((rule for rule in rules if award in rule.awards), None)
    return own or next((rule for rule in rules if not rule.awards), None)


def is_upper_council(name: str) -> bool:
    """Tell whether a council is by its name that of a ministry or province: ``Hội đồng TĐKT tỉnh Lạng Sơn``."""
    return bool(_UPPER_COUNCIL.search(re.sub(r"[^a-z]+", " ", fold(name))))
