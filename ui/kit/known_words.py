"""How somebody's key is known, in words: the same in Contacts and in Settings. No Qt."""

from __future__ import annotations

from likeness.acts.keys.read_contacts import Contact
from likeness.paper import names
from likeness.paper.words.contact_words import contact_words
from ui.kit.words import tr

TRUSTED = ("confirmed", "vouched")


def known_words(contact: Contact, lang: str) -> str:
    """Return how a key is known, with its dates."""
    if contact.why == "lost":
        return tr("This key was lost. Nothing new signed with it counts.")
    if contact.replaced:
        return tr("An older key. A newer one follows it.")
    if contact.trust != "unknown":
        words = contact_words(lang, contact.why, by=contact.by, since=contact.since, until=contact.until)
        return names.sentence_case(words)
    return (
        tr("The card waits for your answer") if waits(contact) else tr("The name is said by others, and no card came")
    )


def waits(contact: Contact) -> bool:
    """Tell whether a card is here that nobody has said yes to yet."""
    newest = contact.why != "lost" and not contact.replaced
    return contact.trust == "unknown" and contact.card is not None and newest
