"""An amendment in the window: what it changes, term by term, is seen by both before they sign."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from likeness.acts.licences.end_licence import withdraw_licence
from likeness.office import Office
from tests.fakes.hands import at_rest, button, dialog, entry, let_days_go
from tests.fakes.offices import PASSPHRASE
from tests.fakes.seeded_chance import SeededChance
from ui.kit.lists.comparison import ComparisonTable
from ui.screens.licences.view import LicencesView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def amending(window, qtbot):
    """The wizard on an amendment of licence 2026-0001 that changes nothing yet; gives (wizard, sign)."""
    licences = window.shell.page_of("licences")
    licences.show_licence("2026-0001")
    entry(licences._pane._menu, "Amend…").trigger()
    qtbot.waitUntil(lambda: window.shell._wizard is not None, timeout=20_000)
    wizard = window.shell._wizard
    wizard.refusals = []
    wizard.failed.connect(wizard.refusals.append)

    def sign():
        wizard._side._sentence.setText(wizard._presenter._state.accept_word)
        wizard._side._pass.setText(PASSPHRASE)
        wizard._side._go.click()

    return wizard, sign


def test_both_see_what_it_changes_before_they_sign(window, registry, amending, shown, qtbot, file, tmp_path):
    licences, (wizard, sign) = window.shell.page_of("licences"), amending
    review, limits = wizard._pages[6], wizard._pages[5]
    assert any("Nothing is changed yet" in one.text() for one in review.findChildren(QLabel))
    wizard.jump(5)
    limits._notice.setValue(30)
    wizard.jump(6)
    QApplication.processEvents()
    (table,) = [one for one in review.findChildren(ComparisonTable) if one.isVisible()]
    said = [table.model().index(0, column).data() for column in (1, 2)]
    assert said == ["With notice of 90 days", "With notice of 30 days"]
    sign()
    qtbot.waitUntil(lambda: window.shell._wizard is None, timeout=20_000)
    qtbot.waitUntil(lambda: licences._state.detail.replaces == "2026-0001", timeout=20_000)
    button(licences._pane, "What it changes, term by term…").click()
    assert dialog(licences).findChildren(ComparisonTable)[0].model().rowCount() == 1
    dialog(licences).reject()
    button(licences._pane, "Save PDF and QR…").click()
    out = tmp_path / "out"
    qtbot.waitUntil(lambda: bool(list(out.glob("*.tlog-proof"))), timeout=30_000)
    _office, folder, clock = registry
    company = Office.open(folder / "tidewrack.registry", passphrase=PASSPHRASE, clock=clock, chance=SeededChance("it"))
    theirs = shown(LicencesView, company)
    theirs.ways._take(next(out.glob("*.likeness")))
    qtbot.waitUntil(lambda: theirs._state.detail.replaces != "", timeout=20_000)
    qtbot.waitUntil(theirs._pane._accept.isEnabled, timeout=20_000)
    button(theirs._pane, "Accept licence…").click()
    assert dialog(theirs).findChildren(ComparisonTable)[0].model().index(0, 2).data() == "With notice of 30 days"
    at_rest(theirs, theirs._jobs)
    company.close()


def test_one_that_changes_nothing_is_not_signed(amending, qtbot):
    wizard, sign = amending
    sign()
    qtbot.waitUntil(lambda: bool(wizard.refusals), timeout=20_000)
    assert wizard.refusals[0].code == "nothing-amended"


def test_one_for_another_company_is_not_signed(amending, qtbot):
    wizard, sign = amending
    licensee = wizard._presenter._state.terms.licensee
    wizard._presenter.change(licensee=type(licensee)("oxbow", "Oxbow Interactive"))
    sign()
    qtbot.waitUntil(lambda: bool(wizard.refusals), timeout=20_000)
    assert wizard.refusals[0].code == "amends-other-parties"


def test_one_of_a_licence_that_was_withdrawn_meanwhile_is_not_signed(window, amending, registry, qtbot):
    wizard, sign = amending
    wizard._presenter.change(notice_days=30)
    office, _folder, clock = registry
    office.do(withdraw_licence, "2026-0001")
    let_days_go(window, clock, 91)
    sign()
    qtbot.waitUntil(lambda: bool(wizard.refusals), timeout=20_000)
    assert wizard.refusals[0].code == "already-withdrawn"
