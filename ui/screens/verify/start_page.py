"""Where a check begins: the drop zone with its buttons, and what was checked before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit.handed.drop_zone import DropZone
from ui.kit.keys import cap
from ui.kit.look.badges import look
from ui.kit.look.focus import watch_focus
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Scroll, boxed, caps, column, empty, row
from ui.kit.parts.marks import IconMark
from ui.kit.parts.verbs import same_as, verbs_here
from ui.kit.words import tr
from ui.screens.verify.state import Before


class StartPage(QWidget):
    """Files by drop and buttons; `chosen` is the path of something checked before."""

    chosen = Signal(str)
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.drop = DropZone(tr("Drop licences here"), tr("PDF, picture of the QR code, licence file, or text"),
                             "shield-check")  # fmt: skip
        hold(self.drop, least_tall=304)
        self.choose = same_as(Button(tr("Choose files"), "folder-open", "main", keys=cap("open-paper")), "open-paper")
        self.paste = same_as(Button(tr("Paste"), "clipboard-paste", keys=cap("paste-check")), "paste-check")
        self.camera = Button(tr("Use camera"), "camera")
        self.drop.add(self.choose, self.paste, self.camera)
        verbs_here(self.drop)
        self._before = column()
        forget = Button(tr("Forget these"), look="link", small=True)
        forget.clicked.connect(self.forgotten)
        head = row(caps(tr("Checked before")), None, label(tr("kept in this registry only"), "small", "text3"), forget)
        self._kept = boxed(column(head, 6, self._before))
        self._kept.hide()
        inside = QWidget()
        inside.setLayout(column(self.drop, 20, self._kept, None, margins=(24, 0, 24, 20)))
        self.setLayout(column(Scroll(inside)))

    def show_before(self, lines: tuple[Before, ...]) -> None:
        """Show what was checked before."""
        empty(self._before)
        for line in lines:
            made = _Line(line)
            made.clicked.connect(lambda _on=False, path=line.path: self.chosen.emit(path))
            self._before.addWidget(made)
        self._kept.setVisible(bool(lines))


class _Line(QAbstractButton):
    """One check of before; pressing it checks the file again, where there is one."""

    def __init__(self, line: Before) -> None:
        super().__init__()
        icon, hue = look(line.answer)
        title, signer, words = label(line.title, "body-medium"), label(line.signer, "body", "text2"), \
            label(line.words, "body-medium", hue)  # fmt: skip
        hold(title, wide=230)
        hold(signer, wide=180)
        inside = row(IconMark(icon, 18, hue), title, signer, words, None, label(line.on, "small", "text3"), gap=12)
        frame = boxed(inside, rule="bottom")
        frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(column(frame))
        hold(self, tall=42)
        self.setEnabled(bool(line.path))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if line.path else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if line.path else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{line.title}. {line.signer}. {line.words}. {line.on}")
        self.setToolTip(tr("Check this file again") if line.path else tr("It was pasted or shown to the camera."))
        watch_focus(self)

    def paintEvent(self, _event: object) -> None:
        """Draw nothing: the frame inside does."""
