"""Exams: what is right, written before the program can do it. A file beside an exam names the cases that fail today.

A case named there must fail (strict xfail), so that one that begins to pass is noticed; all others must pass.
``THIDUA_UPDATE=1`` rewrites the file from what fails now: whoever adds a name to it says that the program got worse.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import pytest

Case = TypeVar("Case")


def params(path: Path, cases: Mapping[str, Case], fault: Callable[[Case], str]) -> list[Any]:
    """Return the cases of an exam as parameters of a test, by name; ``path`` names those that fail today.

    ``fault`` tells what is wrong with the outcome of a case, or returns an empty text.
    """
    if os.environ.get("THIDUA_UPDATE"):
        _write(path, (name for name, case in cases.items() if fault(case)))
    failing = set(names_in(path))
    strangers = failing - set(cases)
    assert not strangers, f"{path.name} names cases that are not there: {sorted(strangers)}"
    return [pytest.param(case, id=name, marks=_marks(name in failing)) for name, case in cases.items()]


def names_in(path: Path) -> list[str]:
    """Return the names that a file of failing cases holds, one a line."""
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _marks(fails: bool) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.xfail(strict=True, raises=AssertionError, reason="not yet"),) if fails else ()


def _write(path: Path, names: Iterable[str]) -> None:
    """Write the names at once: the processes of one run may each write the same."""
    text = "".join(f"{name}\n" for name in names)
    if not text:
        path.unlink(missing_ok=True)
        return
    own = path.with_suffix(f".{os.getpid()}")
    own.write_text(text, encoding="utf-8")
    own.replace(path)
