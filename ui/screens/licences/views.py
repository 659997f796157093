"""Saved views: words, filters and order under a name, kept in the registry. No Qt.

What nobody can read, of a later version or spoiled, is no view: it is only a convenience.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from likeness.registry.find_licences import ENDS, EVERY, NEWEST, ORDERS, Narrow
from likeness.registry.licence_row import STATES
from likeness.values.alphabet import alphabet
from likeness.values.order import Order
from ui.kit.lists.asked import Asked
from ui.kit.undoing.undo import Inverse
from ui.kit.words import tr
from ui.screens.licences.state import LicencesState

SETTING, MOST, LONGEST = "licence-views", 30, 60


@dataclass(frozen=True)
class SavedView:
    """What the list was asked to show; `likeness` is what the likeness of the filter is called."""

    name: str = ""
    states: tuple[str, ...] = ()
    words: str = ""
    narrow: Narrow = EVERY
    likeness: str = ""
    order: Order = NEWEST

    @property
    def plain(self) -> bool:
        """Tell whether it shows everything, as the list does by itself."""
        return replace(self, name="", likeness="") == SavedView()


def view_of(state: LicencesState) -> SavedView:
    """Return what the list shows, without a name."""
    return SavedView("", tuple(sorted(state.chosen_states)), state.words, state.narrow, state.likeness, state.order)


def asked_by(view: SavedView) -> dict[str, Any]:
    """Return what a view changes of the state of the list."""
    return {
        "chosen_states": frozenset(view.states),
        "words": view.words,
        "narrow": view.narrow,
        "likeness": view.likeness,
        "order": view.order,
    }


class Views:
    """Keeps them, and asks the list to show one; `here` tells what the list shows now."""

    def __init__(self, desk: Any, jobs: Any, view: Any, here: Callable[[], SavedView], use: Callable[[SavedView], None]
                 ) -> None:  # fmt: skip
        self._settings, self._jobs, self._view = desk.registry.settings, jobs, view
        self.here, self.use = here, use

    def all(self) -> tuple[SavedView, ...]:
        """Return the views by their names."""
        return tuple(sorted(_read(self._settings.get(SETTING)), key=lambda one: (alphabet(one.name), one.name)))

    def save(self, name: str) -> None:
        """Keep what the list shows under a name; what had that name is replaced."""
        self._change(tr("View saved: {name}", name=name), self._with(replace(self.here(), name=name)))

    def remove(self, name: str) -> None:
        """Forget a view."""
        self._change(tr("View deleted: {name}", name=name), tuple(one for one in self.all() if one.name != name))

    def _with(self, view: SavedView) -> tuple[SavedView, ...]:
        """Return the views with this one; beyond `MOST` the one saved first gives way."""
        others = [one for one in _read(self._settings.get(SETTING)) if one.name != view.name]
        return (*others, view)[-MOST:]

    def _change(self, words: str, views: tuple[SavedView, ...]) -> None:
        text = json.dumps([asdict(one) for one in views], ensure_ascii=False)
        done = partial(self._view.done, words)
        self._jobs.submit("write", self._view, lambda _job: self._put(text), done, self._view.fail)

    def _put(self, text: str) -> Inverse:
        before = self._settings.get(SETTING)
        self._settings.put(SETTING, text)
        return lambda _going: self._put(before)


def left_of(state: LicencesState) -> dict[str, Any]:
    """Return the order and the filters of a list, as they are kept; words are not."""
    return asdict(replace(view_of(state), words="")) | {"states": sorted(state.chosen_states)}


def begun_with(state: LicencesState, kept: Asked) -> LicencesState:
    """Return the state that asks for them again; the same one where they cannot be read."""
    try:
        return replace(state, **asked_by(_view_of({"name": "", **kept})))
    except (ValueError, TypeError, KeyError):
        return state


def _read(text: str) -> list[SavedView]:
    try:
        return [_view_of(one) for one in json.loads(text or "[]")]
    except (ValueError, TypeError, KeyError):
        return []


def _view_of(kept: Asked) -> SavedView:
    """Return a view as it was kept; raises ValueError, TypeError or KeyError where it asks for what is not known."""
    narrow, order = Narrow(**kept["narrow"]), Order(**kept["order"])
    known = set(kept["states"]) <= set(STATES) and narrow.ends in ("", *ENDS) and order.column in ORDERS
    words = (kept["name"], kept["words"], kept["likeness"], narrow.company, narrow.project, narrow.likeness)
    if not known or not all(isinstance(one, str) for one in words):
        raise ValueError
    return SavedView(kept["name"], tuple(kept["states"]), kept["words"], narrow, kept["likeness"], order)
