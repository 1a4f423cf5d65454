"""The written day: one form wherever a paper or a message prints it."""

import re
from datetime import date, timedelta

from thidua_cli.model.dates import PartialDate, parse_date
from thidua_cli.vietnamese.dates import SLASHED, day_pattern, padded, show, typed, written_day, written_month

YEAR = [date(2024, 1, 1) + timedelta(days=days) for days in range(366)]


def test_zeros_stand_before_days_and_the_first_two_months() -> None:
    assert show(date(2024, 1, 5)) == "05/01/2024"
    assert show(date(2024, 9, 2)) == "02/9/2024"
    assert (written_day(5), written_month(2), written_month(3)) == ("05", "02", "3")
    assert str(PartialDate(2024, 2)) == "02/2024"
    assert padded(date(2024, 9, 2)) == "02/09/2024"


def test_every_day_is_read_back_as_written_and_as_typed() -> None:
    for day in YEAR:
        whole = PartialDate(day.year, day.month, day.day)
        assert parse_date(show(day)) == parse_date(whole.typed) == whole
        assert str(whole) == show(day)
        assert whole.typed == typed(day.year, day.month, day.day) == day.isoformat()
        assert re.fullmatch(SLASHED, show(day))


def test_partial_dates_are_read_back() -> None:
    for partial in (PartialDate(2024), PartialDate(2024, 11), PartialDate(2024, 1)):
        assert parse_date(str(partial)) == parse_date(partial.typed) == partial


def test_a_day_in_prose_has_its_parts_by_name() -> None:
    found = re.search(day_pattern("d m y", " tháng ", " năm "), "ngày 05 tháng 01 năm 2024")
    assert found is not None
    assert found.groupdict() == {"d": "05", "m": "01", "y": "2024"}
