"""What is kept for all papers, in words: which certificate they carry, and which authority is asked for the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from likeness.paper import names
from likeness.paper.wording import say

if TYPE_CHECKING:
    from likeness.paper.sealing.certificate_file import Told


def certificate_words(language: str, told: Told | None, *, fits: bool, soon: bool = False) -> str:
    """Return the sentence for the certificate that papers carry; not `fits` is of another key, `soon` nearly over."""
    if told is None:
        return say(language, "wishes", "certificate-own")
    code = ("certificate-ends" if soon else "certificate-of") if fits else "certificate-of-before"
    return say(language, "wishes", code, name=told.name, issuer=told.issuer, day=names.day(language, told.until))


def authority_words(language: str, address: str) -> str:
    """Return the sentence for the authority, empty where none is asked: what it gets, and what it learns."""
    return say(language, "wishes", "authority-asked" if address else "authority-none", address=address)


def pack_words(language: str, file: str, *, here: bool) -> str:
    """Return the sentence for the file with the letters of Chinese, Japanese and Korean."""
    return say(language, "wishes", "pack-here" if here else "pack-missing", file=file)
