"""Settings: one page with sections, each no wider than can be read; what is chosen holds at once.

Each section is a part of its own; here they are put in their order (UX section 8) and wired to whoever shows the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit.background.working import Working
from ui.kit.keys import cap
from ui.kit.look.typeface import hold, label
from ui.kit.parts.frames import Scroll, column, row
from ui.kit.parts.header import Header
from ui.kit.parts.screen import Screen
from ui.kit.words import tr
from ui.screens.settings import sections
from ui.screens.settings.backup_part import BackupPart
from ui.screens.settings.data_part import DataPart
from ui.screens.settings.lock_part import LockPart
from ui.screens.settings.look_part import LookPart
from ui.screens.settings.page_part import PagePart
from ui.screens.settings.paper_part import PaperPart
from ui.screens.settings.passphrase_part import PassphrasePart
from ui.screens.settings.phone_page import FILE_NAME
from ui.screens.settings.presenter import SettingsPresenter
from ui.screens.settings.rules_part import RulesPart
from ui.screens.settings.state import SettingsState
from ui.screens.settings.strike_part import StrikePart
from ui.screens.settings.text_part import TextPart
from ui.screens.settings.trust_part import TrustPart
from ui.screens.settings.words_part import WordsPart
from ui.screens.settings.you_part import YouPart

WIDE = 720


class SettingsView(Screen):
    """The screen; `wished` tells a name of `ui.kit.wishes` and its value, `card_asked` wants the owner's card.

    `contacts_asked` wants Contacts, where trust is given and taken.
    """

    wished = Signal(str, str)
    words_asked = Signal()
    card_asked = Signal()
    contacts_asked = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._presenter = SettingsPresenter(desk, jobs, self)
        self._state = SettingsState()
        self._sections: dict[str, QWidget] = {}
        self._wanted: QWidget | None = None
        self._lines = column(margins=(24, 4, 24, 32))
        self._make_parts(desk, jobs)
        self._lay_out()
        self._build()
        self.begin_with(self.you.card)

    def _make_parts(self, desk: Any, jobs: Any) -> None:
        self.you, self.text, self.look, self.lock = YouPart(desk), TextPart(), LookPart(), LockPart(desk)
        self.backups, self.data = BackupPart(desk, jobs), DataPart(desk, jobs)
        self.passphrase, self.strike = PassphrasePart(desk, jobs), StrikePart(desk, jobs)
        self.words, self.rules = WordsPart(self._presenter.words.ask), RulesPart(self._presenter)
        self.trust = TrustPart(desk, jobs)
        self._paper, self._page = PaperPart(self._presenter.paper), PagePart()
        for wishing in (self.text, self.look, self.lock):
            wishing.wished.connect(self.wished)
        for part in (self.backups, self.data, self.passphrase, self.strike):
            part.said.connect(self.said)
            part.failed.connect(self.failed)
        self.you.card_asked.connect(self.card_asked)
        self.trust.contacts_asked.connect(self.contacts_asked)
        self.trust.failed.connect(self.failed)
        self._page.named.connect(self._presenter.page.name)
        self._page.wanted.connect(self._save_page)

    def _lay_out(self) -> None:
        locks = tr("When nobody touches the window for so long, and always with {keys}.", keys=cap("lock"))
        self._section("you", tr("You"), "", self.you)
        self._section("language", tr("Language and text"), "", self.text)
        self._section("look", tr("Look"), "", self.look)
        self._section("lock", tr("Locking"), locks, self.lock)
        self._section("backup", tr("Backups"), sections.about_backups(), self.backups)
        self._section("passphrase", tr("Passphrase"), sections.about_passphrase(), self.passphrase)
        self._section("words", tr("Twelve words"), sections.about_words(), self.words)
        self._section("trust", tr("Trusted signers"), sections.about_trust(), self.trust)
        self._section("rules", tr("Rule packs"), sections.about_rules(), self.rules)
        self._section("strike", tr("Strikes"), sections.about_strikes(), self.strike)
        self._section("paper", tr("Paper"), sections.about_paper(), self._paper)
        self._section("page", tr("Page for phones"), sections.about_page(), self._page)
        self._section("data", tr("Data"), sections.about_data(), self.data)

    def _section(self, key: str, title: str, text: str, part: QWidget) -> None:
        heading = label(title, "section")
        self._sections[key] = heading
        self._lines.addSpacing(16)
        self._lines.addWidget(heading)
        if text:
            self._lines.addSpacing(4)
            self._lines.addWidget(label(text, "body", "text2", wrap=True))
        self._lines.addSpacing(10)
        self._lines.addWidget(part)
        self._lines.addSpacing(12)

    def _build(self) -> None:
        inside = QWidget()
        hold(inside, most_wide=WIDE + 48)
        self._lines.addStretch(1)
        inside.setLayout(self._lines)
        beside = QWidget()
        line = row(inside, None, gap=0)
        line.setStretch(0, 1)  # as wide as it may be, and what the window has beyond that stays empty
        line.setStretch(1, 0)
        beside.setLayout(line)
        self._scroll = Scroll(beside)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_view)
        self._scroll.verticalScrollBar().actionTriggered.connect(self._scrolled)
        self._working = Working()
        whole = column(Header(tr("Settings")), self._working, self._scroll)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def may_make_words(self) -> None:
        """The passphrase was right: the page of the words is next."""
        self.words.close_form()
        self.words_asked.emit()

    def words_refused(self, words: str) -> None:
        """Say why no words are made."""
        self.words.refused(words)

    def _save_page(self, cards: bool, status: bool) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, tr("Save the page"), FILE_NAME, "*.html")
        if path:
            self._presenter.page.save(Path(path), with_confirmed=cards, with_status=status)

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()
        for part in (self.you, self.lock, self.backups, self.trust, self.strike, self.data):
            part.refresh()

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
        self.rules.show_rules(state)
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

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.emit(words)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)
