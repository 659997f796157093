"""What the Settings screen shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pack:
    """A rule pack: on or off, its name, what it is (law, agreement, bill, from when) and where it comes from."""

    id: str
    on: bool
    fixed: bool
    title: str
    status: str
    source: str
    rules: str


@dataclass(frozen=True)
class PhonePage:
    """The host that serves the page for phones, empty where none is named, and what that means for codes."""

    host: str = ""
    words: str = ""


@dataclass(frozen=True)
class PaperWishes:
    """What goes with the PDFs: certificate, time stamp authority, letters; each in a sentence, and fingerprints.

    `own` says that papers carry the key's own certificate, `ends_soon` that the one of others is nearly over;
    `authority` is empty where nobody is asked.
    """

    certificate: str = ""
    certificate_print: str = ""
    own: bool = True
    ends_soon: bool = False
    authority: str = ""
    authority_words: str = ""
    letters: str = ""
    letters_print: str = ""
    letters_here: bool = False


@dataclass(frozen=True)
class TwelveWords:
    """Whether there are twelve words, in words; `card_changes` says that making them changes the owner's card."""

    said: str = ""
    made: bool = False
    card_changes: bool = False


@dataclass(frozen=True)
class SettingsState:
    """What the screen reads as one; the other sections have states of their own."""

    packs: tuple[Pack, ...] = ()
    refuse: bool = False
    words: TwelveWords = TwelveWords()
    page: PhonePage = PhonePage()
    paper: PaperWishes = PaperWishes()
