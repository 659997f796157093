"""The screens of the demo beside stored pictures: the same world, the same clock, the same chance on every run."""

import shutil

import pytest

from likeness.acts.draft_licence import the_licence
from likeness.acts.export_licence import bundle_of
from likeness.paper.qr_payload import qr_text
from seeds.demo import PASSPHRASE, make_demo
from tests.fakes.album import unlike
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.offices import QUICK
from tests.fakes.seeded_chance import SeededChance
from ui.app import Window
from ui.kit.theme import Scheme, theme
from ui.kit.words import choose_language
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LOOKS = (("light", "en"), ("dark", "en"), ("light", "fr"))
SCREENS = ("overview", "licences", "uses", "doubles", "earnings", "verify", "contacts", "settings")
TODAY = "2026-11-20T12:00:00+00:00"


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The registry of the demo, told once; it takes seconds. Tests open copies."""
    return make_demo(
        tmp_path_factory.mktemp("demo") / "world", clock=FixedClock(TODAY), chance=SeededChance("demo"), cost=QUICK
    )


@pytest.fixture
def shown(dressed, qtbot, demo, tmp_path):
    """The window on a copy of the demo at 1280 x 800."""
    for path in (demo, demo.with_name(demo.name + ".vault")):
        shutil.copy(path, tmp_path)
    window = Window(tmp_path / demo.name, clock=FixedClock(TODAY), chance=SeededChance("window"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    yield window
    window.close()
    choose_language("en")
    theme().choose(Scheme.LIGHT)


@pytest.mark.parametrize(("scheme", "tongue"), LOOKS)
def test_the_screens_look_as_they_were_drawn(shown, qtbot, scheme, tongue):
    office = shown.open_office(PASSPHRASE)
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


@pytest.mark.parametrize(("scheme", "tongue"), LOOKS)
def test_the_answer_of_a_check_looks_as_it_was_drawn(shown, qtbot, scheme, tongue):
    """A licence of the demo, pasted, with a planned use in another country and language beside it."""
    office = shown.open_office(PASSPHRASE)
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
