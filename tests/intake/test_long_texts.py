"""Long runs of any token, wherever they stand in a paper, cost as much as they are long."""

import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.intake.printed import TODAY
from thidua_cli.errors import ThiduaError
from thidua_cli.intake import take_in
from thidua_cli.reading.papers.text_file import read_plain

_FORM = (Path(__file__).with_name("long.txt")).read_text(encoding="utf-8")
_TOKENS = [
    *'.…-*(“”":,;1aAđắ|_/%',
    "1/",
    "1 ",
    "a ",
    "A ",
    ". ",
    "- ",
    "* ",
    "… ",
    "1.",
    "a.",
    "A. ",
    "(a",
    "a)",
    "**a** ",
    "*a* ",
]
_TOKENS += [
    "a: ",
    "a; ",
    "20",
    "2024 ",
    "năm 2024 ",
    "ngày 1/1/2024 ",
    "từ ",
    "đến ",
    "số ",
    "mỗi ",
    "02 tập thể ",
    "1% ",
    "xã ",
    "GS",
]
_TOKENS += [
    "Giấy khen ",
    "Bằng khen của ",
    "Giám đốc ",
    "Căn cứ ",
    "đối với ",
    "kỷ niệm ",
    "giai đoạn 1 ",
    "hồ sơ ",
    "trước ",
    "chủ đề ",
]
_CLAUSE = "Giấy khen của Giám đốc cho không quá 02 tập thể, mỗi đơn vị 01 cá nhân có thành tích. "


def _read(token: str, length: int) -> None:
    text = _FORM.replace("@", token * (length // len(token)))
    with suppress(ThiduaError):  # a text that is no text is refused
        take_in(read_plain(text.encode(), "cu.txt"), year=2026, today=TODAY)


def _cost(call: Callable[[], None]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("token", _TOKENS)
def test_twice_the_length_costs_twice_as_much(token: str) -> None:
    _read(token, 100)
    once = min(_cost(lambda: _read(token, 3000)) for _ in range(2))
    twice = min(_cost(lambda: _read(token, 6000)) for _ in range(2))
    assert twice < 3 * max(once, 0.1)


@pytest.mark.slow
def test_clauses_of_a_paragraph_do_not_each_keep_it() -> None:
    peaks = []
    for count in (300, 600):
        tracemalloc.start()
        _read(_CLAUSE, count * len(_CLAUSE))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2.6 * peaks[0]
