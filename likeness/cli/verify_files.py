"""What `likeness verify` is given: files as they are, and of a folder every file in it that may hold a licence.

Those are PDFs, pictures and .likeness files, by name, folders within it too; links to folders are not followed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

_ENDINGS = frozenset({".pdf", ".likeness", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"})


def files_of(names: Sequence[str]) -> list[str]:
    """Return every file to check; a folder without any, or that cannot be read, stands for itself."""
    return [file for name in names for file in (_in_folder(name) if _is_folder(name) else [name])]


def has_folder(names: Sequence[str]) -> bool:
    """Tell whether one of the names is that of a folder: the answer is a list then, however many files there are."""
    return any(_is_folder(name) for name in names)


def why_nothing(folder: str) -> str:
    """Return the code of the reason why nothing is checked in a folder that stands for itself."""
    return "folder-empty" if os.access(folder, os.R_OK | os.X_OK) else "file-unreadable"


def _is_folder(name: str) -> bool:
    return name != "-" and Path(name).is_dir()


def _in_folder(name: str) -> list[str]:
    return sorted(_walked(name)) or [name]


def _walked(name: str) -> Iterator[str]:
    closed: list[OSError] = []
    for folder, _, files in os.walk(name, onerror=closed.append):
        yield from (str(Path(folder, file)) for file in files if Path(file).suffix.lower() in _ENDINGS)
    yield from (str(one.filename) for one in closed)
