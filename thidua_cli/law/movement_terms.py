"""The words of the law on movements: who launches, how, at which moment, for whom; with their Vietnamese names.

Our data files and the plans of users use the same words; a plan knows fewer subjects by name (`model.fields`).
"""

from thidua_cli.law.data_files import read

_TERMS: dict[str, dict[str, str]] = read("movement_terms")
LAUNCHERS = _TERMS["launchers"]
LAUNCHERS_SAID = LAUNCHERS | _TERMS["launchers_said"]
"""Launchers as they stand in a sentence."""
MODES = _TERMS["modes"]
MOMENTS = _TERMS["moments"]
SUBJECTS = _TERMS["subjects"]
