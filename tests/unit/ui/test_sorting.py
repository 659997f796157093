"""Lists sorted by a column and turned round; licences narrowed by filters that are added one by one."""

import random
from datetime import date

import pytest

from likeness.acts.dues.settle_due import settle_due
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.dues.due import Due, in_order
from likeness.licence.terms_read import terms_from
from likeness.registry.find_licences import EVERY, NEWEST, Narrow
from likeness.values.money import Money
from likeness.values.order import Order
from tests.fakes.film import filmed, told
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office
from ui.kit.words import choose_language
from ui.screens.contacts.presenter import ContactsPresenter
from ui.screens.contacts.reading import place_of
from ui.screens.contacts.state import COLUMNS as OF_CONTACTS
from ui.screens.contacts.state import Cells
from ui.screens.earnings.presenter import EarningsPresenter
from ui.screens.earnings.reading import in_order_of
from ui.screens.earnings.state import COLUMNS as OF_DUES
from ui.screens.earnings.state import About
from ui.screens.licences.presenter import LicencesPresenter

WORLD = (  # title, company, last day, fee
    ("Harbour Nine", "Tidewrack Pictures", "2026-12-01", 500),
    ("Éclat", "Kestrelle Audio", None, 90),
    ("eclair", "Kestrelle Audio", "2026-03-20", 70),
    ("Zoo", "Ålesund Films", "2026-05-01", 600),
)


def test_a_column_that_is_asked_for_again_is_turned_round_and_another_begins_anew():
    assert Order().by("ends") == Order("ends")
    assert Order("ends").by("ends") == Order("ends", falling=True)
    assert Order("ends", falling=True).by("ends") == Order("ends")
    assert Order("ends", falling=True).by("fee") == Order("fee")
    assert Order("ends", falling=True).by("").by("") == Order()


@pytest.fixture
def drafts(office):
    for title, company, last, minor in WORLD:
        fee = {"basis": "flat", "minor": minor, "currency": "EUR"}
        office.do(draft_licence, terms_from(terms_document(
            project={"id": "p", "title": title}, licensee={"id": "c", "name": company},
            create={"from": "2026-01-01", "to": last}, exploit=None, fee=fee, limits=[], delete_by=None)))  # fmt: skip
    return filmed(LicencesPresenter, office)


def titles(licences, film):
    return [one.project for one in licences.page(film.last.ids)]


def test_licences_are_newest_first_until_a_heading_is_clicked(drafts):
    licences, film = drafts
    assert film.last.order == NEWEST
    assert titles(licences, film) == ["Zoo", "eclair", "Éclat", "Harbour Nine"]
    licences.sort("project")
    assert titles(licences, film) == ["eclair", "Éclat", "Harbour Nine", "Zoo"]
    licences.sort("project")
    assert titles(licences, film) == ["Zoo", "Harbour Nine", "Éclat", "eclair"]
    licences.sort("ends")
    assert titles(licences, film) == ["eclair", "Zoo", "Harbour Nine", "Éclat"]
    licences.sort("")
    assert titles(licences, film) == ["Zoo", "eclair", "Éclat", "Harbour Nine"]


@pytest.mark.parametrize("column", ["state", "project", "company", "likeness", "ends", "fee"])
def test_the_chosen_licence_stays_chosen_and_the_order_holds_while_words_are_looked_for(drafts, column):
    licences, film = drafts
    licences.choose(film.last.ids[2])
    licences.sort(column)
    assert (film.last.detail.title, film.last.finding) == ("Éclat", False)
    licences.sort(column)
    assert film.last.detail.title == "Éclat"
    licences.search("kestrelle")
    assert film.last.order == Order(column, falling=True)
    assert set(titles(licences, film)) == {"eclair", "Éclat"}


def test_a_licence_that_a_filter_takes_away_gives_way(drafts):
    licences, film = drafts
    licences.choose(film.last.ids[0])
    licences.narrow("company", "Kestrelle Audio")
    assert film.last.detail.title == "eclair"


def test_filters_are_added_and_taken_away_one_by_one(drafts):
    licences, film = drafts
    licences.narrow("company", "Kestrelle Audio")
    licences.narrow("ends", "within-30")
    licences.narrow("likeness", "liora-voice-2025", "Speaking voice")
    assert titles(licences, film) == ["eclair"]
    assert film.last.filters == (("ends", "Ends: within 30 days"), ("company", "Company: Kestrelle Audio"),
                                 ("likeness", "Likeness: Speaking voice"))  # fmt: skip
    licences.narrow("ends", "no-end")
    assert titles(licences, film) == ["Éclat"]
    licences.narrow("ends", "")
    licences.narrow("company", "")
    licences.narrow("likeness", "")
    assert (film.last.narrow, film.last.filters, film.last.filtered) == (EVERY, (), False)
    licences.narrow("project", "Zoo")
    licences.toggle_state("draft")
    licences.search("zoo")
    assert titles(licences, film) == ["Zoo"]
    licences.clear()
    assert (len(film.last.ids), film.last.filters, film.last.filtered) == (4, (), False)


def test_filters_speak_french(drafts):
    licences, film = drafts
    choose_language("fr")
    licences.narrow("ends", "within-90")
    licences.narrow("owing", "owing")
    assert film.last.filters == (("ends", "Fin\u00a0: sous 90 jours"), ("owing", "Somme due"))


def test_what_occurs_is_offered(drafts):
    licences, film = drafts
    licences.offer("company", "a")
    licences.offer("likeness", "")
    licences.offer("project", "ecla")
    assert told(film, "offer") == [
        ([("Ålesund Films", "Ålesund Films"), ("Kestrelle Audio", "Kestrelle Audio"),
          ("Tidewrack Pictures", "Tidewrack Pictures")],),
        ([("liora-voice-2025", "Speaking voice")],),
        ([("eclair", "eclair"), ("Éclat", "Éclat")],),
    ]  # fmt: skip


def test_money_due_is_what_earnings_shows_as_open(in_force):
    in_force.do(draft_licence, terms_from(terms_document()))
    licences, film = filmed(LicencesPresenter, in_force)
    licences.narrow("owing", "owing")
    assert [one.number for one in licences.page(film.last.ids)] == ["2026-0001"]
    _earnings, dues = filmed(EarningsPresenter, in_force)
    (fee,) = [key for key in dues.last.keys if key.startswith("fee:")]
    in_force.do(settle_due, fee)
    licences.refresh()
    assert film.last.ids == ()
    assert film.last.narrow == Narrow(owing=True)


def test_likenesses_of_licences_from_elsewhere_are_sorted_by_what_they_are_called(office, tmp_path, clock):
    """A company holds no likeness: what it is called stands in the licence alone."""
    company = an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)
    row = office.do(sign_licence, office.do(draft_licence, terms_from(terms_document())).value.number).value
    licences, film = filmed(LicencesPresenter, company)
    licences.take(bundle_of(office.desk, row).data)
    company.do(draft_licence, terms_from(terms_document(likenesses=["zz-unknown"])))
    company.do(draft_licence, terms_from(terms_document(likenesses=["aa-unknown"])))
    licences.sort("likeness")
    assert [one.likeness for one in licences.page(film.last.ids)] == ["Aa-unknown", "Voice", "Zz-unknown"]
    company.close()


def test_a_reading_that_fails_leaves_the_rows_and_says_why(drafts, monkeypatch):
    licences, film = drafts
    before = film.last.ids
    monkeypatch.setattr(type(licences._desk.registry.licences), "find", lambda *_a, **_k: 1 // 0)
    licences.sort("fee")
    assert (film.last.ids, film.last.finding, len(film.failures)) == (before, False, 1)


def dues():
    made = [Due(f"fee:{at}:once", "fee", f"2026-{at}", company, "flat", on, money, state=state)
            for at, (company, on, money, state) in enumerate((
                ("Zeta", date(2026, 5, 1), Money(900, "USD"), "due"), ("Éclair", None, Money(5_000, "EUR"), "overdue"),
                ("eclat", date(2026, 4, 1), None, "paid"), ("Ethan", date(2026, 6, 1), Money(900, "EUR"), "waived"),
            ))]  # fmt: skip
    return in_order(made)


@pytest.mark.parametrize(("column", "wanted"), [
    ("on", ["eclat", "Zeta", "Ethan", "Éclair"]),
    ("company", ["Éclair", "eclat", "Ethan", "Zeta"]),
    ("amount", ["eclat", "Ethan", "Éclair", "Zeta"]),
    ("state", ["Éclair", "Zeta", "eclat", "Ethan"]),
    ("project", ["eclat", "Zeta", "Ethan", "Éclair"]),
    ("what", ["eclat", "Zeta", "Ethan", "Éclair"]),
    ("performer", ["Éclair", "eclat", "Ethan", "Zeta"]),
])  # fmt: skip
def test_dues_are_sorted_by_each_column_and_what_stands_equal_stays_by_day(column, wanted):
    whose = ("Mats", "Zoé", "Zoe", "Élodie")
    abouts = {due.key: About("One project", name) for due, name in zip(dues(), whose, strict=True)}
    found = in_order_of(Order(column), dues(), abouts)
    assert [due.company for due in found] == wanted
    turned = in_order_of(Order(column, falling=True), dues(), abouts)
    assert [due.company for due in turned] == wanted[::-1]


def test_earnings_begin_by_day_and_the_chosen_due_stays(in_force):
    earnings, film = filmed(EarningsPresenter, in_force)
    earnings.clear(frozenset())
    assert film.last.order == Order("on")
    assert len(film.last.keys) > 2
    earnings.choose(film.last.keys[1])
    for column in OF_DUES:
        before = film.last.chosen
        earnings.sort(column)
        earnings.sort(column)
        assert film.last.chosen == before == film.last.detail.key
    assert film.last.order == Order("amount", falling=True)


def test_contacts_begin_by_name_and_the_chosen_one_stays(met):
    contacts, film = met
    assert film.last.order == Order("name")
    for column in OF_CONTACTS:
        before = film.last.chosen
        contacts.sort(column)
        contacts.sort(column)
        assert film.last.chosen == before == film.last.detail.key


def test_contacts_are_sorted_by_how_they_are_known_and_by_letters():
    cells = [Cells(name, trust, name, "", "") for name, trust in (
        ("Ål", "no-card"), ("eclair", "unknown"), ("Éclat", "vouched"), ("Zoé", "confirmed"))]  # fmt: skip
    random.Random(4).shuffle(cells)
    by = lambda column: [one.name for one in sorted(cells, key=lambda one: place_of(one, column))]
    assert by("name") == ["Ål", "eclair", "Éclat", "Zoé"]
    assert by("trust") == ["Zoé", "Éclat", "eclair", "Ål"]


def test_contacts_of_a_registry_are_turned_round(in_force):
    contacts, film = filmed(ContactsPresenter, in_force)
    keys = film.last.keys
    contacts.sort("name")
    assert film.last.keys == keys[::-1]
