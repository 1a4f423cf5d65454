"""Which nominee each vote in the council's file is for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from thidua_cli.campaign.award_names import AwardNames
from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.history import unit_names
from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.campaign.unit_names import UnitNames
from thidua_cli.findings.about import About
from thidua_cli.findings.diagnostic import Finding, Others
from thidua_cli.model.awards import award_name
from thidua_cli.model.council import Vote
from thidua_cli.reading.origin import YamlEntry
from thidua_cli.vietnamese.address import own_name
from thidua_cli.vietnamese.guesses import Guesses
from thidua_cli.vietnamese.sameness import same_name, unit_key
from thidua_cli.vietnamese.text import FEW


@dataclass(slots=True)
class Ballots:
    """The index of the vote for each nominee, by the identity of the entry; and the votes that are for nobody."""

    of: dict[int, int] = field(default_factory=dict)
    findings: list[Callable[[], Finding]] = field(default_factory=list)


def match(context: ResolvedCampaign) -> Ballots:
    """Match the votes of the council's file to the nominees; a vote that may be for two is for none."""
    ballots, guesses, awards = Ballots(), Guesses(), AwardNames(context.plan)
    for index, vote in enumerate(context.council.value.votes if context.council else ()):
        meant = [entry for entry in context.of_name(vote.name) if _is_for(vote, entry, awards, context.known_units)]
        if not meant:
            ballots.findings.append(partial(_nobody, context, index, vote, guesses))
        elif len(meant) > 1:
            ballots.findings.append(partial(_several, context, index, vote, meant))
        elif id(meant[0]) in ballots.of:
            ballots.findings.append(partial(_twice, context, index, ballots.of[id(meant[0])], meant[0]))
        else:
            ballots.of[id(meant[0])] = index
    return ballots


def _is_for(vote: Vote, entry: Entry, awards: AwardNames, units: UnitNames) -> bool:
    """Tell whether a vote can be for a nominee; an award that is not known yet can be any."""
    if not same_name(vote.name, entry.nomination.name):
        return False
    in_unit = not vote.unit or unit_key(vote.unit) in unit_names(entry)
    in_unit = in_unit or (entry.unit is not None and units.means(vote.unit or "") is entry.unit)
    return in_unit and (not vote.award or entry.award is None or entry.award in awards.fitting(vote.award))


def _nobody(context: ResolvedCampaign, index: int, vote: Vote, guesses: Guesses) -> Finding:
    same = context.of_name(vote.name)
    named = [entry for entry in same if same_name(vote.name, entry.nomination.name)]
    if named:
        message = f"{vote.name} có được đề nghị, nhưng không phải với đơn vị, hình thức ghi ở đây"
        hint = f"danh sách ghi {named[0].who}" + (f", {award_name(named[0].award)}" if named[0].award else "")
    else:
        message = f"có kết quả phiếu cho {vote.name} nhưng danh sách không đề nghị tên này"
        near = guesses.nearest(own_name(vote.name), [one.nomination.name for one in context.entries])
        hint = f"có phải “{near}”?" if near else "bổ sung vào danh sách đề nghị, hoặc bỏ dòng phiếu này"
    return _finding(context, index, message, hint, About(vote.name))


def _several(context: ResolvedCampaign, index: int, vote: Vote, meant: list[Entry]) -> Finding:
    message = f"có {len(meant)} đề nghị mang tên {vote.name}, không rõ phiếu này cho đề nghị nào"
    hint = "ghi thêm cột “Đơn vị” và “Hình thức” cho dòng này"
    if context.council and isinstance(context.council.origin, YamlEntry):
        hint = "ghi thêm unit (đơn vị) và award (hình thức) cho dòng này"
    others = tuple((entry.origin.spot("name"), entry.who) for entry in meant[:FEW])
    return _finding(context, index, message, hint, About(vote.name), others)


def _twice(context: ResolvedCampaign, index: int, before: int, entry: Entry) -> Finding:
    message = f"{entry.nomination.name} có hai kết quả phiếu cho cùng một đề nghị"
    others = ((context.council_spot(f"votes[{before}].name"), "kết quả đã ghi ở đây"),)
    return _finding(context, index, message, "giữ một kết quả theo biên bản kiểm phiếu", entry.about, others)


def _finding(
    context: ResolvedCampaign, index: int, message: str, hint: str, about: About, others: Others = ()
) -> Finding:
    where = context.council_spot(f"votes[{index}].name")
    return Finding("vote-unclear", where, message, hint, about=about, others=others)
