"""The screens of the navigation: each is made when it is first asked for, of the office and the jobs."""

from __future__ import annotations

from collections.abc import Callable
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
