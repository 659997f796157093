"""Texts as numbers, each with one number for ever (append-only): names, and facets, which are whole sets of codes.

- 0 is no text. A set of codes is one text (JSON, sorted), so that equal sets are one number; there are few of them.
- The registry keeps them in tables, behind these verbs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import polars as pl


class Lexicon(Protocol):
    """Numbers for names and facets."""

    def number(self, name: str) -> int:
        """Return the number of a name; a new one gets the next."""
        ...

    def text(self, number: int) -> str:
        """Return the name of a number."""
        ...

    def names(self) -> pl.Series:
        """Return every name by its number; the first is null."""
        ...

    def facet(self, text: str) -> int:
        """Return the number of a facet; a new one gets the next."""
        ...

    def facet_text(self, number: int) -> str:
        """Return the facet of a number."""
        ...


def list_text(codes: Iterable[str]) -> str:
    """Return a set of codes as one text."""
    return json.dumps(sorted(codes), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=65_536)
def text_list(text: str) -> frozenset[str]:
    """Return the set of codes of a text."""
    return frozenset(json.loads(text)) if text else frozenset()
