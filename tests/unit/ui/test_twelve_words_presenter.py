from datetime import date

import pytest

from likeness.acts.backups.back_up import ENDING, back_up, restore_backup
from likeness.acts.keys.make_recovery import make_recovery
from likeness.acts.locks.change_passphrase import change_passphrase
from likeness.acts.locks.make_words import keep_words, were_asked_for, words_made_on
from likeness.errors import Broken
from likeness.office import Office
from likeness.seal.twelve_words import draw_words, read_words
from tests.fakes.film import Film, Straight, filmed, told
from tests.fakes.offices import PASSPHRASE, QUICK, an_office
from tests.fakes.pdf_words import words_of_pdf
from tests.fakes.seeded_chance import SeededChance
from ui.kit.words import choose_language
from ui.screens.first_run.presenter import FirstRunPresenter
from ui.screens.settings.presenter import SettingsPresenter
from ui.screens.unlock.presenter import UnlockPresenter
from ui.screens.words.presenter import WordsPresenter, _two_places
from ui.screens.words.state import CHECK, SHOW

NEW = "four new words in a row"
DRAWN = draw_words(SeededChance("drawn"))


@pytest.fixture
def flow(office):
    film = Film()
    made = WordsPresenter(office, Straight(), film, first=True)
    made.start()
    return made, film, film.last.words


def answered(presenter, film, words):
    for at, asked in enumerate(film.last.asked):
        presenter.typed(at, words[asked.place - 1])


def test_words_are_shown_covered_asked_for_and_then_count(flow, office, clock):
    presenter, film, words = flow
    assert (film.last.step, len(words), film.last.name) == (SHOW, 12, "Liora Vantreight")
    assert not office.desk.vault.has_words
    presenter.written_down()
    assert (film.last.step, film.last.words) == (CHECK, ())
    presenter.keep()
    assert told(film, "finished") == [], "nothing counts before both were typed"
    answered(presenter, film, words)
    assert film.last.complete
    presenter.keep()
    assert told(film, "finished") == [()]
    assert words_made_on(office.registry) == date(2026, 3, 2)
    path = office.registry.path
    again = Office.open(path, passphrase=read_words(" ".join(words)), clock=clock, chance=SeededChance())
    again.close()


def test_a_wrong_word_is_told_when_its_field_is_left_and_not_while_typing(flow):
    presenter, film, words = flow
    presenter.written_down()
    first, second = film.last.asked
    presenter.typed(0, "cop")
    assert film.last.asked[0].problem == ""
    presenter.left(0, "cop")
    assert film.last.asked[0].problem == f"This is not word {first.place} of your copy."
    presenter.left(1, "  ")
    assert film.last.asked[1].problem == ""
    presenter.typed(0, words[second.place - 1])
    assert not film.last.asked[0].right, "the other word asked for is not this one"
    presenter.typed(0, words[first.place - 1].upper())
    assert (film.last.asked[0].right, film.last.asked[0].problem) == (True, "")
    assert not film.last.complete


def test_leaving_the_first_run_is_remembered_and_kept_words_end_it(flow, office):
    presenter, film, words = flow
    assert were_asked_for(office.registry)
    answered(presenter, film, words)
    presenter.keep()
    assert not were_asked_for(office.registry)


def test_from_settings_nothing_is_remembered(office):
    WordsPresenter(office, Straight(), Film(), first=False)
    assert not were_asked_for(office.registry)


def test_the_paper_holds_the_words_of_the_screen(flow):
    presenter, film, words = flow
    presenter.print()
    ((page,),) = told(film, "paper")
    said = words_of_pdf(page)
    assert all(word in said for word in words)


def test_a_disk_that_is_full_is_told_and_the_page_stays(flow, office, monkeypatch):
    presenter, film, words = flow
    presenter.written_down()
    answered(presenter, film, words)

    def full(_path, _data):
        raise Broken("disk-full")

    monkeypatch.setattr("likeness.acts.locks.make_words.keep_lock", full)
    presenter.keep()
    assert [why.code for why in film.failures] == ["disk-full"]
    assert not film.last.busy
    assert not office.desk.vault.has_words
    monkeypatch.undo()
    presenter.keep()
    assert office.desk.vault.has_words


def test_french_words_for_whoever_speaks_french(office):
    choose_language("fr")
    film = Film()
    WordsPresenter(office, Straight(), film, first=True).start()
    assert film.last.made == "feuille du 2 mars 2026"
    assert film.last.words == film.states[0].words
    assert read_words(" ".join(film.last.words)).written("fr") == film.last.words


def test_two_different_places_are_asked_for_in_order_and_every_pair_may_come():
    pairs = {_two_places(bytes([one, other])) for one in range(256) for other in range(256)}
    assert pairs == {(first, second) for second in range(1, 13) for first in range(1, second)}


def test_the_words_are_in_no_state_that_is_printed(flow):
    _presenter, film, words = flow
    assert not any(word in repr(state) for state in film.states for word in words if len(word) > 4)


# ------------------------------------------------------------------------------------------------ forgotten


@pytest.fixture
def locked(office, clock):
    """The locked page of a registry with words; gives it, its film and the path."""
    office.do(keep_words, DRAWN, QUICK)
    path = office.registry.path

    def opened(opener, new=""):
        made = Office.open(path, passphrase=opener, clock=clock, chance=SeededChance())
        if new:
            made.do(change_passphrase, new, QUICK)
        return made

    film = Film()
    page = UnlockPresenter(opened, "Liora Vantreight", Straight(), film)
    page.start()
    return page, film, path


def test_words_and_a_new_passphrase_open_what_was_forgotten(locked, clock):
    page, film, path = locked
    page.forget(forgotten=True)
    assert film.last.forgotten
    page.renew("copper", NEW, NEW)
    assert film.last.problem.startswith("These are 1 words")
    page.renew(" ".join(DRAWN.written("en")), "short", "short")
    assert film.last.problem.startswith("Use at least 12 characters.")
    page.renew(" ".join(DRAWN.written("en")), NEW, NEW + "x")
    assert film.last.problem == "The two are not the same."
    page.renew(" ".join(DRAWN.written("fr")), NEW, NEW)
    ((office,),) = told(film, "opened")
    assert office.confirm(NEW)
    office.close()
    Office.open(path, passphrase=NEW, clock=clock, chance=SeededChance()).close()


def test_words_of_another_registry_are_told_on_the_page(locked):
    page, film, _path = locked
    page.forget(forgotten=True)
    page.renew("abandon " * 11 + "about", NEW, NEW)
    assert film.last.problem.startswith("These twelve words do not open this.")
    assert not film.last.busy
    assert not film.failures
    page.forget(forgotten=False)
    assert (film.last.forgotten, film.last.problem) == (False, "")


def test_a_registry_without_words_says_so_on_the_page(office, clock):
    film = Film()

    def opened(opener, new=""):
        return Office.open(office.registry.path, passphrase=opener, clock=clock, chance=SeededChance())

    page = UnlockPresenter(opened, "", Straight(), film)
    page.renew("abandon " * 11 + "about", NEW, NEW)
    assert film.last.problem == "No twelve words were made for this registry. Only its passphrase opens it."


def test_a_backup_comes_back_by_its_words(tmp_path, clock):
    liora = an_office(tmp_path / "old computer")
    liora.do(keep_words, DRAWN, QUICK)
    file = liora.do(back_up, tmp_path / f"liora{ENDING}").value.file
    liora.close()
    path = tmp_path / "new.registry"

    def brought_back(backup, opener, new="", **shown):
        restore_backup(backup, path, opener, SeededChance(), **shown)
        made = Office.open(path, passphrase=opener, clock=clock, chance=SeededChance())
        made.do(change_passphrase, new, QUICK)
        return made

    film = Film()
    flow = FirstRunPresenter(lambda **_: None, brought_back, Straight(), film)
    flow.choose_backup(file)
    flow.use_words()
    assert film.last.step == "words"
    flow.back()
    assert film.last.step == "backup"
    flow.use_words()
    flow.go_on("", NEW, NEW, "abandon " * 11 + "about")
    assert film.last.problem.startswith("These twelve words do not open this.")
    assert not path.exists()
    flow.go_on("", NEW, NEW, "one two")
    assert film.last.problem.startswith("These are 2 words")
    flow.go_on("", "short", "short", " ".join(DRAWN.written("en")))
    assert film.last.problem.startswith("Use at least 12")
    flow.go_on("", NEW, NEW, " ".join(DRAWN.written("en")))
    ((office,),) = told(film, "brought_back")
    assert (office.owner.name, office.confirm(NEW)) == ("Liora Vantreight", True)
    office.close()


# ------------------------------------------------------------------------------------------------ settings


def test_settings_says_whether_there_are_words_and_asks_the_passphrase_first(office):
    presenter, film = filmed(SettingsPresenter, office)
    assert (film.last.words.said, film.last.words.made) == ("No words yet", False)
    assert film.last.words.card_changes
    presenter.words.ask("another passphrase")
    assert told(film, "words_refused") == [("That is not your passphrase.",)]
    assert told(film, "may_make_words") == []
    presenter.words.ask(PASSPHRASE)
    assert told(film, "may_make_words") == [()]
    office.do(keep_words, DRAWN, QUICK)
    presenter.refresh()
    assert (film.last.words.said, film.last.words.made) == ("Made on 2 March 2026", True)
    office.do(make_recovery)
    presenter.refresh()
    assert not film.last.words.card_changes
