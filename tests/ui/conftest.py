"""Widgets for tests: the application dressed once, and a whole window on a small real registry."""

from __future__ import annotations

import gc
import shutil
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import export_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from seeds.demo import make_demo
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.hands import at_rest, laid_out
from tests.fakes.licences import terms_document
from tests.fakes.offices import PASSPHRASE, QUICK, an_office
from tests.fakes.reciter import reciter
from tests.fakes.seeded_chance import SeededChance
from tests.fakes.uses import ALLOWED
from ui.app import Window, dress
from ui.kit.background.jobs import Jobs
from ui.kit.keys import use_letter_keys
from ui.kit.look.motion import begin_motion
from ui.kit.look.theme import Scheme, theme
from ui.kit.sound import read_aloud
from ui.kit.words import choose_language

TODAY = "2026-11-20T12:00:00+00:00"  # of the demo
TRAILER = replace(ALLOWED, purpose="promo", territory=("US",), language=("es",), at=date(2026, 4, 8))
UNCLEAR = replace(ALLOWED, territory=(), at=date(2026, 4, 9))


@pytest.fixture(scope="session")
def dressed(qapp):
    """The application in the look of the house; without the shipped font no picture means anything."""
    ring = dress(qapp)
    assert qapp.font().family() == "Inter"
    gc.collect()
    gc.freeze()  # the libraries: they are not looked through after every test
    yield qapp
    ring.deleteLater()


@pytest.fixture(autouse=True)
def no_voice(monkeypatch, tmp_path):
    """No voice of this computer reads to a test: where there is one, a button more would stand in the pictures."""
    monkeypatch.setattr(read_aloud, "SPEAKS", reciter(tmp_path / "read-aloud", "none"))


@pytest.fixture(scope="session")
def told(tmp_path_factory):
    """Liora's registry with one licence in force, one draft and three uses, made once; gives (folder, its last day)."""
    folder = tmp_path_factory.mktemp("told")
    clock = FixedClock("2026-03-02T09:00:00+00:00")
    liora = an_office(folder, clock=clock)
    company = an_office(folder, "Tidewrack Pictures Ltd", "company", clock)
    terms = terms_from(terms_document())
    number = liora.do(draft_licence, terms).value.number
    liora.do(sign_licence, number)
    sent = liora.do(export_licence, number, folder / "sent", "en").value
    accepted = company.do(accept_licence, _bundle(sent)).value
    back = company.do(export_licence, accepted.number, folder / "back", "en").value
    liora.do(accept_licence, _bundle(back))
    liora.do(draft_licence, replace(terms, project=replace(terms.project, title="The Low Country")))
    clock.forward(days=40)
    for use in (ALLOWED, TRAILER, UNCLEAR):
        liora.do(log_use, use)
    company.close()
    liora.close()
    return folder, clock.now()


@pytest.fixture
def registry(told, tmp_path):
    """A copy of that registry, open; gives (office, folder, clock)."""
    folder, now = told
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    clock = FixedClock(now)
    liora = Office.open(tmp_path / "liora.registry", passphrase=PASSPHRASE, clock=clock, chance=SeededChance("copy"))
    yield liora, tmp_path, clock
    liora.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The registry of the demo, told once; it takes seconds. Tests open copies."""
    return make_demo(
        tmp_path_factory.mktemp("demo") / "world", clock=FixedClock(TODAY), chance=SeededChance("demo"), cost=QUICK
    )


@pytest.fixture
def demo_window(dressed, qtbot, demo, tmp_path):
    """The window on a copy of the demo at 1280 x 800; not open yet."""
    for path in (demo, demo.with_name(demo.name + ".vault")):
        shutil.copy(path, tmp_path)
    window = Window(tmp_path / demo.name, clock=FixedClock(TODAY), chance=SeededChance("window"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    yield window
    window.close()
    usual_wishes()


def usual_wishes():
    """Forget what a test wished of the window: language, look, text and keys stand for the whole program."""
    choose_language("en")
    use_letter_keys(wanted=True)
    theme().choose_type(100, system_font=False)
    theme().choose_contrast(wanted=False)
    theme().choose(Scheme.LIGHT)


def _bundle(paths):
    return next(path for path in paths if path.suffix == ".likeness").read_bytes()


@pytest.fixture
def own_place(tmp_path):
    """Where the window's own settings are kept in this test."""
    before = QSettings("Likeness", "Likeness").fileName()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "own"))
    yield
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, before.rsplit("/", 2)[0])


@pytest.fixture
def window(dressed, qtbot, registry):
    """The window on that registry, shown at 1280 x 800, in English and light."""
    office, folder, clock = registry
    theme().choose(Scheme.LIGHT)
    choose_language("en")
    shown = Window(folder / "liora.registry", clock=clock)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.enter(office, "licences")
    shown.show()
    yield shown
    shown.close()
    usual_wishes()


@pytest.fixture
def active(window, qtbot):
    """The window with the focus: shortcuts are for the active window alone."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def shown(dressed, qtbot):
    """Give a function that shows a screen on a registry and waits for the pane of its first row."""
    choose_language("en")
    begun = []

    def show(kind, office):
        jobs = Jobs()
        view = kind(office, jobs)
        begun.append((view, jobs))
        qtbot.addWidget(view)
        view.resize(1070, 800)
        view.show()
        view.failures = []
        view.failed.connect(view.failures.append)
        view.refresh()
        qtbot.waitUntil(lambda: view._state.detail is not None, timeout=20_000)
        return view

    yield show
    for view, jobs in begun:
        at_rest(view, jobs)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Where the window is told to write."""
    path = tmp_path / "issued.likeness"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    monkeypatch.setattr("ui.screens.licences.view.QDesktopServices.openUrl", lambda _url: True)
    return path


@pytest.fixture
def around(dressed, qtbot):
    """A window of nothing, for dialogs to stand on."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    return window


@pytest.fixture
def again(qtbot, registry):
    """Give a function that closes a window and opens another on the same registry."""
    opened = []

    def open_again(window, place="licences", size=(1280, 800)):
        window.close()
        other = Window(registry[1] / "liora.registry", clock=registry[2])
        qtbot.addWidget(other)
        other.resize(*size)
        other.enter(other.open_office(PASSPHRASE), place)
        other.show()
        opened.append(other)
        laid_out(qtbot, other)
        return other

    yield open_again
    for one in opened:
        one.close()


@pytest.fixture
def moving():
    """Things move, as in the program."""
    begin_motion()
    yield
    begin_motion(wanted=False)
    theme().choose_motion(less=False)
