"""Recording a likeness: its facts, and what its files are. The files themselves stay where they lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.errors import Refused
from likeness.media.read import read_media
from likeness.registry.doubles import MATCHES, DoubleRow, FileRow
from likeness.values.codes import KINDS
from likeness.values.ids import Ids
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_id, clean_text
from likeness.values.unknown import unknown_code

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class NewDouble:
    """What somebody says of a likeness; `paths` are the files that make it up."""

    id: str
    kind: str
    title: str
    performer: str | None = None
    performer_name: str | None = None
    paths: tuple[Path, ...] = ()
    derived_from: tuple[str, ...] = ()
    captured_on: date | None = None
    reason: str | None = None
    delete_by: date | None = None


def record_double(
    desk: Desk, new: NewDouble, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[DoubleRow]:
    """Record a likeness with its files; nothing is recorded if one of them cannot be read."""
    now = desk.now()
    performer, name = _performer(desk, new)
    _refuse(desk, new)
    files = tuple(read_file(path, now, progress, cancelled) for path in dict.fromkeys(p.absolute() for p in new.paths))
    double = DoubleRow(
        id=new.id,
        kind=new.kind,
        title=clean_text(new.title, "title", most=200),
        performer=performer,
        performer_name=name,
        captured_on=new.captured_on,
        reason=None if new.reason is None else clean_text(new.reason, "reason", most=400),
        delete_by=new.delete_by,
        derived_from=new.derived_from,
        added_at=now,
        files=files,
    )
    with desk.registry.transaction():
        desk.registry.people.put(performer, name)
        desk.registry.doubles.put(double)
        prints = [[file.name, file.sha256.hex()] for file in files]
        desk.record("double", {"id": double.id, "kind": double.kind, "performer": performer, "files": prints})
    return Outcome(double, frozenset({Change.DOUBLES}))


def read_file(path: Path, now: datetime, progress: Progress | None, cancelled: Cancelled | None) -> FileRow:
    """Return what a file is: fingerprint, facts and a small preview."""
    facts = read_media(path, progress, cancelled)
    return FileRow(
        path=str(path),
        name=path.name,
        format=facts.format,
        size=facts.size,
        sha256=facts.sha256,
        facts={**facts.facts, "inside": facts.inside},
        preview=facts.preview,
        preview_kind=facts.preview_kind,
        state=MATCHES,
        checked_at=now,
    )


def _performer(desk: Desk, new: NewDouble) -> tuple[str, str]:
    owner = desk.owner()
    if new.performer is None and owner.role != "performer":
        raise Refused("performer-missing", key="performer")
    if new.performer is None:
        performer = Ids(desk.registry.people.all()).of(owner.name)
    else:
        performer = clean_id(new.performer, "performer")
    known = desk.registry.people.name(performer)
    own = owner.name if owner.role == "performer" else performer
    return performer, clean_text(new.performer_name or known or own, "performer", most=200)


def _refuse(desk: Desk, new: NewDouble) -> None:
    clean_id(new.id, "id")
    if new.kind not in KINDS:
        raise unknown_code(new.kind, "kind", KINDS.codes)
    if desk.registry.doubles.get(new.id) is not None:
        raise Refused("likeness-known", key=new.id)
    for source in new.derived_from:
        if desk.registry.doubles.get(source) is None:
            raise Refused("unknown-likeness", key=source)
