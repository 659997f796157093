"""The text inside a QR code.

1. `LIK1:` and base45 (RFC 9285) of the `.likeness` bytes: only characters of the alphanumeric mode.
2. Where the owner names a host for her verifier page: `HTTPS://HOST/V#` and the bytes as one decimal number. Readers
   take both forms and never ask the host.

Each form of the same bytes is one text; every other spelling is refused (Unreadable `qr-...`).
"""

from __future__ import annotations

import re

from likeness.errors import Unreadable
from likeness.values.text import shown

PREFIX = "LIK1:"
MOST_BYTES = 2_953  # no code of any version holds more
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_LETTERS = _ALPHABET.encode()
_VALUES = bytes(max(_LETTERS.find(code), 0) for code in range(256))
_ADDRESS = re.compile(r"HTTPS://[A-Z0-9.-]{1,100}(:[0-9]{1,5})?/V#([1-9][0-9]{0,7200})", re.ASCII)
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
_LONGEST_HOST = 100
_DIGITS_A_TURN = 4_000  # below the limit that Python sets on turning text into a number


def qr_text(data: bytes, host: str | None = None) -> str:
    """Return the text of a code for `.likeness` bytes; `host` (such as "example.org") picks the second form."""
    if host is None:
        return PREFIX + base45_encode(data)
    return f"HTTPS://{host.upper()}/V#{_decimal(int.from_bytes(data, 'big'))}"


def clean_host(text: str) -> str:
    """Return a host as an address has it, in small letters and punycode, or raise Unreadable.

    A host is letters, digits, dots and hyphens (RFC 1123 section 2.1), at most 100 characters, with a dot inside and
    no label that begins or ends with a hyphen. No scheme, no port, no path.
    """
    try:
        host = text.strip().encode("idna").decode("ascii").lower()  # RFC 3490: what people write in their own letters
    except UnicodeError as why:
        raise Unreadable("bad-host", value=shown(text)[:60]) from why
    if len(host) > _LONGEST_HOST or not _HOST.fullmatch(host):
        raise Unreadable("bad-host", value=shown(text)[:60])
    return host


def is_ours(text: str) -> bool:
    """Tell whether a text claims to be one of ours."""
    return text.startswith(PREFIX) or _ADDRESS.fullmatch(text) is not None


def qr_bytes(text: str) -> bytes:
    """Return the `.likeness` bytes of a text, or raise Unreadable."""
    if text.startswith(PREFIX):
        return base45_decode(text.removeprefix(PREFIX))
    match = _ADDRESS.fullmatch(text)
    if match is None:
        raise Unreadable("qr-not-ours")
    number = _number(match[2])
    data = number.to_bytes((number.bit_length() + 7) // 8, "big")
    if len(data) > MOST_BYTES:
        raise Unreadable("qr-too-long", most=MOST_BYTES)
    return data


def base45_encode(data: bytes) -> str:
    """Encode bytes: two become three characters, a last single one two (RFC 9285 section 4)."""
    out: list[str] = []
    for start in range(0, len(data) - 1, 2):
        rest, first = divmod(data[start] << 8 | data[start + 1], 45)
        third, second = divmod(rest, 45)
        out.append(_ALPHABET[first] + _ALPHABET[second] + _ALPHABET[third])
    if len(data) % 2:
        second, first = divmod(data[-1], 45)
        out.append(_ALPHABET[first] + _ALPHABET[second])
    return "".join(out)


def base45_decode(text: str) -> bytes:
    """Decode base45, or raise Unreadable: a wrong length, a foreign character, a group that is too large."""
    letters = text.encode("ascii", "replace")  # into "?", which is as foreign
    if letters.translate(None, _LETTERS):
        raise Unreadable("qr-character", value=ascii(next(one for one in text if one not in _ALPHABET)))
    if len(text) % 3 == 1 or len(text) > MOST_BYTES * 3 // 2 + 1:
        raise Unreadable("qr-length")
    values = letters.translate(_VALUES)
    whole = len(values) // 3 * 3
    last = values[whole:]
    rest = last[0] + 45 * last[1] if last else 0
    if rest > 0xFF:
        raise Unreadable("qr-group")
    return _groups(values[:whole], len(values) // 3) + bytes([rest] if last else [])


def _groups(values: bytes, count: int) -> bytes:
    """Turn each three values into the two bytes that they stand for.

    A code is read from every frame of a camera, so this may not take longer than its signature: all groups at once, as
    the digits of one number, 32 bits each, which no group fills (44 + 45 x 44 + 2025 x 44 is below 2 to the 17th).
    """
    numbers = []
    for place in range(3):
        digits = bytearray(4 * count)
        digits[0::4] = values[place::3]
        numbers.append(int.from_bytes(digits, "little"))
    first, second, third = numbers
    groups = (first + 45 * second + 2025 * third).to_bytes(4 * count, "little")
    if groups[2::4] != bytes(count):
        raise Unreadable("qr-group")
    data = bytearray(2 * count)
    data[0::2], data[1::2] = groups[1::4], groups[0::4]
    return bytes(data)


def _decimal(number: int) -> str:
    """Write a number of any length (Python stops at 4,300 digits)."""
    high, low = divmod(number, 10**_DIGITS_A_TURN)
    return f"{high}{low:0{_DIGITS_A_TURN}d}" if high else str(low)


def _number(digits: str) -> int:
    high, low = digits[:-_DIGITS_A_TURN], digits[-_DIGITS_A_TURN:]
    scale: int = 10 ** len(low)
    return int(high or "0") * scale + int(low)
