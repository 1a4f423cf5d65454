"""Checks on nominations: against the plan, its quotas and standards, the law, the register and the council."""
