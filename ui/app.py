"""Start-up and the window itself: which page is shown, the look, the language, the lock, and what a crash says.

What nobody foresaw comes to `Window.hook` from any thread: it is written to stderr, brought home to the GUI thread and
told there. The window stays, for the registry is whole: an act is one transaction.
"""

from __future__ import annotations

import sys
import traceback
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QLocale, QObject, QSize, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow

from likeness.acts.backups.back_up import restore_backup
from likeness.acts.locks.change_passphrase import change_passphrase
from likeness.errors import LikenessError
from likeness.office import Office, registry_at
from likeness.seal.vault_lock import Opener
from likeness.values.chance import SystemChance
from likeness.values.clock import SystemClock
from likeness.values.outcome import Change
from likeness.values.resource import resource
from ui.kit.asking.dialogs import tell
from ui.kit.background.changes import Changes
from ui.kit.background.elsewhere import Elsewhere
from ui.kit.background.jobs import Jobs
from ui.kit.background.new_hour import NewHour
from ui.kit.keys import use_letter_keys
from ui.kit.look.focus import FocusRing, focus_ring
from ui.kit.look.motion import begin_motion
from ui.kit.look.text_size import text_size
from ui.kit.look.theme import Scheme, theme
from ui.kit.trouble import words_of
from ui.kit.undoing.undo import UndoStack
from ui.kit.window.idle import Idle
from ui.kit.wishes import LANGUAGE, LETTER_KEYS, MORE, Wishes, wishes_of
from ui.kit.words import choose_language, language, tr
from ui.menu_bar import MenuBar
from ui.screen_list import ONLY_CHECKS, first_place
from ui.screens.first_run.backup_view import FirstBackupView
from ui.screens.first_run.view import FirstRunView
from ui.screens.unlock.view import UnlockView
from ui.screens.words.view import WordsView
from ui.shell import Shell
from ui.window_place import keep_place, keep_sight, put_back, put_back_sight
from ui.wish_menu import wish_menu

SMALLEST, USUAL = QSize(1024, 640), QSize(1280, 800)


class Home(QObject):
    """Brings things from other threads home to the GUI thread."""

    changed = Signal(frozenset)
    crashed = Signal(str)


class Window(QMainWindow):
    """The one window: first run, locked page, or the shell."""

    def __init__(self, path: Path, clock: Any = None, chance: Any = None, files: tuple[Path, ...] = ()) -> None:
        super().__init__()
        self._files = files  # licences that it was opened with: checked once it is unlocked
        self._path, self._clock, self._chance = path, clock or SystemClock(), chance or SystemChance()
        self.jobs, self.changes, self._home = Jobs(self), Changes(self), Home(self)
        self._home.changed.connect(self.changes.ring)
        self._home.crashed.connect(self._show_crash)
        self._undo = UndoStack(self.jobs, self)
        self._idle = Idle(self._clock, lambda: self.jobs.busy, self)
        self._idle.over.connect(self.lock)
        self._idle.soon.connect(self._lock_soon)
        self.office: Office | None = None
        self.shell: Shell | None = None
        self._name = ""
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.setWindowTitle("Likeness")
        self._menus = MenuBar(self)
        self.setMenuBar(self._menus)

    def begin(self) -> None:
        """Show the first page: unlock where there is a registry, else first run."""
        if registry_at(self._path):
            self._show_unlock()
        else:
            page = FirstRunView(self._create, self._bring_back, self.jobs)
            page.made_one.connect(partial(self._show_words, first=True))
            page.has_back.connect(self.enter)
            page.failed.connect(self._complain)
            self.setCentralWidget(page)

    def _create(self, name: str, role: str, passphrase: str) -> Office:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return Office.create(self._path, name=name, role=role, passphrase=passphrase, clock=self._clock,
                             chance=self._chance)  # fmt: skip

    def _bring_back(self, file: Path, opener: Opener, new: str = "", **told: Any) -> Office:
        restore_backup(file, self._path, opener, self._chance, **told)
        return self.open_office(opener, new)

    def open_office(self, opener: Opener, new: str = "") -> Office:
        """Open the registry with its passphrase, or with its twelve words and a new passphrase."""
        office = Office.open(self._path, passphrase=opener, clock=self._clock, chance=self._chance)
        if new:
            try:
                office.do(change_passphrase, new)
            except LikenessError:
                office.close()
                raise
        return office

    def _take(self, office: Office) -> None:
        """Hold an open registry; the shell on it is put down, and outlives what takes its place for a moment."""
        if self.office is not office:
            office.on_change(self._home.changed.emit)
        if self.shell is not None:
            self.shell.put_down()
        self.office, self.shell, self._name = office, None, office.owner.name
        self.jobs.stopping = office.registry.until
        self._menus.follow(None)

    def _show_words(self, office: Office, *, first: bool) -> None:
        """Show the page of the twelve words: in the first run, or from Settings, where she comes back to."""
        self._take(office)
        page = WordsView(office, self.jobs, first=first)
        for gone in (page.done, page.left):
            gone.connect(partial(self._after_words, office, first=first))
        page.failed.connect(self._complain)
        self.setCentralWidget(page)

    def _after_words(self, office: Office, *, first: bool) -> None:
        if first:
            self._show_backup(office)
            return
        self.enter(office, "settings")
        if self.shell is not None:
            self.shell.show_thing("settings", "words")

    def _show_backup(self, office: Office) -> None:
        """Offer the first backup of a new registry, once."""
        page = FirstBackupView(office, self.jobs)
        page.done.connect(partial(self.enter, office))
        page.failed.connect(self._complain)
        self.setCentralWidget(page)

    def enter(self, office: Office, screen: str = "") -> None:
        """Show the shell on an open registry; it opens on `screen`, or on the first one for its owner."""
        self._take(office)
        self._follow(wishes_of(office.registry.settings))
        self.shell = Shell(office, self.jobs, self.changes, wish_menu(self), self._undo)
        self.shell.lock_asked.connect(self.lock)
        self.shell.words_asked.connect(partial(self._show_words, office, first=False))
        self.shell.wished.connect(self.wish)
        self.setCentralWidget(self.shell)
        for sign in (Elsewhere(office.registry, self.jobs, self.shell).wrote, NewHour(self._clock, self.shell).began):
            sign.connect(lambda: self.changes.ring(frozenset(Change)))
        if self._files:
            files, self._files = self._files, ()
            self.shell.screen_now("verify").check_paths(files)
        else:
            self.shell.go(screen or first_place(office))
        self._menus.follow(self.shell.doings)

    def lock(self) -> None:
        """Close the registry and show the locked page; clipboard and title forget it."""
        if self.shell is not None:
            self.shell.put_down()
        office, self.office, self.shell = self.office, None, None
        self._menus.follow(None)
        self._undo.clear()
        if office is not None:
            self.jobs.forget()
            office.close()
        QApplication.clipboard().clear()
        self.setWindowTitle("Likeness")
        self._idle.wait(0)
        self._show_unlock()

    def _show_unlock(self) -> None:
        page = UnlockView(self.open_office, self._name, self.jobs)
        page.unlocked.connect(self.enter)
        page.failed.connect(self._complain)
        self.setCentralWidget(page)

    def only_check(self, on: bool) -> None:
        """Show Verify, Contacts and Settings alone, or all screens again."""
        self._remember(ONLY_CHECKS, "1" if on else "")
        if self.office is not None:
            self.enter(self.office)

    def wish(self, name: str, value: str) -> None:
        """Keep a wish and follow it at once; words and keys stand in so many places that the shell is built anew."""
        self._remember(name, value)
        if self.office is None:
            return
        if name in (LANGUAGE, LETTER_KEYS):
            before = self.shell
            self.enter(self.office, before.here if before else "")
            if before is not None and self.shell is not None:
                self.shell.go_on_as(before)
        else:
            self._follow(wishes_of(self.office.registry.settings))

    def _follow(self, wishes: Wishes) -> None:
        _follow(wishes)
        self._idle.wait(wishes.lock_after)

    def _lock_soon(self, seconds: int) -> None:
        if self.shell is not None:
            self.shell.lock_soon(seconds)

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
        keep_place(self)
        keep_sight()
        self._idle.wait(0)  # what is closed is not locked any more
        if self.shell is not None and self.office is not None:
            self.shell.put_down()
        self.jobs.close()
        if self.office is not None:
            self.office.close()
            self.office = None
        super().closeEvent(event)


def _follow(wishes: Wishes) -> None:
    """Follow what is wished; what was never said stays as it is."""
    choose_language(wishes.language or language())
    use_letter_keys(wanted=wishes.letter_keys)
    theme().choose_type(wishes.text_size or text_size(), system_font=wishes.system_font)
    theme().choose_contrast(wanted=wishes.contrast == MORE if wishes.contrast else theme().contrast)
    theme().choose_motion(less=wishes.less_motion)
    look = Scheme(wishes.look) if wishes.look else theme().scheme
    if look is not theme().scheme:
        theme().choose(look)


def dress(app: QApplication) -> FocusRing:
    """Give the application its name, look, icon and focus ring; the ring lives as long as it is held."""
    app.setApplicationName("Likeness")
    app.setApplicationDisplayName("Likeness")
    app.setDesktopFileName("likeness")
    app.setWindowIcon(QIcon(str(resource("art", "icon.svg"))))
    theme().dress(app)
    return focus_ring()


def run_window(path: Path, passphrase: str | None = None, files: tuple[Path, ...] = ()) -> int:
    """Open the window on a registry, check the licences in `files` there, and stay until it is closed.

    Returns the exit code.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 5
    choose_language(QLocale.system().name()[:2])
    ring = dress(app)
    window = Window(path, files=files)
    sys.excepthook = window.hook
    put_back(window)
    put_back_sight()
    window.begin()
    if passphrase is not None and registry_at(path):
        window.enter(window.open_office(passphrase))
    window.show()
    begin_motion()  # the first page has been drawn: it does not come in
    code = app.exec()
    ring.deleteLater()
    return int(code)
