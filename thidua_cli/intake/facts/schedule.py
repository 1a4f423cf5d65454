"""The time of the campaign: its period, phases, reviews and deadlines, where the paper tells them without doubt."""

import re
from collections.abc import Sequence
from typing import Any

from thidua_cli.intake.facts.prose_dates import Span, first_day, spans_in
from thidua_cli.intake.report import Ledger, shown
from thidua_cli.intake.structure.sections import Passage
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.counting import ROMAN, ordinal_value

Data = dict[str, Any]

PHASE = re.compile(
    rf"(?P<label>(?:giai đoạn|đợt thi đua|đợt)\s+(?:thứ\s+)?(?P<n>0?\d(?!\d)|{ROMAN}1?|nhất|một|hai|ba"
    r"|bốn|tư|năm(?! \d)))\b",
    re.I,
)
_COUNT_OF_PHASES = re.compile(
    r"chia (?:làm|thành)\s+(?P<n>\d{1,2})\s+(?:giai đoạn|đợt)|qua\s+(?P<m>\d{1,2})\s+(?:giai đoạn|đợt)", re.I
)
_CAMPAIGN = re.compile(r"(?:đợt thi đua|phong trào(?: thi đua)?|thời gian)[^.;]{0,80}$", re.I)
_FIRST_DAY = re.compile(r"(?:phát động|bắt đầu|khởi động)\s*:?\s*(?:từ\s+)?(?=ngày|\d)(?P<day>[^;]+)", re.I)
_LAST_DAY = re.compile(r"kết thúc\s*:?\s*(?:vào\s+)?(?=ngày|\d)(?P<day>[^;]+)", re.I)
# A deadline that comes back, or one for each phase: no one day.
_MANY_DAYS = re.compile(
    r"(?:hằng|hàng|mỗi) (?:năm|tháng|quý|tuần)|\d\s*(?:\([^)]*\)\s*)?(?:và|,)\s+(?:ngày\s+)?\d", re.I
)
_LONGEST_YEARS = 6
# What has a time of its own within a section on time: it is not that of the campaign.
_OTHER = re.compile(
    rf"{PHASE.pattern}|giai đoạn (?!\d)|hồ sơ|sơ kết|tổng kết|đăng ký|báo cáo|bình xét|chấm|nộp|tổ chức lễ|hội nghị"
    r"|giao ban|khai mạc|bế mạc|tập huấn|kiểm tra|phát động(?! (?:thi đua|phong trào|đợt))",
    re.I,
)
_YEARLY = r"(?:hằng|hàng) năm|mỗi năm"
_INTERIM = re.compile(r"sơ kết", re.I)
_FINAL = re.compile(r"tổng kết", re.I)
_BOTH_EACH = re.compile(r"(?:mỗi|từng) (?:kỳ|lần|đợt)?\s*sơ kết,? (?:và )?tổng kết", re.I)
_WHEN = (
    r"(?:\s+(?:phong trào|đợt thi đua|giữa đợt|và khen thưởng))?(?:\s+(?:thi đua))?"
    r"\s+\(?(?:vào|trong|ngày|tháng|năm|quý)\b(?P<when>[^.;]{0,60})"
)
# Dossiers that the office lays before its council have reached it already.
_DEADLINE = re.compile(
    r"hồ sơ(?![^.;]{0,60} trình (?:hội đồng|lãnh đạo|giám đốc))[^.;]{0,200}?"
    r"(?:trước|chậm nhất|hạn cuối|muộn nhất|không quá|đến hết)\b(?P<when>[^.;]{0,60})",
    re.I,
)


class Schedule:
    """What the sections on time tell."""

    def __init__(self, ledger: Ledger, year: int | None) -> None:
        self.ledger, self.year = ledger, year
        self.start = self.end = ""
        self.event = ""
        self.phases: list[Data] = []
        self.elsewhere: list[tuple[Line, Span]] = []

    def read(self, passages: Sequence[Passage]) -> None:
        """Take period and phases."""
        for passage in passages:
            if "time" in passage.roles and not set(passage.roles) & {"dossier", "awards"}:
                self._passage(passage)
            elif "time" not in passage.roles and PHASE.match(passage.text) and spans_in(passage.text, self.year):
                self.ledger.doubt(passage.line, "giai đoạn", f"“{shown(passage.text)}”: có thể là một giai đoạn")
            elif "time" not in passage.roles:
                self._elsewhere(passage)
        self._first_and_last(passages)
        self._settle()
        self._check_count(passages)

    def _passage(self, passage: Passage) -> None:
        spans = [span for span in spans_in(passage.text, self.year) if _plausible(span)]
        if label := PHASE.match(passage.text):
            self._phase(passage, label, spans[0] if len(spans) == 1 else None)
        elif len(spans) == 1 and not (self.start or _OTHER.search(passage.text[: spans[0].begin])):
            self._period(passage.line, spans[0])
        elif spans:
            self.ledger.doubt(passage.line, "thời gian", f"“{shown(passage.text)}”: chưa chắc là thời gian của cả đợt")

    def _elsewhere(self, passage: Passage) -> None:
        """Keep a span that speaks of the campaign outside the sections on time: the plan may have no such section."""
        spans = [span for span in spans_in(passage.text, self.year) if _plausible(span)]
        before = passage.text[: spans[0].begin] if len(spans) == 1 else ""
        if _CAMPAIGN.search(before) and not _OTHER.search(before):
            self.elsewhere.append((passage.line, spans[0]))

    def _first_and_last(self, passages: Sequence[Passage]) -> None:
        """Take ``Phát động: ngày 20/7/2020`` and ``Kết thúc: ngày 20/10/2020``, each on a line of its own."""
        days: list[tuple[Line, str]] = []
        on_time = [passage for passage in passages if "time" in passage.roles]
        for pattern in (_FIRST_DAY, _LAST_DAY):
            matches = [(one.line, found) for one in on_time if (found := pattern.match(one.text))]
            days += [(line, first_day(found["day"], self.year)) for line, found in matches] if len(matches) == 1 else []
        if not self.start and len(days) == 2 and "" < days[0][1] < days[1][1]:
            (line, self.start), (last_line, self.end) = days
            self.ledger.fact("campaign.start", line, "bắt đầu", self.start)
            self.ledger.fact("campaign.end", last_line, "kết thúc", self.end)

    def _period(self, line: Line, span: Span) -> None:
        self.start, self.end, self.event = span.start, span.end, span.event
        self.ledger.fact("campaign.start", line, "bắt đầu", span.start)
        self.ledger.fact("campaign.end", line, "kết thúc", span.event or span.end)

    def _phase(self, passage: Passage, label: re.Match[str], span: Span | None) -> None:
        number = ordinal_value(label["n"].upper().replace("I1", "II"))
        if re.fullmatch(f"{ROMAN}1", label["n"]):
            message = f"“{label['label']}”: số La Mã lẫn chữ số"
            self.ledger.fault("ordinal-typo", passage.line, message, "sửa số thứ tự của đợt")
        name = label["label"][0].upper() + label["label"][1:]
        phase: Data = {"id": f"gd{number or len(self.phases) + 1}", "name": name}
        if any(one["id"] == phase["id"] for one in self.phases):
            return
        if span:
            phase |= {"start": span.start, "end": span.end_value}
        if goal := _goal(passage):
            phase["goal"] = goal
        path = f"campaign.phases[{len(self.phases)}]"
        self.phases.append(phase)
        times = f": {span.start} đến {span.event or span.end}" if span else ", không ghi ngày"
        self.ledger.fact(path, passage.line, "giai đoạn", name + times)

    def _settle(self) -> None:
        """A period that phases tell more exactly takes their first and last day."""
        dated = [phase for phase in self.phases if phase.get("start")]
        if not dated or len(dated) != len(self.phases):
            return
        last = dated[-1]["end"]
        if not self.start:
            self.start = dated[0]["start"]
        if isinstance(last, dict):
            self.event = self.event or last["event"]
        elif not self.event and (not self.end or str(last).startswith(self.end)):
            self.end = last

    def _check_count(self, passages: Sequence[Passage]) -> None:
        for passage in passages:
            found = _COUNT_OF_PHASES.search(passage.text)
            if found and self.phases and "time" in passage.roles:
                told = int(found["n"] or found["m"])
                if told != len(self.phases):
                    message = f"ghi {told} giai đoạn nhưng liệt kê {len(self.phases)}"
                    self.ledger.fault(
                        "count-announced", passage.line, message, "xem lại số giai đoạn hoặc phần liệt kê"
                    )


def _goal(passage: Passage) -> str:
    """Return the one plain paragraph below a phase."""
    below = [child for child in passage.entry.children if child.mark is None]
    if len(below) == 1 and len(passage.entry.children) == 1:
        return below[0].text
    return ""


def _plausible(span: Span) -> bool:
    """Refuse spans of anniversaries and of plans of many years."""
    if span.start == "issue" or not span.end:
        return True
    return 0 <= int(span.end[:4]) - int(span.start[:4]) <= _LONGEST_YEARS


class Occasions:
    """The reviews that the paper names, each once."""

    def __init__(self, ledger: Ledger, year: int | None) -> None:
        self.ledger, self.year = ledger, year
        self.found: list[Data] = []

    def read(self, passages: Sequence[Passage]) -> None:
        """Take reviews with their time, and the one deadline for dossiers."""
        deadlines: list[tuple[str, Line]] = []
        for passage in passages:
            for clause in re.split(r"[.;]\s", passage.text):
                self._review(clause, passage)
                if found := _DEADLINE.search(clause):
                    by = first_day(found["when"], self.year)
                    if by and not _MANY_DAYS.search(found["when"]):
                        deadlines.append((by, passage.line))
                    else:
                        self.ledger.doubt(passage.line, "hạn hồ sơ", f"“{shown(clause)}”")
        if len({day for day, _ in deadlines}) == 1:
            day, line = deadlines[0]
            final = self._get("final", line)
            final["dossiers_by"] = day
            self.ledger.fact(self._path(final, "dossiers_by"), line, "hạn gửi hồ sơ", day)
        else:
            for day, line in deadlines:
                self.ledger.doubt(line, "hạn hồ sơ", f"có nhiều hạn, trong đó {day}")

    def _review(self, clause: str, passage: Passage) -> None:
        for kind, word in (("interim", "sơ kết"), ("final", "tổng kết")):
            found = re.search(word + _WHEN, clause, re.I)
            when = first_day(found[0], self.year) if found else ""
            if found and when and not re.search(r"từ [^.;]*đến", found[0]) and "hồ sơ" not in found[0]:
                entry = self._get(kind, passage.line)
                if "date" not in entry:
                    entry["date"] = when
                    self.ledger.fact(self._path(entry, "date"), passage.line, word, when)

    def of_clause(self, clause: str, line: Line) -> Data:
        """Return the scope that a clause on quotas tells: ``khi sơ kết hằng năm``, ``mỗi kỳ sơ kết, tổng kết``."""
        if _BOTH_EACH.search(clause):
            self._get("interim", line)
            self._get("final", line)
            return {"per": ["occasion"]}
        if _INTERIM.search(clause) and _FINAL.search(clause):
            return {}
        if _INTERIM.search(clause):
            entry = self._get("interim", line)
            if re.search(_YEARLY, clause, re.I):
                entry["every"] = "year"
                return {"occasion": entry["id"], "per": ["year"]}
            return {"occasion": entry["id"]}
        if _FINAL.search(clause):
            return {"occasion": self._get("final", line)["id"]}
        return {}

    def _get(self, kind: str, line: Line) -> Data:
        for one in self.found:
            if one["kind"] == kind:
                return one
        word = "sơ kết" if kind == "interim" else "tổng kết"
        entry: Data = {"id": "so-ket" if kind == "interim" else "tong-ket", "name": word, "kind": kind}
        self.found.append(entry)
        self.ledger.fact(f"campaign.occasions[{len(self.found) - 1}]", line, "kỳ", word)
        return entry

    def _path(self, entry: Data, key: str) -> str:
        return f"campaign.occasions[{self.found.index(entry)}].{key}"
