"""A tale about a plan (a news item): a draft of what it tells, with blanks for what it does not."""

import re
from collections.abc import Sequence

from thidua_cli.intake.facts.award_wording import NamedAward, awards_in
from thidua_cli.intake.facts.issuer import BLANK, most_told
from thidua_cli.intake.facts.movement import campaign_of
from thidua_cli.intake.facts.prose_dates import first_day, spans_in
from thidua_cli.intake.facts.schedule import Occasions, Schedule
from thidua_cli.intake.report import Data, Ledger
from thidua_cli.intake.structure.anatomy import Anatomy
from thidua_cli.intake.words import first_match, listed
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.bodies import abbreviation_of, place_of, slug
from thidua_cli.vietnamese.casing import UPPER
from thidua_cli.vietnamese.dates import SLASHED
from thidua_cli.vietnamese.text import upper_first

_ISSUED = re.compile(
    rf"(?:ngày (?P<day>{SLASHED}),?\s+)?"
    rf"(?P<who>[{UPPER}][^,.;]{{2,60}}?)\s+(?:đã\s+)?ban hành (?:Kế hoạch|kế hoạch)"
    r"(?:\s+số\s+(?P<number>\d{1,5})/?[\w\-/&]*)?\s+(?:về\s+|về việc\s+)?(?P<title>[^.]{10,300})",
    re.I,
)
_THEME = re.compile(r"chủ đề\s*:?\s*[“\"](?P<theme>[^”\"]{6,300})[”\"]", re.I)
_PLACE = re.compile(rf"\btỉnh (?P<place>[{UPPER}][^\s,.;()]*(?: [{UPPER}][^\s,.;()]*){{0,3}})")


def retold_plan(lines: Sequence[Line], told: Line | None, ledger: Ledger) -> Data:
    """Return a draft: issuer, number, date, title, theme, period and awards as told; the prose is left to write."""
    found = next((one for line in lines if (one := _ISSUED.search(line.text)) and one["number"]), None)
    found = found or (_ISSUED.search(told.text) if told else None)
    issuer = _issuer(found, lines)
    title = upper_first(found["title"].strip()) if found else BLANK
    day = first_day(found["day"]) if found and found["day"] else ""
    number = found["number"] if found else None
    for path, value in (("issuer.name", issuer["name"]), ("title", title), ("date", day)):
        ledger.fact(path, told, value or BLANK, sure=False)
    parts = Anatomy(subject=[told] if told else [])
    campaign = campaign_of(parts, issuer["name"], _schedule(lines, ledger), Occasions(ledger, None, []), ledger)
    if theme := first_match(_THEME, lines)[0]:
        told_theme = {"theme": theme["theme"]}
        campaign = told_theme | campaign if "theme" in campaign else campaign | told_theme
    words = "bài kể lại không có nguyên văn các mục; điền vào chỗ “…”"
    ledger.fact("body", told, BLANK, sure=False, words=words)
    awards = _awards(lines, ledger)
    return {
        "format": "plan/1",
        "id": slug(title),
        "title": title,
        "issuer": issuer,
        "number": number,
        "date": day or None,
        "signers": [{"post": BLANK}],
        "campaign": campaign,
        **({"awards": awards} if awards else {}),
        "body": [{**section, "text": BLANK} for section in listed("blank_sections")],
    }


def _issuer(found: re.Match[str] | None, lines: Sequence[Line]) -> Data:
    name = found["who"].strip() if found else BLANK
    name = re.sub("(?i:ủy ban nhân dân)|UBND", "Ủy ban nhân dân", name)
    place = place_of(name)
    if not place and name.endswith("tỉnh"):
        place = most_told(_PLACE, "\n".join(line.text for line in lines))
        name = f"{name} {place}".strip()
    return {"name": name, "abbreviation": abbreviation_of(name) or BLANK, "place": place or BLANK}


def _schedule(lines: Sequence[Line], ledger: Ledger) -> Schedule:
    """Return the one span that the tale tells with a beginning at the day of issue."""
    schedule = Schedule(ledger, None, [])
    spans = [(line, span) for line in lines for span in spans_in(line.text) if span.start == "issue"]
    if len(spans) == 1:
        line, span = spans[0]
        schedule.start, schedule.end = span.start, span.end_value
        ledger.fact("campaign.end", line, span.event or span.end, sure=False)
    return schedule


def _awards(lines: Sequence[Line], ledger: Ledger) -> list[Data]:
    found: dict[NamedAward, Line] = {}
    for line in lines:
        for clause in re.split(r"[.;] ", line.text):
            for named in awards_in(clause)[0]:
                if named.decided_by:
                    found.setdefault(named, line)
    for index, (named, line) in enumerate(found.items()):
        ledger.fact(f"awards[{index}]", line, f"{named.form}, {named.decided_by}", sure=False)
    return [
        {"id": slug(f"{named.form} {number}"), "form": named.form, "decided_by": named.decided_by}
        for number, named in enumerate(found, start=1)
    ]
