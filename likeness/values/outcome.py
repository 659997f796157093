"""What an act gives back: its value, and which parts of the registry it changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class Change(Enum):
    """A part of the registry that screens show."""

    OWNER = "owner"
    DOUBLES = "doubles"
    LICENCES = "licences"
    USES = "uses"
    DUES = "dues"
    TRUST = "trust"


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """The value of an act and the one broadcast that follows from it."""

    value: T
    changed: frozenset[Change] = frozenset()
