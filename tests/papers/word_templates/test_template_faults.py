"""Templates with faults: all of them in one run, in the order of the file, each at its place."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.golden import hold
from tests.papers.word_templates.templates import LIST, list_context, template
from thidua_cli.findings.catalogue import Stage, rules
from thidua_cli.findings.diagnostic import Diagnostic
from thidua_cli.papers.office_word.office_shapes import refined, shape_of_paper
from thidua_cli.papers.office_word.office_template import FaultyTemplateError, OfficeTemplate

HERE = Path(__file__).parent
CASES: dict[str, Any] = yaml.safe_load((HERE / "faults.yaml").read_text(encoding="utf-8").replace("\\_", "\u00a0"))
SOUND = {"good", "smart-quotes", "no-break-space"}


def findings(path: Path) -> list[Diagnostic]:
    """Return all that is wrong with a template of the list, whatever the campaign."""
    office = OfficeTemplate(path)
    return office.told(office.faults(refined(shape_of_paper(LIST), [list_context()])))


def told(one: Diagnostic) -> str:
    return f"{one.cell or '-'} {one.code} {one.severity}: {one.message} | {one.hint}"


def test_each_fault_is_told_as_it_was_read(tmp_path: Path) -> None:
    given = {name: map(told, findings(template(tmp_path / f"{name}.docx", case))) for name, case in CASES.items()}
    hold(HERE / "faults.out", given)


@pytest.mark.parametrize("name", CASES)
def test_what_has_a_fault_is_never_printed(name: str, tmp_path: Path) -> None:
    path = template(tmp_path / "mau.docx", CASES[name])
    if name in SOUND:
        content, _ = OfficeTemplate(path).paper(LIST, list_context())
        assert b"PK" in content[:2]
        return
    with pytest.raises(FaultyTemplateError) as refused:
        OfficeTemplate(path).paper(LIST, list_context())
    assert refused.value.findings == findings(path)


def test_every_code_of_templates_is_raised() -> None:
    text = (HERE / "faults.out").read_text(encoding="utf-8") + (HERE / "blanks.out").read_text(encoding="utf-8")
    assert [one.code for one in rules().values() if one.stage is Stage.TEMPLATE and f" {one.code} " not in text] == []
