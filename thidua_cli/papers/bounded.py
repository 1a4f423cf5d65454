"""How much a template of an office may do: a slip in one ends in an error, and not in a machine that stands still."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import BuiltinMethodType, FrameType, MethodType
from typing import Any

from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

# A list of ten thousand nominees takes some four hundred thousand.
_MOST_STEPS = 10_000_000
_MOST_MEMORY = 1 << 30
_LARGEST = 1_000_000  # signs of a text, entries of a list
_LARGEST_NUMBER = 10**15
_LARGEST_POWER = 50
_METHODS = (MethodType, BuiltinMethodType)
_STATM = Path("/proc/self/statm")


class TooMuchError(Exception):
    """A template that goes on and on."""


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox of Jinja, in which nothing grows at one stroke: one long step would not be counted.

    The operators in ``intercepted_binops`` are asked about before they are done.
    """

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._verdicts: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether templates may see an attribute. Jinja judges by class and name, so it is asked once of each."""
        asked = type(obj), attr
        if asked not in self._verdicts:
            self._verdicts[asked] = super().is_safe_attribute(obj, attr, value)
        return self._verdicts[asked]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute as Jinja does; one that was found safe, and is no method, needs no more looking at."""
        if self._verdicts.get((type(obj), attribute)):
            value = getattr(obj, attribute, None)
            if value is not None and not isinstance(value, _METHODS):
                return value
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return product or power; one out of all proportion raises `OverflowError`."""
        numbers = [value for value in (left, right) if isinstance(value, int | float)]
        longest = max((len(value) for value in (left, right) if isinstance(value, str | list | tuple)), default=1)
        most = _LARGEST_POWER if operator == "**" else _LARGEST_NUMBER
        if any(abs(number) > most for number in numbers):
            raise OverflowError
        if longest > 1 and any(number * longest > _LARGEST for number in numbers):
            raise OverflowError
        return super().call_binop(context, operator, left, right)


@contextmanager
def bounded() -> Iterator[None]:
    """Run what stands within on bounded steps and, where the system knows how, on bounded memory.

    Steps are counted and not timed: a template that works on one machine works on all. One too many raises
    `TooMuchError`, too much memory `MemoryError`.
    """
    tracer = sys.gettrace()
    with _bounded_memory():
        sys.settrace(_step_counter())
        try:
            yield
        finally:
            sys.settrace(tracer)


def _step_counter() -> Any:
    """Return a trace function that counts every call, and every line of templates and of their library."""
    left = _MOST_STEPS

    def step(frame: FrameType, _event: str, _arg: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise TooMuchError
        return step if _is_of_templates(frame) else None

    return step


def _is_of_templates(frame: FrameType) -> bool:
    known = frame.f_globals
    return "__jinja_template__" in known or known.get("__name__", "").startswith("jinja2.")


@contextmanager
def _bounded_memory() -> Iterator[None]:
    if not _STATM.is_file():
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = int(_STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize() + _MOST_MEMORY
    if soft != resource.RLIM_INFINITY:
        bound = min(bound, soft)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
