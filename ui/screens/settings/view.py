"""Settings: one page with sections, each no wider than can be read; what is chosen holds at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from likeness.acts.back_up import ENDING
from ui.kit.buttons import Button
from ui.kit.frames import Header, Scroll, column, row
from ui.kit.keys import cap
from ui.kit.marks import IconMark
from ui.kit.screen import Screen
from ui.kit.ticks import Option
from ui.kit.typeface import hold, label
from ui.kit.words import tr
from ui.kit.working import Working
from ui.screens.settings.lock_part import LockPart
from ui.screens.settings.look_part import LookPart
from ui.screens.settings.packs import PackList
from ui.screens.settings.page_part import PagePart
from ui.screens.settings.paper_part import PaperPart
from ui.screens.settings.passphrase_part import PassphrasePart
from ui.screens.settings.phone_page import FILE_NAME
from ui.screens.settings.presenter import SettingsPresenter
from ui.screens.settings.state import SettingsState
from ui.screens.settings.strike_part import StrikePart
from ui.screens.settings.text_part import TextPart
from ui.screens.settings.words_part import WordsPart

WIDE = 720


class SettingsView(Screen):
    """The screen; `wished` tells a name of `ui.kit.wishes` and its value."""

    wished = Signal(str, str)
    words_asked = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._presenter = SettingsPresenter(desk, jobs, self)
        self.passphrase, self.strike = PassphrasePart(desk, jobs), StrikePart(desk, jobs)
        for part in (self.passphrase, self.strike):
            part.said.connect(self.said)
            part.failed.connect(self.failed)
        self._state = SettingsState()
        self._sections: dict[str, QWidget] = {}
        self._wanted: QWidget | None = None
        self._lines = column(margins=(24, 4, 24, 32))
        self._build(desk)
        self.begin_with(self._refuse)

    def _build(self, desk: Any) -> None:
        text = self.text = TextPart()
        text.wished.connect(self.wished)
        self._section("language", tr("Language and text"), "", text)
        look = self.look = LookPart()
        look.wished.connect(self.wished)
        self._section("look", tr("Look"), "", look)
        self.lock = LockPart(desk)
        self.lock.wished.connect(self.wished)
        about = tr("When nobody touches the window for so long, and always with {keys}.", keys=cap("lock"))
        self._section("lock", tr("Locking"), about, self.lock)
        self._rules()
        self._registry()
        self._twelve_words()
        self._papers()
        self._phones()
        inside = QWidget()
        hold(inside, wide=WIDE + 48)
        self._lines.addStretch(1)
        inside.setLayout(self._lines)
        beside = QWidget()
        beside.setLayout(row(inside, None, gap=0))
        self._scroll = Scroll(beside)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_view)
        self._scroll.verticalScrollBar().actionTriggered.connect(self._scrolled)
        self._working = Working()
        self._working.cancelled.connect(self._presenter.backing.cancel)
        whole = column(Header(tr("Settings")), self._working, self._scroll)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _rules(self) -> None:
        self._packs = PackList()
        self._packs.switched.connect(lambda pack, on: self._presenter.switch(pack, on=on))
        self._refuse = Option("refuse", tr("Refuse to sign while a serious rule speaks against it"))
        self._refuse.clicked.connect(lambda on: self._presenter.let_refuse(refuse=on))
        self._section(
            "rules",
            tr("Rule packs"),
            tr("They warn you while you write a licence and add duties to uses. They never change whether a use is"
               " in scope."),
            self._packs,
            row(self._refuse, None),
        )  # fmt: skip
        self._section(
            "strike",
            tr("Strikes"),
            tr("Under licences that say so, nothing is made from the day a strike begins until the day it is over. One"
               " that never was is over on the day it began."),
            self.strike,
        )  # fmt: skip

    def _registry(self) -> None:
        self._folder, self._files = label("", "body", wrap=True), label("", "body")
        self._backup = label("", "body-medium")
        show = Button(tr("Show the folder"), "folder-open", small=True)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self._state.folder)))
        self.save = Button(tr("Back up…"), "database-backup", small=True)
        self.save.clicked.connect(self._back_up)
        folder = row(IconMark("folder-open"))
        folder.addWidget(self._folder, 1)
        self._section(
            "backup",
            tr("Registry and backup"),
            tr("A backup is one file with all of it, locked as the registry is. Keep it on a disk somewhere else:"
               " it opens with the passphrase of today, or with the twelve words of today."),
            row(IconMark("file-text"), self._files, None),
            folder,
            row(self._backup, None, show, self.save),
        )  # fmt: skip
        words = tr("It opens this registry, and is asked again before anything final is signed.")
        self._section("passphrase", tr("Passphrase"), words, self.passphrase)

    def _back_up(self) -> None:
        name = self._presenter.backing.name()
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save a backup"), name, f"*{ENDING}")
        if path:
            self._presenter.backing.write(Path(path))

    def _twelve_words(self) -> None:
        self.words = WordsPart(self._presenter.words.ask)
        self._section(
            "words",
            tr("Twelve words"),
            tr("On paper, they open this registry when you forget your passphrase, and a backup when this computer is"
               " gone. They are shown once."),
            self.words,
        )  # fmt: skip

    def may_make_words(self) -> None:
        """The passphrase was right: the page of the words is next."""
        self.words.close_form()
        self.words_asked.emit()

    def words_refused(self, words: str) -> None:
        """Say why no words are made."""
        self.words.refused(words)

    def _papers(self) -> None:
        self._paper = PaperPart(self._presenter.paper)
        self._section(
            "paper",
            tr("Paper"),
            tr("What goes with every PDF you export. None of it is needed, and without an address no network is used."),
            self._paper,
        )

    def _phones(self) -> None:
        self._page = PagePart()
        self._page.named.connect(self._presenter.page.name)
        self._page.wanted.connect(self._save_page)
        self._section(
            "page",
            tr("Page for phones"),
            tr("One file with which anybody checks your licences in the browser of a phone, without a network."
               " It knows the keys and the list you put on it that day, not what ended later, and whoever serves it"
               " decides what it shows."),
            self._page,
        )  # fmt: skip

    def _save_page(self, cards: bool, status: bool) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save the page"), FILE_NAME, "*.html")
        if path:
            self._presenter.page.save(Path(path), with_confirmed=cards, with_status=status)

    def _section(self, key: str, title: str, text: str, *parts: Any) -> None:
        heading = label(title, "section")
        self._sections[key] = heading
        self._lines.addSpacing(16)
        self._lines.addWidget(heading)
        if text:
            self._lines.addSpacing(4)
            self._lines.addWidget(label(text, "body", "text2", wrap=True))
        for part in parts:
            self._lines.addSpacing(10)
            self._lines.addWidget(part) if isinstance(part, QWidget) else self._lines.addLayout(part)
        self._lines.addSpacing(12)

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()
        self.strike.refresh()
        self.lock.refresh()

    def show_one(self, key: str) -> None:
        """Scroll to a section, asked for from elsewhere."""
        self._wanted = self._sections.get(key)
        self._keep_in_view()

    def _keep_in_view(self) -> None:
        """Keep a section in view while the others find their heights, until somebody scrolls."""
        if self._wanted is not None:
            self._scroll.ensureWidgetVisible(self._wanted, 0, self._scroll.height())

    def _scrolled(self) -> None:
        self._wanted = None

    def draw(self, state: SettingsState) -> None:
        """Draw the state."""
        self._state = state
        self._packs.show_packs(state.packs)
        self._refuse.setChecked(state.refuse)
        self._files.setText(" · ".join(state.files))
        self._folder.setText(state.folder)
        self._backup.setText(state.backup)
        self._backup.setProperty("tint", "amber" if state.backup_old else "text")
        self._backup.style().unpolish(self._backup)
        self._backup.style().polish(self._backup)
        self.words.show_words(state.words)
        self._page.show_page(state.page)
        self._paper.show_wishes(state.paper)

    def hosted(self, wrong: str) -> None:
        """Say why what was typed is no host; empty words say that it is one."""
        self._page.complain(wrong)

    def ask_passphrase(self, file: str) -> None:
        """Ask for the passphrase of a locked certificate; an empty name ends it."""
        self._paper.certificate.ask_passphrase(file)

    def paper_wrong(self, field: str, words: str) -> None:
        """Say under a field of the PDFs why what was typed will not do."""
        self._paper.wrong(field, words)

    def working(self, words: str) -> None:
        """Show that something is being written; empty words end it. It is short or signed: there is no Cancel."""
        self._working.follow(words, can_stop=False)

    def backing_up(self, words: str) -> None:
        """Show that a backup is being written, and let it be cancelled; empty words end it."""
        self._working.follow(words)

    def step(self, done: int, whole: int) -> None:
        """Show how far the backup is, in parts of a hundred."""
        self._working.step(done * 100 // max(whole, 1), 100)

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
