"""What a check says of the campaign of a case, held against what is right.

``nominations``   a line each, in any order: name | subject | unit | award, or the ``fields`` that the case names;
                  ``-`` is empty, ``*`` anything, ``a ~ b`` either
``told``          what a finding must say: a cell (``C3``), a row (``row: 3``), with ``code``, ``says``, ``severity``,
                  ``sheet``, ``file`` where they matter
``not_told``      codes that no finding may have
``verdicts``      of quotas: ``cstdcs individual: undecided``, or what it must not be: ``not met``
``unread``        files that are named as not read
``any_of``        several of these, one of which must hold

No other error or warning may stand in a list, but on the merit of nominees and on quotas.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from thidua_cli.vietnamese.text import fold

SAID = {"nominations", "fields", "told", "not_told", "verdicts", "unread", "any_of"}
FIELDS = ("name", "subject", "unit", "award")
# On who is worth it and how many there may be: no matter of reading a list.
ON_MERIT = re.compile(
    "(quota|share)-.*|outside-quota|vote-.*|ballot-.*|evidence-.*|not-eligible|prior-.*|award-(conflict|repeated)|late-.*"
)


def faults(case: Mapping[str, Any], result: Mapping[str, Any]) -> list[str]:
    """Return what differs from what a case expects; of several that are allowed, from the nearest."""
    own = {key: value for key, value in case.items() if key in SAID - {"any_of"}}
    choices = [{**own, **choice} for choice in case.get("any_of", [{}])]
    return min((_faults(choice, result) for choice in choices), key=len)


def _faults(expected: Mapping[str, Any], result: Mapping[str, Any]) -> list[str]:
    told = [one if isinstance(one, Mapping) else {"cell": one} for one in expected.get("told", ())]
    found = [one for one in result["diagnostics"] if not (one["file"] or "").endswith("plan.yaml")]
    wrong = [f"not told: {one}" for one in told if not any(_fits(one, finding) for finding in found)]
    wrong += [f"told: {_shown(one)}" for one in found if _needless(one, told)]
    codes = {finding["code"] for finding in found}
    wrong += [f"told: {code}" for code in expected.get("not_told", ()) if code in codes]
    if "nominations" in expected:
        wrong += _other_nominations(expected, result["nominations"])
    wrong += _other_verdicts(expected.get("verdicts", {}), result["quotas"])
    unread = " ".join(one["file"] for one in result["unread"])
    return wrong + [f"not named as unread: {name}" for name in expected.get("unread", ()) if name not in unread]


def _shown(finding: Mapping[str, Any]) -> str:
    return f"{finding['cell'] or finding['line']} {finding['code']}: {finding['message']}"


def _needless(finding: Mapping[str, Any], told: Iterable[Mapping[str, Any]]) -> bool:
    if finding["severity"] == "note" or ON_MERIT.fullmatch(finding["code"]):
        return False
    return not any(_fits(one, finding) for one in told)


def _fits(one: Mapping[str, Any], finding: Mapping[str, Any]) -> bool:
    """Whether a finding is the one that is asked for."""
    said = fold(f"{finding['message']} {finding['hint']}")
    row = re.sub("[A-Z]", "", finding["cell"] or "") or str(finding["line"])
    return (
        one.get("cell") in (None, finding["cell"])
        and str(one.get("row", row)) == row
        and one.get("line") in (None, finding["line"])
        and one.get("code") in (None, finding["code"])
        and one.get("severity") in (None, finding["severity"])
        and one.get("sheet") in (None, finding["sheet"])
        and (finding["file"] or "").endswith(one.get("file", ""))
        and all(fold(words) in said for words in _listed(one.get("says", ())))
    )


def _listed(value: Any) -> Sequence[Any]:
    return [value] if isinstance(value, str) else value


def _other_nominations(expected: Mapping[str, Any], given: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the nominations that are lacking and those that are too many."""
    fields = expected.get("fields", FIELDS)
    lines = (expected["nominations"] or "").splitlines()
    wanted = [dict(zip(fields, (cell.strip() for cell in line.split("|")), strict=True)) for line in lines]
    left = list(given)
    lacking = []
    for one in sorted(wanted, key=lambda cells: list(cells.values()).count("*")):
        match = next((other for other in left if all(_same(other[key], value) for key, value in one.items())), None)
        if match is None:
            lacking.append(f"no nomination {' | '.join(one.values())}")
        else:
            left.remove(match)
    return lacking + [f"nomination {' | '.join(str(one[key]) for key in fields)}" for one in left]


def _same(value: Any, expected: str) -> bool:
    if expected == "*":
        return True
    choices = [choice.strip() for choice in expected.split(" ~ ")]
    return ("-" if value is None else " ".join(str(value).split())) in choices


def _other_verdicts(expected: Mapping[str, str], quotas: Sequence[Mapping[str, Any]]) -> list[str]:
    wrong = []
    for key, verdict in expected.items():
        award, subject = key.split()
        given = [one["verdict"] for one in quotas if one["award"] == award and subject in one["subject"]]
        unwanted = verdict.removeprefix("not ")
        right = unwanted not in given if verdict != unwanted else set(given) == {verdict}
        if not given or not right:
            wrong.append(f"{key}: {given}, not {verdict}" if verdict == unwanted else f"{key}: {given}")
    return wrong
