"""The zones that a licence may name: those of the IANA list that comes with the program, in its own spelling.

A system may know more (`right/UTC`, `localtime`) or take any letter case; a licence must read the same on every one.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from likeness.errors import Unreadable
from likeness.values.days import zone


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Return the names of the list."""
    return frozenset(files("tzdata").joinpath("zones").read_text("ascii").split())


def known_zone(name: str, key: str) -> str:
    """Return a name of the list, or raise Unreadable at `key`."""
    if name not in zone_names():
        raise Unreadable("unknown-zone", key=key, value=name[:40])
    zone(name, key)
    return name
