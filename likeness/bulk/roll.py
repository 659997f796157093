"""The roll of licences: every mask as columns, and who may be judged by which (`naming`).

A position is the place of a licence in the roll; `numbers` are the licences' own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.bits import Bits, bit
from likeness.bulk.keys import Keyring, Keys
from likeness.bulk.lexicon import Lexicon, text_list
from likeness.bulk.mask import (
    ACCEPTED,
    ANYONE,
    AUTHORITY,
    COLUMNS,
    CONTRACT,
    NO_INSTANT,
    SIGNED,
    Mask,
    grant_from,
    limits_from,
)
from likeness.bulk.naming import ANYBODY, Naming
from likeness.bulk.numbering import together
from likeness.scope.grant import Grant

if TYPE_CHECKING:
    import polars as pl

Numbers = NDArray[np.unsignedinteger[Any]]
Flags = NDArray[np.bool_]
SELDOM = ("number", "performer", "notice_days")  # columns that are read only where somebody asks
SETS = ("passing", "likenesses", "projects", "acts", "purposes", "media", "places", "languages", "modifications",
        "content", "age", "zone", "limits", "paused")  # fmt: skip
FORMING = ("acts", "purposes", "media", "places", "languages", "modifications", "content", "age")
EMPTY = dict.fromkeys(("withdrawn", "superseded", "died"), NO_INSTANT) | {"longest": -1, "exploit_from": 0}
NAMED = {"likeness": "likeness", "user": "licensee", "project": "project"}  # the column that answers to each name


@dataclass(frozen=True)
class Facet:
    """A column of sets: `dense` numbers them, `texts` has those that are there by their numbers."""

    dense: Numbers
    texts: list[str]


class Roll:
    """Licences as columns; a position is a row."""

    def __init__(
        self, frame: pl.DataFrame, lexicon: Lexicon, keys: Keyring, seldom: Callable[[str], pl.Series]
    ) -> None:
        """`frame` has `licence` (row in the registry) and the mask columns; `SELDOM` ones are read if asked."""
        self.lexicon = lexicon
        self.keys = keys
        self.licences = frame["licence"].to_numpy()
        usual = (name for name in COLUMNS if name not in SELDOM)
        self._columns = {
            name: (frame[name].shrink_dtype() if name in SETS else frame[name]).to_numpy() for name in usual
        }
        self._read_seldom = seldom
        self._facets: dict[str, Facet] = {}
        self._stated: dict[str, Flags] = {}
        self._named: dict[str, Keys] = {}

    def __len__(self) -> int:
        return len(self.licences)

    def __getitem__(self, column: str) -> NDArray[Any]:
        return self._columns[column]

    @cached_property
    def numbers(self) -> pl.Series:
        """The licences' own numbers."""
        return self._read_seldom("number")

    @cached_property
    def _unjudged(self) -> dict[str, pl.Series]:
        return {name: self._read_seldom(name) for name in SELDOM if name != "number"}

    def stated(self, column: str) -> Flags:
        """Return which licences have a value in a column that is mostly empty, as a column that is quick to read."""
        if column not in self._stated:
            self._stated[column] = self._columns[column] != EMPTY[column]
        return self._stated[column]

    @cached_property
    def form(self) -> NDArray[np.uint32]:
        """Return what each licence grants and is, names and days aside, as one number: few licences differ in that."""
        return self._forms[0]

    @property
    def forms(self) -> int:
        """Return how many forms there are."""
        return len(self._forms[1])

    def by_form(self, column: str) -> NDArray[Any]:
        """Return, for each form, the number of a facet, or whether the licences of that form have a value."""
        known = self.facet(column).dense if column in FORMING else self.stated(column)
        return known.take(self._forms[1])

    @cached_property
    def _forms(self) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
        return together([*(self.facet(name).dense for name in FORMING), *(self.stated(name) for name in EMPTY)])

    @cached_property
    def windows(self) -> NDArray[np.int64]:
        """Return both windows of each licence in turn, making and showing: two days of 32 bits, the first and the last.

        What is looked up at random costs each time as much as a few things beside it.
        """
        names = ("create_from", "create_to", "exploit_from", "exploit_to")
        days = np.stack([self._columns[name].astype(np.int32, copy=False) for name in names], 1)
        return days.view(np.int64).ravel()

    def places_of(self, licences: Sequence[int] | NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the positions of licences by their rows."""
        return np.minimum(np.searchsorted(self.licences, np.asarray(licences, dtype=np.int64)), len(self) - 1)

    def grant(self, position: int) -> Grant:
        """Return one licence as the judge reads it."""
        columns = self._unjudged | self._columns
        mask = Mask(*(int(columns[name][position]) for name in COLUMNS))
        return grant_from(str(self.numbers[position]), mask, self.lexicon)

    def facet(self, column: str) -> Facet:
        """Return a column of sets with their texts."""
        if column not in self._facets:
            values = self._columns[column]
            most = int(values.max(initial=0))
            there = np.zeros(most + 1, dtype=bool)
            there[values] = True
            texts = [self.lexicon.facet_text(number) if met else "" for number, met in enumerate(there.tolist())]
            self._facets[column] = Facet(values.astype(np.min_scalar_type(most), copy=False), texts)
        return self._facets[column]

    @cached_property
    def fixed(self) -> tuple[Bits, Bits]:
        """Return the terms that every use of a licence breaks or misses: not in force, authority."""
        flags = self._columns["flags"]
        accepted = (flags & SIGNED != 0) & ((flags & ACCEPTED != 0) | (flags & CONTRACT == 0))
        broken = np.where(accepted, 0, bit("not-in-force")).astype(np.uint32)
        missing = np.where(flags & AUTHORITY != 0, 0, bit("authority")).astype(np.uint32)
        return broken, missing

    @cached_property
    def least(self) -> NDArray[np.float64]:
        """Return the smallest limit of each licence; endless where it has none."""
        facet = self.facet("limits")
        least = [min((limit.most for limit in limits_from(text)), default=np.inf) for text in facet.texts]
        return np.array(least, dtype=np.float64)[facet.dense]

    @cached_property
    def unfit(self) -> Flags:
        """Return which licences every use breaks or misses a term of."""
        broken, missing = self.fixed
        unfit: Flags = (broken | missing) != 0
        return unfit

    @cached_property
    def anyone(self) -> Flags:
        """Return which licences may be passed on to anyone."""
        facet = self.facet("passing")
        return np.array([text == ANYONE for text in facet.texts], dtype=bool)[facet.dense]

    def key(self, role: str) -> Keys:
        """Return the key of the first likeness, the licensee or the first project of each licence."""
        if role not in self._named:
            self._named[role] = self.keys.of(role, self._names)[self._columns[NAMED[role]]]
        return self._named[role]

    @cached_property
    def _names(self) -> pl.Series:
        return self.lexicon.names()

    @cached_property
    def naming(self) -> Naming:
        """Return who may be judged by which licence."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        frame = pl.DataFrame(
            {
                "likeness": self.key("likeness"),
                "party": np.where(self.anyone, ANYBODY, self.key("user")),
                "project": self.key("project"),
                "position": np.arange(len(self), dtype=np.uint32),
            }
        )
        for column, facet in (("party", "passing"), ("likeness", "likenesses"), ("project", "projects")):
            there = [number for number, text in enumerate(self.facet(facet).texts) if text not in ("", ANYONE)]
            frame = pl.concat([frame, *(self._further(frame, column, facet, number) for number in there)])
        return Naming(frame, len(self))

    def _further(self, frame: pl.DataFrame, column: str, facet: str, number: int) -> pl.DataFrame:
        """Return the names again for the further parties, likenesses or projects of the licences with one such list."""
        import polars as pl  # noqa: PLC0415  see naming

        text = self.facet(facet).texts[number]
        mine = frame.filter(pl.Series(self.facet(facet).dense[frame["position"].to_numpy()] == number))
        role = "user" if column == "party" else column
        known = self.keys.of(role, pl.Series(sorted(text_list(text)), dtype=pl.String))
        return mine.drop(column).join(pl.DataFrame({column: known}), how="cross").select(frame.columns)
