"""What a piece of work costs, counted in lines of Python: the same on every machine, busy or not."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

T = TypeVar("T")


def lines_run(work: Callable[[], T]) -> tuple[int, T]:
    """Return how many lines of Python a call runs, and what it returns."""
    lines = 0

    def count(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        found = work()
    finally:
        sys.settrace(before)
    return lines, found
