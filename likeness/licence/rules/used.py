"""What a rule looks at when a likeness was used: the use, what was found of it, and the terms it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from likeness.licence.terms import Terms
from likeness.scope.judge import Finding
from likeness.scope.use import Use


@dataclass(frozen=True)
class Used:
    """A judged use; `terms` is None where no licence names it, `day` is the day of the use."""

    use: Use
    finding: Finding
    terms: Terms | None
    day: date
    died_on: date | None = None
