"""What the Likenesses screen shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

Line = tuple[str, str, str]  # icon, hue, words


@dataclass(frozen=True)
class Card:
    """One card of the gallery; `peaks` are wave peaks of a voice, else the contour `art` stands for it."""

    id: str
    kind: str
    icon: str
    art: str
    title: str
    performer: str  # empty where all likenesses are of the same one
    holders: Line
    files: Line
    peaks: bytes | None = None

    @property
    def spoken(self) -> str:
        """Return the card as a sentence for screen readers."""
        parts = (self.title, self.kind, self.performer, self.holders[2], self.files[2])
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True)
class Holder:
    """A company that holds a copy, under which licence, and until when."""

    company: str
    about: str
    until: str
    number: str


@dataclass(frozen=True)
class Voice:
    """A recording that can be heard: where it lies, its name, its wave (`peaks` of `likeness.media`), its length."""

    path: str
    name: str
    peaks: bytes
    seconds: float


@dataclass(frozen=True)
class Detail:
    """The likeness in the pane; `picture` is a small PNG shown only when pictures are wanted."""

    id: str
    title: str
    about: str
    art: str
    voices: tuple[Voice, ...]
    picture: bytes | None
    holders: tuple[Holder, ...]
    files: tuple[Line, ...]
    lost: str  # how many files are not where they were; empty: none
    facts: tuple[tuple[str, str], ...]  # file name, what it is
    origin: tuple[tuple[str, str], ...]  # what happened, when
    more_holders: int = 0
    living: tuple[str, str] | None = None  # id and name of the performer, where a death can be written down


@dataclass(frozen=True)
class DoublesState:
    """The whole screen."""

    reading: bool = False  # the cards are those of before
    stopped: bool = False  # nobody waited for that
    cards: tuple[Card, ...] = ()
    total: int = 0
    words: str = ""
    pictures: bool = False
    chosen: str = ""  # the card that is meant, before its detail has come
    detail: Detail | None = None
    doing: str = ""
    heard: str = ""  # the path of the recording that is played; empty: none


@dataclass(frozen=True)
class Seen:
    """A file dropped on the form: family, size in bytes, how far it could be read (`likeness.media`), guessed kind."""

    name: str
    form: str
    size: int
    inside: str
    kind: str


@dataclass(frozen=True)
class Guess:
    """What the files dropped on the form say of themselves."""

    kind: str
    title: str
    files: tuple[Seen, ...] = ()
