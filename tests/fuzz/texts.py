"""Spoiling texts, repeatably: blanks of every alphabet, marks that turn a line around, many codes in one."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

ODD_TEXTS = (
    "\u00a0", "\u2028", "\u2029", "\x85", "\x1c", "\x1d", "\x1e", "\x1f", "\x0b", "\x0c", "\ufeff", "\u200b", "\u3000",
    "\u180e", "\u202e", "\u2066", "\t", " ", "\r", "\n", "\r\n", "\x00", "\x07", "\x1b[31m", "LIK1:", "lik1:", "LIK2:",
    "HTTPS://", "https://", "HTTPS://X.Y/V#1", "HTTPS://X.Y/V#01", "HTTPS://X.Y:99999/V#", "\uff11", "\u0661",
    "e\u0301", "\U0001f600", "\u00df", "\u0130", "\u017f", "\u212a", ",", "=", "HC1:", "WIFI:S:x", "mailto:a@b.cc",
    "BEGIN:VCARD", "+33 1 23 45 67 89", "www.", "x@y.zz", "\x1d01", "]d2", "BM", "\ue000", "\u00ad", "\u061c",
)  # fmt: skip


def spoiled_text(text: str, dice: Random, others: Sequence[str]) -> str:
    """Return `text` with one to five pieces of damage; `others` lend pieces of theirs. It can be written as UTF-8."""
    for _ in range(dice.choice((1, 1, 2, 3, 5))):
        text = _damaged(text, dice, others)
    return text.encode("utf-8", "replace").decode("utf-8")


def _damaged(text: str, dice: Random, others: Sequence[str]) -> str:
    place = dice.choice((0, len(text), dice.randrange(len(text) + 1), min(len(text), dice.randrange(12))))
    before, after = text[:place], text[place:]
    turn = dice.random()
    if turn < 0.5:
        return before + dice.choice(ODD_TEXTS) * dice.choice((1, 1, 2)) + after
    if turn < 0.6:
        return before + after[dice.choice((1, 1, 3)) :]
    if turn < 0.7 and after:
        return before + chr(ord(after[0]) ^ 1 << dice.randrange(7)) + after[1:]
    if turn < 0.8:
        return before + dice.choice(others)[: dice.choice((5, 50, 4_000))] + after
    if turn < 0.9:
        return dice.choice((text.lower(), text.swapcase()))
    return before + chr(dice.randrange(0xD800) if turn < 0.95 else dice.choice((*range(0x20), 0x85, 0x202E))) + after
