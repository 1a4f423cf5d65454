"""What belongs to the process: the day of the run, and how it works on long lists."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date


def own_day() -> date:
    """Return the officer's own day: that of the machine, in its time zone."""
    return date.today()  # noqa: DTZ011


@contextmanager
def without_collector() -> Iterator[None]:
    """Leave the garbage collector aside: what is read or found lives on, and walking through it again takes long."""
    running = gc.isenabled()
    gc.disable()
    gc.unfreeze()  # what an earlier campaign left may be garbage by now
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()
