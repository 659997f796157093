"""The backups that were made by themselves: the registry knows each by folder, name and mark, and keeps the newest.

A file is removed only if all of this holds (decision 0022):
1. the registry wrote down, when it made that backup by itself, this folder and this name;
2. what lies there today is a plain file, no link, and a backup;
3. the copy in it begins with the mark that was written down: sixteen bytes of chance that no other file has;
4. there are `MOST` newer ones in the same folder of which the same is true.
What was made by hand, renamed, written over or made by another registry is never one of them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from likeness.acts.backups.back_up import is_backup, mark_of
from likeness.errors import Unreadable
from likeness.registry.registry import Registry

MOST = 5  # that are kept in a folder
WRITTEN = "backup.written"
_MOST_WRITTEN_DOWN = 60  # in all folders: disks that take turns have their five each


class Written(NamedTuple):
    """A backup that was made by itself."""

    folder: str
    name: str
    mark: str

    @property
    def path(self) -> Path:
        """Where it was put."""
        return Path(self.folder) / self.name


def written(registry: Registry) -> list[Written]:
    """Return those that were written down, the newest first; their files may be gone."""
    return [Written(*one) for one in json.loads(registry.settings.get(WRITTEN) or "[]")]


def with_newest(registry: Registry, file: Path) -> str:
    """Return what to keep under `WRITTEN` once `file` has been made."""
    known = [Written(str(file.parent), file.name, mark_of(file)), *written(registry)]
    return json.dumps(known[:_MOST_WRITTEN_DOWN])


def prune(registry: Registry, folder: Path) -> tuple[str, ...]:
    """Remove those in a folder that are older than the newest `MOST` there; returns the names of what is gone."""
    ours = [one for one in written(registry) if one.folder == str(folder) and _is_ours(one)]
    gone = []
    for one in ours[MOST:]:
        try:
            one.path.unlink()
        except OSError:
            continue  # it is looked at again after the next backup
        gone.append(one.name)
    return tuple(gone)


def _is_ours(one: Written) -> bool:
    try:
        return (
            one.path.is_file() and not one.path.is_symlink() and is_backup(one.path) and mark_of(one.path) == one.mark
        )
    except (Unreadable, OSError):
        return False
