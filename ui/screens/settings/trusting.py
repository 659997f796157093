"""Who is trusted, and how many cards wait: as Contacts says it, where it is changed. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from likeness.acts.keys.read_contacts import Contact, contacts
from likeness.values.alphabet import alphabet
from ui.kit.background.newest import Newest
from ui.kit.known_words import TRUSTED, known_words, waits
from ui.kit.words import language, tr, tr_n

MOST = 8  # signers that are named; Contacts has them all


@dataclass(frozen=True)
class Signer:
    """One who is trusted: the code of how, the name, and how the key is known."""

    trust: str
    name: str
    known: str


@dataclass(frozen=True)
class TrustState:
    """How many are trusted, in words, and who; empty words where nothing was read, waits or is left out."""

    said: str = ""
    waiting: str = ""
    signers: tuple[Signer, ...] = ()
    others: str = ""


class TrustedSigners:
    """Reads the trust book off the window's thread; `view` draws what it says."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._view, self._reading = desk, view, Newest(jobs, view)

    def refresh(self) -> None:
        """Read again."""
        lang = language()
        self._reading.read(lambda: trust_of(contacts(self._desk.desk), lang), self._view.draw, self._view.fail)


def trust_of(known: tuple[Contact, ...], lang: str) -> TrustState:
    """Return what Settings says of these contacts."""
    trusted = sorted((one for one in known if one.trust in TRUSTED), key=lambda one: (alphabet(one.name), one.name))
    waiting, more = sum(map(waits, known)), max(len(trusted) - MOST, 0)
    return TrustState(
        said=tr_n("You trust {n} signer", "You trust {n} signers", n=len(trusted)) if trusted else
        tr("You trust nobody yet"),
        waiting=tr_n("{n} card waits for your answer", "{n} cards wait for your answer", n=waiting) if waiting else "",
        signers=tuple(Signer(one.trust, one.name, known_words(one, lang)) for one in trusted[:MOST]),
        others=tr_n("And {n} more", "And {n} more", n=more) if more else "",
    )  # fmt: skip
