"""What the log keeps of a letter that was written, and whether the rows of the registry still say the same.

1. A leaf names kind, subject, number, language and the fingerprint of the file, for whoever reads the log.
2. `row` is the fingerprint of everything else the registry keeps of the letter too: to whom, the day, the sums, the
   dues it asks for, where the file was put, and its words. Leaves of older registries have none; the rest is compared.
3. Whether a letter counts follows from what was logged last; the numbers of invoices never fall behind one given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from likeness.acts.desk import Desk
from likeness.registry.columns import instant_to
from likeness.registry.letters import LetterRow

WRITTEN, TAKEN_BACK, COUNTS = "letter", "letter-taken-back", "letter-counts"
Told = Mapping[str, object]
_INVOICE = re.compile("INV-([0-9]{4})-([0-9]{4,})")  # `draft_letter.invoice_number`


def leaf_of(letter: LetterRow, words: str) -> dict[str, object]:
    """Return the payload of the leaf of a letter, as JSON values."""
    return {
        "letter": letter.id,
        "kind": letter.kind,
        "subject": letter.subject,
        "number": letter.number,
        "data": letter.sha256.hex(),
        "language": letter.language,
        "row": _print(letter, words),
    }


def letters_unlike_log(desk: Desk) -> list[str]:
    """Return the ids of letters whose rows are not what the log says; `invoice-YEAR` for a counter that fell back."""
    letters = desk.registry.letters
    rows = {letter.id: letter for letter in letters.all()}
    written: dict[object, Told] = {}
    back: dict[object, bool] = {}
    for tag, told in desk.registry.journal.events((WRITTEN, TAKEN_BACK, COUNTS)):
        back[told.get("letter")] = tag == TAKEN_BACK
        if tag == WRITTEN:
            written[told.get("letter")] = told
    wrong = {str(one) for one in written.keys() ^ rows.keys()}
    for letter in rows.values():
        now, expected = leaf_of(letter, letters.words(letter.id)), written.get(letter.id, {})
        same = all(now.get(name) == value for name, value in expected.items())
        if not same or letter.taken_back != back.get(letter.id):
            wrong.add(str(letter.id))
    return sorted(wrong) + [f"invoice-{year}" for year in _fell_back(desk, written.values())]


def _print(letter: LetterRow, words: str) -> str:
    """Return the fingerprint of a row, in hex: over its columns as one JSON list, so that no two rows share one."""
    told = [
        letter.kind, letter.subject, letter.company, letter.language, letter.number,
        [[str(one.minor), one.currency] for one in letter.sums], letter.file, letter.sha256.hex(),
        letter.on.isoformat(), instant_to(letter.recorded_at), sorted(letter.dues), words,
    ]  # fmt: skip
    return sha256(json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def _fell_back(desk: Desk, leaves: Iterable[Told]) -> Iterator[int]:
    """Yield the years whose counter would give a number again that the log has seen given."""
    given: dict[int, int] = {}
    for told in leaves:
        found = _INVOICE.fullmatch(str(told.get("number")))
        if found:
            year, number = int(found[1]), int(found[2])
            given[year] = max(given.get(year, 0), number)
    yield from (year for year, last in sorted(given.items()) if desk.registry.letters.next_number(year) <= last)
