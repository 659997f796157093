"""The clauses of a licence: what its terms mean, in whole sentences, numbered on the paper.

They read the rules of judgement (FORMAT section 4) for whoever holds the paper, and add nothing to them: only what the
terms say has a clause, and the signed terms prevail.
"""

from __future__ import annotations

from collections.abc import Iterator

from likeness.licence.terms import EVERYONE, NOBODY, Terms
from likeness.paper import names
from likeness.paper.wording import Run, runs, word
from likeness.paper.words import parts

_SPACE = Run(" ")


def clauses(language: str, terms: Terms) -> tuple[tuple[Run, ...], ...]:
    """Return the clauses in order, each as runs with its matter in bold first."""

    def say(code: str, **fill: object) -> list[Run]:
        return runs(language, "clause", code, **fill)

    found = [
        say("only"),
        say("force" if terms.basis == "contract" else "force-consent"),
        *_authority(language, terms),
        say("days", zone=terms.zone),
        say("show" if terms.exploit else "show-nothing"),
        *([say("limits")] if terms.limits else []),
        *_approval(language, terms),
        _passing(language, terms),
        *_exclusive(language, terms),
        [*_withdrawal(language, terms), _SPACE, *say(_works(terms))],
        say("suspension"),
        *([say("strike")] if terms.strike_clause else []),
        say("death-applies") if terms.after_death else [*say("death"), _SPACE, *say(_works(terms))],
        say("replaced"),
        *([say("delete", on=names.day(language, terms.delete_by))] if terms.delete_by else []),
    ]
    return tuple(tuple(one) for one in found)


def _works(terms: Terms) -> str:
    return "works-stay" if terms.works_made_stay else "works-go"


def _withdrawal(language: str, terms: Terms) -> list[Run]:
    if not terms.notice:
        return runs(language, "clause", "withdrawal")
    return runs(language, "clause", "withdrawal-notice", days=names.days(language, terms.notice))


def _authority(language: str, terms: Terms) -> Iterator[list[Run]]:
    who = terms.grantor
    if who.capacity != "performer" and who.authority:
        capacity = word(language, "capacity", who.capacity)
        yield runs(language, "clause", "authority", name=who.name, capacity=capacity, paper=who.authority)


def _approval(language: str, terms: Terms) -> Iterator[list[Run]]:
    if terms.approval and terms.approval.needed:
        code = "approval-open" if terms.approval.days is None else "approval"
        yield runs(language, "clause", code, days=names.days(language, terms.approval.days))


def _passing(language: str, terms: Terms) -> list[Run]:
    if terms.pass_on == NOBODY:
        return runs(language, "clause", "pass-nobody")
    if terms.pass_on == EVERYONE:
        return runs(language, "clause", "pass-anyone")
    parties = (terms.pass_on,) if isinstance(terms.pass_on, str) else terms.pass_on
    return runs(language, "clause", "pass-some", parties=names.joined(language, parties))


def _exclusive(language: str, terms: Terms) -> Iterator[list[Run]]:
    if terms.exclusive:
        purposes = parts.words_of(language, "purpose", terms.exclusive.purposes)
        places = str(parts.places(language, terms.exclusive.territory, article=True))
        yield runs(language, "clause", "exclusive", purposes=purposes, places=places)
