"""The registry itself in Settings: where it lies, how large it is, whether all of it is as recorded; its uses saved.

No Qt. The check and the table run off the window's thread, one of them at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.backups.back_up import came_from
from likeness.acts.check_registry import Fault, check_registry
from likeness.acts.uses.export_log import export_log
from likeness.paper.sizes import size
from likeness.paper.words.fault_words import fault_lines
from likeness.seal.vault import vault_path
from likeness.values.days import day_in
from ui.kit.figures import day_text
from ui.kit.words import language, tr, tr_n
from ui.screens.settings.own_state import DataState


class View(Protocol):
    """Whoever draws the section."""

    def draw(self, state: DataState) -> None: ...
    def tell(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...


class OwnRegistry:
    """Reads what the registry is, checks it and writes its uses."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = DataState()
        self._job: Any = None

    def refresh(self) -> None:
        """Read again; what a check found stays until the next one."""
        registry, lang = self._desk.registry, language()
        path = Path(registry.path)
        begun = tr("Registry made on {day}", day=self._day(self._desk.owner.created_at))
        from_backup = came_from(registry)
        if from_backup is not None:
            begun = tr("{made}, brought back from the backup of {day}", made=begun, day=self._day(from_backup))
        self._show(
            files=(path.name, vault_path(path).name),
            folder=str(path.parent.absolute()),
            size=size(lang, sum(_size(one) for one in (path, vault_path(path)))),
            begun=begun,
        )

    def check(self) -> None:
        """Look through all of it."""

        def done(faults: list[Fault]) -> None:
            if not faults:
                self._ended(sound=True, answer=tr("Everything in this registry is as it was recorded."))
                return
            words = tr_n("{n} thing is not as it was recorded", "{n} things are not as they were recorded", len(faults))
            found = fault_lines(language(), [(fault.what, fault.key) for fault in faults])
            advice = tr("Keep this registry as it is, and restore the newest backup from before in another place.")
            self._ended(sound=False, answer=words, found=(*found, advice))

        self._show(sound=None, answer="", found=())
        self._start(
            tr("Checking everything"), lambda job: check_registry(self._desk.desk, job.say, job.cancelled), done
        )

    def save_uses(self, path: Path) -> None:
        """Write every use as CSV or XLSX."""
        lang = language()

        def done(rows: int) -> None:
            self._ended()
            self._view.tell(tr_n("{n} use saved in {file}", "{n} uses saved in {file}", n=rows, file=path.name))

        work = lambda job: export_log(self._desk.desk, path, language=lang, progress=job.say, cancelled=job.cancelled)
        self._start(tr("Writing {file}", file=path.name), work, done)

    def cancel(self) -> None:
        """Stop; nothing was changed."""
        if self._job is not None:
            self._job.cancel()
            self._ended()

    def _start(self, doing: str, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        def failed(why: Exception) -> None:
            self._ended()
            self._view.fail(why)

        self._show(doing=doing, far=(0, 0))
        self._job = self._jobs.submit(
            "read", self._view, work, done, failed, lambda at, whole: self._show(far=(at, whole))
        )

    def _ended(self, **found: Any) -> None:
        self._show(doing="", **found)

    def _day(self, instant: Any) -> str:
        return day_text(day_in(instant, "UTC"), language())

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
