"""A paragraph that is read: where whoever comes by key begins."""

from ui.kit.prose import Prose


def test_reading_begins_at_the_beginning(dressed, qtbot):
    words = Prose()
    qtbot.addWidget(words)
    for told in ("Make new material", "Show the finished work"):
        words.set_text(told)
        assert words.textCursor().position() == 0
