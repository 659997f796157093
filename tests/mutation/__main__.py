"""Does every rule of the judge have a test? `python -m tests.mutation [FILE ...]` breaks `likeness/scope` all over.

- A mutant is killed by the worked worlds, by thrown worlds against the plain judge (the first of the usual run), or by
  `tests/unit/scope`; each in a child of its own, with a time limit. One that none of these notices has survived.
- `equivalent.toml` lists those that change nothing anybody could see, with the reason; one that is killed is stale.
- Prints killed and survived, and each survivor with file and line. The exit is 1 for a survivor or a stale line.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.util
import io
import json
import os
import random
import signal
import sys
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from tests.differential import plain_judge
from tests.differential.worlds import make_world
from tests.mutation.mutants import Mutant, mutants_of

CHECKOUT = Path(__file__).resolve().parents[2]
SCOPE = CHECKOUT / "likeness" / "scope"
SECONDS, WORLDS, SEED = 60, 450, 2026
KILLED, SURVIVED = 10, 11
PYTEST = ["-x", "-q", "-n0", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
Cases = list[tuple[dict[str, Any], list[dict[str, Any]]]]


class Wrong(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module of the judge in a wrong version."""

    def __init__(self, module: str, mutant: Mutant) -> None:
        self._module, self._code = module, compile(mutant.tree, module, "exec")

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        return importlib.util.spec_from_loader(name, self) if name == self._module else None

    def exec_module(self, module: Any) -> None:
        exec(self._code, module.__dict__)


def cases() -> Cases:
    """Return the worked worlds, then thrown ones, each with what FORMAT says of it."""
    files = sorted((CHECKOUT / "tests" / "acceptance" / "worlds").glob("*.json"))
    worked = [json.loads(path.read_text("utf-8")) for path in files]
    dice = random.Random(SEED)
    thrown = [make_world(dice.choice) for _ in range(WORLDS)]
    return [(one["world"], one["expect"]) for one in worked] + [(world, plain_judge.judge(world)) for world in thrown]


def started(module: str, mutant: Mutant, known: Cases) -> int:
    """Try one mutant in a child and return its process id; what crashes it or takes too long is noticed, too."""
    wrong = Wrong(module, mutant)  # before the child: what is no code at all is a fault of ours, and kills nothing
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        code = KILLED
        try:
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                code = SURVIVED if _passes(wrong, known) else KILLED
        finally:
            os._exit(code)
    return child


def _passes(wrong: Wrong, known: Cases) -> bool:
    for name in [name for name in sys.modules if name.startswith(("likeness.scope", "likeness.licence", "tests."))]:
        del sys.modules[name]  # whatever knows the right version is read again, with the wrong one
    sys.meta_path.insert(0, wrong)
    from tests.differential.comparing import in_plain_words

    world_from = importlib.import_module("likeness.licence.world").world_from
    for world, expected in known:
        if [in_plain_words(finding) for finding in world_from(world).judge()] != expected:
            return False
    return pytest.main([*PYTEST, str(CHECKOUT / "tests" / "unit" / "scope")]) == 0


def tried(todo: list[tuple[Path, Mutant]], known: Cases) -> Iterator[tuple[Path, Mutant, bool]]:
    """Yield every mutant with whether it was killed, as the answers come in; a child for each processor."""
    waiting, running = list(reversed(todo)), dict[int, tuple[Path, Mutant]]()
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            path, mutant = waiting.pop()
            running[started(f"likeness.scope.{path.stem}", mutant, known)] = path, mutant
        child, status = os.wait()
        survived = os.WIFEXITED(status) and os.WEXITSTATUS(status) == SURVIVED
        yield *running.pop(child), not survived


def main(words: list[str]) -> int:
    """Try the files named, or all of the judge; returns the exit code."""
    files = [SCOPE / f"{word.removesuffix('.py')}.py" for word in words] or sorted(SCOPE.glob("[a-z]*.py"))
    known = cases()
    right = [(path, Mutant(0, "unchanged", ast.parse(path.read_text("utf-8")))) for path in files]
    if any(dead for _, _, dead in tried(right, known)):
        print("the tests fail without a mutant")
        return 1
    listed = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text("utf-8"))
    killed, equal, left, stale = 0, 0, 0, 0
    todo = [(path, mutant) for path in files for mutant in mutants_of(path.read_text("utf-8"))]
    for path, mutant, dead in tried(todo, known):
        is_listed = mutant.text in listed.get(path.stem, {})
        killed, equal = killed + dead, equal + (is_listed and not dead)
        left, stale = left + (not is_listed and not dead), stale + (is_listed and dead)
        if dead == is_listed:
            name = f"likeness/scope/{path.name}:{mutant.line}"
            print(f"{'stale' if dead else 'survived'}: {name} {mutant.text}", flush=True)
    print(f"{killed} killed, {left} survived, {equal} equivalent (listed with their reasons), {stale} stale")
    return 1 if left or stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
