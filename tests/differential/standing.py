"""What stands in a registry after a history, as the plain bookkeeper reads it: papers, events, uses, what was said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from likeness.registry.flags import MISTAKEN
from likeness.registry.licence_row import LicenceRow
from likeness.registry.uses import UseRow
from likeness.scope.use import use_to
from likeness.values.money import Money
from tests.differential.histories import VOICES
from tests.differential.telling import Telling

_VOICES: list[dict[str, Any]] = [
    {"id": name, "performer": "liora", "kind": "voice-model", "derived_from": [], "delete_by": None} for name in VOICES
]


def world_of(telling: Telling) -> dict[str, Any]:
    """Return a world for `plain_books`: facts alone, nothing that the house computes."""
    registry, now = telling.office.registry, telling.clock.now()
    return {
        "now": now.isoformat(),
        "licences": [_paper(telling, row) for row in registry.licences.all(now)],
        "events": telling.events,
        "likenesses": _VOICES,
        "uses": [_use(telling, row) for row in registry.uses.walk()],
        "said": {
            key: {"waived": one.waived, "came": _sum(one.money), "owed": _sum(one.owed)}
            for key, one in registry.dues.all().items()
        },
    }


def _paper(telling: Telling, row: LicenceRow) -> dict[str, Any]:
    at = {"in_force_at": row.signed_at, "ended_at": row.withdrawn_at, "replaced_at": row.replaced_at}
    stated = {"number": row.number, "terms": telling.papers[row.number], "replaces": row.replaces}
    instants = {key: one.isoformat() if one else None for key, one in at.items()}
    return {"signed": True, "accepted": True, **stated, **instants}


def _use(telling: Telling, row: UseRow) -> dict[str, Any]:
    steps = telling.office.registry.flags.steps(row.row)
    known = {"name": _name(telling, row), "moved": list(_moved(telling, row.use.id))}
    return {**use_to(row.use), **known, "mistaken": bool(steps) and steps[-1].state == MISTAKEN}


def _name(telling: Telling, row: UseRow) -> str:
    """Return the id of what was logged; of a row or its correction the line, and its period's first report."""
    line, _, behind = row.use.id.partition("@")
    number = row.report or (int(behind.split("-")[0]) if behind else None)
    if number is None:
        return line
    same = [one for one, period in telling.sources.items() if period == telling.sources[number]]
    return f"{line}@{min(same)}"


def _moved(telling: Telling, name: str) -> Iterator[str]:
    """Yield the moments of the versions that a correction corrects, the newest first."""
    uses = telling.office.registry.uses
    before = uses.corrections()
    while (name := before.get(name, "")) and (row := uses.get(name)) is not None:
        if row.use.at is not None:
            yield use_to(row.use)["at"]


def _sum(money: Money | None) -> tuple[str, int] | None:
    return None if money is None else (money.currency, money.minor)
