"""The officer's guide stays true: its YAML is read, its tables show what is printed, it names all there is."""

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from lxml import html
from pydantic import BaseModel

from tests.docs.doc_pages import DAY, ROOT, Block, blocks_of, cells_of
from tests.papers.rendered import plan_html
from tests.plan_cases import MINIMAL, laid_over
from thidua_cli.app import app
from thidua_cli.campaign.load_folder import load_campaign
from thidua_cli.campaign.load_plan import LoadedPlan, validate
from thidua_cli.checks.run import check_plan
from thidua_cli.commands.schema import SCHEMAS
from thidua_cli.drafting.questions import QUESTIONS
from thidua_cli.findings.catalogue import rules
from thidua_cli.findings.diagnostic import Severity
from thidua_cli.model import fields as types
from thidua_cli.model import nomination
from thidua_cli.model import terms as words
from thidua_cli.model.council import Council
from thidua_cli.model.council_tables import MemberRow, SessionFacts, VoteRow
from thidua_cli.model.decision import DecisionFile
from thidua_cli.model.headings import headings_of
from thidua_cli.model.nomination import Nomination, NominationFile
from thidua_cli.model.office import Office
from thidua_cli.model.paper_facts import PaperFile
from thidua_cli.model.register import RegisterEntry
from thidua_cli.model.results import Results
from thidua_cli.model.schema import schema_of
from thidua_cli.model.unit import Unit, UnitFile
from thidua_cli.papers.registry import PAPERS
from thidua_cli.reading.yaml import parse_yaml

GUIDE = ROOT / "docs" / "huong-dan.md"
TEXT = GUIDE.read_text(encoding="utf-8")
BASE = MINIMAL.read_text(encoding="utf-8")
YAML = [block for block in blocks_of(TEXT) if block.language == "yaml"]
WRONG = [block for block in YAML if "wrong" in block.notes]
RIGHT = [block for block in YAML if "wrong" not in block.notes]

# What a row of a table stands for: the keys that carry its cell, and the paragraphs that show what it prints.
_AWARD = "{id: gk, form: giay_khen, decided_by: Giám đốc Sở, quotas: [%s]}"
_BODY = "body: [{heading: Số liệu, mark: none, insert: %s}]\n"
TABLES = {
    "quotas": (f"awards: [{_AWARD}]\n" + _BODY % "quotas", ("body",)),
    "start": ("campaign: {mode: drive, launched_by: unit, %s}\n" + _BODY % "period", ("body",)),
    "date": ("%s\n", ("place-date",)),
    "signers": ("signers: [%s]\n", ("signer-authority", "signer-post", "signer-name")),
    "recipients": ("recipients: [%s]\narchive:\n", ("recipient",)),
}
UPPER = ("signer-authority", "signer-post")


def load(text: str) -> LoadedPlan:
    return validate(parse_yaml(text.encode("utf-8"), "plan.yaml"))


def faults_of_reading(plan: LoadedPlan) -> list[str]:
    return [f"{one.line}: {one.message}" for one in check_plan(plan, DAY) if rules()[one.code].stage == "reading"]


# The files beside a plan, by their format.
OTHERS = {
    "nominations/1": "nominations.yaml",
    "units/1": "units.yaml",
    "council/1": "council.yaml",
    "results/1": "results.yaml",
    "decisions/1": "decisions.yaml",
    "office/1": "thidua.yaml",
    "papers/1": "papers.yaml",
}


def file_of(block: Block) -> str:
    """Return under which name a block stands in a campaign."""
    return next((name for kind, name in OTHERS.items() if block.text.startswith(f"format: {kind}\n")), "plan.yaml")


@pytest.mark.parametrize("block", RIGHT, ids=lambda block: f"line-{block.start}")
def test_yaml_of_the_guide_is_read_without_a_finding(block: Block, tmp_path: Path) -> None:
    if (name := file_of(block)) != "plan.yaml":
        (tmp_path / "plan.yaml").write_text(BASE, encoding="utf-8")
        (tmp_path / name).write_text(block.text, encoding="utf-8")
        shutil.copy(ROOT / "templates" / "certificates" / "giay-khen.yaml", tmp_path / "mau-giay-khen.yaml")
        assert load_campaign(tmp_path).faults == []
        return
    text = block.text if "file" in block.notes else laid_over(BASE, block.text)
    assert faults_of_reading(load(text)) == []


@pytest.mark.parametrize("block", WRONG, ids=lambda block: f"line-{block.start}")
def test_wrong_yaml_of_the_guide_raises_the_code_it_names(block: Block) -> None:
    text = laid_over(BASE, block.text.replace("→", "\t"))
    assert block.notes["wrong"] in {one.code for one in check_plan(load(text), DAY)}


def rows() -> Iterator[tuple[int, str, str, str]]:
    """Yield line index, kind, YAML and printed text of every row that says what thidua prints."""
    kind = ""
    for number, line in enumerate(TEXT.split("\n")):
        cells = cells_of(line) if line.startswith("|") else []
        if not cells:
            kind = ""
        elif cells[-1] == "thidua in ra":
            kind = re.findall(r"`(\w+)`", cells[-2])[0]
        elif kind and not set(cells[-1]) <= set("-: "):
            yield number, kind, cells[-2].strip("`"), cells[-1]


def printed(kind: str, yaml: str) -> str:
    """Return what the paper of a plan shows for one row; blanks to fill in are shown as dots."""
    fragment, classes = TABLES[kind]
    plan = load(laid_over(BASE, fragment % yaml))
    assert plan.plan is not None, [fault.message for fault in plan.faults]
    paper = html.fromstring(plan_html(plan.plan, DAY))
    shown = []
    for paragraph in paper.iter("p"):
        if (component := paragraph.get("class")) in classes and (text := paragraph.text_content().strip(" \n")):
            text = re.sub("\u00a0{2,}", "……", text).replace("\u00a0", " ")
            shown.append(text.upper() if component in UPPER else text)
    return " / ".join(shown)


ROWS = list(rows())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"line-{row[0] + 1}")
def test_tables_show_what_is_printed(row: tuple[int, str, str, str]) -> None:
    number, kind, yaml, shown = row
    found = printed(kind, yaml)
    if os.environ.get("THIDUA_UPDATE"):
        lines = GUIDE.read_text(encoding="utf-8").split("\n")
        at = next(at for at, line in enumerate(lines) if line == TEXT.split("\n")[number])
        lines[at] = lines[at].removesuffix(f"{shown} |") + f"{found} |"
        GUIDE.write_text("\n".join(lines), encoding="utf-8")
        return
    assert found == shown


def test_tables_of_every_kind_are_there() -> None:
    assert {kind for _, kind, _, _ in ROWS} == set(TABLES)


def options() -> list[tuple[str, str]]:
    return list(options_of(typer.main.get_command(app), ""))


def options_of(command: Any, name: str) -> Iterator[tuple[str, str]]:
    """Yield each option (or argument) of a command and of those below it."""
    if name:
        yield from ((name, option) for one in command.params for option in one.opts)
    for below, one in getattr(command, "commands", {}).items():
        yield from options_of(one, f"{name} {below}".strip())


@pytest.mark.parametrize(("command", "option"), options(), ids=[" ".join(one) for one in options()])
def test_the_guide_names_every_command_and_option(command: str, option: str) -> None:
    assert f"`thidua {command}" in TEXT
    if option.startswith("-"):
        assert re.search(rf"(?<![\w-]){option}(?![\w-])", TEXT)


KNOWN = {**vars(words), **vars(types), **vars(nomination)}
LISTS = {name: known for name, known in KNOWN.items() if re.fullmatch("[A-Z]+", name) and isinstance(known, dict)}


@pytest.mark.parametrize("name", LISTS)
def test_the_guide_tells_every_word_of_a_list_with_its_meaning(name: str) -> None:
    missing = [word for word, meaning in LISTS[name].items() if f"| `{word}` | {meaning} |" not in TEXT]
    assert missing == []


def not_shown(schema: dict[str, Any], yaml: str) -> list[str]:
    """Return the keys of a schema that no YAML shows."""
    keys = {key for part in (schema, *schema["$defs"].values()) for key in part.get("properties", {})}
    return sorted(key for key in keys if not re.search(rf"(?<![\w-]){key}:", yaml))


def test_the_guide_shows_every_key_of_a_plan() -> None:
    yaml = "\n".join(block.text for block in RIGHT) + "\n".join(yaml for _, _, yaml, _ in ROWS)
    assert not_shown(schema_of("plan"), yaml) == []


@pytest.mark.parametrize("model", [NominationFile, UnitFile, Council, Results, DecisionFile, PaperFile, Office])
def test_the_guide_shows_every_key_of_the_other_files(model: type[BaseModel]) -> None:
    columns = [f"{key}:" for kind in (Nomination, Unit) for key in headings_of(kind)]  # told in the tables of columns
    rows = (yaml for _, _, yaml, _ in ROWS)  # signers and recipients are those of a plan
    yaml = "\n".join([*(block.text for block in RIGHT if file_of(block) != "plan.yaml"), *columns, *rows])
    assert not_shown(model.model_json_schema(), yaml) == []


@pytest.mark.parametrize("model", [Nomination, Unit, RegisterEntry, MemberRow, VoteRow, SessionFacts])
def test_the_guide_tells_every_heading_of_a_list(model: type[BaseModel]) -> None:
    rows = [cells_of(line) for line in TEXT.split("\n") if line.startswith("|")]
    for key, (first, *others) in headings_of(model).items():
        assert [first, f"`{key}`", "; ".join(others), model.model_fields[key].description] in rows


def test_the_guide_has_a_row_for_every_paper() -> None:
    assert [name for name in PAPERS if f"| `{name}` | " not in TEXT] == []


def test_the_guide_names_every_schema() -> None:
    (sentence,) = re.findall(r"Các tệp khác cũng có: `thidua schema [^.]*\.yaml`[^.]*\.", TEXT)
    assert [name for name in SCHEMAS if name != "plan" and name not in sentence] == []


def test_the_guide_shows_every_question_of_new_plan() -> None:
    assert [question.text for question in QUESTIONS.values() if question.text not in TEXT] == []


def test_the_guide_lists_every_code() -> None:
    assert [code for code in rules() if f"  {code} " not in TEXT] == []


def test_the_guide_quotes_messages_of_the_program() -> None:
    chapter = TEXT.partition("Khi có trục trặc\n")[2].partition("\n## ")[0]
    program = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "thidua_cli").rglob("*.py"))
    program = re.sub(r"\{[^{}]*\}", "…", program)
    quoted = re.findall(r"^\| `([^`]+)` \|", chapter, flags=re.MULTILINE)
    assert len(quoted) > 3
    assert [one for one in quoted if one not in program] == []


def test_every_severity_is_explained() -> None:
    assert all(f"**{severity.vietnamese}**" in TEXT for severity in Severity)


def test_the_guide_is_in_composed_unicode() -> None:
    assert unicodedata.is_normalized("NFC", TEXT)
    assert b"\r" not in GUIDE.read_bytes()
