"""Who is known here, and how: cards confirmed, cards that wait, keys that follow others, names that are vouched for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from likeness.acts.desk import Desk
from likeness.acts.keys.gather_roots import CARD, the_book
from likeness.errors import Refused
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Vouching
from likeness.licence.statements import open_signed
from likeness.seal.keys import PublicKey


@dataclass(frozen=True)
class Contact:
    """A key and the name it bears. `trust` is confirmed, vouched or unknown, `why` as in the verifier's book.

    `card` is the signed card, None where somebody vouches for a name whose card never came. `follows` is the key
    before, and `replaced` says that another one follows.
    """

    name: str
    role: str
    key: bytes
    trust: str
    why: str
    by: str
    since: datetime | None
    until: datetime | None
    card: bytes | None
    follows: bytes | None = None
    replaced: bool = False

    @property
    def public(self) -> PublicKey:
        """The key."""
        return PublicKey(self.key)


def contacts(desk: Desk) -> tuple[Contact, ...]:
    """Return everybody whose key stands here, by name; not the owner."""
    registry, book, own = desk.registry, the_book(desk), set(desk.own_keys())
    confirmed = {card.public_key: card for card in registry.trust.cards()}
    found: dict[bytes, tuple[str, str, bytes | None]] = {
        key: (card.name, card.role, card.bytes) for key, card in confirmed.items()
    }
    for card_data in book.following_cards:
        _add(found, card_data)
    for row in registry.key_words.all():
        if row.kind == CARD:
            _add(found, row.data)
    for vouching, _ in book.words(Vouching):
        found.setdefault(vouching.subject, (vouching.name, "", None))
    listed = []
    for key, (name, role, card) in found.items():
        known, chain = book.known(key, (name,)), book.chain(key)
        met = next((confirmed[one].confirmed_at for one in chain if one in confirmed), None)
        listed.append(
            Contact(
                name, role, key, known.trust, known.why, known.by, known.since or met, known.until, card,
                follows=chain[1] if len(chain) > 1 else None, replaced=book.following(key)[0] != key,
            )
        )  # fmt: skip
    return tuple(sorted((one for one in listed if one.key not in own), key=lambda one: (one.name, one.key)))


@dataclass(frozen=True)
class Expected:
    """A party of a licence whose card never came; `role` is company, performer, or empty for whoever speaks for one."""

    name: str
    role: str


def expected(desk: Desk, known: tuple[Contact, ...]) -> tuple[Expected, ...]:
    """Return the parties of signed licences that bear no name of `known`, by name; not the owner."""
    names = {one.name for one in known} | {desk.owner().name}
    parties = desk.registry.parties.names()
    return tuple(Expected(name, parties[name]) for name in sorted(parties) if name not in names)


def the_contact(desk: Desk, fingerprint: str) -> Contact:
    """Return one contact by the fingerprint of its key (hex, or thirty digits with or without spaces)."""
    wanted = fingerprint.replace(" ", "").lower()
    for one in contacts(desk):
        if wanted in (one.public.fingerprint, one.public.digits.replace(" ", "")):
            return one
    raise Refused("unknown-card", key=fingerprint)


def _add(found: dict[bytes, tuple[str, str, bytes | None]], data: bytes) -> None:
    says = open_signed(data, KeyCard).says
    found.setdefault(says.key, (says.name, says.role, data))
