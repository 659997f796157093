"""A window in a process of its own that sets its first page: `python -m tests.ui.cold_start WHAT FOLDER`.

Says as one line of JSON on which thread each heavy library was brought in and each file was put in its place, and how
often the window's own thread came round meanwhile. WHAT is the name of a function of `JOBS`.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from likeness.office import Office
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.offices import PASSPHRASE
from tests.fakes.seeded_chance import SeededChance
from ui.app import Window, dress

HEAVY = ("typst", "pyhanko", "asn1crypto", "qrcode", "zxingcpp", "babel")
TICK_MS, LONGEST_SECONDS = 5, 120
NUMBER = "2026-0001"
Done = Callable[[], bool]


class Watch:
    """What happened where; `ticks` counts how often the window's thread came round, `longest` the widest gap in ms."""

    def __init__(self) -> None:
        self.imported: dict[str, str] = {}
        self.placed: dict[str, str] = {}
        self.ticks, self.longest, self._last, self.done = 0, 0.0, time.perf_counter(), False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, told: tuple[Any, ...]) -> None:
        if event == "import" and str(told[0]).split(".")[0] in HEAVY:
            self.imported.setdefault(str(told[0]).split(".")[0], threading.current_thread().name)
        elif event == "os.rename":
            self.placed[Path(str(told[1])).name] = threading.current_thread().name

    def tick(self) -> None:
        now = time.perf_counter()
        self.ticks, self.longest, self._last = self.ticks + 1, max(self.longest, 1_000 * (now - self._last)), now


def _papers(window: Window) -> Any:
    return window.shell.page_of("licences")._presenter.papers


def export(window: Window, folder: Path) -> Done:
    """Export a licence: page, code, seal, proof."""
    _papers(window).export(NUMBER, folder)
    return (folder / "2026-0001.pdf").exists


def copy(window: Window, folder: Path) -> Done:
    """Save the copy for a signature of others."""
    _papers(window).save_copy(NUMBER, folder)
    return (folder / "2026-0001-to-sign.pdf").exists


def many(window: Window, folder: Path) -> Done:
    """Save every licence."""
    _papers(window).export_many(folder, None)
    return (folder / "2026-0001.pdf").exists


def letter(window: Window, _folder: Path) -> Done:
    """Open a letter: its page is set and drawn."""
    from ui.screens.letters.view import LetterDialog

    hear = (_nobody, _nobody, _fault)
    dialog = LetterDialog(window, window.office, window.jobs, hear, ("invoice", "fee:2026-0001:once"))
    return lambda: dialog._pages.count() == 1


def card(window: Window, _folder: Path) -> Done:
    """Open the page of one's own key card."""
    from ui.kit.pages.page_dialog import PageDialog
    from ui.screens.contacts.handing import Handing
    from ui.screens.contacts.pages import print_card

    window.shell.go("contacts")
    page = window.shell.page_of("contacts")
    print_card(page, window.jobs, Handing(window.office, window.jobs, page), (_nobody, _fault))
    return lambda: any(one._pages.count() == 1 for one in page.findChildren(PageDialog))


def _nobody(*_told: Any) -> None:
    """Nothing is expected to be said."""


def _fault(why: Exception) -> None:
    sys.stderr.write(f"{why!r}\n")


JOBS: dict[str, Callable[[Window, Path], Done]] = {
    "export": export, "copy": copy, "many": many, "letter": letter, "card": card,
}  # fmt: skip


def main(what: str, folder: Path, now: str) -> None:
    app = QApplication([])
    ring = dress(app)
    clock, path = FixedClock(now), folder / "liora.registry"
    window = Window(path, clock=clock)
    window.enter(Office.open(path, passphrase=PASSPHRASE, clock=clock, chance=SeededChance("cold")), "licences")
    window.show()
    app.processEvents()
    before, watch = sorted(set(HEAVY) & set(sys.modules)), Watch()
    done, until = JOBS[what](window, folder / "out"), time.monotonic() + LONGEST_SECONDS

    def round_() -> None:
        watch.tick()
        watch.done = done()
        if watch.done or time.monotonic() > until:
            timer.stop()
            app.quit()  # it closes the dialogs

    timer = QTimer(interval=TICK_MS)
    timer.timeout.connect(round_)
    timer.start()
    app.exec()
    told = {"before": before, "imported": watch.imported, "placed": watch.placed, "ticks": watch.ticks,
            "longest_ms": round(watch.longest), "done": watch.done}  # fmt: skip
    window.jobs.rest()
    window.close()
    ring.deleteLater()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
