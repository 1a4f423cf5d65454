"""A campaign as it is understood, for commands that need all of it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.commands.process import without_collector
from thidua_cli.errors import ThiduaError
from thidua_cli.vietnamese.text import listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.campaign.entry import Entry
    from thidua_cli.checks.nominations.context import CampaignContext
    from thidua_cli.findings.diagnostic import Diagnostic

_SHOWN = 5


def understood(folder: Path, day: date, book: Path | None = None) -> "tuple[CampaignContext, list[Diagnostic]]":
    """Return the campaign of a folder and the findings on it; one whose plan cannot be read raises `ThiduaError`.

    ``book`` is the award book to hold it against; the campaign's own without one, or where that is not there yet.
    """
    from thidua_cli.campaign.load_folder import load_campaign
    from thidua_cli.checks.run import examine

    with without_collector():
        loaded = load_campaign(folder, register=book if book and book.exists() else None)
        findings, campaign = examine(loaded, day)
    if campaign is None:
        message = f"kế hoạch {loaded.plan.document.file} có lỗi, chưa dùng được"
        raise ThiduaError(message, f"xem lỗi bằng lệnh: thidua check {folder}")
    return campaign, findings


def some_names(entries: "Sequence[Entry]") -> str:
    """Return the names of nominees in words, the first few of many."""
    return listing((entry.nomination.name for entry in entries), "và", most=_SHOWN, others="đề nghị nữa")
