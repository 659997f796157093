"""Small worlds in which things nearly collide: each begins with licences that allow its uses, then moves a few facts.

- A world has a theme: one zone and one day. Its windows, events and uses stand at the edges of that day.
- `make_world(pick)` builds a `likeness-world/1` document for `likeness.licence.world.world_from`; `pick` chooses one of
  several, so that Hypothesis (`worlds`) and a plain dice (`tests.differential.long`) throw the same worlds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tests.differential.near_misses import ABSENT, LICENCE, LINEAGES, PLACES, TERMS, USE, ZONES
from tests.fakes.licences import terms_document

Pick = Callable[[Sequence[Any]], Any]

# Ends of months and years, the day GB left the EU, changes of the hour (in Sao Paulo at midnight), Apia skipping a day.
DAYS = ("2026-03-31", "2026-12-31", "2020-01-31", "2020-02-01", "2026-03-29", "2018-11-04", "2011-12-30", "2026-02-28",
        "9999-12-31", "0001-01-01")  # fmt: skip
_COLONS = "00:00:00+00:00".count(":")
NUMBERS = ("2026-0041", "2026-0009", "2026-0010", "2025-9999")


def make_world(pick: Pick, uses: Sequence[int] = (1, 3, 6, 10, 14)) -> dict[str, Any]:
    """Return one world; `pick(options)` returns one of them; `uses` are the numbers of uses it may have."""
    zone, day = pick(ZONES), date.fromisoformat(pick(DAYS))
    moments = moments_around(day, zone)
    numbers = NUMBERS[: pick((1, 2, 2, 3, 4, 4))]
    licences = [_licence(pick, number, zone, day) for number in numbers]
    instants = [text for text in moments if len(text) > len("2026-03-01")]
    return {
        "format": "likeness-world/1",
        "likenesses": _likenesses(pick, day),
        "licences": licences,
        "events": [_event(pick, numbers, instants) for _ in range(pick((0, 0, 1, 2, 4)))],
        "uses": [_use(pick, n, moments) for n in range(1, 1 + pick(uses))],
    }


@st.composite
def worlds(draw: st.DrawFn, uses: Sequence[int] = (1, 3, 6, 10, 14)) -> dict[str, Any]:
    """Worlds that Hypothesis draws, and makes smaller where they fail."""
    return make_world(lambda options: draw(st.sampled_from(options)), uses)


def moments_around(day: date, zone: str) -> list[str]:
    """The edges of a civil day in a zone and in two others, a second around them; and bare days."""
    found = [beside(day, n).isoformat() for n in (-1, 0, 1)]
    for where in (zone, "UTC", "Pacific/Apia"):
        for n, s in product((0, 1), (-1, 0, 1)):
            with suppress(OverflowError):  # no such moment, where time begins and ends
                edge = datetime.combine(beside(day, n), time(), ZoneInfo(where)).astimezone(UTC)
                found.append(_text(edge + timedelta(seconds=s), zone if s else "UTC"))
    return [*found, f"{day}T12:00:00Z"]


def beside(day: date, n: int) -> date:
    """The day so many days after another, as far as there are days."""
    return date.fromordinal(min(max(day.toordinal() + n, 1), date.max.toordinal()))


def _text(instant: datetime, zone: str) -> str:
    local = instant.astimezone(ZoneInfo(zone)).isoformat()
    told = instant.isoformat() if local.count(":") > _COLONS else local  # long ago, offsets had seconds
    return told.replace("+00:00", "Z")


def _changed(
    pick: Pick, start: dict[str, Any], options: dict[str, Sequence[Any]], counts: Sequence[int]
) -> dict[str, Any]:
    """Return `start` with a few of its keys moved to one of their options."""
    changed = dict(start)
    for _ in range(pick(counts)):
        key = pick(tuple(options))
        changed[key] = pick(options[key])
    return {key: value for key, value in changed.items() if value is not ABSENT}


def _licence(pick: Pick, number: str, zone: str, day: date) -> dict[str, Any]:
    before, after = (beside(day, n) for n in (-1, 1))
    early, late = min("2000-01-01", f"{before}"), max("2030-01-01", f"{after}")
    windows: Sequence[Any] = [
        {"from": f"{day}", "to": f"{day}"}, {"from": f"{after}", "to": None}, {"from": early, "to": f"{before}"},
        {"from": early, "to": f"{day}"}, {"from": f"{before}", "to": late}, {"from": f"{after}"},
    ]  # fmt: skip
    wide = {"from": early, "to": pick((late, max("2029-01-01", f"{day}"), None))}
    start = terms_document(
        likenesses=["voice"], project={"id": "harbour", "title": "Harbour", "ids": ["harbour-nine"]}, limits=[],
        territory={"include": ["EU", "GB"], "exclude": []}, create=wide, exploit=wide, zone=zone, longest_seconds=None,
        strike_clause=False, withdrawal={"notice_days": 0},
    )  # fmt: skip
    options = TERMS | {"create": windows, "exploit": [*windows, None], "limits": [*TERMS["limits"]]}
    terms = _changed(pick, start, options, (0, 1, 1, 2, 3, 5))
    if pick((True, False)):
        terms["limits"] = pick(TERMS["limits"])
    if day.year == date.max.year:
        terms["withdrawal"] = {"notice_days": 0}  # no notice runs past the end of time
    unwell = pick((False, False, False, False, False, True))
    paper = {"number": number, "signed": True, "accepted": True, "terms": terms}
    return _changed(pick, paper, LICENCE, (1, 2)) if unwell else paper


def _use(pick: Pick, number: int, moments: Sequence[str]) -> dict[str, Any]:
    start = {
        "id": f"u-{number}", "user": "tidewrack", "likeness": "voice", "project": "harbour", "act": pick(_ACTS),
        "purpose": "series", "medium": "svod", "territory": "FR", "language": "fr", "modification": ["new-dialogue"],
        "age": 30, "content": [], "at": pick(moments), "made_at": pick((None, *moments)),
        "quantity": {"line": 5, "second": 5, "episode": 1},
    }  # fmt: skip
    options = USE | {"at": [ABSENT, None, ""], "territory": pick(PLACES)}
    return _changed(pick, start, options, (0, 0, 0, 1, 1, 2, 3, 6))


_ACTS = ("generate", "generate", "generate", "show")


def _event(pick: Pick, numbers: Sequence[str], instants: Sequence[str]) -> dict[str, Any]:
    kind = pick(
        (
            "withdrawn",
            "suspended",
            "resumed",
            "suspended",
            "resumed",
            "superseded",
            "strike-began",
            "strike-ended",
            "died",
        )
    )
    about: dict[str, Any] = {"event": kind, "at": pick(instants)}
    if kind == "died":
        return about | {"performer": pick(("liora", "liora", "tobin"))}
    if kind.startswith("strike"):
        return about
    return about | {"licence": pick(numbers)} | ({"by": "2026-0050"} if kind == "superseded" else {})


def _likenesses(pick: Pick, day: date) -> list[dict[str, Any]]:
    of_voice, of_face = pick(LINEAGES)
    gone = [None, *(f"{beside(day, n)}" for n in (-1, 0, 1))] if pick((True, False, False)) else [None]
    rows: tuple[tuple[str, str, list[str]], ...] = (
        ("voice", "voice-model", of_voice),
        ("face", "face-model", of_face),
        ("tape", "voice-recording", []),
    )
    return [
        {"id": name, "performer": "liora", "kind": kind, "derived_from": sources, "delete_by": pick(gone)}
        for name, kind, sources in rows
    ]
