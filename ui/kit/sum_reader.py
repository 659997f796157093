"""Sums and shares as people type them: 7000, 1,250.50, 1 250,50; 2.5 %. No Qt.

What cannot be read is None, never a guess.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from likeness.values.money import Money, digits


def read_sum(text: str, currency: str) -> Money | None:
    """Return the sum typed, or None where it is none; spaces and commas may stand in thousands."""
    plain = text.strip().replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if "," in plain and "." not in plain and len(plain.rsplit(",", 1)[1]) == 2:
        plain = plain.replace(",", ".")
    try:
        minor = Decimal(plain.replace(",", "")).scaleb(digits(currency or "EUR"))
    except InvalidOperation:
        return None
    return Money(int(minor), currency or "EUR") if 0 < minor < 10**15 and minor == minor.to_integral_value() else None


def read_share(text: str) -> str | None:
    """Return a share in percent as decimal text (2.0, 2.5), above 0 and at most 100, or None where it is none."""
    try:
        share = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not 0 < share <= 100 or share != share.quantize(Decimal("0.01")):
        return None
    plain = f"{share:f}"
    return plain if "." in plain else f"{plain}.0"
