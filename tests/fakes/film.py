"""For presenters without Qt: a view that films every state it is given, and jobs that are done at once."""

from __future__ import annotations

from typing import Any


class Film:
    """Remembers what it was shown and told."""

    def __init__(self) -> None:
        self.states: list[Any] = []
        self.told: list[Any] = []
        self.failures: list[Any] = []

    def draw(self, state) -> None:
        self.states.append(state)

    @property
    def last(self):
        return self.states[-1]

    def tell(self, words) -> None:
        self.told.append(words)

    def fail(self, why) -> None:
        self.failures.append(why)

    def __getattr__(self, name):
        return lambda *given: self.told.append((name, *given))


class Straight:
    """Does work where it stands; the same promises as Jobs."""

    def submit(self, lane, owner, work, then, fail, progress=None):
        assert lane in ("read", "look", "write", "keep")
        job = _Job(progress)
        try:
            value = work(job)
        except Exception as why:  # noqa: BLE001 - as Jobs does
            fail(why)
        else:
            then(value)
        return job


class _Job:
    def __init__(self, progress) -> None:
        self._progress = progress

    def say(self, done, whole) -> None:
        assert 0 <= done <= whole or whole == 0
        if self._progress is not None:
            self._progress(done, whole)

    def cancelled(self) -> bool:
        return False

    def cancel(self) -> None:
        pass


QUIET = _Job(None)  # a step on its way that nobody watches


def filmed(presenter, office):
    """Return a presenter on an office with its first state drawn, and the film of it."""
    film = Film()
    made = presenter(office, Straight(), film)
    made.refresh()
    return made, film


def told(film, what):
    """Return what a view was asked to do under one name, each time with what it was given."""
    return [given[1:] for given in film.told if isinstance(given, tuple) and given[0] == what]
