"""Pages beside a form: as they will be printed, one below the other, drawn sharp for the screen they stand on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from ui.kit.look.typeface import label
from ui.kit.pages.pdf_pages import pages_of
from ui.kit.parts.frames import column, empty
from ui.kit.words import tr

GAP = 14


class PageView(QScrollArea):
    """Shows a PDF of ours; the pages are drawn on the read lane."""

    def __init__(self, jobs: Any, wide: int) -> None:
        super().__init__()
        self._jobs, self._wide, self._asked, self._shown = jobs, wide, b"", 0
        self.setAccessibleName(tr("The letter as it is printed"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._pages = column(gap=GAP, margins=(GAP, GAP, GAP, GAP))
        inside.setLayout(self._pages)
        self.setWidget(inside)
        self.setFixedWidth(wide + 2 * GAP + 14)

    def show_pdf(self, data: bytes, fail: Any, instead: str = "") -> None:
        """Draw these pages; those that were there stay until the new ones are drawn. Without any, say `instead`."""
        if data == self._asked and data:
            return
        self._asked, ratio = data, self.devicePixelRatioF()
        if not data:
            self._say(instead)
            return

        def drawn(pictures: list[QImage]) -> None:
            if data == self._asked:
                self._take(pictures, ratio)

        self._jobs.submit("read", self, lambda _job: pages_of(data, round(self._wide * ratio)), drawn, fail)

    def count(self) -> int:
        """Return how many pages are shown."""
        return self._shown

    def _say(self, words: str) -> None:
        empty(self._pages)
        self._shown = 0
        hint = label(words, "body", "text3", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(hint, 1)

    def _take(self, pictures: list[QImage], ratio: float) -> None:
        place = self.verticalScrollBar().value()
        empty(self._pages)
        for number, picture in enumerate(pictures, 1):
            shown = QPixmap.fromImage(picture)
            shown.setDevicePixelRatio(ratio)
            page = QLabel()
            page.setPixmap(shown)
            page.setFixedSize(QSize(self._wide, round(picture.height() / ratio)))
            page.setAccessibleName(tr("Page {n} of {of}", n=number, of=len(pictures)))
            self._pages.addWidget(page)
        self._pages.addStretch(1)
        self._shown = len(pictures)
        self.verticalScrollBar().setValue(place)
