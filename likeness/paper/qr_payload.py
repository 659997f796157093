"""The text inside a QR code.

1. `LIK1:` and base45 (RFC 9285) of the `.likeness` bytes: only characters of the alphanumeric mode.
2. Where the owner names a host for her verifier page: `HTTPS://HOST/V#` and the bytes as one decimal number. Readers
   take both forms and never ask the host.

Each form of the same bytes is one text; every other spelling is refused (Unreadable `qr-...`).
"""

from __future__ import annotations

import re

from likeness.errors import Unreadable

PREFIX = "LIK1:"
MOST_BYTES = 2_953  # no code of any version holds more
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
_ADDRESS = re.compile(r"HTTPS://[A-Z0-9.-]{1,100}(:[0-9]{1,5})?/V#([1-9][0-9]{0,7200})", re.ASCII)
_DIGITS_A_TURN = 4_000  # below the limit that Python sets on turning text into a number


def qr_text(data: bytes, host: str | None = None) -> str:
    """Return the text of a code for `.likeness` bytes; `host` (such as "example.org") picks the second form."""
    if host is None:
        return PREFIX + base45_encode(data)
    return f"HTTPS://{host.upper()}/V#{_decimal(int.from_bytes(data, 'big'))}"


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
    if len(text) % 3 == 1 or len(text) > MOST_BYTES * 3 // 2 + 1:
        raise Unreadable("qr-length")
    try:
        values = [_VALUES[character] for character in text]
    except KeyError as why:
        raise Unreadable("qr-character", value=ascii(why.args[0])) from why
    out = bytearray()
    for start in range(0, len(values), 3):
        group = values[start : start + 3]
        number = sum(value * 45**place for place, value in enumerate(group))
        width = len(group) - 1
        if number >= 1 << 8 * width:
            raise Unreadable("qr-group")
        out += number.to_bytes(width, "big")
    return bytes(out)


def _decimal(number: int) -> str:
    """Write a number of any length (Python stops at 4,300 digits)."""
    high, low = divmod(number, 10**_DIGITS_A_TURN)
    return f"{high}{low:0{_DIGITS_A_TURN}d}" if high else str(low)


def _number(digits: str) -> int:
    high, low = digits[:-_DIGITS_A_TURN], digits[-_DIGITS_A_TURN:]
    scale: int = 10 ** len(low)
    return int(high or "0") * scale + int(low)
