"""Where the shared folder of samples and vectors lies: LIKENESS_SHARED, or ../shared beside the checkout."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LIKENESS_SHARED", CHECKOUT.parent / "shared"))


def shared_path(*parts: str | Path) -> Path:
    """Return a path in the shared folder, or skip the test that asks, saying so."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"shared folder absent: {'/'.join(map(str, parts))} (set LIKENESS_SHARED)")
    return path


def shared_files(pattern: str) -> list[Path]:
    """Return files for parametrising; one that does not exist stands in, so that the skip is seen."""
    found = sorted(SHARED.glob(pattern))
    return found or [SHARED / pattern.replace("*", "absent")]
