"""What an amendment changes, term by term: read here without Qt, drawn by `ui.kit.lists.changes_table`."""

from __future__ import annotations

from datetime import datetime

from likeness.acts.names import people_and_titles
from likeness.licence.terms import Terms
from likeness.paper.sheets.amended import changes
from likeness.paper.words.compare import Comparison
from likeness.registry.registry import Registry


def changed_terms(
    registry: Registry, now: datetime, number: str | None, terms: Terms, lang: str
) -> tuple[Comparison, ...]:
    """Return the terms that differ from licence `number`, in the order of the sheet; none where it is not here."""
    old = registry.licences.get(number, now) if number else None
    if old is None:
        return ()
    titles = people_and_titles(registry, (old.terms, terms))
    found = changes(lang, old.terms, terms, titles)
    return tuple(Comparison(one.label, one.label, one.before, one.after, "changed") for one in found)
