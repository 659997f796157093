"""What this registry believes: its own keys, cards it has confirmed, lists and words it keeps, what it recorded.

Every statement is opened again; nothing is believed from a column. Only licences to which something happened are read,
so that one paper costs the same beside a million others; the whole is values, good on any thread.
"""

from __future__ import annotations

from dataclasses import replace

from likeness.acts.desk import Desk
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise
from likeness.licence.statements import open_any, open_signed
from likeness.licence.status_list import StatusList
from likeness.registry.registry import Registry
from likeness.verifier.book import Book
from likeness.verifier.roots import Roots, Word

CARD = "key-card"


def gather_roots(desk: Desk) -> Roots:
    """Return the roots for `verify`."""
    happenings = desk.registry.happenings
    return replace(trust_here(desk), known=happenings.by_digest(), happened=tuple(happenings.beyond_licences()))


def trust_here(desk: Desk) -> Roots:
    """Return the roots without what was recorded of licences: all that is needed to know whose a key is."""
    registry, owner = desk.registry, desk.owner()
    words = words_here(registry)
    lost = any(isinstance(word.says, Compromise) for word in words)  # places matter only where a key was lost
    roots = Roots(
        own=dict.fromkeys(desk.own_keys(), owner.name),
        cards=tuple(open_signed(card.bytes, KeyCard).says for card in registry.trust.cards()),
        words=words,
        places=registry.key_words.places() if lost else {},
        own_role=owner.role,
    )
    book = Book(roots, desk.now())
    lists = []
    for data in registry.trust.lists():
        read = open_signed(data, StatusList)
        if not book.is_lost(read.signer.encoded, read.digest):
            lists.append(read.says)
    return replace(roots, lists=tuple(lists))


def the_book(desk: Desk) -> Book:
    """Return the trust book of this registry as it stands now."""
    return Book(trust_here(desk), desk.now())


def words_here(registry: Registry) -> tuple[Word, ...]:
    """Return the words about keys, as they stand in the log; cards that nobody has confirmed are no words."""
    found = []
    for row in registry.key_words.all():
        if row.kind == CARD:
            continue
        says = open_any(row.data).says
        cut = registry.key_words.first_place_from(says.since) if isinstance(says, Compromise) else None
        found.append(Word(says, row.position, row.ended_at, row.position if cut is None else cut))
    return tuple(found)
