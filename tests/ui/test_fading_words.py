"""Changed words of a licence are lit, and their light fades."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.fakes.moved import LONG, end
from ui.kit.look.theme import tint
from ui.kit.parts.prose import Prose


@pytest.fixture
def prose(around):
    made = Prose()
    made.setParent(around)
    made.resize(300, 60)
    around.show()
    made.show()
    return made


BEFORE = (("They pay you ", ""), ("€7,000", "fact"), (".", ""))

AFTER = (("They pay you ", ""), ("€8,000 𝄞", "new"), (".", ""))

KEPT = (("They pay you ", ""), ("€8,000 𝄞", "fact"), (".", ""))


def lit(prose):
    return [(one.cursor.selectedText(), one.format.background().color().alphaF()) for one in prose.extraSelections()]


def test_changed_words_fade_and_stay_where_the_draft_is_kept_meanwhile(moving, prose, qtbot, monkeypatch):
    monkeypatch.setattr("ui.kit.parts.prose.NEW_WORDS", LONG)
    prose.set_runs(BEFORE)
    assert lit(prose) == []
    prose.set_runs(AFTER)
    assert [words for words, _glow in lit(prose)] == ["€8,000 𝄞"]
    qtbot.waitUntil(lambda: lit(prose)[0][1] < 1, timeout=2000)
    prose.set_runs(KEPT)
    glow = prose.glow
    assert 0 < glow < 1
    qtbot.waitUntil(lambda: prose.glow < glow, timeout=2000)
    end(prose._fading)
    assert lit(prose) == []


def test_words_that_change_back_are_lit_no_more(moving, prose):
    prose.set_runs(BEFORE)
    prose.set_runs(AFTER)
    prose.set_runs(BEFORE)
    assert (lit(prose), prose._fading.under_way) == ([], False)


def test_without_motion_changed_words_have_their_ground_whole_until_they_are_drawn_again(prose):
    prose.set_runs(BEFORE)
    prose.set_runs(AFTER)
    cursor = prose.textCursor()
    cursor.setPosition(len("They pay you ") + 1)
    assert cursor.charFormat().background().color() == tint("accent_soft")
    assert lit(prose) == []
    prose.set_runs(KEPT)
    cursor.setPosition(len("They pay you ") + 1)
    assert cursor.charFormat().background().style() is Qt.BrushStyle.NoBrush
