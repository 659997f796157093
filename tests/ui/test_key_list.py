"""One list of keys: what is bound, what Ctrl K shows and what Help says are read from it and cannot differ."""

import ast
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from likeness.paper.letters.letter import NOTICE
from tests.fakes.shared import CHECKOUT
from ui.kit.keys import KEYS, cap, caps, key_words
from ui.kit.parts.marks import KeyCap
from ui.kit.shortcuts import Bound, bound
from ui.kit.words import choose_language
from ui.screens.help.view import HelpDialog
from ui.screens.letters.view import LetterDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PLACES = ("overview", "doubles", "licences", "uses", "earnings", "verify", "contacts", "settings")
A_KEY = re.compile(r"\bCtrl [A-Z0-9,]|  [A-Z]$|^(F\d+|Esc)$")
SAID = "Take a picture of the code another way, then open it or paste it with Ctrl V."  # no control stands beside it


def sources():
    return [path for path in sorted((CHECKOUT / "ui").rglob("*.py")) if path.name not in ("keys.py", "shortcuts.py")]


def docstrings(tree):
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return {id(node.body[0].value) for node in ast.walk(tree)
            if isinstance(node, kinds) and node.body and isinstance(node.body[0], ast.Expr)}  # fmt: skip


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_no_key_is_bound_or_written_down_anywhere_else(path):
    text = path.read_text("utf-8")
    assert "QShortcut" not in text
    assert "QKeySequence" not in text
    tree = ast.parse(text)
    told = docstrings(tree)
    written = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
               and id(node) not in told and A_KEY.search(node.value) and node.value not in (SAID, "Esc")]  # fmt: skip
    assert written == []


def test_every_key_is_one_and_has_words():
    for code, keys in KEYS.items():
        assert code.startswith("go-") or key_words(code), code
        for one in keys:
            assert QKeySequence(one).toString(QKeySequence.SequenceFormat.PortableText) == one
    assert caps("help") == ("F1", "?")
    assert (cap("zoom-in"), cap("go-on"), cap("add-double")) == ("Ctrl +", "Ctrl Enter", "Ctrl Shift N")


def codes_of(window):
    """Return every code that is bound in the window, each screen, the wizard and the import opened once."""
    shell, codes = window.shell, set(bound(window.shell, below=False))
    for place in PLACES:
        shell.go(place)
        codes |= set(bound(shell.front))
    shell.open_import()
    codes |= set(bound(shell.front))
    shell.open_wizard("2026-0002")
    return codes | set(bound(shell.front))


def test_every_key_of_the_list_is_bound_and_no_other(window, qtbot):
    uses = window.office.registry.uses
    outside = uses.page(uses.find(verdicts=["OUT_OF_SCOPE"], most=1))[0].use.id
    window.shell.page_of("uses").letter.emit(NOTICE, outside)
    qtbot.waitUntil(lambda: window.findChildren(LetterDialog) != [], timeout=20_000)
    letter = window.findChild(LetterDialog)
    of_letters = set(bound(letter))
    letter.reject()
    assert codes_of(window) | of_letters == set(KEYS)
    assert not of_letters & codes_of(window)
    for key in window.findChildren(Bound):
        keys = key.key().toString(QKeySequence.SequenceFormat.PortableText)
        assert keys in KEYS[key.code]


def said(dialog):
    """Return the rows of Help as (words, its key caps)."""
    return {tuple(one.accessibleName().rsplit(": ", 1)) for one in dialog.findChildren(QLabel) if one.accessibleName()}


@pytest.mark.parametrize("place", PLACES)
def test_help_says_the_keys_that_are_bound(window, qtbot, place):
    window.shell.go(place)
    window.shell.doings.help()
    (dialog,) = window.findChildren(HelpDialog)
    lines = said(dialog)
    for key in (*window.shell.front.findChildren(Bound), *window.shell.findChildren(
        Bound, options=Qt.FindChildOption.FindDirectChildrenOnly)):  # fmt: skip
        name = next((one.words for one in window.shell._places if key.code == f"go-{one.key}"), key_words(key.code))
        assert (name.rstrip("…"), ", ".join(caps(key.code))) in lines
    fixed = 3  # move, first and last, next control
    everything = bound(window.shell.front) + bound(window.shell, below=False)
    assert len(lines) == len({(key_words(one) or one, caps(one)) for one in everything}) + fixed
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert words.count("no legal advice") == 1
    assert str(window._path.parent) in words
    dialog.reject()


@pytest.mark.parametrize("place", PLACES)
def test_ctrl_k_shows_the_key_that_is_bound(window, qtbot, place):
    window.shell.go(place)
    for offer in window.shell.doings.offers():
        code = offer.code.removeprefix("here-")
        if offer.keys:
            assert offer.keys == cap(code)
            keys = [one for one in window.shell.findChildren(Bound) if one.code == code]
            assert {one.key().toString(QKeySequence.SequenceFormat.PortableText) for one in keys} == set(KEYS[code])


@pytest.mark.parametrize(("key", "how"), [
    (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Question, Qt.KeyboardModifier.NoModifier)
])  # fmt: skip
def test_f1_and_a_question_mark_open_help_and_the_focus_comes_back(window, qtbot, key, how):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = QApplication.focusWidget()
    qtbot.keyClick(before, key, how)
    (dialog,) = [one for one in window.findChildren(HelpDialog) if one.isVisible()]
    assert dialog.height() <= window.height()
    dialog.reject()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_a_question_mark_in_a_field_is_only_one(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    search = window.shell.page_of("licences")._search
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Question)
    assert search.text() == "?"
    assert window.findChildren(HelpDialog) == []


def test_help_is_one_press_away_at_the_foot_and_in_the_menu(window, qtbot):
    qtbot.mouseClick(window.shell._navigation._help, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(HelpDialog)
    assert dialog.isVisible()
    dialog.reject()
    entries = [one.text() for one in window.shell.doings._menu.actions()]
    assert entries[:2] == ["Find or do anything  Ctrl K", "Help  F1"]


def test_in_french_help_shows_every_cap(window, qtbot):
    window.wish("language", "fr")
    window.shell.doings.help()
    (dialog,) = window.findChildren(HelpDialog)
    assert len(dialog.findChildren(KeyCap)) >= len(bound(window.shell, below=False))
    assert "aucun conseil juridique" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    dialog.reject()
    choose_language("en")
