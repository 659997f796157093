"""A strike noted in Settings: when it began, when it ended; the uses it touches are judged again. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from likeness.acts.happened.record_strike import TOO_EARLY, begin_strike, end_strike, strikes
from likeness.errors import Refused
from likeness.values.days import day_in, whole_day
from ui.kit.figures import day_text
from ui.kit.words import language, tr


@dataclass(frozen=True)
class StrikeState:
    """What is known of strikes: a sentence, whether one is on, and how far the judging again is."""

    said: str = ""
    on: bool = False
    doing: str = ""
    far: tuple[int, int] = (0, 0)


class StrikeNoting:
    """Reads the strikes and records what is said of them; `zone` is the one whose days are typed."""

    def __init__(self, desk: Any, jobs: Any, view: Any, zone: str) -> None:
        self._desk, self._jobs, self._view, self._zone = desk, jobs, view, zone
        self._state = StrikeState()
        self._job: Any = None

    def refresh(self) -> None:
        """Read again."""
        known = strikes(self._desk.registry)
        if not known:
            self._show(said=tr("No strike was noted"), on=False)
            return
        began, ended = (None if at is None else day_text(day_in(at, self._zone), language()) for at in known[-1])
        if ended is None:
            self._show(said=tr("A strike is on since {day}", day=began), on=True)
        else:
            self._show(said=tr("The last strike: {begin} to {end}", begin=began, end=ended), on=False)

    def note(self, day: date | None) -> None:
        """Record that a strike began at the start of a day, or that the one that is on ended then."""
        if day is None:
            self._view.wrong(tr("Write a day, like 1 November 2026."))
            return
        act = end_strike if self._state.on else begin_strike
        at = whole_day(day, self._zone)[0]

        def done(_outcome: Any) -> None:
            self._ended()
            self._view.noted(tr("Noted. The uses it touches were judged again."))

        def failed(why: Exception) -> None:
            self._ended()
            if isinstance(why, Refused) and why.code == TOO_EARLY:
                self._view.wrong(tr("That is before the day that was noted last."))
            else:
                self._view.fail(why)

        self._show(doing=tr("Judging again"), far=(0, 0))
        self._job = self._jobs.submit(
            "write", self._view, lambda job: self._desk.do(act, at, job.say, job.cancelled), done, failed,
            lambda at, whole: self._show(far=(at, whole)),
        )  # fmt: skip

    def cancel(self) -> None:
        """Stop; nothing was noted."""
        if self._job is not None:
            self._job.cancel()
            self._ended()

    def _ended(self) -> None:
        self._job = None
        self._state = replace(self._state, doing="")
        self.refresh()

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
