"""What the sections of Settings say of themselves, below their headings."""

from __future__ import annotations

from ui.kit.words import tr


def about_backups() -> str:
    """Return what a backup is."""
    return tr("A backup is one file with all of it, locked as the registry is. Keep it on a disk somewhere else:"
              " it opens with the passphrase of today, or with the twelve words of today.")  # fmt: skip


def about_passphrase() -> str:
    """Return what the passphrase opens."""
    return tr("It opens this registry, and is asked again before anything final is signed.")


def about_words() -> str:
    """Return what the twelve words are for."""
    return tr("On paper, they open this registry when you forget your passphrase, and a backup when this computer is"
              " gone. They are shown once.")  # fmt: skip


def about_trust() -> str:
    """Return what it is to trust a signer."""
    return tr("What they sign is shown as signed by somebody you know. Cards are confirmed, and trusted no longer,"
              " in Contacts.")  # fmt: skip


def about_rules() -> str:
    """Return what rule packs do."""
    return tr("They warn you while you write a licence and add duties to uses. They never change whether a use is"
              " in scope.")  # fmt: skip


def about_strikes() -> str:
    """Return what a strike does."""
    return tr("Under licences that say so, nothing is made from the day a strike begins until the day it is over. One"
              " that never was is over on the day it began.")  # fmt: skip


def about_paper() -> str:
    """Return what goes with papers."""
    return tr("What goes with every PDF you export. None of it is needed, and without an address no network is used.")


def about_page() -> str:
    """Return what the page for phones is."""
    return tr("One file with which anybody checks your licences in the browser of a phone, without a network."
              " It knows the keys and the list you put on it that day, not what ended later, and whoever serves it"
              " decides what it shows.")  # fmt: skip


def about_data() -> str:
    """Return what the registry is."""
    return tr("The registry is these two files; both are needed. A check reads all of it and compares it with what was"
              " signed; it changes nothing.")  # fmt: skip
