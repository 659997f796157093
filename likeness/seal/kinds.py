"""The kinds of signed statement.

A kind stands twice: as a small number in the payload and as the external data that is signed along
(RFC 9052 section 4.3). So no statement can be passed off as one of another kind. Numbers are never used again.
"""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """A kind: its number in the payload (key 2) and its external data."""

    LICENCE = (1, "likeness/licence/1")
    ACCEPTANCE = (2, "likeness/acceptance/1")
    WITHDRAWAL = (3, "likeness/withdrawal/1")
    SUSPENSION = (4, "likeness/suspension/1")
    RESUMPTION = (5, "likeness/resumption/1")
    KEY_CARD = (6, "likeness/key-card/1")
    STATUS_LIST = (7, "likeness/status-list/1")
    VOUCHING = (8, "likeness/vouching/1")
    ROTATION = (9, "likeness/rotation/1")
    COMPROMISE = (10, "likeness/compromise/1")
    DELEGATION = (11, "likeness/delegation/1")
    ESTATE = (12, "likeness/estate/1")
    HANDOVER = (13, "likeness/handover/1")

    def __init__(self, number: int, aad: str) -> None:
        self.number = number  # in the payload
        self.aad = aad.encode()  # the external data signed along with every statement of this kind


_NUMBERED = {kind.number: kind for kind in Kind}


def kind_numbered(number: object) -> Kind | None:
    """Return the kind of that number, or None for one that a newer version may know."""
    return _NUMBERED.get(number) if type(number) is int else None
