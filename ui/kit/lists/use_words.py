"""How a use is called in a list: what was done and where, and who used it for what. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from likeness.acts.names import known_projects
from likeness.licence.terms import Terms
from likeness.paper import names
from likeness.paper.wording import word
from likeness.paper.words import parts
from likeness.registry.uses import UseRow
from likeness.scope.use import Use
from ui.kit.words import tr

Lookup = Callable[[str], Terms | None]


def title_of(use: Use, lang: str) -> str:
    """Return what was done, where: "Trailer or promo, Spanish, United States"."""
    first = word(lang, "purpose", use.purpose) if use.purpose else word(lang, "act", use.act) if use.act else ""
    tongues = parts.tongues(lang, use.language) if use.language else ""
    places = names.joined(lang, (names.place(lang, code) for code in use.territory)) if use.territory else ""
    said = [part for part in (first, tongues, places) if part]
    return names.sentence_case(", ".join(said)) if said else tr("Use {id}", id=names.use(lang, use.id))


def called(registry: Any, use: str, lang: str) -> str:
    """Return how a use is called in a sentence: its id, or what the list shows where nobody knows that."""
    row = None if names.is_known(use) else registry.uses.get(use)
    return names.use(lang, use) if row is None else title_of(row.use, lang)


def who_of(row: UseRow, titles: dict[str, str], terms: Lookup) -> tuple[str, str]:
    """Return project and company by name, from the licence it rests on if need be."""
    signed = [found for number in row.newest.licences if (found := terms(number)) is not None]
    project, user = row.use.project or "", row.use.user or ""
    for found in signed:
        if project in (found.project.id, *found.project.ids):
            project = found.project.title
        if user == found.licensee.id:
            user = found.licensee.name
    return titles.get(project, project), titles.get(user, user)


def projects_of(office: Any, rows: Iterable[UseRow]) -> dict[str, str]:
    """Return the titles of projects, by id, where one of these uses is of none that its licence is for."""
    if not any({"no-licence", "project"} & {*row.newest.broken} for row in rows):
        return {}
    return {one.id: one.title for one in known_projects(office.registry, office.clock.now())}


def terms_from(office: Any) -> Lookup:
    """Return a look-up of terms by number that reads each licence once."""
    now, known = office.clock.now(), dict[str, Terms | None]()

    def terms(number: str) -> Terms | None:
        if number not in known:
            row = office.registry.licences.get(number, now)
            known[number] = None if row is None else row.terms
        return known[number]

    return terms
