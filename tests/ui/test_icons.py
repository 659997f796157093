import ast

import pytest
from PySide6.QtGui import QColor

from tests.fakes.shared import CHECKOUT
from ui.kit.look.badges import LOOKS
from ui.kit.look.icons import art, pixmap
from ui.screens.doubles.reading import FACES
from ui.screens.verify.state import LOOKS as ANSWERS

SHELF = CHECKOUT / "resources"
ICONS = sorted(path.stem for path in (SHELF / "icons").glob("*.svg"))


def words_in_the_window():
    for path in (CHECKOUT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_only_icons_that_are_used_are_shipped():
    assert set(ICONS) <= set(words_in_the_window())
    assert (SHELF / "icons" / "LICENSE.txt").read_text("utf-8").startswith("ISC License")


def test_every_state_answer_and_kind_has_its_icon_and_drawing(dressed):
    wanted = {icon for icon, _hue in (*LOOKS.values(), *ANSWERS.values(), *FACES.values())} - {""}
    assert wanted - {name for _icon, name in FACES.values()} <= set(ICONS) | {name for name, _hue in FACES.values()}
    for icon in {icon for icon, _art in FACES.values()} | {icon for icon, _hue in LOOKS.values()}:
        assert icon in ICONS
    for _icon, drawing in FACES.values():
        assert not art(drawing, 40, 40, QColor("#4842B4")).isNull()


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_draws_in_the_colour_asked_for(dressed, name):
    picture = pixmap(name, 24, QColor("#BF2D25"), 2.0).toImage()
    assert picture.width() == 48
    seen = {
        picture.pixelColor(x, y).name() for x in range(48) for y in range(48) if picture.pixelColor(x, y).alpha() > 250
    }
    assert seen
    assert all(QColor(colour).red() > QColor(colour).green() for colour in seen)
