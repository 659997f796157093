"""The one list of public cases that we refuse on purpose."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

REFUSED = tomllib.loads((Path(__file__).parent / "refused.toml").read_text("utf-8"))


@pytest.fixture
def refused():
    return REFUSED
