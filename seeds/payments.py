"""What the companies paid, reported and deleted: nearly everything that fell due; what is left open is a story.

- Tidewrack has not paid the fee for Station 12, so that licence is suspended.
- Oxbow's newest report has not come; its licence was withdrawn.
- The re-runs of the last weeks have only just been reported.
"""

from __future__ import annotations

from datetime import date

from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.settle_due import settle_due
from likeness.licence.dues.due import DELETION, FEE, OVERDUE, REPORT, RESIDUAL, Due
from likeness.office import Office

BOOKED = "2026-11-17 10:00"  # when Liora's agent went through the account
NEWEST_RUNS = "2026-11-01"  # re-runs that fell due since then are still open


def book_payments(liora: Office, *, unpaid: str, silent: str, open_since: date) -> None:
    """Settle what is overdue, but for the fee of `unpaid`, the newest report under `silent` and the newest re-runs."""
    overdue = [due for due in dues_here(liora.desk) if due.state == OVERDUE]
    missing = [due.key for due in overdue if due.kind == REPORT and due.licence == silent][-1:]
    for due in overdue:
        owes = due.kind == FEE and due.licence == unpaid
        recent = due.kind == RESIDUAL and due.on is not None and due.on >= open_since
        if not owes and not recent and due.key not in missing:
            liora.do(settle_due, due.key, on=due.on, note=_note(due))


def _note(due: Due) -> str | None:
    return "They confirmed it in writing" if due.kind == DELETION else None
