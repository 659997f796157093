"""Practices of the trade, each as a small world: what the judge says of the uses, and what the packs say of the terms.

The practices and their sources are those of the domain notes, section 5. Names of companies and works are changed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.rules.choose_rules import choose_rules
from likeness.errors import Refused
from likeness.licence.grants import grant_of
from likeness.licence.rules.caveats import caveats_on
from likeness.licence.rules.drafted import Drafted
from likeness.licence.rules.pack import DUTY
from likeness.licence.rules.remarks import remarks_on
from likeness.licence.rules.shelf import pack_ids
from likeness.licence.rules.used import Used
from likeness.licence.terms_read import terms_from
from likeness.scope.event import Event
from likeness.scope.grant import Double
from likeness.scope.judge import Bench, Verdict
from likeness.scope.use import Use
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office
from tests.fakes.uses import ALLOWED

TODAY = date(2026, 7, 20)
ALL = pack_ids()
IN, OUT, REVIEW = Verdict.IN_SCOPE, Verdict.OUT_OF_SCOPE, Verdict.NEEDS_REVIEW


def granted(**changes):
    return terms_from(terms_document(limits=[], longest_seconds=None, **changes))


def used(**changes):
    return replace(ALLOWED, **changes)


def judged(use, *licences, events=(), doubles=()):
    grants = [grant_of(f"2026-{n:04}", terms, signed=True, accepted=True) for n, terms in enumerate(licences, 1)]
    found = Bench(grants, events, doubles).judge([use])[0]
    return found.verdict, found.broken, found.missing


def warned(terms, day=TODAY, died_on=None, packs=ALL):
    return {one.rule for one in caveats_on(Drafted(terms, day, None, (), died_on), packs)}


def said_of(use, terms, packs=ALL, day=TODAY, died_on=None):
    finding = Bench([grant_of("2026-0001", terms, signed=True, accepted=True)] if terms else []).judge([use])[0]
    case = Used(use, finding, terms if finding.licences else None, day, died_on)
    remarks = remarks_on(case, packs)
    return {rule.id for rule in remarks}, {rule.id for rule in remarks if rule.level == DUTY}


ONE_DAY = {
    "project": {"id": "film-a", "title": "Film A"}, "purposes": ["feature-film"], "media": ["*"],
    "create": {"from": "2026-07-20"}, "exploit": {"from": "2026-07-20"}, "representation": None, "residuals": [],
    "fee": {"basis": "flat", "minor": 18700, "currency": "USD"}, "modifications": ["*"], "delete_by": None,
    "description": "Any purpose, in perpetuity.",
}  # fmt: skip


def test_one_days_scan_for_ever(tmp_path):
    terms = granted(**ONE_DAY)
    assert {"R02", "R60", "R38", "R03", "all-media-no-end"} <= warned(terms)
    office = an_office(tmp_path)
    office.do(choose_rules, ["statutes-us", "no-fakes-bill"], refuse=True)
    number = office.do(draft_licence, terms).value.number
    for words in (None, "yes", "I accept"):
        with pytest.raises(Refused) as fault:
            office.do(sign_licence, number, words)
        assert (fault.value.code, fault.value.key) == ("rule-refuses", "all-media-no-end")
    assert office.do(sign_licence, number, "I accept what is marked in red").value.state == "offered"
    leaves = [leaf for leaf in office.registry.journal.leaves() if leaf.tag == "accepted-rules"]
    assert len(leaves) == 1
    assert b"all-media-no-end" in (leaves[0].entry or b"")
    other = used(
        project="film-b", purpose="feature-film", modification=("unfilmed-shots",), at=date(2031, 3, 1)
    )  # fmt: skip
    assert judged(other, terms) == (OUT, ("project",), ())
    office.close()


def test_the_producers_reply_the_same_scan_for_film_a_only():
    terms = granted(
        **ONE_DAY | {"description": "Background of the harbour scenes of film A, from the scan of 20 July 2026."}
    )
    a = used(project="film-a", purpose="feature-film", modification=("unfilmed-shots",), at=date(2026, 8, 1))
    assert judged(a, terms)[0] is IN
    b = replace(a, project="film-b")
    assert judged(b, terms) == (OUT, ("project",), ())
    assert said_of(b, terms, ["sag-aftra-tv-theatrical"])[0] == {"R11"}


def test_forty_pages_and_a_buried_clause():
    pages = {"annexes": [{"title": "Terms of use, 40 pages", "sha256": "ab" * 32}]}
    assert {"R02", "R04"} <= warned(granted(description="As in the annex.", **pages))
    assert not {"R02", "R04"} & warned(granted())


def test_one_model_for_each_age():
    models = ["face-20-29", "face-30-39", "face-50-59"]
    terms = granted(likenesses=[models[1]], age={"from": 30, "to": 39}, modifications=["de-age"], project={
        "id": "room", "title": "The room", "ids": []}, purposes=["feature-film"])  # fmt: skip
    render = used(likeness=(models[1],), project="room", purpose="feature-film", modification=("de-age",), age=33)
    assert judged(render, terms)[0] is IN
    assert judged(replace(render, age=24), terms) == (OUT, ("age",), ())
    assert judged(replace(render, likeness=(models[0],), age=24), terms) == (OUT, ("no-licence",), ())


def test_a_live_face_swap_on_set():
    terms = granted(modifications=["lip-sync"])
    assert judged(used(modification=("lip-sync",)), terms)[0] is IN
    assert judged(used(modification=("face-swap", "real-time")), terms) == (OUT, ("modification",), ())


def test_an_archive_voice_outlives_its_owner():
    terms = granted(
        after_death=True, modifications=["new-dialogue"], purposes=["feature-film"],
        project={"id": "dark-lord-3", "title": "The dark lord, part 3"},
    )  # fmt: skip
    died = datetime(2026, 3, 20, tzinfo=UTC)
    events = [Event("died", died, performer="liora")]
    film = used(project="dark-lord-3", purpose="feature-film")
    assert judged(film, terms, events=events)[0] is IN
    assert judged(film, replace(terms, after_death=False), events=events) == (OUT, ("after-death",), ())
    game = replace(film, user="oxbow", purpose="game-scripted")
    assert judged(game, terms, events=events) == (OUT, ("no-licence",), ())
    assert judged(game, replace(terms, pass_on=("oxbow",)), events=events) == (OUT, ("purpose",), ())
    wide = replace(terms, pass_on=("oxbow",), purposes=("feature-film", "game"))
    assert judged(game, wide, events=events)[0] is IN
    assert "R16-estate" in said_of(film, terms, ["posthumous"], day=date(2026, 4, 1), died_on=died.date())[1]


def test_a_chatbot_in_a_game_speaks_live():
    estate = {"grantor": {"name": "The family", "capacity": "estate", "authority": "Letters of administration"}}
    terms = granted(purposes=["game"], modifications=["real-time"], project={"id": "island", "title": "Island"},
                    media=["in-game"], after_death=True, **estate)  # fmt: skip
    talk = used(project="island", purpose="game-realtime", medium=("in-game",), modification=("real-time",))
    assert judged(talk, terms)[0] is IN
    assert "R17" in warned(terms)
    assert "R36" not in said_of(talk, terms)[1]
    named = replace(terms, union_agreement="SAG-AFTRA Interactive Media Agreement 2025")
    assert "R17" not in warned(named)
    assert "R36" in said_of(talk, named)[1]


def test_five_hundred_voices_and_no_consent():
    doubles = [Double(f"voice-{n}", f"actor-{n}", "voice-model") for n in range(500)]
    uses = [used(id=f"u-{n:03}", likeness=(f"voice-{n}",)) for n in range(500)]
    found = Bench([], (), doubles).judge(uses)
    assert {(one.verdict, one.broken) for one in found} == {(OUT, ("no-licence",))}


def test_a_model_trained_under_a_grant_to_generate():
    terms = granted()
    training = used(act="train", modification=None, content=None)
    assert judged(training, terms) == (OUT, ("act",), ())
    assert "R22" in said_of(training, terms)[0]


def test_training_on_a_recording_the_producer_owns():
    owner = used(act="train", user="producer", likeness=("sessions-2019",), modification=None, content=None)
    assert judged(owner, granted()) == (OUT, ("no-licence",), ())
    assert "R22" in said_of(owner, None)[0]


def test_a_dead_actor_let_by_an_agency():
    died = date(1955, 9, 30)
    agency = {"grantor": {"name": "Worldwide Icons", "capacity": "agent"}}
    terms = granted(purposes=["feature-film"], project={"id": "jack", "title": "Finding Jack"}, after_death=True,
                    modifications=["unfilmed-shots"], **agency)  # fmt: skip
    film = used(project="jack", purpose="feature-film", modification=("unfilmed-shots",))
    assert judged(film, terms) == (REVIEW, (), ("authority",))
    assert "no-authority" in warned(terms, date(2019, 11, 6), died)
    assert "R70" in warned(terms, date(2025, 9, 30), died)  # 1955 + 70
    assert "R70" not in warned(terms, date(2025, 10, 1), died)


def test_a_role_taken_in_life_and_an_estate_that_consents():
    estate = {"grantor": {"name": "His children", "capacity": "estate", "authority": "Letters of administration"}}
    terms = granted(purposes=["feature-film"], project={"id": "grave", "title": "As deep"}, after_death=True,
                    modifications=["unfilmed-shots"], **estate)  # fmt: skip
    died = [Event("died", datetime(2025, 4, 1, tzinfo=UTC), performer="liora")]
    film = used(project="grave", purpose="feature-film", modification=("unfilmed-shots",))
    assert judged(film, terms, events=died)[0] is IN
    assert judged(replace(film, project="other"), terms, events=died) == (OUT, ("project",), ())
    assert not {"R70", "R71", "no-authority"} & warned(terms, died_on=date(2025, 4, 1))


def test_a_clip_of_a_deepfake_found_on_a_network():
    clip = Use("f-1", likeness=("liora-face",), act="show", purpose="social-content", medium=("social",),
               territory=("US",), language=("en",), content=(), at=date(2026, 7, 1))  # fmt: skip
    assert judged(clip, granted()) == (OUT, ("no-licence",), ())
    assert said_of(clip, None)[1] == set()
    assert "R67" in said_of(clip, None)[0]
    assert "R75" in said_of(replace(clip, content=("sexual-content",)), None)[1]


def test_covers_sung_by_fans_with_a_model():
    cover = used(user="a-fan", likeness=("liora-singing",), act="generate", purpose="music-recording")
    terms = granted(likenesses=["liora-singing"])
    assert judged(cover, terms) == (OUT, ("no-licence",), ())


def test_a_live_avatar_by_the_month():
    year = {"from": "2026-01-01", "to": "2026-12-31"}
    terms = terms_from(terms_document(
        purposes=["avatar"], modifications=["real-time"], media=["web"], create=year, exploit=None,
        longest_seconds=None,
        limits=[{"unit": "minute", "max": 600, "per": "month"}], project={"id": "guide", "title": "Guide"},
    ))  # fmt: skip
    talk = used(project="guide", purpose="avatar", medium=("web",), modification=("real-time",))
    months = [
        replace(talk, id=f"m-{n:02}", at=date(2026 + n // 12, n % 12 + 1, 28), quantity={"minute": 600})
        for n in range(13)
    ]
    found = Bench([grant_of("2026-0001", terms, signed=True, accepted=True)]).judge(months)
    assert [one.verdict for one in found] == [IN] * 12 + [OUT]
    assert found[12].broken == ("date",)
    more = Bench([grant_of("2026-0001", terms, signed=True, accepted=True)]).judge(
        [*months, replace(months[3], id="m-99", quantity={"minute": 1})]
    )
    assert more[13].broken == ("limit",)


def test_a_film_made_for_one_viewer_with_two_performers():
    her = granted(modifications=["blend"], purposes=["personalised-content"])
    him = granted(
        performer={"id": "odalric", "name": "Odalric Penhew"},
        grantor={"name": "Odalric Penhew", "capacity": "performer"},
        likenesses=["odalric-face"], modifications=["lip-sync"], purposes=["personalised-content"],
    )  # fmt: skip
    both = used(likeness=("liora-voice-2025", "odalric-face"), purpose="personalised-content", modification=("blend",))
    grants = [grant_of(number, terms, signed=True, accepted=True) for number, terms in (("1", her), ("2", him))]
    found = Bench(grants).judge([both])[0]
    assert found.verdict is OUT
    assert found.by_licence == (("1", (), ()), ("2", ("modification",), ()))
