"""Texts as numbers, each with one number for ever (append-only): names, and facets, which are whole sets of codes.

- 0 is no text. A set of codes is one text (JSON, sorted), so that equal sets are one number; there are few of them.
- `MemoryLexicon` lives in memory; the registry keeps one in tables, behind the same verbs.
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


class _Numbers:
    def __init__(self) -> None:
        self.texts = [""]
        self._numbers = {"": 0}

    def number(self, text: str) -> int:
        found = self._numbers.setdefault(text, len(self.texts))
        if found == len(self.texts):
            self.texts.append(text)
        return found


class MemoryLexicon:
    """A lexicon of its own, for worlds without a registry."""

    def __init__(self) -> None:
        self._names, self._facets = _Numbers(), _Numbers()
        self.number, self.facet = self._names.number, self._facets.number

    def text(self, number: int) -> str:
        """Return the name of a number."""
        return self._names.texts[number]

    def names(self) -> pl.Series:
        """Return every name by its number; the first is null."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        return pl.Series([None, *self._names.texts[1:]], dtype=pl.String)

    def facet_text(self, number: int) -> str:
        """Return the facet of a number."""
        return self._facets.texts[number]


def list_text(codes: Iterable[str]) -> str:
    """Return a set of codes as one text."""
    return json.dumps(sorted(codes), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=65_536)
def text_list(text: str) -> frozenset[str]:
    """Return the set of codes of a text."""
    return frozenset(json.loads(text)) if text else frozenset()
