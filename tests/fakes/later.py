"""Jobs for presenters without Qt whose answers come when the test says so."""

from __future__ import annotations

from typing import Any

from tests.fakes.film import Straight


class Later(Straight):
    """Jobs whose answers come when the test says so, in the order it says."""

    def __init__(self) -> None:
        self.waiting: list[Any] = []

    def submit(self, lane, owner, work, then, fail, progress=None):
        job = _Stopped()
        self.waiting.append((job, lane, owner, work, then, fail))
        return job

    def answer(self, which) -> None:
        job, *rest = self.waiting[which]
        if not job.stopped:
            super().submit(*rest)


class _Stopped:
    stopped = False

    def cancel(self) -> None:
        self.stopped = True
