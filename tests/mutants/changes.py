"""One change at a time in the rules: a comparison, a number, ``and`` for ``or``, a finding left out."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
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
    """One change: the file, which of its changes, the lines that it stands on, and how it reads."""

    file: str
    number: int
    line: int
    last: int
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
        Mutant(file, number, *_lines(old), _shown(old), _shown(new)) for number, (old, new) in enumerate(changes(tree))
    ]


def _lines(node: ast.AST) -> tuple[int, int]:
    """Return the first and last line of a node; of the loop of a comprehension, those of what it goes through."""
    placed = node.iter if isinstance(node, ast.comprehension) else node
    assert isinstance(placed, ast.expr | ast.stmt)
    return placed.lineno, placed.end_lineno or placed.lineno


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
