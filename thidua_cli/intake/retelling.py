"""A tale about a plan (a news item): a draft of what it tells, with blanks for what it does not."""

import re
from collections.abc import Sequence
from typing import Any

from thidua_cli.intake.facts.award_wording import awards_in
from thidua_cli.intake.facts.issuer import BLANK, Head
from thidua_cli.intake.facts.movement import campaign_of
from thidua_cli.intake.facts.prose_dates import first_day, spans_in
from thidua_cli.intake.facts.schedule import Occasions, Schedule
from thidua_cli.intake.report import Ledger
from thidua_cli.intake.structure.anatomy import Anatomy
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.bodies import abbreviation_of, place_of, slug
from thidua_cli.vietnamese.casing import UPPER
from thidua_cli.vietnamese.dates import SLASHED

Data = dict[str, Any]

_ISSUED = re.compile(
    rf"(?:ngày (?P<day>{SLASHED}),?\s+)?"
    rf"(?P<who>[{UPPER}][^,.;]{{2,60}}?)\s+(?:đã\s+)?ban hành (?:Kế hoạch|kế hoạch)"
    r"(?:\s+số\s+(?P<number>\d{1,5})/?(?P<symbol>[\w\-/&]*))?\s+(?:về\s+|về việc\s+)?(?P<title>[^.]{10,300})",
    re.I,
)
_THEME = re.compile(r"chủ đề\s*:?\s*[“\"](?P<theme>[^”\"]{6,300})[”\"]", re.I)
_PLACE = re.compile(rf"\btỉnh (?P<place>[{UPPER}][^\s,.;()]*(?: [{UPPER}][^\s,.;()]*){{0,3}})")
_BLANK_SECTIONS = (
    ("Mục đích, yêu cầu", ["aims", "requirements"]),
    ("Nội dung thi đua", "content"),
    ("Tổ chức thực hiện", "implementation"),
)


def retold_plan(lines: Sequence[Line], told: Line | None, ledger: Ledger) -> Data:
    """Return a draft: issuer, number, date, title, theme, period and awards as told; the prose is left to write."""
    found = next((one for line in lines if (one := _ISSUED.search(line.text)) and one["number"]), None)
    found = found or (_ISSUED.search(told.text) if told else None)
    issuer = _issuer(found, lines)
    title = found["title"].strip() if found else BLANK
    title = title[0].upper() + title[1:]
    day = first_day(found["day"]) if found and found["day"] else ""
    number = found["number"] if found else None
    for path, what, value in (
        ("issuer.name", "cơ quan ban hành", issuer["name"]),
        ("title", "trích yếu", title),
        ("date", "ngày ký", day),
    ):
        ledger.fact(path, told, what, value or BLANK, sure=False)
    parts = Anatomy(subject=[told] if told else [])
    campaign = campaign_of(
        parts,
        Head(issuer, number or "", day, int(day[:4]) if day else None),
        _schedule(lines, ledger),
        Occasions(ledger, None),
        ledger,
    )
    if theme := next((one["theme"] for line in lines if (one := _THEME.search(line.text))), ""):
        campaign = {"theme": theme, **campaign} if "theme" in campaign else {**campaign, "theme": theme}
    ledger.fact(
        "body", told, "nội dung", BLANK, sure=False, words="bài kể lại không có nguyên văn các mục; điền vào chỗ “…”"
    )
    return {
        "format": "plan/1",
        "id": slug(title),
        "title": title,
        "issuer": issuer,
        "number": number,
        "date": day or None,
        "signers": [{"post": BLANK}],
        "campaign": campaign,
        **({"awards": awards} if (awards := _awards(lines, ledger)) else {}),
        "body": [{"heading": heading, "role": role, "text": BLANK} for heading, role in _BLANK_SECTIONS],
    }


def _issuer(found: re.Match[str] | None, lines: Sequence[Line]) -> Data:
    name = found["who"].strip() if found else BLANK
    name = re.sub("ủy ban nhân dân", "Ủy ban nhân dân", name, flags=re.I).replace("UBND", "Ủy ban nhân dân")
    place = place_of(name)
    if not place and name.endswith("tỉnh"):
        places = [one["place"] for line in lines for one in _PLACE.finditer(line.text)]
        place = max(set(places), key=places.count) if places else ""
        name = f"{name} {place}".strip()
    return {"name": name, "abbreviation": abbreviation_of(name) or BLANK, "place": place or BLANK}


def _schedule(lines: Sequence[Line], ledger: Ledger) -> Schedule:
    """Return the one span that the tale tells with a beginning at the day of issue, or a whole one."""
    schedule = Schedule(ledger, None)
    spans = [(line, span) for line in lines for span in spans_in(line.text) if span.start == "issue"]
    if len(spans) == 1:
        line, span = spans[0]
        schedule.start, schedule.end, schedule.event = span.start, span.end, span.event
        ledger.fact("campaign.end", line, "kết thúc", span.event or span.end, sure=False)
    return schedule


def _awards(lines: Sequence[Line], ledger: Ledger) -> list[Data]:
    found: list[Data] = []
    for line in lines:
        told = [named for clause in re.split(r"[.;] ", line.text) for named in awards_in(clause)[0]]
        for named in told:
            if named.decided_by and all(
                (one["form"], one["decided_by"]) != (named.form, named.decided_by) for one in found
            ):
                ledger.fact(
                    f"awards[{len(found)}]",
                    line,
                    "hình thức khen thưởng",
                    f"{named.form}, {named.decided_by}",
                    sure=False,
                )
                found.append(
                    {"id": slug(f"{named.form} {len(found) + 1}"), "form": named.form, "decided_by": named.decided_by}
                )
    return found
