"""Whatever somebody sends is filed or refused with a reason; the registry stays sound, and nobody is trusted by it."""

from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from likeness.acts.check_registry import check_registry
from likeness.acts.checking.take_in import take_in
from likeness.acts.keys.hand_out import as_text
from likeness.acts.keys.read_contacts import contacts
from likeness.errors import LikenessError
from likeness.paper.words.complaint import sentence
from tests.fakes.licences import accepted
from tests.fakes.offices import an_office
from tests.fakes.words import every_kind, the_acceptance

PIECES = [*(one.data for one in every_kind().values()), the_acceptance(), accepted()]


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    office = an_office(tmp_path_factory.mktemp("company"), "Tidewrack Pictures Ltd", "company")
    yield office
    office.close()


@st.composite
def spoiled(draw):
    """Some pieces in some order, perhaps with a byte changed, cut, or written as text."""
    data = bytearray(b"".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))))
    if draw(st.booleans()):
        data[draw(st.integers(0, len(data) - 1))] ^= draw(st.integers(1, 255))
    cut = bytes(data[: draw(st.integers(1, len(data)))]) if draw(st.booleans()) else bytes(data)
    return as_text(cut).encode() if draw(st.booleans()) and len(cut) < 2_900 else cut


def _taken(office, data):
    before = office.registry.journal.size(), office.registry.journal.root()
    told = ""
    try:
        office.do(take_in, data)
    except LikenessError as fault:
        told = sentence(fault, "fr")
    after = office.registry.journal.size(), office.registry.journal.root()
    if told:
        assert len(told) > 15
        assert after == before  # all of it or nothing
    else:
        assert not office.do(take_in, data).changed


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.one_of(spoiled(), st.sampled_from(PIECES), st.binary(max_size=60)))
def test_it_is_filed_or_refused_and_nothing_in_between(company, data):
    _taken(company, data)
    assert all(one.trust == "unknown" for one in contacts(company.desk))


def test_the_registry_is_sound_after_all_that(company):
    for data in [*PIECES, *reversed(PIECES)]:
        _taken(company, data)
    assert check_registry(company.desk) == []


def test_everything_that_can_be_filed_is(tmp_path):
    """In a registry of its own, the alarm last: once a key is known as lost, nothing new is taken from it."""
    pieces = every_kind()
    alarm = pieces.pop("compromise")
    with closing(an_office(tmp_path, "Tidewrack Pictures Ltd", "company")) as company:
        for one in [*pieces.values(), alarm]:
            _taken(company, one.data)
        kinds = {kind for kind, _ in company.registry.statements.all()}
        assert kinds == {
            "licence", "key-card", "status-list", "rotation", "delegation", "estate", "handover", "compromise",
        }  # fmt: skip
        assert check_registry(company.desk) == []
