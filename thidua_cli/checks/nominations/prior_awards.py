"""Awards that must come before: consecutive titles, and the chains of regular merit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import history
from thidua_cli.campaign.law_day import basis, law_day, reviewed_year, weight
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding, Severity
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.prior_awards import Route, all_routes, route
from thidua_cli.model.nomination import TYPE_OF_AWARD
from thidua_cli.model.prior import PriorAward
from thidua_cli.model.terms import REGULAR_MERIT, TYPES_OF_AWARD
from thidua_cli.vietnamese.text import fold, listing

_CLAIMS = {one: fold(one) for one in TYPES_OF_AWARD}


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a nominee's awards up to the ``year`` under review.

    ``listed``: his own list tells the year of each; ``covered``: the years of which the register, that knows him,
    holds anything; ``sure``: nobody else can be meant; ``proposed``: what he is proposed for beside this.
    """

    awards: Sequence[PriorAward]
    listed: bool
    covered: frozenset[int]
    sure: bool
    year: int
    proposed: frozenset[str]

    def shows(self, years: Iterable[int]) -> bool:
        """Tell whether what is known shows that he has nothing more in these years."""
        return self.sure and (self.listed or (bool(self.covered) and self.covered.issuperset(years)))

    def years(self, award_id: str) -> list[int]:
        """Return the years of an award, those unknown left out."""
        return sorted({one.year for one in self.awards if one.award == award_id and one.year})

    def count(self, award_id: str, since: int) -> int:
        """Return how often an award was given from a year on; one without year counts."""
        return sum(one.award == award_id and (one.year or since) >= since for one in self.awards)


def prior_awards(context: CampaignContext) -> Iterator[Finding]:
    """Find nominees without the awards that must come before."""
    with_routes = {one.award for one in all_routes()}
    for planned in context.plan.awards:
        if planned.form in with_routes:
            for entry in context.by_award[planned.id]:
                found = route(planned.form, entry.subject, law_day(entry, context))
                if found and _concerned(found, entry, context):
                    yield from _judge(found, entry, context)


def _concerned(found: Route, entry: Entry, context: CampaignContext) -> bool:
    """A route among several is asked only of those who go by it: who say so, or list awards in regular emulation."""
    claimed = _claimed(entry)
    if found.only or claimed:
        return found.only or REGULAR_MERIT in claimed
    return bool(entry.nomination.prior) and context.plan.campaign.mode == "regular"


def _claimed(entry: Entry) -> list[str]:
    """Return the types of award that a nomination claims; any other text claims nothing."""
    said = fold(entry.nomination.facts.get(TYPE_OF_AWARD, ""))
    return [one for one, folded in _CLAIMS.items() if folded in said]


def _judge(found: Route, entry: Entry, context: CampaignContext) -> Iterator[Finding]:
    past = _past(entry, context)
    told_of = (_held(found, past), _in_a_row(found, past), _counted(found, past), _young(found, entry, past))
    gaps = [gap for gap in told_of if gap]
    if not entry.nomination.prior and entry.origin.left_unread("prior"):
        return  # they are typed, and told
    claimed = found.only or bool(_claimed(entry))
    if not gaps:
        yield from _long_ago(found, entry, past)
        return
    told = past.shows(_asked_years(found, past)) and not _awaited(found, past)
    certain = told and claimed and not found.instead
    message = f"{'chưa đủ điều kiện' if told else 'chưa đủ dữ liệu'} xét {award(found.award).name}: {'; '.join(gaps)}"
    severity = weight(found) if certain else Severity.WARNING
    yield entry.finding("prior-award-missing", "prior", message, _hint(found, claimed), basis(found), severity)


def _past(entry: Entry, context: CampaignContext) -> Past:
    """Put together the nominee's own list and the register, up to the year under review."""
    known, own = history(entry, context), entry.nomination.prior
    year = reviewed_year(entry, context)
    awards = [one for one in (*own, *known.awards) if one.year is None or one.year <= year]
    listed = bool(own) and all(one.year for one in own)
    covered = known.covered if known.lines else frozenset()
    his = context.nominees.of(entry)
    proposed = frozenset(other.award.form for other in his if other.award)
    return Past(awards, listed, covered, known.sure, year, proposed)


def _asked_years(found: Route, past: Past) -> Sequence[int]:
    """Return the years in which the register must know of everybody to show that something is missing."""
    if found.row:
        return _missing(found.row, past)
    looks_back = found.years or max((max(way.values()) for way in found.counts), default=0)
    return range(past.year - looks_back, past.year)


def _missing(row: tuple[str, int], past: Past) -> list[int]:
    """Return the fewest years that are missing for awards in a row, the latest of such; none when there is a row.

    Of rows that lack as many, that of this year comes last: this year's award is often still to be decided.
    """
    award_id, times = row
    given = set(past.years(award_id))
    lasts = {year + after for year in given for after in range(times)} | {past.year, past.year - 1}
    rows = [range(last - times + 1, last + 1) for last in lasts if last <= past.year]
    best = min(rows, key=lambda row: (len(set(row) - given), row[-1] == past.year, -row.start))
    return [year for year in best if year not in given]


def _long_ago(found: Route, entry: Entry, past: Past) -> Iterator[Finding]:
    """Note awards in a row that ended before last year: whether they still open the way is for people to tell."""
    if not found.row:
        return
    award_id, times = found.row
    given = set(past.years(award_id))
    ends = [year for year in given if given.issuperset(range(year - times + 1, year + 1))]
    last = max(ends)
    if last < past.year - 1:
        message = (
            f"{times:02d} lần liên tục {award(award_id).name} gần nhất là đến năm {last}, trước năm {past.year} đã lâu"
        )
        hint = "xem lại các năm đó đã được tính cho lần khen nào chưa, và quy định cho tính đến đâu"
        severity = Severity.NOTE
        yield entry.finding("prior-award-missing", "prior", message, hint, basis(found), severity)


def _awaited(found: Route, past: Past) -> bool:
    """Tell whether only this year's award is lacking, for which the nominee is proposed as well."""
    if not found.row:
        return False
    award_id, times = found.row
    wanted = set(range(past.year - times + 1, past.year))
    return award_id in past.proposed and wanted <= set(past.years(award_id))


def _held(found: Route, past: Past) -> str | None:
    """Tell what is wrong with the award that must be held, or with the time since then."""
    if not found.held:
        return None
    name = award(found.held).name
    if not any(one.award == found.held for one in past.awards):
        return f"chưa thấy {name}"
    years = past.years(found.held)
    since = past.year - years[0] if years else None
    if since is None or not found.years or since >= found.years:
        return None
    return f"từ {name} (năm {years[0]}) đến {past.year} mới {since} năm, cần từ {found.years:02d} năm"


def _in_a_row(found: Route, past: Past) -> str | None:
    """Tell which years are missing for awards in consecutive years, up to this year or the last."""
    if not found.row:
        return None
    award_id, times = found.row
    missing = _missing(found.row, past)
    if not missing:
        return None
    given = past.years(award_id)
    name = award(award_id).name
    has = f"đã có năm {listing(map(str, given), 'và')}" if given else "chưa thấy năm nào"
    if _awaited(found, past):
        return f"cần {times:02d} lần liên tục {name}, {has}; năm {past.year} mới được đề nghị, chưa có quyết định"
    return f"cần {times:02d} lần liên tục {name}, {has}, thiếu năm {listing(map(str, missing), 'và')}"


def _counted(found: Route, past: Past) -> str | None:
    """Tell what is lacking of the awards that had to be given in the time."""
    if found.in_a_row or not found.counts:
        return None
    years = past.years(found.held) if found.held and found.years else []
    since = years[0] if years else 0
    lacking = []
    for way in found.counts:
        missing = {one: number - past.count(one, since) for one, number in way.items()}
        lacking.append({one: number for one, number in missing.items() if number > 0})
    if {} in lacking:
        return None
    nearest = min(lacking, key=lambda way: sum(way.values()))
    said = listing((f"{number:02d} {award(one).name}" for one, number in nearest.items()), "và")
    return f"trong thời gian đó còn thiếu {said}"


def _young(found: Route, entry: Entry, past: Past) -> str | None:
    established = entry.nomination.established
    if not found.age or established is None or past.year - established.year >= found.age:
        return None
    return f"thành lập năm {established.year}, cần từ {found.age} năm"


def _hint(found: Route, claimed: bool) -> str:
    ask = "ghi đủ danh hiệu, hình thức đã được tặng, có năm, ở cột Khen thưởng đã nhận hoặc trong sổ khen thưởng"
    beside = f"; {'hoặc' if found.instead else 'ngoài ra phải'} {found.beside}" if found.beside else ""
    other = "" if claimed else f"; nếu xét theo tiêu chuẩn khác thì ghi dữ kiện {TYPE_OF_AWARD}: phong trào, đột xuất…"
    return f"{ask}{beside}{other}"


CHECKS = (prior_awards,)
