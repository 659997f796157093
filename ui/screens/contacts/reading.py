"""From the trust book to the words of the table and the pane. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from likeness.acts.keys.read_contacts import Contact, Expected
from likeness.acts.keys.read_lost import LostKey
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Vouching
from likeness.licence.mandates import Delegation, Estate
from likeness.licence.statements import open_any, open_signed
from likeness.paper import names
from likeness.paper.wording import word
from likeness.registry.licence_row import LicenceRow
from likeness.values.alphabet import alphabet
from ui.kit.known_words import known_words
from ui.kit.look.looks import state_word
from ui.kit.words import tr
from ui.screens.contacts.state import NO_KEY, Cells, Detail, Given, OwnCard, Pairs

MOST_LICENCES = 12
NO_CARD = "no-card"
TRUSTS = ("confirmed", "vouched", "unknown", NO_CARD)
AGENT, PERFORMER = "agent", "performer"


def key_of(contact: Contact | Expected) -> str:
    """Return what a row is known by: the fingerprint of the key, or the name where no card ever came."""
    return NO_KEY + contact.name if isinstance(contact, Expected) else contact.public.fingerprint


def trust_of(contact: Contact | Expected) -> str:
    """Return how somebody is known: as the contact says, or that no card came."""
    return NO_CARD if isinstance(contact, Expected) else contact.trust


def cells_of(contact: Contact | Expected, lang: str) -> Cells:
    """Return one row of the table."""
    if isinstance(contact, Expected):
        return Cells(key_of(contact), NO_CARD, contact.name, role_of(contact, lang), tr("Named in a licence"))
    return Cells(
        contact.public.fingerprint, contact.trust, contact.name, role_of(contact, lang), known_words(contact, lang)
    )


def place_of(cells: Cells, column: str) -> tuple[Any, ...]:
    """Return where a row stands in a list that is sorted by a column: the best known first, words by their letters."""
    if column == "trust":
        return (TRUSTS.index(cells.trust) if cells.trust in TRUSTS else len(TRUSTS),)
    said: str = getattr(cells, column)
    return alphabet(said), said


def role_of(contact: Contact | Expected, lang: str) -> str:
    """Return the role on the card; empty where no card ever came."""
    return word(lang, "role", contact.role) if contact.role else ""


def _day(moment: datetime | None, lang: str) -> str:
    return names.day(lang, moment.date()) if moment else ""


def detail_of(
    contact: Contact, owner_role: str, licences: Iterable[LicenceRow], given: tuple[Given, ...], lost: LostKey | None,
    lang: str,
) -> Detail:  # fmt: skip
    """Return everything the pane shows."""
    return Detail(
        key=contact.public.fingerprint,
        name=contact.name,
        role=role_of(contact, lang),
        trust=contact.trust,
        known=known_words(contact, lang),
        advice=_advice(contact),
        digits=contact.public.digits,
        licences=lines_of(licences),
        given=given,
        can=frozenset(_verbs(contact, owner_role)),
        lost_since=_day(lost.since, lang) if lost else "",
        doubtful=lines_of(lost.doubtful) if lost else (),
    )


def waiting_of(party: Expected, licences: Iterable[LicenceRow], lang: str) -> Detail:
    """Return what the pane shows of somebody whose card never came."""
    return Detail(
        key=key_of(party),
        name=party.name,
        role=role_of(party, lang),
        trust=NO_CARD,
        known=tr("Named in a licence, and no card came"),
        advice=tr("Ask them for their card, in person or on a number you know, and add it here. Until then you cannot"
                  " tell whether what bears this name is theirs."),
        digits="",
        licences=lines_of(licences),
        given=(),
        can=frozenset({"add"}),
    )  # fmt: skip


def lines_of(licences: Iterable[LicenceRow]) -> Pairs:
    """Return licences as number, and project with its state."""
    return tuple((row.number, f"{row.terms.project.title} · {state_word(row.state)}") for row in licences)


def _advice(contact: Contact) -> str:
    if contact.why == "lost":
        return tr("What they signed before it was lost still counts. Ask them for their new card.")
    return {
        "confirmed": tr("What they sign is shown as signed by somebody you know."),
        "vouched": tr("You rely on the word of {by}, for the name alone. Meet them, and confirm the card yourself.",
                      by=contact.by),
        "unknown": tr("Do not rely on what they sign until you have met them, or called them and compared the digits."),
    }.get(contact.trust, "")  # fmt: skip


def _verbs(contact: Contact, owner_role: str) -> list[str]:
    if contact.why == "lost":
        return ["remove"] if contact.card else []
    if contact.trust != "confirmed":
        return ["confirm"] if contact.card else []
    verbs = ["remove"]
    if contact.why == "confirmed" and contact.card and open_signed(contact.card, KeyCard).says.recovery:
        verbs.append("lost-paper")  # only a card that was confirmed here may say so in the trust book
    if owner_role == AGENT:
        verbs += ["vouch", "lost"]
        if contact.role == PERFORMER:
            verbs.append("hand-over")
    if owner_role == PERFORMER:
        verbs += ["delegate", "estate", "hand-over"] if contact.role == AGENT else ["estate", "hand-over"]
    return verbs


def given_of(rows: Iterable[Any], own: Iterable[bytes], key: bytes, lang: str) -> tuple[Given, ...]:
    """Return the owner's own words about a key that still stand, oldest first."""
    mine, found = set(own), []
    for row in rows:
        says = None if row.ended_at else open_any(row.data).says
        if isinstance(says, Vouching | Delegation | Estate) and says.subject == key and says.key in mine:
            found.append(Given(row.digest.hex(), _given_words(says, lang)))
    return tuple(found)


def _given_words(says: Vouching | Delegation | Estate, lang: str) -> str:
    if isinstance(says, Vouching):
        return tr("You vouch for this name until {until}", until=_day(says.expires_at, lang))
    if isinstance(says, Delegation):
        return tr("They may sign licences for you until {until}", until=_day(says.expires_at, lang))
    return tr("They speak for you after your death")


def own_card_of(name: str, role: str, digits: str, svg: str, lang: str, *, changed: bool) -> OwnCard:
    """Return the owner's card in words; `changed` if it is not her first key."""
    return OwnCard(name, word(lang, "role", role), digits, svg, changed)
