"""An old plan as the start of a new one: its years moved, bases in force, and a report of every change."""

import calendar
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from thidua_cli.errors import ThiduaError
from thidua_cli.intake.report import Data, Ledger, shown
from thidua_cli.law.instruments import find_citations, replacement
from thidua_cli.model.dates import parse_date
from thidua_cli.vietnamese.dates import SLASHED, YEARS
from thidua_cli.vietnamese.text import listing

_TYPED = re.compile(r"(?P<y>\d{4})(?P<rest>(?:-\d\d){0,2})")
_DATE_KEYS = frozenset(("start", "end", "date", "dossiers_by"))
_DATES_OF_FILES = _DATE_KEYS | {"since", "on"}
_CITED = re.compile(
    r"\bsố\s*:?\s*[\w\-/&.]+,?\s+ngày\s+(?:[\d/]+|\d+ tháng \d+ năm \d+)|(?<!\d)\d{1,5}/\d{4}/[A-ZĐ][\w-]*"
)
_SPAN = re.compile(r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d")
_PAIR = re.compile(
    r"(?P<lead>(?:kỷ|kỉ) niệm (?:lần thứ )?)(?P<years>\d{1,4})"
    rf"(?P<mid> năm[^().;]{{3,120}}?\({SLASHED}\s*[-–]\s*\d{{1,2}}/\d{{1,2}}/)(?P<on>\d{{4}})\)",
    re.I,
)
_YEARS = re.compile(r"(?:kỷ|kỉ) niệm (?P<years>\d{1,4})(?= năm)", re.I)
_YEAR = re.compile(r"(?:(?<=\bnăm )|(?<=\d/)|(?<=năm học ))20\d\d", re.I)
_DAY = re.compile(r"\b29/0?2/(?P<y>20\d\d)")
_DISTRICT = re.compile(
    r"\b(?:(?:(?:Chủ tịch )?(?:Ủy ban nhân dân|UBND)|Phòng Nội vụ) (?:huyện|quận|thị xã)"
    r"|Huyện ủy(?: huyện| quận| thị xã)?)\b"
)
_PROSE = ("title", "opening", "closing", "body", "targets", "tasks", "participants", "awards")
_NO_PROSE = ("role", "mark", "insert", "award", "subject")


def older_plan(path: Path, *, year: int | None, today: date, ledger: Ledger) -> Data:
    """Return the data of the plan file at ``path`` for a new plan: unsigned, and moved to ``year`` if given."""
    from thidua_cli.campaign.load_plan import load_plan

    loaded = load_plan(path)
    loaded.usable("kế hoạch")
    old = loaded.document.data
    assert isinstance(old, dict), "a plan without faults is a mapping"
    unsigned = {"number": None, "date": None}
    data = {key: _typed(key, value) for key, value in old.items() if value is not None or key in unsigned}
    if year:
        data = shift_plan(data, year, today, ledger)
    return data | {key: None for key in unsigned if key in data}


def _typed(key: str, value: Any) -> Any:
    """Return dates in the one form that can be moved, and the years of an anniversary as a number."""
    if isinstance(value, dict):
        return {name: _typed(name, inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_typed("", inner) for inner in value]
    if key in _DATES_OF_FILES and isinstance(value, str) and value != "issue":
        return parse_date(value).typed
    return int(value) if key == "years" and isinstance(value, str) else value


def shift_plan(data: Data, year: int, today: date, ledger: Ledger) -> Data:
    """Return the plan moved to ``year``; number and day of signing are dropped, old bases replaced."""
    base = _base_year(data["campaign"], data.get("date"))
    if base is None:
        ledger.change("chuyển năm", "", "không đọc được năm của phong trào nên giữ nguyên các mốc thời gian")
        return data
    delta = year - base
    shifted = dict(data)
    for key, name in (("number", "số văn bản"), ("date", "ngày ký")):
        if shifted.get(key):
            ledger.change(name, str(shifted[key]), "để trống")
        shifted[key] = None
    shifted["campaign"] = _campaign(data["campaign"], delta, ledger)
    for key in _PROSE:
        if key in shifted:
            shifted[key] = _each_text(shifted[key], lambda text: _text(text, base, delta, ledger))
    if "bases" in data:
        shifted["bases"] = _bases(data["bases"], today, ledger)
    _tell_districts(shifted, ledger)
    return shifted


def _base_year(campaign: Data, signed: Any = None) -> int | None:
    """Return the year of the campaign: that of its end, else the year of signing."""
    for value in (campaign.get("end"), signed, campaign.get("start")):
        if isinstance(value, str) and value[:4].isdecimal():
            return int(value[:4])
    return None


def _campaign(campaign: Data, delta: int, ledger: Ledger) -> Data:
    moved: Data = {}
    for key, value in campaign.items():
        if key == "anniversary":
            moved[key] = _anniversary(value, delta, ledger)
        elif key in ("phases", "occasions"):
            moved[key] = [_dated(entry, delta, f"{key}: {entry['name']}, ", ledger) for entry in value]
        else:
            moved |= _dated({key: value}, delta, "campaign.", ledger)
    base = _base_year(campaign) or 0
    for key in ("theme", "phases"):
        if key in moved:
            moved[key] = _each_text(moved[key], lambda text: _text(text, base, delta, ledger))
    return moved


def _dated(entry: Data, delta: int, what: str, ledger: Ledger) -> Data:
    """Return the entry with its dates some years later; 29 February falls back to the 28th."""
    moved = dict(entry)
    for key, value in entry.items():
        found = _TYPED.fullmatch(value) if key in _DATE_KEYS and isinstance(value, str) else None
        if not found:
            continue
        year, rest = _later(int(found["y"]), delta), found["rest"]
        if rest == "-02-29" and not calendar.isleap(year):
            rest = "-02-28"
        moved[key] = f"{year}{rest}"
        if moved[key] != value:
            ledger.change(f"{what}{key}", value, moved[key])
    return moved


def _later(year: int, delta: int) -> int:
    """Return the year moved; one that no plan can have raises `ThiduaError`."""
    moved = year + delta
    if not YEARS[0] <= moved <= YEARS[1]:
        message = f"--year: mốc thời gian của năm {year} rơi vào năm {moved}"
        raise ThiduaError(message, "xem lại --year: năm có bốn chữ số, ví dụ 2027")
    return moved


def _older(years: int | str, delta: int) -> int:
    """Return which anniversary it is ``delta`` years on; there is none before the first day."""
    return max(int(years) + delta, 0)


def _anniversary(value: Data, delta: int, ledger: Ledger) -> Data:
    """Count the anniversary anew: whether it is celebrated at all is for the officer to say."""
    on = str(value["on"])
    new = {**value, "on": f"{_later(int(on[:4]), delta)}{on[4:]}", "years": _older(value["years"], delta)}
    if delta:
        ledger.change("kỷ niệm", f"{value['years']} năm", f"{new['years']} năm; xem lại có kỷ niệm năm này không")
    return new


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each_text(entry, change) for entry in value]
    if isinstance(value, dict):
        return {key: one if key in _NO_PROSE else _each_text(one, change) for key, one in value.items()}
    return value


def _text(text: str, base: int, delta: int, ledger: Ledger) -> str:
    """Return prose with the campaign's years moved; citations and spans of years (2021 - 2025) are left alone."""
    new = _PAIR.sub(lambda one: f"{one['lead']}{_older(one['years'], delta)}{one['mid']}{one['on']})", text)
    if new == text:
        new = _YEARS.sub(lambda one: one[0].replace(one["years"], str(_older(one["years"], delta))), text)
    new = _DAY.sub(lambda one: one[0] if calendar.isleap(int(one["y"]) + delta) else f"28/02/{one['y']}", new)
    kept = [found.span() for pattern in (_CITED, _SPAN) for found in pattern.finditer(new)]

    def later(found: re.Match[str]) -> str:
        is_kept = any(begin <= found.start() < end for begin, end in kept)
        return found[0] if is_kept or abs(int(found[0]) - base) > 1 else str(int(found[0]) + delta)

    new = _YEAR.sub(later, new)
    if new != text:
        ledger.change("câu chữ", *_change(text, new))
    return new


def _change(old: str, new: str) -> tuple[str, str]:
    """Return the words around the first change, before and after."""
    pairs = zip(old.split(), new.split(), strict=False)
    at = next(index for index, (one, other) in enumerate(pairs) if one != other)
    begin = max(0, at - 6)
    before, after = (" ".join(text.split()[begin : at + 5]) for text in (old, new))
    return f"… {before} …", f"… {after} …"


def _bases(bases: list[str], today: date, ledger: Ledger) -> list[str]:
    """Replace instruments that are no longer in force by those that are; tell papers of a superior that are old."""
    found: list[str] = []
    for text in bases:
        cited = [citation.instrument for citation in find_citations(text)]
        outdated = [instrument for instrument in cited if instrument.end and instrument.end < today]
        if not outdated:
            if _CITED.search(text):
                ledger.change("căn cứ", shown(text), "giữ nguyên; thay bằng văn bản của năm nay nếu có")
            found.append(text)
            continue
        new = replacement(outdated[0], today)
        ledger.change("căn cứ", shown(text), new.cite if new else "bỏ, không biết văn bản thay thế")
        if new and f"Căn cứ {new.cite}" not in found:
            found.append(f"Căn cứ {new.cite}")
    return found


def _tell_districts(data: Data, ledger: Ledger) -> None:
    """Tell the bodies of the district level, which ended on 1 July 2025: the checks name the article."""
    named: list[str] = []

    def collect(text: str) -> str:
        named.extend(_DISTRICT.findall(text))
        return text

    _each_text({key: data[key] for key in data if key not in ("format", "id")}, collect)
    if named:
        bodies = listing(sorted(set(named)), "và")
        ledger.change("cấp huyện", bodies, "thay bằng cơ quan cấp xã hoặc cấp tỉnh có thẩm quyền")
