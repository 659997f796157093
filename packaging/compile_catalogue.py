"""Compile the French words of the command line: `messages.po` is written by people, `messages.mo` beside it is read.

Run it by hand after changing the words: ``python packaging/compile_catalogue.py``.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SHELF = Path(__file__).resolve().parents[1] / "resources" / "i18n" / "fr" / "LC_MESSAGES"


def compiled(words: bytes) -> bytes:
    """Return a catalogue as gettext reads it; raise what babel raises where the file is no catalogue."""
    catalogue = BytesIO()
    write_mo(catalogue, read_po(BytesIO(words), locale="fr", abort_invalid=True))
    return catalogue.getvalue()


if __name__ == "__main__":
    (SHELF / "messages.mo").write_bytes(compiled((SHELF / "messages.po").read_bytes()))
