"""The names behind ids: people, companies, likenesses and projects, for sentences."""

from __future__ import annotations

from collections import Counter
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


def likenesses_apart(registry: Registry) -> dict[str, str]:
    """Return what each likeness is called, by its id, where it must be told from all others.

    A title that several have says whose it is, and its id where that says no more.
    """
    every = registry.doubles.in_brief()
    told = {one.id: one.title for one in every}
    for more in ({one.id: one.performer_name for one in every}, {one.id: one.id for one in every}):
        often = Counter(told.values())
        told = {one: f"{name}, {more[one]}" if often[name] > 1 else name for one, name in told.items()}
    return told
