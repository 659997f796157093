"""Whose keys stand on the page for phones: read from the trust book when the page is made.

- The owner's own keys always; with her confirmed cards also the keys that follow theirs, the names that an agency
  vouches for, and who may sign for a performer whose name is on the page, by delegation or as her estate.
- A key that was lost is not on it, and neither is a vouching that has run out or was taken back. A delegation that has
  run out or was taken back stays with the instant from which it counts no more: what was signed before is still good.
- On her own page the owner's keys stand for her name only, as they would for anybody who was handed her card.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Vouching
from likeness.licence.mandates import Delegation, Estate
from likeness.paper.page.page_trust import Appointed, Heirs, PageTrust, VouchedName
from likeness.verifier.book import Book
from likeness.verifier.roots import Roots
from likeness.verifier.trust import estates


def own_cards(card: KeyCard, roots: Roots, book: Book) -> list[KeyCard]:
    """Return a card for each key of the owner, the one she signs with now and those before; `card` is hers."""
    return [replace(card, key=key) for key in roots.own if not book.is_lost(key)]


def confirmed_cards(roots: Roots, book: Book) -> list[KeyCard]:
    """Return a card for each key and each name that it bears by a confirmed card, its own or one that it follows."""
    by_key = {card.key: card for card in roots.cards}
    found: dict[tuple[bytes, str], KeyCard] = {}
    for key in dict.fromkeys(key for first in by_key for key in _kept(book, first)):
        for card in (by_key[older] for older in book.chain(key) if older in by_key):
            found.setdefault((key, card.name), replace(card, key=key))
    return list(found.values())


def trust_on_page(roots: Roots, book: Book, cards: list[KeyCard], at: datetime) -> PageTrust:
    """Return what the page knows besides `cards`, which are all that stand on it, when it is made at `at`."""
    met = {(card.key, card.name) for card in roots.cards} | set(roots.own.items())
    vouched = tuple(_vouched(book, cards, at))
    known = {card.key for card in cards} | {key for one in vouched for key in one.keys}
    return PageTrust(
        following=frozenset((card.key, card.name) for card in cards) - met,
        vouched=vouched,
        appointed=tuple(_appointed(book, known)),
        estates=tuple(_estates(book, known)),
        died=_died(book),
    )


def keys_of_lists(roots: Roots, book: Book) -> set[bytes]:
    """Return the keys for which a status list speaks: what it says against a licence counts, whoever signed that."""
    return {key for one in roots.lists for key in book.chain(one.key) if not book.is_lost(key)}


def _vouched(book: Book, cards: list[KeyCard], at: datetime) -> Iterator[VouchedName]:
    """Yield the names that are vouched for; who stands there by a card needs nobody to vouch."""
    carded = {(card.key, card.name) for card in cards}
    for says, word in book.words(Vouching):
        by = book.agency(says.key)
        if by is None or says.expires_at <= at:
            continue
        keys = tuple(key for key in _kept(book, says.subject) if (key, says.name) not in carded)
        if keys:
            yield VouchedName(says.name, keys, by, says.given_at, says.expires_at, word.ended_at)


def _appointed(book: Book, known: set[bytes]) -> Iterator[Appointed]:
    for says, word in book.words(Delegation, ended=True):
        keys, of = _kept(book, says.subject), _bearer(book, says.key, known)
        if of is not None and keys:
            yield Appointed(says, keys, of, word.ended_at)


def _estates(book: Book, known: set[bytes]) -> Iterator[Heirs]:
    named = [says for says, word in book.words(Estate) if word.ended_at is None]
    for dead, heir, handover in estates(book):
        names = (says.name for says in named
                 if heir in book.following(says.subject) and dead in book.following(says.key))  # fmt: skip
        name, keys, of = next(names, None), _kept(book, heir), _bearer(book, dead, known)
        if name is not None and of is not None and keys:
            yield Heirs(name, keys, of, handover.died_at)


def _died(book: Book) -> dict[bytes, datetime]:
    """Return, for each key of a performer who has died, the earliest instant that is said of it."""
    found: dict[bytes, datetime] = {}
    for dead, _, handover in estates(book):
        for key in _kept(book, dead):
            found[key] = min(handover.died_at, found.get(key, handover.died_at))
    return found


def _bearer(book: Book, key: bytes, known: set[bytes]) -> bytes | None:
    """Return a key that is on the page: this one, or one that follows it."""
    return next((one for one in _kept(book, key) if one in known), None)


def _kept(book: Book, key: bytes) -> tuple[bytes, ...]:
    """Return a key and those that follow it, without the lost ones."""
    return tuple(one for one in book.following(key) if not book.is_lost(one))
