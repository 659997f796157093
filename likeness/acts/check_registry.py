"""Checking a registry: pages, leaves, signatures; columns against what was signed, letters against the log.

It changes nothing. How far it is, is told in things looked at; a large registry takes a minute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from likeness.acts.desk import Desk
from likeness.acts.letters.letter_leaf import letters_unlike_log
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import Tampered, Unreadable
from likeness.licence.bundle import read_bundle
from likeness.licence.grants import grant_of
from likeness.licence.statements import open_any
from likeness.seal.log import leaf_hash

T = TypeVar("T")
_AT_ONCE = 100


@dataclass(frozen=True)
class Fault:
    """Something that is not as it was recorded: what, and where."""

    what: str
    key: str


def check_registry(desk: Desk, progress: Progress | None = None, cancelled: Cancelled | None = None) -> list[Fault]:
    """Return every fault; an empty list is a sound registry. Raises Refused ("cancelled")."""
    registry, steps = desk.registry, Steps(progress, cancelled)
    leaves, licences = registry.journal.size(), sum(registry.licences.counts(desk.now()).values())
    steps.expect(2 * leaves + 2 * licences)  # each leaf, at most as many statements, each licence and its masks
    faults = [] if registry.engine_says_sound(cancelled) else [Fault("page", registry.path.name)]
    positions = []
    for leaf in _stepping(registry.journal.leaves(), steps):
        positions.append(leaf.position)
        if leaf.entry is None or leaf_hash(leaf.entry) != leaf.hash:
            faults.append(Fault("leaf", str(leaf.position)))
    if positions != list(range(len(positions))):
        faults.append(Fault("leaf-missing", str(len(positions))))
    for kind, data in _stepping(registry.statements.all(), steps):
        try:
            open_any(data)
        except (Tampered, Unreadable):
            faults.append(Fault("statement", kind))
    words = registry.key_words.all()
    faults += [Fault("key-word", str(w.position)) for w in words if registry.key_words.place_of(w.digest) != w.position]
    faults += [Fault("letter", key) for key in letters_unlike_log(desk)]
    faults += [*_licences(desk, steps), *_masks(desk, steps)]
    steps.end()
    return faults


def _stepping(things: Iterable[T], steps: Steps) -> Iterator[T]:
    """Yield things and tell now and then how many were looked at."""
    steps.take(0)
    for number, thing in enumerate(things, 1):
        if number % _AT_ONCE == 0:
            steps.take(_AT_ONCE)
        yield thing


def _licences(desk: Desk, steps: Steps) -> list[Fault]:
    faults = []
    for row in _stepping(desk.registry.licences.all(desk.now()), steps):
        if row.digest is None:
            continue
        data = desk.registry.statements.get(row.digest)
        if data is None:
            faults.append(Fault("licence", row.number))
            continue
        try:
            licence = read_bundle(data).licence.says
        except (Tampered, Unreadable):
            faults.append(Fault("licence", row.number))
            continue
        if licence.terms != row.terms or (row.signed_at or licence.issued_at) != licence.issued_at:
            faults.append(Fault("licence", row.number))
        accepted = desk.registry.statements.about(row.digest, "acceptance")
        if row.accepted != bool(accepted):
            faults.append(Fault("acceptance", row.number))
        faults += [Fault("column", row.number)] if desk.registry.licences.differs(row.row) else []
    return faults


def _masks(desk: Desk, steps: Steps) -> list[Fault]:
    """Make every mask again from terms and events, and compare; and the packed ones with the single ones."""
    registry, faults = desk.registry, []
    for row in _stepping(registry.licences.all(desk.now()), steps):
        if not row.signed:
            continue
        grant = grant_of(row.number, row.terms, signed=True, accepted=row.accepted)
        if registry.masks.differs(row.row, grant, registry.happenings.touching(row.number, grant.performer)):
            faults.append(Fault("mask", row.number))
    return faults + [Fault("mask-block", str(block)) for block in registry.masks.stale_blocks()]
