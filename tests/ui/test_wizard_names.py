"""Names typed in the wizard: one company and one work have one id, and two never share one."""

from __future__ import annotations

import pytest

from likeness.licence.terms import Project
from likeness.licence.terms_read import terms_from
from tests.fakes.licences import terms_document
from ui.screens.wizard.first_pages import ProjectPage, WhoPage
from ui.screens.wizard.state import WizardState

HARBOUR = Project("harbour-nine-2", "Harbour Nine, season 2", ("eidr:10.5240/7791-8534-2C23-9030-8610-5",))
STATE = WizardState(
    terms_from(terms_document()),
    companies=(("tidewrack", "Tidewrack Pictures Ltd"), ("x", "東宝")),
    projects=(HARBOUR, Project("x", "Солярис")),
)


@pytest.fixture
def typed(dressed, qtbot):
    """Give a function that types a name on a page and returns the term the page then says."""

    def type_it(page, field, term, name):
        made, said = page(STATE), list[dict[str, object]]()
        qtbot.addWidget(made)
        made.fill(STATE)
        made.changed.connect(said.append)
        edit = getattr(made, field)
        edit.setText(name)
        edit.textEdited.emit(name)  # keys of Qt's own tests know Latin letters only
        return said[-1][term]

    return type_it


def test_a_company_is_the_one_that_is_known_and_a_stranger_is_nobody_else(typed):
    def company(name):
        return typed(WhoPage, "_company", "licensee", name).id

    assert company("tidewrack pictures ltd") == "tidewrack"
    assert company("東宝") == "x"  # of a registry from before
    assert len({"x", "tidewrack", company("松竹"), company("Мосфильм"), company("Ленфильм")}) == 5


def test_a_work_that_is_known_keeps_its_ids_and_another_has_none_of_them(typed):
    def project(title):
        return typed(ProjectPage, "_title", "project", title)

    assert project("harbour nine, Season 2") == Project(HARBOUR.id, "harbour nine, Season 2", HARBOUR.ids)
    other = project("Гамлет")
    assert (other.ids, other.id in ("x", HARBOUR.id)) == ((), False)
    assert project("Солярис").id == "x"
