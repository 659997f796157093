"""The acts: each does one thing, in one transaction, and says what it changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.doubles.check_doubles import check_doubles
from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.keys.trust_book import confirm_card, import_status_list, make_status_list, own_card, remove_card
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.end_licence import resume_licence, suspend_licence, withdraw_licence
from likeness.acts.licences.export_licence import bundle_of, export_licence, proof_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.rules.choose_rules import choose_rules
from likeness.acts.rules.read_caveats import caveats_here
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.read_usage import usage_of
from likeness.errors import Refused, Unreadable
from likeness.licence.terms import Exclusivity, Party, Territory
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Verdict
from likeness.scope.use import Use
from likeness.seal.log_key import LogPublicKey
from likeness.seal.proof import check_proof, read_proof
from likeness.values.days import Span
from likeness.values.outcome import Change
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office

TERMS = terms_from(terms_document())
USE = Use(
    "u-1", "tidewrack", ("liora-voice-2025",), "harbour-nine-2", "generate", "series", ("svod",), ("FR",), ("fr",),
    ("new-dialogue",), None, (), datetime(2026, 4, 1, 5, 30, tzinfo=UTC), None, {"line": 14, "second": 28},
)  # fmt: skip


@pytest.fixture
def clock():
    return FixedClock()


def in_force(liora, company, terms=TERMS):
    number = liora.do(draft_licence, terms).value.number
    row = liora.do(sign_licence, number).value
    theirs = company.do(accept_licence, bundle_of(liora.desk, row).data).value
    return liora.do(accept_licence, bundle_of(company.desk, theirs).data).value


def test_acceptance_there_and_back(liora, company):
    row = in_force(liora, company)
    assert row.state == "in-force"
    theirs = company.registry.licences.get(row.number, row.drafted_at)
    assert bundle_of(liora.desk, row).data == bundle_of(company.desk, theirs).data
    assert check_registry(liora.desk) == check_registry(company.desk) == []


def test_a_company_whose_clock_is_years_behind_signs_no_acceptance_from_before_the_licence(liora, company):
    row = liora.do(sign_licence, liora.do(draft_licence, TERMS).value.number).value
    company.desk.clock.forward(days=-20_000)
    file = bundle_of(liora.desk, row).data
    with pytest.raises(Refused, match="signed-ahead"):
        company.do(accept_licence, file)
    assert company.registry.licences.counts(company.clock.now()) == {}
    company.desk.clock.forward(days=20_000)
    assert company.do(accept_licence, file).value.accepted


def test_an_acceptance_by_a_key_you_trust_otherwise_is_refused(liora, company, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    impostor = an_office(elsewhere, "Impostor", "company")
    liora.do(confirm_card, own_card(company.desk))
    number = liora.do(draft_licence, TERMS).value.number
    signed = bundle_of(liora.desk, liora.do(sign_licence, number).value).data
    theirs = impostor.do(accept_licence, signed, "Tidewrack Pictures Ltd").value
    with pytest.raises(Refused, match="accepted-by-another-key"):
        liora.do(accept_licence, bundle_of(impostor.desk, theirs).data)
    assert liora.registry.licences.get(number, liora.clock.now()).state == "offered"


def test_an_amendment_replaces_when_it_is_in_force(liora, company):
    old = in_force(liora, company)
    number = liora.do(draft_licence, replace(TERMS, languages=("en",)), replaces=old.number).value.number
    row = liora.do(sign_licence, number).value
    assert liora.registry.licences.get(old.number, liora.clock.now()).state == "in-force"
    theirs = company.do(accept_licence, bundle_of(liora.desk, row).data).value
    assert company.registry.licences.get(old.number, liora.clock.now()).state == "replaced"
    liora.do(accept_licence, bundle_of(company.desk, theirs).data)
    assert liora.registry.licences.get(old.number, liora.clock.now()).state == "replaced"


def test_a_late_row_moves_the_limit(liora, company):
    row = in_force(liora, company)
    for n in (2, 3):
        liora.do(log_use, replace(USE, id=f"u-{n}", at=datetime(2026, 4, n, tzinfo=UTC)))
    assert [(x.unit, x.used, x.most) for x in usage_of(liora.registry, row)] == [("line", 28, 40), ("second", 56, 240)]
    liora.do(log_use, USE)
    late = liora.registry.uses.get("u-3")
    assert [(one.cause, one.finding.verdict) for one in late.findings] == [
        ("logged", Verdict.IN_SCOPE),
        ("late-row", Verdict.OUT_OF_SCOPE),
    ]
    with pytest.raises(Refused, match="use-known"):
        liora.do(log_use, USE)


def test_suspended_resumed_withdrawn(liora, company, clock):
    number = in_force(liora, company).number
    assert liora.do(suspend_licence, number).value.state == "suspended"
    with pytest.raises(Refused, match="already-suspended"):
        liora.do(suspend_licence, number)
    clock.forward(days=1)
    assert liora.do(resume_licence, number).value.state == "in-force"
    withdrawn = liora.do(withdraw_licence, number, "Enough").value
    assert withdrawn.state == "in-force"  # ninety days' notice
    clock.forward(days=90)
    assert liora.registry.licences.get(number, clock.now()).state == "withdrawn"
    assert check_registry(liora.desk) == []


def test_a_pause_that_begins_and_ends_later(liora, company, clock):
    """The state follows the clock, and a status list ends before the next change that is known."""
    number = in_force(liora, company).number
    begins, ends = clock.now() + timedelta(days=3), clock.now() + timedelta(days=5)

    def now():
        listed = liora.do(make_status_list).value.says
        row = liora.registry.licences.get(number, clock.now())
        return row.state, listed.state(row.status_index), listed.expires_at

    assert liora.do(suspend_licence, number, at=begins).value.state == "in-force"
    assert now() == ("in-force", "valid", begins)
    assert liora.do(resume_licence, number, at=ends).value.state == "in-force"
    clock.forward(days=4)
    assert now() == ("suspended", "suspended", ends)
    clock.forward(days=1)
    assert now()[:2] == ("in-force", "valid")
    assert liora.do(suspend_licence, number).value.state == "suspended"


def test_a_licence_is_suspended_now_whatever_pause_is_planned(liora, company, clock):
    number, planned = in_force(liora, company).number, clock.now() + timedelta(days=30)
    assert liora.do(suspend_licence, number, at=planned).value.state == "in-force"
    assert liora.do(suspend_licence, number, "At once").value.state == "suspended"
    with pytest.raises(Refused, match="already-suspended"):
        liora.do(suspend_licence, number)
    clock.forward(days=1)
    assert liora.do(resume_licence, number).value.state == "in-force"
    assert liora.do(log_use, replace(USE, at=clock.now())).value.newest.verdict is Verdict.IN_SCOPE
    assert liora.registry.licences.get(number, planned).state == "suspended"
    assert liora.do(resume_licence, number).value.state == "in-force"  # the planned one is called off
    assert liora.registry.licences.get(number, planned + timedelta(seconds=1)).state == "in-force"


def test_nothing_is_resumed_before_it_was_suspended_nor_once_it_is_over(liora, company, clock):
    number, later = in_force(liora, company).number, clock.now() + timedelta(days=9)
    liora.do(suspend_licence, number, at=later)
    with pytest.raises(Refused, match="not-suspended"):
        liora.do(resume_licence, number, at=later - timedelta(seconds=1))
    liora.do(withdraw_licence, number)
    over = liora.registry.licences.get(number, clock.now()).withdrawn_at
    with pytest.raises(Refused, match="already-withdrawn"):
        liora.do(resume_licence, number, at=over)
    assert liora.do(resume_licence, number, at=over - timedelta(seconds=1)).value.state == "in-force"
    clock.forward(days=90)
    for act in (suspend_licence, resume_licence):
        with pytest.raises(Refused, match="already-withdrawn"):
            liora.do(act, number)


def test_a_withdrawal_after_the_end_of_the_calendar_is_refused(liora, company):
    number = in_force(liora, company).number
    with pytest.raises(Unreadable, match="bad-instant"):
        liora.do(withdraw_licence, number, at=datetime(9999, 12, 1, tzinfo=UTC))
    assert liora.do(withdraw_licence, number).value.withdrawn_at is not None


def test_status_lists_never_go_back(liora, company, clock):
    in_force(liora, company)
    first = liora.do(make_status_list).value
    second = liora.do(make_status_list).value
    company.do(import_status_list, second.data)
    with pytest.raises(Refused, match="list-not-newer"):
        company.do(import_status_list, first.data)


def test_a_list_expires_before_a_withdrawal_it_knows_of(liora, company, clock):
    number = in_force(liora, company, replace(TERMS, notice_days=10)).number
    liora.do(withdraw_licence, number)
    made = liora.do(make_status_list).value.says
    assert (made.expires_at - made.issued_at).days == 10


def test_the_proof_goes_out_with_the_licence(liora, company):
    bundle = bundle_of(liora.desk, in_force(liora, company))
    proof = read_proof(proof_of(liora.desk, bundle))
    checkpoint = check_proof(proof, bundle.licence.data, LogPublicKey(liora.owner.log_public_key))
    assert checkpoint.size == liora.registry.journal.size()


def test_files_are_found_missing_and_changed(liora, tmp_path):
    here, gone = tmp_path / "a.bin", tmp_path / "b.bin"
    here.write_bytes(b"a")
    gone.write_bytes(b"b")
    new = NewDouble("scan", "face-scan", "Scan", performer="liora", paths=(here, gone))
    assert liora.do(record_double, new).changed == frozenset({Change.DOUBLES})
    gone.unlink()
    here.write_bytes(b"other")
    (row,) = liora.do(check_doubles, "scan").value
    assert [file.state for file in row.files] == ["changed", "missing"]


def test_cards_are_confirmed_and_forgotten(liora, company):
    card = liora.do(confirm_card, own_card(company.desk)).value
    assert card.name == "Tidewrack Pictures Ltd"
    liora.do(remove_card, card.thumbprint.hex())
    assert liora.registry.trust.cards() == []


def test_warnings_know_the_registry(liora, company):
    in_force(liora, company, replace(TERMS, exclusive=terms_from(terms_document(exclusive={
        "purposes": ["series"], "territory": {"include": ["EU"]}})).exclusive))  # fmt: skip
    other = replace(TERMS, licensee=replace(TERMS.licensee, id="oxbow"), likenesses=("liora-voice-2025", "nothing"))
    assert [caveat.rule for caveat in caveats_here(liora.desk, other)][:2] == ["unknown-likeness", "conflict"]


def test_an_amendment_does_not_collide_with_what_it_replaces(liora, company, clock):
    sole = replace(TERMS, exclusive=Exclusivity(("series",), Territory(("EU",))))
    old = in_force(liora, company, sole)
    other = replace(TERMS, licensee=Party("oxbow", "Oxbow Interactive"))

    def collides(**options):
        return [(c.rule, c.value) for c in caveats_here(liora.desk, other, **options) if c.rule == "conflict"]

    assert collides() == [("conflict", old.number)]
    assert collides(replaces=old.number) == []
    liora.do(withdraw_licence, old.number)
    assert collides() == [("conflict", old.number)]  # the notice of 90 days is still running
    clock.forward(days=91)
    assert collides() == []


def test_an_old_signature_is_held_against_the_rules_of_its_day(liora):
    liora.do(choose_rules, ["no-fakes-bill"])
    endless = replace(TERMS, create=Span(TERMS.create.first, None))
    assert "R60" not in [one.rule for one in caveats_here(liora.desk, endless)]  # March 2026: no bill yet
    later = datetime(2026, 6, 23, 23, tzinfo=UTC)  # the day after in Paris
    assert "R60" in [one.rule for one in caveats_here(liora.desk, endless, signed_at=later)]


def test_a_change_of_the_past_is_named(liora, company):
    in_force(liora, company)
    liora.registry._db.run("UPDATE licence SET fee_minor = 1, company = 'Somebody Else'")
    assert [fault.what for fault in check_registry(liora.desk)] == ["column"]


def test_a_cancelled_export_writes_nothing(liora, company, tmp_path):
    number = in_force(liora, company).number
    with pytest.raises(Refused, match="cancelled"):
        liora.do(export_licence, number, tmp_path / "out", "en", lambda: True)
    assert not (tmp_path / "out").exists()
