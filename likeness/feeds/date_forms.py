"""In which forms a column of dates may be written: every form that fits all of its samples.

Where two forms give different days (04/07: April or July?) nothing is guessed: that is a question for a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from likeness.errors import Unreadable
from likeness.feeds.moments import moment_of

_DAYS = ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d/%m/%y",
         "%m/%d/%y", "%d.%m.%y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y")  # fmt: skip
_HOURS = ("", " %H:%M", " %H:%M:%S", "T%H:%M", "T%H:%M:%S", " %I:%M %p")
FORMS = tuple(f"{day}{hour}" for hour in _HOURS for day in (*_DAYS, "%Y-%m-%d") if hour or day != "%Y-%m-%d")
_NEARLY = 0.9


@dataclass(frozen=True)
class DateForms:
    """Forms that fit (None: as FORMAT writes dates), whether they fit `all` samples, and samples that tell them apart.

    With one form there is nothing to ask. With several, `doubtful` holds a sample and the day that each form reads.
    """

    forms: tuple[str | None, ...]
    fits_all: bool
    doubtful: tuple[str, ...] = ()

    @property
    def asks(self) -> tuple[str, date]:
        """A sample that the forms read differently, and the day that the first form reads in it."""
        read = moment_of(self.doubtful[0], self.forms[0])
        return self.doubtful[0], read.date() if isinstance(read, datetime) else read


def date_forms(samples: Iterable[str]) -> DateForms | None:
    """Return the forms in which the samples can be read, or None if they are no dates."""
    texts = list(dict.fromkeys(samples))
    if not texts:
        return None
    fits = {form: sum(_reads(text, form) is not None for text in texts) for form in (None, *FORMS)}
    most = max(fits.values())
    if most < _NEARLY * len(texts):
        return None
    forms = tuple(form for form, count in fits.items() if count == most)
    return _without_twins(forms, texts, fits_all=most == len(texts))


def _without_twins(forms: tuple[str | None, ...], texts: list[str], *, fits_all: bool) -> DateForms:
    """Keep one of the forms that read every sample alike."""
    kept: dict[tuple[str | None, ...], str | None] = {}
    for form in forms:
        kept.setdefault(tuple(_reads(text, form) for text in texts), form)
    apart = [text for index, text in enumerate(texts) if len({reading[index] for reading in kept}) > 1]
    return DateForms(tuple(kept.values()), fits_all, tuple(apart[:3]))


def _reads(text: str, form: str | None) -> str | None:
    try:
        return str(moment_of(text, form))
    except Unreadable:
        return None
