"""The 53 worked cases of FORMAT sections 1 to 5, written by hand from that page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from likeness.licence.world import world_from

WORLDS = sorted((Path(__file__).parent / "worlds").glob("*.json"))


def test_all_worlds_are_here() -> None:
    assert len(WORLDS) == 53


@pytest.mark.parametrize("path", WORLDS, ids=lambda path: path.stem)
def test_world(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    found = [
        {
            "use": finding.use,
            "verdict": finding.verdict.value,
            "broken": list(finding.broken),
            "missing": list(finding.missing),
            "licences": list(finding.licences),
        }
        for finding in world_from(case["world"]).judge()
    ]
    assert found == case["expect"]
