"""A new key, a lost one, and what each is worth, between real registries."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from likeness.acts.check_registry import check_registry
from likeness.acts.checking.take_in import take_in
from likeness.acts.keys.change_key import change_key, report_lost
from likeness.acts.keys.gather_roots import gather_roots, the_book
from likeness.acts.keys.give_word import vouch
from likeness.acts.keys.trust_book import confirm_card, import_status_list, make_status_list
from likeness.acts.licences.end_licence import newest_notice, suspend_licence
from likeness.acts.licences.export_licence import bundle_of, log_origin, proof_of
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import sign
from likeness.seal.proof import read_proof
from likeness.verifier.verify import verify
from tests.fakes.grants import grant
from tests.fakes.licences import STRANGER
from tests.fakes.meeting import answer, key_of, meet, refusal, trust_in
from tests.fakes.papers import read_here
from tests.fakes.words import a_rotation, a_vouching, pub


def test_a_new_key_is_trusted_as_the_old_one_was(liora, company, agency, clock):
    number = grant(liora, company)
    meet(liora, agency)
    meet(liora, company)
    first, origin = liora.owner.public_key, log_origin(liora.owner)
    old_list = liora.do(make_status_list).value
    company.do(import_status_list, old_list.data)
    file = liora.do(change_key).value
    assert liora.owner.public_key != first
    assert log_origin(liora.owner) == origin  # it is still the same log
    clock.forward(days=1)
    second = grant(liora, company, description="With the new key.")
    paper = {n: bundle_of(company.desk, company.registry.licences.get(n, clock.now())).data for n in (number, second)}
    assert answer(company, paper[second])[0] == "unknown-signer"
    assert company.do(take_in, file).value[0].about == "Liora Vantreight"
    assert answer(company, paper[number]) == ("valid", "confirmed")
    assert answer(company, paper[second]) == ("status-old", "confirmed")  # the old list says nothing of it
    assert ("confirmed", "rotated") in trust_in(company, "Liora Vantreight")
    # Her registry still knows its own papers, and the new key speaks for the old licence.
    assert answer(liora, paper[number]) == ("valid", "self")
    liora.do(suspend_licence, number)
    company.do(take_in, newest_notice(liora.desk, number))
    assert answer(company, paper[number])[0] == "suspended"
    new_list = liora.do(make_status_list).value
    assert new_list.says.sequence == old_list.says.sequence + 1
    company.do(import_status_list, new_list.data)
    assert answer(company, paper[second]) == ("valid", "confirmed")
    assert proof_of(liora.desk, bundle_of(liora.desk, liora.registry.licences.get(second, clock.now())))
    assert check_registry(liora.desk) == check_registry(company.desk) == []


def test_a_second_successor_and_another_name_are_refused(liora, company):
    meet(liora, company)
    pen = liora.desk.pen()
    company.do(take_in, liora.do(change_key).value)
    other = sign(a_rotation(pen, STRANGER, at=liora.clock.now()), pen)
    assert refusal(company, take_in, other.data) == "rotated-otherwise"
    assert refusal(liora, take_in, other.data) == "signed-with-your-key"
    pen = liora.desk.pen()
    renamed = sign(a_rotation(pen, STRANGER, "Somebody Else", liora.clock.now()), pen)
    assert refusal(company, take_in, renamed.data) == "rotation-of-another-name"


def test_a_lost_key_counts_for_what_was_logged_before(liora, company, clock):
    number = grant(liora, company)
    meet(liora, company)
    stolen = liora.desk.pen()
    clock.forward(days=10)
    lost_since = clock.now()
    clock.forward(days=1)
    late = grant(liora, company, description="Signed while the key was in other hands.")
    file = liora.do(change_key, lost_since, "Stolen from the office").value
    filed = company.do(take_in, file).value
    assert [one.kind for one in filed] == ["rotation", "compromise"]
    assert not company.do(take_in, file).changed
    for office, trust in ((company, "confirmed"), (liora, "self")):
        rows = {n: office.registry.licences.get(n, clock.now()) for n in (number, late)}
        assert answer(office, bundle_of(office.desk, rows[number]).data)[1] == trust
        assert answer(office, bundle_of(office.desk, rows[late]).data) == ("unknown-signer", "unknown")
    # Nothing new signed with it is taken: no list, no card, no notice, no word.
    card = sign(KeyCard("Liora Vantreight", "performer", pub(stolen), clock.now().date(), "elsewhere"), stolen)
    assert refusal(company, take_in, card.data) == refusal(company, confirm_card, card.data) == "signed-with-lost-key"
    assert refusal(company, take_in, sign(a_vouching(STRANGER, stolen), stolen).data) == "signed-with-lost-key"
    assert check_registry(liora.desk) == check_registry(company.desk) == []


def test_a_proof_of_her_log_speaks_for_a_paper_that_was_never_logged_here(liora, company, agency, clock):
    """An agent who only verifies has no log of papers: the alarm names Liora's, and the proof shows the place in it."""
    number = grant(liora, company)
    meet(liora, agency)
    clock.forward(days=10)
    lost_since = clock.now()
    clock.forward(days=1)
    late = grant(liora, company, description="Signed while the key was in other hands.")
    agency.do(take_in, liora.do(change_key, lost_since).value)
    agency.do(import_status_list, liora.do(make_status_list).value.data)
    bundles = {n: bundle_of(liora.desk, liora.registry.licences.get(n, clock.now())) for n in (number, late)}
    proofs = {n: read_proof(proof_of(liora.desk, bundle)) for n, bundle in bundles.items()}

    def asked(paper, *given):
        roots = replace(gather_roots(agency.desk), proofs=tuple(proofs[n] for n in given))
        return verify(bundles[paper].data, roots, at=clock.now(), read=read_here).answer

    assert asked(number) == asked(late) == "unknown-signer"
    assert asked(number, number) == asked(number, late, number) == "valid"
    assert asked(number, late) == asked(late, number) == asked(late, late) == "unknown-signer"
    stranger = replace(proofs[number], note=proofs[number].note.replace("likeness/", "likeness/x"))
    roots = replace(gather_roots(agency.desk), proofs=(stranger,))
    assert verify(bundles[number].data, roots, at=clock.now(), read=read_here).answer == "unknown-signer"


def test_a_key_that_was_changed_first_and_found_stolen_later(liora, company, clock):
    number = grant(liora, company)
    meet(liora, company)
    old = key_of(liora)
    clock.forward(days=1)
    company.do(take_in, liora.do(change_key).value)
    clock.forward(days=1)
    since = clock.now() - timedelta(hours=1)
    alarm = liora.do(report_lost, old, since).value
    assert alarm.says.log_size == liora.registry.journal.size() - 1
    company.do(take_in, alarm.data)
    clock.forward(minutes=1)
    assert refusal(liora, report_lost, old, since) == "alarm-known"
    data = bundle_of(company.desk, company.registry.licences.get(number, clock.now())).data
    assert answer(company, data)[1] == "confirmed"
    assert ("confirmed", "rotated") in trust_in(company, "Liora Vantreight")


def test_an_alarm_by_an_agency(liora, company, agency, clock):
    meet(liora, company, agency)
    since = clock.now()
    assert refusal(agency, report_lost, key_of(liora), since) == "alarm-without-right"
    word = agency.do(vouch, key_of(liora)).value
    alarm = agency.do(report_lost, key_of(liora), since, "Stolen").value
    assert refusal(company, take_in, alarm.data) == "alarm-without-right"
    company.do(take_in, word.data)
    company.do(take_in, alarm.data)
    assert trust_in(company, "Liora Vantreight") == [("unknown", "lost")]
    assert refusal(agency, report_lost, key_of(liora), clock.now() + timedelta(days=1)) == "lost-later"
    assert refusal(agency, report_lost, key_of(liora), since) == "alarm-known"


def test_a_status_list_of_a_lost_key_is_refused_however_new(liora, company, clock):
    """tuf-conformance test_new_timestamp_fast_forward_recovery: a new key brings the numbers back."""
    grant(liora, company)
    meet(liora, company)
    thief = liora.desk.pen()
    clock.forward(days=1)
    made = liora.do(make_status_list).value.says
    fast = sign(type(made)(10**9, clock.now(), pub(thief), clock.now() + timedelta(days=3000), made.packed), thief)
    company.do(import_status_list, fast.data)
    file = liora.do(change_key, clock.now() - timedelta(hours=1)).value
    company.do(take_in, file)
    assert refusal(company, import_status_list, sign(type(made)(10**9 + 1, *_rest(fast.says)), thief).data) == (
        "signed-with-lost-key"
    )
    ours = liora.do(make_status_list).value
    company.do(import_status_list, ours.data)
    assert the_book(company.desk).newest_list(pub(thief)).sequence == ours.says.sequence < 10**9


def _rest(says):
    return says.issued_at, says.key, says.expires_at, says.packed
