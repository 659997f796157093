"""What somebody types to find something, as the indexes of words are asked for it."""

from __future__ import annotations

import re

from likeness.values.alphabet import LETTERS_APART, alphabet

MOST_FOUND = 1_000  # of a list: who has more to look through types another word


def laid(words: str) -> str:
    """Return words as they are laid in an index: Øvrebø is found by its own letters, and by "ovrebo"."""
    return f"{words}\n{alphabet(words)}" if LETTERS_APART.intersection(words) else words


def fts_query(words: str) -> str:
    """Turn what somebody types into an FTS5 query: all words, each as a beginning; signs only part words."""
    return " ".join(f'"{word}"*' for word in re.findall(r"[^\W_]+", words))
