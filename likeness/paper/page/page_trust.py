"""What the phone page knows of keys beyond its cards: vouched names, who may sign for a performer, her estate.

1. These are facts, resolved when the page is made, and not the signed statements. The page is a view and believes its
   maker for the cards as it is (`verify_page`); statements would need the log's order, alarms and rotations on it too,
   a second time and in another language, and would make nothing safer.
2. What depends on the instant of the check or on the licence in hand is judged on the page: dates and limits stand
   here.

Keys are 33-byte compressed points, instants aware and of whole seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from likeness.licence.mandates import Delegation
from likeness.seal.keys import PublicKey


@dataclass(frozen=True)
class VouchedName:
    """The agency `by` vouches that each of `keys` bears `name`, since `since` and until `until`; it may end sooner."""

    name: str
    keys: tuple[bytes, ...]
    by: str
    since: datetime
    until: datetime
    ended: datetime | None = None


@dataclass(frozen=True)
class Appointed:
    """Each of `keys` may sign what the delegation allows, until it was taken back; `of` is the performer's key."""

    says: Delegation
    keys: tuple[bytes, ...]
    of: bytes
    ended: datetime | None = None


@dataclass(frozen=True)
class Heirs:
    """Each of `keys`, of whom bears `name`, speaks for the performer with the key `of` since she died at `since`."""

    name: str
    keys: tuple[bytes, ...]
    of: bytes
    since: datetime


@dataclass(frozen=True)
class PageTrust:
    """All of it; of several that fit, the first counts.

    `following` are the cards, each by its key and name, whose key follows the one that was confirmed. `died` gives, for
    a key, when the performer died whose key it was: from then on it speaks no more.
    """

    following: frozenset[tuple[bytes, str]] = frozenset()
    vouched: tuple[VouchedName, ...] = ()
    appointed: tuple[Appointed, ...] = ()
    estates: tuple[Heirs, ...] = ()
    died: Mapping[bytes, datetime] = field(default_factory=dict)


CARDS_ONLY = PageTrust()


def trust_data(trust: PageTrust) -> dict[str, Any]:
    """Return it as the page reads it: keys in hex, instants in seconds since 1970."""
    return {
        "vouched": [_vouched(one) for one in trust.vouched],
        "delegations": [_delegation(one) for one in trust.appointed],
        "estates": [
            {"name": one.name, "keys": _keys(one.keys), "of": one.of.hex(), "since": _second(one.since)}
            for one in trust.estates
        ],
        "died": {key.hex(): _second(at) for key, at in trust.died.items()},
    }


def _vouched(one: VouchedName) -> dict[str, Any]:
    dates = {"since": _second(one.since), "until": _second(one.until), "ended": _maybe_second(one.ended)}
    return {"name": one.name, "keys": _keys(one.keys), "by": one.by} | dates


def _delegation(one: Appointed) -> dict[str, Any]:
    says = one.says
    return {
        "name": says.name,
        "keys": _keys(one.keys),
        "of": one.of.hex(),
        "since": _second(says.given_at),
        "until": _second(says.expires_at),
        "ended": _maybe_second(one.ended),
        "likenesses": list(says.likenesses),
        "licensees": list(says.licensees),
        "acts": list(says.acts),
        "most": says.most_minor,
        "currency": says.currency,
    }


def _keys(keys: tuple[bytes, ...]) -> dict[str, str]:
    """Return keys, each with its digits."""
    return {key.hex(): PublicKey(key).digits for key in keys}


def _second(at: datetime) -> int:
    return int(at.timestamp())


def _maybe_second(at: datetime | None) -> int | None:
    return None if at is None else _second(at)
