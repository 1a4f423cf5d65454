"""The order of a ceremony at which awards are handed over."""

from functools import cache

from thidua_cli.law.citation import cite
from thidua_cli.law.data_files import entries, read
from thidua_cli.law.dated import Name, Value

_FILE = "ceremony_steps"


class CeremonyStep(Value):
    """One step: what is done, who usually does it (``chair``: who presides), what must be ready.

    ``reads``: the decisions are read; ``each_award``: it is told once of each award; ``superior``: only where there is
    a superior body.
    """

    what: Name
    who: str = ""
    prepare: str = ""
    chair: bool = False
    reads: bool = False
    each_award: bool = False
    superior: bool = False


@cache
def ceremony_steps() -> tuple[CeremonyStep, ...]:
    """Return the steps in their order."""
    return entries(_FILE, CeremonyStep)


@cache
def order_source() -> str:
    """Return where the order is from, in Vietnamese words."""
    return cite(read(_FILE)["citation"])
