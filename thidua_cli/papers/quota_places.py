"""A row of a quota as a table by units has it: the unit or cluster that it is for, and the column that it stands in."""

from dataclasses import replace

from thidua_cli.model.plan import Plan
from thidua_cli.quota.phrases import whom, within
from thidua_cli.quota.result import QuotaResult
from thidua_cli.vietnamese.text import fold


def place_of(result: QuotaResult) -> str:
    """Return the unit or cluster that a row is for; empty for a row of more."""
    cluster = result.row.cluster
    if result.row.unit or not cluster:
        return result.unit
    return cluster if fold(cluster).startswith(("cum ", "khoi ")) else f"Cụm, khối {cluster}"


def column_of(result: QuotaResult, plan: Plan) -> str:
    """Return whom a row counts and when, whatever its place: ``Giấy khen, cá nhân (Tổng kết, năm 2025)``."""
    anywhere = result.quota.model_copy(update={"units": []})
    when = within(replace(result, row=result.row._replace(unit=None, cluster=None), quota=anywhere), plan)
    return f"{whom(result)} ({when})" if when else whom(result)
