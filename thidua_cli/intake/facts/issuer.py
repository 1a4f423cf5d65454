"""The head of a paper: who issues it, its number and date, what it carries out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from thidua_cli.intake.facts.prose_dates import Day
from thidua_cli.intake.report import Ledger
from thidua_cli.intake.structure.anatomy import Anatomy
from thidua_cli.law.paper_kinds import any_of, names
from thidua_cli.reading.papers.paper import Line
from thidua_cli.vietnamese.bodies import abbreviation_of, place_of
from thidua_cli.vietnamese.casing import UPPER, as_written

Data = dict[str, Any]

BLANK = "…"
_MOTTO = re.compile(
    r"cộng hòa xã hội chủ nghĩa việt nam|cộng hoà xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do"
    r"|đảng cộng sản việt nam"
    r"|đoàn tncs hồ chí minh",
    re.I,
)
_NUMBER = re.compile(r"s[ốóô]\s*:?\s*(?P<number>\d{1,5}[a-zđ]?)?\s*(?P<symbol>[-/].{2,40})$", re.I)
_SYMBOL = re.compile(r"\s*[-/]\s*(?P<kind>KH|[A-ZĐ][A-Za-zĐ]{0,5})\s*[-/.\s]\s*(?P<issuer>.+)")
_GOES_ON = re.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) (?!ĐOÀN|ỦY)")
_PLACE_DATE = re.compile(
    r"(?P<place>[^\d,;:]{1,40}(?<=\S)(?:\s\d{1,2})?),\s*ngày\s*(?P<d>\d{0,2})[\s.…_]*(?:tháng|/)\s*(?P<m>\d{0,2})[\s.…_]*(?:năm|/)\s*(?P<y>\d{4})?",
    re.I,
)
_ORGANISATION = (
    r"(?:Cục|Chi cục|Tổng cục|Sở|Bộ|Ban|Ủy ban|Uỷ ban|UBND|Trường|Phòng|Công ty|Tổng công ty|Tập đoàn"
    r"|Công đoàn|Liên đoàn|Hội"
    r"|Đoàn|Đảng ủy|Tỉnh ủy|Huyện ủy|Tỉnh đoàn|Trung tâm|Bệnh viện|Ngân hàng|Kho bạc|Viện|Học viện|Đại học"
    r"|Khối|Văn phòng"
    r"|Công an|Bộ Chỉ huy|Bảo hiểm xã hội|Thanh tra|Tòa án|Viện kiểm sát|Hội đồng|Liên minh|Nhà máy|Chi bộ|Chi đoàn)"
)
_ISSUES = re.compile(
    rf"(?:^|[;,.]\s+|^\W*)(?P<name>{_ORGANISATION}\s[^;,.:]{{2,110}}?)\s+(?:xây dựng|ban hành|lập|phát động"
    rf"|tổ chức|triển khai"
    r"|phối hợp|đề ra|phối hợp với)\s",
)
_OF_ISSUER = re.compile(rf"của (?P<name>{_ORGANISATION}\s[^;,:]{{2,110}}?)\s*[./]*$")
_SPAN_WORDS = re.compile(
    rf"\b(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn"
    rf"|đặc khu)\s+(?P<place>[{UPPER}][^\s,.;()]*(?:\s[{UPPER}][^\s,.;()]*){{0,4}})"
)
_CITATION = re.compile(
    rf"(?P<all>(?P<kind>{any_of(names())})"
    r"\s+số\s*:?\s*(?P<symbol>[\w\-/&.]+),?\s+ngày\s+[\d/]+"
    r"(?:\s+tháng\s+\d+\s+năm\s+\d+)?\s+của\s+(?P<by>[^;,]{3,90}?))(?=\s+(?:về|phát động|tổ chức|triển khai"
    r"|ban hành|trong)|[;,.]|$)"
)


@dataclass
class Head:
    """What the head tells, as plan data; ``year`` is that of signing where known."""

    issuer: Data
    number: str
    date: str
    year: int | None


def head_of(parts: Anatomy, ledger: Ledger, *, party: bool) -> Head:
    """Return issuer, number and date; what is missing is looked for in the opening, closing and signature, in doubt."""
    prose = " ".join(
        line.text for line in (*parts.bases, *parts.opening, *parts.body, *([parts.closing] if parts.closing else []))
    )
    names = _names(parts.head)
    if len(names) > 1 and parts.kind == "KẾ HOẠCH LIÊN TỊCH":
        others = ", ".join(name for _, name in names[1:])
        ledger.doubt(names[1][0], "cơ quan ban hành", f"văn bản của nhiều cơ quan, còn có {others}")
        names = names[:1]
    number, symbol, number_line = _number(parts.head)
    place, day, date_line = _place_date(parts.head)
    issuer = _issuer(names, parts, prose, ledger)
    data: Data = {"name": issuer}
    if len(names) > 1:
        data["superior"] = as_written(" ".join(name for _, name in names[:-1]), prose)
    found = _SYMBOL.match(symbol)
    # A Party paper has its abbreviation in its own older numbers: 34-KH/BDVTU.
    symbols = set(re.findall(r"\d+-KH/([A-ZĐ]+)", prose)) if party else set()
    own = symbols.pop() if len(symbols) == 1 else ""
    data["abbreviation"] = found["issuer"].strip(" .") if found else own or abbreviation_of(issuer) or BLANK
    ledger.fact("issuer.abbreviation", number_line, "chữ viết tắt", data["abbreviation"], sure=bool(found))
    data["place"] = place or place_of(issuer) or _place_in(prose) or BLANK
    ledger.fact("issuer.place", date_line, "địa danh", data["place"], sure=bool(place))
    if party:
        data["layout"] = "party"
        ledger.fact(
            "issuer.layout", number_line, "thể thức", "party", sure=False, words="đánh số I-, ký K/T hoặc ký hiệu -KH/"
        )
    if number_line:
        ledger.fact("number", number_line, "số", number or "để trống")
    if date_line:
        ledger.fact("date", date_line, "ngày ký", day.typed or "để trống")
    year = day.year or _year_told(parts)
    return Head(data, number, day.typed, year)


def _is_name(line: Line) -> bool:
    """Tell a name of a body in the letterhead from motto, number, date and furniture."""
    text = line.text.strip("* -_")
    if len(text) < 3 or _MOTTO.search(text) or _NUMBER.match(text) or _PLACE_DATE.search(text):
        return False
    return (text.isupper() and bool(re.search(r"[^\W\d_]{2}", text))) or line.style in (
        "Cơ quan ban hành",
        "Cơ quan chủ quản",
    )


def _names(head: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return the bodies above the number; one that goes on in the next line (``TỈNH LÂM AN``) is one name."""
    found: list[tuple[Line, str]] = []
    for line in head:
        text = line.text.strip("* ")
        if not _is_name(line):
            continue
        if found and _GOES_ON.match(text):
            found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
        else:
            found.append((line, text))
    return found


def _number(head: Sequence[Line]) -> tuple[str, str, Line | None]:
    for line in head:
        if found := _NUMBER.match(line.text.strip()):
            return (found["number"] or "").lstrip("0"), found["symbol"], line
    return "", "", None


def _place_date(head: Sequence[Line]) -> tuple[str, Day, Line | None]:
    for line in head:
        if found := _PLACE_DATE.search(line.text):
            parts = [int(found[key]) if found[key] else None for key in ("y", "m", "d")]
            year, month, day = parts
            told = Day(year, month if year else None, day if year and month else None)
            return found["place"].strip(), told, line
    return "", Day(), None


def _issuer(names: Sequence[tuple[Line, str]], parts: Anatomy, prose: str, ledger: Ledger) -> str:
    if names:
        line, typed = names[-1]
        name = as_written(typed, prose)
        ledger.fact("issuer.name", line, "cơ quan ban hành", name)
        return name
    for line in (*parts.opening, *reversed(parts.bases)):
        if issues := _ISSUES.search(line.text):
            ledger.fact("issuer.name", line, "cơ quan ban hành", issues["name"], sure=False)
            return issues["name"]
    if parts.closing and (of := _OF_ISSUER.search(parts.closing.text)):
        ledger.fact("issuer.name", parts.closing, "cơ quan ban hành", of["name"], sure=False)
        return of["name"]
    ledger.fact("issuer.name", None, "cơ quan ban hành", BLANK, sure=False, words="không đọc được ở đâu")
    return BLANK


def _year_told(parts: Anatomy) -> int | None:
    """Return the one year that the subject tells, else the latest of the bases."""
    years = re.findall(r"(?<![\d/-])(?:năm|/)\s?(20\d\d)(?!\s*[-–])", parts.title)
    if len(set(years)) == 1:
        return int(years[0])
    cited = [
        int(year)
        for line in (*parts.bases, *parts.opening)
        for year in re.findall(r"\d{1,2}/\d{1,2}/(20\d\d)", line.text)
    ]
    return max(cited, default=None)


def _place_in(prose: str) -> str:
    found = [match["place"] for match in _SPAN_WORDS.finditer(prose)]
    return max(set(found), key=found.count) if found else ""


def follows_of(parts: Anatomy) -> tuple[str, str, Line] | None:
    """Return the superior's paper that this plan carries out, who issued it, and its line."""
    for line in (*parts.bases, *parts.opening):
        for found in _CITATION.finditer(line.text):
            if re.search(r"phát động|phong trào|thi đua", line.text[found.end() :], re.I):
                return found["all"], found["by"], line
    return None
