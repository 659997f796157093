"""The answer of a verification: the first thing that applies, for every state, signer and date."""

import gzip
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest

from likeness.licence.key_card import KeyCard
from likeness.licence.notices import Withdrawal
from likeness.licence.statements import sign
from likeness.paper.qr.qr_payload import qr_text
from likeness.scope.event import Event
from likeness.seal.canonical import encode
from likeness.seal.envelope import seal
from likeness.seal.kinds import Kind
from likeness.verifier.report import EXITS
from likeness.verifier.roots import NOBODY, Roots
from likeness.verifier.verify import verify
from tests.fakes.licences import LIORA, SIGNED_AT, STRANGER, TIDEWRACK, a_licence, accepted, signed
from tests.fakes.papers import code, read_here, sealed
from tests.unit.verifier.trusted import AT, CARD, INDEX, TRUSTED, a_list, a_use


def answer(data, roots=TRUSTED, at=AT):
    return verify(data, roots, at=at, read=read_here).answer


def with_terms(**terms):
    return accepted(signed(a_licence(**{f"terms_{key}": value for key, value in terms.items()})))


def test_each_way_to_hand_it_over_gives_the_same_answer():
    for data in (
        accepted(),
        sealed(),
        code().png(),
        qr_text(accepted()).encode(),
        qr_text(accepted(), "example.org").encode() + b"\n",
        b"\xef\xbb\xbf  " + qr_text(accepted()).encode() + b" \r\n",
        (qr_text(accepted()) + "\r\n").encode("utf-16"),
        b"\xfe\xff" + qr_text(accepted()).encode("utf-16-be"),
    ):
        report = verify(data, TRUSTED, at=AT, read=read_here)
        assert report.answer == "valid", report.steps
        assert report.data == accepted()
        assert report.exit == 0


def test_a_code_is_read_out_of_the_mail_around_it():
    code = qr_text(accepted())
    broken = "\n".join(code[start : start + 70] for start in range(0, len(code), 70))
    for before in ("", "Dear agent,\nhere it is:\n\n"):
        for after in ("", "\n\nBest,\nLiora\n", "\r\n \r\nSent from a telephone"):
            for text in (code, broken, qr_text(accepted(), "example.org")):
                report = verify(f"{before}{text}{after}".encode(), TRUSTED, at=AT, read=read_here)
                assert report.answer == "valid", (before, after)
    assert answer(f"{code[:-2]}\n\nBest".encode()) == "altered"


@pytest.mark.parametrize(
    "spoil", [lambda c: c[:-1], lambda c: c.replace("A", "a", 1), lambda c: c[:90] + ":::" + c[90:]]
)
def test_a_code_that_is_not_whole_says_so(spoil):
    report = verify(spoil(qr_text(accepted())).encode(), TRUSTED, at=AT, read=read_here)
    assert report.answer == "unreadable"
    assert report.steps[0].words("en").startswith("The code is not whole")


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_archive_is_told_as_such_and_nobody_is_said_to_have_changed_the_paper_in_it(packing):
    """A paper that is only stored in one stands near its beginning, and was called changed."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        archive.writestr("2026-0041.pdf", sealed())
    for data in (stream.getvalue(), gzip.compress(sealed())):
        report = verify(data, TRUSTED, at=AT, read=read_here)
        assert report.answer == "other"
        assert report.steps[1].words("en") == "It is an archive. Unpack it, and check each file in it."


def test_without_roots_nobody_is_trusted_and_nothing_fails():
    report = verify(accepted(), NOBODY, at=AT, read=read_here)
    assert report.answer == "unknown-signer"
    assert (report.signer.trust, report.signer.name) == ("unknown", "Liora Vantreight")
    assert report.licence == a_licence()
    assert (report.status.state, report.status.as_of) == ("unknown", None)
    assert report.exit == 3


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "unreadable"),
        (b" \n", "unreadable"),
        (b"hello", "other"),
        (b"BMW, four wheels", "other"),
        (b"\x00\x01\x02" * 50, "other"),
        (b"%PDF-1.7\n%%EOF", "unreadable"),
        (b"\x89PNG\r\n\x1a\nxx", "unreadable"),
        (b"LIK1:A", "unreadable"),
        (b"LIK1:" + "\u00e9".encode(), "unreadable"),
        (b"LIK1:", "other"),
        (b"HC1:6BFOXN", "other"),
        (qr_text(b"hello").encode(), "other"),
        (accepted()[:-1], "altered"),
        (accepted() + b"\x00", "altered"),
        (accepted()[:300], "altered"),
        (bytes([accepted()[0] ^ 1]) + accepted()[1:], "altered"),
        (signed().data[:-1] + bytes([signed().data[-1] ^ 1]), "altered"),
        (signed().data + sign(replace(signed().says, number="2026-0042"), LIORA).data, "altered"),
        (accepted()[len(signed().data) :] + signed().data, "other"),
        (sign(CARD, LIORA).data, "other"),
        (sign(Withdrawal(bytes(32), SIGNED_AT, AT, LIORA.public.encoded), LIORA).data, "other"),
    ],
)
def test_what_is_no_whole_licence_of_ours(data, expected):
    report = verify(data, TRUSTED, at=AT, read=read_here)
    assert report.answer == expected
    assert (report.licence, report.signer, report.accepted, report.status) == (None, None, None, None)
    assert [step.result for step in report.steps].count("failed") == 1


@pytest.mark.parametrize("data", [b"hello", b"HC1:6BFOXN", qr_text(b"hello").encode(), sign(CARD, LIORA).data])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_step_says_that_a_licence_was_found_where_there_is_none(data, language):
    passed = [step for step in verify(data, TRUSTED, at=AT, read=read_here).steps if step.result == "passed"]
    assert passed
    assert not any("licence" in step.words(language).lower() for step in passed)


def test_a_newer_version_is_named_as_such():
    from likeness.licence.codec_v1 import encode_licence
    from likeness.seal.canonical import decode

    value = decode(encode_licence(a_licence()))
    assert isinstance(value, dict)
    newer = seal(encode(value | {44: True}), Kind.LICENCE, LIORA)
    report = verify(newer, TRUSTED, at=AT, read=read_here)
    assert report.answer == "unreadable"
    assert "made-by-newer-version" in [step.detail for step in report.steps]


def test_every_later_state_in_the_list():
    for state in ("withdrawn", "replaced", "suspended"):
        assert answer(accepted(), Roots(cards=(CARD,), lists=(a_list({INDEX: state}),))) == state


def test_a_withdrawal_in_an_old_list_still_counts():
    assert answer(accepted(), Roots(cards=(CARD,), lists=(a_list({INDEX: "withdrawn"}, days=1),))) == "withdrawn"


def test_another_licences_entry_and_another_signers_list_say_nothing():
    others = Roots(cards=(CARD,), lists=(a_list({INDEX + 1: "withdrawn"}), a_list({INDEX: "withdrawn"}, key=STRANGER)))
    assert answer(accepted(), others) == "valid"


def test_the_newest_list_speaks():
    both = (a_list({INDEX: "suspended"}, sequence=1), a_list(sequence=2))
    assert answer(accepted(), Roots(cards=(CARD,), lists=both)) == "valid"
    assert answer(accepted(), Roots(cards=(CARD,), lists=both[::-1])) == "valid"


def test_a_list_past_its_date_is_old_from_that_instant():
    old = a_list(days=1)
    assert answer(accepted(), Roots(cards=(CARD,), lists=(old,)), at=old.expires_at - timedelta(seconds=1)) == "valid"
    assert answer(accepted(), Roots(cards=(CARD,), lists=(old,)), at=old.expires_at) == "status-old"
    assert answer(accepted(), Roots(cards=(CARD,))) == "status-old"


@pytest.mark.parametrize("state", ["valid", "withdrawn", "replaced", "suspended"])
def test_a_list_as_old_as_the_calendar_is_read_like_any_other(state):
    """The notice of a withdrawal is counted back from the list's own day, and there may be no day left."""
    first = a_list({INDEX: state}, at=datetime(1, 1, 3, tzinfo=UTC), days=1_000_000)
    trusted = Roots(cards=(CARD,), lists=(first,))
    assert answer(accepted(), trusted) == state
    planned = verify(accepted(), trusted, at=AT, use=a_use(), read=read_here).planned
    assert planned.broken == {"valid": (), "replaced": ("superseded",)}.get(state, (state,))


def test_what_is_recorded_here_counts_at_its_instant():
    digest = signed().digest
    given = datetime(2026, 5, 1, tzinfo=UTC)

    def roots(*events):
        return Roots(own={LIORA.public.encoded: "Liora"}, known={digest: events})

    withdrawn = roots(Event("withdrawn", given, "2026-0041"))
    in_effect = given + timedelta(days=90)
    assert answer(accepted(), withdrawn, at=in_effect - timedelta(seconds=1)) == "valid"
    assert answer(accepted(), withdrawn, at=in_effect) == "withdrawn"
    before = given - timedelta(seconds=1)
    paused = roots(Event("suspended", given, "2026-0041"), Event("resumed", in_effect, "2026-0041"))
    assert [answer(accepted(), paused, at=at) for at in (before, given, in_effect)] == ["valid", "suspended", "valid"]
    replaced = roots(Event("superseded", given, "2026-0041", "2026-0042"))
    assert [answer(accepted(), replaced, at=at) for at in (before, given)] == ["valid", "replaced"]


def test_what_is_recorded_of_anothers_licence_is_no_old_news():
    known = replace(TRUSTED, known={signed().digest: (Event("suspended", AT, "2026-0041"),)})
    report = verify(accepted(), known, at=AT, read=read_here)
    assert report.answer == "suspended"
    assert report.steps[-1].detail == "status-recorded"


def test_a_planned_use_in_a_pause_that_is_over_is_refused_though_the_list_says_valid():
    pause = (
        Event("suspended", AT - timedelta(days=3), "2026-0041"),
        Event("resumed", AT - timedelta(days=1), "2026-0041"),
    )
    use = a_use(at=(AT - timedelta(days=2)).isoformat())
    report = verify(accepted(), replace(TRUSTED, known={signed().digest: pause}), at=AT, use=use, read=read_here)
    assert (report.answer, report.planned.broken) == ("valid", ("suspended",))


def test_ones_own_licence_needs_no_list():
    report = verify(accepted(), Roots(own={LIORA.public.encoded: "Liora V."}), at=AT, read=read_here)
    assert (report.answer, report.signer.trust, report.signer.name) == ("valid", "self", "Liora V.")
    assert (report.status.state, report.status.as_of) == ("valid", AT)


def test_the_last_day_is_counted_in_the_licences_zone():
    data = with_terms(
        exploit={"from": "2026-03-01", "to": "2026-04-01"}, create={"from": "2026-03-01", "to": "2026-03-02"}
    )
    roots = Roots(own={LIORA.public.encoded: "L"})
    assert answer(data, roots, datetime(2026, 4, 1, 21, 59, tzinfo=UTC)) == "valid"
    assert answer(data, roots, datetime(2026, 4, 1, 22, 0, tzinfo=UTC)) == "expired"  # midnight in Paris


def test_without_an_end_it_never_expires():
    data = with_terms(create={"from": "2026-03-01"})
    assert answer(data, Roots(own={LIORA.public.encoded: "L"}), datetime(2999, 1, 1, tzinfo=UTC)) == "valid"


def test_it_starts_on_the_earlier_first_day():
    roots = Roots(own={LIORA.public.encoded: "L"})
    data = with_terms(create={"from": "2026-04-05"}, exploit={"from": "2026-04-02"})
    assert answer(data, roots, datetime(2026, 4, 1, 21, 59, tzinfo=UTC)) == "not-started"
    assert answer(data, roots, datetime(2026, 4, 1, 22, 0, tzinfo=UTC)) == "valid"


def test_a_contract_needs_its_acceptance_and_a_consent_does_not():
    assert answer(signed().data) == "not-accepted"
    assert answer(signed(a_licence(terms_basis="consent")).data) == "valid"


def test_a_card_trusts_its_key_for_its_own_name():
    other = KeyCard("Somebody Else", "performer", LIORA.public.encoded, date(2026, 1, 1))
    assert answer(accepted(), Roots(cards=(other,), lists=TRUSTED.lists)) == "unknown-signer"
    guardian = a_licence(terms_grantor={"name": "Ada Roe", "capacity": "guardian", "authority": "Court order"})
    card = KeyCard("Ada Roe", "performer", LIORA.public.encoded, date(2026, 1, 1))
    assert answer(accepted(signed(guardian)), Roots(cards=(card,), lists=TRUSTED.lists)) == "valid"


def test_the_acceptance_names_its_key_and_its_trust():
    report = verify(accepted(), TRUSTED, at=AT, read=read_here)
    assert (report.accepted.by.name, report.accepted.by.trust) == ("Tidewrack Pictures Ltd", "unknown")
    company = KeyCard("Tidewrack Pictures Ltd", "company", TIDEWRACK.public.encoded, date(2026, 1, 1))
    known = verify(accepted(), Roots(cards=(CARD, company), lists=TRUSTED.lists), at=AT, read=read_here)
    assert known.accepted.by.trust == "confirmed"


def test_the_first_that_applies_is_the_answer():
    """Everything is wrong at once; one fault after the other is healed."""
    lone = signed(a_licence(terms_create={"from": "2026-03-01", "to": "2026-03-02"}, terms_exploit=None))
    late = datetime(2026, 6, 1, tzinfo=UTC)
    gone = Roots(lists=(a_list({INDEX: "withdrawn"}),))
    assert answer(lone.data, gone, late) == "withdrawn"
    assert answer(lone.data, NOBODY, late) == "expired"
    assert answer(lone.data, NOBODY, datetime(2026, 2, 1, tzinfo=UTC)) == "unknown-signer"
    assert answer(lone.data, Roots(cards=(CARD,)), datetime(2026, 2, 1, tzinfo=UTC)) == "not-accepted"
    assert answer(accepted(lone), Roots(cards=(CARD,)), datetime(2026, 2, 1, tzinfo=UTC)) == "not-started"
    assert answer(accepted(lone), Roots(cards=(CARD,)), datetime(2026, 3, 1, 12, tzinfo=UTC)) == "status-old"


def test_every_answer_has_its_exit():
    assert EXITS == {
        "unreadable": 4, "other": 4, "altered": 1, "withdrawn": 1, "replaced": 1, "suspended": 1, "expired": 1,
        "unknown-signer": 3, "not-accepted": 3, "not-started": 3, "status-old": 3, "valid": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("event", "broken"),
    [
        (Event("strike-began", AT), ("suspended",)),
        (Event("died", AT, performer="liora"), ("after-death",)),
        (Event("died", AT, performer="somebody-else"), ()),
    ],
)
def test_a_planned_use_is_judged_by_strikes_and_deaths_that_are_recorded_here(event, broken):
    planned = verify(accepted(), replace(TRUSTED, happened=(event,)), at=AT, use=a_use(at="2026-04-02T05:30:00Z"),
                     read=read_here)  # fmt: skip
    assert planned.planned.broken == broken
    assert planned.answer == "valid"  # the licence stands: neither is said of it in a list
