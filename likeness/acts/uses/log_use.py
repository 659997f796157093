"""Logging a use: judged as it is written down, and the earlier uses it touches judged again."""

from __future__ import annotations

from dataclasses import replace

from likeness.acts.desk import Desk
from likeness.acts.judging.rejudge import judge_here
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import Refused
from likeness.registry.uses import UseRow
from likeness.scope.use import Use, use_to
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text

LOGGED, LATE = "logged", "late-row"


def log_use(
    desk: Desk,
    use: Use,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    user_name: str | None = None,
) -> Outcome[UseRow]:
    """Record a use with its verdict; one without an id gets the next free one.

    `user_name` is the name behind its user, who may be nobody we know.

    Raises Refused ("use-known", "cancelled"; then it is as if nobody had asked) and Unreadable ("forbidden-character").
    """
    _refuse_strange(use)
    now = desk.now()
    registry = desk.registry
    named = use if use.id else replace(use, id=_free_id(desk))
    if registry.uses.get(named.id) is not None:
        raise Refused("use-known", key=named.id)
    with registry.transaction():  # judged in it, too: another program must not come between
        if use.user and user_name:
            registry.people.put_many([(use.user, clean_text(user_name, "user"))])
        judged = judge_here(desk, named, Steps(progress, cancelled))
        registry.uses.put(named, judged.finding, now, LOGGED, words_of(desk, named))
        for one in judged.changed:
            registry.uses.add_findings(one.rows, one.found, now, LATE)
        registry.tallies.put(judged.tallies)
        desk.record("use", {"use": use_to(named), "verdict": judged.finding.verdict.value})
    recorded = registry.uses.get(named.id)
    assert recorded is not None  # noqa: S101  it was put there a moment ago
    return Outcome(recorded, frozenset({Change.USES}))


def _refuse_strange(use: Use) -> None:
    """Refuse control and direction characters in what is kept (FORMAT section 7, "Names and ids")."""
    for key, value in use_to(use).items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                clean_text(text, key, empty=True)


def _free_id(desk: Desk) -> str:
    number = sum(desk.registry.uses.counts().values()) + 1
    while desk.registry.uses.get(f"u-{number}") is not None:
        number += 1
    return f"u-{number}"


def words_of(desk: Desk, use: Use) -> str:
    """Return what a search may find the use by: ids, codes, and the titles and names behind them."""
    registry, user = desk.registry, use.user or ""
    titles = [one.title for one in registry.doubles.recorded(use.likeness)]
    projects = {row.terms.project.title for row in registry.licences.naming(use.likeness, desk.now())
                if use.project in (row.terms.project.id, *row.terms.project.ids)}  # fmt: skip
    said = [use.id, user, registry.people.name(user), use.project, use.act, use.purpose, *projects, *use.likeness]
    said += [*titles, *registry.performers.of_likenesses(use.likeness).values()]
    said += [*use.medium, *use.territory, *use.language]
    return "\n".join(word for word in said if word)
