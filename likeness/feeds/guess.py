"""What the columns and values of a report are likely to mean: guesses, marked as such, each with its reason.

- A column is guessed by its heading, else by its values; where neither reminds of anything it is left out.
- A column that stands twice is never guessed: nobody can say which of the two is meant.
- Doubtful dates and numbers without a unit are questions, never answers; numbers that are not whole are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Named
from dataclasses import dataclass
from functools import partial

from likeness.feeds.date_forms import DateForms, date_forms
from likeness.feeds.known_headings import heading_means
from likeness.feeds.known_names import NAMED, Known
from likeness.feeds.known_words import code_for, is_code, says_nothing
from likeness.feeds.mapping import Mapping
from likeness.feeds.source import XLSX, Source
from likeness.feeds.targets import COUNTS, DATES, LINE_ID, SEPARATOR, WORDS, target_of

BY_KEY, BY_HEADING, BY_VALUES = "by-key", "by-heading", "by-values"
TWICE, WHICH_UNIT, NOT_WHOLE, UNKNOWN = "twice", "which-unit", "not-whole", "unknown"
USUAL = (None, "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y%m%d")
_SAMPLES = 3
_MOSTLY = 0.8
_BY_VALUES = ("territory", "medium", "purpose", "act", "language")  # what values alone can tell, in this order
_NUMBER = re.compile(r"\d{1,3}([ ,.'\u00a0\u202f]?\d{3})*", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class ColumnGuess:
    """A column, what it is likely to mean (None: left out), why, and what stands in it."""

    name: str
    target: str | None
    reason: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class AliasGuess:
    """A value that is no code, how often it stood in the sample, and what it is likely to stand for (None: nothing)."""

    word: str
    count: int
    code: str | None
    nothing: bool = False


@dataclass(frozen=True)
class Guesses:
    """All guesses about a report; `mapping` is them as if all were right, with what is doubtful left out.

    `values` are the texts of each column in the sample, and how often each stood there.
    """

    columns: tuple[ColumnGuess, ...]
    dates: Named[str, DateForms]
    aliases: Named[str, tuple[AliasGuess, ...]]
    sheet: str | None
    heading_row: int
    values: Named[str, Counter[str]]

    def forms_of(self, column: str) -> tuple[str | None, ...]:
        """Return the date forms that a person may choose from for a column: those that fit, or the usual ones."""
        target = next((one.target for one in self.columns if one.name == column), None)
        found = self.dates.get(target or "")
        return USUAL if found is None else found.forms

    @property
    def mapping(self) -> Mapping:
        """The mapping that these guesses make; a doubtful date column has no form yet."""
        settled = {target: found.forms[0] for target, found in self.dates.items() if len(found.forms) == 1}
        aliases = {
            target: {one.word: one.code for one in words if one.code is not None or one.nothing}
            for target, words in self.aliases.items()
        }
        return Mapping(
            columns={one.name: one.target for one in self.columns if one.reason != TWICE},
            dates={target: form for target, form in settled.items() if form is not None},
            aliases={target: words for target, words in aliases.items() if words},
            sheet=self.sheet,
            heading_row=self.heading_row or None,
        )


def guess(source: Source, sample: Sequence[tuple[int, Sequence[str | None]]], known: Known | None = None) -> Guesses:
    """Guess from the headings and from sample rows (`likeness.feeds.blocks.beginning`), none of which is changed."""
    known = known or Known()
    values = [_values(sample, place) for place in range(len(source.columns))]
    taken: dict[str, str] = {}
    columns = []
    for place, name in enumerate(source.columns):
        target, reason = _column(source, name, values[place], known)
        if target in taken:
            target, reason = None, UNKNOWN
        if target is not None:
            taken[target] = name
        columns.append(ColumnGuess(name, target, reason, tuple(values[place])[:_SAMPLES]))
    dates, aliases = {}, {}
    for place, column in enumerate(columns):
        if column.target in DATES and (forms := _forms(source, values[place])) is not None:
            dates[column.target] = forms
        elif column.target in WORDS:
            aliases[column.target] = alias_guesses(column.target, values[place], known)
    counted = dict(zip(source.columns, values, strict=True))
    return Guesses(tuple(columns), dates, aliases, source.sheet, source.heading_row, counted)


def alias_guess(target: str, word: str, count: int, known: Known) -> AliasGuess | None:
    """Return what a value is likely to stand for; None for one that is a code or an id already."""
    if target in NAMED:
        members = word.split(SEPARATOR) if target == "likeness" else [word]
        return None if known.ids(target).issuperset(members) else AliasGuess(word, count, known.id_for(target, word))
    if is_code(target, word):
        return None
    return AliasGuess(word, count, code_for(target, word), nothing=says_nothing(word))


def _values(sample: Sequence[tuple[int, Sequence[str | None]]], place: int) -> Counter[str]:
    cells = ((cells[place] or "").strip() for _, cells in sample)
    return Counter(cell for cell in cells if cell)


def _column(source: Source, name: str, values: Counter[str], known: Known) -> tuple[str | None, str]:
    if source.columns.count(name) > 1:
        return None, TWICE
    if (target := target_of(name, source.columns)) is not None:
        return target, BY_KEY
    if (target := heading_means(name)) is not None and not (target == LINE_ID and max(values.values(), default=0) > 1):
        return (None, NOT_WHOLE) if target in COUNTS and not _whole(values) else (target, BY_HEADING)
    target = _by_values(source, values, known)
    if target is not None:
        return target, BY_VALUES
    numbers = sum(_NUMBER.fullmatch(value) is not None for value in values)
    return None, WHICH_UNIT if values and numbers >= _MOSTLY * len(values) else UNKNOWN


def _by_values(source: Source, values: Counter[str], known: Known) -> str | None:
    if not values:
        return None
    for target in NAMED:
        if _share(values, partial(_is_known, known, target)):
            return target
    if not all(value.isdigit() for value in values) and _forms(source, values) is not None:
        return "at"
    return next((target for target in _BY_VALUES if _share(values, partial(_reminds, target))), None)


def _whole(values: Counter[str]) -> bool:
    """Tell whether a column holds counts as `likeness.feeds.counts` reads them, for the most part."""
    return sum(count for value, count in values.items() if value.isdigit()) >= _MOSTLY * values.total()


def _share(values: Counter[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(bool, map(fits, values))) >= _MOSTLY * len(values)


def _is_known(known: Known, target: str, word: str) -> bool:
    return word in known.ids(target) or known.id_for(target, word) is not None


def _reminds(target: str, word: str) -> bool:
    """Tell whether a value speaks for a target; a bare tag says too little to be a language."""
    return code_for(target, word) is not None and not (target == "language" and is_code(target, word))


def _forms(source: Source, values: Counter[str]) -> DateForms | None:
    """Return the forms of a column; in a workbook a real date has none, and comes out as FORMAT writes it."""
    texts = [value for value in values if source.kind != XLSX or not _ISO_DAY.fullmatch(value)]
    return date_forms(texts or values)


def alias_guesses(target: str, values: Counter[str], known: Known) -> tuple[AliasGuess, ...]:
    """Return the values of a column that are no codes or ids, the most frequent first."""
    found = (alias_guess(target, word, count, known) for word, count in values.most_common())
    return tuple(one for one in found if one is not None)
