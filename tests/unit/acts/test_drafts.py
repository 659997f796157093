"""Drafts: numbered, changed, thrown away and put back, until they are signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.licences.draft_licence import change_draft, discard_draft, draft_licence, put_back_draft
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.licences.unfinished import Typed, Unfinished, keep_unfinished, unfinished
from likeness.errors import Refused
from likeness.licence.terms_read import terms_from
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office

TERMS = terms_from(terms_document())


def test_numbers_run_by_year(liora, clock):
    assert [liora.do(draft_licence, TERMS).value.number for _ in range(2)] == ["2026-0001", "2026-0002"]
    clock.forward(days=365)
    assert liora.do(draft_licence, TERMS).value.number == "2027-0001"


def test_a_draft_changes_a_signed_licence_does_not(liora):
    number = liora.do(draft_licence, TERMS).value.number
    other = replace(TERMS, languages=("en",))
    assert liora.do(change_draft, number, other).value.terms.languages == ("en",)
    liora.do(sign_licence, number)
    for act, args in ((change_draft, (number, TERMS)), (discard_draft, (number,)), (sign_licence, (number,))):
        with pytest.raises(Refused, match="already-signed"):
            liora.do(act, *args)
    again = liora.do(draft_licence, TERMS).value.number
    liora.do(discard_draft, again)
    assert [row.number for row in liora.registry.licences.all(liora.clock.now())] == [number]


def test_a_licence_is_of_one_performer(tmp_path, clock):
    agent = an_office(tmp_path, "Halden Roe", "agent", clock)
    for name in ("alma", "bruno"):
        agent.do(record_double, NewDouble(f"{name}-face", "face-scan", "Face", name, name.capitalize()))
    agent.do(record_double, NewDouble("alma-voice", "voice-model", "Voice", "alma-2", "Alma"))
    together = replace(TERMS, likenesses=("alma-face", "bruno-face"))
    number = agent.do(draft_licence, replace(TERMS, likenesses=("alma-face", "alma-voice", "unrecorded"))).value.number
    for act in ((draft_licence, together), (change_draft, number, together)):
        with pytest.raises(Refused, match="several-performers") as refused:
            agent.do(*act)
        assert (refused.value.key, refused.value.params["name"]) == ("likenesses", "Alma, Bruno")
    agent.registry.licences.change_draft(agent.registry.licences.get(number, clock.now()).row, number, together)
    with pytest.raises(Refused, match="several-performers"):
        agent.do(sign_licence, number)
    agent.close()


def test_a_draft_that_was_thrown_away_comes_back_as_it_was(liora, clock):
    signed = liora.do(sign_licence, liora.do(draft_licence, TERMS).value.number).value.number
    draft = liora.do(draft_licence, replace(TERMS, languages=("en",)), signed).value
    left = Unfinished(replace(TERMS, description=""), 2, 6, (Typed(3, "last", "soon"),))
    liora.do(keep_unfinished, draft.number, left)
    clock.forward(days=1)
    thrown = liora.do(discard_draft, draft.number).value
    assert liora.registry.licences.get(draft.number, clock.now()) is None
    assert unfinished(liora.desk, draft.number) is None
    back = liora.do(put_back_draft, thrown).value
    assert (back.number, back.terms, back.replaces, back.drafted_at) == (
        draft.number, draft.terms, signed, draft.drafted_at,
    )  # fmt: skip
    assert unfinished(liora.desk, draft.number) == left


def test_a_draft_comes_back_under_the_next_number_where_its_own_was_given_meanwhile(liora):
    thrown = liora.do(discard_draft, liora.do(draft_licence, TERMS).value.number).value
    assert liora.do(draft_licence, TERMS).value.number == thrown.draft.number == "2026-0001"
    assert liora.do(put_back_draft, thrown).value.number == "2026-0002"
