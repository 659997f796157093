"""From a due to the words of the table and the pane. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from likeness.licence.dues.due import DELETION, OVERDUE, REPORT, Due
from likeness.licence.terms import Terms
from likeness.paper import names
from likeness.paper.letters.letter import CONFIRMATION, INVOICE, REMINDER
from likeness.paper.letters.letter import DELETION as ASK_DELETION
from likeness.paper.wording import word
from likeness.paper.words import due_words
from likeness.registry.licence_row import LicenceRow
from likeness.scope.use import Use
from likeness.values.alphabet import alphabet
from likeness.values.money import added_up
from likeness.values.order import Order
from ui.kit.fields.sum_reader import sum_typed
from ui.kit.figures import day_brief, sum_text
from ui.kit.keys import with_key
from ui.kit.words import language, tr
from ui.screens.earnings.state import About, Cells, Detail, EarningsState

STATES = ("overdue", "due", "settled", "waived")
_SETTLED = ("paid", "received", "done")
MOST_USES = 5


def group_of(due: Due) -> str:
    """Return the filter a due falls under: paid, received and done are one."""
    return "settled" if due.state in _SETTLED else due.state


def cells_of(due: Due, about: About, lang: str) -> Cells:
    """Return one row of the table."""
    unknown = tr("not known") if due.pays else ""
    return Cells(
        key=due.key,
        state=due.state,
        what=due_words.about(lang, due),
        performer=about.performer,
        company=due.company,
        project=about.project,
        on=day_brief(due.on, lang) if due.on else tr("No date"),
        amount=unknown if due.money is None else sum_text(due.money, lang),
        late=due.state == OVERDUE,
    )


def is_shown(due: Due, state: EarningsState, about: About, lang: str) -> bool:
    """Tell whether a due is one of those that are asked for."""
    if state.chosen_states and group_of(due) not in state.chosen_states:
        return False
    wanted = ((state.kind, due.kind), (state.company, due.company), (state.performer, about.performer))
    if any(asked and asked != one for asked, one in wanted):
        return False
    if not state.words:
        return True
    cells = cells_of(due, about, lang)
    text = f"{cells.what} {cells.performer} {cells.company} {cells.project} {due.licence}".casefold()
    return all(word in text for word in state.words.casefold().split())


def in_order_of(order: Order, dues: Iterable[Due], abouts: Mapping[str, About]) -> list[Due]:
    """Return dues that come by day in another order; what stands equal stays by day, and falling is the exact reverse.

    `abouts` says what they are about, by their keys.
    """
    found = sorted(dues, key=lambda due: _place(due, abouts[due.key], order.column))
    return found[::-1] if order.falling else found


def _place(due: Due, about: About, column: str) -> tuple[Any, ...]:
    """Return what a due is compared by.

    No date comes after every date, an unknown sum before every sum; sums stand together by currency, states in the
    order of their filters.
    """
    if column == "on":
        return due.on is None, due.on or date.max
    if column == "amount":
        return ("", 0) if due.money is None else (due.money.currency, due.money.minor)
    if column == "state":
        return STATES.index(group_of(due)), due.state
    said = {"company": due.company, "project": about.project, "performer": about.performer}.get(column)
    said = due_words.about(language(), due) if said is None else said
    return alphabet(said), said


def open_sums(dues: Iterable[Due], lang: str) -> str:
    """Return what is due or overdue among these, a sum for each currency."""
    found = added_up(due.money for due in dues if due.pays and due.said is None and due.money is not None)
    return " · ".join(sum_text(money, lang) for money in found)


def settled_words(kind: str) -> str:
    """Return what "settled" is called for a kind of due."""
    return {REPORT: tr("Received"), DELETION: tr("Done")}.get(kind, tr("Paid"))


def said_words(kind: str) -> str:
    """Return what the slip says once a due is settled."""
    return {REPORT: tr("Report marked as received"), DELETION: tr("Deletion marked as done")}.get(
        kind, tr("Marked as paid")
    )


def letter_words(kind: str) -> str:
    """Return what a kind of letter is called where it is chosen."""
    return {
        REMINDER: with_key(tr("Reminder…"), "write-letter"),
        ASK_DELETION: with_key(tr("Ask for deletion…"), "write-letter"),
        CONFIRMATION: tr("Confirmation to sign…"),
    }.get(kind, with_key(tr("Invoice…"), "write-invoice"))


def letters_for(due: Due, *, own: bool) -> tuple[str, ...]:
    """Return which letters fit a due, the one of the key first; `own` licences are those the owner granted."""
    if due.kind == DELETION:
        return (*((ASK_DELETION,) if own else ()), CONFIRMATION)
    if due.said is not None or not own:
        return ()
    return (REMINDER,) if due.kind == REPORT else (INVOICE,)


def detail_of(due: Due, about: About, row: LicenceRow, uses: list[Use], today: date, lang: str, invoice: str = ""
              ) -> Detail:  # fmt: skip
    """Return everything the pane shows; `invoice` is the number of the one that asks for it."""
    terms = row.terms
    return Detail(
        key=due.key,
        kind=due.kind,
        state=due.state,
        title=due_words.about(lang, due),
        about=" · ".join(part for part in (about.performer, terms.project.title, due.company) if part),
        amount=names.sentence_case(due_words.amount(lang, due)),
        licence=due.licence,
        facts=(*_facts(due, lang), *((("receipt", tr("Invoice"), invoice),) if invoice else ())),
        clause=due_words.clause(lang, due, terms),
        uses=tuple(_use_line(use, terms, lang) for use in uses[:MOST_USES]),
        more_uses=max(len(uses) - MOST_USES, 0),
        said=due.said is not None,
        pays=due.pays,
        sum_typed="" if due.money is None else sum_typed(due.money),
        currency=due.money.currency if due.money else terms.fee.money.currency if terms.fee.money else "",
        today=today,
        letters=letters_for(due, own=row.own),
    )


def detail_of_likeness(due: Due, about: About, today: date, lang: str) -> Detail:
    """Return everything the pane shows of a likeness that is to be deleted: no licence, no letter, no sum."""
    return Detail(
        key=due.key,
        kind=due.kind,
        state=due.state,
        title=due_words.about(lang, due),
        about=about.performer,
        amount="",
        licence="",
        facts=tuple(_facts(due, lang)),
        clause=due_words.clause_of_likeness(lang, due),
        uses=(),
        more_uses=0,
        said=due.said is not None,
        pays=False,
        sum_typed="",
        currency="",
        today=today,
        letters=(),
    )


def _facts(due: Due, lang: str) -> list[tuple[str, str, str]]:
    facts = [("coins", tr("Kind"), word(lang, "due-kind", due.kind))]
    facts.append(("calendar", tr("Due on"), names.day(lang, due.on) if due.on else tr("No day was agreed")))
    if due.said is not None:
        heading = tr("Let go on") if due.said.waived else tr("Settled on")
        facts.append(("check", heading, names.day(lang, due.said.on)))
        if due.said.note:
            facts.append(("pen-line", tr("Note"), due.said.note))
    return facts


def _use_line(use: Use, terms: Terms, lang: str) -> str:
    """Return a use in one line: its id, what was done, where, when."""
    done = word(lang, "purpose", use.purpose) if use.purpose else word(lang, "act", use.act) if use.act else ""
    places = names.joined(lang, (names.place(lang, code) for code in use.territory)) if use.territory else ""
    on = "" if use.at is None else names.moment(lang, use.at, terms.zone)
    return " · ".join(part for part in (names.use(lang, use.id), done, places, on) if part)
