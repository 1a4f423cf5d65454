"""What a condition of a Word template proves to be there: within ``{% if annex %}`` nobody need ask for it again."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from jinja2 import TemplateSyntaxError, nodes
from jinja2.environment import Environment

from thidua_cli.findings.diagnostic import Severity
from thidua_cli.papers.office_word.office_faults import BLANK, Fault, at_tag, guard
from thidua_cli.papers.office_word.office_passages import Tag
from thidua_cli.papers.office_word.office_shapes import OPEN, Kind, Shape

_PROVES = ("gt", "ne", "eq")
_COUNTS = ("length", "count")
_DEFAULTS = ("d", "default")
_Chain = tuple[nodes.Node, frozenset[str]]


def name_of(node: nodes.Node) -> str:
    """Return an expression as people type it, where it is a name or a part of one; else nothing."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        above = name_of(node.node)
        return f"{above}.{node.attr}" if above else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        above = name_of(node.node)
        return f"{above}[{node.arg.value!r}]" if above else ""
    return ""


def proved(test: nodes.Node, holds: bool = True) -> frozenset[str]:
    """Return the names that are surely there where a condition holds, or where it does not."""
    if isinstance(test, nodes.Not):
        return proved(test.node, not holds)
    if isinstance(test, nodes.And | nodes.Or):
        if isinstance(test, nodes.And) == holds:
            return proved(test.left, holds) | proved(test.right, holds)
        return proved(test.left, holds) & proved(test.right, holds)
    if isinstance(test, nodes.Test) and test.name == "none":
        return frozenset() if holds else with_above(test.node)
    if isinstance(test, nodes.Compare):
        return _compared(test, holds)
    if isinstance(test, nodes.Filter) and test.name in _COUNTS and test.node is not None:
        return proved(test.node, holds)
    return with_above(test) if holds else frozenset()


def with_above(node: nodes.Node | None) -> frozenset[str]:
    """Return a name and those that it stands under: who has ``annex.title`` has ``annex``."""
    return frozenset(map(name_of, _upward(node)))


def _compared(test: nodes.Compare, holds: bool) -> frozenset[str]:
    """Return what a comparison proves: ``x != ''``, ``x | length > 0``, ``x == 'a'``."""
    sign, other = test.ops[0].op, test.ops[0].expr
    if len(test.ops) > 1 or sign not in _PROVES or not isinstance(other, nodes.Const):
        return frozenset()
    if sign == "gt" or bool(other.value) == (sign == "eq"):
        return proved(test.expr) if holds else frozenset()
    return frozenset() if holds else proved(test.expr)


class Hopes:
    """Collects where the tags of a part use what may be nothing, with no condition that asks for it.

    What is then no value at all refuses the paper: a warning. A text without letters is only a blank: a note.
    """

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = tags
        self._there: frozenset[str] = frozenset()
        self.found: list[Fault] = []

    @contextmanager
    def within(self, names: frozenset[str], without: Sequence[str] = ()) -> Iterator[None]:
        """Walk what stands where ``names`` are surely there, and where those ``without`` are new ones."""
        before = self._there
        self._there = frozenset(one for one in before if one.split(".")[0] not in without) | names
        yield
        self._there = before

    def printed(self, node: nodes.Node, scope: Mapping[str, Shape]) -> None:
        """Look at an expression that is printed."""
        for chain, there in _asked(node, self._there):
            self._look(chain, scope, there, blanks=True)

    def looped(self, node: nodes.For, scope: Mapping[str, Shape]) -> None:
        """Look at what a loop goes over: a list of no entries prints nothing, and rightly so."""
        for chain, there in _asked(node.iter, self._there):
            self._look(chain, scope, there, blanks=False)

    def _look(self, chain: nodes.Node, scope: Mapping[str, Shape], there: frozenset[str], blanks: bool) -> None:
        for node in reversed(list(_upward(chain))):
            name, shape = name_of(node), _shape_at(node, scope)
            if name in there or not (shape.maybe or (blanks and shape.blank)):
                continue
            tag = self._tags[min(chain.lineno, len(self._tags)) - 1]
            severity = Severity.WARNING if shape.maybe else Severity.NOTE
            then = "có khi không có, khi ấy giấy tờ không in được" if shape.maybe else "có khi trống"
            asked = f"{name} is not none" if shape.kind is Kind.NUMBER else name
            self.found.append(at_tag(tag, BLANK, f"“{name}” {then}", guard(tag, asked), severity))
            return


def names_in(target: nodes.Node) -> list[str]:
    """Return the names that a loop gives anew."""
    if isinstance(target, nodes.Name):
        return [target.name]
    return [one.name for one in target.find_all(nodes.Name)]


def guarded(inside: str) -> str:
    """Return the name that the content of a tag needs first: that which a condition around it must ask for."""
    try:
        body = Environment().parse(f"{{{{ {inside.removeprefix('for ').partition(' in ')[2] or inside} }}}}").body
    except TemplateSyntaxError:
        return inside
    needed = [name_of(node) for output in body for node, _ in _asked(output, frozenset())]
    return next(iter(needed), inside)


def _upward(node: nodes.Node | None) -> Iterator[nodes.Node]:
    while node is not None and name_of(node):
        yield node
        node = getattr(node, "node", None)


def _shape_at(node: nodes.Node, scope: Mapping[str, Shape]) -> Shape:
    """Return the shape of a name; what nobody knows is open."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, OPEN)
    if isinstance(node, nodes.Getattr):
        return _shape_at(node.node, scope).fields.get(node.attr, OPEN)
    assert isinstance(node, nodes.Getitem)
    above = _shape_at(node.node, scope)
    if above.kind is Kind.LIST:
        return above.item or OPEN
    return above.fields.get(str(getattr(node.arg, "value", "")), OPEN)


def _asked(node: nodes.Node, there: frozenset[str]) -> Iterator[_Chain]:
    """Yield the names that an expression needs, each with what is surely there where it stands."""
    if name_of(node):
        yield node, there
    elif isinstance(node, nodes.CondExpr):
        yield from _asked(node.expr1, there | proved(node.test))
        if node.expr2 is not None:
            yield from _asked(node.expr2, there | proved(node.test, holds=False))
    elif isinstance(node, nodes.Or):
        yield from _asked(node.right, there)
    elif isinstance(node, nodes.And):
        yield from _asked(node.right, there | proved(node.left))
    elif not isinstance(node, nodes.Not | nodes.Test | nodes.Compare):
        given = isinstance(node, nodes.Filter) and node.name in (*_DEFAULTS, *_COUNTS)
        for child in node.iter_child_nodes(exclude=("node",) if given else None):
            yield from _asked(child, there)
