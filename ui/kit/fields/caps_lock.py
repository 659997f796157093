"""Caps Lock, as far as the keys that are pressed give it away: asking for it differs with every system. No Qt."""

from __future__ import annotations


def caps_lock(text: str, *, shift: bool, system: str) -> bool | None:
    """Return whether Caps Lock is on by what a key wrote, `system` as in `sys.platform`; None: the key does not say.

    On a Mac a letter is a capital with Shift and with Caps Lock, and with both.
    """
    if len(text) != 1 or text.lower() == text.upper():
        return None
    capital = text.isupper()
    if system == "darwin":
        return None if capital and shift else capital
    return capital != shift
