"""Short signed statements about one licence, named by its digest: accepted, withdrawn, suspended, resumed.

All instants are aware and have whole seconds; `licence` is the 32-byte SHA-256 of the licence's bytes, `key` the
33-byte public key of whoever says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Acceptance:
    """The company accepts the licence as it stands."""

    licence: bytes
    at: datetime
    key: bytes


@dataclass(frozen=True)
class Withdrawal:
    """The performer withdraws: said at `given_at`, in effect from `effective_at` (FORMAT section 4, rule 6)."""

    licence: bytes
    given_at: datetime
    effective_at: datetime
    key: bytes
    reason: str | None = None


@dataclass(frozen=True)
class Suspension:
    """The performer suspends the licence from `effective_at`."""

    licence: bytes
    given_at: datetime
    effective_at: datetime
    key: bytes
    reason: str | None = None


@dataclass(frozen=True)
class Resumption:
    """The performer lets a suspended licence run again from `effective_at`."""

    licence: bytes
    given_at: datetime
    effective_at: datetime
    key: bytes
    reason: str | None = None
