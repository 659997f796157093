"""What a verifier believes beforehand. Without any of it nobody is trusted yet, and nothing fails.

Only what has been verified stands here: cards a person confirmed, lists and words whose signature holds, events a
registry has recorded. Keys are 33-byte compressed points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from likeness.licence.key_card import KeyCard
from likeness.licence.statements import KeyWord
from likeness.licence.status_list import StatusList
from likeness.scope.event import Event
from likeness.seal.proof import LogProof


@dataclass(frozen=True)
class Word:
    """A word about keys, and where it stands in the log of whoever verifies.

    `place` is its leaf; `ended_at` when its signer took it back; `cut`, for an alarm, is the first leaf of its time:
    what the lost key signed counts only if its own leaf lies before that.
    """

    says: KeyWord
    place: int = 0
    ended_at: datetime | None = None
    cut: int = 0


@dataclass(frozen=True)
class Roots:
    """`own` names the holder's own keys, `own_role` says what she is; `known` are recorded events of a licence, by its
    32-byte digest, and `happened` those of no single licence, strikes and deaths: a planned use is judged by both.

    `places` gives the leaf of a statement by its digest, where it stands in this log. `proofs` came with the papers: a
    proof says something only of a licence whose key was lost, and only in the log that the alarm names.
    """

    own: Mapping[bytes, str] = field(default_factory=dict)
    cards: tuple[KeyCard, ...] = ()
    lists: tuple[StatusList, ...] = ()
    known: Mapping[bytes, tuple[Event, ...]] = field(default_factory=dict)
    happened: tuple[Event, ...] = ()
    words: tuple[Word, ...] = ()
    places: Mapping[bytes, int] = field(default_factory=dict)
    own_role: str = ""
    proofs: tuple[LogProof, ...] = ()


NOBODY = Roots()
