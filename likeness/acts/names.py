"""The names behind ids: people, companies, likenesses and projects, for sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from likeness.licence.terms import Project, Terms
from likeness.registry.registry import Registry

_NEWEST = 300  # licences: reading their terms is what a person waits for


def people_and_titles(registry: Registry, terms: Iterable[Terms] = ()) -> dict[str, str]:
    """Return names by id: of people and companies, of likenesses, and of the projects in `terms`."""
    projects = {one: t.project.title for t in terms for one in (t.project.id, *t.project.ids)}
    return {**projects, **registry.people.all(), **registry.doubles.titles()}


def known_projects(registry: Registry, now: datetime) -> tuple[Project, ...]:
    """Return the projects of the newest licences, each once, as the newest of them has it."""
    newest_last = reversed(registry.licences.page(registry.licences.find(now, most=_NEWEST), now))
    return tuple({row.terms.project.id: row.terms.project for row in newest_last if row.terms.project.title}.values())
