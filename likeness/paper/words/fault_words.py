"""What a check of the registry found, in plain words: a sentence for each thing, and no more of them than are read."""

from __future__ import annotations

from collections.abc import Sequence

from likeness.paper.names import count
from likeness.paper.wording import say
from likeness.values.text import shown

_MOST = 5


def fault_lines(language: str, faults: Sequence[tuple[str, str]]) -> list[str]:
    """Return a sentence for each fault (its code and what it is about); of many the first ones and how many more."""
    lines = list(dict.fromkeys(say(language, "fault", what, key=shown(key)) for what, key in faults))
    more = len(lines) - _MOST
    return [*lines[:_MOST], say(language, "fault", "more", n=count(language, more))] if more > 0 else lines
