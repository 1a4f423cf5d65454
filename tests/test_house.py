"""The house: what may import what, how large a file may be, how files are named, what starting the program loads."""

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from thidua_cli.findings.catalogue import Stage
from thidua_cli.findings.reporters import formats

TESTS = Path(__file__).resolve().parent
PACKAGE = TESTS.parent / "thidua_cli"
# A room may import itself and the rooms of the floors below; beside it, what SIDEWAYS says.
FLOORS = [
    {"vietnamese", "errors", "__init__"},
    {"locks"},
    {"files"},
    {"findings"},
    {"law"},
    {"reading"},
    {"model"},
    {"lists"},
    {"campaign", "writing"},
    {"quota"},
    {"page"},
    {"papers", "intake", "checks"},
    {"drafting", "commands"},
    {"usage", "options"},
    {"records"},
    {"app"},
    {"__main__"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
SIDEWAYS = {"commands": {"drafting"}}
# A page knows no campaign: it stands high only because papers are made of it.
PAGE_KNOWS = {"vietnamese", "errors", "locks", "files"}
# File names are unique, but for pairs that a reader learns once: a format, its check, the command that speaks of it;
# a rule of the law and its check; the same subject checked in plans and in nominations.
SHARED_NAMES = {
    "awards": ["checks.plan.awards", "model.awards"],
    "council": ["checks.nominations.council", "model.council"],
    "dates": ["model.dates", "vietnamese.dates"],
    "prior_awards": ["checks.nominations.prior_awards", "law.prior_awards"],
    "quotas": ["checks.nominations.quotas", "checks.plan.quotas"],
    "register": ["checks.nominations.register", "commands.register", "model.register"],
    "results": ["checks.nominations.results", "model.results"],
    "schema": ["commands.schema", "model.schema"],
    "votes": ["checks.nominations.votes", "law.votes"],
}
# What is known in one place: the only files that may spell it.
KNOWN_IN = {
    r"IVX|\bXVI\b|\"X\"|\"IV\"": ["vietnamese.counting"],  # Roman numerals
    r"abcd|<n>\[a-zđ\]": ["vietnamese.counting", "vietnamese.item_marks"],  # letters of points, marks of items
    r"\bmốt\b|\blăm\b": ["vietnamese.numerals"],  # numbers in words
    r"month < 3|:%d/|part:02d": ["vietnamese.dates"],  # the written and the typed day
    r"\"\*\*|\\\*(\\\*|\{)": ["papers.bounded", "vietnamese.emphasis"],  # bold and italic; the power of a sum
    r"và \{(more|rest|left|len\()": ["vietnamese.text"],  # a few names and n others
    r"xd0.xcf|%pdf|có mật khẩu|tệp .* trống|bị hỏng|lớn hơn .* MB": [
        "page.images",
        "reading.refusals",
    ],  # files that are refused
    r"date\.today": ["commands.process"],  # the day of the run
}
HEAVY = {"pydantic", "docx", "lxml", "jinja2", "yaml", "rich", "openpyxl", "python_calamine", "xlrd"}
FILES = sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    """Return the dotted name of a file within the package: ``reading.tables.csv``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "__init__"


MODULES = {module_of(path): path for path in FILES}


def imported(path: Path) -> set[str]:
    """Return the modules of the package that a file imports, also those for types and those inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            head, _, rest = name.partition(".")
            if head == "thidua_cli":
                found.add(rest if rest in MODULES else rest.rpartition(".")[0] or "__init__")
    return found


IMPORTS = {module: imported(path) for module, path in MODULES.items()}


@pytest.mark.parametrize("module", MODULES)
def test_nothing_imports_upward(module: str) -> None:
    room = module.partition(".")[0]
    for other in {name.partition(".")[0] for name in IMPORTS[module]} - {room}:
        assert FLOOR[other] < FLOOR[room] or other in SIDEWAYS.get(room, ()), f"{module} imports {other}, not below it"
        assert room != "page" or other in PAGE_KNOWS, f"page knows nothing of {other}"


def test_no_circle_between_files() -> None:
    try:
        TopologicalSorter(IMPORTS).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("room", [path for path in MODULES.values() if path.name == "__init__.py"], ids=module_of)
def test_each_room_opens_with_a_sentence(room: Path) -> None:
    assert (ast.get_docstring(ast.parse(room.read_text(encoding="utf-8"))) or "").endswith((".", "`."))


def test_file_names_are_unique() -> None:
    named: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        if path.name != "__init__.py":
            named.setdefault(path.stem, []).append(module)
    assert {name: modules for name, modules in named.items() if len(modules) > 1} == SHARED_NAMES


@pytest.mark.parametrize("spelling", KNOWN_IN)
def test_knowledge_stands_in_one_place(spelling: str) -> None:
    spelt = {module for module, path in MODULES.items() if re.search(spelling, path.read_text(encoding="utf-8"))}
    assert spelt
    assert spelt <= set(KNOWN_IN[spelling])


def is_dense(node: ast.AST) -> bool:
    """Tell whether a node is one of the habits that make a line be read twice."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.IfExp | ast.BoolOp)  # a() if b else c()
    if isinstance(node, ast.For | ast.comprehension):
        return isinstance(node.iter, ast.IfExp)  # for x in (a if b else ())
    if isinstance(node, ast.IfExp):
        return isinstance(node.body, ast.IfExp) or isinstance(node.orelse, ast.IfExp)  # a if b else c if d else e
    return False


def test_lines_are_read_once() -> None:
    trees = {module: ast.parse(path.read_text(encoding="utf-8")) for module, path in MODULES.items()}
    dense = {module for module, tree in trees.items() if any(map(is_dense, ast.walk(tree)))}
    assert dense <= {"drafting.draft"}


def named_in(node: ast.AST) -> list[str]:
    """Return the names that a node makes; what is decorated is called by its library."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.decorator_list:
        return [node.name]
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return [target.id for target in targets if isinstance(target, ast.Name)]
    return []


def test_nothing_is_dead() -> None:
    """Whatever has a name is named a second time, in the package or in its templates."""
    texts = [path.read_text(encoding="utf-8") for path in FILES]
    templates = [path.read_text(encoding="utf-8") for path in (PACKAGE.parent / "templates").rglob("*.j2")]
    spoken = Counter(re.findall(r"\w+", "\n".join(texts + templates)))
    names = [name for text in texts for node in ast.walk(ast.parse(text)) for name in named_in(node)]
    assert not [name for name in names if spoken[name] == 1 and not name.startswith("__")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_each_stage_and_reporter_is_exercised_by_name() -> None:
    tests = "\n".join(path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("*.py")))
    assert [stage for stage in Stage if f'"{stage.value}"' not in tests and f"Stage.{stage.name}" not in tests] == []
    named = {name: (f'"--format", "{name}"', f"reporters.as_{name}") for name in formats()}
    assert [name for name, words in named.items() if not any(word in tests for word in words)] == []


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], []])
def test_starting_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys, json\n"
        f"sys.argv = ['thidua', *{arguments!r}]\n"
        "from thidua_cli.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print()\nprint(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    # typer itself loads pydantic as soon as a subcommand is met.
    allowed = {"pydantic"} if arguments[:1] == ["check"] else set()
    assert not loaded & HEAVY - allowed
    if arguments == ["--version"]:
        assert "typer" not in loaded


@pytest.mark.parametrize("room", ["checks", "quota", "campaign"])
def test_no_article_of_law_in_code(room: str) -> None:
    """Articles stand in the data of the law, with their days: code that names one would not change with the day."""
    article = re.compile(r"Điều \d|khoản \d|điểm [a-zđ]\b|(?<!\w)Đ\d|Article \d", re.IGNORECASE)
    for path in (PACKAGE / room).rglob("*.py"):
        assert not article.findall(path.read_text(encoding="utf-8")), path


def test_every_file_is_opened_with_its_encoding() -> None:
    """Reading text needs encoding= named (the warning of Python for it is an error here)."""
    code = "import thidua_cli.commands.explain as e; e.run(None, None)"
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_no_slow_table_access() -> None:
    """``table.cell(i, j)`` of python-docx rebuilds the grid each time: quadratic."""
    of_word = [text for path in FILES if "from docx" in (text := path.read_text(encoding="utf-8"))]
    assert not [text for text in of_word if ".cell(" in text]
