"""What stands below a heading: cells that are names of awards, numbers of persons, dates, marks, names of people."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain, islice, pairwise, takewhile

from thidua_cli.lists.cells import text_of
from thidua_cli.lists.foot import Special, special, sums_up_others
from thidua_cli.lists.known import WORDS
from thidua_cli.model.fields import SUBJECTS
from thidua_cli.model.terms import FLAGS, SUBJECT_SPELLINGS
from thidua_cli.reading.tables.table import Row, Sheet
from thidua_cli.vietnamese.text import clean, fold
from thidua_cli.vietnamese.whole_texts import WholeTexts

_SUBJECTS = tuple(map(fold, chain(SUBJECTS, SUBJECTS.values(), *SUBJECT_SPELLINGS.values(), WORDS["subject_words"])))
_SUBJECT_WORDS = frozenset(chain(_SUBJECTS, (words.replace(" ", "") for words in _SUBJECTS)))
_SEXES = frozenset(map(fold, (*WORDS["male"], *WORDS["female"])))
MARKS = WholeTexts((*FLAGS.spellings["true"], *WORDS["ticks"]))
NO_MARKS = WholeTexts((*FLAGS.spellings["false"], *WORDS["no_ticks"]))
_LOOKED_AT, _SAMPLES = 300, 40
_MOST = 0.8
_AROUND = " .,;:()[]{}"  # what stands around a mark: "(x)", "X."


def first_rows(sheet: Sheet, first: int, ends: Callable[[Row], bool] = lambda _: False) -> list[Row]:
    """Return the first rows of data of a list, without its totals, up to its foot, or the row that ``ends`` it."""
    found: list[Row] = []
    for row in takewhile(lambda row: not ends(row), sheet.rows[first : first + _LOOKED_AT]):
        kinds = {special(cell) for cell in row if isinstance(cell, str)}
        if Special.END in kinds:
            break
        if Special.TOTAL not in kinds and not sums_up_others(row):
            found.append(row)
    return found


class Below:
    """The first cells below a heading, blanks left out."""

    def __init__(self, rows: Sequence[Row], column: int) -> None:
        self._rows, self._column = rows, column

    @cached_property
    def cells(self) -> list[str]:
        """The texts, as they would have been typed."""
        return list(islice(filter(None, self._all()), _SAMPLES))

    @property
    def blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.cells

    def mostly(self, test: Callable[[str], bool]) -> bool:
        """Tell whether most of the cells are of a kind."""
        return bool(self.cells) and sum(map(test, self.cells)) >= _MOST * len(self.cells)

    def half(self, test: Callable[[str], bool]) -> bool:
        """Tell whether half of the cells or more are of a kind."""
        return bool(self.cells) and 2 * sum(map(test, self.cells)) >= len(self.cells)

    def filled_beside(self, other: "Below") -> bool:
        """Tell whether most of the rows that another column fills are filled here too."""
        pairs = [pair for pair in zip(self._all(), other._all(), strict=True) if pair[1]]
        return sum(bool(here) for here, _ in pairs) >= _MOST * len(pairs)

    def repeats(self, other: "Below") -> bool:
        """Tell whether each row says the same here as in another column, as merged cells do."""
        return list(self._all()) == list(other._all())

    def _all(self) -> Iterator[str]:
        return (_plain(row[self._column]) if self._column < len(row) else "" for row in self._rows)

    def beside(self, other: "Below") -> list[tuple[str, str]]:
        """Return the cells of another column with those here, row by row."""
        return list(zip(other._all(), self._all(), strict=True))

    @property
    def counts_up(self) -> bool:
        """Whether the cells are running numbers: each is the next of the one above it, or begins anew."""
        marks = [cell.strip(" .") for cell in self.cells]
        if not marks or not all(map(str.isdecimal, marks)):
            return False
        counts = [0, *map(int, marks)]
        return all(number in (1, before + 1) for before, number in pairwise(counts))

    def any(self, test: Callable[[str], bool]) -> bool:
        """Tell whether one of the cells is of a kind."""
        return any(map(test, self.cells))

    @property
    def ticks(self) -> bool:
        """Whether the cells tick something, or nothing: half of them are marks at least, and none is a number."""
        told = [cell for cell in self.cells if not says_none(cell)]
        marks = sum(map(is_mark, told))
        return 2 * marks >= len(told) and not any(cell.isdecimal() and not is_mark(cell) for cell in told)


def _plain(cell: object) -> str:
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return clean(text_of(cell)) if cell != "" else ""  # type: ignore[arg-type]


@lru_cache(maxsize=1 << 12)  # a column of marks repeats few texts
def is_mark(text: str) -> bool:
    """Tell whether a cell ticks something: ``x``, ``1``, ``✓``."""
    return text in MARKS or text.strip(_AROUND) in MARKS


@lru_cache(maxsize=1 << 12)
def says_none(text: str) -> bool:
    """Tell whether a cell says that there is nothing: ``-``, ``Không``, ``ko``."""
    return text in NO_MARKS or text.strip(_AROUND) in NO_MARKS


def is_subject(text: str) -> bool:
    """Tell whether a cell says for whom a nomination is: ``cá nhân``, ``TT``."""
    return fold(text) in _SUBJECT_WORDS


def may_be_called(text: str) -> bool:
    """Tell whether a cell may be the name of a nominee: no ``cá nhân``, no ``Bà``."""
    return not is_subject(text) and not is_sex(text) and not text.isdecimal()


def is_sex(text: str) -> bool:
    """Tell whether a cell says no more than a sex: ``Nam``, ``Bà``."""
    return fold(text) in _SEXES


def is_citizen_number(text: str) -> bool:
    """Tell whether a cell is the number of an identity card: twelve digits."""
    return text.isdecimal() and len(text) == 12
