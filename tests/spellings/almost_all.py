"""When an exam holds as a whole: almost all is understood, and nothing as what it does not mean."""

from collections.abc import Collection

_ALMOST_ALL = 0.95


def lacking(cases: Collection[str], failing: Collection[str], wrong: Collection[str]) -> str:
    """Tell what an exam lacks: the names of its cases, those that fail, and those of them understood wrongly."""
    if wrong or len(failing) > (1 - _ALMOST_ALL) * len(cases):
        return f"{len(failing)} of {len(cases)} not understood, {len(wrong)} wrongly: {list(wrong)}"
    return ""
