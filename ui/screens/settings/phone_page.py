"""The page for phones: naming the host that serves it, and writing the file. Plain Python.

- A host that is none is said under its field, and what was typed stays; an empty field takes the host away.
- The page is written off the window's thread and opens nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from likeness.acts.keys.export_page import export_page, name_host, page_host
from likeness.errors import Unreadable
from likeness.values.outcome import Outcome
from ui.kit.trouble import told
from ui.kit.words import tr
from ui.screens.settings.state import PhonePage

FILE_NAME = "verify.html"


class PhonePaging:
    """Names the host and saves the page; the view is told what came of it."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view

    def read(self) -> PhonePage:
        """Return what is named now."""
        host = page_host(self._desk.registry) or ""
        if not host:
            return PhonePage(words=tr("No host is named: codes carry no address."))
        return PhonePage(host, tr("Codes carry this address: https://{host}/V. Serve the saved page there.", host=host))

    def name(self, typed: str) -> None:
        """Name the host that was typed, in any letters; nothing typed takes it away."""
        wanted = typed.strip() or None

        def done(outcome: Outcome[str | None]) -> None:
            self._view.hosted("")
            if outcome.value is None:
                self._view.tell(tr("New codes carry no address"))
            else:
                self._view.tell(tr("New codes open https://{host}/V", host=outcome.value))

        def failed(why: Exception) -> None:
            if isinstance(why, Unreadable):
                self._view.hosted(told(why))
            else:
                self._view.fail(why)

        self._jobs.submit("write", self._view, lambda _job: self._desk.do(name_host, wanted), done, failed)

    def save(self, path: Path, *, with_confirmed: bool, with_status: bool) -> None:
        """Write the page; with `with_status` a status list of today is signed for it."""
        self._view.working(tr("Writing the page"))

        def done(_outcome: Any) -> None:
            self._view.working("")
            self._view.tell(tr("Page saved in {file}", file=path.name))

        def failed(why: Exception) -> None:
            self._view.working("")
            self._view.fail(why)

        def work(_job: Any) -> Any:
            return self._desk.do(export_page, path, with_confirmed=with_confirmed, with_status=with_status)

        self._jobs.submit("write", self._view, work, done, failed)
