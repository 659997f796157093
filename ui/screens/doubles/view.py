"""Likenesses: the gallery, the pane, adding by dialog or drop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimeZone, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QFileDialog

from likeness.values.days import day_in
from ui.kit.background.working import Working
from ui.kit.fields.fields import SearchField
from ui.kit.figures import count_text
from ui.kit.handed.drop_zone import paths_of
from ui.kit.keys import with_key
from ui.kit.lists.skeleton import ListPages, Skeleton
from ui.kit.parts.blank import Blank, NoMatch
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import FootLine, boxed, column
from ui.kit.parts.header import Header
from ui.kit.parts.screen import Screen
from ui.kit.parts.split import Split, right_pane
from ui.kit.shortcuts import ALONE, bind
from ui.kit.sound.voice_player import VoicePlayer
from ui.kit.words import language, tr
from ui.screens.doubles.death_form import DeathForm
from ui.screens.doubles.form import DoubleForm
from ui.screens.doubles.gallery import Gallery, GalleryModel
from ui.screens.doubles.pane import DoublePane
from ui.screens.doubles.presenter import DoublesPresenter
from ui.screens.doubles.state import DoublesState, Guess


class DoublesView(Screen):
    """The screen; `licence_for` asks for a new licence of a likeness, `licence` for one that exists."""

    licence_for = Signal(str)
    licence = Signal(str)
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._desk = desk
        self._zone = bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"
        self._presenter = DoublesPresenter(desk, jobs, self, self._zone)
        self.left = self._presenter.left
        self._form: DoubleForm | None = None
        self._pictures = False
        self._player = VoicePlayer(jobs, self)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.begin_with(self._gallery)

    def _build(self) -> None:
        self._header = Header(tr("Likenesses"))
        self._search = SearchField(tr("Search likenesses"))
        self._eye = Button("", "eye-off", name=tr("Show pictures"))
        self._eye.setToolTip(with_key(tr("Show pictures"), "pictures"))
        self._add = Button(tr("Add likeness"), "plus", "main")
        self._header.add(self._search, self._eye, self._add)
        self._model = GalleryModel(self)
        self._gallery = Gallery(self._model)
        first = Button(tr("Add likeness"), "plus", "main")
        first.clicked.connect(self._open_empty)
        none = Blank("scan-face", tr("No likenesses yet"),
                     tr("Record a scan or a voice model. Its files stay where they are."), first)  # fmt: skip
        no_match = NoMatch()
        no_match.cleared.connect(lambda: self.search_for(""))
        self._stack = ListPages(self._gallery, none, no_match, Skeleton(self._gallery))
        self._working = Working()
        foot = FootLine()
        foot.count.setText(
            tr("Faces are drawn as contours. Your real pictures stay hidden until you choose to show them.")
        )
        self._pane = DoublePane()
        left = boxed(column(self._stack, foot), ground="surface")
        split = Split(left, self._pane, right_pane(368))
        split.enter_from(self._gallery)
        top = boxed(column(self._header), ground="surface", rule="bottom")
        whole = column(top, self._working, split)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        listening = self._presenter.listening
        self._search.searched.connect(self._presenter.search)
        self._add.clicked.connect(self._open_empty)
        self._eye.clicked.connect(self._toggle_pictures)
        self._gallery.selectionModel().currentChanged.connect(self._moved)
        self._pane.check.connect(self._presenter.check)
        self._pane.sought.connect(self._find_files)
        self._pane.licence_for.connect(self.licence_for)
        self._pane.licence.connect(self.licence)
        self._pane.died.connect(self._ask_death)
        self._pane.played.connect(self._presenter.play)
        self._pane.turned.connect(listening.stop)
        self._player.moved.connect(self._pane.move_to)
        self._player.ended.connect(listening.ended)
        self._player.lost.connect(listening.lost)
        self._player.failed.connect(listening.failed)
        self._working.cancelled.connect(self._presenter.cancel)
        self._stack.again.connect(self._presenter.refresh)
        bind("play", self._gallery, self._pane.play, ALONE)
        bind("be-silent", self, listening.stop)
        bind("search-list", self, self._search.setFocus)
        bind("pictures", self, self._toggle_pictures)
        bind("clear-search", self._search, self._search.clear, ALONE)

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def show_one(self, double: str) -> None:
        """Show one likeness, asked for from elsewhere."""
        self._search.clear()
        self._presenter.search("")
        self._presenter.choose(double)

    def search_for(self, words: str) -> None:
        """Look for words, asked for from elsewhere."""
        self._search.setText(words)

    def _open_empty(self) -> None:
        self.open_form()

    def open_form(self, paths: tuple[Path, ...] = ()) -> None:
        """Open the form to add a likeness, with files if some were dropped."""
        today = day_in(self._desk.clock.now(), "UTC")
        self._form = DoubleForm(self, self._presenter.people(), today, self._presenter.fresh_id, self._presenter.add)
        self._form.files_chosen.connect(self._presenter.guess)
        self._form.finished.connect(self._forget_form)
        if paths:
            self._form.take(paths)
        self._form.open()

    def _find_files(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self, tr("Choose the files where they lie now"))
        if chosen:
            self._presenter.find(tuple(Path(path) for path in chosen))

    def _ask_death(self, performer: str, name: str) -> None:
        today = day_in(self._desk.clock.now(), self._zone)
        DeathForm(self, name, today, lambda day: self._presenter.note_death(performer, name, day)).open()

    def _forget_form(self) -> None:
        self._form = None

    def shown(self) -> str:
        """Return what the pane shows, as quick find knows it; empty where it shows nothing."""
        card = self._model.card(self._gallery.currentIndex().row())
        return card.id if card else ""

    def draw(self, state: DoublesState) -> None:
        """Draw the state."""
        found, total = count_text(len(state.cards), language()), count_text(state.total, language())
        some = state.cards and len(state.cards) < state.total
        self._model.show(state.cards)
        place = self._model.place_of(state.chosen)
        if place >= 0 and self._gallery.currentIndex().row() != place:
            self._gallery.setCurrentIndex(self._model.index(place, 0))
        self._stack.show_list(rows=bool(state.cards), hidden=bool(state.total), reading=state.reading,
                              stopped=state.stopped)  # fmt: skip
        count = tr("{found} of {total}", found=found, total=total) if some else total
        self._header.sub.setText("" if self._stack.waiting else count)
        self._pane.show_detail(state.detail)
        self._pane.show_heard(state.heard)
        looking = tr("Looking through the likenesses") if state.reading else ""
        self._working.follow(state.doing or looking, late=not state.doing)

    def _moved(self) -> None:
        card = self._model.card(self._gallery.currentIndex().row())
        if card is not None:
            self._presenter.choose(card.id)

    def _toggle_pictures(self) -> None:
        self._pictures = not self._pictures
        self._eye.set_look("", "eye" if self._pictures else "eye-off")
        name = tr("Hide pictures") if self._pictures else tr("Show pictures")
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(with_key(name, "pictures"))
        self._presenter.show_pictures(self._pictures)

    def play(self, recording: Any) -> None:
        """Play a recording that was opened."""
        self._player.play(recording)

    def hush(self) -> None:
        """Be silent at once."""
        self._player.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Be silent with the screen, and when the window locks."""
        self._presenter.listening.stop()
        super().hideEvent(event)

    def step(self, done: int, whole: int) -> None:
        """Show how far the work is."""
        self._working.step(done, whole)

    def guessed(self, guess: Guess) -> None:
        """Hand a guess to the form."""
        if self._form is not None:
            self._form.guessed(guess)

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def warn(self, words: str) -> None:
        """Say what was found wrong."""
        self.warned.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_form(paths_of(event.mimeData()))
