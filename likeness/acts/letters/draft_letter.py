"""Drafting a letter: from a kind, a subject and what the person adds to a value. Nothing is recorded.

- Facts come from the registry (`letter_facts`); what the person added before is proposed again (`proposed`).
- An invoice shows the number it would get; it is given when the letter is written.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from likeness.acts.desk import Desk
from likeness.acts.letters.letter_facts import facts_of, invoices_for
from likeness.errors import Refused
from likeness.paper.letters import letter as kinds
from likeness.paper.letters.letter import Letter
from likeness.paper.letters.letter_due import invoice, reminder
from likeness.paper.letters.letter_facts import Added, Facts
from likeness.paper.letters.letter_frame import ANSWER_DAYS
from likeness.paper.letters.letter_licence import confirmation, deletion, withdrawal
from likeness.paper.letters.letter_use import notice, takedown
from likeness.registry.registry import Registry
from likeness.values.text import clean_text

LONGEST_LINE, MOST_LINES, LONGEST_NOTE = 200, 12, 600
_ADDRESS, _CONTACT, _PAY, _TO = "letter.address", "letter.contact", "letter.pay", "letter.to."
_FILL: dict[str, Callable[[str, Facts, Added], Letter]] = {
    kinds.NOTICE: notice,
    kinds.INVOICE: invoice,
    kinds.REMINDER: reminder,
    kinds.DELETION: deletion,
    kinds.CONFIRMATION: confirmation,
    kinds.WITHDRAWAL: withdrawal,
    kinds.TAKEDOWN: takedown,
}


def draft_letter(desk: Desk, kind: str, subject: str, language: str, added: Added) -> Letter:
    """Return the letter; raise Refused where the kind does not fit its subject, or something is still to be added."""
    return filled(desk, kind, facts_of(desk, kind, subject), language, added)


def filled(desk: Desk, kind: str, facts: Facts, language: str, added: Added) -> Letter:
    """Return the letter of these facts, with the number the next invoice gets."""
    told = cleaned(added)
    if not (told.to_name or facts.company):
        raise Refused("letter-needs-to-name", key="to-name")
    if told.by is not None and told.by < facts.today:
        raise Refused("answer-day-past", key="by", value=told.by.isoformat())
    if kind == kinds.INVOICE:
        _not_invoiced(desk, facts)
        year = facts.today.year
        facts = replace(facts, invoice=invoice_number(year, desk.registry.letters.next_number(year)))
    return _FILL[kind](language, facts, told)


def invoice_number(year: int, number: int) -> str:
    """Return the number of an invoice as it is written: INV-2026-0001."""
    return f"INV-{year:04}-{number:04}"


def proposed(desk: Desk, kind: str, subject: str) -> tuple[Facts, Added]:
    """Return what is known of a subject, and what the person added to such a letter before, with a day to answer by."""
    facts, registry = facts_of(desk, kind, subject), desk.registry
    takes_down = kind == kinds.TAKEDOWN  # goes to a platform, not to the company
    added = Added(
        address=_kept(registry, _ADDRESS),
        contact=registry.settings.get(_CONTACT),
        to_address=() if takes_down else _kept(registry, _TO + facts.company_id),
        by=_by(facts),
        pay=_kept(registry, _PAY) if kind == kinds.INVOICE else (),
    )
    return facts, added


def remember(desk: Desk, kind: str, company_id: str, added: Added) -> None:
    """Keep what can be proposed again: address, contact, how to pay, and the company's address; in a transaction."""
    settings = desk.registry.settings
    settings.put(_ADDRESS, json.dumps(added.address, ensure_ascii=False))
    settings.put(_CONTACT, added.contact)
    if kind == kinds.INVOICE:
        settings.put(_PAY, json.dumps(added.pay, ensure_ascii=False))
    if kind != kinds.TAKEDOWN and company_id and not added.to_name:
        settings.put(_TO + company_id, json.dumps(added.to_address, ensure_ascii=False))


def cleaned(added: Added) -> Added:
    """Return what was added as text we may write: NFC, no control or direction characters, no empty lines."""
    return replace(
        added,
        address=_lines(added.address, "address"),
        contact=_line(added.contact, "contact"),
        to_name=_line(added.to_name, "to-name"),
        to_address=_lines(added.to_address, "to-address"),
        pay=_lines(added.pay, "pay"),
        where=_lines(added.where, "where"),
        note=clean_text(added.note, "note", most=LONGEST_NOTE) if added.note.strip() else "",
    )


def _by(facts: Facts) -> date:
    """Return the proposed last day to answer: that of the dues where it is ahead, else some days from now."""
    ahead = [due.on for due in facts.dues if due.pays and due.on is not None and due.on >= facts.today]
    return min(ahead) if ahead else facts.today + timedelta(days=ANSWER_DAYS)


def _not_invoiced(desk: Desk, facts: Facts) -> None:
    """Refuse a second invoice for a due, or for a use of which nothing is owed by its terms, while the first counts."""
    given = invoices_for(desk, facts.dues)
    for due, letter in given.items():
        raise Refused("already-invoiced", key=due, name=letter.number)
    if facts.use is not None and not facts.dues:
        for letter in desk.registry.letters.about(facts.use.id):
            if letter.kind == kinds.INVOICE and not letter.taken_back:
                raise Refused("already-invoiced", key=facts.use.id, name=letter.number)


def _kept(registry: Registry, name: str) -> tuple[str, ...]:
    return tuple(json.loads(registry.settings.get(name) or "[]"))


def _line(text: str, key: str) -> str:
    return clean_text(text.strip(), key, most=LONGEST_LINE) if text.strip() else ""


def _lines(lines: tuple[str, ...], key: str) -> tuple[str, ...]:
    found = tuple(line for one in lines if (line := _line(one, key)))
    if len(found) > MOST_LINES:
        raise Refused("too-many-lines", key=key, most=MOST_LINES)
    return found
