"""Sums and shares as people type them: 7000, 1,250.50, 1 250,50; 2.5 %. No Qt.

What cannot be read is None, never a guess:

- Thousands stand in groups of three behind one and the same mark: a space, a comma or a point.
- A comma or a point is the decimal mark in either language where it cannot be a thousands mark: `1250,5`, `1,250.50`.
- One mark before three digits, `7.000`, may be either. It is read where the window's language and the digits of the
  currency leave one meaning: `7,000` in English euros, `7.000` in yen, `7.125` in English dinars; else both are told.
"""

from __future__ import annotations

import re
from decimal import Decimal

from likeness.values.money import Money, digits
from ui.kit.words import language, tr

_MOST_MINOR, _LONGEST = 10**15, 40  # of the text, in characters
_SPACES = re.compile("[\u00a0\u202f\u2009]")
_GROUPED = r"[1-9]\d{0,2}(?P<apart>[ ,.])\d{3}(?:(?P=apart)\d{3})*"
_SUM = re.compile(rf"(?P<whole>{_GROUPED}|\d*)(?:(?P<mark>[,.])(?P<cents>\d+))?")
_EITHER = re.compile(r"([1-9]\d{0,2})([,.])(\d{3})")
_SHARE = re.compile(r"(\d{0,3})(?:[.,](\d{1,2}))? ?%?", re.ASCII)


def read_sum(text: str, currency: str) -> Money | None:
    """Return the sum typed, above nothing, or None where it is none or can be read in two ways."""
    plain = _SPACES.sub(" ", text.strip())
    either = _EITHER.fullmatch(plain)
    if either is None:
        return _money(plain, currency)
    large, small = _both(either, currency)
    if digits(currency) > 2:
        return small if either[2] == _decimal_mark() else None
    return large if not digits(currency) or (either[2], _decimal_mark()) == (",", ".") else None


def sum_problem(text: str, currency: str) -> str:
    """Return why a text is no sum, and how to write it; empty where it is one."""
    if read_sum(text, currency):
        return ""
    either = _EITHER.fullmatch(_SPACES.sub(" ", text.strip()))
    large, small = _both(either, currency) if either else (None, None)
    if large and small:
        return tr("This may be {large} or {small}. Write it in one of these two ways.",
                  large=sum_typed(large), small=sum_typed(small))  # fmt: skip
    if not digits(currency):
        return tr("Write a whole sum such as 7000.")
    return tr("Write a sum such as 7000 or 1250.50.")


def sum_typed(money: Money) -> str:
    """Return a sum as it would be typed in the window's language, its decimals and no thousands marks: 7000.00."""
    return f"{money.amount():f}".replace(".", _decimal_mark())


def read_share(text: str) -> str | None:
    """Return a share in percent as decimal text (2.0, 2.5), above 0 and at most 100, or None where it is none."""
    typed = _SHARE.fullmatch(_SPACES.sub(" ", text.strip()))
    if typed is None:
        return None
    plain = f"{int(typed[1] or 0)}.{typed[2] or 0}"
    return plain if 0 < Decimal(plain) <= 100 else None


def share_typed(share: str) -> str:
    """Return a share as it would be typed in the window's language: 2, 2.5."""
    return share.removesuffix(".0").replace(".", _decimal_mark())


def _decimal_mark() -> str:
    return "." if language() == "en" else ","


def _both(either: re.Match[str], currency: str) -> tuple[Money | None, Money | None]:
    """Return what one mark before three digits may mean: it stands in thousands, or before decimals."""
    thousandths = int(either[1] + either[3]) * 10 ** digits(currency)
    return _kept(thousandths, currency), None if thousandths % 1000 else _kept(thousandths // 1000, currency)


def _money(plain: str, currency: str) -> Money | None:
    typed = _SUM.fullmatch(plain)
    if typed is None or len(plain) > _LONGEST or not (typed["whole"] or typed["cents"]):
        return None
    cents, decimals = typed["cents"] or "", digits(currency)
    if len(cents) > decimals or (cents and typed["mark"] == typed["apart"]):
        return None
    return _kept(int(re.sub(r"\D", "", typed["whole"]) + cents.ljust(decimals, "0")), currency)


def _kept(minor: int, currency: str) -> Money | None:
    return Money(minor, currency) if 0 < minor < _MOST_MINOR else None
