"""The awards of a plan by every name under which people may speak of them: what the words say, held against the plan.

Of the awards that the words may mean those of the plan are asked first. Two that fit are asked for; a text that names
another decider or level than any of them is none of them, however near.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from thidua_cli.campaign.closed_words import Problem
from thidua_cli.law.award_catalogue import award as law_award
from thidua_cli.law.award_catalogue import awards_in, meant, names_of_its_own, read_award, spellings
from thidua_cli.law.award_spellings import Reading, Spellings, bare
from thidua_cli.law.decider_names import Who, can_be, completed, who
from thidua_cli.law.spelt_words import Keys, keys_of, said, words_of
from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.base import shown
from thidua_cli.model.fields import subject_name
from thidua_cli.model.plan import Plan
from thidua_cli.vietnamese.text import clean, fold, listing, nearest, upper_first

_CLASS = "hạng"
_SIGNS_OF_DOUBT = re.compile(r"[?0-9()]+")
# "2. Giấy khen" is the second of a list, "02 Giấy khen" are two.
_SEVERAL_OF_ONE = re.compile(r"0?(?:[2-9]|[1-9][0-9])\s+[^\W\d_]")
_SHOWN = 6
_IN_FULL = 4  # words
_OTHER = "hinh_thuc_khac"
_EITHER = re.compile(r"/|\bhoặc\b|\bhay\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/+&\n]|\s[-–]\s|\s+và\s+")


def subjects_of(award: PlanAward) -> tuple[str, ...]:
    """Return the subjects that the plan itself names for an award; empty when it leaves that open."""
    named = [subject for quota in award.quotas for subject in quota.subject]
    named += [subject for standard in award.standards for subject in standard.subject]
    return tuple(dict.fromkeys(named))


def groups_of(awards: Iterable[PlanAward]) -> tuple[str, ...]:
    """Return the groups of people that quotas and standards of a plan name."""
    found = [quota.group for award in awards for quota in award.quotas]
    found += [standard.group for award in awards for standard in award.standards]
    return tuple(dict.fromkeys(group for group in found if group))


@dataclass(frozen=True, slots=True)
class Meant:
    """The award that a text means; or those that it may mean, and what to say. ``subject``: whom it tells it is for."""

    awards: list[PlanAward]
    problem: Problem | None = None
    subject: str | None = None


class AwardNames:
    """The awards of a plan by every name under which a list may speak of them."""

    def __init__(self, plan: Plan) -> None:
        self.awards = plan.awards
        self.subjects = {one.id: subjects_of(one) or law_award(one.form).subjects for one in plan.awards}
        self.all_subjects = tuple(dict.fromkeys(word for one in plan.awards for word in subjects_of(one)))
        self._ids = {one.id: one for one in plan.awards}
        self._issuer = plan.issuer.name
        short = plan.issuer.abbreviation
        # UBND is that of many; what stands for something everywhere is not the issuer's own.
        self._short = re.compile(rf"\b{re.escape(short)}\b") if len(words_of(short)) == 1 else None
        bodies = [body for body in (plan.issuer.name, plan.issuer.superior) if body]
        self._own = Spellings()
        self.deciders: dict[str, Who] = {}
        for award in plan.awards:
            if (decider := self._decider(award)) is not None:
                self.deciders[award.id] = completed(decider, bodies)
        self._printed = {one.id: self._normal(award_name(one)) for one in plan.awards}
        self.find, self.of_subject = cache(self._find), cache(self._of_subject)
        self.fitting, self.parts = cache(self._fitting), cache(self._parts)

    def _decider(self, award: PlanAward) -> Who | None:
        """Return who decides an award, as its own name or the plan tells; enter its own name."""
        told = award.decided_by
        if award.name:
            reading = spellings().read(award.name)
            if reading is None or not reading.sure:
                head, _, of = clean(award.name).partition(" của ")
                for words in (words_of(head), bare(words_of(head))):
                    self._own.add_words(words, [award.id])
                told = told or of
            elif told is None:
                return reading.who
        return who(words_of(told)) if told else None

    def _normal(self, text: str) -> Keys:
        """Return the words of an award and of who decides it, without what stands around them."""
        reading = self._own.read(text) or spellings().read(text)
        return keys_of((*reading.head, *reading.of_level, *reading.rest) if reading else words_of(text))

    def _of_subject(self, subject: str | None) -> list[PlanAward]:
        """Return the awards for such nominees; all of them when the subject is not known."""
        return [one for one in self.awards if self.may_be_for(one, subject)]

    def may_be_for(self, award: PlanAward, subject: str | None) -> bool:
        """Tell whether an award can be for such nominees."""
        return subject is None or subject in self.subjects[award.id]

    def of_decider(self, text: str) -> list[PlanAward]:
        """Return the awards that somebody decides, as the plan tells."""
        asked = who(words_of(self._spelt_out(text)))
        return [one for one in self.awards if one.id in self.deciders and can_be(asked, self.deciders[one.id])]

    def other_decider(self, award: PlanAward, text: str) -> str | None:
        """Return who decides an award as the plan tells, where a text names somebody else."""
        decider = self.deciders.get(award.id)
        if decider is None or can_be(who(words_of(self._spelt_out(text))), decider):
            return None
        return award.decided_by or upper_first(said(decider.words))

    def _parts(self, typed: str) -> list[str]:
        """Return the texts of the several awards that a cell lists; the whole text when it means one, or none."""
        return [typed] if self.find(typed, None).problem is None else awards_in(self._spelt_out(typed))

    def _spelt_out(self, typed: str) -> str:
        return self._short.sub(self._issuer, typed) if self._short else typed

    def _find(self, typed: str, subject: str | None) -> Meant:
        """Return the award meant by a text, for nominees of a subject if that is known; or what to say."""
        if doubt := _doubt(typed):
            return Meant(self.fitting(_SIGNS_OF_DOUBT.sub(" ", typed).strip()) or list(self.awards), doubt)
        found = self.fitting(typed)
        reading = self._reading(typed)
        told = reading.subject if reading else None
        found = [one for one in found if self.may_be_for(one, subject or told)] or found
        if len(found) == 1:
            problem = _without_class(typed, reading, found[0]) or self._contradicts(typed, told, subject)
            return Meant(found, problem, told)
        if found:
            return Meant(found, (f"{shown(typed)} chưa rõ là hình thức nào trong kế hoạch", f"ghi rõ {_named(found)}"))
        return self._several(typed) or self._unknown(typed, reading)

    def _contradicts(self, typed: str, told: str | None, subject: str | None) -> Problem | None:
        """Return what to say of ``Giấy khen tập thể`` for an individual."""
        if told is None or subject is None or subject == told:
            return None
        message = f"{shown(typed)} là cho {subject_name(told)}, mà đối tượng ghi là {subject_name(subject)}"
        return message, "sửa cho khớp hình thức và đối tượng"

    def _reading(self, typed: str) -> Reading | None:
        text = self._spelt_out(typed)
        return self._own.read(text) or spellings().read(text)

    def _fitting(self, typed: str) -> list[PlanAward]:
        """Return the awards of the plan that a text can mean, whoever they are for."""
        if award := self._ids.get(typed) or (self._ids.get(typed.casefold()) if "-" in typed else None):
            return [award]
        text = self._spelt_out(typed)
        own, law = self._own.read(text), spellings().read(text)
        if law and not (law.sure or names_of_its_own(law) or self.deciders):
            law = None
        found: list[PlanAward] = []
        if own and (law is None or len(own.head) >= len(law.head)):
            found = [one for one in self.awards if one.id in own.meanings and self._fits(one, own)]
        if law and (own is None or len(law.head) >= len(own.head)):
            same_form = (one for one in self.awards if one.form in law.meanings and one not in found)
            found += [one for one in same_form if self._fits(one, law)]
        printed = [one for one in found if self._printed[one.id] == self._normal(text)]
        says_more = any(reading.rest for reading in (own, law) if reading)
        if len(printed) == 1 and says_more:
            return printed
        return found or [one for one in self.awards if one.id == typed.casefold()]

    def _fits(self, award: PlanAward, reading: Reading) -> bool:
        """Tell whether who decides an award, or its level, is what a text tells of it."""
        decider = reading.who
        if decider is None:
            return True
        form = law_award(award.form)
        if reading.level not in ("", form.level):
            return False
        if decider.is_level:
            return form.level == decider.level
        if names_of_its_own(reading) and not reading.sure:
            return award.name is None
        if known := self.deciders.get(award.id):
            return can_be(decider, known)
        return reading.sure and (award.id in reading.meanings or award.form in meant(reading))

    def _several(self, typed: str) -> Meant | None:
        """Return what to say of a text that names several awards in a way that is no list: ``LĐTT/CSTĐCS``."""
        words = words_of(self._spelt_out(typed))
        heads = [keys_of(words[at : at + length]) for at, length in spellings().heads_in(words)]
        meanings = {spellings().heads[head] for head in heads}
        if len(meanings) < 2:
            return None
        possible = [one for one in self.awards if any(one.form in forms for forms in meanings)]
        message = f"{shown(typed)} nêu nhiều hình thức trong một ô"
        hint = "ghi mỗi hình thức một dòng, hoặc ngăn cách bằng dấu chấm phẩy"
        if _EITHER.search(typed):
            hint = f"chọn một hình thức; nếu đề nghị cả hai thì {hint}"
        return Meant(possible, (message, hint))

    def _unknown(self, typed: str, reading: Reading | None) -> Meant:
        """Return what a text may mean that names no award of the plan."""
        law = read_award(self._spelt_out(typed))
        read = law or reading
        # The decider may have been typed wrong, the award itself not.
        possible = [one for one in self.awards if read and one.form in read.meanings]
        hint = self._planned(possible)
        if law:
            understood = _understood(law)
            beside = "" if law.meanings == (_OTHER,) or _says(typed, understood) else f" ({understood})"
            return Meant(possible, (f"kế hoạch không có hình thức {shown(typed)}{beside}", hint))
        if (beside := self._beside(typed)) and not law:
            message = f"chưa hiểu “{beside}” trong {shown(typed)}"
            return Meant(list(self.awards), (message, f"bỏ phần ấy, hoặc ghi vào cột của nó; {hint}"))
        near = self._nearest(typed)
        message = f"không có danh hiệu, hình thức {shown(typed)} trong kế hoạch"
        return Meant(possible or list(self.awards), (message, f"có phải “{near}”?" if near else hint))

    def _beside(self, typed: str) -> str:
        """Return what stands beside awards of the plan in a text and is none: ``HTXSNV`` in ``HTXSNV, LĐTT``."""
        parts = [part for text in _BETWEEN.split(typed) if (part := clean(text))]
        other = [part for part in parts if not self.fitting(part)]
        return ", ".join(other) if len(other) < len(parts) else ""

    def _planned(self, first: Iterable[PlanAward]) -> str:
        """Return the names of the awards of the plan, some of them before all others."""
        ordered = dict.fromkeys((*(award_name(one) for one in first), *(award_name(one) for one in self.awards)))
        names = listing((f"“{name}”" for name in ordered), "và", most=_SHOWN, others="hình thức khác")
        return f"kế hoạch có {names}" if names else "kế hoạch chưa khai hình thức khen thưởng nào"

    def _nearest(self, typed: str) -> str | None:
        """Return the name of the award of the plan that is spelt most like a text."""
        names = {law_award(one.form).name: award_name(one) for one in reversed(self.awards)}
        names |= {award_name(one): award_name(one) for one in self.awards}
        near = nearest(typed, names)
        return names[near] if near else None


def _doubt(typed: str) -> Problem | None:
    """Return what to say of a text that is not sure of itself, or tells more than one: ``LĐTT ?``, ``02 Giấy khen``."""
    if "?" in typed:
        return f"{shown(typed)} còn dấu hỏi, chưa chắc", "đã chắc thì bỏ dấu hỏi; chưa thì để lại sau"
    if _SEVERAL_OF_ONE.match(typed):
        return f"{shown(typed)} nêu nhiều hơn một", "mỗi người, mỗi tập thể một dòng, không ghi số đứng trước"
    return None


def _without_class(typed: str, reading: Reading | None, award: PlanAward) -> Problem | None:
    """Return what to say of ``Huân chương Lao động``, of which the plan has one class, and the text none."""
    name = law_award(award.form).name
    told = typed.casefold()
    if reading is None or len(reading.meanings) == 1 or _CLASS not in name or _CLASS in told or told == award.id:
        return None
    return f"{shown(typed)} chưa ghi hạng", f"kế hoạch có “{award_name(award)}”: ghi rõ hạng"


def _named(awards: Iterable[PlanAward]) -> str:
    """Return the names of awards to choose from; their ids too where they have one name."""
    names = [award_name(one) for one in awards]
    if len(set(names)) == len(names):
        return listing((f"“{name}”" for name in names), "hoặc")
    return listing((f"{one.id} ({award_name(one)})" for one in awards), "hoặc")


def _says(typed: str, understood: str) -> bool:
    """Tell whether a text says what it was understood as, but for capitals and abbreviations."""
    return fold(understood) == fold(typed) or (typed.isupper() and len(typed.split()) >= _IN_FULL)


def _understood(reading: Reading) -> str:
    """Return what a text was understood as, in full: ``Giấy khen của Chủ tịch Ủy ban nhân dân tỉnh``."""
    found = meant(reading)
    decider = reading.who
    if decider is None:
        return law_award(found[0]).name if len(found) == 1 else upper_first(said(reading.head))
    of = " của " if reading.of or decider.post or decider.committee else " "
    return upper_first(f"{said((*reading.head, *reading.of_level))}{of}{said(decider.words)}")
