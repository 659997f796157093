"""Sums as people type them: 7000, 1,250.50, 1 250,50. No Qt. What cannot be read is None, never a guess."""

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
