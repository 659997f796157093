"""Finding licences says what a plain reading of every licence says, whatever is asked for together, in any order."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.licence.dues.due import Said
from likeness.licence.terms_read import terms_from
from likeness.registry.find_licences import ENDS, ORDERS, Narrow
from likeness.registry.licence_row import STATES
from likeness.registry.registry import create_registry
from likeness.values.alphabet import alphabet
from likeness.values.days import day_in, whole_day
from likeness.values.order import Order
from tests.fakes.licences import terms_document

START = date(2025, 11, 1)
COMPANIES = ("Éclair Films", "Eclair films", "Tidewrack Pictures", "tidewrack pictures", "Zoé & fils", "O'Brien; --")
PERFORMERS = {
    "liora": "Élodie Fen",
    "mats": "Mats Øvrebø",
    "zoe": "Zoé",
    "zoe-2": "Zoé",
}  # one stands here under two ids
TITLES = ("Œuvre au noir", "Odyssey", "Oz", "Harbour 9", "Harbour 10", "élan", "Elan")
LIKENESSES = ("liora-voice", "liora-face", "from-elsewhere")
CALLED = {"voice-model": "voix", "face-scan": "Écran", "from-elsewhere": "corps"}
KINDS = {"liora-voice": "voice-model", "liora-face": "face-scan"}
ZONES = ("Europe/Paris", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC")
FEES = (
    {"basis": "none"},
    {"basis": "flat", "minor": 500, "currency": "EUR"},
    {"basis": "flat", "minor": 90, "currency": "EUR"},
    {"basis": "flat", "minor": 70, "currency": "USD"},
    {"basis": "revenue-share", "percent": "3", "minor": 80, "currency": "USD"},
    {"basis": "per-use", "minor": 500, "currency": "EUR"},
)
instants = st.integers(0, 900 * 24).map(lambda hours: datetime(2025, 11, 1, tzinfo=UTC) + timedelta(hours=hours))
# Days around the turn of a year come up often: there the zones matter.
days = st.integers(0, 900).map(lambda number: START + timedelta(days=number)) | st.sampled_from(
    [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
)
moments = instants | st.sampled_from([datetime(2026, 12, 31, 23, 30, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)])


@st.composite
def windows(draw):
    last = draw(st.none() | days)
    first = START if last is None else min(START, last)
    return {"from": first.isoformat(), "to": None if last is None else last.isoformat()}


@st.composite
def licences(draw):
    """Terms, and what happened: signed, accepted, withdrawn, replaced; whether its fee was paid."""
    title = draw(st.sampled_from(TITLES))
    terms = terms_document(
        create=draw(windows()),
        exploit=draw(st.none() | windows()),
        zone=draw(st.sampled_from(ZONES)),
        fee=draw(st.sampled_from(FEES)),
        licensee={"id": "company", "name": draw(st.sampled_from(COMPANIES))},
        project={"id": "project", "title": title},
        performer={"id": draw(st.sampled_from((*PERFORMERS, "unmet"))), "name": "As it was signed"},
        likenesses=draw(st.lists(st.sampled_from(LIKENESSES), min_size=1, unique=True)),
        residuals=[],
        limits=[],
        longest_seconds=None,
        basis=draw(st.sampled_from(("contract", "consent"))),
    )
    ends = [draw(st.none() | instants) for _ in range(2)]
    return terms, draw(instants), draw(st.booleans()), draw(st.booleans()), *ends, draw(st.booleans())


one_thing = (
    st.builds(Narrow, ends=st.sampled_from(ENDS))
    | st.builds(Narrow, company=st.sampled_from(COMPANIES))
    | st.builds(Narrow, project=st.sampled_from(TITLES))
    | st.builds(Narrow, likeness=st.sampled_from(LIKENESSES))
    | st.builds(Narrow, performer=st.sampled_from((*PERFORMERS.values(), "unmet")))
    | st.just(Narrow(owing=True))
)
several_things = st.builds(
    Narrow,
    ends=st.just("") | st.sampled_from(ENDS),
    company=st.just("") | st.sampled_from((*COMPANIES, "nobody' OR 1")),
    project=st.just("") | st.sampled_from(TITLES),
    likeness=st.just("") | st.sampled_from(LIKENESSES),
    performer=st.just("") | st.sampled_from((*PERFORMERS.values(), "zoe")),
    owing=st.booleans(),
)
asked = st.fixed_dictionaries(
    {
        "states": st.just(()) | st.just(()) | st.lists(st.sampled_from(STATES), min_size=1, max_size=3, unique=True),
        "words": st.sampled_from(["", "", "", "harbour", "elan", "tidew"]),
        "narrow": st.just(Narrow()) | one_thing | several_things,
        "order": st.builds(Order, st.sampled_from(ORDERS), st.booleans()),
        "by_use": st.lists(st.integers(1, 8), max_size=3),
    }
)


def fill(registry, drawn):
    """Put the licences into a registry; returns the rows of those whose fee is open."""
    owing = set()
    with registry.transaction():
        registry.people.put_many(PERFORMERS.items())
        for name, kind in KINDS.items():
            registry._db.insert("double", {"id": name, "kind": kind, "title": name, "performer": "liora",
                                           "derived_from": "[]", "added_at": 0})  # fmt: skip
        for place, (document, at, signed, accepted, withdrawn, replaced, paid) in enumerate(drawn, 1):
            terms, number = terms_from(document), f"2026-{place:04}"
            row = registry.licences.put_draft(number, terms, at)
            if signed:
                registry.licences.mark(row, digest=bytes([place]) * 32, signed_at=at,
                                       accepted_at=at if accepted else None)  # fmt: skip
                registry.licences.mark(row, withdrawn_at=withdrawn, replaced_at=replaced)
            if paid:
                registry.dues.put(f"fee:{number}:once", Said(waived=False, on=START), at)
            in_force = signed and (accepted or terms.basis == "consent")
            if in_force and not paid and terms.fee.money is not None and terms.fee.basis in ("flat", "revenue-share"):
                owing.add(row)
    return owing


def last_day(terms):
    lasts = [terms.create.last, *([terms.exploit.last] if terms.exploit else [])]
    return None if None in lasts else max(lasts)


def ends_so(row, code, now):
    last, end = last_day(row.terms), ends_at(row)
    if last is None or code == "no-end":
        return last is None and code == "no-end"
    return {
        "ended": end <= now,
        "within-30": now < end <= now + timedelta(days=31),  # the thirtieth day counts to its end
        "within-90": now < end <= now + timedelta(days=91),
        "this-year": last.year == day_in(now, "UTC").year,
    }[code]


def holds(row, ask, now, owing):
    narrow, terms = ask["narrow"], row.terms
    text = alphabet(
        f"{row.number} {terms.project.title} {terms.licensee.name} {terms.performer.name} {terms.description}"
    )
    return (
        (not ask["states"] or row.state in ask["states"])
        and ask["words"] in text
        and (not narrow.ends or ends_so(row, narrow.ends, now))
        and narrow.company in ("", terms.licensee.name)
        and narrow.project in ("", terms.project.title)
        and (not narrow.likeness or narrow.likeness in terms.likenesses)
        and narrow.performer in ("", PERFORMERS.get(terms.performer.id, terms.performer.id))
        and (not narrow.owing or row.row in owing or row.row in ask["by_use"])
    )


def key(row, column):
    terms = row.terms
    if column == "ends":
        end = ends_at(row)
        return end is None, end or datetime.max.replace(tzinfo=UTC)
    if column == "fee":
        money = terms.fee.money
        return ("", 0) if money is None else (money.currency, money.minor)
    said = {
        "": "",
        "state": f"{STATES.index(row.state)}",
        "project": terms.project.title,
        "company": terms.licensee.name,
        "performer": PERFORMERS.get(terms.performer.id, terms.performer.id),
        "likeness": ", ".join(dict.fromkeys(CALLED[KINDS.get(one, one)] for one in terms.likenesses)),
    }[column]
    return alphabet(said), said


def ends_at(row):
    """Return the instant of the end: the first of the day after the last one, where the licence lives."""
    last = last_day(row.terms)
    return None if last is None else whole_day(last, row.terms.zone)[1]


@settings(max_examples=150, deadline=None)
@given(st.lists(licences(), min_size=1, max_size=8), st.lists(asked, min_size=1, max_size=6), moments)
def test_any_mix_is_found_and_in_order(drawn, asks, now):
    with TemporaryDirectory() as folder:
        registry = create_registry(Path(folder) / "a.registry", None)
        owing = fill(registry, drawn)
        rows = registry.licences.all(now)
        for ask in asks:
            order = ask["order"]
            wanted = [row for row in rows if holds(row, ask, now, owing)]
            wanted.sort(key=lambda row: (key(row, order.column), row.row))
            if order.falling or not order.column:
                wanted.reverse()
            for stride in (3, 50_000):
                with patch("likeness.registry.licences.STRIDE", stride):
                    assert registry.licences.find(now, **ask, called=CALLED) == [row.row for row in wanted]
                    assert registry.licences.find(now, **ask, called=CALLED, most=2) == [row.row for row in wanted[:2]]
                    assert registry.licences.counts(now) == Counter(row.state for row in rows)
        registry.close()


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(ZONES), st.integers(0, 23), st.sampled_from([30, 90]), st.integers(0, 2))
def test_within_so_many_days_is_counted_in_days_of_the_licences_zone(zone, hour, within, beyond):
    now = datetime(2026, 5, 14, hour, 30, tzinfo=UTC)
    last = day_in(now, zone) + timedelta(days=within + beyond)
    terms = terms_from(
        terms_document(create={"from": START.isoformat(), "to": last.isoformat()}, exploit=None, zone=zone)
    )
    with TemporaryDirectory() as folder:
        registry = create_registry(Path(folder) / "a.registry", None)
        row = registry.licences.put_draft("2026-0001", terms, now)
        found = registry.licences.find(now, narrow=Narrow(ends=f"within-{within}"))
        registry.close()
    assert found == ([] if beyond else [row])
