"""From an exception to words: ours carry codes and speak through the core's wording; the disk's are put simply.

Anything else is a bug: `words_of` gives None, and the caller lets the crash sheet have it. No Qt.
"""

from __future__ import annotations

from likeness.errors import Broken, LikenessError
from likeness.paper.words.complaint import sentence
from ui.kit.words import language


def told(why: LikenessError) -> str:
    """Return the sentence for one of our own errors: no word of the command line, and a file by its name alone."""
    return sentence(why, language(), window=True)


def words_of(why: Exception) -> str | None:
    """Return the sentence for an error a person can do something about, or None."""
    if isinstance(why, LikenessError):
        return told(why)
    if isinstance(why, OSError):
        return told(Broken("file-refused", file=str(why.filename or "")))
    return None
