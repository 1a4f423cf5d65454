"""Slips of the old paper that its plan file would not show any more: kinds against symbols, years, fractions."""

import re
from collections import defaultdict
from collections.abc import Sequence

from thidua_cli.intake.report import Ledger
from thidua_cli.law.paper_kinds import any_of, paper_kinds
from thidua_cli.reading.papers.paper import Line

_SIGNS = {kind.name: kind.sign for kind in paper_kinds().values()}
_CITED = re.compile(
    rf"\b(?P<kind>{any_of(_SIGNS)})\s+số\s*:?\s*(?P<number>\d{{1,5}})(?P<rest>\s?[-/]\s?[A-ZĐ][\w\-/&.Đđ]*)"
)
_CODES = {sign.casefold(): name for name, sign in _SIGNS.items() if sign}
_YEAR = re.compile(r"\bnăm (?P<year>[12]\d{4,5})(?!\d)")
_FRACTION = re.compile(
    r"(?<![\d/.,])(?P<part>\d{1,4})/(?P<whole>\d{1,4})\s+(?:em|học sinh|cá nhân|tập thể|đồng chí|đơn vị|hộ|phòng)\b"
)


def slips_in(lines: Sequence[Line], ledger: Ledger) -> None:
    """Look through every line of the paper."""
    forms: dict[str, dict[str, Line]] = defaultdict(dict)
    for line in lines:
        _kinds(line, ledger, forms)
        for found in _YEAR.finditer(line.text):
            ledger.fault("year-typo", line, year=found["year"])
        for found in _FRACTION.finditer(line.text):
            part, whole = int(found["part"]), int(found["whole"])
            is_date = part <= 31 and whole <= 12  # 20/11
            if part > whole and not is_date:
                ledger.fault("fraction-above-one", line, fraction=found[0])
    for spellings in forms.values():
        if len(spellings) > 1:
            one, other = list(spellings)[:2]
            ledger.fault("citation-two-forms", spellings[other], one=one, other=other)


def _kinds(line: Line, ledger: Ledger, forms: dict[str, dict[str, Line]]) -> None:
    for found in _CITED.finditer(line.text):
        rest = found["rest"].replace(" ", "").rstrip(".")
        symbol = f"{found['number']}{rest}"
        codes = [part for part in re.split(r"[-/]", rest) if part]
        coded = next((_CODES[code.casefold()] for code in codes[:1] if code.casefold() in _CODES), None)
        if coded and coded != found["kind"]:
            ledger.fault("kind-symbol-mismatch", line, kind=found["kind"], symbol=symbol, coded=coded)
        key = f"{int(found['number'])} {' '.join(sorted(code.casefold() for code in codes))}"
        if len(codes) > 1:
            forms[key].setdefault(symbol, line)
