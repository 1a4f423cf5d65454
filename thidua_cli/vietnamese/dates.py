"""Days as papers write them: ``05/01/2024``, ``ngày 05 tháng 01 năm 2024``; a zero before days 1-9, months 1 and 2."""

from datetime import date

YEARS = (1000, 2100)
"""First and last year that is believed: what lies outside was mistyped."""
SLASHED = r"\d{1,2}/\d{1,2}/\d{4}"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def written_day(day: int) -> str:
    """Return a day as printed: ``05``."""
    return f"{day:02d}"


def written_month(month: int) -> str:
    """Return a month as printed: ``02``, but ``3``."""
    return f"{month:02d}" if month < 3 else str(month)


def slashed(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a whole or partial date as printed: ``19/5/2024``, ``5/2024``, ``2024``."""
    parts = [written_day(day)] if day else []
    if month:
        parts.append(written_month(month))
    return "/".join([*parts, str(year)])


def show(day: date) -> str:
    """Return a day as printed in a paper: ``19/5/2024``."""
    return slashed(day.year, day.month, day.day)


def padded(day: date) -> str:
    """Return a day as tables of the law print it, with all zeros: ``01/07/2024``."""
    return f"{day:%d/%m/%Y}"


def typed(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a whole or partial date as the files of a campaign type it: ``2024-05-19``, ``2024-05``, ``2024``."""
    return "-".join(f"{part:02d}" for part in (year, month, day) if part)


def calendar_day(year: str, month: str, day: str) -> date | None:
    """Return the day, or None when no calendar has it."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def day_pattern(names: str = "day month year", month_sign: str = "/", year_sign: str = "/") -> str:
    """Return the expression of a whole day in prose: names of its three groups, what stands before month and year."""
    day, month, year = names.split()
    return rf"(?P<{day}>\d{{1,2}}){month_sign}(?P<{month}>\d{{1,2}}){year_sign}(?P<{year}>\d{{4}})"
