"""Words about keys between real registries: vouched, appointed, named, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.checking.take_in import take_in
from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.keys.give_word import Scope, delegate, hand_over, name_estate, take_back, vouch
from likeness.acts.keys.hand_out import as_text
from likeness.acts.keys.read_contacts import contacts
from likeness.acts.keys.trust_book import confirm_card, import_status_list, make_status_list, own_card, remove_card
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.amend_licence import amend_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.end_licence import newest_notice, suspend_licence, withdraw_licence
from likeness.acts.licences.export_licence import bundle_of, export_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.notices import Withdrawal
from likeness.licence.statements import sign
from likeness.licence.terms_read import terms_from
from likeness.values.money import Money
from tests.fakes.grants import grant
from tests.fakes.licences import STRANGER, terms_document
from tests.fakes.meeting import answer, key_of, meet, refusal, trust_in
from tests.fakes.offices import an_office
from tests.fakes.words import pub

AGENT = {"name": "Halden Roe Talent", "capacity": "agent", "authority": None}
WIDE = Scope(("*",), ("*",), ("*",), Money(2_000_000, "EUR"))


@pytest.fixture
def heir(tmp_path, clock):
    office = an_office(tmp_path, "Mara Vantreight", "agent", clock)
    yield office
    office.close()


def test_a_card_taken_in_waits_until_somebody_confirms_it(liora, company):
    card = own_card(company.desk)
    assert company.do(take_in, card).value[0].changed is False
    filed = liora.do(take_in, as_text(card).encode()).value
    assert [(one.kind, one.about, one.changed) for one in filed] == [("key-card", "Tidewrack Pictures Ltd", True)]
    assert trust_in(liora, "Tidewrack Pictures Ltd") == [("unknown", "unknown")]
    assert not liora.do(take_in, card).changed
    (waiting,) = contacts(liora.desk)
    liora.do(confirm_card, waiting.card)
    assert trust_in(liora, "Tidewrack Pictures Ltd") == [("confirmed", "confirmed")]
    liora.do(remove_card, key_of(company))
    assert contacts(liora.desk) == ()
    assert check_registry(liora.desk) == []


def test_an_agency_vouches_and_takes_it_back(liora, company, agency, clock):
    number = grant(liora, company)
    paper = bundle_of(company.desk, company.registry.licences.get(number, clock.now())).data
    meet(liora, agency)
    word = agency.do(vouch, key_of(liora), 30).value
    assert refusal(company, take_in, word.data) == "voucher-unknown"
    company.do(confirm_card, own_card(agency.desk))
    assert answer(company, paper) == ("unknown-signer", "unknown")
    assert company.do(take_in, word.data).value[0].changed
    assert not company.do(take_in, word.data).changed
    assert answer(company, paper) == ("status-old", "vouched")
    assert trust_in(company, "Liora Vantreight") == [("vouched", "vouched")]
    now = clock.now()
    forged = sign(Withdrawal(word.digest, now, now, pub(STRANGER)), STRANGER)
    assert refusal(company, take_in, forged.data) == "not-the-signer"
    end = agency.do(take_back, word.digest.hex()[:16], "A mistake").value
    clock.forward(seconds=1)
    assert company.do(take_in, end.data).value[0].about == "Liora Vantreight"
    assert not company.do(take_in, end.data).changed
    assert answer(company, paper)[0] == "unknown-signer"
    assert check_registry(company.desk) == check_registry(agency.desk) == []


def test_a_vouching_runs_out(liora, company, agency, clock):
    meet(liora, agency)
    meet(company, agency)
    company.do(take_in, agency.do(vouch, key_of(liora), 30).value.data)
    clock.forward(days=29, hours=23)
    assert trust_in(company, "Liora Vantreight") == [("vouched", "vouched")]
    clock.forward(hours=1)
    assert trust_in(company, "Liora Vantreight") == [("unknown", "unknown")]


def test_who_may_give_which_word(liora, company, agency):
    meet(liora, company, agency)
    assert refusal(liora, vouch, key_of(company)) == "only-agencies-vouch"
    assert (
        refusal(agency, delegate, key_of(liora), WIDE, datetime(2027, 1, 1, tzinfo=UTC)) == "only-performers-delegate"
    )
    assert refusal(agency, vouch, key_of(liora), 0) == "bad-days"
    assert refusal(agency, vouch, "0" * 32) == "unknown-card"
    assert refusal(liora, take_back, "0" * 16) == "unknown-word"
    liora.do(remove_card, key_of(company))
    liora.do(take_in, own_card(company.desk))
    assert refusal(liora, name_estate, key_of(company)) == "card-not-confirmed"


def _offer(agency, **changes):
    terms = terms_from(terms_document(grantor=AGENT, **changes))
    return agency.do(draft_licence, terms).value.number


def test_an_agent_signs_within_her_delegation_and_not_beyond(liora, company, agency, clock):
    meet(liora, agency)
    meet(liora, company)
    meet(agency, company)
    agency.do(record_double, NewDouble("liora-voice-2025", "voice-model", "Voice", performer="liora"))
    number = _offer(agency)
    assert refusal(agency, sign_licence, number) == "no-delegation"
    scope = Scope(("liora-voice-2025",), ("tidewrack",), ("generate", "alter"), Money(1_800_000, "EUR"))
    word = liora.do(delegate, key_of(agency), scope, clock.now() + timedelta(days=365)).value
    agency.do(take_in, word.data)
    beyond: dict[str, dict[str, Any]] = {
        "fee": {"fee": {"basis": "flat", "minor": 1_800_001, "currency": "EUR"}},
        "licensee": {"licensee": {"id": "oxbow", "name": "Oxbow"}},
        "act": {"acts": ["generate", "train"]},
        "pass-on": {"pass_on": "anyone"},
    }
    for thing, changes in beyond.items():
        assert refusal(agency, sign_licence, _offer(agency, **changes)) == f"outside-delegation-{thing}"
    row = agency.do(sign_licence, number).value
    data = bundle_of(company.desk, company.do(accept_licence, bundle_of(agency.desk, row).data).value).data
    assert answer(company, data) == ("unknown-signer", "unknown")  # she knows both, but of no delegation
    company.do(take_in, word.data)
    company.do(import_status_list, agency.do(make_status_list).value.data)
    assert answer(company, data) == ("valid", "confirmed")

    # The performer takes the delegation back: what was signed before stays signed, and stays hers to end.
    clock.forward(days=1)
    end = liora.do(take_back, word.digest.hex()).value
    company.do(take_in, end.data)
    agency.do(take_in, end.data)
    clock.forward(seconds=1)
    assert answer(company, data) == ("valid", "confirmed")
    assert refusal(agency, sign_licence, _offer(agency)) == "no-delegation"
    liora.do(take_in, bundle_of(agency.desk, row).data)
    liora.do(suspend_licence, row.number)
    company.do(take_in, newest_notice(liora.desk, row.number))
    assert answer(company, data)[0] == "suspended"


def test_the_estate_takes_over(liora, company, heir, clock, tmp_path):
    number = grant(liora, company, after_death=False)
    meet(liora, company, heir)
    named = liora.do(name_estate, key_of(heir)).value
    assert refusal(liora, name_estate, key_of(company)) == "estate-named-already"
    clock.forward(days=100)
    died = clock.now() - timedelta(days=1)
    assert refusal(heir, hand_over, key_of(liora), died) == "estate-not-named"
    heir.do(take_in, named.data)
    assert refusal(heir, hand_over, key_of(liora), clock.now() + timedelta(days=1)) == "died-later"
    spoken = heir.do(hand_over, key_of(liora), died).value
    assert refusal(company, take_in, spoken.data) == "estate-not-named"
    assert refusal(liora, take_in, spoken.data) == "about-yourself"
    company.do(take_in, named.data + spoken.data)
    assert not heir.do(take_in, spoken.data).changed
    clock.forward(hours=1)
    assert refusal(heir, hand_over, key_of(liora), died) == "death-known"
    events = [one.event for one in company.registry.happenings.all()]
    assert events == ["died"]
    # The estate speaks for her licence now: it takes the paper in and withdraws it.
    paper = bundle_of(company.desk, company.registry.licences.get(number, clock.now())).data
    heir.do(take_in, paper)
    heir.do(withdraw_licence, number, "The estate ends this")
    company.do(take_in, newest_notice(heir.desk, number))
    assert company.registry.licences.get(number, clock.now()).withdrawn_at is not None
    endings = {path.suffix for path in heir.do(export_licence, number, tmp_path / "out").value}
    assert endings == {".likeness", ".png", ".tlog-proof"}  # no paper that the estate cannot seal
    # A registry that meets her licence only after it heard of the death knows it at once.
    later = liora.do(sign_licence, liora.do(draft_licence, terms_from(terms_document())).value.number).value
    heir.do(take_in, bundle_of(liora.desk, later).data)
    assert [one.event for one in heir.registry.happenings.all()].count("died") == 1
    assert check_registry(company.desk) == check_registry(heir.desk) == []


def test_a_stranger_attaches_nothing(liora, company, tmp_path, clock):
    number = grant(liora, company)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    thief = an_office(elsewhere, "Thief", "performer", clock)
    theirs = bundle_of(liora.desk, liora.registry.licences.get(number, clock.now())).licence
    late = clock.now() + timedelta(days=90)
    forged = sign(Withdrawal(theirs.digest, clock.now(), late, pub(STRANGER)), STRANGER)
    assert refusal(company, take_in, forged.data) == "not-the-signer"
    short = sign(Withdrawal(theirs.digest, clock.now(), clock.now(), liora.owner.public_key), liora.desk.pen())
    assert refusal(company, take_in, short.data) == "notice-too-short"
    first = datetime(1, 1, 2, tzinfo=UTC)  # no notice fits before the calendar begins
    early = sign(Withdrawal(theirs.digest, first, first, liora.owner.public_key), liora.desk.pen())
    assert refusal(company, take_in, early.data) == "notice-too-short"
    assert refusal(liora, take_in, short.data) == "signed-with-your-key"
    # A licence of the thief that says it replaces Liora's.
    terms = terms_from(terms_document(description="Mine now."))
    says = replace(theirs.says, terms=terms, number="2026-0666", signer=pub(STRANGER), replaces=theirs.digest)
    for act in (take_in, accept_licence):
        assert refusal(company, act, sign(says, STRANGER).data) == "replaces-not-theirs"
    # Nor does Liora's licence for another company replace this one.
    elsewhere = terms_from(terms_document(licensee={"id": "oxbow", "name": "Oxbow"}))
    pen = liora.desk.pen()
    other = sign(replace(theirs.says, terms=elsewhere, number="2026-0777", replaces=theirs.digest), pen)
    assert refusal(company, accept_licence, other.data, "Oxbow") == "replaces-not-theirs"
    assert company.registry.licences.get(number, clock.now()).state == "in-force"
    thief.close()


def test_a_consent_is_in_force_as_it_comes_and_replaces_what_it_names(liora, company, clock):
    first = liora.do(
        sign_licence, liora.do(draft_licence, terms_from(terms_document(basis="consent"))).value.number
    ).value
    terms = terms_from(terms_document(basis="consent", languages=["en"]))
    second = liora.do(amend_licence, first.number, terms).value
    for row in (first, second):
        company.do(take_in, bundle_of(liora.desk, row).data)
    states = {row.number: row.state for row in company.registry.licences.all(clock.now())}
    assert states == {first.number: "replaced", second.number: "in-force"}
    assert check_registry(company.desk) == check_registry(liora.desk) == []
