"""The names in the tags of a Word template, held against the shape of a paper: also where a branch is not taken."""

from collections.abc import Mapping
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.environment import Environment

from thidua_cli.papers.office_word.office_blocks import Plain
from thidua_cli.papers.office_word.office_faults import BLOCK, NAME, Fault, at_tag
from thidua_cli.papers.office_word.office_guards import Hopes, names_in, proved
from thidua_cli.papers.office_word.office_shapes import FLAG, NUMBER, OPEN, TEXT, Kind, Shape, names_of
from thidua_cli.papers.template_faults import syntax_words
from thidua_cli.vietnamese.text import nearest

_LOOP = Shape(
    Kind.RECORD,
    {
        **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), NUMBER),
        **dict.fromkeys(("first", "last"), FLAG),
        **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), OPEN),
    },
)
_SAME = {"list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"}
_ONE = {"first", "last", "min", "max"}
_BY_NAME = {"selectattr", "rejectattr", "groupby"}
_NUMBERS = {"length", "count", "int", "float", "round", "abs", "sum"}
_OF_KIND: dict[Kind, type] = {Kind.TEXT: str, Kind.NUMBER: int, Kind.LIST: list}
_NO_LIST = "không phải danh sách, không lặp bằng for được"


class Names:
    """Walks the tags of one part; ``faults`` are what it finds on the way, ``hopes`` what may be nothing there."""

    def __init__(self, plain: Plain, whole: Shape, environment: Environment) -> None:
        self.plain, self.whole, self.environment = plain, whole, environment
        self.faults: list[Fault] = []
        self.hopes = Hopes(plain.tags)

    def check(self) -> list[Fault]:
        """Return the faults of all names, filters and tests."""
        try:
            tree = self.environment.parse(self.plain.source)
        except TemplateSyntaxError as error:
            self._tell(error.lineno, BLOCK, syntax_words(error.message or ""))
            return self.faults
        self._body(tree.body, dict(self.whole.fields))
        return self.faults

    def _tell(self, line: int, code: str, message: str, hint: str = "") -> None:
        tag = self.plain.tags[min(line, len(self.plain.tags)) - 1]
        self.faults.append(at_tag(tag, code, message, hint))

    # Statements

    def _body(self, body: list[nodes.Node], scope: dict[str, Shape]) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        if isinstance(node, nodes.Output):
            for one in node.nodes:
                self._printed(one, scope)
        elif isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.If):
            self.of(node.test, scope)
            with self.hopes.within(proved(node.test)):
                self._body(node.body, scope)
            with self.hopes.within(proved(node.test, holds=False)):
                self._body([*node.elif_, *node.else_], scope)
        elif isinstance(node, nodes.Assign):
            self._bind(node.target, self.of(node.node, scope), scope)
        elif isinstance(node, nodes.AssignBlock):
            self._body(node.body, dict(scope))
            self._bind(node.target, TEXT, scope)
        elif isinstance(node, nodes.With):
            inner = dict(scope)
            for target, value in zip(node.targets, node.values, strict=True):
                self._bind(target, self.of(value, scope), inner)
            self._body(node.body, inner)

    def _loop(self, node: nodes.For, scope: dict[str, Shape]) -> None:
        over = self.of(node.iter, scope)
        if over.kind in (Kind.TEXT, Kind.NUMBER, Kind.FLAG, Kind.RECORD):
            self._tell(node.lineno, NAME, f"“{_written(node.iter)}” là {over.kind.value}, {_NO_LIST}")
        self.hopes.looped(node, scope)
        inner = {**scope, "loop": _LOOP}
        item = over.item if over.kind is Kind.LIST and over.item else OPEN
        self._bind(node.target, item, inner)
        if node.test:
            self.of(node.test, inner)
        with self.hopes.within(proved(node.test) if node.test else frozenset(), without=names_in(node.target)):
            self._body(node.body, inner)
        self._body(node.else_, dict(scope))

    def _bind(self, target: nodes.Node, value: Shape, scope: dict[str, Shape]) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = value
        elif isinstance(target, nodes.Tuple):
            for number, one in enumerate(target.items):
                self._bind(one, value.fields.get(str(number), OPEN), scope)

    def _printed(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        shape = self.of(node, scope)
        self.hopes.printed(node, scope)
        if shape.kind is Kind.FLAG:
            hint = f"dùng trong điều kiện: {{% if {_written(node)} %}} … {{% endif %}}"
            self._tell(node.lineno, NAME, f"“{_written(node)}” chỉ là đúng hoặc sai, không in được", hint)
        elif shape.kind is Kind.LIST:
            hint = f"lặp: {{% for x in {_written(node)} %}} … {{% endfor %}}, hoặc nối: | join(', ')"
            self._tell(node.lineno, NAME, f"“{_written(node)}” là danh sách, không in thẳng được", hint)
        elif shape.kind is Kind.RECORD:
            self._tell(node.lineno, NAME, f"“{_written(node)}” là nhóm, phải nói rõ phần nào", _fields(shape))

    # Expressions

    def of(self, node: nodes.Node, scope: Mapping[str, Shape]) -> Shape:
        """Return the shape of an expression; what is wrong within is told."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._part(node, self.of(node.node, scope), node.attr)
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Getattr):
            return self._method(node, node.node, scope)
        if isinstance(node, nodes.Test) and node.name not in self.environment.tests:
            self._no_such(node.lineno, "phép thử", node.name, self.environment.tests)
        for child in node.iter_child_nodes():
            self.of(child, scope)
        return _literal(node)

    def _name(self, node: nodes.Name, scope: Mapping[str, Shape]) -> Shape:
        if node.name in scope:
            return scope[node.name]
        inside = next((name for name, _ in names_of(self.whole) if name.endswith(f"[].{node.name}")), None)
        near = nearest(node.name, scope)
        hint = f"có phải “{near}”? {_fields(self.whole)}" if near else _fields(self.whole)
        if inside:
            above = inside.rpartition(".")[0]
            hint = f"tên này thuộc danh sách {above}: lặp {{% for x in … %}} rồi viết {{{{ x.{node.name} }}}}"
        self._tell(node.lineno, NAME, f"không có tên “{node.name}”", hint)
        return OPEN

    def _part(self, node: nodes.Expr, above: Shape, name: str) -> Shape:
        if above.kind is Kind.OPEN:
            return above.item or OPEN
        if name in above.fields:
            return above.fields[name]
        whole = _written(node)
        if above.kind is Kind.RECORD:
            near = nearest(name, above.fields)
            hint = f"có phải “{near}”? {_fields(above)}" if near else _fields(above)
            self._tell(node.lineno, NAME, f"không có tên “{whole}”", hint)
        elif above.kind is Kind.LIST:
            of = whole.rpartition(".")[0]
            hint = f"lặp: {{% for x in {of} %}} … {{{{ x.{name} }}}} … {{% endfor %}}"
            self._tell(node.lineno, NAME, f"“{of}” là danh sách, không có “{name}”", hint)
        else:
            self._tell(node.lineno, NAME, f"“{whole.rpartition('.')[0]}” là {above.kind.value}, không có “{name}”")
        return OPEN

    def _item(self, node: nodes.Getitem, scope: Mapping[str, Shape]) -> Shape:
        above, key = self.of(node.node, scope), node.arg
        if not isinstance(key, nodes.Const):
            self.of(key, scope)
            return above if isinstance(key, nodes.Slice) else OPEN
        if above.kind is Kind.LIST and isinstance(key.value, int):
            return above.item or OPEN
        if above.kind is Kind.TEXT and isinstance(key.value, int):
            return TEXT
        return self._part(node, above, str(key.value))

    def _filter(self, node: nodes.Filter, scope: Mapping[str, Shape]) -> Shape:
        if node.name not in self.environment.filters:
            self._no_such(node.lineno, "bộ lọc", node.name, self.environment.filters)
        value = OPEN if node.node is None else self.of(node.node, scope)
        for one in [*node.args, *node.kwargs]:
            self.of(one, scope)
        self._attribute(node, value)
        if node.name in _SAME:
            return value
        if node.name in _ONE:
            return value.item or OPEN
        if node.name in ("d", "default"):
            return value
        return NUMBER if node.name in _NUMBERS else OPEN

    def _attribute(self, node: nodes.Filter, value: Shape) -> None:
        """Look for the name that a filter takes as a text: ``map(attribute='name')``, ``selectattr('name')``."""
        given = [one.value for one in node.kwargs if one.key == "attribute"]
        if node.name in _BY_NAME and not given:
            given = node.args[:1]
        shape = value.item or OPEN
        for one in given:
            if isinstance(one, nodes.Const) and isinstance(one.value, str):
                path: nodes.Expr = nodes.Name(_written(node), "load", lineno=node.lineno)
                for step in one.value.split("."):
                    path = nodes.Getattr(path, step, "load", lineno=node.lineno)
                    shape = self._part(path, shape, step)

    def _method(self, node: nodes.Call, function: nodes.Getattr, scope: Mapping[str, Shape]) -> Shape:
        above = self.of(function.node, scope)
        if not hasattr(_OF_KIND.get(above.kind, object), function.attr):
            self._part(function, above, function.attr)
        for one in [*node.args, *node.kwargs]:
            self.of(one, scope)
        return OPEN

    def _no_such(self, line: int, kind: str, name: str, known: Mapping[str, Any]) -> None:
        near = nearest(name, known)
        self._tell(line, NAME, f"không có {kind} “{name}”", f"có phải “{near}”?" if near else "")


def _literal(node: nodes.Node) -> Shape:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return TEXT
    return OPEN


def _fields(shape: Shape) -> str:
    return f"dùng được: {', '.join(shape.fields)}" if shape.fields else ""


def _written(node: nodes.Node) -> str:
    """Return an expression as people type it, as far as it is a name."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _written(node.node)
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{_written(node.node)}[{node.arg.value!r}]"
    return "…"
