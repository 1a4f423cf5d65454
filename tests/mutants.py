"""Do the tests notice when a rule is wrong? ``python -m tests.mutants [ROOM...] --sample N --seed S``.

Changes one thing at a time in a copy of the tree (a comparison, a number, ``and`` for ``or``, a finding left out), runs
the tests nearest to it, then wider ones, and prints the changes that none notices. mutmut keeps its mutants in one
process that has the modules loaded, so that rules cached at import stay right; cosmic-ray runs one command for all
files: both are too blunt here. Ends with 1 when fewer than 95 of 100 are noticed.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "thidua_cli"
# Where the tests of a room stand, the nearest first.
TESTS = {
    "law": [
        "tests/law",
        "tests/awards",
        "tests/nominations",
        "tests/checks",
        "tests/spellings",
        "tests/cli",
        "tests/docs",
    ],
    "campaign": [
        "tests/nominations",
        "tests/quota",
        "tests/awards",
        "tests/checks",
        "tests/lists",
        "tests/cli",
        "tests/papers",
    ],
    "quota": ["tests/quota", "tests/nominations", "tests/cli", "tests/docs"],
    "checks/nominations": ["tests/nominations", "tests/quota", "tests/cli", "tests/docs"],
    "checks/plan": ["tests/checks", "tests/cli", "tests/docs"],
}
ROOMS = ["quota", "campaign", "law", "checks/nominations"]
ENOUGH = 0.95
_AT_ONCE = 2
_COMPARE: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
}
_ARITHMETIC: dict[type[ast.operator], ast.operator] = {
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
    ast.Mult: ast.Add(),
    ast.FloorDiv: ast.Mult(),
    ast.BitAnd: ast.BitOr(),
    ast.BitOr: ast.BitAnd(),
}
_CALLS = {"min": "max", "max": "min", "floor": "ceil", "ceil": "floor", "any": "all", "all": "any"}
# Not the rules themselves: types, flags of dataclasses, what a class or a function is wrapped in.
_SKIPPED = {"annotation", "returns", "decorator_list", "type_params", "bases"}


@dataclass(frozen=True)
class Mutant:
    """One change: the file, which of its changes, and how it reads."""

    file: str
    number: int
    line: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.old} -> {self.new}"


Change = tuple[ast.AST, ast.AST]


def changes(node: ast.AST) -> Iterator[Change]:
    """Yield each node of a tree that can be changed, with what stands in its place; in the order of the file."""
    for replacement in (*_of_value(node), *_of_course(node)):
        yield node, replacement
    for name, value in ast.iter_fields(node):
        if name not in _SKIPPED:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from changes(child)


def _of_value(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what an expression can be taken for."""
    match node:
        case ast.Compare(left, [operator], comparators):
            yield ast.Compare(left, [_COMPARE[type(operator)]], comparators)
        case ast.Constant(int() as number) if not isinstance(number, bool):
            yield ast.Constant(number + 1)
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, operator, right) if type(operator) in _ARITHMETIC and not _texts(left, right):
            yield ast.BinOp(left, _ARITHMETIC[type(operator)], right)
        case ast.Call(ast.Name(name), arguments, keywords) if name in _CALLS:
            yield ast.Call(ast.Name(_CALLS[name], ast.Load()), arguments, keywords)


def _of_course(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the other course that a statement, or a condition, can take."""
    match node:
        case ast.If(test, body, rest) if _plain(test):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, rest)
        case ast.IfExp(test, body, rest) if _plain(test):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, rest)
        case ast.comprehension(target, source, [*tests], asynchronous) if tests and _plain(tests[0]):
            yield ast.comprehension(target, source, [ast.UnaryOp(ast.Not(), tests[0]), *tests[1:]], asynchronous)
        case ast.Expr(ast.Yield() | ast.YieldFrom()):
            yield ast.If(ast.Constant(False), [node], [])
        case ast.Continue() | ast.AugAssign():
            yield ast.Pass()
        case ast.Return(ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))


def _plain(test: ast.expr) -> bool:
    """Tell whether a test has no change of its own that turns it round."""
    return not isinstance(test, ast.Compare) and not (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not))


def _texts(*values: ast.expr) -> bool:
    """Tell whether texts or types are joined: another sign is an error, not a wrong rule."""
    return any(isinstance(v, ast.JoinedStr) or (isinstance(v, ast.Constant) and not _number(v)) for v in values)


def _number(value: ast.Constant) -> bool:
    return isinstance(value.value, int | float)


def mutants_of(file: str) -> list[Mutant]:
    """Return the changes that a file allows."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return [
        Mutant(file, number, getattr(old, "lineno", 0), _shown(old), _shown(new))
        for number, (old, new) in enumerate(changes(tree))
    ]


def _shown(node: ast.AST) -> str:
    text = ast.unparse(ast.fix_missing_locations(node)).partition("\n")[0]
    return text if len(text) <= 90 else f"{text[:87]}..."


def mutated(source: str, mutant: Mutant) -> str:
    """Return the source of the mutant's file with its change."""
    tree = ast.parse(source)
    old, new = list(changes(tree))[mutant.number]
    changed = _Swap(old, new).visit(tree)
    return ast.unparse(ast.fix_missing_locations(changed))


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else super().generic_visit(node)


def room_of(file: str) -> str:
    """Return the room of `TESTS` that a file stands in."""
    return max((room for room in TESTS if file.startswith(f"{PACKAGE}/{room}/")), key=len)


@cache
def tests_of(file: str) -> tuple[tuple[str, ...], ...]:
    """Return the tests that may notice a change, in rounds: those that import the file, the nearest, the rest."""
    module = file.removesuffix(".py").replace("/", ".")
    every = sorted(ROOT.glob("tests/**/test_*.py"))
    near = [str(path.relative_to(ROOT)) for path in every if module in path.read_text(encoding="utf-8")]
    nearest, *wider = TESTS[room_of(file)]
    return tuple(filter(None, (tuple(near), (nearest,), tuple(wider))))


def noticed(tree: Path, rounds: tuple[tuple[str, ...], ...], limit: float) -> bool:
    """Tell whether one of the tests fails in this copy of the tree; what does not end in time is noticed."""
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    for tests in rounds:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
        try:
            done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, timeout=limit, check=False)
        except subprocess.TimeoutExpired:
            return True
        if done.returncode:
            return True
    return False


def copy_of_tree(into: Path) -> Path:
    """Copy the files under version control as they are now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (ROOT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, into / name)
    return into


def run(mutants: list[Mutant], told: Callable[[str], None], until: float) -> tuple[int, int]:
    """Return how many mutants were tried ``until`` this time (`time.monotonic`), and how many no test noticed."""
    with tempfile.TemporaryDirectory() as folder:
        trees: Queue[Path] = Queue()
        for number in range(_AT_ONCE):
            trees.put(copy_of_tree(Path(folder, str(number))))
        limits: dict[str, float] = {}  # the wide tests cost the same for every file of a room
        for file in dict.fromkeys(mutant.file for mutant in mutants):
            if room_of(file) not in limits:
                began = time.monotonic()
                if noticed(trees.queue[0], tests_of(file), 1800):
                    raise SystemExit(f"the tests fail without any change: {tests_of(file)}")
                limits[room_of(file)] = 60 + 4 * (time.monotonic() - began)

        def survives(mutant: Mutant) -> bool | None:
            if time.monotonic() > until:
                return None
            tree = trees.get()
            file = tree / mutant.file
            right = file.read_text(encoding="utf-8")
            try:
                file.write_text(mutated(right, mutant), encoding="utf-8")
                return not noticed(tree, tests_of(mutant.file), limits[room_of(mutant.file)])
            finally:
                file.write_text(right, encoding="utf-8")
                trees.put(tree)

        tried = survivors = 0
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for mutant, survived in zip(mutants, pool.map(survives, mutants), strict=True):
                tried += survived is not None
                if survived:
                    survivors += 1
                    told(f"{mutant}  ({tried} tried)")
        return tried, survivors


def main() -> None:
    """Sample, run, report."""
    parser = argparse.ArgumentParser(description="Changes in the rules that the tests do not notice.")
    parser.add_argument("rooms", nargs="*", help="rooms, or files of them; default: " + ", ".join(ROOMS))
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=600.0, help="try no more after this time")
    wanted = parser.parse_args()
    every: list[Mutant] = []
    for room in wanted.rooms or ROOMS:
        path = ROOT / PACKAGE / room
        files = [path] if path.is_file() else sorted(path.rglob("*.py"))
        every += [mutant for file in files for mutant in mutants_of(str(file.relative_to(ROOT)))]
    sample = random.Random(wanted.seed).sample(every, min(wanted.sample, len(every)))
    until = time.monotonic() + 60 * wanted.minutes
    tried, survivors = run(sample, lambda line: print(line, flush=True), until)  # noqa: T201
    killed = tried - survivors
    print(f"{killed} of {tried} noticed ({killed / max(tried, 1):.1%}); {len(every)} in all")  # noqa: T201
    sys.exit(killed < ENOUGH * tried)


if __name__ == "__main__":
    main()
