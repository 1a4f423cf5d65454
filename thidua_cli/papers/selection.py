"""Which nominations a paper is about: those that the options of the command name."""

from collections.abc import Iterable, Sequence

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.reviews import Review
from thidua_cli.campaign.unit_names import unit_named
from thidua_cli.errors import ThiduaError
from thidua_cli.model.awards import PlanAward
from thidua_cli.model.periods import Reviewed
from thidua_cli.papers.contract import Asked
from thidua_cli.papers.people import by_level, subject_rank
from thidua_cli.vietnamese.bodies import slug
from thidua_cli.vietnamese.sameness import same_name
from thidua_cli.vietnamese.text import fold, listing, nearest


def chosen(campaign: ResolvedCampaign, asked: Asked) -> list[Entry]:
    """Return the entries that are asked for, in their order; a name that nobody bears raises `ThiduaError`."""
    entries: Sequence[Entry] = campaign.entries
    if asked.award:
        entries = _of_award(campaign, entries, asked.award)
    if asked.unit:
        name = unit_named(asked.unit, campaign.all_units)
        entries = _kept((one for one in entries if one.unit and one.unit.name == name), f"đơn vị “{name}”", "--unit")
    if asked.occasion:
        entries = _at_occasion(campaign, entries, asked.occasion)
    if asked.year is not None:
        entries = _kept((one for one in entries if one.year == asked.year), f"năm {asked.year}", "--year")
    names = [one.nomination.name for one in entries]
    named: set[Entry] = set()
    for name in asked.only:
        named.update(_kept((one for one in entries if _is_named(one, name)), f"tên “{name}”", "--only", names, name))
    return [one for one in entries if not asked.only or one in named]


def in_list_order(campaign: ResolvedCampaign, entries: Iterable[Entry]) -> list[Entry]:
    """Return entries as every paper lists them: by award from high to low, by subject, by unit in the list's order.

    Without a list of units it is the order in which they nominate.
    """
    awards = {one.id: place for place, one in enumerate(by_level(campaign.plan.awards))}
    units = {id(unit): place for place, unit in enumerate(campaign.all_units)}

    def rank(entry: Entry) -> tuple[int, tuple[int, str], int]:
        award = awards[entry.award.id] if entry.award else len(awards)
        return award, subject_rank(entry.subject), units[id(entry.unit)] if entry.unit else len(units)

    return sorted(entries, key=rank)


def asked_review(campaign: ResolvedCampaign, asked: Asked) -> Review:
    """Return the review that the options name, as far as they name one; an unknown occasion raises `ThiduaError`."""
    said = Reviewed(occasion=asked.occasion, year=asked.year)
    for _, _, (message, hint) in campaign.reviews.problems(said):
        raise ThiduaError(f"--occasion: {message}", hint)
    return campaign.reviews.of(said)


def narrowing(asked: Asked) -> list[str]:
    """Return what ends the name of a file that holds only those the options name: it is not that of all."""
    return [slug(name) for name in (asked.award, asked.unit, *asked.only) if name]


def awards_asked(campaign: ResolvedCampaign, typed: str) -> Sequence[PlanAward]:
    """Return the awards that ``--award`` names; a word that is not understood raises `ThiduaError`."""
    meant = campaign.award_names.find(typed, None)
    if meant.problem:
        message, hint = meant.problem
        raise ThiduaError(f"--award: {message}", hint)
    return meant.awards


def _of_award(campaign: ResolvedCampaign, entries: Iterable[Entry], typed: str) -> list[Entry]:
    awards = awards_asked(campaign, typed)
    return _kept((one for one in entries if one.award in awards), f"hình thức “{typed}”", "--award")


def _at_occasion(campaign: ResolvedCampaign, entries: Iterable[Entry], typed: str) -> list[Entry]:
    occasions = campaign.plan.campaign.occasions
    ids = {one.id for one in occasions if fold(typed) in (fold(one.id), fold(one.name))}
    if not ids:
        told = listing((f"{one.id} ({one.name})" for one in occasions), "hoặc")
        message = f"kế hoạch không có kỳ “{typed}”"
        raise ThiduaError(message, f"ghi {told}" if told else "kế hoạch không khai kỳ nào: bỏ --occasion")
    return _kept((one for one in entries if one.occasion in ids), f"kỳ “{typed}”", "--occasion")


def _is_named(entry: Entry, name: str) -> bool:
    called = [entry.who, entry.nomination.id or ""]
    return fold(name) in map(fold, called) or same_name(entry.nomination.name, name)


def _kept(entries: Iterable[Entry], what: str, option: str, known: Sequence[str] = (), typed: str = "") -> list[Entry]:
    """Return the entries; none at all raises `ThiduaError`, with the nearest of the ``known`` names."""
    found = list(entries)
    if not found:
        near = nearest(typed, known) if known else None
        message = f"không có đề nghị nào của {what}"
        raise ThiduaError(message, f"có phải “{near}”?" if near else f"xem lại {option}")
    return found
