"""A campaign as it is understood, for commands that need all of it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.commands.process import without_collector
from thidua_cli.errors import ThiduaError

if TYPE_CHECKING:
    from thidua_cli.campaign.resolved import ResolvedCampaign
    from thidua_cli.findings.diagnostic import Diagnostic


def understood(folder: Path, day: date) -> "tuple[ResolvedCampaign, list[Diagnostic]]":
    """Return the campaign of a folder and the findings on it; one whose plan cannot be read raises `ThiduaError`."""
    from thidua_cli.campaign.load_folder import load_campaign
    from thidua_cli.checks.run import examine

    with without_collector():
        loaded = load_campaign(folder)
        findings, campaign = examine(loaded, day)
    if campaign is None:
        raise ThiduaError(f"{folder}: kế hoạch chưa đọc được", f"xem bằng lệnh: thidua check {folder}")
    return campaign, findings
