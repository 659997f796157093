"""Ids of works in public registers, packed: an EIDR becomes 10 bytes, every other id stays text.

An EIDR is `eidr:10.5240/` and 20 hexadecimal digits in groups of four with a check character (ISO 7064 Mod 37,36;
EIDR ID format, section 3). It is packed only if it is written exactly as it would be unpacked.
"""

from __future__ import annotations

from likeness.errors import Unreadable

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PREFIX = "eidr:10.5240/"
_BYTES = 10


def pack_public_id(text: str) -> str | bytes:
    """Return 10 bytes for a well-formed EIDR, the text itself for anything else."""
    digits = text.removeprefix(_PREFIX).replace("-", "")[:-1]
    try:
        packed = bytes.fromhex(digits)
    except ValueError:
        return text
    return packed if len(packed) == _BYTES and _eidr(packed) == text else text


def unpack_public_id(value: object) -> str:
    """Return the id that was packed, or raise Unreadable."""
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes) or len(value) != _BYTES:
        raise Unreadable("field-type", wanted="public-id")
    return _eidr(value)


def _eidr(packed: bytes) -> str:
    digits = packed.hex().upper()
    groups = [digits[start : start + 4] for start in range(0, 20, 4)]
    return f"{_PREFIX}{'-'.join(groups)}-{check_character(digits)}"


def check_character(digits: str) -> str:
    """Return the ISO 7064 Mod 37,36 check character of digits and capital letters."""
    carry = 36
    for digit in digits:
        carry = (carry + _ALPHABET.index(digit)) % 36 or 36
        carry = carry * 2 % 37
    return _ALPHABET[(37 - carry) % 36]
