"""A recovery key on paper: eighty digits in groups of five, with a check that catches what a hand gets wrong.

The first 78 digits are the secret scalar, the last two are check digits (ISO/IEC 7064, MOD 97-10): every single wrong
digit and every two neighbours that changed places are found.
"""

from __future__ import annotations

from likeness.errors import Unreadable
from likeness.seal.keys import SECRET_BYTES, SigningKey

_DIGITS, _GROUP = 78, 5


def recovery_text(key: SigningKey) -> str:
    """Return the sheet's text: sixteen groups of five digits."""
    number = int.from_bytes(key.secret, "big")
    text = f"{number:0{_DIGITS}d}{98 - number * 100 % 97:02d}"
    return " ".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def read_recovery(text: str) -> SigningKey:
    """Return the key of a sheet's text, blanks and line ends anywhere; raise Unreadable ("bad-recovery")."""
    digits = "".join(text.split())
    if len(digits) != _DIGITS + 2 or not (digits.isascii() and digits.isdigit()) or int(digits) % 97 != 1:
        raise Unreadable("bad-recovery")
    number = int(digits[:_DIGITS])
    if number >= 1 << 8 * SECRET_BYTES:
        raise Unreadable("bad-recovery")
    return SigningKey(number.to_bytes(SECRET_BYTES, "big"))
