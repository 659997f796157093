import pytest

from likeness.acts.backups.back_up import ENDING, back_up, restore_backup
from likeness.errors import Broken
from likeness.office import Office
from tests.fakes.film import Film, Straight
from tests.fakes.offices import PASSPHRASE, QUICK, an_office
from tests.fakes.seeded_chance import SeededChance
from ui.kit.fields.passphrase import strength
from ui.kit.words import choose_language
from ui.screens.first_run.presenter import FirstRunPresenter
from ui.screens.unlock.presenter import UnlockPresenter


def nothing(*_given, **_named):
    """Stand for what a test does not do."""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new.registry"


def test_first_run_makes_a_registry_that_unlock_opens(path, clock):
    def make(**given):
        return Office.create(path, **given, clock=clock, chance=SeededChance(), cost=QUICK)

    first = Film()
    flow = FirstRunPresenter(make, nothing, Straight(), first)
    flow.start()
    flow.choose_role("agent")
    flow.go_on("", "", "")
    flow.back()
    assert (first.last.step, first.last.role) == ("role", "agent")
    flow.go_on("", "", "")
    flow.go_on(" Halden Roe ", "", "")
    flow.go_on("", PASSPHRASE, PASSPHRASE)
    name, made = first.told[-1]
    assert name == "made"
    assert (made.owner.name, made.owner.role) == ("Halden Roe", "agent")
    made.close()

    def opened(passphrase):
        return Office.open(path, passphrase=passphrase, clock=clock, chance=SeededChance())

    film = Film()
    page = UnlockPresenter(opened, "Halden Roe", Straight(), film)
    page.start()
    page.unlock("")
    assert len(film.states) == 1, "an empty field is not tried"
    page.unlock(PASSPHRASE.upper())
    assert film.last.problem
    assert not film.last.busy
    assert not film.told
    page.unlock(PASSPHRASE)
    name, office = film.told[-1]
    assert (name, office.owner.name, film.last.problem) == ("opened", "Halden Roe", "")
    office.close()


def test_a_registry_that_is_there_already_is_kept(path, clock):
    path.write_bytes(b"mine")
    film = Film()
    flow = FirstRunPresenter(
        lambda **given: Office.create(path, **given, clock=clock, chance=SeededChance(), cost=QUICK),
        nothing,
        Straight(),
        film,
    )
    for given in (("", "", ""), ("Liora", "", ""), ("", PASSPHRASE, PASSPHRASE)):
        flow.go_on(*given)
    assert [why.code for why in film.failures] == ["file-exists"]
    assert not film.last.busy
    assert path.read_bytes() == b"mine"


def test_a_backup_brings_everything_back_with_the_passphrase_of_its_day(path, clock, tmp_path):
    liora = an_office(tmp_path / "old computer")
    file = liora.do(back_up, tmp_path / f"liora{ENDING}").value.file

    def brought_back(backup, passphrase, **told):
        restore_backup(backup, path, passphrase, SeededChance(), **told)
        return Office.open(path, passphrase=passphrase, clock=clock, chance=SeededChance())

    film = Film()
    flow = FirstRunPresenter(nothing, brought_back, Straight(), film)
    flow.start()
    flow.choose_backup(file)
    assert (film.last.step, film.last.file) == ("backup", file)
    flow.back()
    assert film.last.step == "role"
    flow.choose_backup(file)
    flow.go_on("", "another passphrase", "")
    assert film.last.problem == "It was made with another passphrase. Try again."
    assert not film.last.busy
    assert not path.exists()
    flow.go_on("", PASSPHRASE, "")
    name, office = film.told[-1]
    assert (name, office.owner.name) == ("brought_back", "Liora Vantreight")
    assert office.registry.journal.root() == liora.registry.journal.root()
    for one in (office, liora):
        one.close()


def test_first_run_speaks_french_from_the_first_page():
    film = Film()
    flow = FirstRunPresenter(lambda **_: None, nothing, Straight(), film)
    flow.speak("fr")
    assert film.told == [("respoken",)]
    assert film.last.language == "fr"
    flow.go_on("", "", "")
    flow.go_on("Liora", "", "")
    flow.go_on("", "court", "court")
    assert "12" in film.last.problem
    assert "caractères" in film.last.problem
    choose_language("en")


def test_the_meter_of_a_passphrase_grows_with_its_length():
    shares = [strength("x" * length)[0] for length in range(20)]
    assert shares[0] == 0.0
    assert shares == sorted(shares)
    assert strength("x" * 11)[1] == "Too short"
    assert strength("x" * 15)[1] == "Nearly long enough"
    assert strength("x" * 16) == (1.0, "Long enough")


def test_a_file_that_is_no_registry_is_told_as_broken_not_as_a_wrong_passphrase(path, clock):
    an_office(path.parent, "Liora Vantreight").close()
    made = path.with_name("liora.registry")
    made.write_bytes(b"\0" * 8192)
    film = Film()
    page = UnlockPresenter(
        lambda passphrase: Office.open(made, passphrase=passphrase, clock=clock, chance=SeededChance()), "", Straight(),
        film,
    )  # fmt: skip
    page.unlock(PASSPHRASE)
    assert isinstance(film.failures[0], Broken)
    assert film.failures[0].code != "wrong-passphrase"
    assert film.last.problem == ""
