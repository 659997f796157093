"""To whom the sentences of a verdict speak: to the performer who granted ("You allowed"), or to anybody else.

- A performer's own registry speaks of her own licences to her; a company, an agent and whoever has no registry read
  "The licence allows".
- The rooms `...-reader` of the wording hold what the others read; a code that is not there is said alike to all.
"""

from __future__ import annotations

from enum import Enum

from likeness.paper.wording import say, says

_PERFORMER = "performer"  # the role of the performer's own registry


class Voice(Enum):
    """Who reads it."""

    PERFORMER = "performer"
    READER = "reader"


def voice_for(role: str, owner: str = "", performer: str = "") -> Voice:
    """Return the voice for a registry: the role and name of its owner, and whom the licence names as performer.

    Without names every licence of a performer's registry is taken for her own.
    """
    return Voice.PERFORMER if role == _PERFORMER and owner == performer else Voice.READER


def tell(language: str, voice: Voice, room: str, code: str, /, **fill: object) -> str:
    """Return the text of a code as `say` does, in the words of this voice."""
    other = f"{room}-{voice.value}"
    return say(language, other if says(language, other, code) else room, code, **fill)
