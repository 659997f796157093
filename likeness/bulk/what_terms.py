"""The terms that depend on what is done, by whom, where and with what: `scope.what` for many pairs at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from likeness.bulk import rules
from likeness.bulk.beside import Beside, missing_where
from likeness.bulk.docket import NOT_STATED, Docket
from likeness.bulk.lexicon import text_list
from likeness.bulk.mask import NO_INSTANT
from likeness.bulk.meeting import Meeting
from likeness.bulk.moments import DAY, EPOCH
from likeness.bulk.once import BROKEN, MISSING, States, Told, asked_once
from likeness.values.territories import days_of_change

if TYPE_CHECKING:
    import polars as pl

_AGES = 202  # 0 to 200, and not stated


def user(beside: Beside) -> States:
    found, silent = np.zeros(len(beside.pairs.row), dtype=np.uint8), beside.docket.user == 0
    if silent.any():
        some = np.flatnonzero(silent.take(beside.pairs.row))
        found[some] = missing_where(~beside.roll.anyone.take(beside.pairs.licence.take(some)))
    return found


def project(beside: Beside) -> States:
    if beside.pairs.own:
        return np.zeros(len(beside.pairs.row), dtype=np.uint8)
    used = beside.docket.project.take(beside.pairs.row)
    same = used == beside.roll.key("project").take(beside.pairs.licence)
    facet = beside.roll.facet("projects")
    others = facet.dense.take(beside.pairs.licence)
    for number, text in enumerate(facet.texts):
        if text:
            known = beside.roll.keys.of("project", _series(text_list(text)))
            same |= (others == number) & np.isin(used, known)
    states = np.where(same, np.uint8(0), np.uint8(BROKEN))
    if not used.all():
        states[used == 0] = MISSING
    return states


def act(met: Meeting) -> States:
    (granted, texts), (used, values) = met.granted("acts"), met.few("act")
    both = granted._replace(numbers=granted.numbers * np.uint32(2) + met.roll.by_form("exploit_from"))
    return asked_once(both, used, len(values), lambda g, u: rules.act(texts[g // 2], bool(g % 2), values[u]))


def purpose(met: Meeting) -> States:
    return _asked(met, "purposes", "purpose", rules.purpose)


def medium(met: Meeting) -> States:
    return _asked(met, "media", "medium", rules.medium)


def language(met: Meeting) -> States:
    return _asked(met, "languages", "language", rules.language)


def modification(met: Meeting) -> States:
    return _asked_shaped(met, "modifications", "modification", rules.modification)


def content(met: Meeting) -> States:
    return _asked_shaped(met, "content", "content", rules.content)


def age(beside: Beside) -> States:
    granted, texts = beside.granted("age")
    if texts == [""]:
        return np.zeros(len(beside.pairs.row), dtype=np.uint8)
    both = Told((beside.docket.age + 1) * 2 + beside.docket.shaping, beside.pairs.row)
    return asked_once(
        granted, both, _AGES * 2, lambda g, u: rules.age(texts[g], None if u < 2 else u // 2 - 1, bool(u % 2))
    )


def territory(met: Meeting) -> States:
    """Ask as groups are now; a use of before their last change is asked by its day (`territory_then`)."""
    (granted, texts), (used, values) = met.granted("places"), met.few("territory")
    return asked_once(granted, used, len(values), lambda g, u: rules.territory(texts[g], values[u], None, None))


def territory_then(beside: Beside) -> States:
    """Ask on the last day of each stretch between two changes of a group's members."""
    changes = days_of_change()
    bounds = np.array([day.toordinal() for day in changes])
    (granted, texts), (used, values) = beside.granted("places"), beside.few("territory")
    mine = beside.at.stretch(bounds)
    utc = np.where(beside.docket.at != NO_INSTANT, beside.docket.at // DAY + EPOCH, bounds[-1])
    groups = np.searchsorted(bounds, utc, side="right").take(beside.pairs.row)
    stretches = len(bounds) + 1
    when = (used.each(stretches) + mine) * stretches + groups

    def rule(grant: int, used: int) -> int:
        rest, group = divmod(used, stretches)
        value, day = divmod(rest, stretches)
        return rules.territory(texts[grant], values[value], _day(changes, day), _day(changes, group))

    return asked_once(granted, Told(when, np.arange(len(when))), len(values) * stretches**2, rule)


def is_of_now(docket: Docket) -> bool:
    """Tell whether all uses came after the last change of a group's members, in whatever zone: nearly always."""
    return docket.earliest > (days_of_change()[-1].toordinal() + 2 - EPOCH) * DAY


def length(beside: Beside) -> States:
    limited = beside.stated("longest")
    if limited is None:
        return np.zeros(len(beside.pairs.row), dtype=np.uint8)
    found = missing_where(limited & beside.making)
    some = np.flatnonzero(found)
    if len(some) and "second" in beside.docket.quantity:
        longest = beside.roll["longest"].take(beside.pairs.licence[some])
        seconds = beside.docket.quantity["second"].take(beside.pairs.row[some])
        found[some] = np.where(seconds == NOT_STATED, MISSING, np.where(seconds <= longest, 0, BROKEN))
    return found


def _asked(met: Meeting, facet: str, name: str, rule: Callable[[str, str | None], int]) -> States:
    (granted, texts), (used, values) = met.granted(facet), met.few(name)
    return asked_once(granted, used, len(values), lambda g, u: rule(texts[g], values[u]))


def _asked_shaped(met: Meeting, facet: str, name: str, rule: Callable[[str, str | None, bool], int]) -> States:
    (granted, texts), (used, values) = met.granted(facet), met.few(name)
    both = used._replace(numbers=used.numbers * np.uint32(2) + met.docket.shaping_kinds)
    return asked_once(granted, both, len(values) * 2, lambda g, u: rule(texts[g], values[u // 2], bool(u % 2)))


def _series(texts: frozenset[str]) -> pl.Series:
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    return pl.Series(sorted(texts), dtype=pl.String)


def _day(changes: tuple[date, ...], stretch: int) -> date | None:
    """Return a day inside a stretch between changes; None, the newest table, after the last one."""
    return None if stretch == len(changes) else date.fromordinal(changes[stretch].toordinal() - 1)
