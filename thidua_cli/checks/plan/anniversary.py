"""The day that a campaign greets: its arithmetic, in the facts and in the prose; and spans of years."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from thidua_cli.campaign.dated_plan import DatedPlan
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.vietnamese.dates import show, slashed
from thidua_cli.vietnamese.text import fold


def anniversary(context: DatedPlan) -> Iterator[Finding]:
    """Find a number of years that the two dates of ``campaign.anniversary`` do not give."""
    found = context.plan.campaign.anniversary
    if not found:
        return
    path, since, on = "campaign.anniversary", found.since, found.on
    if found.years != on.year - since.year:
        message = f"từ {since.year} đến {on.year} là {on.year - since.year} năm, không phải {found.years} năm"
        hint = f"ghi years: {on.year - since.year}, hoặc sửa một trong hai ngày"
        others = ((f"{path}.since", "ngày gốc"), (f"{path}.on", "ngày kỷ niệm"))
        yield Finding("anniversary-mismatch", f"{path}.years", message, hint, others=others)
    elif since.day and on.day and (since.day, since.month) != (on.day, on.month):
        message = f"ngày kỷ niệm {on} không trùng ngày, tháng với ngày gốc {since}"
        hint = f"ngày kỷ niệm đúng là {slashed(on.year, since.month, since.day)}"
        yield Finding("anniversary-mismatch", f"{path}.on", message, hint, others=((f"{path}.since", "ngày gốc"),))


_ANNIVERSARY = re.compile(
    r"\b(?:kỷ|kỉ) niệm (?:lần thứ )?(\d{1,4})(?: năm)?\b([^().;]{0,160}?)"
    r"\((?:(\d{1,2})/(\d{1,2})/)?(\d{4})\s*[-–]\s*(?:(\d{1,2})/(\d{1,2})/)?(\d{4})\)",
    re.IGNORECASE,
)


def anniversaries_in_prose(context: DatedPlan) -> Iterator[Finding]:
    """Find ``kỷ niệm 60 năm … (16/12/1964 - 16/12/2025)`` whose years do not agree."""
    for path, found in context.matches(_ANNIVERSARY):
        years, since, on = int(found[1]), int(found[5]), int(found[8])
        same_day = bool(found[3]) == bool(found[6]) and found[3] == found[6] and found[4] == found[7]
        # Only a pair such as 16/12/1964 - 16/12/2024 is an anniversary; another number may stand between.
        if same_day and years != on - since and not re.search(r"\d+ năm", found[2]):
            message = f"kỷ niệm {years} năm nhưng từ {since} đến {on} là {on - since} năm"
            hint = f"sửa thành {on - since} năm, hoặc sửa năm trong ngoặc"
            yield Finding("anniversary-mismatch", path, message, hint, offset=found.start(1))


def celebration_after_end(context: DatedPlan) -> Iterator[Finding]:
    """Note a campaign that ends before the day it greets."""
    found, end = context.plan.campaign.anniversary, context.window(context.plan.campaign.end)
    if found and end and found.on.first > end[1]:
        message = f"phong trào kết thúc {show(end[1])}, trước ngày kỷ niệm {found.on}"
        others = (("campaign.anniversary.on", "ngày kỷ niệm"),)
        yield Finding("celebration-after-end", "campaign.end", message, others=others)


_YEARS = r"(?P<since>(?:19|20)\d\d)\s*[-–]\s*(?P<until>(?:19|20)\d\d)"
_COUNTED = re.compile(rf"\b(?P<count>\d{{1,2}}) năm,? \((?:giai đoạn )?{_YEARS}\)", re.IGNORECASE)
_LABELLED = re.compile(
    rf"(?<![^\s.;()])(?P<before>(?:[^\s.;()]+ ){{0,6}})\b(?P<label>nhiệm kỳ|giai đoạn|năm học) {_YEARS}", re.IGNORECASE
)


def spans_of_years(context: DatedPlan) -> Iterator[Finding]:
    """Find spans that run backwards, do not last the years told, or differ for one and the same thing."""
    seen: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for path, found in context.matches(_COUNTED):
        length = int(found["until"]) - int(found["since"])
        if int(found["count"]) not in (length, length + 1):
            message = f"“{found[0]}”: từ {found['since']} đến {found['until']} không phải {found['count']} năm"
            yield Finding("span-mismatch", path, message, "sửa số năm hoặc năm đầu, năm cuối", offset=found.start())
    for path, found in context.matches(_LABELLED):
        span = f"{found['since']} - {found['until']}"
        if found["since"] > found["until"]:
            message = f"“{found['label']} {span}”: năm đầu lớn hơn năm cuối"
            yield Finding("span-mismatch", path, message, "đổi lại hai năm", offset=found.start("since"))
        elif len(found["before"].split()) >= 4:
            name = fold(f"{found['before'].strip(' ,')} {found['label']}")
            seen[name].append((span, path, found.start("since")))
    for places in seen.values():
        yield from _one_span_each(places)


def _one_span_each(places: list[tuple[str, str, int]]) -> Iterator[Finding]:
    usual = Counter(span for span, _, _ in places).most_common(1)[0][0]
    home = next(path for span, path, _ in places if span == usual)
    for span, path, offset in places:
        shares_an_end = span[:4] == usual[:4] or span[-4:] == usual[-4:]
        if span != usual and shares_an_end:  # two terms in a row are two things
            message = f"chỗ này ghi {span}, chỗ khác ghi {usual} cho cùng một nội dung"
            hint = f"thống nhất một cách ghi, ví dụ {usual}"
            yield Finding("span-mismatch", path, message, hint, offset=offset, others=((home, f"ghi {usual}"),))


CHECKS = (anniversary, anniversaries_in_prose, celebration_after_end, spans_of_years)
