"""What the owner wishes of the window: kept in her registry under these names, each as text. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

LANGUAGE, LOOK, TEXT_SIZE, LETTERS, LETTER_KEYS = "language", "theme", "text-size", "letters", "letter-keys"
CONTRAST, MORE, USUAL = "contrast", "more", "usual"
MOTION, LESS = "motion", "less"
RAIL, NARROW, WIDE = "rail", "narrow", "wide"  # how the navigation was wished to be
LOCK_AFTER, USUAL_LOCK = "lock-after", 15  # minutes without a touch; 0 is never
SYSTEM, OFF = "system", "off"  # of the letters; of the one-letter keys


class Settings(Protocol):
    """The table of a registry that they stand in."""

    def get(self, name: str, default: str = "") -> str: ...


@dataclass(frozen=True)
class Wishes:
    """Language, look, contrast and text size are empty, or 0, where nothing was wished: what is in use stays."""

    language: str = ""
    look: str = ""
    contrast: str = ""
    less_motion: bool = False
    text_size: int = 0
    system_font: bool = False
    letter_keys: bool = True
    lock_after: int = USUAL_LOCK


def wishes_of(settings: Settings) -> Wishes:
    """Return what was wished."""
    size, minutes = settings.get(TEXT_SIZE), settings.get(LOCK_AFTER)
    return Wishes(
        language=settings.get(LANGUAGE),
        look=settings.get(LOOK),
        text_size=int(size) if size.isdecimal() else 0,
        contrast=settings.get(CONTRAST),
        less_motion=settings.get(MOTION) == LESS,
        system_font=settings.get(LETTERS) == SYSTEM,
        letter_keys=settings.get(LETTER_KEYS) != OFF,
        lock_after=int(minutes) if minutes.isdecimal() else USUAL_LOCK,
    )
