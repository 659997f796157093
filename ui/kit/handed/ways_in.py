"""The ways in which something comes onto a screen: chosen, pasted, held before the camera, or dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from ui.kit.camera.camera_dialog import CameraDialog
from ui.kit.camera.camera_source import CameraSource
from ui.kit.handed.clipboard import pasted
from ui.kit.handed.drop_zone import paths_of
from ui.kit.handed.given import Given, first_of_ours
from ui.kit.keys import with_key
from ui.kit.parts.screen import Screen
from ui.kit.parts.verbs import same_as
from ui.kit.shortcuts import bind
from ui.kit.words import tr


@dataclass(frozen=True)
class Asks:
    """The title of the file dialog, and what is said where nothing lies on the clipboard."""

    choose: str
    nothing: str


class DropScreen(Screen):
    """A whole screen on which files may be dropped; `dropped` tells their paths."""

    dropped = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(paths_of(event.mimeData()))


class WaysIn(QMenu):
    """The menu of a screen's button, with Ctrl V and drops besides; `take` gets each thing, `say` words for people."""

    def __init__(self, screen: DropScreen, jobs: Any, asks: Asks, take: Callable[[Given], None],
                 say: Callable[[str], object]) -> None:  # fmt: skip
        super().__init__(screen)
        self._screen, self._jobs, self._asks, self._take, self._say = screen, jobs, asks, take, say
        for words, slot, code in (
            (tr("From a file or picture…"), self.choose, ""),
            (with_key(tr("Paste"), "paste-in"), self.paste, "paste-in"),
            (tr("With the camera…"), self.use_camera, ""),
        ):
            same_as(self.addAction(words), code).triggered.connect(lambda _on=False, do=slot: do())
        bind("paste-in", screen, self.paste)
        screen.dropped.connect(self._all)

    def choose(self) -> None:
        """Open the file dialog; several files may be chosen."""
        paths, _kind = QFileDialog.getOpenFileNames(self._screen, self._asks.choose)
        self._all(tuple(map(Path, paths)))

    def paste(self) -> None:
        """Take what is on the clipboard: files, a picture of a code, or text."""
        things = pasted().things
        self._all(things)
        if not things:
            self._say(self._asks.nothing)

    def use_camera(self, source: CameraSource | None = None) -> CameraDialog:
        """Hold a code before the camera; without one the dialog says what else can be done."""
        dialog = CameraDialog(self._screen, self._jobs, source)
        dialog.found.connect(lambda texts: self._take(first_of_ours(texts)))
        dialog.picture.connect(self.choose)
        dialog.begin()
        return dialog

    def _all(self, things: tuple[Given, ...]) -> None:
        for thing in things:
            self._take(thing)
