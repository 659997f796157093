"""From an exception to words: ours carry codes and speak through the core's wording; the disk's are put simply.

Anything else is a bug: `words_of` gives None, and the caller lets the crash sheet have it. No Qt.
"""

from __future__ import annotations

from pathlib import PurePath

from likeness.errors import LikenessError
from likeness.paper.words.complaint import sentence
from ui.kit.words import language, tr


def told(why: LikenessError) -> str:
    """Return the sentence for one of our own errors: no word of the command line, and a file by its name alone."""
    return sentence(why, language(), window=True)


def words_of(why: Exception) -> str | None:
    """Return the sentence for an error a person can do something about, or None."""
    if isinstance(why, LikenessError):
        return told(why)
    if isinstance(why, OSError):
        place = PurePath(str(why.filename or "")).name
        return tr("{file} cannot be read or written. {reason}", file=place, reason=why.strerror or "").strip()
    return None
