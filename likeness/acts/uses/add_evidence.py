"""Evidence: files that show a use, fingerprinted when they are added. The files stay where they are.

A fingerprint in the journal says that this very file was there on that day; nobody can swap it later unseen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.doubles.record_double import Cancelled, Progress
from likeness.errors import Refused
from likeness.media.fingerprint import fingerprint
from likeness.registry.flags import Evidence
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text

_CHANGED = frozenset({Change.USES})
_LONGEST_NOTE = 400
MISSING, CHANGED = "missing", "changed"


@dataclass(frozen=True)
class Doubt:
    """A file that is not what it was when it was added: no longer there, or changed."""

    evidence: Evidence
    state: str


def add_evidence(
    desk: Desk,
    name: str,
    path: Path,
    note: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[Evidence]:
    """Record a file that shows a use; the same file twice is refused."""
    now, registry = desk.now(), desk.registry
    row = _own_row(desk, name)
    file = path.absolute()
    size, print_ = fingerprint(file, progress, cancelled)
    if any(one.sha256 == print_ for one in registry.flags.evidence(row)):
        raise Refused("evidence-known", file=str(path), key=name)
    told = clean_text(note, "note", most=_LONGEST_NOTE) if note else None
    new = Evidence(0, str(file), file.name, size, print_, told, now)
    with registry.transaction():
        registry.flags.put_evidence(row, new)
        desk.record("evidence", {"use": name, "name": file.name, "sha256": print_.hex(), "note": told})
    return Outcome(registry.flags.evidence(row)[-1], _CHANGED)


def remove_evidence(desk: Desk, name: str, evidence: int) -> Outcome[Evidence]:
    """Take a file back from a use; the journal still knows that it was there."""
    row = _own_row(desk, name)
    found = next((one for one in desk.registry.flags.evidence(row) if one.id == evidence), None)
    if found is None:
        raise Refused("unknown-evidence", key=str(evidence))
    with desk.registry.transaction():
        desk.registry.flags.remove_evidence(evidence)
        desk.record("evidence-removed", {"use": name, "sha256": found.sha256.hex()})
    return Outcome(found, _CHANGED)


def put_back_evidence(desk: Desk, name: str, one: Evidence) -> Outcome[Evidence]:
    """Undo `remove_evidence`: the file stands with the use again, with the fingerprint and the day it had."""
    row = _own_row(desk, name)
    with desk.registry.transaction():
        number = desk.registry.flags.put_evidence(row, one)
        desk.record("evidence-put-back", {"use": name, "sha256": one.sha256.hex()})
    return Outcome(replace(one, id=number), _CHANGED)


def changed_evidence(
    desk: Desk, name: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> list[Doubt]:
    """Return the files of a use that are no longer what they were, or no longer there; `progress` is in bytes."""
    kept = desk.registry.flags.evidence(_own_row(desk, name))
    whole, before, found = sum(one.size for one in kept), 0, []
    for one in kept:
        path = Path(one.path)
        if not path.is_file():
            found.append(Doubt(one, MISSING))
        elif fingerprint(path, _from(before, whole, progress), cancelled) != (one.size, one.sha256):
            found.append(Doubt(one, CHANGED))
        before += one.size
    return found


def _from(before: int, whole: int, progress: Progress | None) -> Progress | None:
    """Return the progress of one file as that of all of them."""
    return None if progress is None else lambda done, _size: progress(min(before + done, whole), whole)


def _own_row(desk: Desk, name: str) -> int:
    row = desk.registry.uses.get(name)
    if row is None:
        raise Refused("unknown-use", key=name)
    if row.row < 0:
        raise Refused("nothing-to-settle", key=name)
    return row.row
