"""Every small wrong version of a file: one comparison, word, number, state, row, order or step changed at a time.

A mutant is told as `where: before -> after`, where `where` is the function it stands in; the text of a mutant does not
move when lines do, so that a list of equivalent ones stays true.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OTHER_SIGN: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.LShift: ast.RShift,
}  # fmt: skip
STATES = ("KEPT", "BROKEN", "MISSING")
Path = tuple[tuple[str, int | None], ...]  # from the module down: the field, and the place in it where it is a list
UNREAD = {"annotation", "returns", "decorator_list", "type_params", "type_comment"}  # fields that decide nothing


@dataclass(frozen=True)
class Mutant:
    """One wrong version: the line it is on, its text, and the code to run."""

    line: int
    text: str
    tree: ast.Module


def mutants_of(source: str) -> Iterator[Mutant]:
    """Yield every wrong version of a file."""
    tree = ast.parse(source)
    for path, node, where in _places(tree, (), ""):
        for wrong in _wrong(node):
            text = f"{where or 'module'}: {_short(node)} -> {_short(wrong)}"
            yield Mutant(getattr(node, "lineno", 0), text, _replaced(tree, path, wrong))


def _places(node: ast.AST, path: Path, where: str) -> Iterator[tuple[Path, ast.AST, str]]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        where = f"{where}.{node.name}".lstrip(".")
    if path and not isinstance(node, ast.Import | ast.ImportFrom):
        yield path, node, where
    for field, value in ast.iter_fields(node):
        if field in UNREAD or (field == "value" and isinstance(node, ast.Expr) and isinstance(value, ast.Constant)):
            continue
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for place, child in children:
            if isinstance(child, ast.AST):
                yield from _places(child, (*path, (field, place)), where)


def _replaced(tree: ast.Module, path: Path, wrong: ast.AST) -> ast.Module:
    changed = copy.deepcopy(tree)
    parent: ast.AST = changed
    for field, place in path[:-1]:
        value = getattr(parent, field)
        parent = value if place is None else value[place]
    field, place = path[-1]
    if place is None:
        setattr(parent, field, wrong)
    else:
        getattr(parent, field)[place] = wrong
    return ast.fix_missing_locations(changed)


def _wrong(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPPOSITE:
        yield _with(node, ops=[OPPOSITE[type(node.ops[0])](), *node.ops[1:]])
    elif isinstance(node, ast.BoolOp):
        yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        yield from node.values if len(node.values) == 2 else _one_gone(node, "values")
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in OTHER_SIGN:
        yield _with(node, op=OTHER_SIGN[type(node.op)]())
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.Name) and node.id in STATES and isinstance(node.ctx, ast.Load):
        yield from (_with(node, id=state) for state in STATES if state != node.id)
    elif isinstance(node, ast.IfExp):
        yield _with(node, body=node.orelse, orelse=node.body)
    elif isinstance(node, ast.If | ast.While):
        yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
    else:
        yield from _rows_and_steps(node)


def _constants(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield _with(node, value=not node.value)
    elif isinstance(node.value, int):
        yield _with(node, value=node.value + 1)
    elif isinstance(node.value, str):
        yield _with(node, value=f"{node.value}~")


def _rows_and_steps(node: ast.AST) -> Iterator[ast.AST]:
    """Yield versions with one row of a table, one operand, the key of an order, or one step gone."""
    if isinstance(node, ast.Dict):
        for place in range(len(node.keys)):
            rows = [pair for n, pair in enumerate(zip(node.keys, node.values, strict=True)) if n != place]
            yield _with(node, keys=[key for key, _ in rows], values=[value for _, value in rows])
    elif isinstance(node, ast.Tuple | ast.List | ast.Set) and not isinstance(getattr(node, "ctx", None), ast.Store):
        yield from _one_gone(node, "elts")
    elif isinstance(node, ast.Call) and any(word.arg == "key" for word in node.keywords):
        yield _with(node, keywords=[word for word in node.keywords if word.arg != "key"])
    elif (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("any", "all", "min", "max")
    ):
        other = {"any": "all", "all": "any", "min": "max", "max": "min"}[node.func.id]
        yield _with(node, func=ast.Name(other, ast.Load()))
    elif isinstance(node, ast.AugAssign) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield ast.copy_location(ast.Pass(), node)


def _one_gone(node: ast.AST, field: str) -> Iterator[ast.AST]:
    items = getattr(node, field)
    for place in range(len(items) if len(items) > 1 else 0):
        yield _with(node, **{field: [item for n, item in enumerate(items) if n != place]})


def _with(node: ast.AST, **changes: object) -> ast.AST:
    changed = copy.copy(node)
    for field, value in changes.items():
        setattr(changed, field, value)
    return changed


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 160 else f"{text[:120]} ... {text[-36:]}"
