"""Names that the registry knows, with their ids: what a company's words for a work, a firm or a likeness stand for.

A word stands for a name that it is, or whose title (what stands before a comma, colon or bracket) it begins with:
"Harbour Nine S2E07" for "Harbour Nine, season 2". What fits two ids stands for none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from likeness.feeds.known_headings import plain
from likeness.values.text import shown

NAMED = ("likeness", "user", "project")


@dataclass(frozen=True)
class Known:
    """Names with their ids: of likenesses (their titles), of companies, of projects (their titles)."""

    user: Mapping[str, str] = field(default_factory=dict)
    project: Mapping[str, str] = field(default_factory=dict)
    likeness: Mapping[str, str] = field(default_factory=dict)

    def ids(self, target: str) -> frozenset[str]:
        """Return the ids that are known for a target."""
        return self._ids[target]

    def id_for(self, target: str, word: str) -> str | None:
        """Return the one id that a word is likely to stand for; strange characters stand for nothing."""
        said = plain(word) if shown(word) == word else ""
        if not said:
            return None
        names, titles = self._indexes[target]
        found = names.get(said)
        while found is None and said:
            found = titles.get(said)
            said = said.rpartition(" ")[0]
        return next(iter(found)) if found is not None and len(found) == 1 else None

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {target: frozenset(getattr(self, target).values()) for target in NAMED}

    @cached_property
    def _indexes(self) -> dict[str, tuple[dict[str, set[str]], dict[str, set[str]]]]:
        return {target: _indexed(getattr(self, target)) for target in NAMED}


def _indexed(names: Mapping[str, str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    whole: dict[str, set[str]] = {}
    titles: dict[str, set[str]] = {}
    for name, id_ in names.items():
        for said in (plain(name), plain(id_)):
            whole.setdefault(said, set()).add(id_)
        titles.setdefault(plain(re.split(r"[,:(]", name)[0]), set()).add(id_)
    return whole, titles
