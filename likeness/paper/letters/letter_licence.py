"""Letters about a licence: delete the copies, the confirmation of that, and that it was withdrawn.

A withdrawal is told only once it was signed; the letter carries the fingerprint of the signed statement.
"""

from __future__ import annotations

from likeness.errors import Refused
from likeness.licence.terms import Terms
from likeness.paper import names
from likeness.paper.letters.letter import CONFIRMATION, DELETION, WITHDRAWAL, Letter, Section
from likeness.paper.letters.letter_facts import Added, Facts
from likeness.paper.letters.letter_frame import Pen
from likeness.paper.wording import say


def deletion(language: str, facts: Facts, added: Added) -> Letter:
    """Return the request to delete every copy."""
    pen, terms = Pen(language, facts, added), _terms(facts)
    agreed = (pen("lead-deletion-by", on=names.day(language, terms.delete_by)),) if terms.delete_by else ()
    sections = (
        Section(lines=(*pen.speaks_for(), pen("lead-deletion"), *agreed, *_finished(pen, terms), *pen.noted())),
        Section(facts=pen.licence_facts()),
        pen.likenesses(terms.likenesses),
        *pen.prints("files", facts.files),
        pen.asked("ask-delete", "ask-confirm"),
    )
    return pen.letter(DELETION, pen("title-deletion"), sections)


def confirmation(language: str, facts: Facts, added: Added) -> Letter:
    """Return the company's confirmation, to be signed by it; the day is left open where nobody said one."""
    pen, terms = Pen(language, facts, added), _terms(facts)
    known = facts.deleted_on
    day = ((pen("deleted-on"), names.day(language, known)),) if known else ()
    blanks = (*(() if known else (pen("deleted-on"),)), *(pen(one) for one in ("name", "role", "day", "signature")))
    sections = (
        Section(lines=(pen("lead-confirmation"), *_finished(pen, terms), *pen.noted())),
        Section(facts=(*pen.licence_facts(), *day)),
        pen.likenesses(terms.likenesses),
        *pen.prints("files", facts.files),
        Section(pen("signed-by", company=pen.to), blanks=blanks),
    )
    return pen.letter(CONFIRMATION, pen("title-confirmation"), sections, turned=True, closed=False)


def withdrawal(language: str, facts: Facts, added: Added) -> Letter:
    """Return the notice that a licence was withdrawn, as it was signed."""
    pen, terms, said = Pen(language, facts, added), _terms(facts), facts.withdrawn
    if said is None:
        raise Refused("not-withdrawn", key=facts.number)
    given, ends = names.day(language, said.given_on), names.day(language, said.effective_on)
    reason = (pen("reason", reason=said.reason),) if said.reason else ()
    stay = say(language, "ending", "works-stay" if terms.works_made_stay else "works-go")
    asks = ("ask-delete-by",) if terms.delete_by else ()
    until = names.day(language, terms.delete_by) if terms.delete_by else ""
    sections = (
        Section(lines=(*pen.speaks_for(), pen("lead-withdrawal", given=given, ends=ends), stay, *reason, *pen.noted())),
        Section(facts=pen.licence_facts()),
        Section(pen("signed-statement"), prints=((pen("withdrawal-of", given=given), said.sha256),)),
        pen.asked(*asks, "ask-receipt", on=until),
    )
    return pen.letter(WITHDRAWAL, pen("title-withdrawal"), sections)


def _finished(pen: Pen, terms: Terms) -> tuple[str, ...]:
    """Return that finished works are not meant, where the licence lets them be shown."""
    return (pen("finished"),) if terms.exploit is not None and terms.works_made_stay else ()


def _terms(facts: Facts) -> Terms:
    if facts.terms is None:
        raise Refused("letter-does-not-fit")
    return facts.terms
