"""Names as keys: a likeness, a user and a project of a row become numbers of 64 bits that can be compared and joined.

- Keys are a hash with a seed of chance, fresh in each run and never stored: nobody can write a report whose names fall
  together with those of a licence. By accident, a million rows beside a million licences meet once in 20 million runs.
- 0 is a name that is not stated (or, of a licence, anybody); no name has the key 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import polars as pl

Keys = NDArray[np.uint64]
_ROLES = (
    "likeness",
    "user",
    "project",
    "act",
    "purpose",
    "medium",
    "territory",
    "language",
    "modification",
    "content",
)  # a company and a likeness of one name have two keys


@dataclass(frozen=True)
class Keyring:
    """Makes keys; `seed` is a whole number below 2 to the 62nd."""

    seed: int

    def hash(self, role: str, texts: pl.Series) -> Keys:
        """Return a hash of each text in a role; null has one of its own."""
        return texts.hash(self.seed + _ROLES.index(role)).to_numpy()

    def of(self, role: str, texts: pl.Series) -> Keys:
        """Return the key of each name in a role; null has 0."""
        keys: Keys = self.hash(role, texts) | np.uint64(1)
        if texts.null_count():
            keys[texts.is_null().to_numpy()] = 0
        return keys
