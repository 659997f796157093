"""A lexicon in memory, for worlds without a registry: the verbs of `bulk.lexicon`."""

from __future__ import annotations

import polars as pl


class _Numbers:
    def __init__(self):
        self.texts = [""]
        self._numbers = {"": 0}

    def number(self, text):
        found = self._numbers.setdefault(text, len(self.texts))
        if found == len(self.texts):
            self.texts.append(text)
        return found


class MemoryLexicon:
    def __init__(self):
        self._names, self._facets = _Numbers(), _Numbers()
        self.number, self.facet = self._names.number, self._facets.number

    def text(self, number):
        return self._names.texts[number]

    def names(self):
        return pl.Series([None, *self._names.texts[1:]], dtype=pl.String)

    def facet_text(self, number):
        return self._facets.texts[number]
