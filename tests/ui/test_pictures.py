"""The controls of the kit on one sheet, beside stored pictures: see tests/fakes/album.py."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from likeness.paper.words.compare import Comparison
from tests.fakes import album
from tests.fakes.album import unlike
from ui.kit.lists.comparison import ComparisonTable
from ui.kit.look.badges import LOOKS, Badge, state_word
from ui.kit.look.theme import Scheme, theme
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import caps, column, row
from ui.kit.parts.marks import Disc, Drawing, Initials, KeyCap, Meter
from ui.kit.parts.notes import Note
from ui.kit.parts.prose import Prose
from ui.kit.parts.round_frame import RoundFrame
from ui.kit.parts.ticks import Chip, Option, Radio
from ui.kit.words import choose_language

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
RUNS = (("Tidewrack may use your ", ""), ("speaking voice", "fact"), (" ", ""), ("with no end", "risk"), (".", ""))
COMPARED = (
    Comparison("purpose", "For", "Series", "Trailer or promo", "broken"),
    Comparison("territory", "Where", "European Union and United Kingdom", "France", "kept"),
    Comparison("limit", "Count", "40 lines", "Not stated", "missing"),
)


def ticked(tick):
    tick.setChecked(True)
    return tick


def sheet():  # one list of everything reads best as it stands
    """Every control of the kit on one sheet."""
    page = QWidget()
    page.setProperty("ground", "surface")
    page.setFixedSize(680, 720)
    initials, meter, prose, table = Initials(30), Meter("Used"), Prose(), ComparisonTable()
    initials.set_name("Liora Vantreight")
    meter.set_share(0.62)
    prose.set_runs(RUNS)
    page.setLayout(
        column(
            row(Button("New licence", "plus", "main"), Button("Save"), Button("Cancel", look="quiet"),
                Button("Withdraw…", "ban", "danger"), Button("Open", look="link"), KeyCap("Ctrl K"), None),
            row(*(Badge(state) for state in LOOKS if state.islower()), None, gap=4),
            row(*(ticked(Chip(state_word(state), LOOKS[state][0])) for state in LOOKS if state.isupper()), None),
            row(ticked(Option("a", "New dialogue")), Option("b", "Dubbing"),
                ticked(Option("c", "Every medium", risky=True)), ticked(Radio("Yes")), None),
            Note("red", "circle-x", "Out of scope", "It goes beyond 4 of the terms you both signed."),
            Note("amber", "triangle-alert", "No end date", "It lasts for ever.", Button("Set 1 year", small=True),
                 size="body-strong"),
            prose, meter, caps("In plain words"), RoundFrame(table, "surface"),
            row(initials, Disc("shield-check"), Drawing("face", 120, 120), label("14 of 1,284"), None),
            None,
            gap=12, margins=(20, 20, 20, 20),
        )
    )  # fmt: skip
    table.show_rows(COMPARED)
    return page


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK], ids=["light", "dark"])
def test_the_controls_look_as_they_were_drawn(dressed, qtbot, scheme):
    choose_language("en")
    theme().choose(scheme)
    page = sheet()
    qtbot.addWidget(page)
    page.show()
    qtbot.wait(50)
    wrong = unlike(page, f"controls-{scheme.value}")
    theme().choose(Scheme.LIGHT)
    assert not wrong


def test_a_picture_that_changed_is_told_and_shown(dressed, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(album, "STORED", tmp_path / "stored")
    monkeypatch.setattr(album, "FAILED", tmp_path / "failed")
    page = QWidget()
    qtbot.addWidget(page)
    page.setFixedSize(100, 100)
    monkeypatch.delenv("LIKENESS_REDRAW", raising=False)
    assert "nothing is stored" in unlike(page, "page")
    monkeypatch.setenv("LIKENESS_REDRAW", "1")
    assert unlike(page, "page") == ""
    monkeypatch.delenv("LIKENESS_REDRAW")
    mark = QLabel(page)
    mark.setStyleSheet("background: #c00000")
    mark.setGeometry(10, 10, 7, 7)  # 49 of 10,000 pixels
    assert unlike(page, "page") == ""
    mark.setGeometry(10, 10, 8, 8)
    assert "0.64 %" in unlike(page, "page")
    assert {path.name for path in (tmp_path / "failed").iterdir()} == {"page.png", "page-apart.png"}
    page.setFixedSize(100, 101)
    assert "drawn as 100 x 101, stored as 100 x 100" in unlike(page, "page")
