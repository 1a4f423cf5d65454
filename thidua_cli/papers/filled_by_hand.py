"""Numbers and days that people typed into the blanks of several papers: where one paper is told in two ways."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from thidua_cli.papers.agreement import Difference, Disagreement
from thidua_cli.papers.paper_units import Unit
from thidua_cli.vietnamese.dates import day_pattern

_SIGN = re.compile(r"(?P<number>\d+[a-zđ]?)?(?P<sign>/(?:[A-ZĐ]|[^\W\d_]+-)[\w-]*)")
_DAY = re.compile(rf"ngày\s{day_pattern(month_sign=' tháng ', year_sign=' năm ')}", re.IGNORECASE)
_OWN = "số:"
_NUMBER_KIND, _DAY_KIND = "số", "ngày"


@dataclass(frozen=True, slots=True)
class Filled:
    """What was typed: ``kind`` is number or day, ``sign`` that of the paper meant; ``own``: that of the file itself."""

    kind: str
    sign: str
    value: str
    own: bool
    unit: Unit
    file: Path


def filled_in(found: Sequence[Disagreement], file: Path) -> Iterator[Filled]:
    """Yield what of the differences of a file is a number, or a day behind one, in a place to be filled in."""
    for one in found:
        if one.kind is Difference.FILLED and one.ours and one.theirs:
            yield from _of_unit(one.ours.text, one.theirs, file)


def _of_unit(ours: str, theirs: Unit, file: Path) -> Iterator[Filled]:
    text = theirs.text
    own = text.casefold().startswith(_OWN)
    signs = list(_SIGN.finditer(text))
    ends = [*(later.start() for _, later in pairwise(signs)), len(text)]
    for sign, end in zip(signs, ends, strict=False):
        of, day = sign["sign"].casefold(), _DAY.search(text, sign.end(), end)
        if sign["number"] and sign[0] not in ours:
            yield Filled(_NUMBER_KIND, of, sign[0], own, theirs, file)
        if day and day[0] not in ours:
            yield Filled(_DAY_KIND, of, day[0], own, theirs, file)


def conflicts(filled: Sequence[Filled]) -> Iterator[tuple[Filled, Filled]]:
    """Yield two places that tell one paper in two ways.

    The numbers of two papers of one kind differ rightly: a place that cites one is held against them, then against
    the first other that cites one.
    """
    for one in dict.fromkeys((each.kind, each.sign) for each in filled):
        same = [each for each in filled if (each.kind, each.sign) == one]
        known = [each for each in same if each.own] or same[:1]
        values = {each.value.casefold() for each in known}
        for other in same:
            if not other.own and other.value.casefold() not in values:
                yield known[0], other
