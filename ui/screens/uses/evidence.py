"""Evidence: files added to a use, taken away again, and checked; all off the window's thread. Plain Python.

- Several files are one step. Cancelled, none of them stays; if one cannot be read, those before it stay and it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from likeness.acts.uses.add_evidence import add_evidence, changed_evidence, put_back_evidence, remove_evidence
from likeness.errors import LikenessError
from likeness.registry.flags import Evidence
from ui.kit.lists.use_words import called
from ui.kit.undoing.undo import Going, Inverse
from ui.kit.words import language, tr, tr_n
from ui.screens.uses.running import Running

CANCELLED = "cancelled"


class EvidenceShelf:
    """Does the acts and hands over their inverses; `did(use)` is called after each."""

    def __init__(self, desk: Any, jobs: Any, view: Any, running: Running, did: Callable[[str], None]) -> None:
        self._desk, self._jobs, self._view, self._running, self._did = desk, jobs, view, running, did

    def add(self, use: str, paths: Sequence[Path]) -> None:
        """Fingerprint files and keep them with a use: one step, however many they are; nothing where there are none."""
        if not paths:
            return

        def done(told: tuple[list[Evidence], LikenessError | None]) -> None:
            added, fault = told
            self._did(use)
            if added:
                told_as = called(self._desk.registry, use, language())
                words = tr_n("{n} file added to {use}", "{n} files added to {use}", n=len(added), use=told_as)
                self._view.done(words, self._taking(use, added))
            if fault is not None:
                self._view.fail(fault)

        self._running.start("write", tr("Fingerprinting"), lambda job: self._add(use, paths, job), done)

    def _add(self, use: str, paths: Sequence[Path], job: Any) -> tuple[list[Evidence], LikenessError | None]:
        added: list[Evidence] = []
        for path in paths:
            try:
                added.append(self._desk.do(add_evidence, use, path, None, job.say, job.cancelled).value)
            except LikenessError as fault:
                if fault.code == CANCELLED:
                    self._taking(use, added)(job)
                    return [], None
                return added, fault
        return added, None

    def remove(self, use: str, evidence: int) -> None:
        """Take a file away from a use; the file itself is not touched."""

        def done(gone: Evidence) -> None:
            self._did(use)
            words = tr("{name} removed from {use}", name=gone.name, use=called(self._desk.registry, use, language()))
            self._view.done(words, self._putting(use, [gone]))

        self._jobs.submit(
            "write",
            self._view,
            lambda _job: self._desk.do(remove_evidence, use, evidence).value,
            done,
            self._view.fail,
        )

    def check(self, use: str, then: Callable[[dict[int, str]], None]) -> None:
        """Read the files again; `then` gets those that changed or are missing, by number."""

        def done(found: list[Any]) -> None:
            then({doubt.evidence.id: doubt.state for doubt in found})
            if not found:
                self._view.tell(tr("All files are as they were"))

        self._running.start(
            "read",
            tr("Checking the files"),
            lambda job: changed_evidence(self._desk.desk, use, job.say, job.cancelled),
            done,
        )

    def _taking(self, use: str, files: list[Evidence]) -> Inverse:
        def take(_going: Going) -> Inverse:
            for one in files:
                self._desk.do(remove_evidence, use, one.id)
            return self._putting(use, files)

        return take

    def _putting(self, use: str, files: list[Evidence]) -> Inverse:
        def put(_going: Going) -> Inverse:
            return self._taking(use, [self._desk.do(put_back_evidence, use, one).value for one in files])

        return put
