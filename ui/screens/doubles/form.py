"""The form to add a likeness: files by dialog or drop, then what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from likeness.acts.doubles.record_double import NewDouble
from likeness.values.codes import KINDS
from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Choice, Labelled
from ui.kit.fields.name_field import NameField
from ui.kit.handed.drop_zone import DropZone
from ui.kit.parts.buttons import Button
from ui.kit.words import language, tr, tr_n
from ui.screens.doubles.looking import doubts
from ui.screens.doubles.reading import kind_words
from ui.screens.doubles.state import Guess, Seen


class DoubleForm(Dialog):
    """Asks what a likeness is; `files_chosen` asks for a guess, `then(new)` gets the answer."""

    files_chosen = Signal(tuple)

    def __init__(self, parent: QWidget, people: Sequence[tuple[str, str]] | None, today: date,
                 fresh_id: Callable[[str], str], then: Callable[[NewDouble], None]) -> None:  # fmt: skip
        """`people` are those whose likeness it may be, (id, name); None: it is the owner's own."""
        super().__init__(parent, tr("Add a likeness"),
                         tr("The files stay where they are. Likeness keeps their fingerprints."), 560)  # fmt: skip
        self._then, self._fresh_id, self._today = then, fresh_id, today
        self._paths: tuple[Path, ...] = ()
        self._drop = DropZone(tr("Drop files here"), tr("Voice, scan, picture, motion or model"), small=True)
        self._files = Button(tr("Choose files…"), "folder-open", small=True)
        self._files.clicked.connect(self._choose)
        self._drop.add(self._files)
        self._drop.dropped.connect(self.take)
        self._seen: tuple[Seen, ...] = ()
        self._kind = Choice([(kind, kind_words(kind, language())) for kind in KINDS.codes])
        self._title, self._reason = QLineEdit(), QLineEdit()
        self._title.setMaxLength(200)
        self._reason.setMaxLength(400)
        self._day, self._until = DayField(today, tr("Not known")), DayField(today, tr("No date"))
        self._named = Labelled(tr("What you call it"), self._title)
        self._performer = NameField(people or ())
        self._whose = None if people is None else Labelled(tr("Whose likeness it is"), self._performer)
        self._place_fields()

    def _place_fields(self) -> None:
        self.add(self._drop)
        self._captured = Labelled(tr("Captured on"), self._day)
        self._kept = Labelled(tr("You keep it until"), self._until)
        self._what = Labelled(tr("What it is"), self._kind)
        self._kind.currentIndexChanged.connect(self._doubt)
        self.add(self._what, self._named)
        if self._whose is not None:
            self.add(self._whose)
        self.add(self._captured, self._kept)
        self.add(Labelled(tr("Why it was made"), self._reason))
        self.keep_button()
        save = self.answer(tr("Add likeness"), "main")
        save.clicked.connect(self._save)
        self._files.setFocus()

    def take(self, paths: tuple[Path, ...]) -> None:
        """Take files, dropped or chosen."""
        self._paths = tuple(dict.fromkeys((*self._paths, *paths)))
        self._drop.set_words(
            tr_n("{n} file", "{n} files", n=len(self._paths)), ", ".join(path.name for path in self._paths[:3])
        )
        self.files_chosen.emit(self._paths)

    def guessed(self, guess: Guess) -> None:
        """Fill in what the files say of themselves, and warn of what is odd; what the user typed stays."""
        self._seen = guess.files
        if guess.kind:
            self._kind.choose(guess.kind)
        if not self._title.text():
            self._title.setText(guess.title)
        self._doubt()

    def _doubt(self) -> None:
        self._what.warn(doubts(self._seen, self._kind.code(), language()))

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self, tr("Choose the files of this likeness"))
        if chosen:
            self.take(tuple(Path(path) for path in chosen))

    def _save(self) -> None:
        problems = self._problems()
        for field, why in problems.items():
            field.wrong(why)
        first = next((field for field, why in problems.items() if why), None)
        if first is not None:
            first.control.setFocus()
            return
        title, whose = self._title.text().strip(), self._performer.value()
        new = NewDouble(
            id=self._fresh_id(title),
            kind=self._kind.code(),
            title=title,
            performer=whose.id if whose else None,
            performer_name=whose.name if whose else None,
            paths=self._paths,
            captured_on=self._day.day(),
            reason=self._reason.text().strip() or None,
            delete_by=self._until.day(),
        )
        self._then(new)
        self.accept()

    def _problems(self) -> dict[Labelled, str]:
        """Return what is wrong with each field, from the first to the last; empty where nothing is."""
        named = "" if self._title.text().strip() else tr("Give it a name you will know again.")
        problems = {self._named: named}
        if self._whose is not None:
            problems[self._whose] = self._whose.settle() or (
                "" if self._performer.value() else tr("Say whose likeness it is.")
            )
        captured, kept = self._captured.settle(), self._kept.settle()
        day, until = self._day.day(), self._until.day()
        problems[self._captured] = captured or (tr("That day has not come yet.") if day and day > self._today else "")
        problems[self._kept] = kept or (tr("That day has passed.") if until and until < self._today else "")
        return problems

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drop.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.dropEvent(event)
