"""A passphrase that is chosen: how long it should be, and how it takes the place of a forgotten one. No Qt."""

from __future__ import annotations

from likeness.errors import LikenessError
from likeness.seal.twelve_words import Words, read_words
from ui.kit.trouble import told
from ui.kit.words import tr

LONG_ENOUGH, FAIR = 16, 12


def strength(passphrase: str) -> tuple[float, str]:
    """Return how far a passphrase has come (0 to 1) and the words for it."""
    length = len(passphrase)
    if length == 0:
        return 0.0, tr("Four words in a row are easy to keep.")
    if length < FAIR:
        return length / LONG_ENOUGH, tr("Too short")
    if length < LONG_ENOUGH:
        return length / LONG_ENOUGH, tr("Nearly long enough")
    return 1.0, tr("Long enough")


def refusal(passphrase: str, again: str) -> str:
    """Return why this passphrase, typed twice, is not taken; empty where it is."""
    if len(passphrase) < FAIR:
        return tr("Use at least 12 characters. Four words are a good start.")
    return "" if passphrase == again else tr("The two are not the same.")


def not_hers(passphrase: str) -> str:
    """Return what is said of a passphrase that is not the one of this registry."""
    return tr("That is not your passphrase.") if passphrase else tr("Type your passphrase to go on.")


def renewal(text: str, passphrase: str, again: str) -> tuple[Words | None, str]:
    """Return the twelve words that were typed, or None and why they or the new passphrase are not taken."""
    try:
        words = read_words(text)
    except LikenessError as why:
        return None, told(why)
    problem = refusal(passphrase, again)
    return (None if problem else words), problem
