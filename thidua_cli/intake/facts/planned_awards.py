"""Awards, quotas and standards out of the prose; a number without doubt about its award, bound and scope, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from thidua_cli.intake.facts.award_wording import NamedAward, awards_in
from thidua_cli.intake.facts.quota_wording import NOUNS, Found, Scope, counts_in, scope_of, strange_word
from thidua_cli.intake.facts.schedule import PHASE, Occasions
from thidua_cli.intake.report import Data, Ledger, filled, quoted
from thidua_cli.intake.structure.outline import Entry
from thidua_cli.intake.words import one_of
from thidua_cli.law.award_catalogue import awards
from thidua_cli.model.base import one_or_many
from thidua_cli.model.fields import SUBJECTS
from thidua_cli.model.quota import REST
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.text import fold

_AWARD_ROLES = {"awards", "award_forms", "quotas", "standards"}
# "không quá 02 tập thể; 03 cá nhân" is one clause: the bound holds for both.
_CLAUSE = re.compile(r"(?:;(?!\s+\d)|(?<=[\w)”])\.)\s+(?=[-+*\w“])")
_SCOPED = re.compile(r"\b(?:mỗi|từng|còn lại|sơ kết|tổng kết)\b", re.I)
_OPEN = re.compile(r"theo thẩm quyền", re.I)
_NUMBERS = re.compile(
    r"\d\s?%|\d\s+(?:tập thể|cá nhân|trường hợp|hộ|gia đình)\b"
    r"|\d\s+(?:cờ|bằng khen|giấy khen)\b|(?:tập thể|cá nhân|hộ|gia đình)\s+(?:không quá|tối đa)\s+\d"
    r"|(?:không quá|tối đa|tối thiểu|ít nhất|cho|chọn|xét)\s+\d{1,3}\s+(?!năm|tháng|ngày|lần|điểm|triệu|đồng)[^\W\d]",
    re.I,
)
# Who is asked to give an award that the clause does not name: it is not the award named before.
_ASKED = re.compile(rf"(?:[Đđ]ề nghị|[Tt]rình)\s+{one_of('asked')}")
_PEOPLE = re.compile(one_of("people"))
_STANDARD = re.compile(r"^(?:đối với|về)?\s*(?P<who>(?:các\s+)?[^:]{3,160}?)\s*(?::\s*|$)", re.I)


@dataclass
class _Award:
    path: str
    id: str
    named: NamedAward
    quotas: list[Data] = field(default_factory=list)
    standards: list[Data] = field(default_factory=list)
    in_doubt: bool = False

    def data(self) -> Data:
        named = {"id": self.id, "form": self.named.form, "decided_by": self.named.decided_by}
        return filled({**named, "quotas": self.quotas, "standards": self.standards})


@dataclass
class _Clause:
    passage: Entry
    text: str
    named: list[NamedAward]
    unsure: list[str] = field(default_factory=list)
    led_by: str = ""
    scoped_before: bool = False

    @property
    def within(self) -> list[str]:
        """The headings above below that of the section, and the words that lead the sentence of this clause."""
        return [*(entry.text for entry in self.passage.above[1:]), *([self.led_by] if self.led_by else [])]


class AwardBook:
    """Collects the awards of a plan."""

    def __init__(self, ledger: Ledger, occasions: Occasions, phases: Sequence[Data]) -> None:
        self.ledger, self.occasions, self.phases = ledger, occasions, phases
        self.awards: dict[tuple[str, str], _Award] = {}

    def read(self, passages: Sequence[Entry]) -> list[Data]:
        """Return the awards that the sections on awards tell."""
        about = [passage for passage in passages if set(passage.roles) & _AWARD_ROLES]
        clauses = [clause for passage in about for clause in self._clauses(passage)]
        for clause in clauses:
            for named in clause.named:
                self._award(named, clause.passage.line)
        for clause in clauses:
            self._quotas(clause)
        for passage in passages:
            if "standards" in passage.roles:
                self._standard(passage)
            if not set(passage.roles) & _AWARD_ROLES:
                self._elsewhere(passage)
        return [award.data() for award in self.awards.values()]

    def _clauses(self, passage: Entry) -> list[_Clause]:
        found = []
        led_by = ""
        begin = 0
        scoped = scoped_before = False
        for text in _CLAUSE.split(passage.text):
            at = passage.text.index(text, begin)
            if "." in passage.text[begin:at]:
                led_by, scoped_before = "", scoped
            begin = at + len(text)
            scoped = scoped or _SCOPED.search(text) is not None
            named, unsure = awards_in(text)
            for name in unsure:
                self.ledger.doubt(passage.line, "khen thưởng", f"{quoted(name)}: chưa rõ ai quyết định")
            found.append(_Clause(passage, text, named, unsure, led_by, scoped_before))
            counted = counts_in(text)
            led_by = (text[: counted.start] if counted else "") or led_by
        return found

    def _elsewhere(self, passage: Entry) -> None:
        """Tell of numbers of awards outside the sections on awards, which are not taken."""
        for text in _CLAUSE.split(passage.text):
            if any(awards_in(text)) and _NUMBERS.search(text):
                self.ledger.no_quota(passage.line, text, "ngoài mục khen thưởng")

    def _award(self, named: NamedAward, line: Line) -> _Award:
        key = named.form, fold(named.decided_by)
        if key not in self.awards:
            self.awards[key] = _Award(f"awards[{len(self.awards)}]", self._id(named), named)
            told = f"{named.form}, {named.decided_by}"
            self.ledger.fact(f"{self.awards[key].path}.form", line, told, sure=bool(named.decided_by))
        return self.awards[key]

    def _id(self, named: NamedAward) -> str:
        level = re.search(r"\b(tinh|huyen|quan|xa|phuong|so|cuc|bo)\b", fold(named.decided_by))
        base = named.form.removesuffix("_bo_tinh").replace("_", "-")
        tries = [base] if awards()[named.form].own or not level else []
        if level:
            tries.append(f"{base}-{level[1]}")
        taken = {award.id for award in self.awards.values()}
        numbered = (f"{base}-{number}" for number in count(2))
        return next(one for one in chain(tries, numbered) if one not in taken)

    def _add(self, award: _Award, key: str, value: Data, line: Line, told: str) -> None:
        """Add a quota or a standard to an award."""
        values: list[Data] = getattr(award, key)
        self.ledger.fact(f"{award.path}.{key}[{len(values)}]", line, f"{award.id}: {told}")
        values.append(value)

    def _quotas(self, clause: _Clause) -> None:
        found = counts_in(clause.text)
        if not found:
            if _NUMBERS.search(clause.text):
                self.ledger.no_quota(clause.passage.line, clause.text, "chưa hiểu cách tính")
            else:
                self._open(clause)
            return
        award = self._meant(clause)
        scope = scope_of(clause.text, found, clause.within)
        why = _refused(clause, found, award, scope)
        if why or award is None or scope is None:
            self.ledger.no_quota(clause.passage.line, clause.text, why)
            if award:
                award.in_doubt = True
            return
        where = self._when(clause, scope.data)
        if "phase" not in where and any(PHASE.search(text) for text in (clause.text, *clause.within)):
            self.ledger.no_quota(clause.passage.line, clause.text, "chưa rõ đợt nào")
            return
        for quota in found.quotas:
            whole = {**quota, **where}
            if whole not in award.quotas:
                told = ", ".join(f"{key} {value}" for key, value in whole.items())
                self._add(award, "quotas", whole, clause.passage.line, told)

    def _when(self, clause: _Clause, scope: Data) -> Data:
        """Return the scope with the phase and the occasion that the clause names."""
        when: Data = {}
        phase = None
        for text in (clause.text, *reversed(clause.within)):
            when = when or self.occasions.of_clause(text, clause.passage.line)
            named = (one for one in self.phases if re.search(rf"\b{re.escape(one['name'])}\b", text, re.I))
            phase = phase or next((one["id"] for one in named), None)
        if phase:
            when["phase"] = phase
        per = dict.fromkeys([*scope.get("per", []), *when.get("per", [])])
        return filled({**scope, **when, "per": one_or_many(list(per))})

    def _meant(self, clause: _Clause) -> _Award | None:
        """Return the award that a clause counts: its own, that of a heading above, or the only one of the plan."""
        named = clause.named
        if not named:
            if _ASKED.search(clause.text):
                return None
            above = (clause.led_by, *(entry.text for entry in reversed(clause.passage.above)))
            named = next((found for text in above if (found := awards_in(text)[0])), [])
        if named:
            award = self._award(named[0], clause.passage.line) if len(named) == 1 else None
        else:
            award = next(iter(self.awards.values())) if len(self.awards) == 1 else None
        # "tặng Bằng khen" without its decider is no Giấy khen, whatever stands above.
        forms = ["_".join(fold(name).split()[:2]) for name in clause.unsure]
        return award if award and all(award.named.form.startswith(form) for form in forms) else None

    def _open(self, clause: _Clause) -> None:
        """Take ``tặng Giấy khen cho tập thể và cá nhân theo thẩm quyền``: a number left to who decides."""
        if not _OPEN.search(clause.text) or len(clause.named) != 1 or re.search(r"\d\s*(?:%|tập|cá)", clause.text):
            return
        subjects = [subject for subject, noun in SUBJECTS.items() if noun in clause.text.lower()]
        if subjects:
            award = self._award(clause.named[0], clause.passage.line)
            quota = {"subject": one_or_many(subjects), **self._when(clause, {}), "open": True}
            self._add(award, "quotas", quota, clause.passage.line, "để mở, theo thẩm quyền")

    def _standard(self, passage: Entry) -> None:
        """Take ``Đối với tập thể: …`` below an award (or where the plan has one award only)."""
        if not re.match(r"(?:đối với|về)\s", passage.text, re.I):
            return
        found = _STANDARD.match(passage.text)
        award = self._meant(_Clause(passage, passage.text, []))
        if not found or award is None:
            return
        below = [child.text for child in passage.children if child.mark is None]
        text = " ".join([passage.text[found.end() :].strip(), *below]).strip()
        if not text or text.endswith(":"):
            return
        who = found["who"].strip()
        standard: Data = {"subject": _subjects(who)}
        if fold(who) not in map(fold, ("gia đình", *SUBJECTS.values())):
            standard["group"] = who
        self._add(award, "standards", standard | {"text": text}, passage.line, who)


def _subjects(who: str) -> Any:
    low = who.lower()
    told = {subject for noun, subject in NOUNS.items() if re.search(rf"\b{noun}\b", low)}
    found = [subject for subject in SUBJECTS if subject in told]
    if _PEOPLE.search(low) and "individual" not in found:
        found.append("individual")
    return one_or_many(found or ["individual"])


def _refused(clause: _Clause, found: Found, award: _Award | None, scope: Scope | None) -> str:
    """Return why numbers in a clause are no quota for sure, or an empty text."""
    if award is None:
        return "chưa rõ của hình thức nào"
    if not award.named.decided_by:
        return "chưa rõ ai quyết định"
    if scope is None:
        return "chưa rõ tính cho ai"
    if len({"share" in quota for quota in found.quotas}) > 1:
        return "có cả tỷ lệ và số"
    if len({(str(quota["subject"]), quota.get("group")) for quota in found.quotas}) < len(found.quotas):
        return "câu có hai số cho một đối tượng"
    if clause.scoped_before and not _SCOPED.search(clause.text):
        return "chưa rõ có tính theo câu trước không"
    if strange := strange_word(clause.text, found, scope.words):
        return f"vì câu có “{strange}”"
    if scope.data.get("units") == REST and award.in_doubt:
        return "chưa rõ còn lại sau những đơn vị nào"
    return ""
