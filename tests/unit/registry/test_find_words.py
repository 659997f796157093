"""Looking for words without a state finds what looking for them in every state finds, in the same order."""

import pytest

from likeness.acts.licences.draft_licence import draft_licence
from likeness.licence.terms_read import terms_from
from likeness.registry.licence_row import STATES
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office

TITLES = ("Harbour Nine", "The Low Country", "Harbour lights", "Éléonore", "Nine harbours")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made = an_office(tmp_path_factory.mktemp("words"))
    for title in TITLES:
        made.do(draft_licence, terms_from(terms_document(project={"id": "p", "title": title})))
    yield made
    made.close()


@pytest.mark.parametrize("words", ["", "h", "harbour", "harbour nine", "eleonore", "tidewrack", "nothing", "?!", "-"])
@pytest.mark.parametrize("most", [1, 2, 1_000])
def test_words_find_the_same_whether_states_are_asked_for_or_not(office, words, most):
    table, now = office.registry.licences, office.clock.now()
    found = table.find(now, words=words, most=most)
    assert found == table.find(now, words=words, most=most, states=STATES)
    assert found == sorted(found, reverse=True)
    assert len(found) <= most


def test_the_newest_comes_first(office):
    now = office.clock.now()
    rows = office.registry.licences.page(office.registry.licences.find(now, words="harbour"), now)
    assert [row.terms.project.title for row in rows] == ["Nine harbours", "Harbour lights", "Harbour Nine"]
