"""The words of nominations against those of the plan: awards, subjects, groups, occasions."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.law.award_catalogue import find_award, same_decider
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.base import shown
from thidua_cli.model.plan import Plan
from thidua_cli.vietnamese.text import fold, listing, nearest

Problem = tuple[str, str]
"""Message and hint."""
_WORD = re.compile(r"\w+")
_OF = re.compile(r"\s+của\s+", re.IGNORECASE)
_SHOWN = 6


def key(text: str) -> str:
    """Return what is compared of a name: its words, without case, accents and signs."""
    return " ".join(_WORD.findall(fold(text)))


def subjects_of(award: PlanAward) -> tuple[str, ...]:
    """Return the subjects that the plan itself names for an award; empty when it leaves that open."""
    named = [subject for quota in award.quotas for subject in quota.subject]
    named += [subject for standard in award.standards for subject in standard.subject]
    return tuple(dict.fromkeys(named))


class Words:
    """A list of words with their names: ``collective`` is also ``tập thể``; ``further`` words are their own names.

    A list that is not ``closed`` takes any other word as it is.
    """

    def __init__(
        self, what: str, code: str, known: Mapping[str, str], further: Iterable[str] = (), *, closed: bool = True
    ) -> None:
        self.what, self.code, self.closed = what, code, closed
        self.names = {**{word: word for word in further}, **known}
        # A word means itself before it is another's name, and a whole name goes before a part of one.
        self._meanings = {key(word): word for word in self.names}
        for word, name in self.names.items():
            self._meanings.setdefault(key(name), word)
        for word, name in known.items():
            for part in name.split(", "):
                self._meanings.setdefault(key(part), word)
        self.find = cache(self._find)

    def _find(self, typed: str) -> tuple[str | None, Problem | None]:
        """Return the word meant, or None and what to say."""
        meaning = self._meanings.get(key(typed))
        if meaning or not self.closed:
            return meaning or typed, None
        message = f"không biết {self.what} {shown(typed)}"
        near = nearest(typed, self.names.values())
        if near:
            return None, (message, f"có phải “{near}”?")
        names = listing(list(self.names.values())[:_SHOWN], "hoặc")
        return None, (message, f"ghi {names}" if names else f"kế hoạch không khai {self.what} nào: để trống ô này")


class AwardNames:
    """The awards of a plan by every name under which a list may speak of them."""

    def __init__(self, plan: Plan) -> None:
        self.awards = plan.awards
        self.subjects = {one.id: subjects_of(one) or law_award(one.form).subjects for one in plan.awards}
        self.all_subjects = tuple(dict.fromkeys(word for one in plan.awards for word in subjects_of(one)))
        self._names: dict[str, list[PlanAward]] = {}
        for award in plan.awards:
            for name in dict.fromkeys(map(key, self._spellings(award))):
                self._names.setdefault(name, []).append(award)
        self.find, self.of_subject = cache(self._find), cache(self._of_subject)

    @staticmethod
    def _spellings(award: PlanAward) -> list[str]:
        name = award_name(award)
        return [award.id, award.form, name, *([f"{name} của {award.decided_by}"] if award.decided_by else ())]

    def _of_subject(self, subject: str | None) -> list[PlanAward]:
        """Return the awards for such nominees; all of them when the subject is not known."""
        return [one for one in self.awards if self.may_be_for(one, subject)]

    def may_be_for(self, award: PlanAward, subject: str | None) -> bool:
        """Tell whether an award can be for such nominees."""
        return subject is None or subject in self.subjects[award.id]

    def _find(self, typed: str) -> tuple[list[PlanAward], Problem | None]:
        """Return the award meant by a text; or those that may be meant, and what to say."""
        meant = self._names.get(key(typed)) or self._by_form(typed)
        if len(meant) == 1:
            return meant, None
        if meant:
            names = listing((f"“{award_name(one)}”" for one in meant), "hoặc")
            return meant, (f"{shown(typed)} chưa rõ là hình thức nào trong kế hoạch", f"ghi rõ {names}")
        return self._unknown(typed)

    def _by_form(self, typed: str) -> list[PlanAward]:
        """Return the awards of the form that the text names, and of the decider if it names one."""
        form = find_award(typed)
        found = [one for one in self.awards if form and one.form == form.id]
        _, *decided_by = _OF.split(typed, maxsplit=1)
        if not decided_by or not found or key(form.name if form else "") == key(typed):
            return found
        return [one for one in found if one.decided_by is None or same_decider(decided_by[0], one.decided_by)]

    def _unknown(self, typed: str) -> tuple[list[PlanAward], Problem]:
        """Return what a text may mean that names no award of the plan: nothing, where it names one of the law."""
        names = [award_name(one) for one in self.awards]
        form = find_award(typed)
        planned = listing((f"“{name}”" for name in names[:_SHOWN]), "và")
        if form and all(one.form != form.id for one in self.awards):
            return [], (f"kế hoạch không có hình thức {shown(typed)}", f"kế hoạch có {planned}" if planned else "")
        near = nearest(typed, [*names, *(law_award(one.form).name for one in self.awards)])
        hint = f"kế hoạch có {planned}" if planned else "kế hoạch chưa khai hình thức khen thưởng nào"
        message = f"không có danh hiệu, hình thức {shown(typed)} trong kế hoạch"
        return list(self.awards), (message, f"có phải “{near}”?" if near else hint)
