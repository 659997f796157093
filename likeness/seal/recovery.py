"""The recovery key, which can say from a drawer that the present key is lost: eighty digits, or the twelve words.

- A key of its own stands on paper as eighty digits in groups of five: 78 are the secret scalar, the last two are check
  digits (ISO/IEC 7064, MOD 97-10), so that every single wrong digit and every two neighbours that changed places are
  found.
- Twelve words give one too, by HKDF-SHA-256 (RFC 5869): whoever has made words has a recovery key on the same sheet.
"""

from __future__ import annotations

import re

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from likeness.errors import Unreadable
from likeness.seal.keys import ORDER, SECRET_BYTES, SigningKey
from likeness.seal.twelve_words import Words, read_words

_DIGITS, _GROUP = 78, 5
_LABEL = b"likeness/words/1/recovery"
_DRAWN_BYTES = 48  # 128 bits more than the order has: no number is likelier than another (FIPS 186-5, A.2.1)
_IN_WORDS = re.compile(r"[^\W\d_]+\W+[^\W\d_]+")


def recovery_text(key: SigningKey) -> str:
    """Return the sheet's text: sixteen groups of five digits."""
    number = int.from_bytes(key.secret, "big")
    text = f"{number:0{_DIGITS}d}{98 - number * 100 % 97:02d}"
    return " ".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def recovery_of(words: Words) -> SigningKey:
    """Return the recovery key that twelve words give, always the same."""
    drawn = HKDF(algorithm=hashes.SHA256(), length=_DRAWN_BYTES, salt=None, info=_LABEL).derive(words.secret)
    number = int.from_bytes(drawn, "big") % (ORDER - 1) + 1
    return SigningKey(number.to_bytes(SECRET_BYTES, "big"))


def read_recovery(text: str) -> SigningKey:
    """Return the key of a sheet's text: digits with blanks and line ends anywhere, or twelve words.

    Raises Unreadable: "bad-recovery", or what `read_words` says of words.
    """
    if _IN_WORDS.search(text):
        return recovery_of(read_words(text))
    digits = "".join(text.split())
    if len(digits) != _DIGITS + 2 or not (digits.isascii() and digits.isdigit()) or int(digits) % 97 != 1:
        raise Unreadable("bad-recovery")
    number = int(digits[:_DIGITS])
    if number >= 1 << 8 * SECRET_BYTES:
        raise Unreadable("bad-recovery")
    return SigningKey(number.to_bytes(SECRET_BYTES, "big"))
