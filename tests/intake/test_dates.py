"""Spans of time as papers write them, and what only looks like one."""

import pytest

from thidua_cli.intake.facts.prose_dates import first_day, spans_in

SPANS = {
    "Từ nay đến hết ngày 30/11/2024": ("issue", "2024-11-30"),
    "từ nay đến 19/5/2024": ("issue", "2024-05-19"),
    "từ ngày ban hành đến hết 31/10/2023": ("issue", "2023-10-31"),
    "Từ nay đến hết tháng 01/2021": ("issue", "2021-01"),
    "từ tháng 10 năm 2025 đến hết tháng 3 năm 2026": ("2025-10", "2026-03"),
    "Từ ngày 01/10/2021 đến hết ngày 31/12/2021": ("2021-10-01", "2021-12-31"),
    "từ ngày 20 tháng 11 năm 2025 đến ngày 03 tháng 12 năm 2025": ("2025-11-20", "2025-12-03"),
    "từ ngày 08 đến ngày 10 tháng 12 năm 2025": ("2025-12-08", "2025-12-10"),
    "Từ ngày 24/2 đến ngày 22/3/2014": ("2014-02-24", "2014-03-22"),
    "từ 15/11 đến 20/01/2026": ("2025-11-15", "2026-01-20"),
    "13.11–28.12.2017": ("2017-11-13", "2017-12-28"),
    "19-5 đến 19-8-2020": ("2020-05-19", "2020-08-19"),
    "từ quý III năm 2025 đến hết quý IV năm 2025": ("2025-07", "2025-12"),
    "đến khi nào, từ nay đến khi tổ chức thành công Đại hội, các đơn vị": ("issue", "khi tổ chức thành công Đại hội"),
}
NO_SPANS = [
    "giai đoạn 2021 - 2025",
    "Giai đoạn 1 từ 2023- 2025",
    "nhiệm kỳ 2026 - 2031",
    "từ ngày 31/02/2024 đến ngày 40/3/2024",
    "ngày 12, 13/9",
    "từ tuần học thứ 09 đến hết tuần học 13",
    "từ 98% trở lên",
    "từ năm 2021 đến năm 2025",
]


@pytest.mark.parametrize("text", SPANS)
def test_span_is_read(text: str) -> None:
    found = spans_in(text)
    assert [(span.start, span.event or span.end) for span in found] == [SPANS[text]]


@pytest.mark.parametrize("text", NO_SPANS)
def test_what_is_no_span_is_not_read(text: str) -> None:
    assert spans_in(text) == []


def test_year_of_signing_completes_a_day_without_year() -> None:
    assert first_day("trước ngày 07/11", 2020) == "2020-11-07"
    assert first_day("trước ngày 07/11") == ""
    assert first_day("trước ngày 30/02/2024", 2020) == ""
