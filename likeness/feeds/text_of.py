"""The text of a report: UTF-8, with or without a byte-order mark, else cp1252 with notice (FORMAT section 6)."""

from __future__ import annotations

import codecs
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """The text and the encoding it was read as."""

    text: str
    encoding: str


def text_of(data: bytes) -> Text:
    """Return the text of bytes; every byte has a meaning in cp1252 here, so this never fails."""
    bare = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Text(bare.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Text(bare.decode("cp1252", errors="replace"), "cp1252")
