"""What quick find reads: licences and uses from the search of the registry, names from a list read once. No Qt.

- Runs on the read lane. Each key stroke reads a few rows of a group, never more.
- Likenesses and people have no words of their own in the registry: `names` has read theirs before.
- A group that holds more says so with a last row, which leads to the list of the screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from likeness.acts.whose import whose_licences, whose_likenesses, whose_uses
from likeness.paper import names
from likeness.paper.wording import word
from likeness.registry.licence_row import LicenceRow
from likeness.registry.uses import UseRow
from likeness.values.days import day_in
from ui.kit.fields.matching import spans, words_in
from ui.kit.figures import day_brief, month_text
from ui.kit.lists.use_words import projects_of, terms_from, title_of, who_of
from ui.kit.words import tr
from ui.screens.find.names import Known, Named
from ui.screens.find.state import DOUBLES, LICENCES, MOST, PEOPLE, USES, Row, Target


def read_things(office: Any, offered: frozenset[str], known: Known, words: str, lang: str) -> tuple[Row, ...]:
    """Return what matches, group by group."""
    registry, now = office.registry, office.clock.now()
    rows: list[Row] = []
    typed = words_in(words)
    if LICENCES in offered:
        licences = registry.licences.page(registry.licences.find(now, words=words, most=MOST + 1), now)
        signed = whose_licences(registry, (row.number for row in licences))
        rows += _group(LICENCES, [licence_row(row, signed.get(row.number, ""), typed, lang) for row in licences], words)
    if DOUBLES in offered:
        doubles = known.doubles.find(typed, MOST + 1)
        kinds = {one.id: one.kind for one in registry.doubles.recorded(one.key for one in doubles)}
        whose = whose_likenesses(registry, kinds)
        found = [double_row(one, kinds.get(one.key, ""), whose.get(one.key, ""), lang) for one in doubles]
        rows += _group(DOUBLES, found, words)
    if USES in offered:
        uses = registry.uses.page(registry.uses.find(words=words, most=MOST + 1))
        rows += _group(USES, list(use_rows(office, uses, lang)), words)
    if PEOPLE in offered:
        people = known.people.find(typed, MOST + 1)
        rows += _group(PEOPLE, [person_row(one) for one in people], words)
    return tuple(rows)


def _group(group: str, rows: list[Row], words: str) -> list[Row]:
    if len(rows) <= MOST:
        return rows
    all_words = {
        LICENCES: tr("All licences that match"),
        DOUBLES: tr("All likenesses that match"),
        USES: tr("All uses that match"),
        PEOPLE: tr("All contacts that match"),
    }[group]
    return [*rows[:MOST], Row(group, "search", all_words, "", Target(group, words=words))]


def licence_row(row: LicenceRow, whose: str, typed: tuple[str, ...], lang: str) -> Row:
    """Return a licence as a row; `whose` is the performer, where there are several."""
    terms = row.terms
    last = terms.last_day
    ends = "" if last is None else tr("ends {day}", day=day_brief(last, lang))
    number = row.number if spans(row.number, typed) else ""  # said where it is what was typed
    second = " · ".join(part for part in (number, whose, terms.licensee.name, ends if row.signed else "") if part)
    return Row(LICENCES, "file-signature", terms.project.title, second, Target(LICENCES, row.number), row.state)


def double_row(one: Named, kind: str, whose: str, lang: str) -> Row:
    """Return a likeness as a row."""
    second = " · ".join(part for part in (names.sentence_case(word(lang, "kind", kind)) if kind else "", whose) if part)
    return Row(DOUBLES, "scan-face", one.name, second, Target(DOUBLES, one.key))


def use_rows(office: Any, uses: Iterable[UseRow], lang: str) -> Iterator[Row]:
    """Yield uses as rows."""
    terms, people, found = terms_from(office), office.registry.people, list(uses)
    projects, whose = projects_of(office, found), whose_uses(office.registry, found)
    for row in found:
        user = row.use.user or ""
        project, company = who_of(row, {**projects, user: people.name(user) or user}, terms)
        when = month_text(day_in(row.use.at, "UTC"), lang) if row.use.at else ""
        second = " · ".join(part for part in (whose.get(row.row), project, company, when) if part)
        yield Row(USES, "list-checks", title_of(row.use, lang), second, Target(USES, row.use.id),
                  row.newest.verdict.value)  # fmt: skip


def person_row(one: Named) -> Row:
    """Return somebody as a row."""
    return Row(PEOPLE, "user-round", one.name, one.second, Target(PEOPLE, one.key), one.state)
