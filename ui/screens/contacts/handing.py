"""Handing out: the owner's own card with its code, her status list, and what was just signed. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from likeness.acts.keys.hand_again import new_key_words, signed_word
from likeness.acts.keys.hand_out import hand_out
from likeness.acts.keys.print_keys import card_page, recovery_page, save_card_page
from likeness.acts.keys.trust_book import make_status_list, own_card
from likeness.paper.qr.qr_image import make_qr
from likeness.seal.keys import PublicKey
from ui.kit.words import language, tr
from ui.screens.contacts.reading import own_card_of
from ui.screens.contacts.state import OwnCard


class Handing:
    """Writes files for others: a name that ends in .png is a code, .txt the text to paste, anything else the bytes."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view

    def show_own(self) -> None:
        """Show the owner's own card with its code."""
        lang = language()

        def read(_job: Any) -> OwnCard:
            owner, data = self._desk.desk.owner(), own_card(self._desk.desk)
            code = make_qr(data)
            digits = PublicKey(owner.public_key).digits
            changed = len(self._desk.desk.own_keys()) > 1
            return own_card_of(owner.name, owner.role, digits, code.svg if code else "", lang, changed=changed)

        self._jobs.submit("read", self._view, read, self._view.show_own, self._view.fail)

    def save_own(self, path: Path) -> None:
        """Write the owner's card."""
        self._save(lambda: hand_out(own_card(self._desk.desk), path), path)

    def card_page(self, then: Callable[[bytes], None]) -> None:
        """Make the page of the owner's card, to be printed."""
        lang = language()
        work = lambda _job: card_page(self._desk.desk, lang)
        self._jobs.submit("read", self._view, work, then, self._view.fail)

    def save_card_page(self, path: Path) -> None:
        """Write the page of the owner's card."""
        lang = language()
        self._save(lambda: self._desk.do(save_card_page, path, lang), path)

    def recovery_page(self, digits: str, then: Callable[[bytes], None]) -> None:
        """Make the sheet of a recovery key that was just made, to be printed; it is written nowhere."""
        lang = language()
        work = lambda _job: recovery_page(self._desk.desk, digits, lang)
        self._jobs.submit("read", self._view, work, then, self._view.fail)

    def save_list(self, path: Path) -> None:
        """Sign today's status list and write it: it takes up its number together with its file, or not at all."""
        self._save(lambda: self._desk.do(make_status_list, path), path)

    def save_again(self, word: str, path: Path) -> None:
        """Write once more what the owner said about a contact; without a word, what tells of her new key."""

        def write() -> None:
            desk = self._desk.desk
            hand_out(signed_word(desk, word) if word else new_key_words(desk), path)

        self._save(write, path)

    def save_signed(self, data: bytes, path: Path) -> None:
        """Write what was signed."""
        self._save(lambda: hand_out(data, path), path)

    def _save(self, write: Callable[[], Any], path: Path) -> None:
        def done(_value: Any) -> None:
            self._view.tell(tr("Saved in {folder}", folder=path.parent))

        self._jobs.submit("write", self._view, lambda _job: write(), done, self._view.fail)
