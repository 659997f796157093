"""Small real offices for the presenters: Liora's, with a licence on its way or in force."""

import pytest

from likeness.acts.keys.trust_book import confirm_card
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import export_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms_read import terms_from
from tests.fakes.film import Film, Straight, filmed
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.meeting import card_of
from tests.fakes.offices import an_office
from tests.unit.ui.test_presenters import filled
from ui.kit.words import choose_language
from ui.screens.contacts.presenter import ContactsPresenter
from ui.screens.wizard.presenter import WizardPresenter

USES_STEP = 3  # of the wizard


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


@pytest.fixture
def agent(tmp_path, clock):
    made = an_office(tmp_path, "Halden Roe", "agent", clock)
    yield made
    made.close()


@pytest.fixture
def screen(office):
    return filmed(ContactsPresenter, office)


@pytest.fixture
def met(office, agent):
    """Liora has confirmed the agent's card; gives her screen with the agent chosen."""
    office.do(confirm_card, card_of(agent))
    contacts_screen, film = filmed(ContactsPresenter, office)
    contacts_screen.choose(film.last.keys[0])
    return contacts_screen, film


@pytest.fixture
def film():
    return Film()


@pytest.fixture
def wizard(office, film):
    """A licence filled in to its review, opened again on the allowed uses."""
    made = WizardPresenter(office, Straight(), film, zone="Europe/Paris")
    filled(made)
    made.go(USES_STEP)
    return made
