"""Work grows with what is read, not with its square: counted, not timed."""

import pytest

from tests.reading.hostile_workbooks import xlsx
from thidua_cli.reading import document as reading
from thidua_cli.reading.tables import workbook_guard
from thidua_cli.reading.yaml import parse_yaml
from thidua_cli.vietnamese import guesses
from thidua_cli.vietnamese.guesses import MOST_COMPARED, Guesses
from thidua_cli.vietnamese.text import clean


@pytest.mark.parametrize("text", ["một hai  ba" * 300, "x" + " " * 5000 + "y", "\\u00e1 \\n\u200bb" * 300])
def test_many_findings_in_one_paragraph_read_it_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = parse_yaml(f'a: "{text}"'.encode(), "f")
    followed = []
    monkeypatch.setattr(reading, "clean", lambda letter: followed.append(letter) or clean(letter))
    for offset in [*range(1, len(clean(str(document.data["a"])))), 1, 10**6, 10**6]:
        assert document.place("a", offset=offset).line == 1
    assert len(followed) <= len(text) + 10


def test_guesses_end_when_they_would_take_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr(guesses, "nearest", lambda word, allowed, cutoff: compared.append(len(allowed)) or word)
    known, words = [str(number) for number in range(300)], Guesses()
    told = [words.nearest("x", known) for _ in range(4000)]
    assert sum(compared) <= MOST_COMPARED
    assert told == ["x"] * len(compared) + [None] * (4000 - len(compared))


@pytest.mark.parametrize("behind", [b"", b"<dataValidations><formula1>x</formula1></dataValidations>"])
def test_sheets_that_programs_write_plainly_are_never_parsed(behind: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_guard, "sheet_claim", lambda *_: pytest.fail("a plain sheet was parsed"))
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at:020}</v></c></row>' for at in range(1, 12_000))
    workbook_guard.inspect(xlsx(rows.encode(), behind=behind, sheets=10), "a.xlsx")
