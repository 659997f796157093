"""The presenters on real registries of small offices: what a person does, and what the state says then."""

from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.accept_licence import accept_licence
from likeness.acts.draft_licence import draft_licence
from likeness.acts.export_licence import export_licence
from likeness.acts.record_double import NewDouble
from likeness.acts.sign_licence import sign_licence
from likeness.errors import Broken
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from likeness.scope.use import Use
from tests.fakes.film import Film, Straight
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.offices import PASSPHRASE, QUICK, an_office
from tests.fakes.seeded_chance import SeededChance
from ui.kit.words import choose_language
from ui.screens.doubles.presenter import DoublesPresenter
from ui.screens.first_run.presenter import FirstRunPresenter, strength
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.unlock.presenter import UnlockPresenter
from ui.screens.uses.presenter import UsesPresenter

FINE = Use(
    id="", user="tidewrack", likeness=("liora-voice-2025",), project="harbour-nine-2", act="generate",
    purpose="series", medium=("svod",), territory=("FR",), language=("fr",), modification=("new-dialogue",),
    content=(), at=date(2026, 4, 1), quantity={"line": 31, "second": 28},
)  # fmt: skip


@pytest.fixture
def clock():
    return FixedClock("2026-03-02T09:00:00+00:00")


@pytest.fixture
def office(tmp_path, clock):
    open_office = an_office(tmp_path, clock=clock)
    yield open_office
    open_office.close()
    choose_language("en")


@pytest.fixture
def answer(office, tmp_path, clock):
    """Licence 2026-0001 offered; gives the file the company sent back."""
    company = an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)
    office.do(draft_licence, terms_from(terms_document()))
    office.do(sign_licence, "2026-0001")
    sent = office.do(export_licence, "2026-0001", tmp_path / "sent", "en").value
    row = company.do(accept_licence, next(one for one in sent if one.suffix == ".likeness").read_bytes()).value
    back = company.do(export_licence, row.number, tmp_path / "back", "en").value
    company.close()
    return next(one for one in back if one.suffix == ".likeness")


@pytest.fixture
def in_force(office, answer, clock):
    """Licence 2026-0001 in force, 40 days later."""
    office.do(accept_licence, answer.read_bytes())
    clock.forward(days=40)
    return office


def screen(presenter, office):
    film = Film()
    made = presenter(office, Straight(), film)
    made.refresh()
    return made, film


# ------------------------------------------------------------------------------------------------ licences
def test_the_companys_answer_puts_a_licence_in_force(office, answer):
    licences, film = screen(LicencesPresenter, office)
    assert film.last.counts == (("offered", 1),)
    licences.accept(answer)
    assert film.told == ["Licence 2026-0001 recorded"]
    assert film.last.counts == (("in-force", 1),)
    assert film.last.doing == ""


def test_suspend_and_resume_are_signed_and_seen(in_force):
    licences, film = screen(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    assert film.last.detail.state == "in-force"
    licences.change("suspend", "")
    assert film.last.detail.state == "suspended"
    licences.change("resume", "Settled")
    assert film.last.detail.state == "in-force"
    assert film.told == ["Licence suspended", "Licence in force again"]


def test_what_the_state_forbids_is_told_and_changes_nothing(in_force):
    licences, film = screen(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    licences.change("resume", "")
    assert len(film.failures) == 1
    assert film.last.detail.state == "in-force"
    assert film.last.doing == ""
    assert not film.told


def test_a_file_that_is_no_licence_and_one_that_is_not_there_are_told(office, tmp_path):
    licences, film = screen(LicencesPresenter, office)
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"Dear Liora, we accept.")
    licences.accept(letter)
    licences.accept(tmp_path / "absent.likeness")
    assert len(film.failures) == 2
    assert film.last.ids == ()
    assert not film.told


def test_the_pane_counts_what_was_used_and_what_was_too_much(in_force):
    uses, _film = screen(UsesPresenter, in_force)
    uses.log(FINE)
    licences, film = screen(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    lines = next(used for used in film.last.detail.used if "lines" in used.words)
    assert lines.words == "31 of 40 lines"
    assert lines.share == pytest.approx(31 / 40)
    assert not film.last.detail.beyond


def test_the_pane_speaks_french_when_asked(in_force):
    licences, film = screen(LicencesPresenter, in_force)
    choose_language("fr")
    licences.choose(film.last.ids[0])
    said = "".join(text for text, _mark in film.last.detail.plain)
    assert "18\u202f000\u00a0€" in said
    assert licences.page(film.last.ids)[0].likeness == "Voix"


def test_a_row_that_is_gone_and_a_number_nobody_knows_are_no_trouble(office):
    licences, film = screen(LicencesPresenter, office)
    assert licences.row_of("1999-0001") is None
    licences.choose(77)
    assert film.last.detail is None
    licences.choose(None)
    assert film.last.detail is None
    licences.search("  nothing like this ")
    assert (film.last.words, film.last.ids) == ("nothing like this", ())


# ---------------------------------------------------------------------------------------------------- uses
def test_a_use_within_the_terms_a_promo_and_one_that_says_too_little(in_force):
    uses, film = screen(UsesPresenter, in_force)
    for use in (FINE, replace(FINE, purpose="promo"), replace(FINE, territory=(), quantity={"line": 1, "second": 1})):
        uses.log(use)
    assert film.last.counts == (("OUT_OF_SCOPE", 1), ("NEEDS_REVIEW", 1), ("IN_SCOPE", 1))
    assert film.last.found == film.last.total == 3
    assert film.last.chosen_verdicts == frozenset()
    assert film.last.detail.verdict == "NEEDS_REVIEW"
    assert [row.term for row in film.last.detail.rows if row.state == "missing"] == ["territory"]


def test_a_company_without_a_licence_has_nothing_to_be_compared_with(in_force):
    uses, film = screen(UsesPresenter, in_force)
    uses.log(replace(FINE, user="marrow-coffee"))
    detail = film.last.detail
    assert detail.verdict == "OUT_OF_SCOPE"
    assert (detail.licence, detail.rows) == ("", ())
    assert detail.why


def test_the_list_stands_under_its_days_newest_first(in_force, clock):
    uses, film = screen(UsesPresenter, in_force)
    for day in (date(2026, 4, 10), date(2026, 3, 12), date(2026, 4, 2)):
        uses.log(replace(FINE, at=day, quantity={"line": 1, "second": 1}))
    headings = [item.title for item in film.last.items if not item.id]
    assert headings == ["This week", "Earlier in April", "March 2026"]
    choose_language("fr")
    uses.refresh()
    headings = [item.title for item in film.last.items if not item.id]
    assert headings[:2] == ["Cette semaine", "Plus tôt en avril"]


def test_the_form_offers_the_companies_likenesses_and_works_we_know(in_force):
    uses, _film = screen(UsesPresenter, in_force)
    offered = uses.choices()
    assert offered.companies == (("tidewrack", "Tidewrack Pictures Ltd"),)
    assert offered.likenesses == (("liora-voice-2025", "Speaking voice"),)
    assert offered.projects == (("harbour-nine-2", "Harbour Nine, season 2"),)


def test_search_and_chips_of_uses_work_together(in_force):
    uses, film = screen(UsesPresenter, in_force)
    uses.log(FINE)
    uses.log(replace(FINE, purpose="promo"))
    uses.toggle("IN_SCOPE")
    assert [item.state for item in film.last.items if item.id] == ["IN_SCOPE"]
    uses.search("harbour")
    assert film.last.found == 1
    uses.search("marrow")
    assert (film.last.found, film.last.total) == (0, 2)


# ------------------------------------------------------------------------------------------------- doubles
def test_a_file_that_changed_is_red_one_that_is_back_is_fine(office, tmp_path):
    doubles, film = screen(DoublesPresenter, office)
    file = tmp_path / "notes.txt"
    file.write_bytes(b"as it was")
    doubles.add(NewDouble("notes", "voice-recording", "Notes", paths=(file,)))
    assert film.told[-1] == "Likeness recorded"

    def line():
        doubles.check()
        return next(card for card in film.last.cards if card.id == "notes").files

    file.write_bytes(b"changed")
    assert line()[1:] == ("red", "1 file has changed")
    file.write_bytes(b"as it was")
    assert line()[1:] == ("text3", "1 file, it matches")
    assert not film.failures


def test_the_gallery_finds_chooses_and_names_the_holders(in_force):
    doubles, film = screen(DoublesPresenter, in_force)
    doubles.add(NewDouble("face-2025", "face-scan", "Neutral face"))
    doubles.search("voice")
    assert [card.id for card in film.last.cards] == ["liora-voice-2025"]
    assert film.last.total == 2
    holder = film.last.detail.holders[0]
    assert (holder.company, holder.number, holder.until) == ("Tidewrack Pictures Ltd", "2026-0001", "30 March 2027")
    doubles.search("")
    doubles.choose("face-2025")
    assert film.last.detail.title == "Neutral face"
    assert film.last.detail.holders == ()
    assert doubles.owner() == ("performer", "Liora Vantreight")


def test_an_id_that_is_taken_is_refused_and_nothing_is_recorded(office):
    doubles, film = screen(DoublesPresenter, office)
    doubles.add(NewDouble("liora-voice-2025", "face-scan", "Neutral face"))
    assert len(film.failures) == 1
    assert film.last.total == 1
    assert film.last.doing == ""
    assert doubles.fresh_id("Liora voice 2025") == "liora-voice-2025-2"


# ------------------------------------------------------------------------------------- first run and unlock
@pytest.fixture
def path(tmp_path):
    return tmp_path / "new.registry"


def test_first_run_makes_a_registry_that_unlock_opens(path, clock):
    def make(**given):
        return Office.create(path, **given, clock=clock, chance=SeededChance(), cost=QUICK)

    first = Film()
    flow = FirstRunPresenter(make, Straight(), first)
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
        lambda **given: Office.create(path, **given, clock=clock, chance=SeededChance(), cost=QUICK), Straight(), film
    )
    for given in (("", "", ""), ("Liora", "", ""), ("", PASSPHRASE, PASSPHRASE)):
        flow.go_on(*given)
    assert [why.code for why in film.failures] == ["file-exists"]
    assert not film.last.busy
    assert path.read_bytes() == b"mine"


def test_first_run_speaks_french_from_the_first_page():
    film = Film()
    flow = FirstRunPresenter(lambda **_: None, Straight(), film)
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
