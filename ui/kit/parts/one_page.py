"""One page of several at a time, as high as that page needs: Qt's own stack is always as high as its highest page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.kit.parts.frames import column


class OnePage(QWidget):
    """Pages in order; the first one is shown until another is."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self._pages, self.place = pages, 0
        self.setLayout(column(*pages))
        self.show_page(0)

    def show_page(self, place: int) -> None:
        """Show one page and hide the others."""
        self.place = place
        for at, page in enumerate(self._pages):
            page.setVisible(at == place)
