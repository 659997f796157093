"""A code held before the camera: the picture with a frame to fill, what would help, and the way without a camera."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.camera.camera_source import GONE, NO_CAMERA, NO_MODULE, REFUSED, CameraSource
from ui.kit.camera.frame_reader import FrameReader
from ui.kit.camera.viewfinder import Viewfinder
from ui.kit.look.typeface import label
from ui.kit.parts.blank import Blank
from ui.kit.parts.buttons import Button
from ui.kit.words import tr


class CameraDialog(Dialog):
    """Open until a code is read (`found` gives its texts), or a picture is asked for instead (`picture`)."""

    found = Signal(tuple)
    picture = Signal()

    def __init__(self, parent: QWidget | None, jobs: Any, source: CameraSource | None = None) -> None:
        super().__init__(parent, tr("Hold the code before the camera"), "", 720)
        self.source = source or CameraSource()
        self.source.setParent(self)
        self._reader = FrameReader(jobs, self)
        self._finder = Viewfinder()
        self._none = Blank("camera", "", "", hue="grey")
        self._none.setFixedHeight(self._finder.height())
        self._pages = QStackedWidget()
        self._pages.addWidget(self._finder)
        self._pages.addWidget(self._none)
        self._words = label(self._hint_words(""), "body-medium", "text2", wrap=True)
        self._torch = Button(tr("Turn on the light"), "flashlight")
        self._torch.setCheckable(True)
        self._torch.hide()
        self.add(self._pages)
        self.add(self._words)
        instead = self.answer(tr("Open a picture instead…"))
        instead.clicked.connect(self._instead)
        self._buttons.insertWidget(0, self._torch)
        self.keep_button()
        self._connect()

    def _connect(self) -> None:
        self.source.frame.connect(self._took)
        self.source.failed.connect(self.show_trouble)
        self._torch.toggled.connect(lambda on: self.source.light(on=on))
        self._reader.read.connect(self._read)
        self._reader.hint.connect(lambda hint: self._words.setText(self._hint_words(hint)))
        self.finished.connect(lambda _how: self._close())

    def begin(self) -> None:
        """Open the dialog and the camera."""
        self.open()
        self.source.start()
        self._torch.setVisible(self.source.has_torch)

    def show_trouble(self, code: str) -> None:
        """Say why there is no picture, and what to do instead."""
        title, text = _trouble(code)
        self._none.set_words(title, text)
        self._pages.setCurrentWidget(self._none)
        self._words.setText("")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {text}"))

    def _took(self, picture: QImage) -> None:
        if self._pages.currentWidget() is not self._finder:
            self._pages.setCurrentWidget(self._finder)
            self._words.setText(self._hint_words(""))
        self._finder.show_picture(picture)
        self._reader.take(picture)

    def _read(self, texts: tuple[str, ...]) -> None:
        self.accept()
        self.found.emit(texts)

    def _instead(self) -> None:
        self.reject()
        self.picture.emit()

    def _close(self) -> None:
        self._reader.stop()
        self.source.stop()

    def _hint_words(self, hint: str) -> str:
        light = tr("It is dark. Turn on the light.") if self.source.has_torch else tr("It is dark. Add some light.")
        return {
            "dark": light,
            "closer": tr("Come closer, until the code fills the frame."),
            "steady": tr("Hold it still and flat, with all four corners in the picture."),
        }.get(hint, tr("Fill the frame with the code. Nothing is recorded."))


def _trouble(code: str) -> tuple[str, str]:
    instead = tr("Take a picture of the code another way, then open it or paste it with Ctrl V.")
    return {
        NO_CAMERA: (tr("No camera was found"), instead),
        NO_MODULE: (tr("This installation has no part for cameras"), instead),
        REFUSED: (
            tr("The camera is not allowed"),
            tr("Allow it for Likeness in the privacy settings of your system, or open a picture instead."),
        ),
        GONE: (
            tr("The camera is gone"),
            tr("It was taken away, or another program uses it. Connect it again, or open a picture instead."),
        ),
    }[code]
