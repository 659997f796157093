"""The column of a list that says whose likeness it is: there where a registry is about several performers."""

from __future__ import annotations

from collections.abc import Callable

from likeness.registry.registry import Registry

Whose = Callable[[str], tuple[str, ...]]


def whose_column(registry: Registry) -> Whose:
    """Return what makes the cell of a name; no cell where every row would say the same."""
    if registry.performers.several():
        return lambda name: (name or "-",)
    return lambda _name: ()
