"""The lines of a licence beside what the performer usually grants: her earlier licences, whichever are handed in.

Each line has its remarks; a line with nothing to compare has none. Pure: no registry, no words.
"""

from __future__ import annotations

from collections.abc import Sequence

from likeness.licence.terms import Terms
from likeness.licence.usual.beside import Remarks
from likeness.licence.usual.granted import exclusive, granted
from likeness.licence.usual.kept import forbidden, kept
from likeness.licence.usual.measured import at_most, deleted, lasting, paid

LINES = ("may", "with", "for", "most", "shown", "lasts", "get", "alone", "may-not", "keep", "after")


def compared(draft: Terms, earlier: Sequence[Terms]) -> dict[str, Remarks]:
    """Return the remarks by line; nothing at all where there are no earlier licences."""
    if not earlier:
        return {}
    found = {line: granted(line, draft, earlier) for line in ("may", "with", "for", "shown")}
    found |= {
        "most": at_most(draft, earlier),
        "lasts": lasting(draft, earlier),
        "get": paid(draft, earlier),
        "alone": exclusive(draft, earlier),
        "may-not": forbidden(draft, earlier),
        "keep": kept(draft, earlier),
        "after": deleted(draft, earlier),
    }
    return {line: found[line] for line in LINES if found[line]}
