"""What the page of the twelve words shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field

SHOW, CHECK = "show", "check"


@dataclass(frozen=True)
class Asked:
    """One word that is asked for: its place from 1, whether it was typed right, and what is wrong with it."""

    place: int
    right: bool = False
    problem: str = ""


@dataclass(frozen=True)
class WordsState:
    """The whole page. `words` are empty while they are covered."""

    step: str = SHOW
    name: str = ""
    made: str = ""
    words: tuple[str, ...] = field(default=(), repr=False)
    asked: tuple[Asked, ...] = ()
    busy: bool = False

    @property
    def complete(self) -> bool:
        """Whether every word that was asked for was typed right."""
        return bool(self.asked) and all(one.right for one in self.asked)
