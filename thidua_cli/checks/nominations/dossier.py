"""Papers listed with a nomination against those that the law asks."""

from collections.abc import Iterator
from functools import lru_cache

from thidua_cli.campaign.entry import Entry
from thidua_cli.campaign.law_day import basis, law_day
from thidua_cli.checks.nominations.context import CampaignContext
from thidua_cli.findings.diagnostic import Finding
from thidua_cli.law.award_catalogue import award
from thidua_cli.law.citation import join
from thidua_cli.law.merit import Part, dossier_parts
from thidua_cli.vietnamese.text import fold, listing

_WHOLE = frozenset(("du", "day du", "du ho so", "du thanh phan", "ho so day du"))


def dossiers(context: CampaignContext) -> Iterator[Finding]:
    """Find dossiers in which a paper is missing; in files that list papers at all."""
    telling = {entry.origin.file for entry in context.entries if entry.nomination.dossier}
    if not telling:
        return
    for entry in context.entries:
        if entry.award and entry.origin.file in telling:
            parts = dossier_parts(entry.award.form, law_day(entry, context))
            missing = [part for part in parts if not _there(part, entry)]
            unread = not entry.nomination.dossier and entry.origin.left_unread("dossier")
            if missing and not unread:
                names = listing((part.part for part in missing), "và")
                message = f"hồ sơ đề nghị {award(entry.award.form).name} chưa có {names}"
                hint = f"bổ sung {names} vào hồ sơ và vào cột Hồ sơ"
                source = basis(missing[0], join([part.citation for part in missing]))
                yield entry.finding("evidence-missing", "dossier", message, hint, source)


def _there(part: Part, entry: Entry) -> bool:
    if part.unless and entry.nomination.rating == part.unless:
        return True
    told = _folded(tuple(entry.nomination.dossier))
    return told in _WHOLE or any(fold(word) in told for word in part.words)


@lru_cache(maxsize=1024)
def _folded(papers: tuple[str, ...]) -> str:
    return fold("; ".join(papers))


CHECKS = (dossiers,)
