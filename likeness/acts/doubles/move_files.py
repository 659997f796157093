"""Files of a likeness that lie elsewhere now: a file is the same one where its fingerprint is, whatever its name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.doubles.record_double import Cancelled, Progress
from likeness.errors import Refused
from likeness.media.fingerprint import fingerprint
from likeness.registry.doubles import MATCHES, FileRow
from likeness.values.outcome import Change, Outcome


def move_files(
    desk: Desk, double: str, to: Sequence[Path], progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[list[FileRow]]:
    """Note where files that were not found lie now; returns those that were found, as they were recorded.

    Raises Refused: `unknown-likeness`; `other-file` where none of `to` is a file that is looked for. What else was
    chosen with the right ones is left alone.
    """
    row, now = desk.registry.doubles.get(double), desk.now()
    if row is None:
        raise Refused("unknown-likeness", key=double)
    places = {file.path: file for file in row.files}
    lost = [file for file in row.files if file.state != MATCHES]
    found: list[tuple[FileRow, str]] = []
    for path in dict.fromkeys(one.absolute() for one in to):
        print_ = fingerprint(path, progress, cancelled)
        same = next((file for file in lost if (file.size, file.sha256) == print_), None)
        if same is not None and places.get(str(path), same) is same:  # one place is of one file
            lost.remove(same)
            found.append((same, str(path)))
    if not found:
        raise Refused("other-file", file=", ".join(path.name for path in to))
    with desk.registry.transaction():
        for file, place in found:
            desk.registry.doubles.moved_file(double, file.path, place, now)
            desk.record("double-moved", {"id": double, "file": file.name, "print": file.sha256.hex()})
    return Outcome([file for file, _place in found], frozenset({Change.DOUBLES}))
