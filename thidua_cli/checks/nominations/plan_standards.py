"""Nominations against the standards of the plan, as far as ``require`` makes them countable.

Standards for the nominee's own group are alternatives to one another, and so are those for everybody; one of each
must be met. While the group is not told, those of every group are held against the nominee, and nothing is decided
unless they agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from thidua_cli.campaign.entry import Entry
from thidua_cli.checks.nominations.asked_facts import Answer, Fact, condition_said, fact_of
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.model.awards import Condition, PlanAward, Standard, award_name
from thidua_cli.model.fields import group_name
from thidua_cli.vietnamese.text import fold, listing

_SHOWN = 90
_PARTS = re.compile(r"\s*[,;/]\s*|\s+va\s+|\s+hoac\s+")


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """One standard with its conditions ready, and where it stands in the plan."""

    path: str
    standard: Standard
    conditions: tuple[tuple[Fact, Condition], ...]

    def answer(self, entry: Entry) -> Answer:
        """Return what can be said of the whole standard: the worst that is sure, else what is lacking."""
        found = {fact.answer(condition, entry.nomination) for fact, condition in self.conditions}
        worst = (Answer.NOT_MET, Answer.UNREADABLE, Answer.MISSING)
        return next((one for one in worst if one in found), Answer.MET)

    def which(self, entry: Entry, answer: Answer) -> list[tuple[Fact, Condition]]:
        """Return the conditions that have this answer."""
        return [pair for pair in self.conditions if pair[0].answer(pair[1], entry.nomination) is answer]


@dataclass(frozen=True, slots=True)
class _Choice:
    """Standards of which one must be met. ``open``: which of them is the nominee's is not told."""

    alternatives: list[_Asked]
    open: bool = False
    perhaps_none: bool = False


@dataclass(frozen=True, eq=False)
class _Award:
    """The standards of one award; which of them concern a subject and group is worked out once."""

    award: PlanAward
    asked: list[_Asked]

    def choices(self, subject: str, group: str | None) -> list[_Choice]:
        """Return the choices that concern such a nominee; one standard of each must be met."""
        mine = [one for one in self.asked if subject in one.standard.subject]
        general = [one for one in mine if one.standard.group is None]
        special = [one for one in mine if one.standard.group]
        own = [one for one in special if group and is_in_group(group, one.standard.group or "")]
        chosen = [_Choice(found) for found in (own, general) if found]
        falls_to_general = bool(group and general)
        if own or not special or falls_to_general:
            return chosen
        # His group is not typed, or no standard is for it: which of the special ones is his cannot be told.
        one_group = len({one.standard.group for one in special}) == 1
        is_his = one_group and not general and group is None
        return [*chosen, _Choice(special, not is_his, perhaps_none=bool(general))]


def group_of(entry: Entry) -> str | None:
    """Return the group as the plan knows it, else as typed: it may be one of several that a standard lists."""
    return entry.group or entry.nomination.group


def is_in_group(group: str, named: str) -> bool:
    """Tell whether ``group`` is the group ``named``, or one of those that it lists: ``nông dân, người lao động``."""
    words, whole = {fold(group), fold(group_name(group))}, fold(named)
    return whole in words or any(part in words for part in _PARTS.split(whole))


def plan_standards(context: CampaignContext) -> Iterator[Finding]:
    """Find nominees below a standard of the plan, and facts without which that cannot be told."""
    plan = context.plan
    for index, planned in enumerate(plan.awards):
        if not any(standard.require for standard in planned.standards):
            continue
        asked = []
        for number, standard in enumerate(planned.standards):
            required = tuple((fact_of(name, plan), condition) for name, condition in standard.require.items())
            asked.append(_Asked(f"awards[{index}].standards[{number}]", standard, required))
        award = _Award(planned, asked)
        choices = cache(award.choices)
        for entry in context.by_award[planned.id]:
            if entry.subject:
                for choice in choices(entry.subject, group_of(entry)):
                    yield from _judge(award, choice, entry)


def _judge(award: _Award, choice: _Choice, entry: Entry) -> Iterator[Finding]:
    answers = [one.answer(entry) for one in choice.alternatives]
    decided = {*answers, Answer.MET} if choice.perhaps_none else set(answers)
    grouped = all(one.standard.group for one in choice.alternatives)
    if decided == {Answer.MET} or (grouped and not group_of(entry) and entry.origin.left_unread("group")):
        return  # that his group is not understood is told
    if decided == {Answer.NOT_MET}:
        yield _not_met(award, choice.alternatives, entry)
    elif choice.open:
        yield _no_group(award, choice.alternatives, entry)
    elif Answer.MET not in decided:
        yield from _lacking(award, choice.alternatives, answers, entry)


def _not_met(award: _Award, alternatives: list[_Asked], entry: Entry) -> Finding:
    one = alternatives[0]
    failed = one.which(entry, Answer.NOT_MET)
    fact, _ = failed[0]
    wants = listing((f"{fact.title} {condition_said(condition)}" for fact, condition in failed), "và")
    said = listing((f"{fact.title} “{fact.shown(entry.nomination)}”" for fact, _ in failed), "và")
    message = f"chưa đạt tiêu chuẩn {award_name(award.award)}: {said}"
    hint = f"kế hoạch yêu cầu {wants}; đưa ra khỏi danh sách nếu số liệu đúng"
    others = tuple((one.path, "tiêu chuẩn khai ở đây") for one in alternatives)
    return entry.finding("not-eligible", fact.path(entry.nomination), message, hint, _clause(one, award), others=others)


def _lacking(award: _Award, alternatives: list[_Asked], answers: list[Answer], entry: Entry) -> Iterator[Finding]:
    """Tell of the first standard that may yet be met."""
    one, answer = next(
        (one, answer) for one, answer in zip(alternatives, answers, strict=True) if answer is not Answer.NOT_MET
    )
    pairs = [pair for pair in one.which(entry, answer) if not _told_already(pair[0], entry)]
    if not pairs:
        return
    fact, condition = pairs[0]
    where, source = fact.path(entry.nomination), _clause(one, award)
    others = ((one.path, "tiêu chuẩn khai ở đây"),)
    if answer is Answer.UNREADABLE:
        unit = "" if fact.unit or condition.operator in ("is", "in") else ", không ghi đơn vị tiền"
        number = f"ghi một con số rõ ràng, ví dụ 50 hoặc 12,5{unit}"
        hint = "ghi có hoặc không" if condition.operator == "is" else number
        message = f"{fact.title} “{fact.shown(entry.nomination)}” không so được với tiêu chuẩn của kế hoạch"
        if question := fact.question(condition, entry.nomination):
            message, hint = f"{message}: {question[0]}", question[1]
        yield entry.finding("bad-value", where, message, hint, source, others=others)
        return
    names = listing((fact.title for fact, _ in pairs), "và")
    gap = f"chưa ghi {names}"
    if fact.unranked(entry.nomination):
        gap = f"chưa rõ {fact.title} “{fact.shown(entry.nomination)}” được công nhận ở cấp nào"
    message = f"chưa đủ dữ liệu để xét {award_name(award.award)}: {gap}"
    hint = f"bổ sung vào danh sách; kế hoạch yêu cầu {fact.title} {condition_said(condition)}"
    yield entry.finding("evidence-missing", where, message, hint, source, others=others)


def _told_already(fact: Fact, entry: Entry) -> bool:
    """Tell whether a fact is typed in a cell that was told as not understood."""
    return fact.typed(entry.nomination) is None and entry.origin.left_unread(fact.path(entry.nomination))


def _no_group(award: _Award, alternatives: list[_Asked], entry: Entry) -> Finding:
    groups = dict.fromkeys(one.standard.group for one in alternatives if one.standard.group)
    group = group_of(entry)
    told = f"không tiêu chuẩn nào cho nhóm “{group_name(group)}”" if group else "chưa ghi nhóm"
    name = award_name(award.award)
    message = f"chưa biết xét {name} theo tiêu chuẩn nào: {told}"
    hint, source = f"ghi ở cột Nhóm một trong: {'; '.join(groups)}", f"tiêu chuẩn {name} trong Kế hoạch"
    others = tuple((one.path, "một tiêu chuẩn ở đây") for one in alternatives if one.standard.group)
    return entry.finding("evidence-missing", "group", message, hint, source, others=others)


def _clause(one: _Asked, award: _Award) -> str:
    text = one.standard.text
    return f"tiêu chuẩn {award_name(award.award)} trong Kế hoạch: “{text[:_SHOWN]}{'…' * (len(text) > _SHOWN)}”"


CHECKS = (plan_standards,)
