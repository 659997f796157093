"""What `likeness verify` is given: files as they are, and of a folder every file in it that may hold a licence.

Those are PDFs, pictures and .likeness files, by name, and the texts that `licence text` writes: a .txt that holds a
code of ours, for most others hold notes. Folders within it count too; links to folders are not followed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from likeness.errors import Unreadable
from likeness.values.keep import read_file

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
    return name != "-" and os.path.isdir(name)  # noqa: PTH112  that of pathlib fails where nobody may look


def _in_folder(name: str) -> list[str]:
    return sorted(_walked(name)) or [name]


def _walked(name: str) -> Iterator[str]:
    closed: list[OSError] = []
    for folder, _, files in os.walk(name, onerror=closed.append):
        yield from (str(path) for file in files if _is_paper(path := Path(folder, file)))
    yield from (str(one.filename) for one in closed)


def _is_paper(file: Path) -> bool:
    ending = file.suffix.lower()
    return ending in _ENDINGS or (ending == ".txt" and _holds_a_code(file))


def _holds_a_code(file: Path) -> bool:
    """Tell whether a text holds a code; one that cannot be read may, and the check says why not."""
    from likeness.verifier.sniff import MOST_TEXT, pasted_codes  # noqa: PLC0415  only where a folder has texts

    try:
        return bool(pasted_codes(read_file(file, MOST_TEXT)))
    except Unreadable as why:
        return why.code != "too-large"
