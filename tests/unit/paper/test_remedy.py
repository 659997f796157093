"""What would make it fine, in both languages: the change of the use, the amendment, and what neither can mend."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.licence.way_inside import Alone, way_inside
from likeness.licence.widen import widened
from likeness.paper.words.remedy import remedies
from likeness.scope.event import Event
from likeness.scope.judge import Bench
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

NUMBER = "2026-0041"
TOLD: dict[str, tuple[dict[str, Any], str, str]] = {
    "project": ({"project": "harbour-nine-3"}, "Use it only for Harbour Nine, season 2.", "the project harbour-nine-3"),
    "act": ({"act": "train"}, "Use it only to make new material, change recorded material or show finished work.",
            "to train a model"),
    "purpose": ({"purpose": "promo"}, "Use it only for series.", "trailer or promo"),
    "medium": ({"medium": ("print",)}, "Show it only on television or streaming.", "print"),
    "one of two media": ({"medium": ("svod", "print")}, "Show it only on subscription streaming.", "print"),
    "territory": ({"territory": ("US",)}, "Use it only in the European Union and the United Kingdom.", "United States"),
    "one of two places": ({"territory": ("US", "FR")}, "Use it only in France.", "United States"),
    "language": ({"language": ("es",)}, "Use it only in English or French.", "Spanish"),
    "modification": ({"modification": ("accent",)}, "Keep to new dialogue or repair of recorded lines.",
                     "change of accent"),
    "content": ({"content": ("politics", "drugs")}, "Take out politics.", "politics, ruled out until now"),
    "length": ({"quantity": {"line": 1, "second": 31}}, "Keep each piece to 30 seconds.", "pieces of 31 seconds"),
    "too late": ({"at": date(2027, 3, 1)}, "Use it in the time agreed, 1 March 2026 to 28 February 2027.",
                 "use on 1 March 2027"),
    "made too early": (
        {"act": "show", "made_at": date(2025, 1, 1)},
        "Show only what was made in the time agreed, 1 March 2026 to 28 February 2027.", "making on 1 January 2025"),
}  # fmt: skip


def told(use, language="en", events=(), **changes):
    terms = terms_from(terms_document(limits=[], **changes))
    grant = grant_of(NUMBER, terms, signed=True, accepted=True)
    [finding] = Bench([grant], events).judge([use])
    return remedies(language, use, finding, {NUMBER: terms}, {}, lambda number: Alone(number, terms, events))


@pytest.mark.parametrize("name", TOLD)
def test_the_change_and_the_amendment(name):
    changes, change, added = TOLD[name]
    asked = f"To allow it, agree with Tidewrack Pictures Ltd to add to licence 2026-0041: {added}."
    assert told(replace(ALLOWED, **changes)) == [change, asked]


@pytest.mark.parametrize(
    ("day", "zone", "at"),
    [
        ("0001-01-01", "America/Juneau", datetime(1, 1, 1, tzinfo=UTC)),
        ("9999-12-31", "Etc/GMT+12", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_an_instant_moved_to_the_outermost_day_stays_in_the_calendar(day, zone, at):
    """Noon there is a time that UTC has no year for."""
    terms = terms_from(terms_document(limits=[], zone=zone, create={"from": day, "to": day}, exploit=None))
    use = replace(ALLOWED, at=datetime(2026, 5, 2, 12, tzinfo=UTC))
    [finding] = Bench([grant_of(NUMBER, terms, signed=True, accepted=True)]).judge([use])
    way = way_inside(Alone(NUMBER, terms), use)
    assert finding.broken == ("date",)
    assert way is not None
    assert way.use.at == at


def test_an_act_a_day_and_a_place_may_be_missing_one_behind_the_other():
    """Once there is an act the day is asked, and on that day the place had not joined the group that is granted."""
    create = {"from": "2012-01-01", "to": "2027-02-28"}
    change, *_ = told(replace(ALLOWED, act=None, at=None, territory=("HR",)), create=create, longest_seconds=None)
    assert "1 January 2012" in change


@pytest.mark.parametrize("name", TOLD)
def test_french_tells_as_much(name):
    changes, change, _ = TOLD[name]
    french = told(replace(ALLOWED, **changes), "fr")
    assert len(french) == 2
    assert change not in french
    assert french[1].startswith(
        "Pour le permettre, convenir avec Tidewrack Pictures Ltd d’ajouter à la licence 2026-0041"
    )


def test_an_age_is_moved_to_the_nearest_end():
    terms = terms_from(terms_document(limits=[], age={"from": 30, "to": 39}))
    alone = Alone(NUMBER, terms)
    assert way_inside(alone, replace(ALLOWED, age=29)).use.age == 30
    assert way_inside(alone, replace(ALLOWED, age=40)).use.age == 39
    assert widened(alone, replace(ALLOWED, age=29)).age == (29, 39)
    assert widened(alone, replace(ALLOWED, age=40)).age == (30, 40)
    assert told(replace(ALLOWED, age=29), age={"from": 30, "to": 39})[0] == "Show an age of 30 to 39."


def test_a_day_is_moved_to_the_nearest_end_of_the_window():
    alone = Alone(NUMBER, terms_from(terms_document(limits=[])))
    assert way_inside(alone, replace(ALLOWED, at=date(2026, 2, 1))).use.at == date(2026, 3, 1)
    late = way_inside(alone, replace(ALLOWED, at=datetime(2027, 6, 1, tzinfo=UTC))).use.at
    assert late.isoformat() == "2027-02-28T12:00:00+01:00"


def test_an_amendment_lifts_no_more_of_an_exclusion_than_is_needed():
    alone = Alone(
        NUMBER, terms_from(terms_document(limits=[], territory={"include": ["WORLD"], "exclude": ["BENELUX"]}))
    )
    wider = widened(alone, replace(ALLOWED, territory=("BE",)))
    assert wider.territory.exclude == ("LU", "NL")


def test_showing_is_granted_for_the_day_that_is_asked():
    alone = Alone(NUMBER, terms_from(terms_document(limits=[], exploit=None)))
    wider = widened(alone, replace(ALLOWED, act="show", at=date(2026, 5, 1)))
    assert (wider.exploit.first, wider.exploit.last) == (date(2026, 5, 1), date(2026, 5, 1))
    assert widened(alone, replace(ALLOWED, act="show", at=None)).exploit == alone.terms.create


def test_a_licence_that_grants_no_change_says_so():
    assert told(ALLOWED, modifications=[])[0] == "Use it without any change."


def test_a_missing_fact_is_asked_for_with_what_would_be_inside():
    use = replace(ALLOWED, medium=(), at=None)
    assert told(use) == [
        "Ask the company to state it: the day. Within the licence: 1 March 2026 to 28 February 2027.",
        "Ask the company to state it: the medium. Within the licence: television or streaming.",
    ]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("superseded", "Look at the newer licence; this one covers nothing any more."),
        ("suspended", "Wait until the licence is resumed; in a strike, until it is over."),
        ("died", "Ask the estate for a licence of its own."),
    ],
)
def test_what_no_change_of_the_use_mends(kind, sentence):
    events = [Event(kind, datetime(2026, 3, 5, tzinfo=UTC), NUMBER, "2026-0050", "liora")]
    assert told(ALLOWED, events=events) == [sentence]


def test_an_event_on_a_bare_day_asks_for_the_hour():
    events = [Event("suspended", datetime(2026, 4, 1, 12, tzinfo=UTC), NUMBER)]
    assert told(ALLOWED, events=events) == ["Ask the company to state it: the hour."]


def test_a_change_that_the_history_forbids_is_not_told():
    gone = [Event("withdrawn", datetime(2026, 3, 1, tzinfo=UTC), NUMBER)]
    early = replace(ALLOWED, at=date(2026, 1, 1))
    assert told(early, events=gone, withdrawal={"notice_days": 0})[0].startswith("To allow it")


def test_no_licence_at_all():
    [nobody] = Bench([]).judge([replace(ALLOWED, user=None)])
    assert remedies("en", replace(ALLOWED, user=None), nobody, {}) == ["Ask who used it."]
    [stranger] = Bench([]).judge([ALLOWED])
    assert remedies("en", ALLOWED, stranger, {}) == [
        "Grant a licence for this likeness to tidewrack, or ask them to stop."
    ]


def test_a_limit_tells_what_is_left():
    terms = terms_from(terms_document(limits=[{"unit": "line", "max": 40}], longest_seconds=None))
    grant = grant_of(NUMBER, terms, signed=True, accepted=True)

    def said(lines):
        uses = [replace(ALLOWED, id=f"u-{n}", quantity=stated) for n, stated in enumerate(lines)]
        return remedies("en", uses[-1], Bench([grant]).judge(uses)[-1], {NUMBER: terms})

    asked = "To allow it, agree with Tidewrack Pictures Ltd to add to licence 2026-0041: {} more."
    assert said([{"line": 37}, {"line": 5}]) == ["Keep to the 3 lines that are left.", asked.format("2 lines")]
    used_up = "Nothing is left of 40 lines: leave it out, or agree on more."
    assert said([{"line": 40}, {"line": 2}]) == [used_up, asked.format("2 lines")]
    assert said([{"line": 41}, {"line": 2}]) == [  # 2 lines more would let the first use in, and this one be too many
        "Leave it out, or agree on more than 40 lines.",
        asked.replace(" more", "").format("2 lines, and what the earlier use went over by"),
    ]
    assert said([{}]) == ["Ask the company to state it: the count. Within the licence: 40 lines."]
