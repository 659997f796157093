"""Letters about what is owed: an invoice, and the reminder of a report.

- A line of an invoice is one due; its sum was rounded once, half to even, where it was computed, and never again.
- Totals are exact, one for each currency; nothing is added across currencies.
- A sum that nobody knows is asked of the person; it is never guessed.
"""

from __future__ import annotations

from likeness.errors import Refused
from likeness.licence.dues.due import OVERDUE, REPORT, Due
from likeness.paper import names
from likeness.paper.letters.letter import INVOICE, REMINDER, Letter, Section, Table
from likeness.paper.letters.letter_facts import Added, Facts
from likeness.paper.letters.letter_frame import Pen
from likeness.paper.letters.letter_use import use_facts
from likeness.paper.wording import word
from likeness.paper.words import due_words
from likeness.values.money import Money, added_up


def invoice(language: str, facts: Facts, added: Added) -> Letter:
    """Return the invoice for the dues, or for a use that has none; raise Refused (`letter-needs-sum`, `sum-known`)."""
    pen = Pen(language, facts, added)
    rows, sums = _lines(pen)
    total = added_up(sums)
    totals = tuple((pen("total", currency=one.currency), names.money(language, one)) for one in total)
    heads = (pen("head-what"), pen("head-due"), pen("head-sum"))
    lead = "lead-invoice" if facts.terms else "lead-invoice-none"
    project = facts.terms.project.title if facts.terms else ""
    of_use = facts.use is not None
    licence = () if of_use else pen.licence_facts()
    sections = (
        Section(lines=(*pen.speaks_for(), pen(lead, project=project), *pen.noted())),
        Section(facts=((pen("invoice"), facts.invoice), *licence, (pen("pay-by"), pen.by()))),
        Section(table=Table(heads, rows, totals, sums=True)),
        *((Section(pen("use"), facts=use_facts(pen, facts.use)),) if facts.use is not None else ()),
        *pen.prints("evidence", facts.evidence),
        *((Section(pen("pay"), lines=added.pay),) if added.pay else ()),
        pen.asked("ask-pay", invoice=facts.invoice),
    )
    return pen.letter(INVOICE, pen("title-invoice", invoice=facts.invoice), sections, total)


def reminder(language: str, facts: Facts, added: Added) -> Letter:
    """Return the reminder of one report."""
    pen = Pen(language, facts, added)
    due = facts.dues[0] if facts.dues else None
    if due is None or due.kind != REPORT or due.on is None or facts.terms is None or facts.terms.reporting is None:
        raise Refused("letter-does-not-fit")
    code = "lead-reminder-late" if due.state == OVERDUE else "lead-reminder"
    every = word(language, "reporting", facts.terms.reporting.every)
    agreed = pen("lead-report", every=every, days=names.days(pen.language, facts.terms.reporting.due_days))
    period = names.period(language, due.period or "")
    told = pen(code, period=period, on=names.day(language, due.on))
    sections = (
        Section(lines=(*pen.speaks_for(), told, agreed, *pen.noted())),
        Section(facts=pen.licence_facts()),
        pen.asked("ask-report", "ask-report-facts"),
    )
    return pen.letter(REMINDER, pen("title-reminder", period=period), sections)


def _lines(pen: Pen) -> tuple[tuple[tuple[str, str, str], ...], list[Money]]:
    """Return the lines (what, due on, sum) and their sums; the one that nobody knows is the person's."""
    facts, given, lang = pen.facts, pen.added.money, pen.language
    unknown = [due for due in facts.dues if due.money is None]
    if not facts.dues:
        if given is None:
            raise Refused("letter-needs-sum", key="sum")
        use = names.use(lang, facts.use.id) if facts.use else ""
        what = pen("line-use" if facts.number else "line-use-none", use=use)
        return ((what, "", names.money(lang, given)),), [given]
    if given is not None and not unknown:
        raise Refused("sum-known", key=facts.dues[0].key)
    if len(unknown) > 1 or (unknown and given is None):
        raise Refused("letter-needs-sum", key="sum")
    sums = [sum_of(due, given) for due in facts.dues]
    told = tuple(
        (due_words.about(lang, due), names.day(lang, due.on) if due.on else "", names.money(lang, money))
        for due, money in zip(facts.dues, sums, strict=True)
    )
    return told, sums


def sum_of(due: Due, given: Money | None) -> Money:
    """Return the sum of a due, or the one that was given for it."""
    money = due.money or given
    if money is None:
        raise Refused("letter-needs-sum", key="sum")
    return money
