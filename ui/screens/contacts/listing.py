"""Who stands on the Contacts screen: whoever's key is here, and the parties of licences without a card. No Qt."""

from __future__ import annotations

from typing import Any

from likeness.acts.keys.read_contacts import Contact, Expected, contacts, expected
from likeness.acts.keys.read_lost import lost_key
from likeness.registry.licence_row import LicenceRow
from likeness.values.alphabet import alphabet
from ui.screens.contacts.reading import (
    MOST_LICENCES,
    cells_of,
    detail_of,
    given_of,
    key_of,
    lines_of,
    trust_of,
    waiting_of,
)
from ui.screens.contacts.state import ContactsState, Detail, Pairs

Everybody = dict[str, Contact | Expected]


def everybody(desk: Any) -> Everybody:
    """Return everybody by name, each under the key of its row."""
    known = contacts(desk)
    both: tuple[Contact | Expected, ...] = (*known, *expected(desk, known))
    return {key_of(one): one for one in sorted(both, key=lambda one: (alphabet(one.name), one.name))}


def detail_here(desk: Any, one: Contact | Expected, lang: str) -> Detail:
    """Read everything the pane shows of somebody."""
    licences = _licences_of(desk, one.name)
    if isinstance(one, Expected):
        return waiting_of(one, licences, lang)
    words = given_of(desk.registry.key_words.all(), desk.own_keys(), one.key, lang)
    return detail_of(one, desk.owner().role, licences, words, lost_key(desk, one.key), lang)


def sign_again(desk: Any) -> Pairs:
    """Return what the owner's key of before signed here after it was lost."""
    former = desk.registry.owner.former()
    lost = lost_key(desk, former[-1].public_key) if former else None
    return lines_of(lost.doubtful) if lost else ()


def _licences_of(desk: Any, name: str) -> list[LicenceRow]:
    found: list[LicenceRow] = desk.registry.licences.page(
        desk.registry.parties.rows_of(name, MOST_LICENCES), desk.now()
    )
    return found


def is_shown(contact: Contact | Expected, state: ContactsState, lang: str) -> bool:
    """Tell whether somebody is one of those who are asked for."""
    if state.chosen_trust and trust_of(contact) not in state.chosen_trust:
        return False
    cells = cells_of(contact, lang)
    text = f"{cells.name} {cells.role} {cells.known}".casefold()
    return all(word in text for word in state.words.casefold().split())
