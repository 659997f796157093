"""A code that nobody knows: refused with the one that was meant, or else with all that could stand there."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from likeness.errors import Unreadable

_LONGEST = 60  # characters of what was given that are told


def unknown_code(value: object, key: str, known: Iterable[str]) -> Unreadable:
    """Return the error ("unknown-code") for a value at a place that is none of `known`, in their order."""
    codes, told = tuple(known), str(value)[:_LONGEST]
    near = get_close_matches(str(value).lower(), codes, 1)
    if near:
        return Unreadable("unknown-code", key=key, value=told, suggestion=near[0])
    return Unreadable("unknown-code", key=key, value=told, known=", ".join(codes))
