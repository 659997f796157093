"""More contrast: from the system, from Settings, in what delegates paint, and on the locked page after a restart."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from ui.kit.look.badges import badge_high, badge_width, paint_badge
from ui.kit.look.paint import row_ground
from ui.kit.look.theme import Scheme, edge, theme, tint
from ui.kit.look.tokens import DARK, LIGHT, more_contrast
from ui.window_place import keep_sight, put_back_sight

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
MORE, NONE = Qt.ContrastPreference.HighContrast, Qt.ContrastPreference.NoPreference


class Hints(QObject):
    """What the system asks for, as Qt tells it."""

    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815 - Qt's name
    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815 - Qt's name
    asked = NONE

    def accessibility(self):
        return self

    def contrastPreference(self):  # noqa: N802 - Qt's name
        return self.asked

    def colorScheme(self):  # noqa: N802 - Qt's name
        return Qt.ColorScheme.Light

    def ask(self, wanted):
        self.asked = wanted
        self.contrastPreferenceChanged.emit(wanted)


@pytest.fixture
def system(dressed, monkeypatch):
    """A system that can be told to ask for more contrast; the theme hears it as it hears the real one."""
    hints = Hints()
    monkeypatch.setattr("ui.kit.look.theme.QGuiApplication", SimpleNamespace(styleHints=lambda: hints))
    theme().choose(Scheme.LIGHT)
    theme().listen()
    yield hints
    hints.ask(NONE)
    monkeypatch.undo()
    theme().choose_contrast(wanted=False)
    theme().choose(Scheme.LIGHT)


def test_the_system_is_followed_while_the_window_is_open(system, window, qtbot):
    window.shell.go("settings")
    look = window.shell.page_of("settings").look
    assert (look.contrast.isChecked(), look.contrast.isEnabled()) == (False, True)
    system.ask(MORE)
    assert theme().tokens == more_contrast(LIGHT)
    assert (look.contrast.isChecked(), look.contrast.isEnabled()) == (True, False)
    theme().choose(Scheme.DARK)
    assert theme().tokens == more_contrast(DARK)
    system.ask(NONE)
    assert theme().tokens == DARK
    assert (look.contrast.isChecked(), look.contrast.isEnabled()) == (False, True)


def test_where_the_system_says_nothing_settings_have_it(active, qtbot):
    active.shell.go("settings")
    tick = active.shell.page_of("settings").look.contrast
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert theme().tokens == more_contrast(LIGHT)
    assert QApplication.palette().color(QPalette.ColorRole.Highlight) == tint("accent")
    active.enter(active.office, "settings")
    tick = active.shell.page_of("settings").look.contrast
    assert (theme().tokens.strong, tick.isChecked()) == (True, True)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    active.enter(active.office, "settings")
    assert theme().tokens == LIGHT


def test_the_menus_have_it_and_show_what_is_in_use(active):
    entries = {one.text(): one for one in active.shell.doings.wishes}
    entries["More contrast"].trigger()
    assert (theme().tokens, active.office.registry.settings.get("contrast")) == (more_contrast(LIGHT), "more")
    active.wish("theme", "dark")
    assert (entries["Dark"].isChecked(), entries["Light"].isChecked()) == (True, False)
    active.wish("contrast", "usual")
    assert not entries["More contrast"].isChecked()
    assert "More contrast" in {one.words for one in active.shell.doings.offers()}


def test_a_registry_that_never_said_so_leaves_it_as_it_is(window):
    theme().choose_contrast(wanted=True)
    window.enter(window.office)
    assert theme().tokens.strong
    theme().choose_contrast(wanted=False)


def test_the_locked_page_has_it_after_a_restart(dressed, own_place):
    theme().choose_contrast(wanted=True)
    keep_sight()
    theme().choose_contrast(wanted=False)
    put_back_sight()
    assert theme().tokens.strong
    theme().choose_contrast(wanted=False)
    keep_sight()
    put_back_sight()
    assert not theme().tokens.strong


def painted(wide, high, paint):
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(tint("surface"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def test_a_badge_and_a_chosen_row_have_edges_only_then(dressed):
    words = "Withdrawn"
    middle = badge_width(words) // 2

    def top_of_badge():
        made = painted(badge_width(words), badge_high(), lambda to: paint_badge(to, QPointF(0, 0), "withdrawn", words))
        return made.pixelColor(middle, 0)

    def corner_of_row():
        made = painted(200, 36, lambda to: row_ground(to, QRect(0, 0, 200, 36), on=True))
        return made.pixelColor(199, 0), made.pixelColor(100, 35)

    theme().choose(Scheme.LIGHT)
    assert (edge("red"), top_of_badge()) == (None, tint("red_soft"))
    assert corner_of_row() == (tint("select"), tint("hairline"))
    theme().choose_contrast(wanted=True)
    assert (edge("red"), top_of_badge()) == (tint("red"), tint("red"))
    assert corner_of_row() == (tint("accent"), tint("accent"))
    theme().choose_contrast(wanted=False)
