"""First page of the import: the file, who sent it, and for which period."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFileDialog, QLineEdit, QStackedWidget, QWidget

from ui.kit.fields.fields import Choice, Labelled
from ui.kit.fields.offering import Offering
from ui.kit.handed.drop_zone import DropZone
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Scroll, boxed, column, row
from ui.kit.parts.marks import IconMark
from ui.kit.parts.notes import Note
from ui.kit.words import tr
from ui.screens.report.state import Facts, ReportState

KINDS = "*.csv *.tsv *.txt *.xlsx *.jsonl *.json *.gz"
_WIDE = 600


class FilePage(QWidget):
    """Tells the chosen file, its sheet, its sender and its period."""

    chosen = Signal(Path)
    sheet = Signal(str)
    reporter = Signal(str)
    period = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._drop = DropZone(
            tr("Drop a usage report here"), tr("CSV, Excel or JSON lines, also packed with gzip"), "import"
        )
        self.choose = Button(tr("Choose file"), "folder-open", "main")
        self._drop.add(self.choose)
        self._name, self._about = label("", "body-strong"), label("", "small", "text3")
        self._other = Button(tr("Choose another file"), small=True)
        card = boxed(row(IconMark("file-text", 20), column(self._name, self._about), None, self._other, gap=12))
        self._notice = column()
        self._sheet, self._period = Choice(), Choice()
        self._reporter = QLineEdit()
        self._names = QStringListModel(self)
        self._offer_names()
        self._sheets = Labelled(tr("Sheet"), self._sheet)
        sender = Labelled(tr("Who sent it"), self._reporter, tr("What you settle on the next page is kept for them."))
        when = Labelled(tr("For which period"), self._period, tr("The same rows again are then known."))
        fields = column(card, 16, self._notice, self._sheets, 17, sender, 17, when, None)
        known = QWidget()
        hold(known, wide=_WIDE)
        known.setLayout(fields)
        self._stack = QStackedWidget()
        self._stack.addWidget(boxed(column(self._drop, None)))
        self._stack.addWidget(Scroll(boxed(row(None, known, None))))
        self.setLayout(column(self._stack, margins=(24, 24, 24, 20)))
        self._connect()

    def _offer_names(self) -> None:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        if popup is not None:
            popup.setProperty("popup", "true")
        self._reporter.setCompleter(completer)
        Offering(self._reporter)
        completer.activated.connect(lambda name: self.reporter.emit(str(name)))

    def _connect(self) -> None:
        self._drop.dropped.connect(lambda paths: self.chosen.emit(paths[0]) if paths else None)
        for button in (self.choose, self._other):
            button.clicked.connect(self.ask)
        self._sheet.activated.connect(lambda _at: self.sheet.emit(self._sheet.code()))
        self._period.activated.connect(lambda _at: self.period.emit(self._period.code()))
        self._reporter.editingFinished.connect(lambda: self.reporter.emit(self._reporter.text()))

    @property
    def first(self) -> QWidget:
        """What is to be done first: choose a file; then say who sent it."""
        return self._reporter if self._stack.currentIndex() else self.choose

    def ask(self) -> None:
        """Open the file dialog."""
        path, _kind = QFileDialog.getOpenFileName(self, tr("Choose a usage report"), "", KINDS)
        if path:
            self.chosen.emit(Path(path))

    def draw(self, state: ReportState) -> None:
        """Draw the state."""
        self._stack.setCurrentIndex(1 if state.facts else 0)
        self._period.set_choices(list(state.periods))
        self._period.choose(state.period)
        self._names.setStringList(list(state.reporters))
        if not (self._reporter.hasFocus() and self._reporter.isModified()):  # never under what is being typed
            self._reporter.setText(state.reporter)
        if state.facts is not None:
            self._show_facts(state.facts)

    def _show_facts(self, facts: Facts) -> None:
        self._name.setText(facts.name)
        self._about.setText(facts.about)
        while (item := self._notice.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if facts.notice:
            self._notice.addWidget(Note("amber", "triangle-alert", facts.notice, size="body-strong"))
            self._notice.addSpacing(16)
        self._sheets.setVisible(len(facts.sheets) > 1)
        self._sheet.set_choices([(name, name) for name in facts.sheets])
        self._sheet.choose(facts.sheet)
