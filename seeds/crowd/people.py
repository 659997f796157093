"""Invented people, companies and works in any number: who is who in a crowd, by plain arithmetic.

The n-th performer, company or project is the same in every crowd. A performer has one voice model.
"""

from __future__ import annotations

_FIRST = "Alva Bram Cleo Dara Edda Finn Gala Hugo Ines Jory Kaia Levi Mira Nils Orla Pia Quin Rhea Soren Tova".split()
_MIDDLE = "an bel cor den er fal gar hol is jun".split()
_LAST = "Ashgrove Brackwater Coldharbour Drumlin Eastlea Fennimore Gorsehill Hollowell Inchcape Juniper".split()
_MAKES = "Pictures Audio Interactive Films Radio Stories Sound Works Playhouse Features".split()
_WORKS = "Harbour Lantern Orchard Salt Ember Meridian Quarry Sparrow Tidemark Winter".split()
_OF = "Road Light House Line Song Island Letters Garden Signal Year".split()


def performer_id(number: int) -> str:
    return f"p{number:06}"


def performer_name(number: int) -> str:
    first = _FIRST[number % 20]
    return f"{first} {_MIDDLE[number // 20 % 10].capitalize()} {_LAST[number // 200 % 10]} {number // 2_000 + 1}"


def voice_id(number: int) -> str:
    return f"p{number:06}-voice"


def company_id(number: int) -> str:
    return f"company-{number:04}"


def company_name(number: int) -> str:
    return f"{_LAST[number % 10]} {_MAKES[number // 10 % 10]} {number // 100 + 1}"


def project_id(number: int) -> str:
    return f"project-{number:05}"


def project_title(number: int) -> str:
    return f"{_WORKS[number % 10]} {_OF[number // 10 % 10]} {number // 100 + 1}"
