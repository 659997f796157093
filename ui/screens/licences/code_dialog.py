"""The QR code of a licence, as large as the window has room for, for whoever scans it off the screen; Esc closes it.

Each of its modules has the same whole number of pixels, and it is black on white in every look: a blurred or turned
one is read badly.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from likeness.paper.qr.qr_image import QrCode
from ui.kit.asking.dialogs import Dialog, tell
from ui.kit.look.text_size import grown
from ui.kit.words import tr

MARGINS, BESIDE, AROUND, LEAST = 48, 48, 190, 420  # pixels: of the dialog, beside the code, above and below it, wide
LEAST_PIXELS = 3  # of a module: fewer are read badly


def show_code(owner: QWidget, number: str, code: QrCode | None) -> None:
    """Show the code of a licence, or say what to do where it is too long for one."""
    if code is not None:
        CodeDialog(owner, number, code).open()
    else:
        why = tr("Its terms are too long for one. Choose “Save PDF and QR…” and send the licence file.")
        tell(owner, tr("This licence has no code"), why)


class CodeDialog(Dialog):
    """The code under the number of its licence."""

    def __init__(self, parent: QWidget, number: str, code: QrCode) -> None:
        around, ratio = parent.window().size(), parent.devicePixelRatioF()
        room = min(around.height() - grown(AROUND), around.width() - MARGINS - BESIDE)
        shown = QPixmap()
        shown.loadFromData(code.png(max(int(room * ratio) // code.side, LEAST_PIXELS)))
        shown.setDevicePixelRatio(ratio)
        wide = round(shown.deviceIndependentSize().width()) + MARGINS
        said = tr("Let it be scanned here. It shows what was signed, not whether that is still in force.")
        super().__init__(parent, tr("Licence {number}", number=number), said, max(wide, LEAST))
        view = QLabel()
        view.setPixmap(shown)
        view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        view.setAccessibleName(tr("QR code of licence {number}", number=number))
        self.add(view)
        self.answer(tr("Close"), stays="closes").setFocus()
