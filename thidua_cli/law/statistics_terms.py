"""What statistics of emulation and commendation part their counts by."""

from functools import cache

from thidua_cli.law.data_files import entries
from thidua_cli.law.dated import Name, Value

_FILE = "statistics_terms"
PARTS = ("levels", "scopes", "durations", "modes", "classes", "methods")


class Category(Value):
    """One column, or line, of a form; ``words`` are those of plans and lists that surely mean it."""

    name: Name
    words: tuple[Name, ...] = ()


@cache
def categories(part: str) -> tuple[Category, ...]:
    """Return the categories of one of `PARTS`, in the order of the form."""
    return entries(_FILE, Category, part)
