"""A sealed PDF of the example licence, made once for all tests of a process."""

from __future__ import annotations

from functools import lru_cache

from likeness.licence.bundle import read_bundle
from likeness.paper.qr.qr_image import QrCode, make_qr
from likeness.paper.sealing.pdf_seal import Extras, seal_pdf
from likeness.paper.setting.pdf import render_pdf
from likeness.paper.sheets.licence_paper import Plan, field_text, licence_page, paper_time
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
    return render_pdf([a_sheet()], code(), data or accepted(), SIGNED_AT)


@lru_cache(maxsize=4)
def sealed(key: SigningKey = LIORA, data: bytes | None = None) -> bytes:
    """Return the page sealed by `key`."""
    return seal_pdf(page(data), key, "Liora Vantreight", SIGNED_AT, "Signature of the performer")


@lru_cache(maxsize=16)
def a_paper(key: SigningKey = LIORA, languages: tuple[str, ...] = ("en",), extras: Extras | None = None) -> bytes:
    """Return the example licence as it is exported: its own page, sealed."""
    bundle, plan = read_bundle(accepted()), Plan(languages)
    sheet = licence_page(bundle, plan, code())
    return seal_pdf(sheet, key, "Liora Vantreight", paper_time(bundle), field_text(bundle, plan), extras)


def read_here(kind: str, data: bytes) -> Contents:
    """Read as the limited child does, without starting one."""
    return contents_from(answer_for(kind, data))
