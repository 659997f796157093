"""What the gallery shows, read off the window's thread: likenesses, who holds copies, the one in the pane. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from likeness.acts.rules.read_caveats import died_on
from likeness.registry.doubles import DoubleRow
from likeness.registry.find_licences import Narrow
from likeness.registry.licences import HOLDING
from ui.kit.words import language
from ui.screens.doubles.reading import card_of, detail_of
from ui.screens.doubles.state import Card, Detail

PERFORMER = "performer"
MOST_HOLDERS = 50  # in the pane, the newest; the list of licences has them all


@dataclass(frozen=True)
class Found:
    """The cards, how many likenesses there are in all, and the one that is shown, if there is one."""

    cards: tuple[Card, ...]
    total: int
    detail: Detail | None


def find(desk: Any, words: str, chosen: str, zone: str, *, pictures: bool) -> Found:
    """Read the likenesses with these words, and the chosen one; the first of them where it is not among them.

    A registry of very many shows the first thousand, and the chosen one where no words are looked for.
    """
    doubles = desk.registry.doubles
    ids = doubles.find(words)
    rows = doubles.some(ids if words or not chosen else {*ids, chosen})
    held = desk.registry.licences.holders([one.id for one in rows], desk.clock.now())
    several = desk.registry.performers.several()
    shown = next((one for one in rows if one.id == chosen), rows[0] if rows else None)
    return Found(
        tuple(
            card_of(one, held[one.id].companies if one.id in held else 0, language(), several=several) for one in rows
        ),
        doubles.count(),
        shown and _detail(desk, shown, zone, pictures=pictures),
    )


def keeps_others(desk: Any) -> bool:
    """Tell whether the registry is of somebody who keeps likenesses of others."""
    return bool(desk.registry.owner.get().role != PERFORMER)


def _detail(desk: Any, one: DoubleRow, zone: str, *, pictures: bool) -> Detail:
    licences, now = desk.registry.licences, desk.clock.now()
    rows = licences.find(now, states=HOLDING, narrow=Narrow(likeness=one.id), most=MOST_HOLDERS)
    held = licences.holders([one.id], now)
    return detail_of(
        one,
        licences.page(rows, now),
        language(),
        pictures=pictures,
        died=died_on(desk.registry, one.performer, zone),
        of_another=keeps_others(desk),
        more_holders=held[one.id].licences - len(rows) if held else 0,
    )
