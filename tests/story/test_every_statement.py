"""Every kind of statement, by every way it can come: the table of the promise that nothing needs a particular road.

Each is issued on the command line of whoever says it (`tests/fakes/sent.py`); how each is issued in the window stands
in `tests/ui/test_statements_issued.py`. A drop has no meaning on a command line; the camera has its own test.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from likeness.acts.checking.take_in import take_in
from likeness.office import Office
from likeness.paper.qr.qr_image import make_qr
from likeness.paper.qr.qr_payload import qr_text
from likeness.values.chance import SystemChance
from likeness.values.clock import SystemClock
from tests.fakes.hands import at_rest
from tests.fakes.lines import PASSPHRASE, QuietLine
from tests.fakes.sent import CONTACTS, SENT, Post
from ui.app import dress
from ui.kit.background.jobs import Jobs
from ui.kit.words import choose_language
from ui.screens.contacts.view import ContactsView
from ui.screens.licences.view import LicencesView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SCREENS = {CONTACTS: ContactsView}
CALLED = {"amendment": "licence"}  # a licence that names the one it replaces
DROP = (Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


@pytest.fixture(scope="module")
def post(tmp_path_factory):
    """What was sent, by kind: made once, and only what a test asks for."""
    made = {}

    def ask(kind):
        if kind not in made:
            made[kind] = SENT[kind](Post(tmp_path_factory.mktemp(kind)))
        return made[kind]

    return ask


@pytest.fixture
def arrived(post, tmp_path, request):
    """What was sent, and a copy of the registry that has not taken it in yet."""
    sent = post(request.getfixturevalue("kind"))
    for file in sent.to.parent.glob(f"{sent.to.stem}.registry*"):
        shutil.copy(file, tmp_path)
    return sent, tmp_path / sent.to.name


def picture(sent, folder: Path) -> Path:
    code = make_qr(sent.file.read_bytes())
    assert code is not None
    (folder / "code.png").write_bytes(code.png())
    return folder / "code.png"


@pytest.mark.parametrize("way", ["file", "paste", "picture"])
@pytest.mark.parametrize("kind", SENT)
def test_taken_in_on_the_command_line(arrived, tmp_path, kind, way):
    sent, registry = arrived
    line, words = QuietLine(registry), ("trust", "take")
    if way == "paste":
        text = qr_text(sent.file.read_bytes())
        pasted = "\r\n".join(text[start : start + 70] for start in range(0, len(text), 70)).encode()
        filed = line.asks(*words, "-", pasted=pasted)["filed"]
    else:
        filed = line.asks(*words, sent.file if way == "file" else picture(sent, tmp_path))["filed"]
    assert (filed[-1]["kind"], filed[-1]["new"]) == (CALLED.get(kind, kind), True)
    assert [one["new"] for one in line.asks(*words, sent.file)["filed"]] == [False] * len(filed)


@pytest.fixture(scope="session")
def dressed(qapp):
    ring = dress(qapp)
    yield qapp
    ring.deleteLater()


@pytest.fixture
def screen(dressed, arrived, qtbot):
    """The real screen on that registry: (screen, what it said, what failed, the registry, what was sent)."""
    choose_language("en")
    sent, registry = arrived
    office = Office.open(registry, passphrase=PASSPHRASE, clock=SystemClock(), chance=SystemChance())
    jobs = Jobs()
    view = SCREENS.get(sent.screen, LicencesView)(office, jobs)
    said: list[str] = []
    failed: list[Exception] = []
    view.said.connect(said.append)
    view.failed.connect(failed.append)
    qtbot.addWidget(view)
    view.show()
    view.refresh()
    yield view, said, failed, office, sent
    at_rest(view, jobs)
    office.close()


def by_file(view, monkeypatch, file):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    view.ways.actions()[0].trigger()


def by_drop(view, file):
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file))])
    over = QDragEnterEvent(QPoint(400, 300), DROP[0], held, *DROP[1:])
    QApplication.sendEvent(view, over)
    assert over.isAccepted()
    QApplication.sendEvent(view, QDropEvent(QPointF(400, 300), DROP[0], held, *DROP[1:]))


def by_key(view, qtbot):
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    qtbot.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("way", ["file", "drop", "paste", "picture", "pasted-picture"])
@pytest.mark.parametrize("kind", SENT)
def test_taken_in_in_the_window(screen, qtbot, monkeypatch, tmp_path, kind, way):
    view, said, failed, office, sent = screen
    data = sent.file.read_bytes()
    if way == "file":
        by_file(view, monkeypatch, sent.file)
    elif way == "picture":
        by_file(view, monkeypatch, picture(sent, tmp_path))
    elif way == "drop":
        by_drop(view, sent.file)
    elif way == "paste":
        QApplication.clipboard().setText(qr_text(data))
        by_key(view, qtbot)
    else:
        QApplication.clipboard().setImage(QImage(str(picture(sent, tmp_path))))
        by_key(view, qtbot)
    qtbot.waitUntil(lambda: bool(said or failed), timeout=20_000)
    for dialog in view.findChildren(QDialog):
        dialog.reject()
    assert failed == []
    assert "was here already" not in said[0]
    assert not any(one.changed for one in office.do(take_in, data).value)
