"""A picture among the evidence, as large as the window has room for; Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from likeness.media.glance import Glance
from ui.kit.asking.dialogs import Dialog
from ui.kit.look.pixels import image_of
from ui.kit.look.text_size import grown
from ui.kit.words import tr
from ui.screens.uses.state import EvidenceLine

MARGINS, BESIDE, AROUND, LEAST = 48, 96, 210, 420  # pixels: of the dialog, left of the window, above and below


class PictureDialog(Dialog):
    """The picture under its name, size and day."""

    def __init__(self, parent: QWidget, line: EvidenceLine, seen: Glance) -> None:
        around, ratio = parent.window().size(), parent.devicePixelRatioF()
        room = QSize(max(around.width() - MARGINS - BESIDE, 1), max(around.height() - grown(AROUND), 1)) * ratio
        picture = image_of(seen)
        if picture.width() > room.width() or picture.height() > room.height():
            picture = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio,
                                     Qt.TransformationMode.SmoothTransformation)  # fmt: skip
        shown = QPixmap.fromImage(picture)
        shown.setDevicePixelRatio(ratio)
        wide = round(shown.deviceIndependentSize().width()) + MARGINS
        super().__init__(parent, line.name, line.about, max(wide, LEAST))
        view = QLabel()
        view.setPixmap(shown)
        view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        view.setAccessibleName(tr("Picture: {name}", name=line.name))
        self.add(view)
        self.answer(tr("Close"), stays="closes").setFocus()
