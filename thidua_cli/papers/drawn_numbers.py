"""Charts and pictures of a Word file that somebody edited, against those of the paper as the facts make it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from thidua_cli.findings.about import Spot
from thidua_cli.papers.agreement import Difference, Disagreement
from thidua_cli.papers.paper_units import Unit
from thidua_cli.reading.papers.word_aside import Aside, Chart, Series
from thidua_cli.vietnamese.amounts import written
from thidua_cli.vietnamese.text import listing


def drawings(ours: Aside, theirs: Aside, file: str) -> Iterator[Disagreement]:
    """Yield where the charts of a file say other numbers, and whether pictures were put in or taken out."""
    yield from _told(_charts(ours.charts, theirs.charts), file)
    if ours.pictures != theirs.pictures:
        told = f"thidua in {ours.pictures} ảnh, tệp có {theirs.pictures} ảnh"
        yield Disagreement(Difference.PICTURE, None, Unit("ảnh", Spot(file)), told)


def own_drawings(theirs: Aside, file: str) -> Iterator[Disagreement]:
    """Yield where the workbook behind a chart says other numbers than the chart itself."""
    yield from _told(_behind(theirs.charts), file)


def _told(found: Iterator[tuple[int, str]], file: str) -> Iterator[Disagreement]:
    for number, told in found:
        name = f"biểu đồ {number}"
        yield Disagreement(Difference.CHART, None, Unit(name, Spot(file, path=name)), told)


def _charts(ours: Sequence[Chart], theirs: Sequence[Chart]) -> Iterator[tuple[int, str]]:
    if len(ours) != len(theirs):
        yield min(len(ours), len(theirs)) + 1, f"theo số liệu có {len(ours)} biểu đồ, tệp có {len(theirs)}"
        return
    for number, (mine, other) in enumerate(zip(ours, theirs, strict=True), start=1):
        if len(mine.series) != len(other.series):
            yield number, f"theo số liệu có {len(mine.series)} dãy số, tệp có {len(other.series)}"
            continue
        for one, its in zip(mine.series, other.series, strict=True):
            if told := _series(one, its):
                yield number, told


def _series(ours: Series, theirs: Series) -> str | None:
    """Return how two series differ: in their name, their bars, or the value of some of these."""
    if ours.name != theirs.name:
        return f"dãy “{ours.name}” nay tên là “{theirs.name}”"
    if list(ours.categories) != list(theirs.categories):
        return f"các cột là {listing(theirs.categories, 'và')}; theo số liệu là {listing(ours.categories, 'và')}"
    if len(ours.values) != len(theirs.values):
        return f"dãy “{ours.name}” có {len(theirs.values)} số; theo số liệu có {len(ours.values)}"
    values = zip(ours.categories, ours.values, theirs.values, strict=False)
    wrong = [(name, mine, other) for name, mine, other in values if mine != other]
    told = [f"“{name}” tệp vẽ {_number(other)}, theo số liệu là {_number(mine)}" for name, mine, other in wrong]
    return f"dãy “{ours.name}”: {'; '.join(told)}" if told else None


def _behind(charts: Sequence[Chart]) -> Iterator[tuple[int, str]]:
    for number, chart in enumerate(charts, start=1):
        if chart.workbook is None:
            continue
        drawn = Counter(value for one in chart.series for value in one.values if value is not None)
        if lost := drawn - Counter(chart.workbook):
            told = listing(map(_number, lost), "và")
            yield number, f"biểu đồ vẽ {told} mà bảng số liệu đi kèm (Edit Data) không có"


def _number(value: float | None) -> str:
    return "không có số" if value is None else written(value)
