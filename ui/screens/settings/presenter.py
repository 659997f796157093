"""Settings: rule packs and whether they refuse, papers, the page, the twelve words. Plain Python.

Sections that know each other least have a presenter of their own: backups, strikes, the passphrase, the registry.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from likeness.acts.rules.choose_rules import choose_rules, packs_on, rules_refuse
from likeness.licence.rules import pack as shelf_pack
from likeness.licence.rules.shelf import pack_ids, the_pack
from likeness.paper.wording import word
from likeness.paper.words import rule_words
from likeness.values.clock import Clock
from ui.kit.figures import day_text
from ui.kit.words import language, tr, tr_n
from ui.screens.settings.papering import Papering
from ui.screens.settings.phone_page import PhonePaging
from ui.screens.settings.state import Pack, SettingsState
from ui.screens.settings.word_making import WordMaking


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    owner: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: SettingsState) -> None: ...
    def tell(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...
    def hosted(self, wrong: str) -> None: ...
    def working(self, words: str) -> None: ...
    def ask_passphrase(self, file: str) -> None: ...
    def may_make_words(self) -> None: ...
    def words_refused(self, words: str) -> None: ...
    def paper_wrong(self, field: str, words: str) -> None: ...


class SettingsPresenter:
    """Keeps the state and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = SettingsState()
        self.page = PhonePaging(desk, jobs, view)
        self.words = WordMaking(desk, jobs, view)
        self.paper = Papering(desk, jobs, view, lambda wishes: self._show(paper=wishes))

    def refresh(self) -> None:
        """Read everything again."""
        registry, lang = self._desk.registry, language()
        on = packs_on(registry)
        self._show(
            packs=tuple(_pack(the_pack(name), lang, on=name in on) for name in pack_ids()),
            refuse=rules_refuse(registry),
            words=self.words.read(),
            page=self.page.read(),
        )
        self.paper.read()

    def switch(self, pack: str, *, on: bool) -> None:
        """Switch a rule pack on or off."""
        self._do(lambda: self._desk.do(choose_rules, on=[pack] if on else [], off=[] if on else [pack]), "")

    def let_refuse(self, *, refuse: bool) -> None:
        """Let serious rules refuse a signature, or only warn."""
        self._do(lambda: self._desk.do(choose_rules, refuse=refuse), "")

    def _do(self, work: Any, words: str) -> None:
        def done(_outcome: Any) -> None:
            self.refresh()
            if words:
                self._view.tell(words)

        def failed(why: Exception) -> None:
            self.refresh()
            self._view.fail(why)

        self._jobs.submit("write", self._view, lambda _job: work(), done, failed)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)


def _pack(pack: shelf_pack.Pack, lang: str, *, on: bool) -> Pack:
    kind = word(lang, "rule-status", pack.status)
    since = kind if pack.first is None else tr("{what}, from {day}", what=kind, day=day_text(pack.first, lang))
    return Pack(
        id=pack.id,
        on=on,
        fixed=pack.always,
        title=rule_words.in_language(lang, pack.title),
        status=since[:1].upper() + since[1:],
        source=rule_words.pack_source(lang, pack),
        rules=tr_n("{n} rule", "{n} rules", n=len(pack.rules)),
    )
