"""Contacts: who is known and how; cards taken in, confirmed, removed; words given about keys. Plain Python.

Nothing is trusted by taking it in: a card waits until the one question is answered. What is signed asks for the
passphrase, and what was signed is handed out as a file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from likeness.acts.checking.take_in import Filed
from likeness.acts.keys.make_recovery import Recovery
from likeness.acts.keys.read_contacts import Contact, Expected, contacts
from likeness.acts.keys.trust_book import confirm_card, remove_card
from likeness.errors import LikenessError
from likeness.paper.wording import say
from likeness.seal.keys import PublicKey
from likeness.values.clock import Clock
from ui.kit.background.newest import Newest
from ui.kit.fields.passphrase import not_hers
from ui.kit.handed.given import Given, take_given
from ui.kit.lists.asked import ROW, Asked, Left, with_row, word_of
from ui.kit.lists.chosen import beside
from ui.kit.trouble import told
from ui.kit.undoing.undo import Inverse
from ui.kit.words import language, tr, tr_n
from ui.screens.contacts.handing import Handing
from ui.screens.contacts.left import begun_with, left_of
from ui.screens.contacts.listing import Everybody, detail_here, everybody, is_shown, sign_again
from ui.screens.contacts.reading import TRUSTS, cells_of, place_of, trust_of
from ui.screens.contacts.state import NO_KEY, Cells, ContactsState, OwnCard, Pairs
from ui.screens.contacts.verbs import PAPER, act_of

_CARD, _ALARM = "key-card", "compromise"
_FINGERPRINT = re.compile("[0-9a-f]{32}")
_BY_PAPER = (PAPER, "lost-paper")


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    desk: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...
    def confirm(self, passphrase: str) -> bool: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: ContactsState) -> None: ...
    def ask_card(self, key: str, name: str, role: str, digits: str) -> None: ...
    def show_own(self, card: OwnCard) -> None: ...
    def signed(self, words: str, data: bytes, name: str) -> None: ...
    def unsigned(self, words: str) -> None: ...
    def show_once(self, digits: str) -> None: ...
    def show_doubtful(self, licences: Pairs) -> None: ...
    def done(self, words: str, inverse: Inverse) -> None: ...
    def tell(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...


class ContactsPresenter:
    """Keeps the contacts and the state, and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = ContactsState()

        def begin(kept: Asked) -> None:
            self._state = begun_with(self._state, kept)
            self._chosen = self._last = word_of(kept, ROW)

        self.left = Left(lambda: with_row(left_of(self._state), self._last), begin)
        self._contacts: Everybody = {}
        self._chosen = self._last = ""  # whoever is shown, and whom somebody chose last
        self._listing, self._detailing = Newest(jobs, view), Newest(jobs, view)
        self.handing = Handing(desk, jobs, view)

    def refresh(self) -> None:
        """Read the trust book again, off the window's thread."""

        def take(found: Everybody) -> None:
            self._contacts = found
            self._filter(before=self._state.keys, reading=False)

        def failed(why: Exception) -> None:
            self._show(reading=False)
            self._view.fail(why)

        self._show(reading=True, stopped=False)
        self._listing.read(lambda: everybody(self._desk.desk), take, failed)

    def stop(self) -> None:
        """Let the reading end; the rows of before stay."""
        self._listing.forget()
        self._show(reading=False, stopped=True)

    def search(self, words: str) -> None:
        """Look for words in name, role and how somebody is known."""
        self._filter(words=words.strip())

    def toggle_trust(self, trust: str) -> None:
        """Add a way of being known to the filter, or take it away."""
        self._filter(chosen_trust=self._state.chosen_trust ^ {trust})

    def sort(self, column: str) -> None:
        """Sort by a column; by the one it is sorted by already, turned round."""
        self._filter(order=self._state.order.by(column))

    def clear(self) -> None:
        """Show everybody again."""
        self._filter(chosen_trust=frozenset(), words="")

    def reveal(self, key: str) -> None:
        """Show somebody asked for from elsewhere; whoever is not read yet is shown once the reading is done."""
        self._state = replace(self._state, chosen_trust=frozenset(), words="")
        self._chosen = self._last = key if _FINGERPRINT.fullmatch(key) else NO_KEY + key
        self.refresh()

    def page(self, keys: Sequence[str]) -> list[Cells]:
        """Return the cells of those contacts, in that order."""
        return [cells_of(self._contacts[key], language()) for key in keys]

    def choose(self, key: str) -> None:
        """Show a contact in the pane, with the licences that bear the name."""
        self._chosen = self._last = key
        self._read_detail(self._contacts.get(key))

    def _read_detail(self, contact: Contact | Expected | None) -> None:
        lang = language()
        if contact is None:
            self._detailing.forget()
            self._show(detail=None)
            return

        self._detailing.read(
            lambda: detail_here(self._desk.desk, contact, lang),
            lambda detail: self._show(detail=detail),
            self._view.fail,
        )

    def take(self, given: Given) -> None:
        """Take in whatever somebody sent; a single new card is asked about at once."""
        work = lambda _job: take_given(self._desk, given)
        self._jobs.submit("write", self._view, work, self._taken, self._view.fail)

    def _taken(self, filed: tuple[Filed, ...]) -> None:
        told = [say(language(), "filed", one.told, about=one.about) for one in filed]
        self._view.tell(told[0] if len(told) == 1 else tr_n("{n} thing taken in", "{n} things taken in", n=len(told)))
        cards = {one.about for one in filed if one.kind == _CARD}
        here = contacts(self._desk.desk)
        if any(one.kind == _ALARM and one.changed for one in filed):
            self._chosen = next((key for one in here if (key := self._newly_lost(one))), self._chosen)
        waiting = [c for c in here if c.name in cards and c.trust != "confirmed" and c.card]
        if len(waiting) == 1:
            self._chosen = waiting[0].public.fingerprint
        self.refresh()
        if len(waiting) == 1:
            self.ask(self._chosen)

    def _newly_lost(self, contact: Contact) -> str:
        """Return the key of a row that was not lost when it was last read, empty for all others."""
        key = contact.public.fingerprint
        before = self._contacts.get(key)
        return key if contact.why == "lost" and not (isinstance(before, Contact) and before.why == "lost") else ""

    def ask(self, key: str) -> None:
        """Ask whether the card of a contact came in person."""
        contact = next((one for one in contacts(self._desk.desk) if one.public.fingerprint == key), None)
        if contact is not None:
            cells = cells_of(contact, language())
            self._view.ask_card(key, contact.name, cells.role, contact.public.digits)

    def confirm(self, key: str) -> None:
        """Trust a card from now on."""
        card = next((one.card for one in contacts(self._desk.desk) if one.public.fingerprint == key), None)
        if card is not None:
            self._act(tr("Card confirmed"), lambda: self._confirm(card))

    def remove(self, key: str) -> None:
        """Trust a card no longer."""
        self._act(tr("Card no longer trusted"), lambda: self._remove(key))

    def _confirm(self, card: bytes) -> Inverse:
        row = self._desk.do(confirm_card, card).value
        return lambda _going: self._remove(PublicKey(row.public_key).fingerprint)

    def _remove(self, key: str) -> Inverse:
        row = self._desk.do(remove_card, key).value
        return lambda _going: self._confirm(row.bytes)

    def _act(self, words: str, act: Callable[[], Inverse]) -> None:
        def done(inverse: Inverse) -> None:
            self.refresh()
            self._view.done(words, inverse)

        self._jobs.submit("write", self._view, lambda _job: act(), done, self._view.fail)

    def sign(self, what: str, key: str, passphrase: str, **said: Any) -> None:
        """Sign a word about a contact's key, once the passphrase is right; an empty `key` is one's own."""
        act, words, name = act_of(what, key, **said)

        def work(_job: Any) -> Any:
            return self._desk.do(*act).value if self._desk.confirm(passphrase) else None

        def done(made: Any) -> None:
            if made is None:
                self._view.unsigned(not_hers(passphrase))
                return
            if what in _BY_PAPER:
                self._chosen = PublicKey(made.says.subject).fingerprint
            self.refresh()
            if isinstance(made, Recovery):
                self._view.signed(words, made.card, name)
                self._view.show_once(made.text)
            else:
                self._view.signed(words, made if isinstance(made, bytes) else bytes(made.data), name)
            if what == "own-lost":
                self._jobs.submit(
                    "read", self._view, lambda _job: sign_again(self._desk.desk), self._doubt, self._view.fail
                )

        def failed(why: Exception) -> None:
            if what in _BY_PAPER and isinstance(why, LikenessError):
                self._view.unsigned(told(why))  # the form stays: a digit is easily mistyped
            else:
                self._view.fail(why)

        self._jobs.submit("write", self._view, work, done, failed)

    def _doubt(self, licences: Pairs) -> None:
        if licences:
            self._view.show_doubtful(licences)

    def _filter(self, before: tuple[str, ...] = (), **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        shown = (key for key, one in self._contacts.items() if is_shown(one, self._state, language()))
        found = self._sorted(list(shown))
        counts = Counter(trust_of(one) for one in self._contacts.values())
        if self._chosen not in found:
            self._chosen = beside(self._chosen, before, found) or self._chosen
        self._show(
            turn=self._state.turn + 1,
            keys=found,
            total=len(self._contacts),
            counts=tuple((one, counts[one]) for one in TRUSTS),
        )
        # Nobody is shown whom the list does not show.
        self._read_detail(self._contacts.get(self._chosen) if found else None)

    def _sorted(self, keys: list[str]) -> tuple[str, ...]:
        """Return rows in the order asked for; what stands equal stays by name, and falling is the exact reverse."""
        order = self._state.order
        cells = {one.key: one for one in self.page(keys)}
        keys.sort(key=lambda key: place_of(cells[key], order.column))
        return tuple(reversed(keys) if order.falling else keys)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, chosen=self._chosen, **changes)
        self._view.draw(self._state)
