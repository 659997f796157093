"""Offices for tests: real registries in a folder, with quick locks, a clock that stands still and repeatable chance."""

from __future__ import annotations

from pathlib import Path

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.office import Office
from likeness.seal.vault_lock import Cost
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.seeded_chance import SeededChance

PASSPHRASE = "a passphrase for tests"
QUICK = Cost(memory_kib=64, passes=1, lanes=1)


def an_office(folder: Path, name: str = "Liora Vantreight", role: str = "performer", clock: FixedClock | None = None):
    """Make a registry of that name; the performer's holds her voice model."""
    office = Office.create(
        folder / f"{name.split(maxsplit=1)[0].lower()}.registry",
        name=name,
        role=role,
        passphrase=PASSPHRASE,
        clock=clock or FixedClock(),
        chance=SeededChance(name),
        cost=QUICK,
    )
    if role == "performer":
        office.do(record_double, NewDouble("liora-voice-2025", "voice-model", "Speaking voice", performer="liora"))
    return office
