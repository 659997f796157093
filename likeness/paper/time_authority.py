"""Asking a time stamp authority (RFC 3161 over HTTP): the one place of the house that uses a network.

Only where a person has named an authority, for this very paper or for all of hers, and only the fingerprint of the
signature is sent.
"""

from __future__ import annotations

from http.client import HTTPException
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from likeness.errors import Refused
from likeness.paper.pdf_stamp import keep_stamp, stamp_request

_SECONDS = 20
_MOST_BYTES = 65_536
_ASKING = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


def is_address(text: str) -> bool:
    """Tell whether a text is an address that can be asked: of the web, with a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and text.isprintable() and " " not in text
    except ValueError:
        return False


def ask_for_stamp(address: str, signature: bytes, nonce: int) -> bytes:
    """Return the token of an authority over a signature, in our form and checked.

    Raises Refused ("authority-address", "authority-silent") or Unreadable ("stamp-...").
    """
    if not is_address(address):
        raise Refused("authority-address", value=address[:80])
    asked = Request(address, stamp_request(signature, nonce), _ASKING)  # noqa: S310  http and https alone, see above
    try:
        with urlopen(asked, timeout=_SECONDS) as answer:  # noqa: S310
            told = answer.read(_MOST_BYTES)
    except (OSError, HTTPException, ValueError) as why:
        raise Refused("authority-silent", value=address[:80]) from why
    return keep_stamp(told, signature, nonce)
