"""Letters about a use: that it goes beyond its licence, that something of it is not clear, that it be taken down.

- A notice puts what was granted beside what was used, term by term, for each licence that a finding names.
- A request to take down carries what platforms ask for (TAKE IT DOWN Act, section 3: signature, where it is, a
  statement in good faith, how to reach the writer) and what shows it, by fingerprint.
"""

from __future__ import annotations

from collections.abc import Iterator

from likeness.errors import Refused
from likeness.paper import names
from likeness.paper.letters.letter import NOTICE, TAKEDOWN, Letter, Pairs, Section, Table
from likeness.paper.letters.letter_facts import Added, Facts
from likeness.paper.letters.letter_frame import Pen
from likeness.paper.wording import say, word
from likeness.paper.words import parts
from likeness.paper.words.compare import Comparison, compare
from likeness.scope.judge import Finding, Verdict
from likeness.scope.use import Use

_STATED = ("likeness", "project", "act", "purpose", "medium", "territory", "language", "date", "modification", "limit")


def notice(language: str, facts: Facts, added: Added) -> Letter:
    """Return the notice of a use outside its licence, or the question about one that is not clear."""
    pen, use, finding = Pen(language, facts, added), *_use(facts)
    unclear = finding.verdict is Verdict.NEEDS_REVIEW
    code = "question" if unclear else "notice" if facts.number else "notice-none"
    compared = tuple(_compared(pen, use, finding, unclear=unclear))
    asks = ("ask-state", "ask-answer") if unclear else ("ask-stop", "ask-tell", "ask-answer")
    licensee = facts.terms.licensee.name if facts.terms else ""
    sections = (
        Section(lines=(*pen.speaks_for(), pen(f"lead-{code}", licensee=licensee), *pen.noted())),
        Section(pen("use"), facts=use_facts(pen, use)),
        *compared,
        *pen.prints("evidence", facts.evidence),
        pen.asked(*asks),
        Section(lines=(pen("nothing-granted"),)),
    )
    return pen.letter(NOTICE, pen(f"title-{code}"), sections)


def takedown(language: str, facts: Facts, added: Added) -> Letter:
    """Return the request to take content down, to whoever shows it; raise Refused("letter-needs-...")."""
    for key, given in (("to-name", added.to_name), ("where", added.where), ("contact", added.contact)):
        if not given:
            raise Refused(f"letter-needs-{key}", key=key)
    pen, use, _ = Pen(language, facts, added), *_use(facts)
    asks = ("ask-takedown-now",) if added.intimate else ("ask-takedown",)
    claims = (pen("intimate"),) if added.intimate else ()
    signing = (
        (pen("name"), facts.owner),
        (pen("contact"), added.contact),
        (pen("day"), names.day(language, facts.today)),
    )
    sections = (
        Section(lines=(*pen.speaks_for(), pen("lead-takedown"), *claims, *pen.noted())),
        Section(pen("where"), points=added.where),
        Section(pen("use"), facts=use_facts(pen, use)),
        *pen.prints("evidence", facts.evidence),
        pen.asked(*asks, "ask-takedown-tell", "ask-objection"),
        Section(pen("statement"), lines=(pen("good-faith"),), facts=signing, blanks=(pen("signature"),)),
    )
    return pen.letter(TAKEDOWN, pen("title-takedown"), sections, closed=False)


def use_facts(pen: Pen, use: Use) -> Pairs:
    """Return what is recorded of a use, fact by fact; what it does not state is left out."""
    facts, lang = pen.facts, pen.language
    titles, zone = dict(facts.titles), facts.terms.zone if facts.terms else "UTC"
    stated = ((word(lang, "letter-term", term), parts.asked(lang, term, use, titles, zone)) for term in _STATED)
    told = tuple((label, names.sentence_case(text)) for label, text in stated if text)
    return ((pen("record"), use.id), *told)


def _use(facts: Facts) -> tuple[Use, Finding]:
    if facts.use is None or facts.finding is None:
        raise Refused("letter-does-not-fit")
    return facts.use, facts.finding


def _compared(pen: Pen, use: Use, finding: Finding, *, unclear: bool) -> Iterator[Section]:
    """Yield, for each licence that is broken or misses a fact, those terms side by side."""
    signed, lang = pen.facts.signed, pen.language
    heads = (pen("head-term"), pen("head-granted"), pen("head-stated" if unclear else "head-used"))
    for number in finding.licences:
        if number not in signed:
            continue
        rows = compare(lang, use, finding, number, signed[number], dict(pen.facts.titles))
        told = tuple(_row(pen, one, finding) for one in rows if one.state != "kept")
        if told:
            yield Section(pen("compared", number=number), table=Table(heads, told))


def _row(pen: Pen, one: Comparison, finding: Finding) -> tuple[str, str, str]:
    """Return a term, what was granted, what was used; that a limit was used up before is said in words."""
    used = one.used
    over = finding.overruns[0] if one.term == "limit" and finding.overruns else None
    if over is not None and over.so_far + over.asked <= over.most:  # an earlier use had closed the limit
        asked, most = (names.quantity(pen.language, count, over.unit) for count in (over.asked, over.most))
        used = say(pen.language, "why", "limit-closed", used=asked, granted=most)
    return word(pen.language, "letter-term", one.term), one.allowed, used
