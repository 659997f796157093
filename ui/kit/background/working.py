"""Work that takes long: a bar, what is done, Cancel. Shown after 0.3 seconds; beside skeleton rows after a second."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from ui.kit.figures import count_text
from ui.kit.look.typeface import hold, label, set_role
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import row
from ui.kit.parts.marks import Meter
from ui.kit.words import language, tr

AFTER_MS, LATE_MS = 300, 1000


class Working(QFrame):
    """A slim bar that a page shows while its job runs."""

    cancelled = Signal()
    appeared = Signal()

    def __init__(self) -> None:
        super().__init__()
        hold(self, tall=44)
        self.setProperty("ground", "raised")
        self.setProperty("rule", "bottom")
        self._what = label("", "body-medium")
        self._count = label("", "small", "text2")
        set_role(self._count, "small", "text2", figures=True)
        self._bar = Meter(tr("Progress"))
        self._stop = Button(tr("Cancel"), small=True)
        self._stop.clicked.connect(self.cancelled)
        self.setLayout(row(self._what, self._bar, self._count, self._stop, gap=16, margins=(24, 0, 24, 0)))
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self.show)
        self._timer.timeout.connect(self.appeared)
        self.hide()

    def follow(self, what: str, done: int = 0, whole: int = 0, *, can_stop: bool = True, late: bool = False) -> None:
        """Show what is done now and how far it is, as often as it is told; no words: nothing is done any more."""
        if not what:
            self.end()
        elif self.going and what == self._what.text():
            self.step(done, whole)
        else:
            self._timer.setInterval(LATE_MS if late else AFTER_MS)
            self.begin(what, can_stop=can_stop)

    def begin(self, what: str, *, can_stop: bool = True) -> None:
        """Start counting towards being shown; a signature, once begun, offers no Cancel."""
        self._what.setText(what)
        self._stop.setVisible(can_stop)
        self._count.setText("")
        self._bar.set_share(0)
        self._timer.start()

    @property
    def going(self) -> bool:
        """Whether it was begun and has not ended."""
        return self._timer.isActive() or not self.isHidden()

    def step(self, done: int, whole: int) -> None:
        """Show how far the work is; 0 of 0 is not known."""
        if whole:
            self._bar.set_share(done / whole)
            self._count.setText(tr("{done} of {whole}", done=count_text(done, language()),
                                   whole=count_text(whole, language())))  # fmt: skip

    def end(self) -> None:
        """Take the bar away."""
        self._timer.stop()
        self.hide()
