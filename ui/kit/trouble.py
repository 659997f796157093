"""From an exception to words: ours carry codes and speak through the core's wording; the disk's are put simply.

Anything else is a bug: `words_of` gives None, and the caller lets the crash sheet have it. No Qt.
"""

from __future__ import annotations

from likeness.errors import LikenessError
from likeness.paper.complaint import sentence
from ui.kit.words import language, tr


def words_of(why: Exception) -> str | None:
    """Return the sentence for an error a person can do something about, or None."""
    if isinstance(why, LikenessError):
        return sentence(why, language())
    if isinstance(why, OSError):
        place = why.filename or ""
        return tr("{file} cannot be read or written. {reason}", file=place, reason=why.strerror or "").strip()
    return None
