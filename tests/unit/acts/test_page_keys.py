"""What an exported page knows of keys, read from the file as it is written: this needs no browser."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import pytest

from likeness.acts.checking.take_in import take_in
from likeness.acts.keys.change_key import change_key
from likeness.acts.keys.export_page import export_page
from likeness.acts.keys.give_word import Scope, delegate, hand_over, name_estate, take_back, vouch
from likeness.acts.keys.trust_book import confirm_card, import_status_list, make_status_list, own_card, remove_card
from likeness.licence.notices import Withdrawal
from likeness.licence.statements import sign
from likeness.values.money import Money
from tests.fakes.meeting import key_of, meet
from tests.fakes.offices import an_office

SCOPE = Scope(("liora-voice-2025",), ("tidewrack",), ("generate", "alter"), Money(1_800_000, "EUR"))
NOTHING: dict[str, Any] = {"vouched": [], "delegations": [], "estates": [], "died": {}}
NAMED = ("vouched", "delegations", "estates", "died")


@pytest.fixture
def heir(tmp_path, clock):
    office = an_office(tmp_path, "Mara Vantreight", "agent", clock)
    yield office
    office.close()


@pytest.fixture
def told(liora, company, agency, heir, clock):
    """The company has met the agency, and holds all that was said of Liora and by her: vouching, delegation, estate."""
    meet(liora, agency, heir)
    company.do(confirm_card, own_card(agency.desk))
    words = {
        "vouching": agency.do(vouch, key_of(liora), 20).value,
        "delegation": liora.do(delegate, key_of(agency), SCOPE, clock.now() + timedelta(days=365)).value,
        "estate": liora.do(name_estate, key_of(heir)).value,
    }
    heir.do(take_in, words["estate"].data)
    clock.forward(days=1)
    words["handover"] = heir.do(hand_over, key_of(liora), clock.now()).value
    for word in words.values():
        company.do(take_in, word.data)
    for office in (liora, agency, heir):
        company.do(import_status_list, office.do(make_status_list).value.data)
    return words


def page_of(office, folder, *, with_confirmed=True):
    file = office.do(export_page, folder / "page.html", with_confirmed=with_confirmed).value
    data = re.search(r'id="data">(.*?)</script>', file.read_text("utf-8"), re.DOTALL).group(1)
    return json.loads(data)


def key(office):
    return office.desk.owner().public_key.hex()


def digits(office):
    return {key(office): office.desk.pen().public.digits}


def second(at):
    return int(at.timestamp())


def test_everything_that_counts_is_on_it(liora, company, agency, heir, told, tmp_path):
    data = page_of(company, tmp_path)
    vouching, delegation, handover = (told[name].says for name in ("vouching", "delegation", "handover"))
    assert [(card["name"], card["why"]) for card in data["cards"]] == [
        ("Tidewrack Pictures Ltd", "confirmed"), ("Halden Roe Talent", "confirmed"),
    ]  # fmt: skip
    assert data["vouched"] == [{
        "name": "Liora Vantreight", "keys": digits(liora), "by": "Halden Roe Talent",
        "since": second(vouching.given_at), "until": second(vouching.expires_at), "ended": None,
    }]  # fmt: skip
    assert data["delegations"] == [{
        "name": "Halden Roe Talent", "keys": digits(agency), "of": key(liora),
        "since": second(delegation.given_at), "until": second(delegation.expires_at), "ended": None,
        "likenesses": ["liora-voice-2025"], "licensees": ["tidewrack"], "acts": ["generate", "alter"],
        "most": 1_800_000, "currency": "EUR",
    }]  # fmt: skip
    died = second(handover.died_at)
    assert data["estates"] == [{"name": "Mara Vantreight", "keys": digits(heir), "of": key(liora), "since": died}]
    assert data["died"] == {key(liora): died}
    assert data["lists"].keys() == {key(liora), key(agency), key(heir)}


def test_without_the_confirmed_cards_none_of_it_is(company, told, tmp_path):
    data = page_of(company, tmp_path, with_confirmed=False)
    assert {name: data[name] for name in NAMED} == NOTHING
    assert data["lists"] == {}
    assert [card["name"] for card in data["cards"]] == ["Tidewrack Pictures Ltd"]
    assert "Vantreight" not in (tmp_path / "page.html").read_text("utf-8")


def test_a_vouching_that_has_run_out_takes_with_it_whoever_it_named(company, told, clock, tmp_path):
    clock.forward(days=20)
    data = page_of(company, tmp_path)
    assert (data["vouched"], data["delegations"], data["estates"]) == ([], [], [])


def test_a_delegation_that_has_run_out_stays_for_what_was_signed_in_its_time(liora, company, told, clock, tmp_path):
    company.do(confirm_card, own_card(liora.desk))
    clock.forward(days=400)
    data = page_of(company, tmp_path)
    assert data["delegations"][0]["until"] < second(clock.now())
    assert data["vouched"] == []  # and who stands there by a card needs nobody to vouch
    assert [card["name"] for card in data["cards"]][1:] == ["Halden Roe Talent", "Liora Vantreight"]


def test_what_was_taken_back_stays_for_what_was_signed_before(liora, company, agency, clock, tmp_path):
    meet(liora, agency, company)
    vouching = agency.do(vouch, key_of(liora), 20).value
    delegation = liora.do(delegate, key_of(agency), SCOPE, clock.now() + timedelta(days=365)).value
    company.do(take_in, vouching.data + delegation.data)
    assert len(page_of(company, tmp_path)["delegations"]) == 1
    clock.forward(days=1)
    company.do(take_in, agency.do(take_back, vouching.digest.hex()).value.data)
    company.do(take_in, liora.do(take_back, delegation.digest.hex()).value.data)
    data = page_of(company, tmp_path)
    assert [one["ended"] for one in data["delegations"]] == [second(clock.now())]
    assert {name: data[name] for name in NAMED if name != "delegations"} == {
        name: NOTHING[name] for name in NAMED if name != "delegations"
    }


def test_what_is_taken_back_for_a_later_day_says_so(liora, company, agency, clock, tmp_path):
    meet(liora, agency, company)
    company.do(remove_card, key_of(liora))
    delegation = liora.do(delegate, key_of(agency), SCOPE, clock.now() + timedelta(days=365)).value
    kept = agency.do(vouch, key_of(liora), 20).value
    company.do(take_in, kept.data + delegation.data)
    assert [len(page_of(company, tmp_path)[name]) for name in NAMED[:2]] == [1, 1]
    later = clock.now() + timedelta(days=5)
    for office, word in ((liora, delegation), (agency, kept)):
        pen = office.desk.pen()
        company.do(take_in, sign(Withdrawal(word.digest, clock.now(), later, pen.public.encoded), pen).data)
    data = page_of(company, tmp_path)
    assert [one["ended"] for name in NAMED[:2] for one in data[name]] == [second(later)] * 2


def test_a_lost_key_is_nowhere_on_it_and_the_one_that_follows_is(liora, company, agency, told, clock, tmp_path):
    lost = key(agency)
    clock.forward(days=1)
    company.do(take_in, agency.do(change_key, lost_since=clock.now()).value)
    data = page_of(company, tmp_path)
    assert lost not in (tmp_path / "page.html").read_text("utf-8")
    assert [(card["name"], card["why"], card["key"]) for card in data["cards"]][1:] == [
        ("Halden Roe Talent", "rotated", key(agency)),
    ]  # fmt: skip
    assert data["delegations"][0]["keys"] == digits(agency)
    assert data["vouched"][0]["by"] == "Halden Roe Talent"  # said before the loss: it still counts


def test_the_key_that_follows_a_vouched_one_bears_its_name(liora, company, agency, clock, tmp_path):
    meet(liora, agency)
    company.do(confirm_card, own_card(agency.desk))
    company.do(take_in, agency.do(vouch, key_of(liora), 20).value.data)
    first = key(liora)
    clock.forward(days=1)
    company.do(take_in, liora.do(change_key).value)
    assert page_of(company, tmp_path)["vouched"][0]["keys"].keys() == {key(liora), first}


def test_words_of_somebody_whom_nobody_knows_are_not_on_it(liora, company, agency, clock, tmp_path):
    meet(liora, agency)
    delegation = liora.do(delegate, key_of(agency), SCOPE, clock.now() + timedelta(days=365)).value
    company.do(take_in, delegation.data)
    assert page_of(company, tmp_path)["delegations"] == []


def test_a_card_that_two_confirmed_keys_share_stands_there_once(liora, company, clock, tmp_path):
    company.do(confirm_card, own_card(liora.desk))
    clock.forward(days=1)
    company.do(take_in, liora.do(change_key).value)
    company.do(confirm_card, own_card(liora.desk))
    cards = page_of(company, tmp_path)["cards"][1:]
    assert len({(card["key"], card["name"]) for card in cards}) == len(cards) == 2
    assert {card["why"] for card in cards} == {"confirmed"}
