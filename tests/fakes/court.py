"""The verifier for a court, loaded as the lone file that it is."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from tests.fakes.shared import CHECKOUT

COURT = CHECKOUT / "packaging" / "court_verifier.py"


def load_court() -> Any:
    """Return the module; `packaging` is also the name of somebody else's library, so it is loaded by its path."""
    spec = spec_from_file_location("court_verifier", COURT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


court = load_court()


def court_says(licence: bytes, proof: bytes | None = None, card: bytes | None = None, log_key: str | None = None):
    """Return the exit code and the lines of a check."""
    lines: list[str] = []
    code = court.check({"licence": licence, "proof": proof, "card": card}, log_key, lines.append)
    return code, lines
