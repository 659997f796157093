"""What files say of themselves before they are recorded, and what is odd about them. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from likeness.media.facts import DAMAGED, READ
from likeness.media.families import may_hold
from likeness.media.fingerprint import regular_size
from likeness.media.read import look_inside
from ui.kit.words import tr
from ui.screens.doubles.reading import kind_words
from ui.screens.doubles.state import Guess, Seen


def guess_from(paths: Sequence[Path], cancelled: Callable[[], bool]) -> Guess:
    """Look into files: the first gives kind and title. Raises Unreadable for one that cannot be opened."""
    files = tuple(_look(path, cancelled) for path in paths)
    return Guess(files[0].kind, paths[0].stem.replace("-", " ").replace("_", " ").strip().capitalize(), files)


def _look(path: Path, cancelled: Callable[[], bool]) -> Seen:
    size = regular_size(path)
    form, found = look_inside(path, size, cancelled)
    return Seen(path.name, form, size, found.inside, found.kind or "")


def doubts(files: Sequence[Seen], kind: str, lang: str) -> str:
    """Return what is odd about these files for a likeness of that kind; empty where nothing is."""
    empty = [one.name for one in files if not one.size]
    broken = [one.name for one in files if one.size and one.inside == DAMAGED]
    unread = [one.name for one in files if one.size and one.inside not in (DAMAGED, READ)]
    other = [one.name for one in files if not may_hold(one.form, kind)]
    told = [
        empty and tr("There is nothing in {files}.", files=", ".join(empty)),
        broken and tr("{files}: damaged. Only the fingerprint is kept.", files=", ".join(broken)),
        unread and tr("{files}: cannot be read inside. Only the fingerprint is kept.", files=", ".join(unread)),
        other and tr("{files}: not what “{kind}” is made of.", files=", ".join(other), kind=kind_words(kind, lang)),
    ]
    return " ".join(one for one in told if one)
