"""Asking a time stamp authority (RFC 3161 over HTTP): the one place of the house that uses a network.

Only where a person has named an authority, for this very paper or for all of hers, and only the fingerprint of the
signature is sent. An authority that sends on to another address is not followed: that one she did not name.
"""

from __future__ import annotations

from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from likeness.errors import Refused
from likeness.paper.sealing.pdf_stamp import keep_stamp, stamp_request

_SECONDS = 20
_MOST_BYTES = 65_536
_ASKING = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


class _Straight(HTTPRedirectHandler):
    def redirect_request(self, *_asked: object) -> None:
        """Follow nobody: the answer that sends on is then an error as any other."""


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
        with build_opener(_Straight).open(asked, timeout=_SECONDS) as answer:
            told = answer.read(_MOST_BYTES)
    except (OSError, HTTPException, ValueError) as why:
        if isinstance(why, HTTPError):
            why.close()  # it is the answer too, and holds the line
        raise Refused("authority-silent", value=address[:80]) from why
    return keep_stamp(told, signature, nonce)
