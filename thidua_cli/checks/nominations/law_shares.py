"""Awards of which the law allows only a share, counted on the whole list."""

from collections.abc import Iterator
from dataclasses import replace

from thidua_cli.campaign.entry import Entry, about_all
from thidua_cli.campaign.law_day import basis, law_day, weight
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.eligibility import Limit, all_limits, limits
from thidua_cli.law.merit import tie_break_advice
from thidua_cli.vietnamese.text import listing


def legal_limits(context: CampaignContext) -> Iterator[Finding]:
    """Find awards proposed for more than the share that the law allows, year by year."""
    forms = {planned.form for planned in context.plan.awards}
    if not forms & {one.award for one in all_limits()}:
        return
    lists: dict[tuple[Limit, int | None], dict[str, list[Entry]]] = {}
    loose: list[Entry] = []
    for planned in context.plan.awards:
        for entry in context.by_award[planned.id]:
            if entry.year is None and entry.perhaps_outside:
                loose.append(entry)  # its year was told: it may be one more of any
                continue
            for limit in limits(law_day(entry, context)):
                if planned.form == limit.award or planned.form in limit.of:
                    lists.setdefault((limit, entry.year), {}).setdefault(planned.form, []).append(entry)
    for (limit, _), entries in lists.items():
        if limit.award in entries:
            yield from _judge(limit, entries, loose, context)


def _judge(
    limit: Limit, entries: dict[str, list[Entry]], loose: list[Entry], context: CampaignContext
) -> Iterator[Finding]:
    of_nominee = context.nominees.of
    chosen = {of_nominee(entry)[0]: entry for entry in reversed(entries[limit.award])}
    base = {of_nominee(entry)[0] for found in (*entries.values(), loose) for entry in found}
    most, name = limit.most * len(base) // 100, award(limit.award).name
    of = listing(award(one).name for one in limit.of if one in entries)
    first = list(reversed(chosen.values()))
    if not of:
        if weight(limit):
            return  # a limit that is itself in doubt asks for no data
        message = f"chưa đủ dữ liệu để tính tỷ lệ {limit.most}% {name}: danh sách chưa có {award(limit.of[0]).name}"
        hint = f"thêm những người được đề nghị {award(limit.of[0]).name} vào danh sách"
        about = about_all(first)
        yield Finding("quota-undecided", first[0].origin.spot("award"), message, hint, basis(limit), about=about)
    elif len(chosen) > most:
        over = first[most]
        advice = tie_break_advice(law_day(over, context))
        message = f"đề nghị {len(chosen)} {name} trên {len(base)} trường hợp đạt {of}, tối đa {most} ({limit.most}%)"
        hint = "; ".join(filter(None, (f"bớt {len(chosen) - most} trường hợp", advice)))
        found = over.finding("share-exceeded", "award", message, hint, basis(limit), weight(limit))
        assert over.award
        yield replace(found, about=replace(over.about, award=over.award.id))


CHECKS = (legal_limits,)
