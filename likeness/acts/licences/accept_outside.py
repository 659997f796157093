"""Recording a copy that the company signed with a tool of its own: evidence of acceptance, never an acceptance.

- The file stays where it is; its fingerprint is a leaf of the journal, so that nobody can swap it later unseen.
- Nothing in it is read and no signature in it is checked: the licence stays offered, and nothing is in force by it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.licences.draft_licence import the_licence
from likeness.errors import Refused, Unreadable
from likeness.media.fingerprint import fingerprint
from likeness.registry.licence_row import LicenceRow
from likeness.registry.outside import OutsidePaper
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text

_CHANGED = frozenset({Change.LICENCES})
_LONGEST_NOTE = 400


def accept_outside(desk: Desk, number: str, path: Path, note: str | None = None) -> Outcome[OutsidePaper]:
    """Record a signed copy of a licence; the same file twice is refused."""
    row, now, file = _signed(desk, number), desk.now(), path.absolute()
    size, print_ = fingerprint(file, None, None)
    if not size:
        raise Unreadable("empty", file=str(path))
    if any(one.sha256 == print_ for one in desk.registry.outside.of(row.row)):
        raise Refused("evidence-known", file=str(path), key=number)
    told = clean_text(note, "note", most=_LONGEST_NOTE) if note else None
    paper = OutsidePaper(0, str(file), file.name, size, print_, told, now)
    with desk.registry.transaction():
        paper = replace(paper, id=desk.registry.outside.put(row.row, paper))
        desk.record("accepted-outside", {"licence": number, "name": file.name, "sha256": print_.hex(), "note": told})
    return Outcome(paper, _CHANGED)


def take_back_outside(desk: Desk, number: str, paper: int) -> Outcome[OutsidePaper]:
    """Take a signed copy back that was recorded by mistake; the journal still knows that it was there."""
    found = next((one for one in outside_papers(desk, number) if one.id == paper), None)
    if found is None:
        raise Refused("unknown-evidence", key=str(paper))
    with desk.registry.transaction():
        desk.registry.outside.remove(paper)
        desk.record("accepted-outside-removed", {"licence": number, "sha256": found.sha256.hex()})
    return Outcome(found, _CHANGED)


def outside_papers(desk: Desk, number: str) -> list[OutsidePaper]:
    """Return the signed copies of a licence, in the order they were added."""
    return desk.registry.outside.of(the_licence(desk, number).row)


def _signed(desk: Desk, number: str) -> LicenceRow:
    row = the_licence(desk, number)
    if row.digest is None:
        raise Refused("not-signed", key=number)
    return row
