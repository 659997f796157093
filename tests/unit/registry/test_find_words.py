"""Looking for words without a state finds what looking for them in every state finds, in the same order."""

import pytest

from likeness.acts.licences.draft_licence import draft_licence
from likeness.licence.terms_read import terms_from
from likeness.registry.db import Database
from likeness.registry.find_words import fts_query
from likeness.registry.licence_row import STATES
from likeness.registry.migrate import migrations
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office

LETTERS_APART_SINCE = 17
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


def test_letters_that_stand_apart_are_found_as_people_type_them(office):
    table, now = office.registry.licences, office.clock.now()
    drafted = office.do(draft_licence, terms_from(terms_document(project={"id": "p", "title": "Øvrebø, Œuvre"}))).value
    for words in ("ovrebo", "Øvrebø", "oeuvre", "œuvre", "ovreb"):
        assert [row.number for row in table.page(table.find(now, words=words), now)] == [drafted.number], words


def test_what_an_earlier_version_laid_in_the_indexes_is_found_so_too(tmp_path):
    database = Database(tmp_path / "earlier", None)
    for number, text in migrations():
        with database.transaction():
            if number == LETTERS_APART_SINCE:
                for table in ("licence_text", "use_text"):
                    database.run(f"INSERT INTO {table} (rowid, words) VALUES (1, 'Mats Øvrebø'), (2, 'Liora')")
            database.script(text)
    for table in ("licence_text", "use_text"):
        for words in ("ovrebo", "Øvrebø"):
            asked = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
            assert database.rows(asked, (fts_query(words),)) == [(1,)]
    database.close()
