"""Whatever is handed over, verifying gives a report: an answer, never an exception, and never a false yes."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from likeness.paper.qr.qr_payload import qr_text
from likeness.verifier.report import EXITS
from likeness.verifier.roots import Roots
from likeness.verifier.verify import verify
from tests.fakes.licences import LIORA, accepted
from tests.fakes.papers import read_here

AT = datetime(2026, 4, 1, tzinfo=UTC)
OWN = Roots(own={LIORA.public.encoded: "Liora"})
_HEADS = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"LIK1:", accepted()[:11], accepted()]
)


@given(_HEADS, st.binary(max_size=400))
def test_any_bytes(head, tail):
    report = verify(head + tail, OWN, at=AT, read=read_here)
    assert report.answer in EXITS
    assert report.answer != "valid" or head + tail == accepted()


@given(st.integers(0, len(accepted()) - 1), st.integers(0, 20), st.binary(max_size=20))
def test_any_splice_of_a_licence(start, cut, put):
    data = accepted()[:start] + put + accepted()[start + cut :]
    report = verify(data, OWN, at=AT, read=read_here)
    assert report.answer != "valid" or data == accepted()


@given(st.integers(0, len(qr_text(accepted())) - 1), st.characters(codec="ascii"))
def test_any_letter_of_a_pasted_code(place, letter):
    text = qr_text(accepted())
    spoiled = text[:place] + letter + text[place + 1 :]
    report = verify(spoiled.encode(), OWN, at=AT, read=read_here)
    assert report.answer != "valid" or spoiled == text
