"""The head of a paper: who issues it, its number and date."""

import re
from collections import Counter
from collections.abc import Sequence

from thidua_cli.intake.facts.prose_dates import Day
from thidua_cli.intake.report import Data, Ledger
from thidua_cli.intake.structure.anatomy import Anatomy
from thidua_cli.intake.words import first_match, one_of
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.bodies import abbreviation_of, place_of
from thidua_cli.vietnamese.casing import UPPER, as_written

BLANK = "…"
_MOTTO = re.compile(one_of("mottos"), re.I)
_NUMBER = re.compile(r"^s[ốóô]\s*:?\s*(?P<number>\d{1,5}[a-zđ]?)?\s*(?P<symbol>[-/].{2,40})$", re.I)
_SYMBOL = re.compile(r"\s*[-/]\s*(?:KH|[A-ZĐ][A-Za-zĐ]{0,5})\s*[-/.\s]\s*(?P<issuer>.+)")
_GOES_ON = re.compile(rf"{one_of('areas').upper()} (?!ĐOÀN|ỦY)")
_PLACE_DATE = re.compile(
    r"(?P<place>[^\d,;:]{1,40}(?<=\S)(?:\s\d{1,2})?),\s*ngày\s*(?P<d>\d{0,2})[\s.…_]*(?:tháng|/)"
    r"\s*(?P<m>\d{0,2})[\s.…_]*(?:năm|/)\s*(?P<y>\d{4})?",
    re.I,
)
_ISSUES = re.compile(
    rf"(?:^|[;,.]\s+|^\W*)(?P<name>{one_of('organisations')}\s[^;,.:]{{2,110}}?)\s+{one_of('issues')}\s"
)
_OF_ISSUER = re.compile(rf"của (?P<name>{one_of('organisations')}\s[^;,:]{{2,110}}?)\s*[./]*$")
_AREA = re.compile(rf"\b{one_of('areas')}\s+(?P<place>[{UPPER}][^\s,.;()]*(?:\s[{UPPER}][^\s,.;()]*){{0,4}})")
_PARTY = re.compile(r"\bK/T\b|\bT/M\b|\bT/L\b|-KH/")
_PARTY_HEAD = re.compile(r"đảng cộng sản việt nam", re.I)


def head_of(parts: Anatomy, ledger: Ledger) -> tuple[Data, int | None]:
    """Return issuer, number and date as plan data, and the year of signing where known.

    What is missing is looked for in the opening, closing and signature, in doubt.
    """
    closing = [parts.closing] if parts.closing else []
    prose = " ".join(line.text for line in (*parts.bases, *parts.opening, *parts.body, *closing))
    names = _names(parts.head)
    if len(names) > 1 and parts.kind == "KẾ HOẠCH LIÊN TỊCH":
        others = ", ".join(name for _, name in names[1:])
        ledger.doubt(names[1][0], "cơ quan ban hành", f"văn bản của nhiều cơ quan, còn có {others}")
        names = names[:1]
    numbered, number_line = first_match(_NUMBER, parts.head)
    dated, date_line = first_match(_PLACE_DATE, parts.head)
    issuer = _issuer(names, parts, prose, ledger)
    data: Data = {"name": issuer}
    if len(names) > 1:
        data["superior"] = as_written(" ".join(name for _, name in names[:-1]), prose)
    symbol = _SYMBOL.match(numbered["symbol"]) if numbered else None
    party = _is_party(parts)
    # A Party paper has its abbreviation in its own older numbers: 34-KH/BDVTU.
    symbols = set(re.findall(r"\d+-KH/([A-ZĐ]+)", prose)) if party else set()
    own = symbols.pop() if len(symbols) == 1 else ""
    abbreviation = symbol["issuer"].strip(" .") if symbol else own or abbreviation_of(issuer) or BLANK
    data["abbreviation"] = ledger.fact("issuer.abbreviation", number_line, abbreviation, sure=bool(symbol))
    told = dated["place"].strip() if dated else ""
    place = told or place_of(issuer) or most_told(_AREA, prose) or BLANK
    data["place"] = ledger.fact("issuer.place", date_line, place, sure=bool(told))
    if party:
        why = "đánh số I-, ký K/T hoặc ký hiệu -KH/"
        data["layout"] = ledger.fact("issuer.layout", number_line, "party", sure=False, words=why)
    number = (numbered["number"] or "").lstrip("0") if numbered else ""
    year, month, of_month = (int(dated[key] or 0) if dated else 0 for key in ("y", "m", "d"))
    day = Day(year, month, of_month if month else 0)
    if number_line:
        ledger.fact("number", number_line, number or "để trống")
    if date_line:
        ledger.fact("date", date_line, day.typed or "để trống")
    head = {"issuer": data, "number": number or None, "date": day.typed or None}
    return head, day.year or _year_told(parts)


def _is_party(parts: Anatomy) -> bool:
    """Tell a paper of the Party by its head, else by its marks: ``I-``, ``K/T``, ``Số 12-KH/...``."""
    head = "\n".join(line.text for line in parts.head)
    if "CỘNG H" in head.upper():
        return False
    return bool(_PARTY_HEAD.search(head)) or any(_PARTY.search(line.text) for line in (*parts.head, *parts.signers))


def _names(head: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return the bodies above the number; one that goes on in the next line (``TỈNH LÂM AN``) is one name."""
    found: list[tuple[Line, str]] = []
    for line in filter(_is_name, head):
        text = line.text.strip("* ")
        if found and _GOES_ON.match(text):
            found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
        else:
            found.append((line, text))
    return found


def _is_name(line: Line) -> bool:
    """Tell a name of a body in the letterhead from motto, number, date and furniture."""
    text = line.text.strip("* -_")
    if len(text) < 3 or _MOTTO.search(text) or _NUMBER.match(text) or _PLACE_DATE.search(text):
        return False
    styled = line.style in ("Cơ quan ban hành", "Cơ quan chủ quản")
    return styled or (text.isupper() and bool(re.search(r"[^\W\d_]{2}", text)))


def _issuer(names: Sequence[tuple[Line, str]], parts: Anatomy, prose: str, ledger: Ledger) -> str:
    if names:
        line, typed = names[-1]
        return ledger.fact("issuer.name", line, as_written(typed, prose))
    found, told = first_match(_ISSUES, (*parts.opening, *reversed(parts.bases)))
    if not found and parts.closing:
        found, told = first_match(_OF_ISSUER, [parts.closing])
    if found:
        return str(ledger.fact("issuer.name", told, found["name"], sure=False))
    return ledger.fact("issuer.name", None, BLANK, sure=False, words="không đọc được ở đâu")


def _year_told(parts: Anatomy) -> int | None:
    """Return the one year that the subject tells, else the latest of the bases."""
    years = set(re.findall(r"(?<![\d/-])(?:năm|/)\s?(20\d\d)(?!\s*[-–])", parts.title))
    if len(years) == 1:
        return int(years.pop())
    bases = "\n".join(line.text for line in (*parts.bases, *parts.opening))
    return max(map(int, re.findall(r"\d{1,2}/\d{1,2}/(20\d\d)", bases)), default=None)


def most_told(place: re.Pattern[str], text: str) -> str:
    """Return the ``place`` that a text names most often, or an empty text."""
    found = Counter(match["place"] for match in place.finditer(text))
    return max(found, key=found.__getitem__, default="")
