"""Whose likeness something is about: said wherever a registry is about several performers, and nowhere else.

`performers_...` always tell it; `whose_...` tell it in words for a list, and nothing where all rows would say the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from likeness.licence.dues.due import DELETION, Due
from likeness.registry.registry import Registry
from likeness.registry.uses import UseRow


def performers_of_uses(registry: Registry, rows: Iterable[UseRow]) -> dict[int, tuple[str, ...]]:
    """Return the performers of each use by its row, each once.

    They are those of its likenesses; of a likeness that is not recorded here, those of the licences the use was judged
    by.
    """
    rows = list(rows)
    recorded = registry.performers.of_likenesses(one for row in rows for one in row.use.likeness)
    signed = registry.performers.of_licences(number for row in rows for number in row.newest.licences)

    def names(row: UseRow) -> tuple[str, ...]:
        found = [recorded[one] for one in row.use.likeness if one in recorded]
        if len(found) < len(row.use.likeness):
            found += [signed[number] for number in row.newest.licences if number in signed]
        return tuple(dict.fromkeys(found))

    return {row.row: names(row) for row in rows}


def performers_of_dues(registry: Registry, dues: Iterable[Due]) -> dict[str, str]:
    """Return the performer of each due by its key: of its licence, or of the likeness that is to be deleted."""
    dues = list(dues)
    signed = registry.performers.of_licences(due.licence for due in dues if due.licence)
    likeness = {due.key: due.key.removeprefix(f"{DELETION}:").rsplit(":", 1)[0] for due in dues if not due.licence}
    recorded = registry.performers.of_likenesses(likeness.values())
    return {due.key: signed.get(due.licence, "") or recorded.get(likeness.get(due.key, ""), "") for due in dues}


def whose_uses(registry: Registry, rows: Iterable[UseRow]) -> dict[int, str]:
    """Return the performers of each use by its row, in words."""
    if not registry.performers.several():
        return {}
    return {row: ", ".join(names) for row, names in performers_of_uses(registry, rows).items()}


def whose_licences(registry: Registry, numbers: Iterable[str]) -> dict[str, str]:
    """Return the performer of each licence by its number."""
    return registry.performers.of_licences(numbers) if registry.performers.several() else {}


def whose_likenesses(registry: Registry, likenesses: Iterable[str]) -> dict[str, str]:
    """Return the performer of each likeness by its id."""
    return registry.performers.of_likenesses(likenesses) if registry.performers.several() else {}


def whose_dues(registry: Registry, dues: Iterable[Due]) -> dict[str, str]:
    """Return the performer of each due by its key."""
    return performers_of_dues(registry, dues) if registry.performers.several() else {}
