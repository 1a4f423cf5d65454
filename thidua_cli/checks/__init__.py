"""The checks: functions from the understood campaign to findings. They neither read files nor print.

Entry points: `run.check_plan` and `run.examine`.
"""
