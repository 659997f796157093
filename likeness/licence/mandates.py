"""Signed words about who may sign for a performer: an agent while she lives, her estate afterwards.

- A delegation allows what it names and nothing else; it can never be handed on, for only the performer's key gives one.
- An estate key is named in advance and speaks once a dated death is signed with it.
- Lists take `*` for everything, future ones too. Keys are 33-byte points, instants aware and of whole seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from likeness.licence.terms import NOBODY, Terms
from likeness.values.codes import EVERY
from likeness.values.money import Money

BY_APPOINTMENT = ("agent", "lawyer")  # capacities in which somebody signs whom the performer has appointed


@dataclass(frozen=True)
class Delegation:
    """The performer lets `subject` (the agent's key, who bears `name`) sign licences within a scope.

    `most` is the largest sum that a licence may state as its fee, in that currency and in no other.
    """

    name: str
    given_at: datetime
    key: bytes
    expires_at: datetime
    subject: bytes
    likenesses: tuple[str, ...]
    licensees: tuple[str, ...]
    acts: tuple[str, ...]
    most_minor: int
    currency: str

    @property
    def most(self) -> Money:
        """The largest fee."""
        return Money(self.most_minor, self.currency)


@dataclass(frozen=True)
class Estate:
    """The performer names, in advance, the key that speaks for her once she has died, and whose it is."""

    name: str
    given_at: datetime
    key: bytes
    subject: bytes


@dataclass(frozen=True)
class Handover:
    """The estate says that the performer (`name`, whose key is `subject`) has died, and speaks for her from then on."""

    name: str
    given_at: datetime
    key: bytes
    died_at: datetime
    subject: bytes


def outside(delegation: Delegation, terms: Terms, signed_at: datetime) -> str | None:
    """Return the first thing of a licence that a delegation does not cover, or None if it covers all of it.

    The things, in this order: time, likeness, licensee, pass-on, act, fee.
    """
    found = {
        "time": delegation.given_at <= signed_at < delegation.expires_at,
        "likeness": _within(terms.likenesses, delegation.likenesses),
        "licensee": _within((terms.licensee.id,), delegation.licensees),
        "pass-on": terms.pass_on == NOBODY or _within(_passed_to(terms), delegation.licensees),
        "act": _within(terms.acts, delegation.acts),
        "fee": _affordable(delegation, terms),
    }
    return next((thing for thing, covered in found.items() if not covered), None)


def _within(asked: tuple[str, ...], allowed: tuple[str, ...]) -> bool:
    return allowed == (EVERY,) or set(asked) <= set(allowed)


def _passed_to(terms: Terms) -> tuple[str, ...]:
    return (terms.pass_on,) if isinstance(terms.pass_on, str) else terms.pass_on


def _affordable(delegation: Delegation, terms: Terms) -> bool:
    """Compare the sum of the fee; a share of an income has no sum, so nobody can say that it is small enough."""
    if terms.fee.basis == "none":
        return True
    money = terms.fee.money
    return money is not None and money.currency == delegation.currency and money.minor <= delegation.most_minor
