"""The names behind ids: people, companies, likenesses and projects, for sentences."""

from __future__ import annotations

from collections.abc import Iterable

from likeness.licence.terms import Terms
from likeness.registry.registry import Registry


def people_and_titles(registry: Registry, terms: Iterable[Terms] = ()) -> dict[str, str]:
    """Return names by id: of people and companies, of likenesses, and of the projects in `terms`."""
    projects = {one: t.project.title for t in terms for one in (t.project.id, *t.project.ids)}
    return {**projects, **registry.people.all(), **registry.doubles.titles()}
