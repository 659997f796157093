"""Reading the list: what matches, how many there are of each kind, and what is held. No Qt; runs on the read lane.

- Only a page of uses is ever read; how many there are is counted, never gathered.
- A verdict's count follows the flags that are shown: open ones (letters and invoices on their way too), settled, all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from likeness.acts.whose import performers_of_uses, whose_uses
from likeness.registry.flags import CLOSED, GOING, STATES
from likeness.values.days import day_in
from ui.kit.figures import count_text
from ui.kit.lists.use_words import projects_of, terms_from
from ui.kit.words import tr, tr_n
from ui.screens.uses.reading import items_of
from ui.screens.uses.state import ALL, OPEN, SETTLED, Item, UsesState

VERDICTS = ("OUT_OF_SCOPE", "NEEDS_REVIEW", "IN_SCOPE")
SHOWN = {OPEN: GOING, SETTLED: CLOSED, ALL: ()}
_FLAGGED = VERDICTS[:2]
_SHA256_DIGITS = 64
FARTHEST = 2_000  # uses; more of them to come back to one would take longer than to look for it


@dataclass(frozen=True)
class Listed:
    """One page of the list, with the row of each use, and the counts beside it."""

    items: tuple[Item, ...]
    rows: dict[str, int]
    most: int
    found: str
    total: int
    counts: tuple[tuple[str, int], ...]
    more: bool
    held: str
    several: bool


def listed(office: Any, state: UsesState, most: int, lang: str, *, as_left: bool = False) -> Listed:
    """Return what matches the filters of `state`, newest first, at most `most`.

    A list that is shown `as_left` is read as far as the use that was chosen then, within `FARTHEST`.
    """
    registry = office.registry
    flags = SHOWN[state.flags]
    found = _matching(registry, state, FARTHEST if as_left else most)
    if as_left:
        most = max(most, _place_of(registry, state.chosen, found) + 1)
        found = found[:most]
    uses = registry.uses.page(found)
    people = {user: registry.people.name(user) or user for user in {row.use.user for row in uses} if user}
    names = {**projects_of(office, uses), **people}
    today = day_in(office.clock.now(), "UTC")
    whose = whose_uses(registry, uses)
    items = items_of(uses, registry.flags.newest(found), names, terms_from(office), whose, today, lang)
    whole = registry.uses.counts()
    counts = {**whole, **{one: _shown(registry, one, flags) for one in _FLAGGED}}
    more = len(found) == most
    return Listed(
        tuple(items),
        {row.use.id: row.row for row in uses},
        most,
        _found(state, counts, len(found), lang, more=more),
        sum(whole.values()),
        tuple((one, counts[one]) for one in VERDICTS),
        more,
        _held(registry),
        registry.performers.several(),
    )


def _matching(registry: Any, state: UsesState, most: int) -> list[int]:
    """Return the rows that match, newest first, at most `most`.

    Likenesses of several performers may bear one id in licences that others granted: whose a use is, its licences say,
    and more is looked through until enough are hers, within `FARTHEST`.
    """
    whose = registry.performers.likenesses_of(state.performer) if state.performer else None
    verdicts, flags, wide = sorted(state.chosen_verdicts), SHOWN[state.flags], most
    while True:
        found: list[int] = registry.uses.find(
            verdicts=verdicts, flags=flags, words=state.words, likenesses=whose, most=wide
        )
        if whose is None:
            return found
        names = performers_of_uses(registry, registry.uses.page(found))
        hers = [row for row in found if state.performer in names.get(row, ())]
        if len(hers) >= most or len(found) < wide or wide >= FARTHEST:
            return hers[:most]
        wide = min(4 * wide, FARTHEST)


def _place_of(registry: Any, use: str, found: Sequence[int]) -> int:
    """Return where a use stands among the rows that were found; -1 where it does not."""
    row = registry.uses.get(use)
    return found.index(row.row) if row is not None and row.row in found else -1


def reporter_name(registry: Any, reporter: str) -> str:
    """Return who sent a report; empty where nobody said."""
    return registry.people.name(reporter) or ("" if len(reporter) == _SHA256_DIGITS else reporter)


def _shown(registry: Any, verdict: str, flags: tuple[str, ...]) -> int:
    counts = registry.flags.counts(verdict)
    return sum(counts[state] for state in flags or STATES)


def _found(state: UsesState, counts: dict[str, int], here: int, lang: str, *, more: bool) -> str:
    if not state.words and not state.performer:
        return count_text(sum(counts[one] for one in state.chosen_verdicts or VERDICTS), lang)
    return count_text(here, lang) + ("+" if more else "")


def _held(registry: Any) -> str:
    """Return the sentence about rows that contradict earlier ones, empty where there are none."""
    by = registry.reports.held_by()
    count = sum(many for _, many in by)
    company = reporter_name(registry, by[0][0]) if len(by) == 1 else ""
    if not count:
        return ""
    if company:
        return tr_n("{n} row of a report by {company} says something else than before.",
                    "{n} rows of a report by {company} say something else than before.", n=count,
                    company=company)  # fmt: skip
    return tr_n("{n} row of a report says something else than before.",
                "{n} rows of reports say something else than before.", n=count)  # fmt: skip


def empty_words(state: UsesState) -> tuple[str, str]:
    """Return title and line of an empty list that has uses behind its filters."""
    if state.flags == OPEN and not state.words and not state.performer:
        return tr("Nothing waits for you here"), tr(
            "Every flag is settled. Settled ones and all others are one chip away."
        )
    return tr("Nothing matches"), tr("Try another word, or other verdicts.")
