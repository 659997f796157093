"""What a page was made with, written into it as keywords, so that whoever has the same can make it again.

1. Everything that decides a byte of the page is in the makings: template, typst, fonts, and one fingerprint over our
   words, our code, the libraries that name places and draw codes, and the kind of computer (typst computes with
   fractions, and nobody promises that two kinds round alike).
2. Two programs with the same makings make the same page of the same licence. Other makings mean nothing bad: the page
   is then not compared, and what counts is shown from the signed data.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from platform import machine

from likeness.paper.setting.fonts import Shelf
from likeness.values.resource import resource

_OURS = ("paper", "licence", "values")  # the rooms whose code decides what stands on a page
_LIBRARIES = ("babel", "qrcode", "pyhanko", "tzdata")


def made_with(template: str, shelf: Shelf, *more: str) -> tuple[str, ...]:
    """Return what a page is made with: template, typst version, fingerprint of the fonts, makings, and `more`."""
    return (template, f"typst-{version('typst')}", f"fonts-{shelf.fingerprint}", f"made-{_fingerprint()}", *more)


@lru_cache(maxsize=1)
def _fingerprint() -> str:
    """Return 16 hex digits over all that decides a page, read once a process (about 120 small files)."""
    whole = sha256(f"likeness-{version('likeness')};{sys.platform}-{machine()};".encode())
    for library in _LIBRARIES:
        whole.update(f"{library}-{version(library)};".encode())
    house = Path(__file__).resolve().parents[2]
    code = [path for room in _OURS for path in sorted((house / room).rglob("*.py"))]
    shelf = [path for room in ("templates", "wording", "art") for path in sorted(resource(room).iterdir())]
    for path in (*code, *shelf):
        if path.is_file():
            whole.update(path.name.encode() + sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]
