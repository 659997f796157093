"""Signing words about keys: vouching for a name, appointing an agent, naming an estate, speaking for the dead.

The caller has asked for the passphrase again. What is signed is filed here and handed out as a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from likeness.acts.desk import Desk
from likeness.acts.keys.end_word import end_word
from likeness.acts.keys.file_word import file_word
from likeness.acts.keys.read_contacts import Contact, the_contact
from likeness.errors import Refused
from likeness.licence.code_bits import ACTS
from likeness.licence.key_words import Vouching
from likeness.licence.mandates import Delegation, Estate, Handover
from likeness.licence.notices import Withdrawal
from likeness.licence.statements import Signed, sign
from likeness.values.codes import EVERY
from likeness.values.money import Money
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_id, clean_text
from likeness.values.unknown import unknown_code
from likeness.verifier.book import CONFIRMED, UNKNOWN

W = TypeVar("W", Vouching, Delegation, Estate, Handover)
_CHANGED = frozenset({Change.TRUST})
_CHANGED_BY_DEATH = frozenset({Change.TRUST, Change.LICENCES, Change.USES})
_LONGEST_DAYS = 3 * 366
_AGENCY, _PERFORMER = "agent", "performer"


@dataclass(frozen=True)
class Scope:
    """What an agent may sign: ids of likenesses and companies, making acts (`*` is everything), and the largest fee."""

    likenesses: tuple[str, ...]
    licensees: tuple[str, ...]
    acts: tuple[str, ...]
    most: Money


def vouch(desk: Desk, fingerprint: str, days: int = 365) -> Outcome[Signed[Vouching]]:
    """Vouch for the name on a card that you have confirmed yourself, for some days; only an agency or union does."""
    now, contact = desk.now(), _confirmed(desk, fingerprint)
    if desk.owner().role != _AGENCY:
        raise Refused("only-agencies-vouch")
    if not 0 < days <= _LONGEST_DAYS:
        raise Refused("bad-days", value=days, most=_LONGEST_DAYS)
    until = now + timedelta(days=days)
    return _give(desk, Vouching(contact.name, now, desk.owner().public_key, until, contact.key))


def delegate(desk: Desk, fingerprint: str, scope: Scope, until: datetime) -> Outcome[Signed[Delegation]]:
    """Let an agent whose card you have confirmed sign licences for you, within a scope and until an instant."""
    now, contact = desk.now(), _confirmed(desk, fingerprint)
    if desk.owner().role != _PERFORMER:
        raise Refused("only-performers-delegate")
    if until <= now:
        raise Refused("ends-before-it-begins", key="until")
    known = desk.registry.doubles.titles()
    for one in scope.likenesses:
        if one != EVERY and clean_id(one, "likenesses") not in known:
            raise Refused("unknown-likeness", key=one)
    delegation = Delegation(
        name=contact.name,
        given_at=now,
        key=desk.owner().public_key,
        expires_at=until,
        subject=contact.key,
        likenesses=_ids(scope.likenesses, "likenesses"),
        licensees=_ids(scope.licensees, "licensees"),
        acts=_acts(scope.acts),
        most_minor=scope.most.minor,
        currency=scope.most.currency,
    )
    return _give(desk, delegation)


def name_estate(desk: Desk, fingerprint: str) -> Outcome[Signed[Estate]]:
    """Name, in advance, whose key speaks for you after your death; their card must be confirmed."""
    contact = _confirmed(desk, fingerprint)
    return _give(desk, Estate(contact.name, desk.now(), desk.owner().public_key, contact.key))


def hand_over(desk: Desk, fingerprint: str, died_at: datetime) -> Outcome[Signed[Handover]]:
    """Say, as the estate that was named, when the performer died; from then on you speak for her."""
    contact, now = the_contact(desk, fingerprint), desk.now()
    if contact.trust == UNKNOWN:
        raise Refused("card-not-confirmed", name=contact.name)
    given = Handover(contact.name, now, desk.owner().public_key, died_at, contact.key)
    return Outcome(_give(desk, given).value, _CHANGED_BY_DEATH)


def take_back(desk: Desk, digest: str, reason: str | None = None) -> Outcome[Signed[Withdrawal]]:
    """Take back a vouching, delegation or naming of yours from now on; `digest` is its fingerprint or its beginning."""
    now = desk.now()
    wanted = digest.lower()
    found = [row for row in desk.registry.key_words.all() if len(wanted) > 7 and row.digest.hex().startswith(wanted)]
    if len(found) != 1:
        raise Refused("unknown-word", key=digest)
    said = clean_text(reason, "reason", most=400) if reason else None
    notice = sign(Withdrawal(found[0].digest, now, now, desk.owner().public_key, said), desk.pen())
    end_word(desk, notice, ours=True)
    return Outcome(notice, _CHANGED)


def _confirmed(desk: Desk, fingerprint: str) -> Contact:
    """Return whom you have met yourself: words are never given on somebody else's word."""
    contact = the_contact(desk, fingerprint)
    if contact.trust != CONFIRMED:
        raise Refused("card-not-confirmed", name=contact.name)
    return contact


def _ids(values: tuple[str, ...], key: str) -> tuple[str, ...]:
    if not values:
        raise Refused("empty-list", key=key)
    return (EVERY,) if EVERY in values else tuple(dict.fromkeys(clean_id(one, key) for one in values))


def _acts(values: tuple[str, ...]) -> tuple[str, ...]:
    if EVERY in values:
        return (EVERY,)
    unknown = [one for one in values if one not in ACTS]
    if unknown or not values:
        raise unknown_code(unknown[0], "acts", ACTS) if unknown else Refused("empty-list", key="acts")
    return tuple(sorted(dict.fromkeys(values), key=ACTS.index))


def _give(desk: Desk, says: W) -> Outcome[Signed[W]]:
    signed = sign(says, desk.pen())
    file_word(desk, signed, ours=True)
    return Outcome(signed, _CHANGED)
