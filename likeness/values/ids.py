"""Ids for names that people type: the one that is known for a name, else a new one that no other name gets."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from hashlib import sha256

from likeness.values.text import slug

_LONGEST = 51  # letters, beside a hyphen and 8 digits


class Ids:
    """Ids by name, out of names by id."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._by_name = {_alike(name): one for one, name in reversed(list(known.items()))}

    def of(self, name: str) -> str:
        """Return the id of a name that is written like a known one, else a new id.

        A new id is made of plain letters. Where some of the name are lost by that (東宝, Мосфильм, a very long name),
        or another name has it, 8 digits of the name's print are added.
        """
        said = _alike(name)
        if said in self._by_name:
            return self._by_name[said]
        made = slug(name)
        if made in self._known or not _tells_all(name):
            made = f"{made[:_LONGEST].rstrip('-')}-{sha256(said.encode('utf-8', 'replace')).hexdigest()[:8]}"
        return made


def _alike(name: str) -> str:
    """Return a name as it is compared: letter case, width and spaces tell no names apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _tells_all(name: str) -> bool:
    """Tell whether no letter of a name is lost in its plain letters, but for accents."""
    letters = [letter for letter in unicodedata.normalize("NFKD", name) if letter.isalnum()]
    return all(letter.isascii() for letter in letters) and len(slug(name)) >= len(letters) > 0
