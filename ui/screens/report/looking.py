"""What the import does off the window's thread: look at a file, judge its first rows, gather what to ask. No Qt."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from likeness.acts.judging.planned_report import Plan
from likeness.acts.judging.rejudge import judge_here
from likeness.acts.names import likenesses_apart
from likeness.errors import LikenessError
from likeness.feeds.batches import first_rows
from likeness.feeds.blocks import beginning
from likeness.feeds.guess import AliasGuess, Guesses, guess
from likeness.feeds.known_names import NAMED, Known
from likeness.feeds.mapping import Mapping, mapping_from
from likeness.feeds.sniff import headed, sniff
from likeness.feeds.source import Source
from likeness.feeds.unmatched import questions_of, unmatched_in
from likeness.feeds.uses import uses_of
from likeness.scope.judge import Finding

_SAMPLE, _PREVIEW, _KEPT = 5_000, 3, "mapping."
Questions = list[tuple[str, AliasGuess]]


def look_at(desk: Any, path: Path, sheet: str | None) -> tuple[Source, Known, Guesses]:
    """Return what a file is, the names that the registry knows, and what the columns may mean."""
    source = headed(sniff(path), sheet, None)
    licences, now = desk.registry.licences, desk.clock.now()
    terms = [row.terms for row in licences.page(licences.find(now), now)]
    known = Known(
        user=_ids((one.licensee.name, one.licensee.id) for one in terms),
        project=_ids((one.project.title, one.project.id) for one in terms),
        likeness={name: id_ for id_, name in likenesses_apart(desk.registry).items()},
    )
    return source, known, guess(source, beginning(source, _SAMPLE), known)


def _ids(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return ids by name; of a name that several bear each has its id behind it, and the name alone is none of them."""
    ids: dict[str, set[str]] = {}
    for name, id_ in named:
        ids.setdefault(name, set()).add(id_)
    return {name if len(some) == 1 else f"{name}, {one}": one for name, some in ids.items() for one in some}


def first_verdicts(desk: Any, source: Source, mapping: Mapping) -> tuple[Any, list[Finding]]:
    """Return the facts of the first rows as they would be read, and what would be found; nothing is recorded."""
    facts = first_rows(source, mapping, _PREVIEW).facts
    return facts, [judge_here(desk, use).finding for use in uses_of(facts)]


def questions_in(plan: Plan, known: Known) -> Questions:
    """Return the values that no code and no name matches, the most frequent first."""
    texts: dict[str, Counter[str]] = {}
    for piece in plan.pieces:
        for target, counted in unmatched_in(piece.facts).items():
            if target not in plan.mapping.constants:
                texts[target] = texts.get(target, Counter()) + counted
    return questions_of(texts, known)


def remembered(desk: Any, reporter: str) -> Mapping | None:
    """Return what was settled for a company's reports before; what cannot be read any more is let go."""
    text = desk.registry.settings.get(f"{_KEPT}{reporter}") if reporter else ""
    try:
        return mapping_from(json.loads(text)) if text else None
    except (LikenessError, ValueError):
        return None


def named(known: Known) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the ids we know with their names, by target, for choosing from."""
    return {target: tuple((id_, name) for name, id_ in sorted(getattr(known, target).items())) for target in NAMED}
