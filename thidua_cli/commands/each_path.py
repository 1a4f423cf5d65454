"""Many paths in one command: one that cannot be used never stops the others."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from thidua_cli.commands.output import tell_error
from thidua_cli.errors import ThiduaError

One = TypeVar("One")
Done = TypeVar("Done")


def each(paths: Iterable[One], work: Callable[[One], Done]) -> list[tuple[One, Done | ThiduaError]]:
    """Return what ``work`` makes of each path, or why it could not; when it could of none, tell all and raise."""
    done: list[tuple[One, Done | ThiduaError]] = []
    for path in paths:
        try:
            done.append((path, work(path)))
        except ThiduaError as error:
            done.append((path, error))
    failed = [result for _, result in done if isinstance(result, ThiduaError)]
    if failed and len(failed) == len(done):
        for other in failed[:-1]:
            tell_error(other)
        raise failed[-1]
    return done
