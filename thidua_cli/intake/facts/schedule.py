"""The time of the campaign: its period, phases, reviews and deadlines, where the paper tells them without doubt."""

import re
from collections.abc import Sequence
from typing import Any

from thidua_cli.intake.facts.prose_dates import Span, first_day, spans_in
from thidua_cli.intake.report import Data, Ledger, quoted
from thidua_cli.intake.structure.outline import Entry
from thidua_cli.intake.words import one_of
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.counting import ROMAN, ordinal_value
from thidua_cli.vietnamese.text import upper_first

PHASE = re.compile(
    r"(?P<label>(?:giai đoạn|đợt thi đua|đợt)\s+(?:thứ\s+)?"
    rf"(?P<n>0?\d(?!\d)|{ROMAN}1?|nhất|một|hai|ba|bốn|tư|năm(?! \d)))\b",
    re.I,
)
_COUNT_OF_PHASES = re.compile(r"(?:chia (?:làm|thành)|qua)\s+(?P<n>\d{1,2})\s+(?:giai đoạn|đợt)", re.I)
_CAMPAIGN = re.compile(r"(?:đợt thi đua|phong trào(?: thi đua)?|thời gian)[^.;]{0,80}$", re.I)
_FIRST_DAY = re.compile(r"(?:phát động|bắt đầu|khởi động)\s*:?\s*(?:từ\s+)?(?=ngày|\d)(?P<day>[^;]+)", re.I)
_LAST_DAY = re.compile(r"kết thúc\s*:?\s*(?:vào\s+)?(?=ngày|\d)(?P<day>[^;]+)", re.I)
# A deadline that comes back, or one for each phase: no one day.
_MANY_DAYS = re.compile(
    r"(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần)|\d\s*(?:\([^)]*\)\s*)?(?:và|,)\s+(?:ngày\s+)?\d", re.I
)
_LONGEST_YEARS = 6
_OTHER = re.compile(f"{PHASE.pattern}|{one_of('own_times')}", re.I)
_YEARLY = re.compile(r"(?:hằng|hàng) năm|mỗi năm", re.I)
_BOTH_EACH = re.compile(r"(?:mỗi|từng) (?:kỳ|lần|đợt)?\s*sơ kết,? (?:và )?tổng kết", re.I)
_REVIEWS = {"interim": "sơ kết", "final": "tổng kết"}
_REVIEW_IDS = {"interim": "so-ket", "final": "tong-ket"}
_WHEN = (
    r"(?:\s+(?:phong trào|đợt thi đua|giữa đợt|và khen thưởng))?(?:\s+(?:thi đua))?"
    r"\s+\(?(?:vào|trong|ngày|tháng|năm|quý)\b[^.;]{0,60}"
)
# Dossiers that the office lays before its council have reached it already.
_DEADLINE = re.compile(
    r"hồ sơ(?![^.;]{0,60} trình (?:hội đồng|lãnh đạo|giám đốc))[^.;]{0,200}?"
    r"(?:trước|chậm nhất|hạn cuối|muộn nhất|không quá|đến hết)\b(?P<when>[^.;]{0,60})",
    re.I,
)


class Schedule:
    """What the sections on time tell: a period (``start`` to ``end``) and phases, as plan data.

    ``elsewhere`` are spans that speak of the campaign outside those sections: the plan may have no such section.
    """

    def __init__(self, ledger: Ledger, year: int | None, passages: Sequence[Entry]) -> None:
        self.ledger, self.year = ledger, year
        self.start = ""
        self.end: Any = ""
        self.phases: list[Data] = []
        self.elsewhere: list[tuple[Line, Span]] = []
        on_time = [passage for passage in passages if "time" in passage.roles]
        for passage in passages:
            if "time" not in passage.roles:
                self._elsewhere(passage)
            elif not set(passage.roles) & {"dossier", "awards"}:
                self._passage(passage)
        self._first_and_last(on_time)
        self._settle()
        self._check_count(on_time)

    def _spans(self, passage: Entry) -> list[Span]:
        """Return the spans of a passage, without those of anniversaries and of plans of many years."""
        return [span for span in spans_in(passage.text, self.year) if 0 <= span.years <= _LONGEST_YEARS]

    def _passage(self, passage: Entry) -> None:
        spans = self._spans(passage)
        if label := PHASE.match(passage.text):
            self._phase(passage, label, spans[0] if len(spans) == 1 else None)
        elif len(spans) == 1 and not (self.start or _OTHER.search(passage.text[: spans[0].begin])):
            self.start = self.ledger.fact("campaign.start", passage.line, spans[0].start)
            self.ledger.fact("campaign.end", passage.line, spans[0].event or spans[0].end)
            self.end = spans[0].end_value
        elif spans:
            self.ledger.doubt(passage.line, "thời gian", f"{quoted(passage.text)}: chưa chắc là thời gian của cả đợt")

    def _elsewhere(self, passage: Entry) -> None:
        if PHASE.match(passage.text) and spans_in(passage.text, self.year):
            self.ledger.doubt(passage.line, "giai đoạn", f"{quoted(passage.text)}: có thể là một giai đoạn")
            return
        spans = self._spans(passage)
        before = passage.text[: spans[0].begin] if len(spans) == 1 else ""
        if _CAMPAIGN.search(before) and not _OTHER.search(before):
            self.elsewhere.append((passage.line, spans[0]))

    def _first_and_last(self, on_time: Sequence[Entry]) -> None:
        """Take ``Phát động: ngày 20/7/2020`` and ``Kết thúc: ngày 20/10/2020``, each on a line of its own."""
        days: list[tuple[Line, str]] = []
        for pattern in (_FIRST_DAY, _LAST_DAY):
            matches = [(one.line, found) for one in on_time if (found := pattern.match(one.text))]
            if len(matches) == 1:
                line, found = matches[0]
                days.append((line, first_day(found["day"], self.year)))
        if not self.start and len(days) == 2 and "" < days[0][1] < days[1][1]:
            self.start = self.ledger.fact("campaign.start", *days[0])
            self.end = self.ledger.fact("campaign.end", *days[1])

    def _phase(self, passage: Entry, label: re.Match[str], span: Span | None) -> None:
        number = ordinal_value(label["n"].upper().replace("I1", "II"))
        if re.fullmatch(f"{ROMAN}1", label["n"]):
            self.ledger.fault("ordinal-typo", passage.line, label=label["label"])
        name = upper_first(label["label"])
        phase: Data = {"id": f"gd{number or len(self.phases) + 1}", "name": name}
        if any(one["id"] == phase["id"] for one in self.phases):
            return
        if span:
            phase |= {"start": span.start, "end": span.end_value}
        below = passage.children
        if len(below) == 1 and below[0].mark is None:
            phase["goal"] = below[0].text
        times = f": {span.start} đến {span.event or span.end}" if span else ", không ghi ngày"
        self.ledger.fact(f"campaign.phases[{len(self.phases)}]", passage.line, name + times)
        self.phases.append(phase)

    def _settle(self) -> None:
        """A period that phases tell more exactly takes their first and last day."""
        if not self.phases or not all("start" in phase for phase in self.phases):
            return
        self.start = self.start or self.phases[0]["start"]
        last = self.phases[-1]["end"]
        if not isinstance(self.end, dict) and (isinstance(last, dict) or last.startswith(self.end)):
            self.end = last

    def _check_count(self, on_time: Sequence[Entry]) -> None:
        for passage in on_time:
            found = _COUNT_OF_PHASES.search(passage.text)
            told = int(found["n"]) if found else 0
            if found and self.phases and told != len(self.phases):
                self.ledger.fault("count-announced", passage.line, told=told, listed=len(self.phases))


class Occasions:
    """The reviews that the paper names, each once, with their time and the one deadline for dossiers."""

    def __init__(self, ledger: Ledger, year: int | None, passages: Sequence[Entry]) -> None:
        self.ledger, self.year = ledger, year
        self.found: list[Data] = []
        deadlines: list[tuple[str, Line]] = []
        for passage in passages:
            for clause in re.split(r"[.;]\s", passage.text):
                self._review(clause, passage.line)
                if found := _DEADLINE.search(clause):
                    by = first_day(found["when"], self.year)
                    if by and not _MANY_DAYS.search(found["when"]):
                        deadlines.append((by, passage.line))
                    else:
                        self.ledger.doubt(passage.line, "hạn hồ sơ", quoted(clause))
        if len({day for day, _ in deadlines}) == 1:
            self._tell(self._get("final", deadlines[0][1]), "dossiers_by", *deadlines[0])
            return
        for day, line in deadlines:
            self.ledger.doubt(line, "hạn hồ sơ", f"có nhiều hạn, trong đó {day}")

    def _review(self, clause: str, line: Line) -> None:
        for kind, word in _REVIEWS.items():
            found = re.search(word + _WHEN, clause, re.I)
            when = first_day(found[0], self.year) if found else ""
            if found and when and not re.search(r"từ [^.;]*đến", found[0]) and "hồ sơ" not in found[0]:
                entry = self._get(kind, line)
                if "date" not in entry:
                    self._tell(entry, "date", when, line, word)

    def of_clause(self, clause: str, line: Line) -> Data:
        """Return the scope that a clause on quotas tells: ``khi sơ kết hằng năm``, ``mỗi kỳ sơ kết, tổng kết``."""
        if _BOTH_EACH.search(clause):
            for kind in _REVIEWS:
                self._get(kind, line)
            return {"per": ["occasion"]}
        kinds = [kind for kind, word in _REVIEWS.items() if word in clause.lower()]
        if len(kinds) != 1:
            return {}
        entry = self._get(kinds[0], line)
        if kinds == ["interim"] and _YEARLY.search(clause):
            entry["every"] = "year"
            return {"occasion": entry["id"], "per": ["year"]}
        return {"occasion": entry["id"]}

    def _get(self, kind: str, line: Line) -> Data:
        for one in self.found:
            if one["kind"] == kind:
                return one
        entry: Data = {"id": _REVIEW_IDS[kind], "name": _REVIEWS[kind], "kind": kind}
        self.ledger.fact(f"campaign.occasions[{len(self.found)}]", line, entry["name"])
        self.found.append(entry)
        return entry

    def _tell(self, entry: Data, key: str, day: str, line: Line, what: str = "") -> None:
        entry[key] = day
        self.ledger.fact(f"campaign.occasions[{self.found.index(entry)}].{key}", line, day, what=what)
