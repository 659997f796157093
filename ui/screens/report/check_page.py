"""Third page of the import: the check as it goes. Nothing is recorded while this page is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.kit.figures import count_text
from ui.kit.look.typeface import hold, label, set_role
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.marks import IconMark, Meter
from ui.kit.words import language, tr, tr_n
from ui.screens.report.state import Progress, ReportState

_WIDE, _ABOVE = 600, 150


class CheckPage(QWidget):
    """A bar, rows so far, rows a second, time left."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = Meter(tr("Progress"))
        self._rows, self._pace = label("", "body-strong"), label("", "body", "text2")
        for words, role, ink in ((self._rows, "body-strong", "text"), (self._pace, "body", "text2")):
            set_role(words, role, ink, figures=True)
        calm = label(tr("Nothing is recorded yet. If you cancel, your registry stays as it was."), "body", "text2")
        note = boxed(row(IconMark("info", 16), calm, None, gap=10, margins=(12, 10, 12, 10)))
        note.setProperty("note", "grey")
        middle = QWidget()
        hold(middle, wide=_WIDE)
        middle.setLayout(column(
            label(tr("Checking each use against your licences"), "section"), 14, self._bar, 10,
            row(self._rows, None, self._pace), 28, note,
        ))  # fmt: skip
        self.setLayout(column(_ABOVE, row(None, middle, None), None))

    def draw(self, state: ReportState) -> None:
        """Draw the state."""
        progress: Progress = state.progress
        self._bar.set_share(progress.share)
        self._rows.setText(tr_n("{n} row", "{n} rows", n=progress.rows))
        if progress.again is not None:
            done, whole = (count_text(many, language()) for many in progress.again)
            self._pace.setText(tr("Its late rows may change earlier uses: {done} of {whole} judged again",
                                  done=done, whole=whole))  # fmt: skip
            return
        said = [tr("{n} rows/s", n=count_text(progress.pace, language()))] if progress.rows else []
        if progress.left is not None:
            said.append(tr("{n} s left", n=count_text(progress.left, language())))
        self._pace.setText(" · ".join(said))
