"""Hearing a likeness: one of its recordings, opened from where it lies while it is the file that was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.doubles.record_double import Cancelled, Progress
from likeness.errors import Refused
from likeness.media.sniff import SOUND
from likeness.registry.doubles import FileRow

if TYPE_CHECKING:
    from likeness.media.recording import Recording


def can_be_heard(file: FileRow) -> bool:
    """Tell whether a file was found to be a recording when it was recorded: its wave is drawn."""
    return file.format in SOUND and file.preview_kind == "peaks" and bool(file.preview)


def hear_double(
    desk: Desk, double: str, path: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Recording:
    """Open a recording of a likeness, to be closed by whoever hears it; `progress` is in bytes.

    Raises Refused ("unknown-likeness", "no-recording", "recording-changed", "cancelled") and Unreadable.
    """
    from likeness.media.recording import open_recording  # noqa: PLC0415  soundfile and numpy, where sound is heard

    row = desk.registry.doubles.get(double)
    if row is None:
        raise Refused("unknown-likeness", key=double)
    file = next((file for file in row.files if file.path == path and can_be_heard(file)), None)
    if file is None:
        raise Refused("no-recording", key=double)
    return open_recording(Path(path), file.size, file.sha256, progress, cancelled)
