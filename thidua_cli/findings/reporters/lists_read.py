"""How each list was read, as text: its head, what each column was taken for, its sections, the rows left out."""

from collections.abc import Iterable, Iterator, Sequence

from thidua_cli.findings.outcome import LineRow, ListRow
from thidua_cli.findings.reporters.terminal import style

_MOST_LINES = 20
_LONGEST = 60


def lists_report(lists: Iterable[ListRow]) -> Iterator[str]:
    """Yield the lines that tell how lists were read."""
    for one in lists:
        name = " › ".join(part for part in (one.file, one.sheet) if part)
        if one.head is None:
            yield f"{style(name, bold=True)}: không đọc là danh sách"
            continue
        head = f"tên cột ở hàng {one.head}, đọc được" if one.columns else "đọc"
        yield f"{style(name, bold=True)}: {head} {one.records} dòng"
        yield from _columns(one)
        yield from _lines(one.sections, "mục", "mục khác")
        yield from _lines(one.passed, "không đọc", "dòng khác")


def _columns(one: ListRow) -> Iterator[str]:
    width = min(max((len(column.heading) for column in one.columns), default=0), _LONGEST)
    for column in one.columns:
        heading = column.heading[:_LONGEST].ljust(width)
        meaning = f"{column.meaning} (theo {column.by})" if column.meaning else "không đọc"
        yield f"    {column.column:<3} {heading}  {meaning}"


def _lines(lines: Sequence[LineRow], what: str, others: str) -> Iterator[str]:
    for line in lines[:_MOST_LINES]:
        yield f"    hàng {line.row}, {what}: “{line.text[:_LONGEST]}” ({line.says})"
    if len(lines) > _MOST_LINES:
        yield f"    còn {len(lines) - _MOST_LINES} {others}"
