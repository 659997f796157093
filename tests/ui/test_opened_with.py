"""The window opened with licences, as a double click does: they are checked once it is unlocked, and only once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from likeness.acts.licences.draft_licence import the_licence
from likeness.acts.licences.export_licence import bundle_of
from seeds.demo import PASSPHRASE
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def opened(demo_window, tmp_path):
    office = demo_window.open_office(PASSPHRASE)
    file = tmp_path / "2025-0002.likeness"
    file.write_bytes(bundle_of(office.desk, the_licence(office.desk, "2025-0002")).data)
    demo_window._files = (file,)
    demo_window.enter(office)
    demo_window.show()
    settle(demo_window)
    return demo_window


def test_the_answer_is_what_is_seen_first(opened):
    assert opened.shell.here == "verify"
    answer = opened.shell.page_of("verify")._answer
    assert answer.isVisible()
    assert any("2025-0002" in label.text() for label in answer.findChildren(QLabel))


def test_after_a_lock_it_opens_as_it_always_does(opened):
    opened.lock()
    opened.enter(opened.open_office(PASSPHRASE))
    settle(opened)
    assert opened.shell.here == "overview"
