"""Writing a letter: as a PDF, or as text to paste; the log keeps that it was written, and the fingerprint of the file.

- The file is written beside and renamed, within the transaction: there is no letter without its leaf, nor the reverse.
- A letter about a use moves its flag to "letter sent", an invoice to "invoiced"; `put_back` undoes that mark, and
  undoes that again. The file stays where it is, and the number of an invoice is never given twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.dues.said_of_dues import standing
from likeness.acts.letters.draft_letter import cleaned, filled, remember
from likeness.acts.letters.letter_facts import facts_of
from likeness.acts.letters.letter_leaf import COUNTS, TAKEN_BACK, WRITTEN, leaf_of
from likeness.acts.uses import settle_flag
from likeness.acts.uses.settle_flag import FlagChange, flagged, move_flag
from likeness.errors import Refused
from likeness.paper.letters.letter import CONFIRMATION, INVOICE, NOTICE, TAKEDOWN, Letter
from likeness.paper.letters.letter_facts import Added, Facts
from likeness.paper.letters.letter_text import letter_text
from likeness.registry.flags import GOING, INVOICED, LETTER_SENT, OPEN, Step
from likeness.registry.letters import LetterRow
from likeness.values.keep import keep_file
from likeness.values.outcome import Change, Outcome

_CHANGED = frozenset({Change.USES, Change.DUES})
_MOVES = {NOTICE: LETTER_SENT, TAKEDOWN: LETTER_SENT, INVOICE: INVOICED}


@dataclass(frozen=True)
class Written:
    """A letter, and the step of the flag that came with it; `counts` is False once it was taken back."""

    letter: LetterRow
    flag: FlagChange | None
    counts: bool = True


def write_letter(
    desk: Desk, kind: str, subject: str, path: Path, language: str, added: Added, *, mark: bool = True
) -> Outcome[Written]:
    """Write the letter to `path`: text where it ends in .txt, else a PDF. Without `mark` the flag stays where it is."""
    registry = desk.registry
    facts = facts_of(desk, kind, subject)
    with registry.transaction():
        letter = filled(desk, kind, facts, language, added)
        if kind == INVOICE:
            registry.letters.give_number(facts.today.year)
        data = file_of(letter, path)
        row = _row(letter, subject, facts, path, data, desk)
        words = letter_text(letter)
        row = replace(row, id=registry.letters.put(row, words))
        remember(desk, kind, facts.company_id, cleaned(added))
        desk.record(WRITTEN, leaf_of(row, words))
        flag = _move(desk, kind, facts, letter) if mark else None
        keep_file(path, data)
    return Outcome(Written(row, flag), _CHANGED)


def file_of(letter: Letter, path: Path) -> bytes:
    """Return the bytes of a letter for a file of that name."""
    if path.suffix.lower() == ".txt":
        return letter_text(letter).encode()
    from likeness.paper.letters.letter_pdf import render_letter  # noqa: PLC0415  typst: only where a page is set

    return render_letter(letter)


def put_back(desk: Desk, written: Written) -> Outcome[Written]:
    """Undo the mark of a letter: it counts no more, and the flag stands where it stood; what it gives undoes that."""
    flag = None
    with desk.registry.transaction():
        desk.registry.letters.mark(written.letter.id, taken_back=written.counts)
        tag = TAKEN_BACK if written.counts else COUNTS
        desk.record(tag, {"letter": written.letter.id, "number": written.letter.number})
        if written.flag is not None:
            flag = settle_flag.put_back(desk, written.flag).value
    return Outcome(Written(written.letter, flag, not written.counts), _CHANGED)


def take_back(desk: Desk, letter: int) -> Outcome[Written]:
    """Take a letter's mark back by its id; where its flag has moved on since, that stays."""
    row = desk.registry.letters.get(letter)
    if row is None or row.taken_back:
        raise Refused("unknown-letter", key=str(letter))
    return put_back(desk, Written(row, _moved_by(desk, row)))


def _moved_by(desk: Desk, letter: LetterRow) -> FlagChange | None:
    """Return the step of a flag that came with a letter, where it is still the newest one."""
    use = desk.registry.uses.get(letter.subject) if letter.kind in _MOVES else None
    steps = [] if use is None else desk.registry.flags.steps(use.row)
    if not steps or (steps[-1].state, steps[-1].note) != (_MOVES[letter.kind], letter.number):
        return None
    return FlagChange(letter.subject, steps[-2] if len(steps) > 1 else Step(OPEN), steps[-1])


def _move(desk: Desk, kind: str, facts: Facts, letter: Letter) -> FlagChange | None:
    """Move the flag of a use on, never back."""
    if facts.use is None:
        return None
    state = standing(desk, flagged(desk, facts.use.id)).state
    to = _MOVES[kind]
    if state not in GOING or (to == LETTER_SENT and state != OPEN):
        return None
    return move_flag(desk, facts.use.id, to, letter.number or None).value


def _row(letter: Letter, subject: str, facts: Facts, path: Path, data: bytes, desk: Desk) -> LetterRow:
    return LetterRow(
        id=0,
        kind=letter.kind,
        subject=subject,
        company=letter.sender[0] if letter.kind == CONFIRMATION else letter.recipient[0],
        language=letter.language,
        number=letter.number or None,
        sums=letter.sums,
        file=str(path.absolute()),
        sha256=sha256(data).digest(),
        on=letter.on,
        recorded_at=desk.now(),
        dues=tuple(due.key for due in facts.dues) if letter.kind == INVOICE else (),
    )
