"""The likenesses that a licence may be about: what each is, and whose. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from likeness.licence.terms import Performer, Terms
from likeness.paper.names import joined
from likeness.paper.wording import word
from likeness.registry.doubles import DoubleRow
from ui.kit.words import language, tr
from ui.screens.wizard.state import Pair


class Likenesses:
    """Those of the registry, in the order they were added."""

    def __init__(self, doubles: Sequence[DoubleRow]) -> None:
        self._performers = {one.id: Performer(one.performer, one.performer_name) for one in doubles}
        several = len({one.performer_name for one in doubles}) > 1
        kinds = {one.id: word(language(), "kind", one.kind) for one in doubles}
        self.offered: tuple[Pair, ...] = tuple(
            (one.id, " · ".join((one.title, kinds[one.id], *((one.performer_name,) if several else ()))))
            for one in doubles
        )
        self.named = {one.id: _named(one, kinds[one.id], several=several) for one in doubles}
        owned = Counter(kinds.values())
        # The kind alone, where it says which one is meant.
        self.told = {one: kind if owned[kind] == 1 else self.named[one] for one, kind in kinds.items()}

    def chosen(self, terms: Terms, ids: tuple[str, ...]) -> Terms:
        """Return terms on these likenesses; the performer follows from them."""
        known = terms.performer
        whose = self._performers.get(ids[0], known) if ids else known
        if whose.id == known.id:
            whose = replace(whose, born=known.born)  # the licence alone says it
        return replace(terms, likenesses=ids, performer=whose)

    def apart(self, terms: Terms) -> str:
        """Return why those of the terms cannot be granted together; empty where they are of one performer."""
        whose = dict.fromkeys(self._performers[one].name for one in terms.likenesses if one in self._performers)
        if len(whose) < 2:
            return ""
        names = joined(language(), whose)
        return tr("A licence is of one performer. These are of {names}. Write a licence for each.", names=names)


def _named(one: DoubleRow, kind: str, *, several: bool) -> str:
    if several:
        return tr("{kind} “{title}” of {name}", kind=kind, title=one.title, name=one.performer_name)
    return tr("{kind} “{title}”", kind=kind, title=one.title)
