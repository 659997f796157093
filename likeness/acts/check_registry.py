"""Checking a registry: pages, leaves, signatures; columns against what was signed, letters against the log."""

from __future__ import annotations

from dataclasses import dataclass

from likeness.acts.desk import Desk
from likeness.acts.letter_leaf import letters_unlike_log
from likeness.errors import Tampered, Unreadable
from likeness.licence.bundle import read_bundle
from likeness.licence.grants import grant_of
from likeness.licence.statements import open_any
from likeness.seal.log import leaf_hash


@dataclass(frozen=True)
class Fault:
    """Something that is not as it was recorded: what, and where."""

    what: str
    key: str


def check_registry(desk: Desk) -> list[Fault]:
    """Return every fault; an empty list is a sound registry."""
    registry = desk.registry
    faults = [] if registry.engine_says_sound() else [Fault("page", registry.path.name)]
    positions = []
    for leaf in registry.journal.leaves():
        positions.append(leaf.position)
        if leaf.entry is None or leaf_hash(leaf.entry) != leaf.hash:
            faults.append(Fault("leaf", str(leaf.position)))
    if positions != list(range(len(positions))):
        faults.append(Fault("leaf-missing", str(len(positions))))
    for kind, data in registry.statements.all():
        try:
            open_any(data)
        except (Tampered, Unreadable):
            faults.append(Fault("statement", kind))
    words = registry.key_words.all()
    faults += [Fault("key-word", str(w.position)) for w in words if registry.key_words.place_of(w.digest) != w.position]
    faults += [Fault("letter", key) for key in letters_unlike_log(desk)]
    return faults + _licences(desk) + _masks(desk)


def _licences(desk: Desk) -> list[Fault]:
    faults = []
    for row in desk.registry.licences.all(desk.now()):
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


def _masks(desk: Desk) -> list[Fault]:
    """Make every mask again from terms and events, and compare; and the packed ones with the single ones."""
    registry, faults = desk.registry, []
    for row in registry.licences.all(desk.now()):
        if not row.signed:
            continue
        grant = grant_of(row.number, row.terms, signed=True, accepted=row.accepted)
        if registry.masks.differs(row.row, grant, registry.happenings.touching(row.number, grant.performer)):
            faults.append(Fault("mask", row.number))
    return faults + [Fault("mask-block", str(block)) for block in registry.masks.stale_blocks()]
