"""The order in which people look for names: letters without their accents, capitals beside small ones."""

from __future__ import annotations

import unicodedata

# Letters that Unicode takes for ones of their own, where people look for them.
_BESIDE = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"})

LETTERS_APART = frozenset("øØłŁđĐðÐþÞıæÆœŒ")  # those that an index of words keeps as they are


def alphabet(text: str) -> str:
    """Return what a name is compared by: Éléonore stands beside Eleanor, Œuvre beside Oeuvre; numbers stay plain."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_BESIDE)
