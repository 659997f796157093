"""Signed words about keys: whose one is, which one follows it, and from when one is not to be believed.

All instants are aware and have whole seconds; keys are 33-byte compressed points; `key` is always the signer's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Vouching:
    """An agency or union says whose name a key bears: the name and nothing more, until `expires_at`.

    It counts where the agency's own card was confirmed by a person, and never for a key that is vouched for itself.
    """

    name: str
    given_at: datetime
    key: bytes
    expires_at: datetime
    subject: bytes


@dataclass(frozen=True)
class Rotation:
    """The old key names the one that follows it. `card` is the new key's own card, which names the old one.

    So both keys sign: the new one its card, the old one the whole.
    """

    card: bytes
    given_at: datetime
    key: bytes


@dataclass(frozen=True)
class Compromise:
    """`subject` is lost: nothing it signed counts unless it stood in the log before `since`.

    It counts from the key that follows the lost one, from an agency that vouches for it, or from its recovery key.
    The owner adds what her log was at `since`: its 32-byte Ed25519 key, its size and its root.
    """

    subject: bytes
    given_at: datetime
    key: bytes
    since: datetime
    reason: str | None = None
    log_key: bytes | None = None
    log_size: int | None = None
    log_root: bytes | None = None
