"""The day of the run."""

from datetime import date


def own_day() -> date:
    """Return the officer's own day: that of the machine, in its time zone."""
    return date.today()  # noqa: DTZ011
