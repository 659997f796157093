from dataclasses import replace
from datetime import date

import pytest

from likeness.errors import Broken
from likeness.licence.terms import Party, Project, Territory
from likeness.licence.terms_read import terms_from
from likeness.scope.use import Use
from tests.fakes.film import Film, Straight
from tests.fakes.licences import terms_document
from tests.fakes.offices import PASSPHRASE, an_office
from ui.kit.words import choose_language
from ui.screens.doubles.presenter import DoublesPresenter, fresh_id
from ui.screens.first_run.presenter import FirstRunPresenter
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.unlock.presenter import UnlockPresenter
from ui.screens.uses.presenter import UsesPresenter
from ui.screens.wizard.presenter import REVIEW, WizardPresenter
from ui.screens.wizard.reading import plain_words


@pytest.fixture
def office(tmp_path):
    open_office = an_office(tmp_path)
    yield open_office
    open_office.close()


def filled(presenter):
    """Walk the wizard to its last page as a person would."""
    presenter.change(licensee=Party("tidewrack", "Tidewrack Pictures Ltd"))
    presenter.go_on()
    presenter.change(likenesses=("liora-voice-2025",))
    presenter.go_on()
    presenter.change(project=Project("harbour-nine", "Harbour Nine"), description="New dialogue for episodes 1 to 8.")
    presenter.go_on()
    presenter.change(purposes=("series",), media=("tv",), territory=Territory(("FR",)), languages=("fr",))
    presenter.go_on()
    presenter.go_on()
    presenter.go_on()


def signed(office):
    film = Film()
    wizard = WizardPresenter(office, Straight(), film, zone="Europe/Paris")
    filled(wizard)
    wizard.sign(PASSPHRASE, film.last.accept_word)
    return film


def test_the_wizard_says_what_is_missing_and_stays(office):
    film = Film()
    wizard = WizardPresenter(office, Straight(), film)
    wizard.start()
    wizard.go_on()
    assert film.last.step == 0
    assert [field for field, _words in film.last.problems] == ["company"]
    assert wizard.leave() == ""
    assert office.registry.licences.counts(office.clock.now()) == {}


def test_the_wizard_keeps_a_draft_warns_and_fixes(office):
    film = Film()
    wizard = WizardPresenter(office, Straight(), film)
    filled(wizard)
    assert film.last.step == REVIEW
    assert office.registry.licences.counts(office.clock.now()) == {"draft": 1}
    assert "no-count" in {one.rule for one in film.last.warnings}
    wizard.fix("no-count")
    assert "no-count" not in {one.rule for one in film.last.warnings}
    assert film.last.healed[-1] == "No limit"
    assert ("40 lines", "fact") in dict(film.last.review)["At most"]


def test_the_narrow_defaults_hold(office):
    film = Film()
    wizard = WizardPresenter(office, Straight(), film, zone="Europe/Paris")
    wizard.start()
    terms = film.last.terms
    assert terms.pass_on == "nobody"
    assert terms.acts == ("generate",)
    assert terms.approval is not None
    assert terms.approval.needed
    assert "nudity" in terms.forbidden_content
    assert not terms.after_death
    assert terms.create.last == date(2027, 3, 1)


def test_only_the_passphrase_signs(office):
    film = Film()
    wizard = WizardPresenter(office, Straight(), film)
    filled(wizard)
    wizard.sign("not it", film.last.accept_word)
    assert film.last.sign_problem
    assert office.registry.licences.counts(office.clock.now()) == {"draft": 1}
    wizard.sign(PASSPHRASE, film.last.accept_word)
    assert office.registry.licences.counts(office.clock.now()) == {"offered": 1}


def test_a_grave_warning_wants_its_sentence(office):
    film = Film()
    wizard = WizardPresenter(office, Straight(), film)
    filled(wizard)
    wizard.change(acts=("generate", "train"))
    wizard.sign(PASSPHRASE, "")
    assert film.last.sign_problem
    assert office.registry.licences.counts(office.clock.now()) == {"draft": 1}


def test_licences_show_filter_and_withdraw(office):
    signed(office)
    film = Film()
    licences = LicencesPresenter(office, Straight(), film)
    licences.refresh()
    row = film.last.ids[0]
    licences.choose(row)
    detail = film.last.detail
    assert detail.state == "offered"
    assert any(mark == "fact" for _text, mark in detail.plain)
    licences.toggle_state("draft")
    assert film.last.ids == ()
    licences.clear()
    licences.search("harbour")
    assert film.last.ids == (row,)
    assert licences.page([row])[0].project == "Harbour Nine"
    licences.changing.change("2026-0001", "withdraw", "Changed my mind", PASSPHRASE)
    assert film.last.detail.state == "withdrawn"
    assert not film.failures


def test_an_export_writes_and_tells_where(office, tmp_path):
    signed(office)
    film = Film()
    licences = LicencesPresenter(office, Straight(), film)
    licences.refresh()
    licences.choose(film.last.ids[0])
    licences.papers.export("2026-0001", tmp_path / "out")
    assert not film.failures
    (name, paths) = film.told[-1]
    assert name == "exported"
    assert {path.suffix for path in paths} >= {".pdf", ".png", ".likeness"}


def test_a_use_outside_the_terms_is_flagged_term_by_term(office):
    signed(office)
    film = Film()
    uses = UsesPresenter(office, Straight(), film)
    uses.refresh()
    uses.log(
        Use(
            id="",
            user="tidewrack",
            likeness=("liora-voice-2025",),
            project="harbour-nine",
            act="generate",
            purpose="promo",
            medium=("free-tv",),
            territory=("US",),
            language=("fr",),
            modification=(),
            content=(),
            at=date(2026, 4, 1),
        )
    )
    assert not film.failures
    detail = film.last.detail
    assert detail.verdict == "OUT_OF_SCOPE"
    broken = {row.term for row in detail.rows if row.state == "broken"}
    assert {"purpose", "territory"} <= broken
    assert detail.why
    assert detail.remedies
    uses.toggle("IN_SCOPE")
    assert film.last.found == "0"


def test_a_double_is_added_checked_and_missed(office, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_bytes(b"not sound, only a fingerprint")
    film = Film()
    doubles = DoublesPresenter(office, Straight(), film)
    doubles.guess((file,))
    name, guess = film.told[-1]
    assert name == "guessed"
    assert guess.title == "Notes"
    from likeness.acts.doubles.record_double import NewDouble

    doubles.add(NewDouble("notes", "voice-recording", "Notes", paths=(file,)))
    assert film.last.detail.id == "notes"
    file.unlink()
    doubles.check()
    card = next(card for card in film.last.cards if card.id == "notes")
    assert card.files[1] == "amber"


def test_ids_are_plain_and_free():
    assert fresh_id("Voix chantée, prise 2", {}) == "voix-chantee-prise-2"
    assert fresh_id("Voix", {"voix": "", "voix-2": ""}) == "voix-3"
    assert fresh_id("声", {}) == "likeness"


def test_first_run_checks_each_step_and_makes_one_registry():
    film, made = Film(), []

    def make(**given):
        made.append(given)
        return "office"

    flow = FirstRunPresenter(make, lambda *_, **__: None, Straight(), film)
    flow.start()
    flow.go_on("", "", "")
    flow.go_on("  ", "", "")
    assert film.last.step == "name"
    assert film.last.problem
    flow.go_on("Liora Vantreight", "", "")
    for passphrase, again in (("short", "short"), ("four words in a row", "four words in row")):
        flow.go_on("", passphrase, again)
        assert film.last.problem
    assert not made
    flow.go_on("", "four words in a row", "four words in a row")
    assert made == [{"name": "Liora Vantreight", "role": "performer", "passphrase": "four words in a row"}]


def test_unlock_tells_a_wrong_passphrase_from_a_broken_disk():
    film = Film()

    def opened(passphrase):
        raise Broken("wrong-passphrase" if passphrase == "no" else "damaged")

    page = UnlockPresenter(opened, "Liora", Straight(), film)
    page.unlock("no")
    assert film.last.problem
    assert not film.failures
    page.unlock("yes")
    assert [why.code for why in film.failures] == ["damaged"]


def test_terms_of_the_contract_example_read_in_plain_words(office):
    terms = terms_from(terms_document())
    runs = plain_words(replace(terms), {"liora-voice-2025": "speaking voice"}, "en", ())
    said = "".join(text for text, _mark in runs)
    assert "Tidewrack Pictures Ltd may use your speaking voice" in said
    assert "€18,000" in said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "The company may use your likeness for a work."),
        ("fr", "La société peut utiliser votre double pour une œuvre."),
    ],
)
def test_what_is_not_chosen_yet_reads_as_a_sentence(office, request, lang, said):
    request.addfinalizer(lambda: choose_language("en"))
    choose_language(lang)
    terms = terms_from(terms_document())
    empty = replace(terms, licensee=Party("", ""), likenesses=(), project=replace(terms.project, title=""))
    plain = "".join(text for text, _mark in plain_words(empty, {}, lang, ()))
    assert plain.startswith(said)
