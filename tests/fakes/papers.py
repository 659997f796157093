"""A sealed PDF of the example licence, made once for all tests of a process."""

from __future__ import annotations

from functools import lru_cache

from likeness.paper.pdf import render_pdf
from likeness.paper.pdf_seal import seal_pdf
from likeness.paper.qr_image import QrCode, make_qr
from likeness.seal.keys import SigningKey
from likeness.verifier.hostile import Contents, contents_from
from likeness.verifier.reader_child import answer_for
from tests.fakes.licences import LIORA, SIGNED_AT, accepted
from tests.fakes.sheets import a_sheet


@lru_cache(maxsize=1)
def code() -> QrCode:
    """Return the code of the example licence."""
    found = make_qr(accepted())
    assert found is not None
    return found


@lru_cache(maxsize=4)
def page(data: bytes | None = None) -> bytes:
    """Return the rendered page, not sealed yet."""
    return render_pdf(a_sheet(), code(), data or accepted(), SIGNED_AT)


@lru_cache(maxsize=4)
def sealed(key: SigningKey = LIORA, data: bytes | None = None) -> bytes:
    """Return the page sealed by `key`."""
    return seal_pdf(page(data), key, "Liora Vantreight", SIGNED_AT, "Signature of the performer")


def read_here(kind: str, data: bytes) -> Contents:
    """Read as the limited child does, without starting one."""
    return contents_from(answer_for(kind, data))
