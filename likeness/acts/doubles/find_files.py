"""Looking below folders for the files of a likeness that are not where they were, or have changed there.

Only files of a size that is looked for are read. What cannot be read on the way is passed over; nothing is followed
that only points elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.doubles.move_files import move_files
from likeness.acts.doubles.record_double import Cancelled, Progress
from likeness.errors import Refused, Unreadable
from likeness.media.fingerprint import fingerprint, regular_size
from likeness.registry.doubles import MATCHES, FileRow
from likeness.values.outcome import Outcome


def find_files(
    desk: Desk, double: str, places: Sequence[Path], progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[list[FileRow]]:  # fmt: skip
    """Note where the files lie now that the last check missed; returns those found, as they were recorded.

    `places` are folders, with all that is below them, or files. Raises Refused: `unknown-likeness`, `cancelled`;
    Unreadable where one of `places` is not there.
    """
    row = desk.registry.doubles.get(double)
    if row is None:
        raise Refused("unknown-likeness", key=double)
    for place in places:
        if not place.is_dir():
            regular_size(place)
    wanted = {(file.size, file.sha256) for file in row.files if file.state != MATCHES}
    taken = {file.path for file in row.files}  # the check has looked there
    right = [path for path in _of_size(places, {size for size, _print in wanted})
             if str(path.absolute()) not in taken and _print_of(path, progress, cancelled) in wanted]  # fmt: skip
    return move_files(desk, double, right, progress, cancelled) if right else Outcome([], frozenset())


def _of_size(places: Sequence[Path], sizes: set[int]) -> Iterator[Path]:
    for place in places:
        for path in _below(place):
            with suppress(Unreadable):
                if not path.is_symlink() and regular_size(path) in sizes:
                    yield path


def _below(place: Path) -> Iterator[Path]:
    if not place.is_dir():
        yield place
    for folder, folders, names in os.walk(place):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(names))


def _print_of(path: Path, progress: Progress | None, cancelled: Cancelled | None) -> tuple[int, bytes] | None:
    try:
        return fingerprint(path, progress, cancelled)
    except Unreadable:
        return None
