"""The Verify screen with real widgets: keys, clipboard, drop, list and answer, the planned use, the camera's code."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLabel

from likeness.acts.checking.take_in import take_in
from likeness.acts.keys.hand_out import hand_out
from likeness.acts.keys.trust_book import confirm_card, make_status_list
from likeness.acts.licences.draft_licence import draft_licence, the_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms_read import terms_from
from likeness.paper.qr.qr_image import make_qr
from likeness.paper.qr.qr_payload import qr_text
from tests.fakes.licences import accepted, terms_document
from tests.fakes.offices import PASSPHRASE, an_office
from tests.ui.test_window import nameless
from ui.app import Window
from ui.kit.asking.card_question import CardQuestion
from ui.kit.words import choose_language
from ui.screens.verify.view import ANSWER, LIST, START

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints",
    "No RHI backend",
    "Couldn't (load|resolve)",  # the last: whoever loads Qt's camera first
)
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def verify(window, qtbot):
    """The Verify screen of Liora's window, active."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.shell.go("verify")
    return window.shell.page_of("verify")


@pytest.fixture
def papers(registry):
    _office, folder, _clock = registry
    return {path.suffix: path for path in (folder / "back").iterdir()}


def shown(verify, qtbot, page):
    qtbot.waitUntil(lambda: verify._stack.currentIndex() == page, timeout=30_000)


def texts(widget):
    return [part.text() for part in widget.findChildren(QLabel) if part.isVisible()]


def press(verify, qtbot, key, how=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or verify, key, how)


def drop(on, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    on.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_the_answer_has_numbered_steps_and_always_both_lists(verify, qtbot, papers):
    verify.check_paths((papers[".pdf"],))
    shown(verify, qtbot, ANSWER)
    said = texts(verify._answer)
    for words in ("Valid, and you trust who signed it", "You may rely on", "This does not tell you", "Term by term"):
        assert words in said
    assert [number for number in said if number.isdigit()][:10] == [str(number) for number in range(1, 11)]
    assert verify._plan.isVisible()
    assert verify.isActiveWindow(), "a part of the page opened as a window of its own"
    assert not any(len(words.split()) == 6 and words.replace(" ", "").isdigit() for words in said)
    details = next(b for b in verify._answer.findChildren(QAbstractButton) if b.text() == "Details")
    details.click()
    assert any(len(w.split()) == 6 and w.replace(" ", "").isdigit() for w in texts(verify._answer))


def test_a_foreign_code_has_both_lists_too(verify, qtbot):
    QApplication.clipboard().setText("https://example.org/likeness")
    press(verify, qtbot, KEY.Key_V, CTRL)
    shown(verify, qtbot, ANSWER)
    said = texts(verify._answer)
    assert "It is the address of a web page. The page was not opened." in said
    assert {"You may rely on", "This does not tell you"} <= set(said)
    assert not verify._plan.isVisible()


def test_pasted_text_pictures_and_files(verify, qtbot, papers):
    clipboard = QApplication.clipboard()
    clipboard.setText(qr_text(papers[".likeness"].read_bytes()))
    press(verify, qtbot, KEY.Key_V, CTRL)
    shown(verify, qtbot, ANSWER)
    assert verify._state.shown.answer == "valid"
    qtbot.waitUntil(verify._answer.first.hasFocus)
    press(verify, qtbot, KEY.Key_Escape)
    shown(verify, qtbot, START)
    clipboard.setImage(QImage.fromData(make_qr(accepted()).png(4)))
    verify.paste()
    shown(verify, qtbot, ANSWER)
    assert verify._state.shown.answer == "unknown-signer"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(papers[".png"])), QUrl.fromLocalFile(str(papers[".pdf"]))])
    clipboard.setMimeData(data)
    verify.paste()
    shown(verify, qtbot, LIST)
    clipboard.clear()


def test_several_files_are_walked_by_keys(verify, qtbot, papers, tmp_path):
    note = tmp_path / "note.txt"
    note.write_text("geo:48.2,16.3")
    drop(verify, papers[".pdf"], note, papers[".likeness"])
    shown(verify, qtbot, LIST)
    qtbot.waitUntil(verify._list.feed.hasFocus)
    press(verify, qtbot, KEY.Key_Down)
    press(verify, qtbot, KEY.Key_Return)
    shown(verify, qtbot, ANSWER)
    assert "It is a place on a map. Nothing in it was opened." in texts(verify._answer)
    press(verify, qtbot, KEY.Key_Escape)
    shown(verify, qtbot, LIST)
    press(verify, qtbot, KEY.Key_Escape)
    shown(verify, qtbot, START)
    qtbot.waitUntil(lambda: len(verify._state.before) >= 2)


def test_a_planned_use_is_asked_in_the_form(verify, qtbot, papers):
    verify.check_paths((papers[".likeness"],))
    shown(verify, qtbot, ANSWER)
    form = verify._plan._form
    for box, code in (
        (form._change, "new-dialogue"), (form._purpose, "series"), (form._medium, "svod"), (form._place, "US"),
        (form._tongue, "fr"), (form._content, "none"),
    ):  # fmt: skip
        box.choose(code)
    form._day.setText("15 april 2026")
    form._day.editingFinished.emit()
    for field in form._counts.values():
        field.setValue(5)
    verify._plan._ask()
    qtbot.waitUntil(lambda: verify._state.planned is not None, timeout=20_000)
    assert verify._state.planned.verdict == "OUT_OF_SCOPE"
    assert verify._state.planned.open == ()
    qtbot.waitUntil(lambda: "Not allowed as planned" in texts(verify._plan))
    form._day.setText("the day after")
    form._day.editingFinished.emit()
    assert form.asked() is None
    assert all(isinstance(box, QComboBox) for box in (form._act, form._place))


def test_a_check_is_saved_where_the_person_says(verify, qtbot, papers, tmp_path, monkeypatch):
    path = tmp_path / "checked.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    verify.check_paths((papers[".likeness"],))
    shown(verify, qtbot, ANSWER)
    with qtbot.waitSignal(verify.said, timeout=30_000):
        verify._save()
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_code_before_the_camera_is_checked(verify, qtbot, papers):
    multimedia = pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)  # or a library of the system
    picture = QImage(1280, 720, QImage.Format.Format_Grayscale8)
    picture.fill(180)
    painter = QPainter(picture)
    painter.drawImage(400, 120, QImage(str(papers[".png"])).scaled(440, 440))
    painter.end()
    dialog = verify.use_camera()
    dialog.source.sink.setVideoFrame(multimedia.QVideoFrame(picture))
    shown(verify, qtbot, ANSWER)
    assert verify._state.shown.answer == "valid"
    assert verify._state.items[0].file == "Code from the camera"


def test_a_card_that_was_dropped_here_goes_to_the_contacts(window, verify, qtbot, tmp_path, registry):
    _office, _folder, clock = registry
    agent = an_office(tmp_path / "agent", "Halden Roe", "agent", clock)
    card = tmp_path / "halden.likeness"
    card.write_bytes(agent.registry.owner.get().card)
    agent.close()
    drop(window.shell, card)
    shown(verify, qtbot, ANSWER)
    assert verify._state.shown.other_statement
    verify._answer.first.click()
    assert window.shell.here == "contacts"
    contacts = window.shell.page_of("contacts")
    qtbot.waitUntil(lambda: dict(contacts._state.counts).get("unknown") == 1, timeout=20_000)


def test_a_signer_whose_card_waits_is_asked_about_and_the_answer_follows(window, verify, qtbot, tmp_path, registry):
    office, _folder, clock = registry
    other = an_office(tmp_path / "other", "Anselm Quarrie", clock=clock)
    anselm = {"id": "liora", "name": "Anselm Quarrie"}
    grantor = {"name": "Anselm Quarrie", "capacity": "performer"}
    other.do(draft_licence, terms_from(terms_document(performer=anselm, grantor=grantor)))
    other.do(sign_licence, "2026-0001")
    data = bundle_of(other.desk, the_licence(other.desk, "2026-0001")).data
    office.do(take_in, other.registry.owner.get().card)
    other.close()
    verify._presenter.check_text(qr_text(data))
    shown(verify, qtbot, ANSWER)
    assert verify._state.shown.answer == "unknown-signer"
    verify._answer.first.click()
    contacts = window.shell.page_of("contacts")
    qtbot.waitUntil(lambda: bool(contacts.findChildren(CardQuestion)), timeout=20_000)
    next(one for one in contacts.findChildren(CardQuestion) if one.isVisible()).yes.click()
    qtbot.waitUntil(lambda: dict(contacts._state.counts).get("confirmed") == 1, timeout=20_000)
    window.shell.go("verify")
    qtbot.waitUntil(lambda: verify._state.shown is not None and verify._state.shown.answer == "not-accepted",
                    timeout=20_000)  # fmt: skip


def test_an_old_list_is_made_good_by_a_newer_one(dressed, qtbot, tmp_path, registry, monkeypatch):
    office, folder, clock = registry
    agent = an_office(tmp_path / "agent", "Halden Roe", "agent", clock)
    agent.do(confirm_card, office.registry.owner.get().card)
    agent.close()
    newer = tmp_path / "list.likeness"
    hand_out(office.do(make_status_list).value.data, newer)
    window = Window(tmp_path / "agent" / "halden.registry", clock=clock)
    qtbot.addWidget(window)
    window.enter(window.open_office(PASSPHRASE))
    window.show()
    verify = window.shell.page_of("verify")
    verify.check_paths((next((folder / "back").glob("*.likeness")),))
    shown(verify, qtbot, ANSWER)
    assert verify._state.shown.answer == "status-old"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(newer), ""))
    verify._answer.first.click()
    qtbot.waitUntil(lambda: window.office.registry.trust.lists() != [], timeout=20_000)
    qtbot.wait(50)
    window.shell.go("verify")
    qtbot.waitUntil(lambda: verify._state.shown is not None and verify._state.shown.answer == "valid", timeout=20_000)
    assert any("was good until" in words or "good until" in words for _result, words in verify._state.shown.steps)
    window.jobs.rest()
    window.close()


def test_every_control_has_a_name(verify, qtbot, papers):
    verify.check_paths((papers[".pdf"],))
    shown(verify, qtbot, ANSWER)
    assert list(nameless(verify)) == []
    verify.check_paths((papers[".pdf"], papers[".png"]))
    shown(verify, qtbot, LIST)
    assert list(nameless(verify)) == []
    dialog = verify.use_camera()
    assert list(nameless(dialog)) == []
    dialog.reject()


def test_in_french(window, verify, qtbot, papers):
    window.wish("language", "fr")
    french = window.shell.page_of("verify")
    french.check_paths((papers[".likeness"],))
    shown(french, qtbot, ANSWER)
    assert {"Vous pouvez vous fier à", "Ceci ne dit pas", "Condition par condition"} <= set(texts(french._answer))
    choose_language("en")
