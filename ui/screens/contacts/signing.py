"""Which form is asked before which signature: plain words first, then what must be said, then the passphrase."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from likeness.values.days import day_in
from ui.kit.words import tr
from ui.screens.contacts.asking import DayForm, PaperForm, SigningForm, Then, VouchForm, plain_form
from ui.screens.contacts.delegation_form import DelegationForm
from ui.screens.contacts.presenter import ContactsPresenter
from ui.screens.contacts.state import Detail
from ui.screens.contacts.verbs import PAPER


class Signing:
    """Holds the one form that is open."""

    def __init__(self, parent: QWidget, desk: Any, presenter: ContactsPresenter) -> None:
        self._parent, self._desk, self._presenter = parent, desk, presenter
        self._form: SigningForm | None = None

    def ask(self, verb: str, detail: Detail | None) -> None:
        """Open the form of a verb about a contact, or about one's own key; whoever it names is signed about."""
        name, key = (detail.name, detail.key) if detail else ("", "")
        self._open(self._form_of(verb, name, self._then(verb, key)))

    def take_back(self, digest: str) -> None:
        """Ask before a word of one's own is taken back."""
        words = (tr("Take this back?"),
                 tr("From now on it does not count any more. What was signed while it counted stays."),
                 tr("Take it back"))  # fmt: skip
        then = lambda passphrase, said: self._presenter.sign("take-back", "", passphrase, digest=digest, **said)
        self._open(plain_form(self._parent, words, then, final=True))

    def refused(self, words: str) -> None:
        """Say in the form why it was not signed."""
        if self._form is not None:
            self._form.refused(words)

    def done(self) -> None:
        """Close the form."""
        if self._form is not None:
            self._form.accept()

    def _open(self, form: SigningForm) -> None:
        self._form = form
        form.finished.connect(self._forget)
        form.open()

    def _forget(self) -> None:
        self._form = None

    def _then(self, verb: str, key: str) -> Then:
        return lambda passphrase, said: self._presenter.sign(verb, key, passphrase, **said)

    def _form_of(self, verb: str, name: str, then: Then) -> SigningForm:
        parent, today = self._parent, day_in(self._desk.clock.now(), "UTC")
        if verb == "vouch":
            return VouchForm(parent, name, then)
        if verb == "delegate":
            registry = self._desk.registry
            doubles = tuple((one.id, one.title) for one in registry.doubles.in_brief())
            companies = tuple(registry.people.but_performers().items())
            return DelegationForm(parent, name, doubles, companies, today, then)
        if verb in (PAPER, "lost-paper"):
            return PaperForm(parent, _paper_words(name), tr("Lost since"), today, then)
        if verb in _DAYS:
            title, text, button, about = (words.format(name=name) for words in _day_words(verb))
            return DayForm(parent, (title, text, button), about, today, then, reason=verb != "hand-over", final=True)
        title, text, button = (words.format(name=name) for words in _plain_words(verb))
        return plain_form(parent, (title, text, button), then, final=verb == "change")


_DAYS = ("hand-over", "lost", "own-lost")


def _plain_words(verb: str) -> tuple[str, str, str]:
    if verb == "estate":
        return (
            tr("Name {name} as your estate?"),
            tr("After your death {name} speaks for you: they may withdraw, suspend and resume what you signed."
               " Nothing changes while you live, and you can take it back."),
            tr("Name them"),
        )  # fmt: skip
    if verb == "recovery":
        return (
            tr("Make a recovery key?"),
            tr("It is shown once, to be written on paper and put away. If your key is stolen, whoever holds the paper"
               " can say so from anywhere, and it can do nothing else. One that was made before counts no more. Your"
               " card changes: hand out the new one."),
            tr("Make it"),
        )  # fmt: skip
    return (
        tr("Change your key?"),
        tr("From now on you sign with a new key. Your old key signs the new one’s card, so whoever knew you knows you"
           " still. Send the file to everybody who has your card. You cannot go back to the old key."),
        tr("Change my key"),
    )  # fmt: skip


def _paper_words(name: str) -> tuple[str, str, str]:
    whose = tr("Report the key of {name} as lost?", name=name) if name else tr("Report a lost key?")
    return (
        whose,
        tr("The recovery key on paper says whose key it is. Whoever has confirmed that card then no longer counts what"
           " the key signed from that day on. The digits are kept nowhere. You cannot take this back."),
        tr("Report it"),
    )  # fmt: skip


def _day_words(verb: str) -> tuple[str, str, str, str]:
    if verb == "hand-over":
        return (
            tr("Say that {name} has died?"),
            tr("You can say this only if {name} named your key in advance. Licences that end with death end on that"
               " day, and from then on you speak for {name}. You cannot take this back."),
            tr("Sign it"),
            tr("Day of death"),
        )  # fmt: skip
    if verb == "lost":
        return (
            tr("Report the key of {name} as lost?"),
            tr("Whoever trusts you will no longer count what that key signed from that day on. You can say this only"
               " for a key that you vouch for. You cannot take this back."),
            tr("Report it"),
            tr("Lost since"),
        )  # fmt: skip
    return (
        tr("Is your key stolen, or may somebody have copied it?"),
        tr("You get a new key at once. What the old key signed from that day on counts no more, unless it stood in"
           " your log before. Send the file to everybody who has your card. You cannot take this back."),
        tr("Change my key and say so"),
        tr("Stolen since"),
    )  # fmt: skip
