"""A session of the council as it is understood: its record, what of it is in doubt, which review it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_cli.campaign.closed_words import Words
from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.campaign.entry import Entry
from thidua_cli.findings.about import Spot
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.lists.council_session import NO_DOUBTS, Doubts
from thidua_cli.model.council import Council, Vote
from thidua_cli.reading.origin import Record
from thidua_cli.vietnamese.casing import as_written
from thidua_cli.vietnamese.text import fold, listing


@dataclass(frozen=True, slots=True, eq=False)
class Sitting:
    """One session; ``occasion`` and ``phase`` are ids of the plan, None where that is not said or not known."""

    record: Record[Council]
    doubts: Doubts = NO_DOUBTS
    occasion: str | None = None
    phase: str | None = None

    @property
    def council(self) -> Council:
        """The session as it was read."""
        return self.record.value

    @property
    def year(self) -> int | None:
        """The year whose merit is reviewed, where the session says it."""
        return self.council.year

    @property
    def members(self) -> int | None:
        """How many members the council has; None where that is not known for sure."""
        return None if self.doubts.members else len(self.council.members)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day that it can have been held on; None where no day is told."""
        held = self.council.held
        return (held.first, held.last) if held else None

    def spot(self, path: str) -> Spot:
        """Return a place in the file: ``votes[2].agree``."""
        return self.record.origin.spot(path)

    def is_before(self, other: "Sitting") -> bool:
        """Tell whether it was surely held before another session."""
        return self.days is not None and other.days is not None and self.days[-1] < other.days[0]

    def may_review(self, entry: Entry) -> bool:
        """Tell whether a nominee can have stood before it: what one of them does not say shuts nobody out."""
        pairs = ((self.occasion, entry.occasion), (self.phase, entry.phase), (self.year, entry.year))
        return all(said is None or own is None or said == own for said, own in pairs)

    def most_voters(self) -> int:
        """Return how many at most can have voted: all but those who surely were away and sent nothing."""
        unknown = self.doubts.attendance | self.doubts.opinions
        members = enumerate(self.council.members)
        return sum(one.present or one.written_opinion or index in unknown for index, one in members)

    def miscount(self, vote: Vote) -> str | None:
        """Return what is wrong with the counts of one nominee: all three together make up the valid ballots."""
        counts, members, valid = [vote.agree, vote.against, vote.none], self.members, self.council.valid
        total = sum(count or 0 for count in counts)
        added = " + ".join(str(count) for count in counts if count is not None)
        alone = vote.against is None and vote.none is None
        told = f"{total} phiếu" if alone else f"số phiếu {added} = {total}"
        if valid is None and members is not None and total > members:
            return f"{told}, Hội đồng chỉ có {members} thành viên"
        if valid is None and members is not None and total > self.most_voters():
            return f"{told}, chỉ có {self.most_voters()} người có mặt hoặc gửi ý kiến bằng văn bản"
        if valid is not None and None not in counts and total != valid:
            return f"{told}, khác {valid} phiếu hợp lệ"
        return f"{told}, quá {valid} phiếu hợp lệ" if valid is not None and total > valid else None

    def not_agreeing(self, vote: Vote) -> tuple[int | None, int | None]:
        """Return the votes against a nominee, and those that say nothing; None where nobody tells.

        All three counts make up the valid ballots: of two told the third follows, and where those told make up all
        of them the others are none.
        """
        valid, told = self.council.valid, [vote.against, vote.none]
        if valid is None or None not in told or self.miscount(vote):
            return vote.against, vote.none
        left = valid - vote.agree - sum(count or 0 for count in told)
        if left and vote.against is None and vote.none is None:
            return None, None
        against, none = (left if count is None else count for count in told)
        return against, none

    def ballot_faults(self) -> Iterator[tuple[str, str]]:
        """Yield what does not add up of the ballots of the whole session, by its key."""
        council, total = self.council, self.members
        issued, collected, valid, void = council.issued, council.collected, council.valid, council.void
        if issued is not None and total is not None and issued > total:
            yield "issued", f"phát ra {issued} phiếu, Hội đồng chỉ có {total} thành viên"
        if issued is not None and collected is not None and collected > issued:
            yield "collected", f"thu về {collected} phiếu, phát ra chỉ {issued}"
        if collected is not None and valid is not None and void is not None and valid + void != collected:
            added = f"{valid} hợp lệ + {void} không hợp lệ = {valid + void}"
            yield "collected", f"{added}, khác {collected} phiếu thu về"
        elif collected is not None and valid is not None and valid > collected:
            yield "valid", f"{valid} phiếu hợp lệ, thu về chỉ {collected}"


def is_chair(role: str | None) -> bool:
    """Tell whether a role is that of the council's chairman: ``Chủ tịch Hội đồng``, no ``Phó Chủ tịch``."""
    return fold(role or "").startswith("chu tich")


def understood(sessions: Sequence[Sitting], context: DatedPlan) -> tuple[list[Sitting], list[Finding]]:
    """Return the sessions with the occasion and phase of the plan that they mean; and what is not understood of them.

    A word that is not understood shuts nobody out: it is asked.
    """
    campaign = context.plan.campaign
    occasions = Words("kỳ", "unknown-occasion", {one.id: one.name for one in campaign.occasions})
    phases = Words("giai đoạn", "unknown-phase", {one.id: one.name for one in campaign.phases})
    found: list[Sitting] = []
    findings: list[Finding] = []
    for sitting in sessions:
        occasion = _meant(sitting, "occasion", sitting.council.occasion, occasions, findings)
        phase = _meant(sitting, "phase", sitting.council.phase, phases, findings)
        record = _named_as_in_text(sitting.record, context.plan.issuer.name)
        found.append(replace(sitting, record=record, occasion=occasion, phase=phase))
        if sitting.year is not None and context.is_outside(sitting.year):
            findings.append(_outside(sitting, context))
    return found, findings


def _named_as_in_text(record: Record[Council], issuer: str) -> Record[Council]:
    """Return a session whose council, named in capitals by the title of a table, is written as in running text."""
    name = record.value.name
    if not name or not name.isupper():
        return record
    named = as_written(name, f"Hội đồng Thi đua - Khen thưởng {issuer}")
    return Record(record.value.model_copy(update={"name": named}), record.origin)


def _meant(sitting: Sitting, field: str, typed: str | None, words: Words, findings: list[Finding]) -> str | None:
    meaning, problem = words.find(typed) if typed else (None, None)
    if problem:
        findings.append(Finding(words.code, sitting.spot(field), *problem))
    return meaning


def _outside(sitting: Sitting, context: DatedPlan) -> Finding:
    years = listing(list(map(str, context.merit_years)), "hoặc", most=6, others="năm khác")
    message = f"phiên họp xét năm {sitting.year}, ngoài thời gian của phong trào"
    return Finding("outside-campaign", sitting.spot("year"), message, f"ghi {years}, hoặc bỏ khóa year")
