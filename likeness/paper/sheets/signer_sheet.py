"""One page that says how to trust a signer in Acrobat: why it hesitates, the digits to compare, and what to click.

It is for whoever receives a sealed PDF and has no Likeness. It is not signed, and says so: the digits are compared by
telephone or in person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha1, sha256

from likeness.paper import names
from likeness.paper.setting.fonts import shelf_for
from likeness.paper.setting.makings import made_with
from likeness.paper.setting.marks import SIGNER_TEMPLATE
from likeness.paper.setting.pdf import house_mark, set_page
from likeness.paper.wording import say
from likeness.seal.keys import PublicKey

_STEPS = ("step-1", "step-2", "step-3", "step-4", "step-5")


def signer_sheet(languages: Sequence[str], name: str, public: PublicKey, der: bytes, made_at: datetime) -> bytes:
    """Return the page (PDF/A-3a, PDF/UA-1) for the holder of a key, in one language or two side by side.

    `der` are the bytes of the certificate that her papers carry: its fingerprints are the digits Acrobat shows.
    """
    prints = (
        public.digits,
        _groups(sha256(der).hexdigest()),
        _groups(sha1(der, usedforsecurity=False).hexdigest()),
    )
    pages = [_texts(language, name, made_at.date()) for language in languages]
    texts: dict[str, object] = {"pages": pages, "prints": prints, "mark": house_mark()}
    keywords = made_with(SIGNER_TEMPLATE, shelf_for(str(texts)))
    return set_page("signer.typ", texts | {"keywords": keywords}, made_at)


def _texts(language: str, name: str, day: date) -> dict[str, object]:
    def told(code: str) -> str:
        return say(language, "signer", code, name=name, day=names.day(language, day))

    same = "title subtitle why-heading why compare-heading compare steps-heading not-heading foot".split()
    return {
        "language": language,
        **{code.replace("-", "_"): told(code) for code in same},
        "print_names": [told("key"), told("certificate"), told("certificate-short")],
        "steps": [told(code) for code in _STEPS],
        "limits": told("not"),
        "page": say(language, "paper", "page", n="{n}", of="{of}"),
    }


def _groups(text: str) -> str:
    return " ".join(text[start : start + 4].upper() for start in range(0, len(text), 4))
