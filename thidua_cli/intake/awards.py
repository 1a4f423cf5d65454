"""Awards, quotas and standards out of the prose; a number without doubt about its award, bound and scope, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from thidua_cli.intake.award_names import NamedAward, awards_in
from thidua_cli.intake.body import Passage
from thidua_cli.intake.counts import SUBJECTS, Found, counts_in, strange_word
from thidua_cli.intake.ledger import Ledger, shown
from thidua_cli.intake.schedule import Occasions
from thidua_cli.intake.scope import Scope, names_phase, scope_of
from thidua_cli.source.paper import Line
from thidua_cli.text import fold

Data = dict[str, Any]

_AWARD_ROLES = {"awards", "award_forms", "quotas", "standards"}
_CLAUSE = re.compile(r"(?:;|(?<=[\w)”])\.)\s+(?=[-+*\w“])")
_OPEN = re.compile(r"theo thẩm quyền", re.I)
_NUMBERS = re.compile(r"\d\s?%|\d\s+(?:tập thể|cá nhân|trường hợp|hộ|gia đình)\b", re.I)
_STANDARD = re.compile(r"^(?:đối với|về)?\s*(?P<who>(?:các\s+)?[^:]{3,160}?)\s*(?::\s*|$)", re.I)


@dataclass
class _Award:
    id: str
    named: NamedAward
    quotas: list[Data] = field(default_factory=list)
    standards: list[Data] = field(default_factory=list)

    def data(self) -> Data:
        found: Data = {"id": self.id, "form": self.named.form}
        if self.named.decided_by:
            found["decided_by"] = self.named.decided_by
        if self.quotas:
            found["quotas"] = self.quotas
        if self.standards:
            found["standards"] = self.standards
        return found


@dataclass
class _Clause:
    passage: Passage
    text: str
    named: list[NamedAward]

    @property
    def line(self) -> Line:
        return self.passage.line


class AwardBook:
    """Collects the awards of a plan."""

    def __init__(self, ledger: Ledger, occasions: Occasions, phases: Sequence[Data]) -> None:
        self.ledger, self.occasions, self.phases = ledger, occasions, phases
        self.awards: list[_Award] = []

    def read(self, passages: Sequence[Passage]) -> list[Data]:
        """Return the awards that the sections on awards tell."""
        clauses = [
            clause for passage in passages if set(passage.roles) & _AWARD_ROLES for clause in self._clauses(passage)
        ]
        for clause in clauses:
            for named in clause.named:
                self._award(named, clause.line)
        for clause in clauses:
            self._quotas(clause)
        for passage in passages:
            if "standards" in passage.roles:
                self._standard(passage)
        return [award.data() for award in self.awards]

    def _clauses(self, passage: Passage) -> list[_Clause]:
        found = []
        for text in _CLAUSE.split(passage.text):
            named, unsure = awards_in(text)
            for name in unsure:
                self.ledger.doubt(passage.line, "khen thưởng", f"“{shown(name)}”: chưa rõ ai quyết định")
            found.append(_Clause(passage, text, named))
        return found

    def _award(self, named: NamedAward, line: Line) -> _Award:
        for award in self.awards:
            if award.named.key == named.key:
                return award
        award = _Award(self._id(named), named)
        path = f"awards[{len(self.awards)}]"
        self.awards.append(award)
        sure = bool(named.decided_by)
        self.ledger.fact(f"{path}.form", line, "hình thức khen thưởng", f"{named.form}, {named.decided_by}", sure=sure)
        return award

    def _id(self, named: NamedAward) -> str:
        level = re.search(r"\b(tinh|huyen|quan|xa|phuong|so|cuc|bo)\b", fold(named.decided_by))
        base = named.form.removesuffix("_bo_tinh").replace("_", "-")
        taken = {award.id for award in self.awards}
        tries = [base, *([f"{base}-{level[1]}"] if level else []), *(f"{base}-{number}" for number in range(2, 99))]
        if level and named.form != "giay_khen":
            tries = tries[1:]
        return next(one for one in tries if one not in taken)

    # Quotas

    def _quotas(self, clause: _Clause) -> None:
        found = counts_in(clause.text)
        if not found:
            if _NUMBERS.search(clause.text):
                self.ledger.doubt(
                    clause.line, "số lượng", f"“{shown(clause.text)}”: có thể là chỉ tiêu, chưa hiểu cách tính"
                )
            else:
                self._open(clause)
            return
        award = self._meant(clause)
        scope = scope_of(clause.text, found)
        why = _refused(clause.text, found, award, scope)
        if why or award is None or scope is None:
            self.ledger.doubt(clause.line, "số lượng", f"“{shown(clause.text)}”: có thể là chỉ tiêu, {why}")
            return
        where = self._when(clause, scope.data)
        for quota in found.quotas:
            whole = {**quota, **where}
            if whole in award.quotas:
                continue
            path = f"awards[{self.awards.index(award)}].quotas[{len(award.quotas)}]"
            award.quotas.append(whole)
            self.ledger.fact(path, clause.line, "số lượng khen thưởng", f"{award.id}: {_told(whole)}")

    def _when(self, clause: _Clause, scope: Data) -> Data:
        """Return the scope with the phase and the occasion that the clause names."""
        when: Data = self.occasions.of_clause(clause.text, clause.line)
        phase = next((one["id"] for one in self.phases if names_phase(clause.text, one["name"])), None)
        if phase:
            when["phase"] = phase
        per = list(dict.fromkeys([*scope.get("per", []), *when.get("per", [])]))
        found = {**scope, **when}
        if per:
            found["per"] = per[0] if len(per) == 1 else per
        return found

    def _meant(self, clause: _Clause) -> _Award | None:
        """Return the award that a clause counts: its own, that of a heading above, or the only one of the plan."""
        named = clause.named
        if not named:
            for entry in reversed(clause.passage.above):
                above, _ = awards_in(entry.text)
                if above:
                    named = above
                    break
        if named:
            return self._award(named[0], clause.line) if len(named) == 1 else None
        return self.awards[0] if len(self.awards) == 1 else None

    def _open(self, clause: _Clause) -> None:
        """Take ``tặng Giấy khen cho tập thể và cá nhân theo thẩm quyền``: a number left to who decides."""
        if not _OPEN.search(clause.text) or len(clause.named) != 1 or re.search(r"\d\s*(?:%|tập|cá)", clause.text):
            return
        nouns = [
            SUBJECTS[noun]
            for noun in ("tập thể", "cá nhân", "hộ gia đình", "doanh nghiệp")
            if noun in clause.text.lower()
        ]
        if not nouns:
            return
        award = self._award(clause.named[0], clause.line)
        quota: Data = {"subject": nouns[0] if len(nouns) == 1 else nouns}
        quota |= {**self._when(clause, {}), "open": True}
        path = f"awards[{self.awards.index(award)}].quotas[{len(award.quotas)}]"
        award.quotas.append(quota)
        self.ledger.fact(path, clause.line, "số lượng khen thưởng", f"{award.id}: để mở, theo thẩm quyền")

    # Standards

    def _standard(self, passage: Passage) -> None:
        """Take ``Đối với tập thể: …`` below an award (or where the plan has one award only)."""
        if not re.match(r"(?:đối với|về)\s", passage.text, re.I):
            return
        found = _STANDARD.match(passage.text)
        award = self._meant(_Clause(passage, passage.text, []))
        if not found or award is None:
            return
        who, text = found["who"].strip(), passage.text[found.end() :].strip()
        below = [child.text for child in passage.entry.children if child.mark is None]
        text = " ".join([text, *below]).strip()
        if not text or text.endswith(":"):
            return
        standard: Data = {"subject": _subjects(who)}
        if fold(who) not in ("tap the", "ca nhan", "ho gia dinh", "doanh nghiep", "gia dinh"):
            standard["group"] = who
        path = f"awards[{self.awards.index(award)}].standards[{len(award.standards)}]"
        award.standards.append(standard | {"text": text})
        self.ledger.fact(path, passage.line, "tiêu chuẩn", f"{award.id}: {who}")


def _subjects(who: str) -> Any:
    low = who.lower()
    found = []
    for noun, subject in SUBJECTS.items():
        if (
            re.search(rf"\b{noun}\b", low)
            and subject not in found
            and subject in ("collective", "individual", "household", "enterprise")
        ):
            found.append(subject)
    people = re.search(
        r"cán bộ|công chức|viên chức|đảng viên|nông dân|doanh nhân|người lao động|học sinh|giáo viên|công nhân", low
    )
    if people and "individual" not in found:
        found.append("individual")
    return found[0] if len(found) == 1 else found or "individual"


def _told(quota: Data) -> str:
    return ", ".join(f"{key} {value}" for key, value in quota.items())


def _refused(text: str, found: Found, award: _Award | None, scope: Scope | None) -> str:
    """Return why numbers in a clause are no quota for sure, or an empty text."""
    if award is None:
        return "chưa rõ của hình thức nào"
    if not award.named.decided_by:
        return "chưa rõ ai quyết định"
    if scope is None:
        return "chưa rõ tính cho ai"
    if len({"share" in quota for quota in found.quotas}) > 1:
        return "có cả tỷ lệ và số"
    strange = strange_word(text, found, scope.words)
    return f"vì câu có “{strange}”" if strange else ""
