"""The twin judges the worked cases as the judge does: verdict, terms, licences, and each licence's own terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from likeness.licence.world import world_from
from tests.fakes.twin import judge_by_twin

WORLDS = sorted((Path(__file__).parents[1] / "acceptance" / "worlds").glob("*.json"))


@pytest.mark.parametrize("path", WORLDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("cuts", [(), (1,)], ids=["whole", "parted"])
def test_world(path: Path, cuts: tuple[int, ...]) -> None:
    world = world_from(json.loads(path.read_text(encoding="utf-8"))["world"])
    found = judge_by_twin(world.grants, world.events, world.doubles, world.uses, cuts)
    assert found == world.judge()
