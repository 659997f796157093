"""Which screens the window offers, in which order, and to whom (UX section 2).

- A performer and a company find their own things first; an agent, who checks for others, finds Verify and Contacts.
- Whoever says "I only check licences" sees Verify, Contacts and Settings, and nothing else.
- The key of a screen stays the same for everybody.
- `SHOWS` says which changes of the registry make a screen old.
"""

from __future__ import annotations

from typing import Any

from likeness.values.outcome import Change
from ui.kit.keys import cap
from ui.kit.window.navigation import Place
from ui.kit.words import tr

ONLY_CHECKS = "only-checks"  # the setting of whoever only checks licences: "1", or not there
FOOT = ("settings",)
# What a change of the registry makes old on each screen.
SHOWS = {
    "overview": {Change.LICENCES, Change.USES, Change.DUES, Change.OWNER},
    "doubles": {Change.DOUBLES, Change.LICENCES},
    "licences": {Change.LICENCES, Change.USES, Change.DOUBLES},
    "uses": {Change.USES, Change.LICENCES},
    "earnings": {Change.DUES, Change.LICENCES, Change.USES},
    "verify": {Change.TRUST, Change.LICENCES},
    "contacts": {Change.TRUST, Change.LICENCES},
    "settings": {Change.LICENCES, Change.OWNER, Change.TRUST},
}
_CHECKING = ("verify", "contacts")
_AGENT = "agent"


def every_place() -> dict[str, Place]:
    """Return all screens by their keys: a link may lead to one that the navigation does not offer."""
    return {
        place.key: place
        for place in (
            Place("overview", tr("Overview"), "layout-dashboard", cap("go-overview")),
            Place("doubles", tr("Likenesses"), "scan-face", cap("go-doubles")),
            Place("licences", tr("Licences"), "file-signature", cap("go-licences")),
            Place("uses", tr("Uses"), "list-checks", cap("go-uses")),
            Place("earnings", tr("Earnings"), "coins", cap("go-earnings")),
            Place("verify", tr("Verify"), "shield-check", cap("go-verify")),
            Place("contacts", tr("Contacts"), "users", cap("go-contacts")),
            Place("settings", tr("Settings"), "settings", cap("go-settings")),
        )
    }


def places_for(office: Any) -> tuple[Place, ...]:
    """Return the screens for the owner of an open registry, those at the foot last."""
    every = every_place()
    if only_checks(office):
        keys: tuple[str, ...] = (*_CHECKING, *FOOT)
    elif office.owner.role == _AGENT:
        keys = (*_CHECKING, *(key for key in every if key not in _CHECKING))
    else:
        keys = tuple(every)
    return tuple(every[key] for key in keys)


def only_checks(office: Any) -> bool:
    """Tell whether the owner only checks licences."""
    return bool(office.registry.settings.get(ONLY_CHECKS) == "1")


def first_place(office: Any) -> str:
    """Return the screen that opens first."""
    return places_for(office)[0].key
