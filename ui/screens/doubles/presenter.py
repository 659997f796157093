"""Likenesses: the gallery, one in detail, adding from files, checking files. Plain Python."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.doubles.check_doubles import check_doubles
from likeness.acts.doubles.move_files import move_files
from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.happened.note_death import note_death
from likeness.values.clock import Clock
from likeness.values.days import whole_day
from likeness.values.text import slug
from ui.kit.background.newest import Newest
from ui.kit.lists.asked import ROW, Asked, Left, with_row, word_of
from ui.kit.words import tr, tr_n
from ui.screens.doubles.finding import Found, find, keeps_others
from ui.screens.doubles.listening import Listening
from ui.screens.doubles.looking import guess_from
from ui.screens.doubles.reading import wrong_files
from ui.screens.doubles.state import DoublesState, Guess


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    desk: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: DoublesState) -> None: ...
    def step(self, done: int, whole: int) -> None: ...
    def guessed(self, guess: Guess) -> None: ...
    def tell(self, words: str) -> None: ...
    def warn(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...
    def play(self, recording: Any) -> None: ...
    def hush(self) -> None: ...


class DoublesPresenter:
    """Keeps the state and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View, zone: str = "UTC") -> None:
        """`zone` is the one whose days are typed."""
        self._desk, self._jobs, self._view, self._zone = desk, jobs, view, zone
        self._state = DoublesState()
        self._chosen = self._last = ""  # the one that is shown, and the one that somebody chose last

        def begin(kept: Asked) -> None:
            self._chosen = self._last = word_of(kept, ROW)

        self.left = Left(lambda: with_row({}, self._last), begin)
        self._job: Any = None
        self._guessing: Any = None
        self._finding = Newest(jobs, view)
        self.listening = Listening(desk, jobs, view, self._show)

    def refresh(self) -> None:
        """Read everything again."""
        desk, words, chosen, pictures = self._desk, self._state.words, self._chosen, self._state.pictures
        work = lambda: find(desk, words, chosen, self._zone, pictures=pictures)
        self._show(reading=True, stopped=False)
        self._finding.read(work, self._take, self._lost)

    def _take(self, found: Found) -> None:
        if found.detail is not None and found.detail.id != self._chosen:
            self.listening.stop()
            self._chosen = found.detail.id
        self._show(reading=False, cards=found.cards, total=found.total, detail=found.detail)

    def _lost(self, why: Exception) -> None:
        self._show(reading=False)
        self._view.fail(why)

    def search(self, words: str) -> None:
        """Look for words in titles and kinds."""
        self._state = replace(self._state, words=words.strip())
        self.refresh()

    def show_pictures(self, wanted: bool) -> None:
        """Show or hide real pictures; they hide again on lock."""
        self._state = replace(self._state, pictures=wanted)
        self.refresh()

    def choose(self, double: str) -> None:
        """Show a likeness in the pane."""
        if double != self._chosen:
            self.listening.stop()
            self._chosen = self._last = double
            self.refresh()

    def play(self, double: str, path: str) -> None:
        """Play a recording, or stop it; not one of a likeness that is left and still shown."""
        if double == self._chosen:
            self.listening.toggle(double, path)

    def people(self) -> tuple[tuple[str, str], ...] | None:
        """Return whose likeness it may be, (id, name), for the form; None where it is the owner's own."""
        return tuple(self._desk.registry.people.all().items()) if keeps_others(self._desk) else None

    def guess(self, paths: tuple[Path, ...]) -> None:
        """Read what the files are, for the form."""
        if self._guessing is not None:
            self._guessing.cancel()  # it knows fewer files, and may come home after this one
        self._guessing = self._jobs.submit(
            "read", self._view, lambda job: guess_from(paths, job.cancelled), self._view.guessed, self._view.fail
        )

    def fresh_id(self, title: str) -> str:
        """Return an id for a likeness of that title that is not taken."""
        return fresh_id(title, self._desk.registry.doubles.titles())

    def add(self, new: NewDouble) -> None:
        """Record a likeness with its files."""

        def done(_row: Any) -> None:
            self._chosen = new.id
            self._ended()
            self._view.tell(tr("Likeness recorded"))

        self._run(
            tr("Fingerprinting the files"),
            lambda job: self._desk.do(record_double, new, progress=job.say, cancelled=job.cancelled),
            done,
        )

    def check(self) -> None:
        """Look whether the files of the chosen likeness are still what they were."""

        def done(checked: Any) -> None:
            self._ended()
            wrong = wrong_files([file for row in checked.value for file in row.files])
            if wrong:
                self._view.warn(wrong)
            else:
                self._view.tell(tr("Files checked"))

        chosen = self._chosen
        self._run(
            tr("Checking the files"),
            lambda job: self._desk.do(check_doubles, chosen, progress=job.say, cancelled=job.cancelled),
            done,
        )

    def find(self, paths: tuple[Path, ...]) -> None:
        """Note where files of the chosen likeness lie now; they count where their fingerprint is the same."""

        def done(found: Any) -> None:
            self._ended()
            self._view.tell(tr_n("{n} file found again", "{n} files found again", n=len(found.value)))

        chosen = self._chosen
        self._run(
            tr("Checking the files"),
            lambda job: self._desk.do(move_files, chosen, paths, progress=job.say, cancelled=job.cancelled),
            done,
        )

    def note_death(self, performer: str, name: str, day: date) -> None:
        """Write down that somebody died on a day, and judge again what it touches."""
        at = whole_day(day, self._zone)[0]

        def done(_event: Any) -> None:
            self._ended()
            self._view.tell(tr("The death of {name} is noted. What it touches was judged again.", name=name))

        self._run(
            tr("Judging again"),
            lambda job: self._desk.do(note_death, performer, at, job.say, job.cancelled),
            done,
        )

    def cancel(self) -> None:
        """Stop what runs, nothing is recorded; else stop looking, the cards of before stay."""
        if self._state.reading and not self._state.doing:
            self._finding.forget()
            self._show(reading=False, stopped=True)
            return
        self.listening.stop()
        if self._job is not None:
            self._job.cancel()
        self._ended()

    def _run(self, what: str, work: Any, done: Any) -> None:
        def failed(why: Exception) -> None:
            self._ended()
            self._view.fail(why)

        self._show(doing=what)
        self._job = self._jobs.submit("write", self._view, work, done, failed, self._view.step)

    def _ended(self) -> None:
        self._job = None
        self._state = replace(self._state, doing="")
        self.refresh()

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, chosen=self._chosen, **changes)
        self._view.draw(self._state)


def fresh_id(title: str, taken: dict[str, str]) -> str:
    """Return an id made from a title: plain letters, digits, hyphens; numbered where it is taken."""
    stem = slug(title, "likeness")
    name, count = stem, 2
    while name in taken:
        name, count = f"{stem}-{count}", count + 1
    return name
