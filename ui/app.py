"""Start-up and the window itself: which page is shown, the look, the language, the lock, and what a crash says.

What nobody foresaw comes to `Window.hook` from any thread: it is written to stderr, brought home to the GUI thread and
told there. The window stays, for the registry is whole: an act is one transaction.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QLocale, QObject, QSettings, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from likeness.acts.back_up import restore_backup
from likeness.office import Office
from likeness.values.chance import SystemChance
from likeness.values.clock import SystemClock
from likeness.values.resource import resource
from ui.doings import LISTED
from ui.kit.changes import Changes
from ui.kit.dialogs import tell
from ui.kit.focus import FocusRing, focus_ring
from ui.kit.jobs import Jobs
from ui.kit.sweeper import Sweeper
from ui.kit.theme import Scheme, theme
from ui.kit.trouble import words_of
from ui.kit.undo import UndoStack
from ui.kit.words import choose_language, language, tr
from ui.screen_list import ONLY_CHECKS, first_place, only_checks
from ui.screens.first_run.view import FirstRunView
from ui.screens.unlock.view import UnlockView
from ui.shell import Shell

SMALLEST, USUAL = QSize(1024, 640), QSize(1280, 800)


class Home(QObject):
    """Brings things from other threads home to the GUI thread."""

    changed = Signal(frozenset)
    crashed = Signal(str)


class Window(QMainWindow):
    """The one window: first run, locked page, or the shell."""

    def __init__(self, path: Path, clock: Any = None, chance: Any = None) -> None:
        super().__init__()
        self._path, self._clock, self._chance = path, clock or SystemClock(), chance or SystemChance()
        self.jobs, self.changes, self._home = Jobs(self), Changes(self), Home(self)
        self._home.changed.connect(self.changes.ring)
        self._home.crashed.connect(self._show_crash)
        self._undo = UndoStack(self.jobs, self)
        self._sweeper = Sweeper(self)
        self._sweeper.begin()
        self.office: Office | None = None
        self.shell: Shell | None = None
        self._name = ""
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.setWindowTitle("Likeness")

    def begin(self) -> None:
        """Show the first page: unlock where there is a registry, else first run."""
        if self._path.exists():
            self._show_unlock()
        else:
            page = FirstRunView(self._create, self._bring_back, self.jobs)
            page.made_one.connect(self.enter)
            page.failed.connect(self._complain)
            self.setCentralWidget(page)

    def _create(self, name: str, role: str, passphrase: str) -> Office:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return Office.create(self._path, name=name, role=role, passphrase=passphrase, clock=self._clock,
                             chance=self._chance)  # fmt: skip

    def _bring_back(self, file: Path, passphrase: str, **told: Any) -> Office:
        restore_backup(file, self._path, passphrase, self._chance, **told)
        return self.open_office(passphrase)

    def open_office(self, passphrase: str) -> Office:
        """Open the registry with a passphrase."""
        return Office.open(self._path, passphrase=passphrase, clock=self._clock, chance=self._chance)

    def enter(self, office: Office, screen: str = "") -> None:
        """Show the shell on an open registry; it opens on `screen`, or on the first one for its owner."""
        if self.office is not office:
            office.on_change(self._home.changed.emit)
        if self.shell is not None:
            self.shell.put_down()  # one in another language takes its place, and outlives it for a moment
        self.office, self._name = office, office.owner.name
        _wishes(office)
        self.shell = Shell(office, self.jobs, self.changes, self._menu(), self._undo)
        self.shell.lock_asked.connect(self.lock)
        self.shell.looked.connect(lambda scheme: self._looking(Scheme(scheme))())
        self.shell.spoke.connect(lambda code: self._speaking(code)())
        self.setCentralWidget(self.shell)
        self.shell.go(screen or first_place(office))

    def lock(self) -> None:
        """Close the registry and show the locked page; clipboard and title forget it."""
        if self.shell is not None:
            self.shell.put_down()
        office, self.office, self.shell = self.office, None, None
        self._undo.clear()
        if office is not None:
            self.jobs.forget()
            office.close()
        QApplication.clipboard().clear()
        self.setWindowTitle("Likeness")
        self._show_unlock()

    def _show_unlock(self) -> None:
        page = UnlockView(self.open_office, self._name, self.jobs)
        page.unlocked.connect(self.enter)
        page.failed.connect(self._complain)
        self.setCentralWidget(page)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        looks = ((Scheme.SYSTEM, tr("Follow the system")), (Scheme.LIGHT, tr("Light")), (Scheme.DARK, tr("Dark")))
        self._group(
            menu, tr("Look"), [(words, scheme is theme().scheme, self._looking(scheme)) for scheme, words in looks]
        )
        menu.addSeparator()
        tongues = (("en", "English"), ("fr", "Français"))
        self._group(
            menu, tr("Language"), [(words, code == language(), self._speaking(code)) for code, words in tongues]
        )
        menu.addSeparator()
        menu.addAction(self._only_checking(menu))
        menu.addSeparator()
        lock = menu.addAction(tr("Lock now"))
        lock.setData(LISTED)
        lock.triggered.connect(self.lock)
        return menu

    def _group(self, menu: QMenu, about: str, choices: list[tuple[str, bool, Callable[[], None]]]) -> None:
        group = QActionGroup(menu)
        for words, on, slot in choices:
            action = QAction(words, menu, checkable=True)
            action.setChecked(on)
            action.setStatusTip(about)  # Ctrl K says it beside the words
            action.triggered.connect(slot)
            group.addAction(action)
            menu.addAction(action)

    def _only_checking(self, menu: QMenu) -> QAction:
        action = QAction(tr("I only check licences"), menu, checkable=True)
        action.setToolTip(tr("Shows Verify, Contacts and Settings alone. Nothing is lost, and you can turn it off."))
        action.setChecked(self.office is not None and only_checks(self.office))

        def choose(on: bool) -> None:
            self._remember(ONLY_CHECKS, "1" if on else "")
            if self.office is not None:
                self.enter(self.office)

        action.toggled.connect(choose)
        return action

    def _looking(self, scheme: Scheme) -> Callable[[], None]:
        def choose() -> None:
            theme().choose(scheme)
            self._remember("theme", scheme.value)

        return choose

    def _speaking(self, code: str) -> Callable[[], None]:
        def choose() -> None:
            self._remember("language", code)
            choose_language(code)
            if self.office is not None:
                self.enter(self.office, self.shell.here if self.shell else "")

        return choose

    def _remember(self, name: str, value: str) -> None:
        if self.office is not None:
            self.office.registry.settings.put(name, value)

    def _complain(self, why: Exception) -> None:
        words = words_of(why)
        if words is None:
            raise why
        tell(self, tr("That did not work"), words)

    def hook(self, kind: type[BaseException], why: BaseException, trace: TracebackType | None) -> None:
        """Take what nobody foresaw, from any thread, and bring it home."""
        text = "".join(traceback.format_exception(kind, why, trace))
        sys.stderr.write(text)
        self._home.crashed.emit(text)

    def _show_crash(self, text: str) -> None:
        tell(self, tr("Something went wrong inside Likeness"),
             tr("Nothing you recorded is lost. You can go on. The last line of the report: {line}",
                line=text.strip().rsplit("\n", 1)[-1][:200]))  # fmt: skip

    def closeEvent(self, event: QCloseEvent) -> None:
        QSettings("Likeness", "Likeness").setValue("geometry", self.saveGeometry())
        if self.shell is not None and self.office is not None:
            self.shell.put_down()
        self.jobs.close()
        self._sweeper.end()
        if self.office is not None:
            self.office.close()
            self.office = None
        super().closeEvent(event)


def _wishes(office: Office) -> None:
    """Take language and look from the registry."""
    settings = office.registry.settings
    choose_language(settings.get("language", language()))
    theme().choose(Scheme(settings.get("theme", theme().scheme.value)))


def dress(app: QApplication) -> FocusRing:
    """Give the application its name, look, icon and focus ring; the ring lives as long as it is held."""
    app.setApplicationName("Likeness")
    app.setApplicationDisplayName("Likeness")
    app.setDesktopFileName("likeness")
    app.setWindowIcon(QIcon(str(resource("art", "mark.svg"))))
    theme().dress(app)
    return focus_ring()


def run_window(path: Path, passphrase: str | None = None) -> int:
    """Open the window on a registry and stay until it is closed; returns the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 5
    choose_language(QLocale.system().name()[:2])
    ring = dress(app)
    window = Window(path)
    sys.excepthook = window.hook
    geometry = QSettings("Likeness", "Likeness").value("geometry")
    if geometry is not None:
        window.restoreGeometry(geometry)
    window.begin()
    if passphrase is not None and path.exists():
        window.enter(window.open_office(passphrase))
    window.show()
    code = app.exec()
    ring.deleteLater()
    return int(code)
