"""What can be signed here, by its word: the act, what it is given, and the words for the slip and the file. No Qt."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from likeness.acts.keys.change_key import change_key, report_lost
from likeness.acts.keys.give_word import Scope, delegate, hand_over, name_estate, take_back, vouch
from likeness.acts.keys.make_recovery import make_recovery
from likeness.acts.keys.report_by_paper import report_by_paper
from ui.kit.words import tr

PAPER = "paper"  # the digits of a recovery key say by themselves whose key is lost


def act_of(
    what: str,
    key: str,
    *,
    days: int = 0,
    at: datetime | None = None,
    scope: Scope | None = None,
    reason: str = "",
    digest: str = "",
    digits: str = "",
) -> tuple[tuple[Any, ...], str, str]:
    """Return the act with what it is given, the words of the slip, and a name for the file that is handed out.

    `key` is the fingerprint of the contact, `at` an aware instant: until when, since when, or when somebody died.
    """
    why = reason or None
    return {
        "vouch": ((vouch, key, days), tr("You vouch for this name now"), tr("vouching")),
        "delegate": ((delegate, key, scope, at), tr("They may sign for you now"), tr("leave to sign")),
        "estate": ((name_estate, key), tr("Estate named"), tr("estate")),
        "hand-over": ((hand_over, key, at), tr("You speak for the estate now"), tr("hand-over")),
        "lost": ((report_lost, key, at, why), tr("Lost key reported"), tr("lost key")),
        "lost-paper": ((report_by_paper, digits, at, why, key), tr("Lost key reported"), tr("lost key")),
        PAPER: ((report_by_paper, digits, at, why), tr("Lost key reported"), tr("lost key")),
        "change": ((change_key, None, None), tr("You sign with a new key now"), tr("new key")),
        "recovery": ((make_recovery,), tr("Recovery key made"), tr("my card")),
        "own-lost": ((change_key, at, why), tr("You sign with a new key now"), tr("new key")),
        "take-back": ((take_back, digest, why), tr("Taken back"), tr("taken back")),
    }[what]
