"""A licence with its history beside one use, so that no remedy is told that a withdrawal makes void."""

from __future__ import annotations

from likeness.licence.terms import Terms
from likeness.licence.way_inside import Alone
from likeness.registry.registry import Registry
from likeness.scope.use import Use


def alone_here(registry: Registry, number: str, terms: Terms, use: Use) -> Alone:
    """Return what a remedy is confirmed against: a licence, what happened to it, and whence its likenesses come."""
    events = registry.happenings.touching(number, terms.performer.id)
    return Alone(number, terms, events, registry.doubles.lineage((*terms.likenesses, *use.likeness)))
