"""The screens of the navigation: each is made when it is first asked for, and wired to the shell that asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ui.screens.contacts.view import ContactsView
from ui.screens.doubles.view import DoublesView
from ui.screens.earnings.view import EarningsView
from ui.screens.licences.view import LicencesView
from ui.screens.overview.view import OverviewView
from ui.screens.settings.view import SettingsView
from ui.screens.uses.view import UsesView
from ui.screens.verify.view import VerifyView

MAKERS: dict[str, Callable[[Any, Any], Any]] = {
    "overview": OverviewView,
    "doubles": DoublesView,
    "licences": LicencesView,
    "uses": UsesView,
    "earnings": EarningsView,
    "verify": VerifyView,
    "contacts": ContactsView,
    "settings": SettingsView,
}
LETTERS = ("uses", "earnings", "licences")  # they ask for letters


def wire(key: str, made: Any, shell: Any) -> None:
    """Let a screen that was just made ask a shell for what lies beyond it."""
    if key == "licences":
        made.fresh.connect(shell.open_wizard)
        made.opened.connect(shell.open_wizard)
    elif key in ("doubles", "uses", "earnings", "contacts"):
        made.licence.connect(partial(shell.show_thing, "licences"))
    if key == "uses":
        made.report.connect(shell.open_import)
        made.draft.connect(shell.open_wizard)
    elif key == "overview":
        made.fresh.connect(shell.open_wizard)
        made.everything.connect(shell.doings.find)
        made.went.connect(shell.show_thing)
    elif key == "settings":
        made.wished.connect(shell.wished)
        made.words_asked.connect(shell.words_asked)
        made.card_asked.connect(shell.doings.own_card)
        made.contacts_asked.connect(partial(shell.show_thing, "contacts", ""))
    elif key == "verify":
        made.card.connect(lambda given: shell.screen_now("contacts").take(given))
    if key in ("uses", "earnings", "contacts", "licences"):
        made.did.connect(shell.undo.push)
    if key == "doubles":
        made.licence_for.connect(lambda double: shell.open_wizard(double=double))
