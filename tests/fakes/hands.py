"""What hands do in a window: find a button by its words, an entry of a menu, a dialog, and type the passphrase."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from shiboken6 import isValid

from likeness.licence.statements import open_any
from likeness.seal.canonical import split_sequence
from tests.fakes.offices import PASSPHRASE
from ui.kit.fields.pass_field import PassField


def kinds(path):
    """Return the kinds of the statements in a file, in order."""
    return [type(open_any(part).says).__name__.lower() for part in split_sequence(path.read_bytes())]


def gone(widget):
    """Tell whether a dialog was closed: then it is no more."""
    return not isValid(widget)


def dialog(view, kind=QDialog):
    """Return the dialog that is open."""
    return next(one for one in view.findChildren(kind) if one.isVisible())


def button(root, words):
    """Return the one visible button with these words; what was just drawn is to be seen after the next turn."""
    QApplication.processEvents()
    (found,) = [one for one in root.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    return found


def entry(menu, words):
    """Return the one visible entry of a menu."""
    (found,) = [one for one in menu.actions() if one.text() == words and one.isVisible()]
    return found


def agree(view, words, passphrase=PASSPHRASE):
    """Type the passphrase where one is asked for, and press the button with these words."""
    form = dialog(view)
    for field in form.findChildren(PassField):
        field.setText(passphrase)
    button(form, words).click()


def let_days_go(window, clock, days):
    """Let so many days go by for the registry, with somebody at the window: it does not lock itself."""
    clock.forward(days=days)
    window._idle.touch()


def at_rest(view, jobs):
    """Let a screen ask nothing more, as the window does before it closes a registry."""
    jobs.close()
    for timer in view.findChildren(QTimer):
        timer.stop()


def laid_out(qtbot, window):
    """Wait until the navigation has its width, what stands beside it has its own, and nothing is read any more."""
    shell = window.shell
    qtbot.waitUntil(lambda: shell._navigation.width() + shell._stack.width() == window.width())
    qtbot.waitUntil(lambda: not window.jobs.busy)
    qtbot.wait(20)
