"""The floors hold: import-linter is asked on every run, and each presenter is met without Qt."""

from __future__ import annotations

import subprocess
import sys

from tests.fakes.shared import CHECKOUT


def python(code: str) -> str:
    """Run code in a fresh Python, for what it imports must not be what this one has."""
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_imports_go_only_downwards():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


EVERY_MODULE = """
import importlib, pkgutil, sys
import {package}
for found in pkgutil.walk_packages({package}.__path__, "{package}."):
    if not found.name.endswith(("__main__", "reader_child")):
        importlib.import_module(found.name)
print(sorted(name for name in {unwanted} if name in sys.modules))
"""


def test_the_whole_core_never_loads_qt():
    assert python(EVERY_MODULE.format(package="likeness", unwanted=["PySide6", "shiboken6", "ui"])) == "[]"


def test_presenters_never_load_qt():
    presenters = sorted((CHECKOUT / "ui" / "screens").glob("*/presenter.py"))
    names = [f"ui.screens.{path.parent.name}.presenter" for path in presenters]
    code = f"import importlib, sys\nfor name in {names}: importlib.import_module(name)\nprint('PySide6' in sys.modules)"
    assert python(code) == "False"


def test_the_judge_loads_no_database_and_no_crypto():
    unwanted = ["peewee", "sqlite3", "sqlcipher3", "cryptography", "polars", "PySide6"]
    assert python(EVERY_MODULE.format(package="likeness.scope", unwanted=unwanted)) == "[]"


def test_verifying_loads_neither_registry_nor_window_nor_pdf():
    code = "import sys, likeness.verifier.verify\nprint(sorted(n for n in {names} if n in sys.modules))"
    names = ["peewee", "sqlcipher3", "sqlite3", "PySide6", "pyhanko", "typst", "polars", "PIL", "numpy"]
    assert python(code.format(names=names)) == "[]"


def test_help_loads_nothing_heavy():
    code = """
import sys
from likeness.cli.main import main
main(["--help"])
print(sorted(n for n in {names} if n in sys.modules))
"""
    names = ["peewee", "sqlcipher3", "PySide6", "pyhanko", "typst", "polars", "numpy", "cryptography", "babel", "rich"]
    assert python(code.format(names=names)).splitlines()[-1] == "[]"
