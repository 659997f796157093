"""Where a backup is put together: a hidden folder of its own beside the file, gone when it is done or given up.

Its name holds the mark of the registry's own file, so that two programs at work never meet in one. What was left there
by a computer that went out half-way is taken away a day later, and nothing but what is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from likeness.values.keep import disk_fault, remove_file

COPY, PACKED = "registry", "packed"  # nothing else is written in it, but for the engine's own journal
_WRITTEN = (COPY, f"{COPY}-journal", PACKED)
_MARK_BYTES = 16  # the engine writes them at the beginning of each file, and they are by chance
_LEFT_AFTER = timedelta(days=1)


@contextmanager
def aside(file: Path, registry: Path, now: datetime) -> Iterator[Path]:
    """Give the folder in which the backup `file` of `registry` is put together; raises Broken ("disk-full"...)."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with registry.open("rb") as opened:
            begin = f".likeness-{opened.read(_MARK_BYTES).hex()}-"
        _sweep(file.parent, begin, now)
        made = TemporaryDirectory(prefix=begin, dir=file.parent, ignore_cleanup_errors=True)
    except OSError as why:
        raise disk_fault(why, file) from why
    with made as folder:
        yield Path(folder)


def _sweep(parent: Path, begin: str, now: datetime) -> None:
    """Take away what was left half-way a day ago or earlier."""
    for folder in parent.glob(f"{begin}*"):
        try:
            if folder.is_symlink() or now.timestamp() - folder.stat().st_mtime < _LEFT_AFTER.total_seconds():
                continue
            for name in _WRITTEN:
                remove_file(folder / name)
            folder.rmdir()
        except OSError:
            continue  # it is in nobody's way, or something of hers lies in it
