"""Every screen drawn into a PNG, light and dark, English and French: for the tour without a display and for looking.

``python -m ui.pictures --out DIR [--paper FILE] [--report FILE]`` opens LIKENESS_REGISTRY with LIKENESS_PASSPHRASE and
changes nothing; the paper is shown on the Verify screen, the report's columns in the import, the wizard shows the first
draft there is, and a letter to the company is drafted about the newest use outside a licence.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QThread, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from likeness.errors import Broken, LikenessError
from likeness.office import Office
from likeness.paper.letters.letter import NOTICE
from likeness.scope.judge import Verdict
from ui.app import Window, dress
from ui.kit.look.theme import Scheme, theme
from ui.kit.words import choose_language
from ui.screens.letters.view import LetterDialog
from ui.screens.report.view import ReportView
from ui.screens.verify.view import VerifyView

LOOKS = (("light", "en", Scheme.LIGHT), ("dark", "en", Scheme.DARK), ("light", "fr", Scheme.LIGHT))
SCREENS = ("overview", "doubles", "licences", "uses", "earnings", "verify", "contacts", "settings")
_ROUND_MS, _STILL, _MOST_ROUNDS, _SHORT_MS = 20, 2, 300, 300
_TURNS = 8  # what has another height asks what lies around it in the next turn, and that again


def main(words: list[str]) -> int:
    """Draw the windows; returns 2 for wrong words, 5 if the registry does not open."""
    given = dict(zip(words[::2], words[1::2], strict=False))
    if len(words) % 2 or not {"--out"} <= given.keys() <= {"--out", "--paper", "--report"}:
        sys.stderr.write("python3 -m ui.pictures --out DIR [--paper FILE] [--report FILE]\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    ring = dress(app)
    shown = Shown(*(Path(given[word]) if word in given else None for word in ("--paper", "--report")))
    try:
        for path in draw_windows(Path(os.environ.get("LIKENESS_REGISTRY", "")), Path(given["--out"]), shown):
            sys.stdout.write(f"{path.name}\n")
    except LikenessError as fault:
        sys.stderr.write(f"{fault}\n")
        return 5
    ring.deleteLater()
    return 0


class Shown(NamedTuple):
    """Files to be shown: a paper on the Verify screen, a report in the import."""

    paper: Path | None
    report: Path | None


def draw_windows(registry: Path, out: Path, shown: Shown) -> list[Path]:
    """Draw each screen in each look; returns the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    window = Window(registry)
    office = window.open_office(os.environ.get("LIKENESS_PASSPHRASE", ""))
    drafts = [row.number for row in office.registry.licences.all_own(office.clock.now()) if row.state == "draft"]
    drawn = []
    for look, tongue, scheme in LOOKS:
        theme().choose(scheme)
        choose_language(tongue)
        window.enter(office)
        window.show()
        for screen in (*SCREENS, *(["report"] if shown.report else []), *(["wizard"] if drafts else [])):
            _go(window, screen, drafts, shown)
            settle(window)
            if screen == "report" and isinstance(report := _front(window), ReportView):
                report.show_columns()
                settle(window)
            path = out / f"{screen}-{look}-{tongue}.png"
            drawn.append(_kept(window, path))
        letter = _open_letter(window, office)
        if letter is not None:
            drawn.append(_kept(letter, out / f"letter-{look}-{tongue}.png"))
            letter.reject()
    window.close()
    return drawn


def _kept(shown: QWidget, path: Path) -> Path:
    if not shown.grab().save(str(path)):
        raise Broken("disk-error", file=str(path))
    return path


def _open_letter(window: Window, office: Office) -> LetterDialog | None:
    """Draft the letter to the company about the newest use outside a licence; None where there is no such use."""
    uses = office.registry.uses
    outside = uses.page(uses.find(verdicts=[Verdict.OUT_OF_SCOPE.value], most=1))
    if window.shell is None or not outside:
        return None
    window.shell.go("uses")
    window.shell.page_of("uses").letter.emit(NOTICE, outside[0].use.id)
    settle(window)
    return window.shell.findChild(LetterDialog)


def _go(window: Window, screen: str, drafts: list[str], shown: Shown) -> None:
    if window.shell is None:
        return
    if screen == "wizard":
        window.shell.open_wizard(drafts[0])
        return
    if screen == "report" and shown.report is not None:
        window.shell.open_import()
        if isinstance(report := _front(window), ReportView):
            report.take_file(shown.report)
        return
    window.shell.go(screen)
    if shown.paper is not None and isinstance(page := _front(window), VerifyView):
        page.check_paths((shown.paper,))


def _front(window: Window) -> QWidget | None:
    """Return what is in front; what a look before this one left behind may still be a child of the window."""
    return window.shell.front if window.shell else None


def settle(window: Window) -> None:
    """Let all work come home and be painted: until none is on its way or put off, and the window is still."""
    before, still = QImage(), 0
    for _ in range(_MOST_ROUNDS):
        window.jobs.rest()
        for _turn in range(_TURNS):
            QApplication.processEvents()
        if window.jobs.busy or _puts_off(window):
            QThread.msleep(_ROUND_MS)
            continue
        now = window.grab().toImage()
        still = still + 1 if now == before else 0
        before = now
        if still == _STILL:
            return


def _puts_off(window: Window) -> bool:
    """Tell whether a screen waits until typing or the selection rests; what takes longer is seen as it is."""
    timers = (timer for timer in window.findChildren(QTimer) if timer.isSingleShot() and timer.isActive())
    return any(timer.interval() <= _SHORT_MS for timer in timers)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
