"""The ratchet: rooms stay small, names come from the trade, `__init__.py` files stay empty."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.fakes.shared import CHECKOUT

MOST_LINES, MOST_IN_A_FUNCTION, MOST_METHODS = 300, 40, 25
FLOORS = ("likeness", "ui", "seeds", "packaging")
SOURCES = [path for floor in FLOORS for path in sorted((CHECKOUT / floor).rglob("*.py"))] + [CHECKOUT / "run.py"]
NAMELESS = {"utils", "util", "helpers", "helper", "manager", "service", "services", "base", "common", "misc"}


def name_of(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


def lines_of(node: ast.stmt) -> int:
    """Lines of a statement; one table (a dict, or a call that only names its parts) counts as a line."""
    value = getattr(node, "value", None)
    is_table = isinstance(value, ast.Dict) or (isinstance(value, ast.Call) and len(value.keywords) >= 10)
    return 1 if is_table else (node.end_lineno or node.lineno) - node.lineno + 1


def own_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring: a rule told at length is no long function."""
    first = node.body[0]
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    head = node.body[0].lineno - node.lineno
    return head + sum(lines_of(statement) for statement in node.body[told:])


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_room_is_small(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    if path.name == "__init__.py":
        assert not text.strip()
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: own_lines(node) for node in functions if own_lines(node) > MOST_IN_A_FUNCTION}
    assert not long
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            assert sum(isinstance(child, ast.FunctionDef) for child in node.body) <= MOST_METHODS, node.name


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_room_has_a_name(path):
    assert not NAMELESS & {part.removesuffix(".py") for part in path.relative_to(CHECKOUT).parts}


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_room_opens_with_its_promise(path):
    if path.name != "__init__.py":
        assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
