"""What a verification reports besides its answer: a planned use, what can be relied on, the object, the exit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from likeness.scope.event import SUSPENDED, Event
from likeness.scope.judge import Verdict
from likeness.verifier.answer_words import not_told, rely
from likeness.verifier.roots import NOBODY, Roots
from likeness.verifier.verify import FIRST_STEPS, LATER_STEPS, verify
from tests.fakes.licences import LIORA, accepted, signed
from tests.fakes.papers import read_here, sealed
from tests.unit.verifier.trusted import AT, CARD, INDEX, TRUSTED, a_list, a_use


@pytest.mark.parametrize(
    ("changes", "verdict", "exit_code"),
    [
        ({}, Verdict.IN_SCOPE, 0),
        ({"territory": "US"}, Verdict.OUT_OF_SCOPE, 1),
        ({"medium": None}, Verdict.NEEDS_REVIEW, 3),
    ],
)
def test_a_planned_use_is_judged(changes, verdict, exit_code):
    report = verify(accepted(), TRUSTED, at=AT, use=a_use(**changes), read=read_here)
    assert report.answer == "valid"
    assert report.planned.verdict is verdict
    assert report.exit == exit_code


def test_a_planned_use_under_a_withdrawn_licence_is_refused():
    gone = Roots(cards=(CARD,), lists=(a_list({INDEX: "withdrawn"}),))
    report = verify(accepted(), gone, at=AT, use=a_use(at="2026-04-02T00:00:00Z"), read=read_here)
    assert report.planned.broken == ("withdrawn",)
    assert report.exit == 1


def test_an_answer_before_the_signers_claims_nothing_about_the_signer():
    """A licence that is known to be suspended says so first; nobody here may know who signed it."""
    stopped = (Event(SUSPENDED, AT, licence="2026-0041"),)
    known = Roots(known={signed().digest: stopped})
    report = verify(accepted(), known, at=AT + timedelta(days=1), read=read_here)
    assert (report.answer, report.signer.trust) == ("suspended", "unknown")
    lines, _sure = rely("en", report)
    assert lines == [
        "The exact words, dates, places and amounts that were signed", "Start nothing new until it is resumed"
    ]  # fmt: skip
    assert "Whether it was really they who signed: nobody here knows that key" in not_told("en", report)
    trusted = replace(known, cards=(CARD,))
    report = verify(accepted(), trusted, at=AT + timedelta(days=1), read=read_here)
    assert rely("en", report)[0][0] in ("Who agreed, and to what", "Who signed, and what")
    assert not any(
        "nobody here knows that key" in line and "they who signed" in line for line in not_told("en", report)
    )


def test_the_worse_exit_wins():
    report = verify(accepted(), NOBODY, at=AT, use=a_use(territory="US"), read=read_here)
    assert (report.answer, report.exit) == ("unknown-signer", 1)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("data", [accepted(), sealed(), b"", b"hello", accepted()[:-1], signed().data])
def test_the_object_of_the_command_line(data, language):
    report = verify(data, TRUSTED, at=AT, read=read_here)
    found = report.to_json(language)
    assert list(found) == ["answer", "steps", "licence", "number", "signer", "acceptance", "status"]
    assert all(set(step) == {"step", "result", "detail"} and step["detail"] for step in found["steps"])
    assert {step["result"] for step in found["steps"]} <= {"passed", "failed", "not-reached"}
    names = [step["step"] for step in found["steps"]]
    assert names == [name for name in (*FIRST_STEPS, *LATER_STEPS) if name in names]
    assert "planned_use" in report.to_json(language, {"verdict": "IN_SCOPE"})


def test_the_object_of_a_valid_licence():
    found = verify(accepted(), TRUSTED, at=AT, read=read_here).to_json("en")
    assert found["signer"] == {
        "name": "Liora Vantreight", "fingerprint": LIORA.public.fingerprint, "trust": "confirmed",
    }  # fmt: skip
    assert found["acceptance"]["at"] == "2026-02-24T15:08:00Z"
    assert found["status"] == {"state": "valid", "as_of": "2026-03-31T12:00:00Z"}
    assert found["licence"]["format"] == "likeness-terms/1"
    assert found["number"] == "2026-0041"
