"""Every kind of statement, issued in the window by its own button: clicked through, signed, and written to a file.

The commands that do the same are in `tests/fakes/sent.py`, the ways back in `tests/story/test_every_statement.py`.
"""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit

from likeness.acts.checking.take_in import take_in
from likeness.acts.keys.give_word import name_estate
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms_read import terms_from
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.grants import grant
from tests.fakes.hands import agree, at_rest, button, dialog, entry, gone, kinds
from tests.fakes.licences import terms_document
from tests.fakes.meeting import key_of, meet
from tests.fakes.offices import PASSPHRASE, an_office
from ui.kit.background.jobs import Jobs
from ui.screens.contacts.own_card import OnceDialog, OwnCardDialog
from ui.screens.contacts.view import ContactsView
from ui.screens.licences.asking import ChangeForm
from ui.screens.licences.view import LicencesView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TERMS = terms_from(terms_document())


@pytest.fixture
def people(tmp_path):
    """Liora, her agent, who is also her heir, and the company; they have met."""
    clock = FixedClock()
    made = [an_office(tmp_path, clock=clock), an_office(tmp_path, "Halden Roe", "agent", clock),
            an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)]  # fmt: skip
    meet(*made[:2])
    yield made
    for one in made:
        one.close()


ENDINGS = (("Suspend…", "Suspend licence", "suspension"), ("Resume…", "Resume licence", "resumption"),
           ("Withdraw…", "Withdraw licence", "withdrawal"))  # fmt: skip


def end(view, qtbot, press, words, file):
    """Press a button of the pane or an entry of its menu, agree, and save the notice."""
    before = view._presenter._state.detail.notice
    (entry(view._pane._menu, press).trigger if press == "Withdraw…" else button(view._pane, press).click)()
    said: list[str] = []
    view.said.connect(said.append)
    agree(view, words)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert before or view._state.detail.notice
    entry(view._pane._menu, "Save the notice…").trigger()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    return kinds(file)


def test_suspended_resumed_and_withdrawn(people, shown, qtbot, file):
    liora, _, company = people
    grant(liora, company)
    view = shown(LicencesView, liora)
    for press, words, kind in ENDINGS:
        assert end(view, qtbot, press, words, file) == [kind]
    assert view.failures == []


def test_an_heir_withdraws_what_the_dead_had_signed(people, shown, qtbot, file):
    """The licence came from elsewhere; who speaks for it sees the same buttons as who signed it."""
    liora, heir, company = people
    number = grant(liora, company)
    heir.do(take_in, liora.do(name_estate, key_of(heir)).value.data)
    view = shown(ContactsView, heir)
    entry(view._pane._menu, "Say that they have died…").trigger()
    agree(view, "Sign it")
    qtbot.waitUntil(file.exists, timeout=20_000)
    assert kinds(file) == ["handover"]
    row = liora.registry.licences.get(number, liora.clock.now())
    heir.do(take_in, bundle_of(liora.desk, row).data)
    theirs = shown(LicencesView, heir)
    qtbot.waitUntil(theirs._pane._pause.isVisible, timeout=20_000)
    assert end(theirs, qtbot, "Withdraw…", "Withdraw licence", file) == ["withdrawal"]


def test_accepted_and_handed_back(people, shown, qtbot, file):
    liora, _, company = people
    row = liora.do(sign_licence, liora.do(draft_licence, TERMS).value.number).value
    company.do(take_in, bundle_of(liora.desk, row).data)
    view = shown(LicencesView, company)
    assert not view._pane._pause.isVisible()
    qtbot.waitUntil(view._pane._accept.isEnabled, timeout=20_000)
    button(view._pane, "Accept licence…").click()
    agree(view, "Accept licence")
    qtbot.waitUntil(lambda: view._state.detail.state == "in-force", timeout=20_000)
    button(view._pane, "Save PDF and QR…").click()
    folder = file.parent / "out"
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.tlog-proof"))), timeout=30_000)
    (path,) = folder.glob("*.likeness")
    assert kinds(path) == ["licence", "acceptance"]


CONTACT_WORDS = (("Vouch for this name…", "Vouch", ["vouching"], 1),
                 ("Let them sign licences for you…", "Let them sign", ["delegation"], 0),
                 ("Name them as your estate…", "Name them", ["estate"], 0))  # fmt: skip


@pytest.mark.parametrize(("press", "words", "kind", "who"), CONTACT_WORDS, ids=["vouch", "delegate", "estate"])
def test_words_about_a_contact(people, shown, qtbot, file, press, words, kind, who):
    view = shown(ContactsView, people[who])
    entry(view._pane._menu, press).trigger()
    form = dialog(view)
    if hasattr(form, "_sum"):
        form._sum.setText("5000")
    agree(view, words)
    qtbot.waitUntil(file.exists, timeout=20_000)
    assert kinds(file) == kind
    qtbot.waitUntil(lambda: bool(view._state.detail.given), timeout=20_000)
    file.unlink()  # lost, or never saved: it is had again
    button(view._pane, "Save again…").click()
    qtbot.waitUntil(file.exists, timeout=20_000)
    assert kinds(file) == kind
    button(view._pane, "Take back…").click()
    agree(view, "Take it back")
    qtbot.waitUntil(lambda: kinds(file) == ["withdrawal"], timeout=20_000)


OWN_WORDS = (("Save card…", "", ["keycard"]), ("Change my key…", "Change my key", ["rotation"]),
             ("My key may be stolen…", "Change my key and say so", ["rotation", "compromise"]),
             ("Recovery key…", "Make it", ["keycard"]))  # fmt: skip


@pytest.mark.parametrize(("press", "words", "kind"), OWN_WORDS, ids=["card", "change", "stolen", "recovery"])
def test_words_about_ones_own_key(people, shown, qtbot, file, press, words, kind):
    view = shown(ContactsView, people[0])
    button(view, "My card").click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in view.findChildren(OwnCardDialog)), timeout=20_000)
    button(dialog(view, OwnCardDialog), press).click()
    if words:
        agree(view, words)
    qtbot.waitUntil(file.exists, timeout=20_000)
    assert kinds(file) == kind
    for once in view.findChildren(OnceDialog):
        once.accept()
    if kind[0] == "rotation":  # the file may be lost: whoever trusts the old key still has to hear of the new one
        file.unlink()
        button(view, "My card").click()
        qtbot.waitUntil(lambda: any(one.isVisible() for one in view.findChildren(OwnCardDialog)), timeout=20_000)
        button(dialog(view, OwnCardDialog), "Save the notice of my new key…").click()
        qtbot.waitUntil(file.exists, timeout=20_000)
        assert kinds(file) == kind


def test_a_key_reported_lost_by_the_agency_that_vouches(people, shown, qtbot, file):
    view = shown(ContactsView, people[1])
    entry(view._pane._menu, "Vouch for this name…").trigger()
    agree(view, "Vouch")
    qtbot.waitUntil(file.exists, timeout=20_000)
    entry(view._pane._menu, "Report their key as lost…").trigger()
    agree(view, "Report it")
    qtbot.waitUntil(lambda: kinds(file) == ["compromise"], timeout=20_000)


def test_the_status_list(people, shown, qtbot, file):
    view = shown(ContactsView, people[0])
    button(view, "Save my status list…").click()
    qtbot.waitUntil(file.exists, timeout=20_000)
    assert kinds(file) == ["statuslist"]


def test_an_offer_for_another_name_is_taken_in_and_accepted_once_the_name_is_repeated(people, shown, qtbot, file):
    """The window's `accept --as NAME`."""
    liora, agent, _company = people
    row = liora.do(sign_licence, liora.do(draft_licence, TERMS).value.number).value
    view = LicencesView(agent, jobs := Jobs())
    qtbot.addWidget(view)
    view.show()
    view._presenter.take(bundle_of(liora.desk, row).data)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in view.findChildren(QDialog)), timeout=20_000)
    question = dialog(view)
    assert question.windowTitle() == "This licence is for Tidewrack Pictures Ltd. Is that you?"
    button(question, "Yes, take it in").click()
    qtbot.waitUntil(lambda: view._state.detail is not None, timeout=20_000)
    qtbot.waitUntil(view._pane._accept.isEnabled, timeout=20_000)
    button(view._pane, "Accept licence…").click()
    agree(view, "Accept licence")
    form = dialog(view)
    assert form._problem.text() == "Write the name as the licence has it: Tidewrack Pictures Ltd"
    form.findChildren(QLineEdit)[0].setText("Tidewrack Pictures Ltd")
    agree(view, "Accept licence")
    qtbot.waitUntil(lambda: view._state.detail.state == "in-force", timeout=20_000)
    at_rest(view, jobs)


def test_nobody_accepts_before_it_is_said_whose_key_signed(people, shown, qtbot):
    """The warning about a key that nobody knows stands in the form: a hand that is quicker would never see it."""
    liora, _, company = people
    row = liora.do(sign_licence, liora.do(draft_licence, TERMS).value.number).value
    company.do(take_in, bundle_of(liora.desk, row).data)
    pane = shown(LicencesView, company)._pane
    qtbot.waitUntil(pane._accept.isEnabled, timeout=20_000)
    detail, other = pane._shown, pane._told
    pane.show_detail(None)
    pane.show_detail(detail)
    assert pane._accept.isVisible()
    assert not pane._accept.isEnabled()
    pane.show_other(replace(other, number="2026-0009"))
    assert not pane._accept.isEnabled()
    pane.show_other(other)
    assert pane._accept.isEnabled()


def test_while_it_is_signed_the_form_stays_and_afterwards_it_keeps_no_passphrase(people, shown, qtbot):
    liora, _, company = people
    grant(liora, company)
    view = shown(LicencesView, liora)
    said, stops = [], []
    form = ChangeForm(view, "withdraw", view._state.detail, lambda *told: said.append(told), lambda: stops.append(1))
    form.open()
    agree(view, "Withdraw licence")
    assert said == [("", PASSPHRASE, "")]
    form.reject()
    button_states = [one.isEnabled() for one in (form._keep, form._yes)]
    assert (form.isVisible(), button_states, stops) == (True, [False, False], [])
    form.step(0, 0)
    assert not form._keep.isEnabled()  # nothing is known yet of how far it is
    form.step(10_000, 40_000)
    qtbot.waitUntil(form._working.isVisible)
    qtbot.wait(50)  # laid out by then
    assert form.height() >= form.layout().totalHeightForWidth(form.width())  # it grew: no field is squeezed
    assert (form._keep.isEnabled(), form._yes.isEnabled()) == (True, False)
    form.reject()
    assert (form.isVisible(), form._keep.isEnabled(), stops) == (True, False, [1])
    form.refused("No.")
    assert form._working.isHidden()
    form.reject()
    assert (form.isVisible(), form._secret.text()) == (False, "")


def test_a_wrong_passphrase_keeps_the_form_and_the_reason(people, shown, qtbot, file):
    liora, _, company = people
    grant(liora, company)
    view = shown(LicencesView, liora)
    entry(view._pane._menu, "Withdraw…").trigger()
    form = dialog(view)
    form._reason.setText("Used in a trailer")
    agree(view, "Withdraw licence", "not the passphrase")
    qtbot.waitUntil(lambda: form._problem.text() == "That is not your passphrase.", timeout=20_000)
    assert form.isVisible()
    assert form._reason.text() == "Used in a trailer"
    assert view._state.detail.state == "in-force"
    agree(view, "Withdraw licence")
    qtbot.waitUntil(lambda: gone(form), timeout=20_000)
    assert liora.registry.licences.get("2026-0001", liora.clock.now()).withdrawn_at is not None
