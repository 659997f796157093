"""One world before both judges: what they say of it, and how many pairs of a use and a licence that was."""

from __future__ import annotations

from typing import Any

from likeness.licence.world import world_from
from likeness.scope.judge import Finding
from tests.differential import plain_judge
from tests.fakes.twin import judge_by_twin


def in_plain_words(finding: Finding) -> dict[str, Any]:
    """A finding of the house in the words of the plain judge."""
    return {
        "use": finding.use,
        "verdict": finding.verdict.value,
        "broken": list(finding.broken),
        "missing": list(finding.missing),
        "licences": list(finding.licences),
    }


def both(world: dict[str, Any]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what the judge of the house and the plain judge say of a world, use by use."""
    return [in_plain_words(finding) for finding in world_from(world).judge()], plain_judge.judge(world)


def twin_differs(document: dict[str, Any], cut: int) -> list[tuple[Finding, Finding]]:
    """Return (the twin's, the judge's) where they differ: the report cut in two, all licences settled and not."""
    world = world_from(document)
    judged = world.judge()
    found = [
        judge_by_twin(world.grants, world.events, world.doubles, world.uses, [cut], all_settled=settled)
        for settled in (False, True)
    ]
    both = [pair for twin in found for pair in zip(twin, judged, strict=True)]
    return [(one, other) for one, other in both if one != other]


def pairs(world: dict[str, Any]) -> int:
    """How many pairs of a use and a licence a world holds."""
    return len(world["uses"]) * len(world["licences"])
