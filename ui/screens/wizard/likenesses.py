"""The likenesses that a licence may be about: what each is, and whose. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from likeness.licence.terms import Performer, Terms
from likeness.paper.names import joined
from likeness.paper.wording import word
from likeness.registry.doubles import Brief
from ui.kit.words import language, tr
from ui.screens.wizard.state import Pair


class Likenesses:
    """Those of the registry, in the order they were added. There may be very many: few get words."""

    def __init__(self, doubles: Sequence[Brief]) -> None:
        lang = language()
        self._known = {one.id: one for one in doubles}
        self._several = len({one.performer_name for one in doubles}) > 1
        self._kinds = {kind: word(lang, "kind", kind) for kind in {one.kind for one in doubles}}
        self._owned = Counter(self._kinds[one.kind] for one in doubles)
        self.offered: tuple[Pair, ...] = tuple(
            (one.id, " · ".join((one.title, self._kinds[one.kind], *((one.performer_name,) if self._several else ()))))
            for one in doubles
        )

    def named(self, terms: Terms) -> dict[str, str]:
        """Return what each likeness of the terms is called where it must be told from all others."""
        return {one.id: self._name(one) for one in self._of(terms)}

    def told(self, terms: Terms) -> dict[str, str]:
        """Return the same, but the kind alone where it says which one is meant."""
        kinds = ((one, self._kinds[one.kind]) for one in self._of(terms))
        return {one.id: kind if self._owned[kind] == 1 else self._name(one) for one, kind in kinds}

    def _of(self, terms: Terms) -> list[Brief]:
        return [self._known[one] for one in terms.likenesses if one in self._known]

    def _name(self, one: Brief) -> str:
        kind = self._kinds[one.kind]
        if self._several:
            return tr("{kind} “{title}” of {name}", kind=kind, title=one.title, name=one.performer_name)
        return tr("{kind} “{title}”", kind=kind, title=one.title)

    def chosen(self, terms: Terms, ids: tuple[str, ...]) -> Terms:
        """Return terms on these likenesses; the performer follows from them."""
        known = terms.performer
        first = self._known.get(ids[0]) if ids else None
        whose = known if first is None else Performer(first.performer, first.performer_name)
        if whose.id == known.id:
            whose = replace(whose, born=known.born)  # the licence alone says it
        return replace(terms, likenesses=ids, performer=whose)

    def apart(self, terms: Terms) -> str:
        """Return why those of the terms cannot be granted together; empty where they are of one performer."""
        whose = dict.fromkeys(one.performer_name for one in self._of(terms))
        if len(whose) < 2:
            return ""
        names = joined(language(), whose)
        return tr("A licence is of one performer. These are of {names}. Write a licence for each.", names=names)
