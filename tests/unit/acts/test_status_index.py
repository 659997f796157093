"""Status indices: drawn at random among those that are free; a full list is refused plainly."""

import pytest

from likeness.acts.keys.trust_book import import_status_list, make_status_list
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.errors import Refused
from likeness.licence.codec_v1 import STATUS_ENTRIES
from likeness.licence.terms_read import terms_from
from likeness.paper.words.complaint import sentence
from tests.fakes.licences import terms_document


def _draft(office):
    return office.do(draft_licence, terms_from(terms_document())).value.number


def _all_but(*free):
    return lambda: set(range(STATUS_ENTRIES)) - set(free)


@pytest.mark.parametrize("free", [0, 77_777, STATUS_ENTRIES - 1])
def test_the_last_free_place_is_found(liora, monkeypatch, free):
    monkeypatch.setattr(liora.registry.licences, "status_indices", _all_but(free))
    assert liora.do(sign_licence, _draft(liora)).value.status_index == free


def test_a_full_list_is_refused_and_nothing_is_signed(liora, monkeypatch):
    number = _draft(liora)
    monkeypatch.setattr(liora.registry.licences, "status_indices", _all_but())
    with pytest.raises(Refused, match="status-list-full") as fault:
        liora.do(sign_licence, number)
    assert "131,072" in sentence(fault.value)
    assert liora.registry.licences.get(number, liora.clock.now()).state == "draft"


def test_no_two_licences_share_a_place(liora):
    rows = [liora.do(sign_licence, _draft(liora)).value for _ in range(12)]
    assert len({row.status_index for row in rows}) == 12


def test_the_same_list_again_changes_nothing_and_an_older_one_is_refused(liora, company):
    first, second = liora.do(make_status_list).value, liora.do(make_status_list).value
    assert company.do(import_status_list, second.data).changed
    assert not company.do(import_status_list, second.data).changed
    with pytest.raises(Refused, match="list-not-newer"):
        company.do(import_status_list, first.data)
