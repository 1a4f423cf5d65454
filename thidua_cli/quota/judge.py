"""Judge every quota of a plan against the nominations of its campaign."""

from collections.abc import Iterator

from thidua_cli.campaign.resolved import ResolvedCampaign
from thidua_cli.quota.bounds import conclude, limits_of
from thidua_cli.quota.denominator import base_number
from thidua_cli.quota.result import QuotaResult, Verdict
from thidua_cli.quota.scope import Members, Scope


def judge(context: ResolvedCampaign) -> Iterator[QuotaResult]:
    """Yield the result of each quota in each of its buckets, in the order of the plan."""
    for a, award in enumerate(context.plan.awards):
        for q, quota in enumerate(award.quotas):
            yield from _quota(Scope(context, award, quota), f"awards[{a}].quotas[{q}]")


def _quota(scope: Scope, path: str) -> Iterator[QuotaResult]:
    quota = scope.quota
    of_all_groups = scope.buckets(any_group=True) if quota.share and quota.share.of == "nominated" else {}
    for bucket, members in scope.buckets().items():
        base = base_number(scope, bucket, of_all_groups.get(bucket, Members()))
        limits = limits_of(quota, base)
        if quota.open:
            verdict, amount = Verdict.OPEN, 0
        else:
            verdict, amount = conclude(len(members.counted), len(members.possible), limits)
        counted = [scope.context.entries[number] for number in sorted(members.counted)]
        possible = [scope.context.entries[number] for number in sorted(members.possible)]
        unit = scope.only_unit(bucket)
        yield QuotaResult(scope.award, quota, path, bucket, counted, possible, base, *limits, verdict, amount, unit)
