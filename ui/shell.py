"""The window's inside once the registry is open: navigation, one screen at a time, and the toast. Nothing else.

A screen is made when it is first asked for: the first painted window waits for one of them, not for all.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QMenu, QStackedWidget, QWidget

from likeness.paper.wording import word
from likeness.values.outcome import Change
from ui.doings import Doings
from ui.foot import Foot
from ui.kit.asking.dialogs import tell
from ui.kit.background.changes import Changes
from ui.kit.background.working import Working
from ui.kit.handed.drop_zone import paths_of
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme
from ui.kit.parts.frames import column, row
from ui.kit.parts.panes import InOrder
from ui.kit.trouble import words_of
from ui.kit.undoing.undo import UndoStack
from ui.kit.window.idle import SOON
from ui.kit.window.navigation import Navigation
from ui.kit.window.toast import Toast
from ui.kit.wishes import NARROW, RAIL, WIDE
from ui.kit.words import language, tr
from ui.lists_kept import ListsKept
from ui.screen_list import FOOT, SHOWS, every_place, places_for
from ui.screen_makers import LETTERS, MAKERS, wire
from ui.screens.letters.view import open_letter
from ui.screens.report.begun import Begun
from ui.screens.report.view import ReportView
from ui.screens.wizard.view import WizardView
from ui.splits import Splits
from ui.way_back import IMPORT, WayBack

NARROW_BELOW = 1100


class Shell(InOrder):
    """Navigation and screens; `wished` tells a name of `ui.kit.wishes` and its value, `words_asked` wants new words."""

    lock_asked = Signal()
    wished = Signal(str, str)
    words_asked = Signal()

    def __init__(self, office: Any, jobs: Any, changes: Changes, menu: QMenu, undo: UndoStack) -> None:
        super().__init__()
        self._office, self._jobs, self._changes, self.undo = office, jobs, changes, undo
        self._places = places_for(office)
        self._offered = {place.key for place in self._places}
        self._screens: dict[str, Any] = {}
        self._wizard: WizardView | None = None
        self._report: ReportView | None = None
        self._here = self._after_wizard = ""
        self._stale: set[str] = set()
        self._forced = {NARROW: True, WIDE: False}.get(office.registry.settings.get(RAIL))
        self._splits, self._lists = Splits(office.registry.settings), ListsKept(office.registry.settings)
        at_foot = [place for place in self._places if place.key in FOOT]
        self._navigation = Navigation([place for place in self._places if place not in at_foot], at_foot, menu)
        self.setAcceptDrops(True)
        self._stack, self._working = QStackedWidget(), Working()
        self._working.cancelled.connect(undo.stop)
        self.setLayout(row(self._navigation, column(self._working, self._stack), gap=0))
        self._toast = Toast(self)
        undo.tell(lambda words, again: self._toast.say(words, undo=again), self.complain, self._working.follow)
        self._toast.undo_asked.connect(undo.undo)
        self._hears = (undo.push, self._toast.say, self.complain)
        changes.rung.connect(self._changed)
        theme().changed.connect(self._fit)
        self._navigation.went.connect(self.go)
        self.way = WayBack(self)
        self.foot = Foot(self._navigation, office, jobs, self, counts="uses" in self._offered)
        self.doings = Doings(self, office, jobs, menu, self._places)
        self._navigation.helped.connect(self.doings.help)
        self._navigation.backed.connect(partial(self.show_thing, "settings", "backup"))
        self._navigation.show_owner(office.owner.name, word(language(), "role", office.owner.role).capitalize())
        self.foot.keeper.warned.connect(lambda words: self._toast.say(words, "triangle-alert"))
        self.foot.keeper.failed.connect(self.complain)

    def lock_soon(self, seconds: int) -> None:
        """Say that the window locks itself soon; 0: somebody is there again."""
        self._navigation.show_lock(seconds)
        if seconds == SOON:
            self._toast.say(tr("Likeness locks in a minute. Press a key to stay."), "lock")

    def page_of(self, key: str) -> Any:
        """Return a screen, made if this is the first time."""
        if key not in self._screens:
            made = MAKERS[key](self._office, self._jobs)
            made.setProperty("ground", "surface")
            made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            made.said.connect(self._toast.say)
            made.failed.connect(self.complain)
            wire(key, made, self)
            if key in LETTERS:
                made.letter.connect(partial(open_letter, self, self._office, self._jobs, self._hears))
            if key == "doubles":
                made.warned.connect(lambda words: self._toast.say(words, "triangle-alert"))
            self._screens[key] = made
            self._stale.add(key)
            self._splits.put_back(key, made)
            self._lists.put_back(key, made)
            self._stack.addWidget(made)
        return self._screens[key]

    @property
    def here(self) -> str:
        """The screen that is open."""
        return self._here

    @property
    def writing(self) -> bool:
        """Whether a licence is being written: the wizard is open."""
        return self._wizard is not None

    @property
    def front(self) -> QWidget | None:
        """What is in front: a screen, the wizard or the import."""
        return self._stack.currentWidget()

    def screen_now(self, key: str) -> Any:
        """Go to a screen and return it."""
        self.go(key)
        return self.page_of(key)

    def go(self, key: str) -> None:
        """Show a screen, read again if something changed meanwhile; an open wizard closes first."""
        if self._wizard is not None:
            self._after_wizard = key
            self._wizard.leave()
            return
        self.doings.leave()
        self.way.come(key)
        self._here = key
        self._navigation.show_place(key)
        screen = self.page_of(key)
        self._stack.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        if key in self._stale:
            self._stale.discard(key)
            screen.refresh()
        self.foot.read(flags=False)  # a day may have passed
        self._fit()
        self.window().setWindowTitle(f"Likeness, {every_place()[key].words}")

    def open_wizard(self, number: str = "", double: str = "") -> None:
        """Open the wizard: a new licence, or the draft of that number."""
        if self._wizard is not None:
            return
        self._wizard = WizardView(self._office, self._jobs, number, double)
        self._wizard.closed.connect(self._close_wizard)
        self._wizard.afresh.connect(partial(self._open_afresh, number, double))
        self._wizard.no_double.connect(partial(self.go, "doubles"))
        self._wizard.said.connect(self._toast.say)
        self._wizard.failed.connect(self.complain)
        self._stack.addWidget(self._wizard)
        self._stack.setCurrentWidget(self._wizard)
        self._navigation.show_place("licences")
        self.window().setWindowTitle(f"Likeness, {self._wizard.accessibleName()}")
        self._fit()

    def go_on_as(self, before: Shell) -> None:
        """Go on with the import and the licence that were open when the shell `before` this one was put down."""
        if before._report is not None and (begun := before._report.begun) is not None:
            self.open_import(begun=begun)
            if before.front is not before._report:
                self.go(before.here)
        if before._wizard is not None:
            number, step = before._wizard.place
            self.open_wizard(number)
            if self._wizard is not None:
                self._wizard.jump(step)

    def open_import(self, *, begun: Begun | None = None) -> None:
        """Open the import of a usage report, or come back to the one that is open; `begun` is one to go on with."""
        if self._wizard is not None:
            return
        if self._report is None:
            self._report = ReportView(self._office, self._jobs, begun)
            self._report.closed.connect(self._close_import)
            self._report.said.connect(self._toast.say)
            self._report.did.connect(self.undo.push)
            self._report.back.connect(self.undo.take_back)
            self._report.failed.connect(self.complain)
            self._stack.addWidget(self._report)
        self.way.come(IMPORT)
        self._here = "uses"
        self._navigation.show_place("uses")
        self._stack.setCurrentWidget(self._report)
        self._report.setFocus(Qt.FocusReason.OtherFocusReason)
        self.window().setWindowTitle(f"Likeness, {tr('Import a usage report')}")
        self._fit()

    def _close_import(self) -> None:
        report, self._report = self._report, None
        if report is not None:
            shown = self._stack.currentWidget() is report
            self._stack.removeWidget(report)
            report.deleteLater()
            self.way.forget(IMPORT)
            if shown:
                self.go("uses")

    def _close_wizard(self, number: str) -> None:
        self._drop_wizard()
        key, self._after_wizard = self._after_wizard or "licences", ""
        self.open_import() if key == IMPORT else self.go(key)
        if number and key == "licences":
            self.page_of(key).show_licence(number)

    def _open_afresh(self, number: str, double: str) -> None:
        self._drop_wizard()
        self.open_wizard(number, double)

    def _drop_wizard(self) -> None:
        wizard, self._wizard = self._wizard, None
        if wizard is not None:
            self._stack.removeWidget(wizard)
            wizard.deleteLater()

    def put_down(self) -> None:
        """Keep what is being written, and ask nothing more: the registry is about to be closed."""
        for dialog in self.findChildren(QDialog):
            dialog.reject()  # what it asks is about a registry that is closed next
        self.foot.keeping.put_down()
        self.doings.put_down()
        self._splits.keep(self._screens)
        self._lists.keep(self._screens)
        self._changes.rung.disconnect(self._changed)
        for timer in self.findChildren(QTimer):
            timer.stop()
            timer.blockSignals(True)  # an answer on its way home may start it once more
        for flow in (self._wizard, self._report):
            if flow is not None:
                flow.put_down()

    def show_thing(self, place: str, key: str, *, step: bool = True) -> None:
        """Go to one thing on a screen, as the Overview asks; without a key, to the screen. Back leads here again.

        A draft (`place` is "draft") opens in the wizard.
        """
        if place == "draft":
            self.open_wizard(key)
            return
        if step:
            self.way.come(place, key)
        screen = self.screen_now(place)
        if key:
            (screen.show_licence if place == "licences" else screen.show_one)(key)

    def complain(self, why: Exception) -> None:
        """Tell what went wrong; a bug goes on to the crash sheet."""
        words = words_of(why)
        if words is None:
            raise why
        tell(self, tr("That did not work"), words)

    def _changed(self, changed: frozenset[Change]) -> None:
        self._stale |= {key for key in self._screens if SHOWS[key] & changed}
        self.doings.forget()
        if self._here in self._stale and self._wizard is None:
            self._stale.discard(self._here)
            self.page_of(self._here).refresh()
        if self._report is not None and Change.USES in changed:
            self._report.look_again()
        self.foot.changed(changed)

    def toggle_rail(self) -> None:
        self._forced = not self._narrow()
        self._fit()
        self.wished.emit(RAIL, NARROW if self._forced else WIDE)

    def _narrow(self) -> bool:
        if self._wizard is not None or (self._report is not None and self._stack.currentWidget() is self._report):
            return True
        return self.width() < grown(NARROW_BELOW) if self._forced is None else self._forced

    def _fit(self) -> None:
        self._navigation.set_rail(narrow=self._narrow())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if self._wizard is None:  # what was dropped where no screen wants it is something to be checked
            self.screen_now("verify").check_paths(paths_of(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
