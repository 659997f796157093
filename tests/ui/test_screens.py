"""The screens of the demo beside stored pictures: the same world, the same clock, the same chance on every run."""

import pytest

from likeness.acts.licences.draft_licence import the_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.paper.qr.qr_payload import qr_text
from seeds.demo import PASSPHRASE
from tests.fakes.album import unlike
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LOOKS = (("light", "en"), ("dark", "en"), ("light", "fr"))
SCREENS = ("overview", "licences", "uses", "doubles", "earnings", "verify", "contacts", "settings")


@pytest.mark.parametrize(("scheme", "tongue"), LOOKS)
def test_the_screens_look_as_they_were_drawn(demo_window, qtbot, scheme, tongue):
    shown, office = demo_window, demo_window.open_office(PASSPHRASE)
    office.registry.settings.put("theme", scheme)
    office.registry.settings.put("language", tongue)
    shown.enter(office)
    shown.show()
    wrong = []
    for screen in SCREENS:
        shown.shell.go(screen)
        settle(shown)
        wrong.append(unlike(shown, f"{screen}-{scheme}-{tongue}"))
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_looks_as_it_was_drawn(demo_window, qtbot, scheme):
    shown, office = demo_window, demo_window.open_office(PASSPHRASE)
    for name, value in (("theme", scheme), ("language", "en"), ("contrast", "more")):
        office.registry.settings.put(name, value)
    shown.enter(office)
    shown.show()
    wrong = []
    for screen in ("licences", "uses"):
        shown.shell.go(screen)
        settle(shown)
        wrong.append(unlike(shown, f"{screen}-contrast-{scheme}-en"))
    assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.parametrize(("scheme", "tongue"), LOOKS)
def test_the_answer_of_a_check_looks_as_it_was_drawn(demo_window, qtbot, scheme, tongue):
    """A licence of the demo, pasted, with a planned use in another country and language beside it."""
    shown, office = demo_window, demo_window.open_office(PASSPHRASE)
    office.registry.settings.put("theme", scheme)
    office.registry.settings.put("language", tongue)
    shown.enter(office, "verify")
    shown.show()
    verify = shown.shell.page_of("verify")
    verify._presenter.check_text(qr_text(bundle_of(office.desk, the_licence(office.desk, "2025-0002")).data))
    settle(shown)
    form = verify._plan._form
    form._place.choose("US")
    form._tongue.choose("es")
    verify._plan._ask()
    settle(shown)
    wrong = unlike(shown, f"verify-answer-{scheme}-{tongue}")
    assert not wrong


@pytest.mark.parametrize(("scheme", "tongue"), LOOKS)
def test_the_wizard_looks_as_it_was_drawn(demo_window, qtbot, scheme, tongue):
    """The draft of the demo: what they may do with the likeness, the fee, and the review before a signature."""
    shown, office = demo_window, demo_window.open_office(PASSPHRASE)
    office.registry.settings.put("theme", scheme)
    office.registry.settings.put("language", tongue)
    shown.enter(office)
    shown.show()
    shown.shell.open_wizard("2026-0007")
    wrong = []
    for page, step in {"uses": 3, "fee": 4, "review": 6}.items():
        shown.shell.front.jump(step)
        settle(shown)
        wrong.append(unlike(shown, f"wizard-{page}-{scheme}-{tongue}"))
    assert not any(wrong), "\n".join(filter(None, wrong))
