"""Words of two syllables that stand on papers of emulation and in names of bodies: no line ends within one."""

from functools import cache
from pathlib import Path

from thidua_cli.vietnamese.sameness import name_key

_SIGNS = "“”\"'(),.;:"


def is_compound(first: str, second: str) -> bool:
    """Tell whether two syllables are one word, in any case, be there quotation marks around it: ``“Thi``, ``đua”``."""
    return name_key(f"{first.lstrip(_SIGNS)} {second.rstrip(_SIGNS)}") in _compounds()


@cache
def _compounds() -> frozenset[str]:
    lines = Path(__file__).with_name("compounds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(map(name_key, lines))
