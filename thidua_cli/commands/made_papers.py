"""What became of each paper of a run: the closing table, the errors, the exit code."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from pathlib import Path

from thidua_cli.commands.output import say, tell, tell_error, tell_table, tell_with
from thidua_cli.errors import ThiduaError
from thidua_cli.files import OccupiedError
from thidua_cli.page.writers import NoSuchForm
from thidua_cli.papers.contract import LacksError, Missing, named, remedies
from thidua_cli.vietnamese.text import a_few, listing, lower_first, upper_first

_COLUMNS = ("Giấy tờ", "Kết quả", "Tệp, hoặc điều còn thiếu")
_FEW = 3


class Outcome(Enum):
    """What may become of a paper, in the words of the table."""

    WRITTEN = "đã ghi"
    SAME = "không đổi"
    NOT_MADE = "chưa dựng được"
    KEPT = "giữ bản đã sửa"


_THERE = (Outcome.WRITTEN, Outcome.SAME)


@dataclass(frozen=True, slots=True)
class Made:
    """One file of a paper, or why there is none; without a title, what is wrong with the campaign itself.

    ``missing`` is what a draft lacks, ``notes`` are what is to be looked up before it is signed; ``told`` says that
    the reason stands on the screen already.
    """

    title: str
    outcome: Outcome
    file: Path | None = None
    error: ThiduaError | None = None
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()
    told: bool = False

    def is_fault(self, *, every: bool) -> bool:
        """Tell whether it fails the run: with ``every`` paper asked for, those that cannot be made yet do not."""
        if self.outcome in _THERE:
            return False
        return not (every and isinstance(self.error, LacksError | NoSuchForm))


def not_made(title: str, error: ThiduaError, file: Path | None = None) -> Made:
    """Return what an error says of a paper; a ``file`` that somebody saved since is kept."""
    if isinstance(error, OccupiedError):
        return Made(title, Outcome.KEPT, file, error)
    return Made(title, Outcome.NOT_MADE, error=error)


def tell_made(path: Path, made: Sequence[Made], *, every: bool, table: bool, several: bool) -> None:
    """Print the files of a campaign as results, then what is to be told: drafts, the table, the errors.

    With ``every`` paper asked for, those that lack something are counted, or a ``table`` says what each lacks. With
    ``several`` campaigns, errors name theirs.
    """
    for one in made:
        if one.outcome is Outcome.WRITTEN:
            say(f"{one.file}")
        elif one.outcome is Outcome.SAME:
            say(f"{one.file} (đã có, không đổi)")
    for title, missing in dict.fromkeys((one.title, one.missing) for one in made if one.missing):
        tell_with(f"bản nháp {title} còn để trống: {named(missing)}", remedies(missing))
    for note, titles in _notes(made).items():
        tell(f"{listing(titles, 'và')}: {note}")
    lacking = len({one.title for one in made if one.title and one.outcome is Outcome.NOT_MADE})
    if table and any(one.title and one.error for one in made):
        tell_table(f"Giấy tờ của {path}", _COLUMNS, _rows(made))
    elif every and lacking:
        tell(f"{path}: còn {lacking} giấy tờ chưa dựng được; xem còn thiếu gì: thidua render {path} --doc all")
    for message, hint in dict.fromkeys(_errors(made, every=every)):
        tell_error(ThiduaError(f"{path}: {message}" if several else message, hint))


def _notes(made: Iterable[Made]) -> dict[str, list[str]]:
    """Return the titles of the papers that each note is on, in their order."""
    found: dict[str, list[str]] = {}
    for one in made:
        for note in one.notes:
            titles = found.setdefault(note, [])
            if one.title not in titles:
                titles.append(one.title)
    return found


def _errors(made: Sequence[Made], *, every: bool) -> Iterator[tuple[str, str]]:
    """Yield message and hint of each error; files that are kept are told together."""
    for one in made:
        if one.error and one.outcome is Outcome.NOT_MADE and one.is_fault(every=every):
            yield one.error.message, one.error.hint
    if kept := ", ".join(f"{one.file}" for one in made if one.outcome is Outcome.KEPT):
        message = f"không ghi lên tệp đã bị sửa từ khi thidua ghi, hoặc không do thidua ghi: {kept}"
        yield message, "thêm --force để bỏ bản ấy mà ghi lại, hoặc in sang thư mục khác bằng -o"


def exit_code(made: Sequence[Made], *, every: bool) -> int:
    """Return 0 when all was made, 2 when nothing could be begun, 1 when faults, lacks or edits stood in the way."""
    faults = [one for one in made if one.is_fault(every=every)]
    if not faults:
        return 0
    begun = any(one.outcome in _THERE for one in made)
    judged = any(one.told or isinstance(one.error, LacksError | OccupiedError) for one in faults)
    return 1 if begun or judged else 2


def _rows(made: Iterable[Made]) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each paper and what became of it: many files share one."""
    for (title, outcome, _), group in groupby(made, key=lambda one: (one.title, one.outcome, str(one.error or ""))):
        if title:
            yield upper_first(title), outcome.value, _remark(list(group))


def _remark(same: Sequence[Made]) -> str:
    error = same[0].error
    files = [str(one.file) for one in same if one.file]
    if files:
        return a_few(files, _FEW, "tệp khác")
    if isinstance(error, LacksError):
        return f"còn thiếu: {named(error.missing)} – {remedies(error.missing)}"
    if isinstance(error, NoSuchForm):
        return lower_first(error.message)
    return "có lỗi, kể ở dưới"
